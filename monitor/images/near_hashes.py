"""Which of very many perceptual hashes are nearly the same as one: all are compared, a million in some milliseconds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


class NearHashes:
    """Hashes of 64 bits as hex texts (imagehash's own form), prepared once."""

    def __init__(self, hashes: Sequence[str]) -> None:
        self._hashes: NDArray[np.uint64] = np.array([int(one, 16) for one in hashes], np.uint64)

    def within(self, wanted: str, bits: int) -> list[int]:
        """The positions of all hashes that differ from `wanted` in at most `bits` bits, in their own order."""
        differing = np.bitwise_count(self._hashes ^ np.uint64(int(wanted, 16)))
        return [int(position) for position in np.flatnonzero(differing <= bits)]
