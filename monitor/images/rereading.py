"""A doubtful logo that has letters, read once more at its own place: laid upright by its drawing, and enlarged.

Neither the drawing nor what is read would do alone: a word read nearly is another word as often, and a drawing that
agrees half is another drawing. Both at one place are seldom chance.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from monitor.brands import Asset
from monitor.images.assets import LOGO_MARGIN
from monitor.images.lettering import FIRM, LEAST, LETTERS_A_SLIP, SHORT, slipped
from monitor.images.words import read_line, why_not

Pixels = NDArray[np.uint8]
HEIGHT, AROUND = 48, 0.08
"""The pixels of height that the reader takes, and the margin of a line, by its height."""
LEAST_HEIGHT = 8.0
"""Pixels of a drawing from which a line of it is worth reading."""
COUNTS, EVERYDAY_COUNTS = 7.0, 5.0
"""What a word read nearly adds, in logarithms of odds; less where goods may show it in letters of their own."""


class OwnLines:
    """The lines of logos that are their brands' own words, each with its place in the drawing."""

    def __init__(
        self, logos: Sequence[tuple[Asset, tuple[int, int]]], is_everyday: Callable[[str], bool] = bool
    ) -> None:
        """Each logo comes with the width and height of its drawing, which has a margin.

        `is_everyday` says whether a word comes up in photos by chance; if nothing is said, all do.
        """
        self._lines = [
            [
                (slipped(line.text), place, EVERYDAY_COUNTS if is_everyday(line.text) else COUNTS)
                for line in asset.lines
                if len(slipped(line.text)) >= SHORT
                and (place := in_drawing(line.box, size))[3] - place[1] >= LEAST_HEIGHT
            ]
            for asset, size in logos
        ]

    def read(
        self, picture: Pixels, logo: int, to_picture: NDArray[np.floating], lacking: float = 0.0
    ) -> tuple[str, float]:
        """What stands in a picture where a logo, by number, has a line, if it is nearly that, and what this adds.

        Else an empty string and 0. `picture` is in red, green and blue; `to_picture` (3 x 3) leads there from the
        drawing. Lines that add less than `lacking` are not read.
        """
        for letters, place, counts in self._lines[logo] if self._can_read else ():
            if counts < lacking:
                continue
            text, sure = read_line(_upright(picture, place, to_picture))
            if sure >= LEAST and is_nearly(text, letters, sure):
                return text, counts
        return "", 0.0

    @cached_property
    def _can_read(self) -> bool:
        return any(self._lines) and not why_not()


def is_nearly(text: str, letters: str, sure: float = LEAST) -> bool:
    """Whether a text is a word, given in folded letters, or two thirds of it in a row, as where the rest is covered.

    Slips of the reader are as few as where words alone are judged: a short word has none, so CAN is not CAT. What is
    covered and slipped at once is too little, and a reader who is sure has not slipped: DENMARK is no part of TIDEMARK,
    and CORVETTA is not NORVETTA.
    """
    seen, whole = _alike(slipped(text)), _alike(letters)
    if seen in whole:
        return len(seen) >= -(-len(whole) * 2 // 3)
    slips = len(whole) // LETTERS_A_SLIP if sure < FIRM else 0
    return OSA.distance(seen, whole, score_cutoff=slips) <= slips


def _alike(letters: str) -> str:
    """Enlarged, a W is often read as a V."""
    return letters.replace("w", "v")


def in_drawing(box: tuple[float, float, float, float], size: tuple[int, int]) -> tuple[float, float, float, float]:
    """A box in shares of a logo as pixels of its drawing."""
    margin = max(size) * LOGO_MARGIN / (1 + 2 * LOGO_MARGIN)
    wide, high = size[0] - 2 * margin, size[1] - 2 * margin
    left, top, right, bottom = box
    return margin + left * wide, margin + top * high, margin + right * wide, margin + bottom * high


def _upright(picture: Pixels, place: tuple[float, float, float, float], to_picture: NDArray[np.floating]) -> Pixels:
    """What a picture shows at a place of a drawing, as high as the reader takes it."""
    around = AROUND * (place[3] - place[1])
    left, top, right, bottom = place[0] - around, place[1] - around, place[2] + around, place[3] + around
    grown = HEIGHT / (place[3] - place[1])
    size = (max(1, round((right - left) * grown)), max(1, round((bottom - top) * grown)))
    to_drawing = np.array([[1 / grown, 0, left], [0, 1 / grown, top], [0, 0, 1]])
    opencv: Any = cv2
    upright: Pixels = opencv.warpPerspective(
        picture,
        to_picture.astype(np.float64) @ to_drawing,
        size,
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return upright
