"""Maps of the plane (3 x 3), as points of one picture lie in another."""

import numpy as np
from numpy.typing import NDArray

Map = NDArray[np.float64]
Point = NDArray[np.float64]
NEVER_ZERO = 1e-9


def similar(middle: Point, to: Point, grown: float, turn: float) -> Map:
    """The map that takes `middle` to another point, and enlarges and turns (by degrees) what lies around it."""
    cosine, sine = grown * np.cos(np.radians(turn)), grown * np.sin(np.radians(turn))
    found = np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]])
    found[:2, 2] = to - found[:2, :2] @ middle
    return found


def shrinking(shrunk: Point) -> Map:
    """The map from the pixels of a picture to those of the same picture that is so much smaller, across and down."""
    found = np.diag([*shrunk, 1.0])
    found[:2, 2] = (shrunk - 1) / 2
    return found


def grown_at(placed: Map, point: Point) -> float:
    """How many times longer a map makes what lies at a point, in the mean of all ways."""
    x, y, below = placed @ np.array([*point, 1.0])
    below = below if abs(below) > NEVER_ZERO else NEVER_ZERO
    near = placed[:2, :2] - np.outer(np.array([x, y]) / below, placed[2, :2])
    return float(np.sqrt(abs(np.linalg.det(near))) / abs(below))
