"""Which of the brands' own pictures are in a listing's photo, and where."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from monitor.brands import Asset
from monitor.images.assets import logo_exemplars
from monitor.images.edges import EdgeField
from monitor.images.features import unpack
from monitor.images.placement import PlacementIndex, box_of, plain_scale
from monitor.records import Fingerprint, Photo

Box = tuple[int, int, int, int]
LOGO_CANDIDATE = 0.4
LOGO_SCORE = 0.4
REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Sight:
    """An asset of a brand found in a photo: `box` in the photo's pixels, `how` in words, `score` of the method."""

    brand: str
    asset: str
    box: Box
    how: str
    score: float


class Search:
    """Looks for all assets of all brands; what was found in a photo's content is remembered. Safe in threads."""

    def __init__(self, look: Callable[[Fingerprint], tuple[Sight, ...]]) -> None:
        self._look = look
        self._seen: OrderedDict[str, tuple[Sight, ...]] = OrderedDict()
        self._lock = Lock()

    def find(self, photo: Photo) -> tuple[Sight, ...]:
        """The assets in a photo, the best sight of each; none where the photo has no fingerprint."""
        if photo.fingerprint is None:
            return ()
        with self._lock:
            if photo.sha256 in self._seen:
                self._seen.move_to_end(photo.sha256)
                return self._seen[photo.sha256]
        found = self._look(photo.fingerprint)
        with self._lock:
            self._seen[photo.sha256] = found
            if len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
        return found


def logo_search(assets: Sequence[tuple[str, Asset]]) -> Search:
    """A search for logos, given as (brand, logo), at any size, turned or recoloured. Raises ImageProblem.

    Local features say where a logo may be; it is one where its outline is there too.
    """
    exemplars = [((brand, one), one.features) for brand, asset in assets for one in logo_exemplars(asset)]
    index = PlacementIndex(exemplars)

    def look(picture: Fingerprint) -> tuple[Sight, ...]:
        features = unpack(picture.features)
        if features is None:
            return ()
        field: EdgeField | None = None
        found: dict[tuple[str, str], Sight] = {}
        for place in index.find(features):
            (brand, exemplar), edges = place.key, place.key[1].outline
            if place.score < LOGO_CANDIDATE or edges is None:
                continue
            field = field or EdgeField(features.gray)
            matrix, agreement = field.refined(edges, place.matrix)
            agrees = max(0.0, float(agreement.mean()))
            score = agrees * agrees * place.score
            if score < LOGO_SCORE or plain_scale(matrix) is None:
                continue
            known = found.get((brand, exemplar.asset))
            if known is None or known.score < score:
                how = f"its outline agrees to {agrees:.0%}" + (", light on dark" if exemplar.change else "")
                box = pixels(box_of(exemplar.features, features, matrix), picture)
                found[brand, exemplar.asset] = Sight(brand, exemplar.asset, box, how, round(score, 1))
        return tuple(found.values())

    return Search(look)


def pixels(box: tuple[float, float, float, float], picture: Fingerprint) -> Box:
    """Shares of the sides of a picture as its pixels."""
    left, top, right, bottom = box
    width, height = picture.width, picture.height
    return round(left * width), round(top * height), round(right * width), round(bottom * height)
