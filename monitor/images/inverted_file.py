"""Which of very many features may be the same as one: an inverted file with a short signature for each feature.

Cells and signatures are those of Hamming embedding (Jégou, Douze and Schmid 2008): a feature is kept in the cell of the
centre that it resembles most, with 64 bits that say on which side of the cell's middle it lies in 64 directions. Nine
bytes a feature are looked at instead of 512, and the cost of a picture grows with the square root of their number.
"""

import numpy as np
from numpy.typing import NDArray

from monitor.images.features import rooted

Floats = NDArray[np.float32]
IN_A_CELL = 200
MOST_CELLS = 1024
PROBES = 4
BITS = 64
LIKE_BITS = 18
"""So many bits differ at most between two features that may be the same."""
PART = 8192
SHARED = np.bitwise_count(np.arange(1, BITS + 1)[:, None] & np.arange(2 * BITS))
DIRECTIONS: Floats = (1.0 - 2.0 * (SHARED % 2)).T.astype(np.float32)
"""Rows of a Hadamard matrix: the sign at a row and a column is that of the ones that both numbers share."""
WEIGHTS = np.maximum(0, LIKE_BITS - np.arange(BITS + 1, dtype=np.float32)) ** 2


class InvertedFile:
    """The features of many owners, prepared once. No randomness."""

    def __init__(self, squares: NDArray[np.uint8], owners: NDArray[np.int32], count: int) -> None:
        """`squares` are n x 128 descriptors as bytes, n at least 1; `owners` name the owner, below `count`, of each."""
        self._count = count
        cells = max(1, min(MOST_CELLS, len(squares) // IN_A_CELL))
        drawn = np.unique(np.linspace(0, len(squares) - 1, cells).astype(np.intp))
        self._centres = rooted(squares[drawn])
        # As numbers they need four times the memory, so that they are made by parts.
        parts = np.array_split(squares, len(squares) // PART + 1)
        nearest = np.concatenate([(rooted(part) @ self._centres.T).argmax(axis=1) for part in parts])
        order = np.argsort(nearest, kind="stable")
        starts = np.searchsorted(nearest[order], np.arange(len(drawn) + 1))
        self._owners = owners[order]
        self._starts, self._sizes = starts[:-1], np.diff(starts)
        self._middles = np.zeros((len(drawn), BITS), np.float32)
        self._signatures = np.zeros(len(squares), np.uint64)
        for cell, (start, size) in enumerate(zip(self._starts, self._sizes, strict=True)):
            if size:
                sides = rooted(squares[order[start : start + size]]) @ DIRECTIONS
                self._middles[cell] = np.median(sides, axis=0)
                self._signatures[start : start + size] = _signature(sides > self._middles[cell])

    def votes(self, descriptors: Floats) -> Floats:
        """How many of these features each owner has, by likeness; a feature that many owners have counts less."""
        near = descriptors @ self._centres.T
        probes = min(PROBES, near.shape[1])
        cells = np.argpartition(-near, probes - 1, axis=1)[:, :probes]
        sought = _signature((descriptors @ DIRECTIONS)[:, None, :] > self._middles[cells]).ravel()
        sizes = self._sizes[cells].ravel()
        ends = np.cumsum(sizes)
        members = np.repeat(self._starts[cells.ravel()] - (ends - sizes), sizes) + np.arange(ends[-1])
        differing = np.bitwise_count(self._signatures[members] ^ np.repeat(sought, sizes))
        hits = np.flatnonzero(differing < LIKE_BITS)
        asking = np.searchsorted(ends, hits, side="right") // probes
        return self._counted(asking, self._owners[members[hits]], WEIGHTS[differing[hits]], len(descriptors))

    def _counted(self, asking: NDArray[np.intp], owners: NDArray[np.int32], weights: Floats, most: int) -> Floats:
        """The votes by owner: of the likenesses of one feature to one owner the best, shared among all its owners."""
        pairs = asking * self._count + owners
        order = np.lexsort((-weights, pairs))
        best = order[np.unique(pairs[order], return_index=True)[1]]
        shared = np.sqrt(np.bincount(asking[best], minlength=most))
        counted = np.bincount(owners[best], weights[best] / shared[asking[best]], minlength=self._count)
        return counted.astype(np.float32)


def _signature(sides: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """64 yes or no along the last axis as one number."""
    packed: NDArray[np.uint64] = np.ascontiguousarray(np.packbits(sides, axis=-1)).view(np.uint64)[..., 0]
    return packed
