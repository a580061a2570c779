"""Which of the brands' own pictures are in a listing's photo, and where; what was found is not looked for twice."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from threading import Lock
from typing import Protocol

from monitor.brands import Asset
from monitor.images.boxes import Box
from monitor.images.decode import decode
from monitor.images.drawings import as_picture
from monitor.images.memory import give_back
from monitor.records import Fingerprint, Line, Photo

REMEMBERED = 4096
CHECKED_SIDE = 256
LIBRARIES = ("imagehash", "numpy", "opencv-python-headless", "pillow", "scipy")
"""What a result depends on besides our own code."""


@dataclass(frozen=True, slots=True)
class Sight:
    """An asset of a brand found in a photo: `box` in the photo's pixels, `how` in words, `score` of the method."""

    brand: str
    asset: str
    box: Box
    how: str
    score: float


Look = Callable[[Fingerprint, Sequence[Line]], tuple[Sight, ...]]
"""What looks at a picture, in which lines were read."""


class Memory(Protocol):
    """What was found in photos, by the SHA-256 of their content. Safe in threads."""

    def get(self, sha256: str) -> tuple[Sight, ...] | None:
        """What was found; None where the photo was not looked at yet."""

    def put(self, sha256: str, found: tuple[Sight, ...]) -> None:
        """Keep what was found."""


Memories = Callable[[str], Memory]
"""The memory for the key of a search."""


class Recent:
    """The memory of one process: the photos that were last asked for."""

    def __init__(self, _key: str = "") -> None:
        self._seen: OrderedDict[str, tuple[Sight, ...]] = OrderedDict()
        self._lock = Lock()

    def get(self, sha256: str) -> tuple[Sight, ...] | None:
        """What was found; None where the photo was not looked at yet."""
        with self._lock:
            if sha256 in self._seen:
                self._seen.move_to_end(sha256)
            return self._seen.get(sha256)

    def put(self, sha256: str, found: tuple[Sight, ...]) -> None:
        """Keep what was found."""
        with self._lock:
            self._seen[sha256] = found
            if len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)


class Search:
    """Looks for all assets of all brands. Safe in threads.

    `build` prepares them, which may take seconds: it is called when the first photo is looked at that `memory` does
    not know. `key` names the assets and the method: with the same key, the same is found in the same photo.
    """

    def __init__(
        self, build: Callable[[], Look], key: str, own: Callable[[Sequence[Line]], tuple[Line, ...]] | None = None
    ) -> None:
        """`own` says which of the lines that were read in a photo count: without it none."""
        self.key, self._own = key, own
        self.memory: Memory = Recent()
        self._build = build
        self._look: Look | None = None
        self._lock = Lock()

    def find(self, photo: Photo) -> tuple[Sight, ...]:
        """The assets in a photo, the best sight of each; none where the photo has no fingerprint."""
        if photo.fingerprint is None:
            return ()
        own = self._own(photo.words.lines) if self._own and photo.words else ()
        # A photo is looked at anew where something else was read in it.
        known_as = hashlib.sha256(f"{photo.sha256} {own}".encode()).hexdigest() if own else photo.sha256
        found = self.memory.get(known_as)
        if found is None:
            found = self.prepare()(photo.fingerprint, own)
            self.memory.put(known_as, found)
        return found

    def prepare(self) -> Look:
        """What looks, prepared now if it was not before. Raises ImageProblem."""
        with self._lock:
            if self._look is None:
                self._look = self._build()
                give_back()
            return self._look


def search_key(method: str, assets: Sequence[tuple[str, Asset]]) -> str:
    """Names the assets, given as (brand, asset), and the method, in hex: another code or library gives another key.

    Raises ImageProblem for an asset that is no picture; one with a fingerprint was read before.
    """
    digest = hashlib.sha256(f"{method} {_code()}".encode())
    for brand, asset in assets:
        picture = as_picture(asset.content)
        if asset.fingerprint is None:
            decode(picture, long_side=CHECKED_SIDE)
        digest.update(f"\n{brand} {hashlib.sha256(picture).hexdigest()} {asset.name}".encode())
        digest.update("".join(f"\n{line.text} {line.box}" for line in asset.lines).encode())
    return digest.hexdigest()


def pixels(box: tuple[float, float, float, float], picture: Fingerprint) -> Box:
    """Shares of the sides of a picture as its pixels."""
    left, top, right, bottom = box
    width, height = picture.width, picture.height
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


@cache
def _code() -> str:
    """The digest of this package and the versions of the libraries under it: nobody has to think of a number."""
    digest = hashlib.sha256(" ".join(version(name) for name in LIBRARIES).encode())
    for module in sorted(files(__package__).iterdir(), key=lambda one: one.name):
        if module.name.endswith((".py", ".onnx")):
            digest.update(module.read_bytes())
    return digest.hexdigest()
