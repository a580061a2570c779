"""What of an asset is really there where it seems to lie: the picture is warped back onto it, cell by cell."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.features import Gray

VIEW_SIDE = 128
CELL = 8
PLAIN = 5.0
"""A cell whose grey levels spread less shows nothing that could be compared."""
ALIKE = 0.6
"""The correlation of the grey levels of two cells from which they show the same."""
STUDIO = 0.8
"""The share of the cells around from which an asset was taken on a plain ground, which is then no part of it."""
MIDDLE_SHARE = 0.25
"""The share of an asset's middle in which other things stand from which its goods may not be there at all."""
SAME, OTHER, BEFORE_OTHER = 1, -1, -2

Matrix = NDArray[np.float64]
Floats = NDArray[np.float32]


def view_of(gray: Gray) -> Gray:
    """A grey picture, its long side at most `VIEW_SIDE` and whole cells on either side."""
    height, width = gray.shape
    scale = VIEW_SIDE / max(height, width)
    opencv: Any = cv2
    size = tuple(max(CELL, round(side * scale / CELL) * CELL) for side in (width, height))
    small: Gray = opencv.resize(gray, size, interpolation=cv2.INTER_AREA)
    return small


def compare(view: Gray, size: tuple[int, int], picture: Gray, matrix: Matrix) -> NDArray[np.int8]:
    """The cells of an asset's view: 1 shows the same in the picture, -1 another thing, 0 nothing or is outside.

    Where the asset is a plain ground alone and the picture is not, it is -2: the goods may stand before another ground.
    `matrix` (2 x 3) takes pixels of the asset, in a frame of `size` (width, height), to those of the picture.
    """
    height, width = view.shape
    steps = np.array([size[0] / width, size[1] / height])
    to_picture = matrix.copy()
    to_picture[:, 2] += matrix[:, :2] @ ((steps - 1) / 2)
    to_picture[:, :2] *= steps
    opencv: Any = cv2
    # A picture that is larger is made smaller first, so that none of its pixels is left out.
    shrink = max(1.0, float(np.sqrt(abs(np.linalg.det(to_picture[:, :2])))))
    smaller = (max(1, round(picture.shape[1] / shrink)), max(1, round(picture.shape[0] / shrink)))
    ratio = np.array([smaller[0] / picture.shape[1], smaller[1] / picture.shape[0]])
    small = opencv.resize(picture, smaller, interpolation=cv2.INTER_AREA)
    to_small = to_picture * ratio[:, None]
    to_small[:, 2] += (ratio - 1) / 2
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    warped = opencv.warpAffine(small, to_small, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    there = opencv.warpAffine(np.full_like(small, 255), to_small, (width, height), flags=flags)
    own, theirs = _cells(view), _cells(warped)
    spread, other = own.std(axis=2), theirs.std(axis=2)
    product = ((own - own.mean(axis=2, keepdims=True)) * (theirs - theirs.mean(axis=2, keepdims=True))).mean(axis=2)
    alike = product / np.maximum(spread * other, 1e-6)
    told = (np.maximum(spread, other) > PLAIN) & (_cells(there).min(axis=2) > 250)
    other_than = np.where(_ground(spread), BEFORE_OTHER, OTHER)
    return np.where(told, np.where(alike > ALIKE, SAME, other_than), 0).astype(np.int8)


def all_cells(cells: NDArray[np.int8]) -> NDArray[np.int8]:
    """The cells, those of a plain ground like all others."""
    return np.where(cells == BEFORE_OTHER, OTHER, cells).astype(np.int8)


def inner(cells: NDArray[np.int8]) -> NDArray[np.int8]:
    """The cells without other things that reach a corner, as the ground does around a photo that was turned."""
    opencv: Any = cv2
    _, parts = opencv.connectedComponents((cells < 0).astype(np.uint8), connectivity=4)
    corners = parts[[0, 0, -1, -1], [0, -1, 0, -1]]
    return np.where(np.isin(parts, corners[corners > 0]), 0, cells).astype(np.int8)


def _ground(spread: Floats) -> NDArray[np.bool_]:
    """The plain cells that reach the border, where nearly all around is plain; else none.

    Goods before a wall or a floor show this around them, and other goods before the same one are no reuse.
    """
    opencv: Any = cv2
    plain = spread <= PLAIN
    around = np.concatenate([plain[0], plain[-1], plain[:, 0], plain[:, -1]])
    if around.mean() < STUDIO:
        return np.zeros_like(plain)
    _, parts = opencv.connectedComponents(np.pad(plain, 1, constant_values=True).astype(np.uint8), connectivity=4)
    outside: NDArray[np.bool_] = parts[1:-1, 1:-1] == parts[0, 0]
    return outside


def _cells(gray: Gray) -> Floats:
    """Rows x columns x the pixels of a cell."""
    height, width = gray.shape
    split = gray.reshape(height // CELL, CELL, width // CELL, CELL).transpose(0, 2, 1, 3)
    return split.reshape(height // CELL, width // CELL, CELL * CELL).astype(np.float32)


def solid(cells: NDArray[np.int8]) -> float:
    """The share of an asset's cells in which something else stands as one: at least three cells wide and high.

    Letters and marks over a photo leave it to be seen between them; another thing before the same wall does not.
    """
    opencv: Any = cv2
    opened = _patches(cells, 3)
    _, _, parts, _ = opencv.connectedComponentsWithStats(opened, connectivity=8)
    return float(parts[1:, cv2.CC_STAT_AREA].max(initial=0)) / cells.size


def middle_differs(cells: NDArray[np.int8]) -> bool:
    """Whether something else stands in the middle of an asset, where photos show their goods: before them, or for them.

    The middle is half as wide and half as high as the asset. Large letters fill it too.
    """
    rows, columns = cells.shape
    middle = _patches(cells, 2)[rows // 4 : rows - rows // 4, columns // 4 : columns - columns // 4]
    return float(middle.mean()) >= MIDDLE_SHARE


def _patches(cells: NDArray[np.int8], side: int) -> NDArray[np.uint8]:
    """1 where other things stand as patches of at least `side` x `side` cells, else 0."""
    opencv: Any = cv2
    other = np.pad((cells == OTHER).astype(np.uint8), side)
    patches: NDArray[np.uint8] = opencv.morphologyEx(other, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    return patches[side:-side, side:-side]
