"""Which of many assets may lie in a picture at all: each feature of the picture votes for those it looks like."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
CELLS_FOR = 200
PROBES = 6
LIKE = np.float32(0.82)


class Voting:
    """An inverted file over all descriptors (Sivic and Zisserman 2003), its cells around evenly drawn descriptors.

    The cost of a picture grows with the square root of the number of descriptors. No randomness.
    """

    def __init__(self, descriptors: Floats, owners: NDArray[np.intp], assets: int) -> None:
        """`descriptors` are n x 128 of length 1; `owners` name the asset, below `assets`, of each."""
        self._assets = assets
        cells = max(1, min(1024, len(descriptors) // CELLS_FOR))
        places = np.linspace(0, len(descriptors) - 1, cells).astype(np.intp)
        self._centres = descriptors[np.unique(places)]
        nearest = np.concatenate(
            [
                (part @ self._centres.T).argmax(axis=1)
                for part in np.array_split(descriptors, len(descriptors) // 8192 + 1)
            ]
        )
        order = np.argsort(nearest, kind="stable")
        starts = np.searchsorted(nearest[order], np.arange(len(self._centres) + 1))
        self._lists = [
            (np.ascontiguousarray(descriptors[order[a:b]].T), owners[order[a:b]]) for a, b in pairwise(starts)
        ]

    def ranked(self, descriptors: Floats, most: int) -> list[int]:
        """The assets with most votes, at most `most`, in their own order; a vote weighs by likeness."""
        near = descriptors @ self._centres.T
        probes = min(PROBES, near.shape[1])
        chosen = np.argpartition(-near, probes - 1, axis=1)[:, :probes] if probes < near.shape[1] else None
        best = np.zeros((len(descriptors), self._assets), np.float32)
        for cell, (members, owners) in enumerate(self._lists):
            asking = np.arange(len(descriptors)) if chosen is None else np.flatnonzero((chosen == cell).any(axis=1))
            if not len(asking) or not members.shape[1]:
                continue
            similar = descriptors[asking] @ members
            rows, columns = np.nonzero(similar > LIKE)
            np.maximum.at(best, (asking[rows], owners[columns]), similar[rows, columns])
        votes = (np.maximum(best - LIKE, 0) ** 2).sum(axis=0)
        order = np.argsort(-votes, kind="stable")[:most]
        return sorted(int(asset) for asset in order if votes[asset] > 0)
