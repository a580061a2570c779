"""Where a logo would lie by its word: its drawing laid so that a line of it covers one that was read in a photo."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from monitor.brands import Asset
from monitor.images.lettering import LETTERS_A_SLIP, SHORT, slipped
from monitor.images.rereading import in_drawing
from monitor.records import Line

Box = tuple[float, float, float, float]
Map = NDArray[np.float64]
NEAR = 1.5
"""Lines of a stacked word are no further apart than so many of their heights."""
MOST = 120
"""So many places are looked at in a photo, which may say a word on each of its lines."""
UPRIGHT = 0.05
"""The slope below which a line is taken to be upright."""


def own_lines_read(lines: Sequence[Line], words: Sequence[str]) -> tuple[Line, ...]:
    """Those lines of a photo, also two or three below each other as one, that are logos' `words` and no more text."""
    letters = [folded for word in words if len(folded := slipped(word)) >= SHORT]
    read = (*lines, *_stacked(lines)) if letters else ()
    return tuple(one for one in read if any(_shown(slipped(one.text), word) for word in letters))


class WordedPlaces:
    """The own lines of logos, each with its place in the drawing."""

    def __init__(self, logos: Sequence[tuple[Asset, tuple[int, int]]]) -> None:
        """Each logo comes with the width and height of its drawing, which has a margin."""
        self._lines = [
            (number, letters, in_drawing(line.box, size))
            for number, (asset, size) in enumerate(logos)
            for line in asset.lines
            if len(letters := slipped(line.text)) >= SHORT
        ]

    def propose(self, lines: Sequence[Line], width: int, height: int) -> Iterator[tuple[int, Map]]:
        """Logos by their numbers, and maps (2 x 3) from their drawings to a photo of this size with these lines.

        So many at most, those at the highest lines.
        """
        highest = sorted(lines, key=lambda line: line.box[1] - line.box[3])
        yield from islice(self._places(highest, width, height), MOST)

    def _places(self, lines: Sequence[Line], width: int, height: int) -> Iterator[tuple[int, Map]]:
        for line in lines:
            left, top, right, bottom = line.box
            seen = left * width, top * height, right * width, bottom * height
            for number, letters, place in self._lines:
                if shown := _shown(slipped(line.text), letters):
                    across = place[2] - place[0]
                    drawn = place[0] + shown[0] * across, place[1], place[0] + shown[1] * across, place[3]
                    for one in _onto(drawn, seen):
                        yield number, one


def _shown(seen: str, letters: str) -> tuple[float, float] | None:
    """From where to where, in shares, a line that was read is a word: all of it, nearly, or half of it in a row."""
    slips = len(letters) // LETTERS_A_SLIP
    if OSA.distance(seen, letters, score_cutoff=slips) <= slips:
        return 0.0, 1.0
    if len(seen) < max(SHORT, len(letters) / 2) or seen not in letters:
        return None
    first = letters.index(seen)
    return first / len(letters), (first + len(seen)) / len(letters)


def _onto(drawn: Box, seen: Box) -> Iterator[Map]:
    """Maps that lay a line onto the upright box around it: it may be turned either way, the more the higher the box."""
    wide, high = drawn[2] - drawn[0], drawn[3] - drawn[1]
    across, down = seen[2] - seen[0], seen[3] - seen[1]
    if wide <= high:
        return
    # A line turned by t and grown by s is s (wide cos t + high sin t) across, and s (wide sin t + high cos t) down.
    cosine = (wide * across - high * down) / (wide**2 - high**2)
    sine = max(0.0, (wide * down - high * across) / (wide**2 - high**2))
    if cosine <= 0:
        return
    x, y = (drawn[0] + drawn[2]) / 2, (drawn[1] + drawn[3]) / 2
    to_x, to_y = (seen[0] + seen[2]) / 2, (seen[1] + seen[3]) / 2
    for way in (1, -1) if sine > UPRIGHT * cosine else (0,):
        slope = way * sine
        yield np.array(
            [[cosine, -slope, to_x - cosine * x + slope * y], [slope, cosine, to_y - slope * x - cosine * y]]
        )


def _stacked(lines: Sequence[Line]) -> Iterator[Line]:
    """Two or three lines that stand right below each other, as one."""
    for first, second in pairwise(lines):
        if _below(first, second):
            yield _joined(first, second)
    for first, second, third in zip(lines, lines[1:], lines[2:], strict=False):
        if _below(first, second) and _below(second, third):
            yield _joined(_joined(first, second), third)


def _below(upper: Line, lower: Line) -> bool:
    height = max(upper.box[3] - upper.box[1], lower.box[3] - lower.box[1])
    overlap = min(upper.box[2], lower.box[2]) - max(upper.box[0], lower.box[0])
    return 0 < lower.box[1] - upper.box[1] <= NEAR * height and overlap > 0


def _joined(upper: Line, lower: Line) -> Line:
    box = (
        min(upper.box[0], lower.box[0]),
        min(upper.box[1], lower.box[1]),
        max(upper.box[2], lower.box[2]),
        max(upper.box[3], lower.box[3]),
    )
    sure = min(upper.confidence, lower.confidence)
    return Line(text=f"{upper.text} {lower.text}", box=box, confidence=sure)
