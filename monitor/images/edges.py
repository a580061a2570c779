"""Whether the outline of an asset lies in a picture at a place: edges where it has edges, in the same directions.

Colours, brightness and what lies around do not count, so a recoloured logo on any ground agrees with itself; texture
agrees with nothing, as its directions are random (compare the gradient maps of LINEMOD, Hinterstoisser et al. 2012).
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
BLUR = 1.0
FAINT = 3.0
"""Grey levels per pixel at which an edge counts by half."""
CANNY = (40, 100)
MOST_POINTS = 240
LEAST_POINTS = 24
STEPS = (3.0, 1.5, 0.75)
TRIES = 3


@dataclass(frozen=True, slots=True)
class Outline:
    """Points on the edges of a picture, n x 2 pixel positions, and the unit normals of the edges there."""

    points: Floats
    normals: Floats

    def thinned(self, most: int) -> "Outline":
        """At most so many of the points, evenly drawn."""
        kept = np.linspace(0, len(self.points) - 1, min(most, len(self.points))).astype(np.intp)
        return Outline(self.points[kept], self.normals[kept])


def outline(gray: NDArray[np.uint8]) -> Outline | None:
    """The edges of a grey picture, evenly thinned; None where there are too few to tell anything."""
    across, down = _gradients(gray)
    strength = np.hypot(across, down)
    opencv: Any = cv2
    rows, columns = np.nonzero((opencv.Canny(gray, *CANNY) > 0) & (strength > FAINT))
    if len(rows) < LEAST_POINTS:
        return None
    normals = np.stack([across[rows, columns], down[rows, columns]], axis=1) / strength[rows, columns, None]
    whole = Outline(np.stack([columns, rows], axis=1).astype(np.float32), normals.astype(np.float32))
    return whole.thinned(MOST_POINTS)


class EdgeField:
    """The edges of a picture, prepared for being asked."""

    def __init__(self, gray: NDArray[np.uint8]) -> None:
        """`gray` is the picture."""
        across, down = _gradients(gray)
        square = across * across + down * down
        strength = np.sqrt(square)
        weight = strength / (strength + FAINT) / np.maximum(square, 1e-6)
        # Angles are doubled, so that an edge from dark to light equals one from light to dark.
        self._doubled = np.stack([(across * across - down * down) * weight, 2 * across * down * weight], axis=-1)
        self._sided = np.stack([across, down], axis=-1) / (strength + FAINT)[..., None]
        self._height, self._width = gray.shape

    def agreement(self, edges: Outline, maps: NDArray[np.float64]) -> Floats:
        """How far each point agrees under each of k affine maps (k x 2 x 3): k x n, from -1 to 1, near 0 by chance."""
        (x, y), columns, rows, inside = self._placed(edges, maps)
        there = self._doubled[rows, columns]
        length = np.maximum(x * x + y * y, 1e-9)
        agree = (there[..., 0] * (x * x - y * y) + there[..., 1] * 2 * x * y) / length
        return np.where(inside, agree, 0).astype(np.float32)

    def mean_agreement(self, edges: Outline, place: NDArray[np.float64]) -> float:
        """How far the whole outline agrees under one map (2 x 3)."""
        return float(self.agreement(edges, place[None]).mean())

    def one_sided(self, edges: Outline, place: NDArray[np.float64]) -> float:
        """How far the edges run the same way, all from dark to light or all the other way: 0 by chance, to 1."""
        return abs(self._way(edges, place))

    def lighter(self, edges: Outline, place: NDArray[np.float64]) -> bool:
        """Whether what is dark in the asset is light in the picture."""
        return self._way(edges, place) < 0

    def _way(self, edges: Outline, place: NDArray[np.float64]) -> float:
        (x, y), columns, rows, inside = self._placed(edges, place[None])
        there = self._sided[rows, columns]
        along = (there[..., 0] * x + there[..., 1] * y) / np.maximum(np.hypot(x, y), 1e-6)
        return float(np.where(inside, along * np.abs(along), 0).mean())

    def _placed(
        self, edges: Outline, maps: NDArray[np.float64]
    ) -> tuple[tuple[Floats, Floats], NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
        """Under each map the normals, and the columns and rows of the points, and which are in the picture."""
        linear = maps[:, :, :2].astype(np.float32)
        places = np.rint(np.einsum("kij,nj->kni", linear, edges.points) + maps[:, None, :, 2]).astype(np.intp)
        # A normal goes with the inverse transpose, here but for a factor.
        turned = np.empty_like(linear)
        turned[:, 0, 0], turned[:, 0, 1] = linear[:, 1, 1], -linear[:, 1, 0]
        turned[:, 1, 0], turned[:, 1, 1] = -linear[:, 0, 1], linear[:, 0, 0]
        normals = np.einsum("kij,nj->kni", turned, edges.normals)
        columns, rows = places[..., 0], places[..., 1]
        inside = (columns >= 0) & (rows >= 0) & (columns < self._width) & (rows < self._height)
        kept = np.clip(columns, 0, self._width - 1), np.clip(rows, 0, self._height - 1)
        return (normals[..., 0], normals[..., 1]), *kept, inside

    def refined(self, edges: Outline, start: NDArray[np.float64]) -> tuple[NDArray[np.float64], Floats]:
        """The best map near `start` (2 x 3), and the agreement of each point under it."""
        best, centre = start, edges.points.mean(axis=0).astype(np.float64)
        reach = float(np.abs(edges.points - centre).max())
        value = float(self.agreement(edges, best[None]).mean())
        for step in STEPS:
            for _ in range(TRIES):
                tried = _around(best, centre, reach, step)
                values = self.agreement(edges, tried).mean(axis=1)
                first = int(values.argmax())
                if values[first] <= value + 1e-4:
                    break
                best, value = tried[first], float(values[first])
        return best, self.agreement(edges, best[None])[0]


def _around(best: NDArray[np.float64], centre: NDArray[np.float64], reach: float, step: float) -> NDArray[np.float64]:
    """Maps that move the outermost points by about `step` pixels: shifts, stretches, turns and one scaling."""
    tried = []
    for sign in (-step, step):
        for row in (0, 1):
            moved = best.copy()
            moved[row, 2] += sign
            tried.append(moved)
            for column in (0, 1):
                bent = best.copy()
                bent[row, column] += sign / reach
                tried.append(bent)
        scale = max(float(np.sqrt(abs(np.linalg.det(best[:, :2])))), 1e-3)
        angle = sign / reach / scale
        grown = best.copy()
        grown[:, :2] *= 1 + angle
        turned = best.copy()
        turned[:, :2] = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]) @ best[:, :2]
        tried += [grown, turned]
    found = np.stack(tried)
    # Whatever was done, the centre of the asset moves by shifts alone.
    kept = np.einsum("kij,j->ki", found[:, :, :2] - best[:, :2], centre)
    found[:, :, 2] -= kept
    return found


def _gradients(gray: NDArray[np.uint8]) -> tuple[Floats, Floats]:
    opencv: Any = cv2
    smooth = opencv.GaussianBlur(gray.astype(np.float32), (0, 0), BLUR)
    return opencv.Sobel(smooth, cv2.CV_32F, 1, 0, ksize=3) / 8, opencv.Sobel(smooth, cv2.CV_32F, 0, 1, ksize=3) / 8
