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

    def __init__(self, picture: NDArray[np.uint8]) -> None:
        """`picture` is in grey, or in red, green and blue; an edge is where any of these changes."""
        opencv: Any = cv2
        self._height, self._width = picture.shape[:2]
        colours = 1 if picture.ndim == 2 else picture.shape[2]
        self._across, self._down = (one.reshape(*picture.shape[:2], colours) for one in _gradients(picture))
        across, down = self._across, self._down
        # The direction in which all colours together change most (Di Zenzo 1986), its angle doubled, so that an edge
        # from dark to light equals one from light to dark.
        square = (opencv.multiply(across, across) - opencv.multiply(down, down)).reshape(across.shape)
        along = _mean(square)
        crossed = _mean(opencv.multiply(across, down).reshape(across.shape))
        total = _mean(across * across + down * down)
        strength = np.sqrt(total)
        weight = strength / (strength + FAINT) / np.maximum(total, 1e-6)
        self.strength = strength
        # A border without edges lies around, where all that is outside comes to.
        self._doubled = np.zeros((2, self._height + 2, self._width + 2), np.float32)
        self._doubled[0, 1:-1, 1:-1] = along * weight
        self._doubled[1, 1:-1, 1:-1] = 2 * crossed * weight
        self._flat = self._doubled.reshape(2, -1)

    def agreement(self, edges: Outline, maps: NDArray[np.float64]) -> Floats:
        """How far each point agrees under each of k affine maps (k x 2 x 3): k x n, from -1 to 1, near 0 by chance."""
        x, y, places = self._placed(edges, maps)
        numbers = self._numbers(places)
        xx, yy = x * x, y * y
        agree: Floats = self._flat[0].take(numbers) * (xx - yy) + self._flat[1].take(numbers) * (2 * x * y)
        agree /= np.maximum(xx + yy, np.float32(1e-9))
        return agree

    def at(self, places: Floats, normals: Floats) -> Floats:
        """How far the picture has edges with these unit normals at these places (both ... x 2), -1 to 1."""
        x, y = normals[..., 0], normals[..., 1]
        flat = self._numbers(places)
        agree: Floats = self._flat[0].take(flat) * (x * x - y * y) + self._flat[1].take(flat) * (2 * x * y)
        return agree

    def change(self, places: Floats, normals: Floats) -> tuple[Floats, Floats]:
        """How colours change along unit normals at places (both ... x 2): ... x colours; and how strong edges are."""
        columns = np.clip(np.rint(places[..., 0]), 0, self._width - 1).astype(np.int32)
        rows = np.clip(np.rint(places[..., 1]), 0, self._height - 1).astype(np.int32)
        across, down = self._across[rows, columns], self._down[rows, columns]
        return across * normals[..., :1] + down * normals[..., 1:], self.strength[rows, columns]

    def _placed(self, edges: Outline, maps: NDArray[np.float64]) -> tuple[Floats, Floats, Floats]:
        """Under each map both parts of the normals, and the places of the points."""
        linear = maps[:, :, :2].astype(np.float32)
        places = (edges.points @ linear.reshape(-1, 2).T).reshape(-1, len(maps), 2).transpose(1, 0, 2)
        places = places + maps[:, None, :, 2].astype(np.float32)
        # A normal goes with the inverse transpose, here but for a factor.
        turned = np.stack([linear[:, 1, 1], -linear[:, 1, 0], -linear[:, 0, 1], linear[:, 0, 0]], axis=1)
        normals = (turned.reshape(-1, 2) @ edges.normals.T).reshape(len(maps), 2, -1)
        return normals[:, 0], normals[:, 1], places

    def _numbers(self, places: Floats) -> NDArray[np.int32]:
        """Places (... x 2) as numbers of pixels; what is outside comes to the border."""
        columns = np.clip(np.rint(places[..., 0]), -1, self._width).astype(np.int32)
        rows = np.clip(np.rint(places[..., 1]), -1, self._height).astype(np.int32)
        return (rows + 1) * np.int32(self._width + 2) + (columns + 1)


def _gradients(picture: NDArray[np.uint8]) -> tuple[Floats, Floats]:
    opencv: Any = cv2
    smooth = opencv.GaussianBlur(picture.astype(np.float32), (0, 0), BLUR)
    return tuple(opencv.Sobel(smooth, cv2.CV_32F, *way, ksize=3, scale=1 / 8) for way in ((1, 0), (0, 1)))


def _mean(colours: Floats) -> Floats:
    """The mean over the colours of each pixel."""
    opencv: Any = cv2
    if colours.shape[2] == 1:
        return colours[..., 0]
    mean: Floats = opencv.transform(colours, np.full((1, colours.shape[2]), 1 / colours.shape[2], np.float32))
    return mean
