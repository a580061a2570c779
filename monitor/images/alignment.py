"""A drawing laid onto a picture by all its pixels, from a rough place, and how like both are there.

Both are kept as what changes within a few cells of a grid, so that light, shade and plain grounds do not count. The
change of the map that explains what is still different is solved for, again and again, on ever finer grids (Lucas and
Kanade 1981; with the derivatives of the drawing, which are known beforehand, as Baker and Matthews 2004). Colours do
not count: at each place the drawing is compared with that mixture of the picture's colours which is most like it. What
differs strongly, as where the drawing is covered, counts less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.fitting import moved

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Gray = NDArray[np.uint8]
Maps = NDArray[np.floating]
NEAR, AROUND = 0.9, 9
"""What is finer than the one is noise, what is coarser than the other, in cells, is light and shade."""
MARGIN = 0.1
"""How far around a drawing it is compared, by its size."""
BORDER, FINER = 8, 4
"""Cells beyond the grid that are drawn too, since all is blurred; and points a cell that are drawn."""
LEVELS, LEAST_SIDE = 12, 12
"""A picture is kept at so many sizes, each a square root of two smaller, down to so many pixels."""
LEAST_SEEN = 0.5
"""The share of a drawing that lies in the picture, at least."""
SMOOTH, FAINTEST = 4.0, 0.05
"""The square of the grey levels that count for nothing, and the contrast from which on it is made up for."""
OUTLYING, ALWAYS = 2.0, 0.2
"""From so many times the mean on a difference counts by half, and so much is always let pass."""
STIFF = 0.02 * np.array([0.2, 1, 1, 0.2, 1, 1, 4, 4], np.float32)
"""What a change of the map costs: shifts least, a slant most."""
MOST_STEP, STEEPEST = 0.3, 0.8
"""By how much a map changes at once, and how much nearer an edge of a drawing may be than its middle."""
AFFINE, ASLANT = 6, 8
"""The numbers of a map that are solved for."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Many drawings at one fineness, each as n points of a grid: m x n, where `used` is 0 for those too many.

    `points` (m x n x 2) are about the middle, of a reach of 1; `frames` (m x 3 x 3) take pixels of a drawing there.
    `steep` (m x n x 2) is how the values change; `cells` (m) how large a cell of the grid is. Most is kept in half the
    bytes, since a brand may have a thousand logos.
    """

    points: Halves
    values: Halves
    steep: Halves
    used: Halves
    frames: NDArray[np.float64]
    cells: Floats


def patterns(drawings: Sequence[Gray], boxes: Floats, count: int) -> Patterns:
    """Drawings with a margin, by about so many points each; `boxes` (m x 4 x 2) are the corners of their ink."""
    parts = [_pattern(gray, box, count) for gray, box in zip(drawings, boxes, strict=True)]
    size, most = len(parts), max((len(part[1]) for part in parts), default=0)
    points, steep = np.zeros((2, size, most, 2), np.float16)
    values, used = np.zeros((2, size, most), np.float16)
    for at, (where, value, change, _, _) in enumerate(parts):
        count = len(value)
        points[at, :count], values[at, :count], steep[at, :count], used[at, :count] = where, value, change, 1
    frames = np.array([part[3] for part in parts], np.float64).reshape(-1, 3, 3)
    return Patterns(points, values, steep, used, frames, np.array([part[4] for part in parts], np.float32))


def _pattern(gray: Gray, box: Floats, count: int) -> tuple[Floats, Floats, Floats, NDArray[np.float64], float]:
    opencv: Any = cv2
    (left, top), (right, bottom) = box[0].tolist(), box[2].tolist()
    margin = MARGIN * max(right - left + 1, bottom - top + 1)
    wide, high = right - left + 1 + 2 * margin, bottom - top + 1 + 2 * margin
    cell = float(np.sqrt(wide * high / count))
    columns, rows = max(4, round(wide / cell)), max(4, round(high / cell))
    cell = max(wide / columns, high / rows)
    middle = np.array([(left + right) / 2, (top + bottom) / 2])
    # A whole picture with a border around, drawn finely and then made small.
    size = ((columns + 2 * BORDER) * FINER, (rows + 2 * BORDER) * FINER)
    step = cell / FINER
    corner = middle - step * (np.array(size) - 1) / 2
    drawn = opencv.warpAffine(
        gray,
        np.array([[step, 0, corner[0]], [0, step, corner[1]]]),
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    small = opencv.resize(drawn, (columns + 2 * BORDER, rows + 2 * BORDER), interpolation=cv2.INTER_AREA)
    whole = _relief(small)
    down, across = (np.asarray(one, np.float32) for one in np.gradient(whole))
    inner = (slice(BORDER, -BORDER), slice(BORDER, -BORDER))
    reach = max(wide, high) / 2
    x, y = ((np.arange(n) - (n - 1) / 2) * cell / reach for n in (columns, rows))
    points = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    spread = float(whole[inner].std()) + 1e-6
    steep = np.stack([across[inner], down[inner]], axis=-1).reshape(-1, 2) * reach / cell / spread
    frame = np.array([[1 / reach, 0, -middle[0] / reach], [0, 1 / reach, -middle[1] / reach], [0, 0, 1]])
    return points.astype(np.float32), whole[inner].ravel() / spread, steep.astype(np.float32), frame, cell / reach


def _relief(pixels: NDArray[np.generic]) -> Floats:
    """What changes within a few pixels."""
    opencv: Any = cv2
    values = pixels.astype(np.float32)
    relief: Floats = opencv.GaussianBlur(values, (5, 5), NEAR) - opencv.blur(values, (AROUND, AROUND))
    return relief


class Reliefs:
    """What changes within a few pixels of a picture, at all its sizes; grey, or red, green and blue."""

    def __init__(self, picture: NDArray[np.uint8]) -> None:
        opencv: Any = cv2
        size = np.array(picture.shape[1::-1])
        pixels: list[NDArray[np.uint8]] = []
        for level in range(LEVELS):
            wide, high = (int(side) for side in np.maximum(1, np.rint(size / np.sqrt(2) ** level)))
            if level and min(wide, high) < LEAST_SIDE:
                break
            larger = pixels[level - 2] if level > 1 else picture
            pixels.append(opencv.resize(larger, (wide, high), interpolation=cv2.INTER_AREA) if level else picture)
        self.colours = 1 if picture.ndim == 2 else picture.shape[2]
        self._levels = [(_relief(one), (size / one.shape[1::-1]).astype(np.float32)) for one in pixels]

    def at(self, places: Floats, cells: Floats) -> tuple[Floats, Floats]:
        """The values at places (k x n x 2), of a size at which cells (k) of so many pixels are one: k x n x colours.

        Also which are in the picture, as 1 or 0.
        """
        opencv: Any = cv2
        wanted = np.rint(2 * np.log2(np.maximum(cells, np.float32(1)))).astype(np.intp)
        wanted = np.minimum(wanted, len(self._levels) - 1)
        values = np.zeros((*places.shape[:2], self.colours), np.float32)
        inside = np.zeros(places.shape[:2], np.float32)
        for level in np.unique(wanted):
            chosen = wanted == level
            relief, shrunk = self._levels[level]
            x, y = (np.ascontiguousarray(one) for one in np.moveaxis((places[chosen] + 0.5) / shrunk - 0.5, 2, 0))
            taken = opencv.remap(relief, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
            values[chosen] = taken.reshape(*x.shape, self.colours)
            high, wide = relief.shape[:2]
            inside[chosen] = (x >= 0) & (y >= 0) & (x <= wide - 1) & (y <= high - 1)
        return values, inside


def aligned(
    picture: Reliefs, known: Patterns, numbers: NDArray[np.intp], maps: Maps, rounds: int, freedom: int
) -> tuple[NDArray[np.float64], Floats, Floats]:
    """The best maps (k x 3 x 3) near given ones, from drawings of these numbers to the picture, and how like both are.

    Also how like they were before. A likeness is a correlation, -1 to 1; `freedom` is `AFFINE` or `ASLANT`.
    """
    if not len(numbers):
        return np.zeros((0, 3, 3)), *np.zeros((2, 0), np.float32)
    frames = known.frames[numbers]
    now = maps @ np.linalg.inv(frames)
    best = now = now / now[:, 2:, 2:]
    points, values, steep, used = (
        one[numbers].astype(np.float32) for one in (known.points, known.values, known.steep, known.used)
    )
    slopes = _slopes(points, values, steep, freedom)
    stiff = np.diag(np.append(STIFF[:freedom], (0, 0)) + 1e-6).astype(np.float32)
    value, before = np.full((2, len(numbers)), -2, np.float32)
    for left in range(rounds, -1, -1):
        seen, weight = _seen(picture, known.cells[numbers], points, values, used, now)
        like = _likeness(seen, values, weight)
        before = like if left == rounds else before
        better = like > value
        best, value = np.where(better[:, None, None], now, best), np.where(better, like, value)
        if left:
            changed = _closer(seen, values, weight, slopes, stiff, now)
            now = np.where(_sane(changed)[:, None, None], changed, best)
    return best @ frames, value, before


def _slopes(points: Floats, values: Floats, steep: Floats, freedom: int) -> Floats:
    """How the values change with each number of a map, and with contrast and brightness: k x n x (freedom + 2)."""
    x, y = np.moveaxis(points, 2, 0)
    across, down = np.moveaxis(steep, 2, 0)
    plain = [across, across * x, across * y, down, down * x, down * y]
    out = across * x + down * y
    aslant = [-out * x, -out * y] if freedom == ASLANT else []
    return np.stack([*plain, *aslant, values, np.ones_like(values)], axis=-1)


def _seen(
    picture: Reliefs, cells: Floats, points: Floats, values: Floats, used: Floats, maps: NDArray[np.float64]
) -> tuple[Floats, Floats]:
    """What the picture shows of the drawings, in the mixture of its colours that is most like them, and what counts."""
    linear = maps[:, :2, :2] - maps[:, :2, 2:] * maps[:, 2:, :2]
    scale = np.sqrt(np.abs(np.linalg.det(linear))).astype(np.float32)
    places, _ = moved(points, maps.astype(np.float32))
    colours, inside = picture.at(places, scale * cells)
    weight = used * inside
    weight = np.where((weight.sum(axis=1) > LEAST_SEEN * used.sum(axis=1))[:, None], weight, used)
    total = weight.sum(axis=1)[:, None, None]
    weighted = (colours * weight[..., None]).transpose(0, 2, 1)
    spread = weighted @ colours / total + SMOOTH * np.eye(picture.colours, dtype=np.float32)
    mixture = np.linalg.solve(spread, weighted @ values[..., None] / total)
    seen: Floats = (colours @ mixture)[..., 0]
    return seen, weight


def _likeness(seen: Floats, values: Floats, weight: Floats) -> Floats:
    total = weight.sum(axis=1, keepdims=True)
    one = seen - (seen * weight).sum(axis=1, keepdims=True) / total
    other = values - (values * weight).sum(axis=1, keepdims=True) / total
    squares = (weight * one * one).sum(axis=1) * (weight * other * other).sum(axis=1)
    like: Floats = (weight * one * other).sum(axis=1) / np.sqrt(squares + np.float32(1e-9))
    return like


def _closer(
    seen: Floats, values: Floats, weight: Floats, slopes: Floats, stiff: Floats, maps: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The maps changed by what explains most of the difference."""
    contrast = (weight * seen * values).sum(axis=1) / ((weight * values * values).sum(axis=1) + np.float32(1e-9))
    apart = seen / np.maximum(contrast, FAINTEST)[:, None] - values
    usual = OUTLYING * np.abs(apart).mean(axis=1, keepdims=True) + ALWAYS
    weight = weight / (1 + (apart / usual) ** 2)
    weighted = (slopes * weight[..., None]).transpose(0, 2, 1)
    total = weight.sum(axis=1)[:, None, None] + np.float32(1e-9)
    step = np.linalg.solve(weighted @ slopes / total + stiff, weighted @ apart[..., None] / total)[..., 0]
    step = np.clip(step[:, :-2], -MOST_STEP, MOST_STEP)
    change = np.tile(np.eye(3), (len(maps), 1, 1))
    change[:, :2, 2] += step[:, [0, 3]]
    change[:, :2, :2] += step[:, [[1, 2], [4, 5]]]
    if step.shape[1] == ASLANT:
        change[:, 2, :2] += step[:, 6:]
    changed = maps @ np.linalg.inv(change)
    return np.asarray(changed / changed[:, 2:, 2:], np.float64)


def _sane(maps: NDArray[np.float64]) -> NDArray[np.bool_]:
    whole = np.isfinite(maps).all(axis=(1, 2))
    return np.asarray(whole & (np.abs(maps[:, 2, :2]).sum(axis=1) < STEEPEST), np.bool_)
