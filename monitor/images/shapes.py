"""Shapes compared whatever affine map moved them: each is made round by its moments, then described as it turns.

Made round, two views of one flat shape differ by a turn alone (Rothe, Süsse and Voss 1996). What is left is described
by waves around and away from the centre, as in Zernike moments (Khotanzad and Hong 1990): their sizes do not change
with a turn, and their phases say by how much it turned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.level_curves import Curve

Floats = NDArray[np.float64]
SIDE, REACH = 32, 2.2
"""A shape made round is drawn so many pixels wide; the disc of its moments has radius 1, and REACH is drawn."""
AWAY, AROUND = 5, 9
"""Waves away from the centre, and around it, from none upwards."""
TURNS = 72
AT_ONCE = 500
LEAST_VARIANCE = 0.05


@dataclass(frozen=True, slots=True)
class Shapes:
    """Many shapes: `centres` (n x 2), maps `round` and `back` (n x 2 x 2) to and from the round form, and `waves`."""

    centres: Floats
    round: Floats
    back: Floats
    waves: NDArray[np.complex64]
    sizes: NDArray[np.float32]

    def part(self, first: int, end: int) -> "Shapes":
        """Some of them."""
        some = slice(first, end)
        return Shapes(self.centres[some], self.round[some], self.back[some], self.waves[some], self.sizes[some])


def _basis() -> NDArray[np.complex128]:
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    across, down = ((one + 0.5) / SIDE * 2 * REACH - REACH for one in (columns, rows))
    away, angle = np.hypot(across, down), np.arctan2(down, across)
    parts = []
    for around in range(AROUND):
        waves = [np.cos(np.pi * n * away / REACH) * np.exp(-1j * around * angle) * (away < REACH) for n in range(AWAY)]
        orthogonal, _ = np.linalg.qr(np.stack([wave.ravel() for wave in waves], axis=1))
        parts.append(orthogonal)
    basis: NDArray[np.complex128] = np.concatenate(parts, axis=1)
    return basis


def _disc() -> NDArray[np.float32]:
    opencv: Any = cv2
    large = np.zeros((SIDE * 8, SIDE * 8), np.uint8)
    opencv.circle(large, (SIDE * 4, SIDE * 4), int(SIDE * 4 / REACH), 255, -1)
    small: NDArray[np.float32] = opencv.resize(large, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
    return small.ravel() / np.float32(255)


BASIS = _basis()
WAVES = np.concatenate([BASIS.real, BASIS.imag], axis=1).astype(np.float32)
DISC = _disc()
ANGLES = np.outer(np.arange(AROUND), np.arange(TURNS) * 2 * np.pi / TURNS)
TURNING = np.concatenate([np.cos(ANGLES), np.sin(ANGLES)]).astype(np.float32)
"""What is the real part of waves (9 real parts, then the imaginary ones) after each turn."""


def described(curves: Sequence[Curve]) -> Shapes:
    """What the curves enclose, in their order."""
    centres = np.array([curve.centre for curve in curves], np.float64).reshape(-1, 2)
    xx, xy, yy = np.array([curve.moments for curve in curves], np.float64).reshape(-1, 3).T
    spread, axes = np.linalg.eigh(np.stack([xx, xy, xy, yy], axis=-1).reshape(-1, 2, 2))
    # A disc of radius 1 has variances of 1/4.
    radii = 2 * np.sqrt(np.maximum(spread, LEAST_VARIANCE))
    to_round = np.einsum("nij,nj,nkj->nik", axes, 1 / radii, axes)
    grown = to_round * (SIDE / REACH * 16)
    shifts = np.float64(SIDE * 16 - 8) - np.einsum("nij,nj->ni", grown, centres)
    opencv: Any = cv2
    sheets = np.zeros((len(curves), SIDE * 2, SIDE * 2), np.uint8)
    for curve, sheet, grow, shift in zip(curves, sheets, grown.transpose(0, 2, 1), shifts, strict=True):
        moved = np.rint(curve.points @ grow + shift).astype(np.int32)
        opencv.fillPoly(sheet, [moved], 255, lineType=cv2.LINE_8, shift=4)
    drawn = np.zeros((len(curves), SIDE * SIDE), np.float32)
    if curves:
        small = opencv.resize(sheets.reshape(-1, SIDE * 2), (SIDE, SIDE * len(curves)), interpolation=cv2.INTER_AREA)
        drawn[:] = small.reshape(drawn.shape)
    drawn /= 255
    drawn -= DISC
    projected = drawn @ WAVES
    waves = (projected[:, : AWAY * AROUND] + 1j * projected[:, AWAY * AROUND :]).astype(np.complex64)
    back = np.einsum("nij,nj,nkj->nik", axes, radii, axes)
    return Shapes(centres, to_round, back, waves, np.abs(waves).astype(np.float32))


def unlike(own: Shapes, others: Shapes) -> NDArray[np.float32]:
    """At least how unlike each own shape and each other one are, whatever the turn: m x n, in drawn pixels."""
    mine, theirs = (own.sizes**2).sum(axis=1), (others.sizes**2).sum(axis=1)
    apart: NDArray[np.float32] = mine[:, None] + theirs[None] - 2 * own.sizes @ others.sizes.T
    return apart


def nearest(own: Shapes, others: Shapes) -> NDArray[np.float32]:
    """How unlike each own shape and the likest of others are at least; some at a time, as all take 150 MB."""
    count = len(own.centres)
    parts = [unlike(own.part(at, at + AT_ONCE), others).min(axis=1, initial=np.inf) for at in range(0, count, AT_ONCE)]
    return np.concatenate([np.zeros(0, np.float32), *parts])


def turns(
    own: Shapes, others: Shapes, pairs: NDArray[np.intp], most: int
) -> tuple[NDArray[np.intp], Floats, NDArray[np.float32]]:
    """The best turns of own shapes onto others, at most so many a pair.

    `pairs` (n x 2) name the two shapes. Gives the pair (as a row of `pairs`), the map (2 x 3) that takes the plane of
    the own shape to that of the other, and how unlike the two are then.
    """
    mine = own.waves[pairs[:, 0]].reshape(-1, AROUND, AWAY)
    theirs = others.waves[pairs[:, 1]].reshape(-1, AROUND, AWAY)
    shared = (mine * theirs.conj()).sum(axis=2)
    # All waves but those that do not go around stand for two: their own and the one that goes around the other way.
    fixed = _squares(own)[pairs[:, 0]] + _squares(others)[pairs[:, 1]] + 2 * shared[:, 0].real
    apart = fixed[:, None] - 4 * (np.concatenate([shared.real, shared.imag], axis=1) @ TURNING)
    around = np.concatenate([apart[:, -1:], apart, apart[:, :1]], axis=1)
    ranked = np.where((apart <= around[:, :-2]) & (apart <= around[:, 2:]), apart, np.inf)
    best = np.argpartition(ranked, most, axis=1)[:, :most]
    rows = np.repeat(np.arange(len(pairs)), most)
    turn = best.ravel()
    real = np.isfinite(ranked[rows, turn])
    rows, turn = rows[real], turn[real]
    angle = turn * (2 * np.pi / TURNS)
    cos, sin = np.cos(angle), np.sin(angle)
    turned = np.stack([cos, -sin, sin, cos], axis=-1).reshape(-1, 2, 2)
    first, second = pairs[rows].T
    linear = others.back[second] @ turned @ own.round[first]
    shift = others.centres[second] - np.einsum("nij,nj->ni", linear, own.centres[first])
    return rows, np.concatenate([linear, shift[:, :, None]], axis=2), ranked[rows, turn].astype(np.float32)


def _squares(shapes: Shapes) -> NDArray[np.float32]:
    """The square of each shape, with the waves that stand for two."""
    squares = (shapes.sizes**2).reshape(-1, AROUND, AWAY)
    total: NDArray[np.float32] = 2 * squares.sum(axis=(1, 2)) - squares[:, 0].sum(axis=1)
    return total
