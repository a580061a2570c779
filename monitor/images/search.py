"""Which of the brands' own pictures are in a listing's photo, and where."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from monitor.brands import Asset
from monitor.images.assets import Exemplar, logo_exemplars, photo_exemplars
from monitor.images.edges import EdgeField
from monitor.images.features import unpack
from monitor.images.fingerprint import fingerprint
from monitor.images.placement import Placement, PlacementIndex, box_of, plain_scale
from monitor.records import Fingerprint, Photo

Box = tuple[int, int, int, int]
NEAR_BITS = 6
LEAST_CONTRAST = 24
PHOTO_SCORE = 6.0
PHOTO_INLIERS = 10
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


Key = tuple[str, Exemplar]


def photo_search(assets: Sequence[tuple[str, Asset]]) -> Search:
    """A search for photos, given as (brand, photo): near-copies by hash, parts by features. Raises ImageProblem."""
    hashed = [(brand, asset.name, fingerprint(asset.content, features=False)) for brand, asset in assets]
    exemplars = [((brand, one), one.features) for brand, asset in assets for one in photo_exemplars(asset)]
    index = PlacementIndex(exemplars)

    def look(picture: Fingerprint) -> tuple[Sight, ...]:
        if int(picture.hashes["contrast"], 16) < LEAST_CONTRAST:
            return ()
        found: dict[tuple[str, str], Sight] = {}
        for brand, name, own in hashed:
            if how := _near(own, picture):
                found[brand, name] = Sight(brand, name, (0, 0, picture.width, picture.height), how, 100.0)
        features = unpack(picture.features)
        for place in index.find(features) if features else ():
            if place.inliers >= PHOTO_INLIERS and place.score >= PHOTO_SCORE:
                brand, exemplar = place.key
                sight = Sight(brand, exemplar.asset, _pixels(place.box, picture), _said(place), round(place.score, 1))
                found.setdefault((brand, exemplar.asset), sight)
        return tuple(found.values())

    return Search(look)


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
                box = _pixels(box_of(exemplar.features, features, matrix), picture)
                found[brand, exemplar.asset] = Sight(brand, exemplar.asset, box, how, round(score, 1))
        return tuple(found.values())

    return Search(look)


def _near(own: Fingerprint, picture: Fingerprint) -> str:
    """What was done to a whole photo that is nearly the same by its hash, or an empty text."""
    if int(own.hashes["contrast"], 16) < LEAST_CONTRAST:
        return ""
    theirs = int(picture.hashes["phash"], 16)
    if (int(own.hashes["phash"], 16) ^ theirs).bit_count() <= NEAR_BITS:
        return "the whole photo"
    if (int(own.hashes["mirrored"], 16) ^ theirs).bit_count() <= NEAR_BITS:
        return "the whole photo, mirrored"
    return ""


def _said(place: Placement[Key]) -> str:
    parts = []
    if place.covered < 0.97:
        parts.append(f"cropped to {place.covered:.0%} of it")
    left, top, right, bottom = place.box
    if (right - left) * (bottom - top) < 0.9:
        parts.append("as a part of a larger picture")
    if place.key[1].change:
        parts.append(place.key[1].change)
    return ", ".join(parts) or "the whole photo, edited"


def _pixels(box: tuple[float, float, float, float], picture: Fingerprint) -> Box:
    left, top, right, bottom = box
    width, height = picture.width, picture.height
    return round(left * width), round(top * height), round(right * width), round(bottom * height)
