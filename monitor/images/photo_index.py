"""Where photos of the brands lie in a picture: votes of features, one movement that explains them, then the pixels."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from monitor.images.compact import Compact, mirrored
from monitor.images.features import Features
from monitor.images.inverted_file import InvertedFile
from monitor.images.pixels import BEFORE_OTHER, OTHER, SAME, all_cells, compare, inner, middle_differs, solid
from monitor.images.placement import Placement, place

VOTERS = 3
"""Every third feature of a picture votes."""
LEAST_VOTES = 150.0
TRIED = 4
INLIERS = 10
SCORE = 2.5
"""The score of a place by its features, times the square of the share of its cells that show the same."""
ALIKE_SHARE = 0.4
WHOLE_SHARE = 0.7
OTHER_SHARE = 0.2
"""The share of a photo in which another thing may stand; above, only what lies behind the things is the same."""
CUT_OUT = 0.3
"""The share of a photo's plain ground from which, where it shows other things, the goods were cut out."""


@dataclass(frozen=True, slots=True)
class Found:
    """A photo in a picture, by its number; `covered` is the share of it that shows other things, corners left out.

    `cut_out` says that its goods stand before another ground than its plain one, `middle_differs` that something else
    stands where photos show their goods.
    """

    place: Placement[int]
    mirrored: bool
    covered: float
    cut_out: bool
    middle_differs: bool


class PhotoIndex:
    """Photos prepared once: how long a picture takes grows with the square root of their number."""

    def __init__(self, photos: Sequence[Compact]) -> None:
        self._photos = tuple(photos)
        self._file = None
        if any(len(photo.points) for photo in photos):
            owners = np.repeat(np.arange(len(photos), dtype=np.int32), [len(photo.points) for photo in photos])
            self._file = InvertedFile(np.concatenate([photo.squares for photo in photos]), owners, len(photos))

    def find(self, picture: Features) -> list[Found]:
        """All photos that lie in the picture, the best first. Deterministic."""
        if self._file is None:
            return []
        ways = (picture, mirrored(picture))
        votes = np.concatenate([self._file.votes(way.descriptors[::VOTERS]) for way in ways])
        found = []
        for number in np.argsort(-votes, kind="stable")[:TRIED].tolist():
            if votes[number] < LEAST_VOTES:
                break
            over, photo = divmod(number, len(self._photos))
            if one := self._at(photo, ways[over], over=bool(over)):
                found.append(one)
        return sorted(found, key=lambda one: -one.place.score)

    def whole(self, number: int, picture: Features, *, over: bool) -> tuple[float, bool] | None:
        """What is covered and if its middle differs, where the picture is this photo, turned `over` or not."""
        photo = self._photos[number]
        stretched = np.array([[picture.width / photo.width, 0, 0], [0, picture.height / photo.height, 0]])
        gray = mirrored(picture).gray if over else picture.gray
        cells = all_cells(compare(photo.view, (photo.width, photo.height), gray, stretched))
        if _shared(cells) < WHOLE_SHARE or solid(cells) > OTHER_SHARE:
            return None
        return _covered(cells), middle_differs(cells)

    def _at(self, number: int, picture: Features, *, over: bool) -> Found | None:
        photo = self._photos[number]
        asset = photo.features()
        placed = place(number, asset, picture, picture.descriptors @ asset.descriptors.T)
        if placed is None or placed.inliers < INLIERS:
            return None
        cells = compare(photo.view, (photo.width, photo.height), picture.gray, placed.matrix)
        shared = _shared(cells)
        if shared < WHOLE_SHARE:  # a label alone may be on other goods, whose own shape then counts
            cells = all_cells(cells)
            shared = _shared(cells)
        if shared < ALIKE_SHARE or placed.score * shared**2 < SCORE or solid(cells) > OTHER_SHARE:
            return None
        left, top, right, bottom = placed.box
        if over:
            placed = replace(placed, box=(1 - right, top, 1 - left, bottom))
        other_ground = int((cells == BEFORE_OTHER).sum())
        cut_out = other_ground > CUT_OUT * (other_ground + int((cells == 0).sum()))
        covered = 0.0 if cut_out else _covered(inner(cells))  # cells along the goods show both grounds
        return Found(placed, over, covered, cut_out, middle_differs(cells))


def _shared(cells: NDArray[np.int8]) -> float:
    """The share of the cells that can be told in which the same is seen, a plain ground left out; 0 where none can."""
    same, other = int((cells == SAME).sum()), int((cells == OTHER).sum())
    return same / (same + other) if same + other else 0.0


def _covered(cells: NDArray[np.int8]) -> float:
    """The share of the cells that can be told in which another thing is seen, before a plain ground too."""
    told = int(np.count_nonzero(cells))
    return int((cells < 0).sum()) / told if told else 1.0
