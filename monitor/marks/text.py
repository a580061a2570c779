"""A text under search, with the way back from its skeleton to its own positions."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from monitor.marks.folding import is_cjk, positions, read

ZERO_WIDTH_SPACE = "\u200b"
"""It parts words, though nobody sees it."""


class Reading:
    """A text's skeleton in one of the readings; `places[k]` is where its k-th character stands in the text."""

    def __init__(self, text: str, table: Mapping[int, str | None]) -> None:
        self.text = text
        self.table = table
        self.skeleton = text.translate(table)

    @cached_property
    def places(self) -> list[int]:
        """The original position of each skeleton character, worked out when something was found."""
        return positions(self.text, self.table)

    def stretches(self, longest: int) -> Iterator[tuple[int, int]]:
        """The words of the text between spaces, as stretches of its skeleton, without those that are longer."""
        text, places, first = self.text, self.places, 0
        for k in range(1, len(places) + 1):
            if k == len(places) or (
                places[k] - places[k - 1] > 1 and any(char.isspace() for char in text[places[k - 1] + 1 : places[k]])
            ):
                if k - first <= longest:
                    yield first, k
                first = k

    def span(self, start: int, end: int) -> "Span":
        """The characters of the text behind a stretch of the skeleton."""
        return Span(self, start, end)


@dataclass(slots=True)
class Span:
    """A stretch of a reading: `first` to `last` in the skeleton, `start` to `end` in the text."""

    reading: Reading
    first: int
    last: int

    @property
    def start(self) -> int:
        """The first character in the text."""
        return self.reading.places[self.first]

    @property
    def end(self) -> int:
        """After the last character in the text, with the marks that sit on it, and without what nobody sees."""
        text, end = self.reading.text, self.reading.places[self.last - 1] + 1
        beyond = end
        while beyond < len(text) and not text[beyond].isascii() and read(text[beyond]) == "":
            if text[beyond].isspace():
                break
            beyond += 1
            if unicodedata.category(text[beyond - 1]) in ("Mn", "Me"):
                end = beyond
        return end

    @property
    def text(self) -> str:
        """What stands in the text."""
        return self.reading.text[self.start : self.end]

    def chars(self) -> list[str]:
        """The original characters, one for each of the skeleton; a ligature stands twice."""
        return [self.reading.text[place] for place in self.reading.places[self.first : self.last]]

    def gaps(self) -> list[str]:
        """What stands between neighbouring characters: "" where nothing does."""
        text, places = self.reading.text, self.reading.places
        return [text[places[k] + 1 : places[k + 1]] for k in range(self.first, self.last - 1)]

    def stuck_before(self) -> int:
        """How many skeleton characters before the span belong to the same word."""
        return self._stuck(range(self.first, 0, -1), -1)

    def stuck_after(self) -> int:
        """How many skeleton characters after the span belong to the same word."""
        return self._stuck(range(self.last - 1, len(self.reading.places) - 1), 1)

    def _stuck(self, walk: range, step: int) -> int:
        text, places, count = self.reading.text, self.reading.places, 0
        for k in walk:
            here, there = places[k], places[k + step]
            between = text[min(here, there) + 1 : max(here, there)]
            char = text[there]
            if is_cjk(char) or ZERO_WIDTH_SPACE in between or any(read(part) for part in between):
                break
            if not char.isalnum() and self._is_edge(there, step):
                break
            count += 1
            if count > 40:
                break
        return count

    def _is_edge(self, place: int, step: int) -> bool:
        """Whether a sign that may stand for a letter ("!") stands at the edge of its word, as punctuation does."""
        text, beyond = self.reading.text, place + step
        return not (0 <= beyond < len(text) and text[beyond].isalnum() and not is_cjk(text[beyond]))
