"""A small network that was learnt by `benchmarks`, run by OpenCV on one core."""

from functools import cached_property
from importlib.resources import files
from threading import Lock
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Network:
    """What a file of this package holds; safe in threads, one after another."""

    def __init__(self, file: str) -> None:
        self._file, self._lock = file, Lock()

    @cached_property
    def _net(self) -> Any:
        opencv: Any = cv2
        content = (files(__package__) / self._file).read_bytes()
        return opencv.dnn.readNetFromONNX(np.frombuffer(content, np.uint8))

    def ask(self, values: Floats) -> Floats:
        """What it says of each of n things: n x channels x height x width."""
        with self._lock:
            self._net.setInput(np.ascontiguousarray(values, np.float32))
            found: Floats = self._net.forward()
        return found
