"""Rows of a CSV file of which some are broken: a quote that is never closed costs its own line, not those after it."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from monitor.records import RecordError

MOST_LINES = 1_000
"""A cell may hold line breaks, though not more; what is longer is a quote that was left open."""


class CsvRecords:
    """Iterates over the rows: the number of the line in which each begins, with its cells or with what is wrong.

    A row that cannot be read, or that goes over several lines and has another number of cells than `width`, is told
    with its first line, and reading goes on at the line after that.
    """

    def __init__(self, text: TextIO, delimiter: str, width: int, *, first: int) -> None:
        self._text, self._delimiter, self._width = text, delimiter, width
        self._again: deque[str] = deque()
        self._number = first

    def __iter__(self) -> Iterator[tuple[int, list[str] | RecordError]]:
        """All rows to the end of the file."""
        while line := self._next_line():
            taken = [line]
            cells = self._record(taken)
            if isinstance(cells, RecordError) and len(taken) > 1:
                self._again.extendleft(reversed(taken[1:]))
                taken = taken[:1]
            yield self._number, cells
            self._number += len(taken)

    def _next_line(self) -> str:
        return self._again.popleft() if self._again else self._text.readline(csv.field_size_limit())

    def _record(self, taken: list[str]) -> list[str] | RecordError:
        """The cells of the row that begins in the first line of `taken`, to which the lines read for it are added."""

        def lines() -> Iterator[str]:
            yield taken[0]
            while len(taken) < MOST_LINES and (line := self._next_line()):
                taken.append(line)
                yield line

        try:
            cells = next(csv.reader(lines(), delimiter=self._delimiter, strict=True), [])
        except csv.Error as failure:
            several = len(taken) > 1 or str(failure) == "unexpected end of data"
            return RecordError("row", "has a quote that is not closed" if several else str(failure))
        if len(taken) > 1 and len(cells) != self._width:
            return RecordError("row", "has a quote that is not closed, or line breaks in a cell without quotes")
        return cells
