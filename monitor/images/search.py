"""Which of the brands' own pictures are in a listing's photo, and where."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from monitor.records import Fingerprint, Photo

Box = tuple[int, int, int, int]
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


def pixels(box: tuple[float, float, float, float], picture: Fingerprint) -> Box:
    """Shares of the sides of a picture as its pixels."""
    left, top, right, bottom = box
    width, height = picture.width, picture.height
    return round(left * width), round(top * height), round(right * width), round(bottom * height)
