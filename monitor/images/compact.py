"""Features in little memory: a byte a value, as the store has them, so that thousands of assets fit."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from monitor.images.features import Features, rooted, squared

Gray = NDArray[np.uint8]
MIRRORED = np.arange(128).reshape(4, 4, 8)[::-1][:, :, -np.arange(8) % 8].ravel()
"""Where the values of a SIFT descriptor go when its picture is mirrored: rows of cells and directions turn round."""


@dataclass(frozen=True, slots=True)
class Compact:
    """The features of an asset: `points` in 64ths of a pixel, `squares` of the descriptors, and a small view."""

    points: NDArray[np.uint16]
    squares: NDArray[np.uint8]
    width: int
    height: int
    view: Gray

    def features(self) -> Features:
        """The features as numbers, with the small view for a picture."""
        points = self.points.astype(np.float32) / np.float32(64)
        return Features(points, rooted(self.squares), self.width, self.height, self.view)


def compact(features: Features, most: int, view: Gray) -> Compact:
    """The first `most` features, which are the strongest."""
    points = np.rint(features.points[:most] * 64).astype(np.uint16)
    return Compact(points, squared(features.descriptors[:most]), features.width, features.height, view)


def mirrored(features: Features) -> Features:
    """The features that the mirrored picture would have, without looking for them again."""
    points = features.points.copy()
    points[:, 0] = features.width - 1 - points[:, 0]
    descriptors = np.ascontiguousarray(features.descriptors[:, MIRRORED])
    view = np.ascontiguousarray(features.view[:, ::-1])
    return Features(points, descriptors, features.width, features.height, view)
