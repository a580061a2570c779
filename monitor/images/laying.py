"""A logo laid exactly onto a picture by all its pixels, from a place that is only about right.

What changes within a few pixels of drawing and picture is brought to agree as far as it can (OpenCV's
`findTransformECC`, Evangelidis and Psarakis 2008): coarsely and without slant first, then finely and aslant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.maps import Map, grown_at, similar
from monitor.images.mixtures import centred, mixtures
from monitor.images.reliefs import Reliefs, relief

Floats = NDArray[np.float32]
Gray = NDArray[np.uint8]
MARGIN, FINER, LEAST_CELLS = 0.15, 4, 8
"""What of a drawing's surroundings is laid too, by its longer side; how finely it is drawn before it is made small."""
ENOUGH, BEYOND = 1e-3, 8
"""How little more agreement ends a stage, and how many pixels around a place are looked at."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """Into how many cells a drawing is divided, what is coarse in it, how often it is moved, and how."""

    cells: int
    around: int
    rounds: int
    way: int


ASIDE, GROWN, TURNED = (-0.12, 0.0, 0.12), (0.85, 1.0, 1.18), (-8.0, 0.0, 8.0)
"""Where it is looked for around a place: so far aside, by a logo's size, so many times as large, turned by degrees."""
AROUND = tuple(product(ASIDE, ASIDE, GROWN, TURNED))
SHIFTS = np.array([(right, down) for right, down, _, _ in AROUND])
CHANGES = np.array([similar(np.zeros(2), np.zeros(2), grown, turn) for _, _, grown, turn in AROUND])
TRIED = 4
"""From so many of these places, those where most agrees, it is laid."""
FARTHEST = 0.5
"""How far a corner moves at most, by the diagonal."""
STAGES = (_Stage(400, 7, 15, cv2.MOTION_AFFINE), _Stage(1_100, 9, 20, cv2.MOTION_HOMOGRAPHY))


class Laying:
    """Many drawings of logos, prepared once."""

    def __init__(self, drawings: Sequence[Gray], boxes: Floats) -> None:
        """Drawings are in grey and have a margin; `boxes` (m x 4 x 2) are the corners of their ink."""
        self._drawn = [
            [_cells(gray, box.astype(np.float64), stage) for stage in STAGES]
            for gray, box in zip(drawings, boxes, strict=True)
        ]

    def lay(self, picture: Reliefs, logo: int, start: Map) -> Map | None:
        """The map (3 x 3) from a logo's drawing to a picture near another one; None where nothing agrees.

        It is tried from around there as well, and what agrees best in the first stage is laid exactly.
        """
        try:
            return self._laid(picture, logo, start)
        except np.linalg.LinAlgError:  # a map that cannot be undone lays nothing
            return None

    def _laid(self, picture: Reliefs, logo: int, start: Map) -> Map | None:
        (drawn, to_drawing), (finely, from_finely) = self._drawn[logo]
        corners = to_drawing @ np.array([(0, 0, 1), (drawn.shape[1], drawn.shape[0], 1)]).T
        middle, size = corners[:2].mean(axis=1), float(np.sqrt(np.ptp(corners[:2], axis=1).prod()))
        around = CHANGES.copy()
        around[:, :2, 2] = middle + size * SHIFTS - CHANGES[:, :2, :2] @ middle
        starts = start @ around @ to_drawing
        agree = _agreement(picture, drawn, starts, start @ to_drawing)
        tried = (_closer(picture, drawn, starts[at], STAGES[0]) for at in np.argsort(-agree, kind="stable")[:TRIED])
        found = [one for one in tried if one is not None]
        if not found:
            return None
        _, rough = max(found, key=lambda one: one[0])
        rough = rough @ np.linalg.inv(to_drawing)
        exact = _closer(picture, finely, rough @ from_finely, STAGES[1])
        return rough if exact is None else exact[1] @ np.linalg.inv(from_finely)


def _agreement(picture: Reliefs, drawn: Floats, starts: Map, about: Map) -> Floats:
    """How far a drawing's cells agree with a picture under each of k maps (k x 3 x 3), its colours mixed to fit."""
    opencv: Any = cv2
    high, wide = drawn.shape
    changes, scaling = picture.fitting(grown_at(about, np.array([wide / 2, high / 2])))
    y, x = (one.ravel() for one in np.mgrid[:high, :wide])
    there = (scaling @ starts) @ np.stack([x, y, np.ones(high * wide)])
    flat = (there[:, :2] / np.maximum(there[:, 2:], 1e-6)).astype(np.float32)
    seen = opencv.remap(changes, flat[:, 0], flat[:, 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT)
    seen = centred(seen.reshape(len(starts), high * wide, -1))
    mixed, shared = mixtures(seen, (drawn - drawn.mean()).reshape(1, -1))
    agree: Floats = (shared * mixed).sum(axis=(1, 2))
    return agree


def _closer(picture: Reliefs, drawn: Floats, start: Map, stage: _Stage) -> tuple[float, Map] | None:
    """How far a drawing's cells and a picture come to agree near a map, and by which map; None where they do not."""
    opencv: Any = cv2
    high, wide = drawn.shape
    changes, scaling = picture.fitting(grown_at(start, np.array([wide / 2, high / 2])))
    placed = scaling @ start
    mixed = _mixture(changes, drawn, placed)
    square = np.array([(0, 0, 1), (wide, 0, 1), (wide, high, 1), (0, high, 1)], np.float64)
    corners = _seen(square, placed)
    if corners is None or mixed is None:
        return None
    first = np.maximum(np.floor(corners.min(axis=0) - BEYOND), 0).astype(int)
    last = np.minimum(np.ceil(corners.max(axis=0) + BEYOND), changes.shape[1::-1]).astype(int)
    if (last - first < LEAST_CELLS).any():
        return None
    part = np.ascontiguousarray(changes[first[1] : last[1], first[0] : last[0]] @ mixed)
    moved = np.eye(3)
    moved[:2, 2] = -first
    begun = moved @ placed
    begun = (begun / begun[2, 2]).astype(np.float32)
    affine = stage.way == cv2.MOTION_AFFINE
    until = (cv2.TERM_CRITERIA_COUNT | cv2.TERM_CRITERIA_EPS, stage.rounds, ENOUGH)
    try:
        agree, found = opencv.findTransformECC(drawn, part, begun[:2] if affine else begun, stage.way, until, None, 1)
    except cv2.error:  # that is how it says that they do not agree
        return None
    found = np.vstack([found, [0, 0, 1]]) if affine else found
    back: Map = np.linalg.inv(moved @ scaling) @ found.astype(np.float64)
    if not (np.isfinite(agree) and np.isfinite(back).all()):
        return None
    before, after = (_seen(square, one) for one in (start, back))
    if after is None or before is None:
        return None
    away = np.hypot(*(after - before).T).max() / max(1.0, float(np.hypot(*np.ptp(before, axis=0))))
    return (float(agree), back / back[2, 2]) if away < FARTHEST else None


def _seen(points: Map, placed: Map) -> Map | None:
    """Where points (n x 3) come to lie; None where a map takes some of them beyond what can be seen."""
    there = points @ placed.T
    return there[:, :2] / there[:, 2:] if (there[:, 2] * there[0, 2] > 0).all() else None


def _mixture(changes: Floats, drawn: Floats, placed: Map) -> Floats | None:
    """How colours are mixed to be most like a drawing where a map lays it; None where nothing is there."""
    opencv: Any = cv2
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = opencv.warpPerspective(changes, placed, drawn.shape[::-1], flags=flags).reshape(1, drawn.size, -1)
    mixed: Floats = mixtures(centred(seen), (drawn - drawn.mean()).reshape(1, -1))[0][0, :, 0]
    return mixed if np.isfinite(mixed).all() and np.abs(mixed).max() > 0 else None


def _cells(gray: Gray, box: Map, stage: _Stage) -> tuple[Floats, Map]:
    """A drawing as what changes within a few of so many cells, and the map from cells to its pixels."""
    opencv: Any = cv2
    first, last = box.min(axis=0), box.max(axis=0)
    margin = MARGIN * (last - first).max()
    first, size = first - margin, last - first + 2 * margin
    side = float(np.sqrt(size.prod() / stage.cells))
    wide, high = (max(LEAST_CELLS, round(one / side)) for one in size)
    step = side / FINER
    left, top = first - 0.5 + step / 2
    drawn = opencv.warpAffine(
        gray,
        np.array([[step, 0, left], [0, step, top]]),
        (wide * FINER, high * FINER),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    small = opencv.resize(drawn, (wide, high), interpolation=cv2.INTER_AREA)
    left, top = first + side / 2 - 0.5
    return relief(small, stage.around), np.array([[side, 0, left], [0, side, top], [0, 0, 1]])
