"""Parts of drawings and of pictures as a network sees them: small squares, taken by a map out of the fitting size."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from monitor.images.maps import Map, grown_at, shrinking

Gray = NDArray[np.uint8]
Pixels = NDArray[np.uint8]
FINER = 3
"""How much more finely a drawing is drawn before it is made small."""
SHARPER = 0.2
"""By how much, as a power of two, a size is rather too fine than too coarse."""


def drawn(gray: Gray, framing: Map, side: int) -> Gray:
    """The square of a drawing to which a map (3 x 3) takes it."""
    opencv: Any = cv2
    size = (side * FINER, side * FINER)
    finer = shrinking(np.full(2, FINER)) @ framing
    large = opencv.warpPerspective(gray, finer, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    small: Gray = opencv.resize(large, (side, side), interpolation=cv2.INTER_AREA)
    return small


class Sizes:
    """A picture in all sizes, each half of the last."""

    def __init__(self, picture: Pixels, least: int) -> None:
        """`least` is what the shorter side of the smallest may have."""
        opencv: Any = cv2
        self._sizes = [(picture, np.eye(3))]
        while min(picture.shape[:2]) > least:
            halved = (picture.shape[1] // 2, picture.shape[0] // 2)
            first = self._sizes[0][0]
            picture = opencv.resize(picture, halved, interpolation=cv2.INTER_AREA)
            self._sizes.append((picture, shrinking(np.array(halved) / first.shape[1::-1])))

    def square(self, placed: Map, side: int) -> Pixels:
        """The square part of it to which a map (3 x 3) takes the pixels of a square."""
        opencv: Any = cv2
        pixels = max(grown_at(placed, np.full(2, (side - 1) / 2)), 1e-3)
        level = int(np.clip(np.rint(np.log2(pixels) + SHARPER), 0, len(self._sizes) - 1))
        small, scaling = self._sizes[level]
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        taken: Pixels = opencv.warpPerspective(
            small, scaling @ placed, (side, side), flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
        return taken
