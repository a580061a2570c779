"""Where logos may lie in a picture by their coarse look: cells of edges and how these run, laid everywhere.

A grid of cells is seen in every size and at a few turns. It says only about where a logo would be; that is enough for
`alignment`. Far turns are left to shapes and features, which know how a thing is turned.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
BLUR, FAINT = 0.7, 3.0
"""In half cells; and the grey levels per half cell at which an edge counts by half."""
INK = 0.4
"""How dark a logo is taken to be in photos, beside how it is drawn."""
LARGER, LARGEST = 1.4, 0.9
"""From one size to the next, and the share of a picture's side that a logo may take."""
PLACES = 4
APART, SAME_SIZE = 0.2, 0.4
"""By how much of its size, and of its logarithm, two places of one logo differ."""
EMPTY = 0.006
"""The strength of edges, squared, added to that of a place, so that what is nearly plain agrees with nothing."""
PLAIN = 0.01
"""Where edges are weaker, squared, in the mean of all cells, nothing is looked for."""
MARGIN, FINER = 4, 3
NARROW = np.array([1.2, 2.2, 4.0])
"""How many times wider than high logos are, in kinds."""
Place = tuple[int, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class _Grid:
    """So many rows and columns of cells, of which the ink of a logo takes some at its longer side."""

    rows: int
    columns: int
    ink: int
    steps: tuple[int, int]
    turns: tuple[int, ...]
    least: float


COMPACT = _Grid(10, 10, 8, (2, 2), (-20, 0, 20), 32)
WIDE = _Grid(10, 16, 14, (1, 3), (-24, -12, 0, 12, 24), 56)
FROM_WIDE = 1.7


@dataclass(frozen=True, slots=True)
class _Laid:
    """Logos on one kind of grid: by turn how their edges run (cells x logos), and where their ink is, by kind."""

    grid: _Grid
    logos: NDArray[np.intp]
    edges: tuple[Floats, ...]
    inks: tuple[Floats, ...]
    kinds: NDArray[np.intp]
    cells: NDArray[np.float64]
    middles: NDArray[np.float64]


class LogoCells:
    """The cells of many logos, prepared once."""

    def __init__(self, drawings: Sequence[Gray], boxes: Floats) -> None:
        """Each logo is a grey picture with a margin; `boxes` (m x 4 x 2) are the corners of its ink."""
        sides = boxes[:, 2] - boxes[:, 0] + 1 if len(boxes) else np.ones((0, 2), np.float32)
        wide = sides[:, 0] > FROM_WIDE * sides[:, 1]
        self._laid = [
            _laid(grid, np.flatnonzero(chosen), drawings, boxes)
            for grid, chosen in ((COMPACT, ~wide), (WIDE, wide))
            if chosen.any()
        ]

    def propose(self, picture: NDArray[np.uint8], logos: Collection[int] | None = None) -> list[Place]:
        """Logos, by number, and maps (2 x 3) from their drawings to where they may lie; of these logos, or of all."""
        found: list[Place] = []
        for laid in self._laid:
            among = np.arange(len(laid.logos))
            if logos is not None:
                among = among[np.isin(laid.logos, list(logos))]
            if len(among):
                found += _best(laid, among, np.concatenate(list(_everywhere(laid, among, picture))))
        return found


def _laid(grid: _Grid, logos: NDArray[np.intp], drawings: Sequence[Gray], boxes: Floats) -> _Laid:
    sides = boxes[logos, 2] - boxes[logos, 0] + 1
    cells = sides.max(axis=1).astype(np.float64) / grid.ink
    middles = (boxes[logos, 0] + boxes[logos, 2]).astype(np.float64) / 2
    kinds = np.abs(np.log(sides[:, :1] / sides[:, 1:] / NARROW)).argmin(axis=1)
    edges, inks = [], []
    for turn in np.radians(grid.turns):
        drawn = [
            _cells(_turned(drawings[number], grid, cell, middle, turn)).reshape(-1)
            for number, cell, middle in zip(logos.tolist(), cells, middles, strict=True)
        ]
        inner = np.array(drawn, np.float32)
        edges.append(np.ascontiguousarray((inner / (np.linalg.norm(inner, axis=1, keepdims=True) + 1e-9)).T))
        inks.append(np.stack([_ink(grid, float(narrow), turn) for narrow in NARROW], axis=1))
    return _Laid(grid, logos, tuple(edges), tuple(inks), kinds, cells, middles)


def _turned(gray: Gray, grid: _Grid, cell: float, middle: NDArray[np.float64], turn: float) -> NDArray[np.float32]:
    """A logo, turned, on half cells, with a margin around that `_cells` takes away."""
    opencv: Any = cv2
    columns, rows = 2 * (grid.columns + 2 * MARGIN), 2 * (grid.rows + 2 * MARGIN)
    step = cell / 2 / FINER
    linear = step * np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    corner = middle - linear @ ((np.array([columns, rows]) * FINER - 1) / 2)
    drawn = opencv.warpAffine(
        gray,
        np.column_stack([linear, corner]),
        (columns * FINER, rows * FINER),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    small: Floats = opencv.resize(drawn, (columns, rows), interpolation=cv2.INTER_AREA).astype(np.float32) * INK
    return small


def _cells(half_cells: Floats) -> Floats:
    return _runs(half_cells)[MARGIN:-MARGIN, MARGIN:-MARGIN]


def _ink(grid: _Grid, narrow: float, turn: float) -> Floats:
    """The cells that a logo takes, and those beside them, as 1."""
    y, x = np.mgrid[: grid.rows, : grid.columns]
    x, y = x - (grid.columns - 1) / 2, y - (grid.rows - 1) / 2
    across, down = x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)
    wide, high = grid.ink * min(1.0, narrow) / 2 + 1, grid.ink / max(1.0, narrow) / 2 + 1
    return np.asarray((np.abs(across) <= wide) & (np.abs(down) <= high), np.float32).reshape(-1)


def _runs(half_cells: NDArray[np.generic]) -> Floats:
    """How the edges in each cell run, the angle doubled, so that light on dark equals dark on light."""
    opencv: Any = cv2
    smooth = opencv.GaussianBlur(half_cells.astype(np.float32), (0, 0), BLUR)
    across, down = (opencv.Sobel(smooth, cv2.CV_32F, *way, ksize=3, scale=1 / 8) for way in ((1, 0), (0, 1)))
    along, crossed, total = across * across - down * down, 2 * across * down, across * across + down * down
    if along.ndim > 2:
        along, crossed, total = (opencv.transform(one, np.full((1, 3), 1 / 3)) for one in (along, crossed, total))
    strength = opencv.sqrt(total)
    weight = strength / (strength + FAINT) / np.maximum(total, 1e-6)
    high, wide = total.shape[:2]
    runs: Floats = opencv.resize(
        opencv.merge((along * weight, crossed * weight)),
        (max(1, wide // 2), max(1, high // 2)),
        interpolation=cv2.INTER_AREA,
    )
    return runs


def _everywhere(laid: _Laid, among: NDArray[np.intp], picture: NDArray[np.uint8]) -> Iterator[Floats]:
    """The best places in each size, n x logos x (agreement, across, down, size of a cell, turn)."""
    opencv: Any = cv2
    grid, size = laid.grid, laid.grid.least
    whole = np.array(picture.shape[1::-1])
    edges, inks = np.concatenate([one[:, among] for one in laid.edges], axis=1), np.concatenate(laid.inks, axis=1)
    while size < LARGEST * whole.max() or size == grid.least:
        cell = size / grid.ink
        halves = np.maximum(2, np.rint(2 * whole / cell)).astype(int)
        way = cv2.INTER_AREA if cell > 2 else cv2.INTER_LINEAR
        runs = _runs(opencv.resize(picture, halves.tolist(), interpolation=way))
        windows, first = _windows(runs, grid)
        squares, _ = _windows((runs * runs).sum(axis=2, keepdims=True), grid)
        shape, cells = squares.shape[:2], grid.rows * grid.columns
        inked = squares.reshape(-1, cells) @ inks
        there = np.flatnonzero(inked.max(axis=1) > PLAIN * cells)
        places = windows[np.unravel_index(there, shape)].reshape(len(there), 2 * cells)
        every = (places @ edges).reshape(len(there), len(grid.turns), len(among))
        some, turned = np.full((2, len(there), len(among)), -1, np.float32)
        for number, turn in enumerate(np.radians(grid.turns)):
            usual = 1 / np.sqrt(inked[there, number * len(NARROW) :][:, : len(NARROW)] + EMPTY * cells)
            agreement = every[:, number] * usual.astype(np.float32)[:, laid.kinds[among]]
            better = agreement > some
            np.copyto(some, agreement, where=better)
            np.copyto(turned, np.float32(turn), where=better)
        best = np.full((shape[0] * shape[1], len(among)), -1, np.float32)
        best[there] = some
        around = opencv.dilate(best.reshape(*shape, -1), np.ones((3, 3), np.uint8)).reshape(best.shape)
        best[best < around] = -1
        count = min(PLACES, len(best))
        at = np.argpartition(-best, count - 1, axis=0)[:count]
        across = (at % shape[1] * grid.steps[1] + first[1] + 0.5) * whole[0] / runs.shape[1] - 0.5
        down = (at // shape[1] * grid.steps[0] + first[0] + 0.5) * whole[1] / runs.shape[0] - 0.5
        value = np.take_along_axis(best, at, 0)
        back = np.zeros(len(best), np.intp)
        back[there] = np.arange(len(there))
        turn = np.take_along_axis(turned, back[at], 0) if len(there) else np.zeros_like(value)
        yield np.stack([value, across, down, np.full_like(value, cell), turn], axis=-1).astype(np.float32)
        size *= LARGER


def _windows(values: Floats, grid: _Grid) -> tuple[Floats, tuple[float, float]]:
    """All grids in a map of cells, down and across, each rows x (columns x values); and the middle of the first."""
    opencv: Any = cv2
    high, wide = values.shape[:2]
    down, across = grid.rows // 3, grid.columns // 3
    # A logo may reach a little beyond the picture.
    bordered = opencv.copyMakeBorder(
        values, down, down + grid.rows, across, across + grid.columns, cv2.BORDER_CONSTANT
    ).reshape(high + 2 * down + grid.rows, -1)
    depth = values.shape[2]
    shape = (
        max(0, high + 2 * down - grid.rows) // grid.steps[0] + 1,
        max(0, wide + 2 * across - grid.columns) // grid.steps[1] + 1,
    )
    windows = sliding_window_view(bordered, (grid.rows, grid.columns * depth))
    windows = windows[:: grid.steps[0], :: grid.steps[1] * depth][: shape[0], : shape[1]]
    first = ((grid.rows - 1) / 2 - down, (grid.columns - 1) / 2 - across)
    return windows, first


def _best(laid: _Laid, among: NDArray[np.intp], found: Floats) -> list[Place]:
    """The best places of each logo, those left out that lie beside a better one."""
    found = found.transpose(1, 0, 2)
    value, across, down, cell, turn = np.moveaxis(found, 2, 0)
    apart = np.hypot(across[:, :, None] - across[:, None], down[:, :, None] - down[:, None])
    beside = apart < APART * laid.grid.ink * cell[:, :, None]
    beside &= np.abs(np.log(cell[:, :, None] / cell[:, None])) < SAME_SIZE
    beside &= value[:, None] > value[:, :, None]
    value = np.where(beside.any(axis=2), -1, value)
    order = np.argsort(-value, axis=1, kind="stable")[:, :PLACES]
    rows, columns = np.nonzero(np.take_along_axis(value, order, 1) > 0)
    at = order[rows, columns]
    numbers = among[rows]
    scale = cell[rows, at] / laid.cells[numbers]
    cos, sin = scale * np.cos(turn[rows, at]), scale * np.sin(turn[rows, at])
    linear = np.stack([np.stack([cos, -sin], axis=-1), np.stack([sin, cos], axis=-1)], axis=1)
    middle = np.stack([across[rows, at], down[rows, at]], axis=-1)
    moved = middle - (linear @ laid.middles[numbers][..., None])[..., 0]
    maps = np.concatenate([linear, moved[..., None]], axis=2).astype(np.float64)
    return list(zip(laid.logos[numbers].tolist(), maps, strict=True))
