"""A small network that says what a window of a picture looks like, in 64 numbers: alike for a logo and its photo.

From what it has learnt, `benchmarks/logo_windows.py` says. Colours, light, slant and what covers a part of a logo count
little for it; turn and size count.
"""

import numpy as np
from numpy.typing import NDArray

from monitor.images.network import Network

Floats = NDArray[np.float32]
Pixels = NDArray[np.uint8]
WEIGHTS = "logo_windows.onnx"
SIDE, STEP, NUMBERS = 80, 8, 64
"""Pixels of a window, of which the outermost are only context, and between the windows of a picture."""
LEAST = SIDE - 2 * STEP
NEVER_ZERO = 1e-6


class WindowNetwork:
    """Safe in threads, one after another."""

    def __init__(self) -> None:
        self._network = Network(WEIGHTS)

    def windows(self, picture: Pixels) -> Floats:
        """What each window of a picture in colour looks like: rows x columns x 64, of length 1.

        Their middles are at each eighth pixel, from 32 on. Raises ValueError for a picture that is smaller than one.
        """
        if min(picture.shape[:2]) < LEAST:
            raise ValueError(f"a picture of {picture.shape[1]} x {picture.shape[0]} pixels has no window of {LEAST}")
        return _unit(self._asked(picture[None])[0].transpose(1, 2, 0))

    def vectors(self, windows: Pixels) -> Floats:
        """The same of single windows: n x 80 x 80 x 3 to n x 64."""
        if not len(windows):
            return np.zeros((0, NUMBERS), np.float32)
        # One at a time: a run of many needs as much memory as all of them, and is no faster.
        return _unit(np.stack([self._asked(one[None])[0, :, 1, 1] for one in windows]))

    def _asked(self, pictures: Pixels) -> Floats:
        return self._network.ask(pictures.transpose(0, 3, 1, 2).astype(np.float32))


def _unit(vectors: Floats) -> Floats:
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: Floats = vectors / np.maximum(length, np.float32(NEVER_ZERO))
    return unit
