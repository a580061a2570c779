"""Whether a logo's drawing is there, or nothing but the letters of its word, which any text shows."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from monitor.brands import Asset
from monitor.images.rereading import in_drawing

Floats = NDArray[np.float32]
OF_ITS_OWN = 0.2
"""The share of an outline beside its letters from which a logo has a drawing besides its word."""
THERE, ALIKE = 0.25, 0.5
"""The agreement beside the letters, or the look of the whole, from which that drawing is there. Where the word alone
stood, in 10 pictures, the one was .16 at most and the other .13; where the logo did, .43 or .91 at least."""


class BesideLetters:
    """The points of logos' outlines that lie beside their own words."""

    def __init__(self, logos: Sequence[tuple[Asset, tuple[int, int]]], outlines: Sequence[Floats]) -> None:
        """Each logo comes with the width and height of its drawing; `outlines` are points (n x 2) in its pixels."""
        self._beside = [
            _outside([in_drawing(line.box, size) for line in asset.lines], points)
            for (asset, size), points in zip(logos, outlines, strict=True)
        ]

    def letters_alone(self, logo: int, agreement: Floats, alike: float) -> bool:
        """Whether only the letters of a logo, by number, agree, where it has more; never for one that is but a word."""
        beside = self._beside[logo]
        if beside.all() or beside.mean() < OF_ITS_OWN:
            return False
        return float(agreement[beside].mean()) < THERE and alike < ALIKE


def _outside(places: Sequence[tuple[float, float, float, float]], points: Floats) -> NDArray[np.bool_]:
    outside = np.ones(len(points), np.bool_)
    for left, top, right, bottom in places:
        outside &= ((points < (left, top)) | (points > (right, bottom))).any(axis=1)
    return outside
