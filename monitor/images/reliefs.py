"""How like a drawing a part of a picture is in what changes within a few cells, so that light and shade do not count.

Drawing and picture are compared as grids of equal fineness: the picture is made smaller where a cell of the drawing
takes several pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.maps import Map, shrinking

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
CELLS, MARGIN = 676, 0.12
"""Into about so many cells a drawing is divided, with so much around it, by its longer side."""
NEAR, AROUND = 0.9, 9
"""What is finer than the one, in cells, is noise; what is coarser than the other is light and shade."""
BORDER, FINER, SOFT = 8, 4, 0.6
"""Cells drawn beyond the grid, since all is blurred; points a cell that are drawn; how soft a camera is, in cells."""
LEVELS, LEAST_SIDE = 12, 12
"""A picture is kept at so many sizes, each a square root of two smaller, down to so many pixels."""


@dataclass(frozen=True, slots=True)
class Grids:
    """Many drawings: `CELLS` points of each in its pixels (m x n x 2), what changes there (m x n), and cells' sides."""

    points: Floats
    values: Floats
    sides: Floats

    def of(self, numbers: NDArray[np.intp]) -> "Grids":
        """Those of the named drawings, in that order."""
        return Grids(self.points[numbers], self.values[numbers], self.sides[numbers])


def grids(drawings: Sequence[Gray], boxes: Floats) -> Grids:
    """Drawings with a margin; `boxes` (m x 4 x 2) are the corners of their ink."""
    parts = [_grid(gray, box) for gray, box in zip(drawings, boxes, strict=True)]
    points = np.array([one[0] for one in parts], np.float32).reshape(-1, CELLS, 2)
    values = np.array([one[1] for one in parts], np.float32).reshape(-1, CELLS)
    return Grids(points, values, np.array([one[2] for one in parts], np.float32))


def _grid(gray: Gray, box: Floats) -> tuple[Floats, Floats, float]:
    opencv: Any = cv2
    size = box[2] - box[0] + 1
    wide, high = size + 2 * MARGIN * size.max()
    side = float(np.sqrt(wide * high / CELLS))
    columns, rows = max(4, int(wide / side)), max(4, int(high / side))
    side = max(wide / columns, high / rows)
    middle = (box[0] + box[2]) / 2
    # The whole with a border around, drawn finely and then made small.
    cells = np.array([columns, rows]) + 2 * BORDER
    step = side / FINER
    left, top = middle - step * (cells * FINER - 1) / 2
    drawn = opencv.warpAffine(
        gray,
        np.array([[step, 0, left], [0, step, top]]),
        (cells * FINER).tolist(),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    small = opencv.resize(drawn, cells.tolist(), interpolation=cv2.INTER_AREA)
    inner = relief(opencv.GaussianBlur(small, (0, 0), SOFT))[BORDER:-BORDER, BORDER:-BORDER]
    across, down = (middle[way] + (np.arange(n) - (n - 1) / 2) * side for way, n in enumerate((columns, rows)))
    points = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    kept = np.linspace(0, len(points) - 1, CELLS).astype(np.intp)
    return points[kept].astype(np.float32), inner.ravel()[kept], side


def relief(pixels: NDArray[np.uint8], around: int = AROUND) -> Floats:
    """What changes within a few pixels, of each colour; `around` is where light and shade begin."""
    opencv: Any = cv2
    values = pixels.astype(np.float32)
    changes: Floats = opencv.GaussianBlur(values, (5, 5), NEAR) - opencv.blur(values, (around, around))
    return changes


class Reliefs:
    """What changes within a few pixels of a picture, at all its sizes; grey, or red, green and blue."""

    def __init__(self, picture: NDArray[np.uint8]) -> None:
        opencv: Any = cv2
        size = np.array(picture.shape[1::-1])
        pixels = [picture]
        for level in range(1, LEVELS):
            smaller = np.maximum(1, np.rint(size / np.sqrt(2) ** level)).astype(int)
            if smaller.min() < LEAST_SIDE:
                break
            larger = pixels[max(0, level - 2)]
            pixels.append(opencv.resize(larger, smaller.tolist(), interpolation=cv2.INTER_AREA))
        self._colours = 1 if picture.ndim == 2 else picture.shape[2]
        self._levels = [(relief(one), (size / one.shape[1::-1]).astype(np.float32)) for one in pixels]

    def at(self, places: Floats, sides: Floats) -> Floats:
        """The values at places (k x n x 2) where cells (k) are of so many pixels: k x n x colours, 0 outside."""
        opencv: Any = cv2
        levels = self._fitting(sides)
        values = np.zeros((*places.shape[:2], self._colours), np.float32)
        for level in np.unique(levels):
            chosen = levels == level
            changes, shrunk = self._levels[level]
            x, y = (np.ascontiguousarray(one) for one in np.moveaxis((places[chosen] + 0.5) / shrunk - 0.5, 2, 0))
            taken = opencv.remap(changes, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
            values[chosen] = taken.reshape(*x.shape, self._colours)
        return values

    def fitting(self, side: float) -> tuple[Floats, Map]:
        """The whole in the size in which a cell of so many pixels is about one, with the map from the picture to it."""
        changes, shrunk = self._levels[int(self._fitting(np.array(side)))]
        return changes.reshape(*changes.shape[:2], -1), shrinking(1 / shrunk.astype(np.float64))

    def _fitting(self, sides: NDArray[np.floating]) -> NDArray[np.intp]:
        levels = np.rint(2 * np.log2(np.maximum(sides, np.float32(1)))).astype(np.intp)
        fitting: NDArray[np.intp] = np.minimum(levels, len(self._levels) - 1)
        return fitting
