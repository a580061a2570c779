"""The outline of an asset laid exactly onto the edges of a picture, starting from about the right place.

Each point looks along its normal for an edge in its direction; the change of the map that brings the points closest to
what they found is solved for, and all of it repeated (as in tracking by edges, Drummond and Cipolla 2002). A map is a
homography, so that a label seen aslant fits too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.images.edges import EdgeField, Outline

Floats = NDArray[np.float32]
ROUGHLY = ((6.0, 1.0, False), (5.0, 1.0, True))
EXACTLY = ((4.0, 1.0, True), (3.0, 0.5, True), (2.0, 0.5, True), (1.5, 0.5, True))
"""Rounds: how far points look, in what steps, in pixels, and whether the map may become aslant."""
FAR_COUNTS_LESS, AT_LEAST = 0.15, 0.15
STIFF = 0.004 * np.array([0.2, 0.5, 0.5, 0.2, 0.5, 0.5, 2.0, 2.0], np.float32)
"""What a change of the map costs: shifts least, a slant most."""


@dataclass(frozen=True, slots=True)
class Stencil:
    """The outlines of many assets, each of the same number of points, about its middle and of a reach of 1.

    `points` and `normals` are m x n x 2; `frames` (m x 3 x 3) take an asset's pixels there.
    """

    points: Floats
    normals: Floats
    frames: Floats

    def of(self, numbers: NDArray[np.intp]) -> "Stencil":
        """Those of the named assets, in that order."""
        return Stencil(self.points[numbers], self.normals[numbers], self.frames[numbers])


def stencil(outlines: list[Outline], count: int) -> Stencil:
    """The outlines, each thinned or repeated to so many points."""
    points, normals, frames = [], [], []
    for one in outlines:
        kept = np.linspace(0, len(one.points) - 1, count).astype(np.intp)
        middle = one.points.mean(axis=0)
        reach = float(np.abs(one.points - middle).max()) or 1.0
        points.append((one.points[kept] - middle) / reach)
        normals.append(one.normals[kept])
        frames.append([[1 / reach, 0, -middle[0] / reach], [0, 1 / reach, -middle[1] / reach], [0, 0, 1]])
    shape = (len(outlines), count, 2)
    return Stencil(
        np.array(points, np.float32).reshape(shape),
        np.array(normals, np.float32).reshape(shape),
        np.array(frames, np.float32).reshape(-1, 3, 3),
    )


def unit_maps(outlines: Stencil, maps: NDArray[np.floating]) -> Floats:
    """Maps of the assets' pixels as maps of the stencil's points, 1 in the last place."""
    unit = (maps @ np.linalg.inv(outlines.frames.astype(np.float64))).astype(np.float32)
    return unit / unit[:, 2:, 2:]


def moved(points: Floats, maps: Floats) -> tuple[Floats, Floats]:
    """Points (k x n x 2) under maps (k x 3 x 3), and what each is divided by."""
    homogeneous = points @ maps[:, :, :2].transpose(0, 2, 1) + maps[:, None, :, 2]
    below = np.maximum(homogeneous[..., 2], np.float32(1e-3))
    return _together(homogeneous[..., 0] / below, homogeneous[..., 1] / below), below


def turned(places: Floats, normals: Floats, maps: Floats) -> Floats:
    """The unit normals at places that `moved` gave."""
    x, y, last = normals[..., 0], normals[..., 1], maps[:, 2]
    # A normal goes with the inverse transpose of the map near its place, here but for a factor.
    across, down = (
        (maps[:, way, 1:2] - places[..., way] * last[:, 1:2]) * x
        - (maps[:, way, :1] - places[..., way] * last[:, :1]) * y
        for way in (0, 1)
    )
    length: Floats = np.sqrt(np.maximum(across * across + down * down, np.float32(1e-18)))
    return _together(down / length, -across / length)


def _together(x: NDArray[np.floating], y: NDArray[np.floating]) -> Floats:
    """Two numbers a point as ... x 2; all of either lie in one piece, which is several times faster."""
    return np.moveaxis(np.stack([x, y], dtype=np.float32), 0, -1)


def fitted(
    field: EdgeField, outlines: Stencil, maps: NDArray[np.floating], rounds: Sequence[tuple[float, float, bool]]
) -> tuple[Floats, Floats]:
    """The best maps (k x 3 x 3) near the given ones, each of an asset of `outlines` (k of them) to the picture.

    Also how far each outline agrees there.
    """
    best = current = unit_maps(outlines, maps)
    value = _agreement(field, outlines, current)
    for radius, step, aslant in rounds:
        current = _closer(field, outlines, current, radius, step, aslant=aslant)
        now = _agreement(field, outlines, current)
        best = np.where((now > value)[:, None, None], current, best)
        value = np.maximum(now, value)
    return best @ outlines.frames, value


def _agreement(field: EdgeField, outlines: Stencil, maps: Floats) -> Floats:
    places, _ = moved(outlines.points, maps)
    mean: Floats = field.at(places, turned(places, outlines.normals, maps)).mean(axis=1)
    return mean


def _closer(field: EdgeField, outlines: Stencil, maps: Floats, radius: float, step: float, *, aslant: bool) -> Floats:
    places, below = moved(outlines.points, maps)
    normals = turned(places, outlines.normals, maps)
    away = np.arange(-radius, radius + step / 2, step, dtype=np.float32)
    looked = _together(*(places[..., way, None] + away * normals[..., way, None] for way in (0, 1)))
    agree = field.at(looked, normals[:, :, None])
    at = (agree * (1 - FAR_COUNTS_LESS * np.abs(away) / radius)).argmax(axis=2)
    weight = np.maximum(np.take_along_axis(agree, at[..., None], axis=2)[..., 0] - AT_LEAST, 0)
    apart = away[at]
    # How a point moves along its normal with each number of the map, which is 1 in the last place.
    middle = maps[:, None, :2, 2]
    from_middle = places - middle
    size = np.maximum(np.abs(from_middle).max(axis=(1, 2)), 1)[:, None, None]
    u, v = outlines.points[..., 0], outlines.points[..., 1]
    plain = np.stack([np.ones_like(u), u, v], axis=-1) / below[..., None]
    out = (normals[..., 0] * from_middle[..., 0] + normals[..., 1] * from_middle[..., 1])[..., None] / size
    rows = np.concatenate(
        [normals[..., :1] * plain, normals[..., 1:] * plain, (-out * plain[..., 1:]) if aslant else 0 * plain[..., 1:]],
        axis=2,
    )
    weighted = rows * weight[..., None]
    left = rows.transpose(0, 2, 1) @ weighted + np.diag(STIFF * u.shape[1])
    right = weighted.transpose(0, 2, 1) @ apart[..., None]
    step_by = np.linalg.solve(left, right)[..., 0]
    closer = maps.copy()
    centred = closer[:, :2] - middle.transpose(0, 2, 1) * closer[:, 2:]
    centred[:, :, 2] += step_by[:, [0, 3]]
    centred[:, :, :2] += step_by[:, [[1, 2], [4, 5]]]
    closer[:, 2, :2] += step_by[:, 6:] / size[:, 0]
    closer[:, :2] = centred + middle.transpose(0, 2, 1) * closer[:, 2:]
    return closer
