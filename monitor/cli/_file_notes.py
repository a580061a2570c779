"""What is to be told of a file of listings once it is read: of its columns, its amounts and its bad rows."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from monitor.cli._headings import asked_of, meant_by, nearest
from monitor.records import FIELDS, Listing, RecordError

ALIKE = 0.7
"""So like a field's name is what may be a slip of it; `versand` is none of `brand`."""
SHOWN_NAMES = 5
ALONE = 3
"""Up to so many rows with the same fault have a line each."""
MOST_RUNS = 100
WITH_COMMA = re.compile(r"'[0-9.]*[0-9],[0-9]{1,2}' is not an amount")


@dataclass(slots=True)
class FileNotes:
    """Filled while a file is read.

    `others` counts the rows that hold a value under a name that is no field of a listing, by that name; `columns` are
    the fields that a CSV file has, `headings` what its head calls them; `says` are sentences on the file; `commas` is
    what to do about amounts with a comma; `empty_pages` counts the saved pages in which no listing was read.
    """

    others: Counter[str] = field(default_factory=Counter)
    columns: frozenset[str] = frozenset()
    headings: Mapping[str, str] = field(default_factory=dict)
    says: list[str] = field(default_factory=list)
    commas: str = ""
    empty_pages: int = 0

    def misnamed(self) -> Iterator[str]:
        """A sentence for each name that is no field of a listing, with the fields that it may stand for."""
        for name, count in self.others.most_common(SHOWN_NAMES):
            close = [
                *get_close_matches(name.lower(), FIELDS, n=1, cutoff=ALIKE),
                *(f for f in FIELDS if f == f"{name.lower()}_id"),
            ]
            may_be = [one for one in [*meant_by(name), *close[:1]] if one not in self.columns]
            rows = f"{count} row{'s' if count != 1 else ''}"
            meant = f"is {' or '.join(dict.fromkeys(may_be))} meant?" if may_be else self._near(name)
            yield f"{name[:40]!r} is no field of a listing, and was not read in {rows}{'; ' if meant else ''}{meant}"
        if len(self.others) > SHOWN_NAMES:
            yield f"and {len(self.others) - SHOWN_NAMES} more names that are no field of a listing"

    def _near(self, name: str) -> str:
        """What a name that is no other word for a field may be, and when; empty where nothing is like it."""
        if (asked := asked_of(name)) and asked.field not in self.columns:
            return f"name it {asked.field} if it holds {asked.holds}"
        word, meant = nearest(name)
        as_in = "" if word == meant else f", as in {word!r}"
        return f"is {meant} meant{as_in}?" if meant and meant not in self.columns else ""


class BadRows:
    """The rows that could not be read, those with the same fault together."""

    def __init__(self, path: Path, notes: FileNotes) -> None:
        self._path, self._notes = path, notes
        self._by_fault: dict[str, list[tuple[int, RecordError]]] = {}

    def put_aside(self, rows: Iterable[tuple[int, Listing | RecordError]]) -> Iterator[Listing]:
        """The listings among the rows of a file; what is none is kept here."""
        for line, row in rows:
            if isinstance(row, RecordError):
                self._by_fault.setdefault(row.fault, []).append((line, row))
            else:
                yield row

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self._by_fault.values()))

    def lines(self) -> Iterator[str]:
        """A line for each row; where many have the same fault, one for all, with the value of the first."""
        for rows in self._by_fault.values():
            if len(rows) <= ALONE:
                yield from (f"{self._path}: line {line}: {error}{self._way_out(error)}" for line, error in rows)
                continue
            error, where = rows[0][1], _runs([line for line, _ in rows])
            yield f"{self._path}: {len(rows)} rows (lines {where}): {error}{self._way_out(error)}"

    def _way_out(self, error: RecordError) -> str:
        return f"; {self._notes.commas}" if self._notes.commas and WITH_COMMA.search(str(error)) else ""


def _runs(lines: Sequence[int]) -> str:
    """The numbers of lines in their order, those that follow each other as `2-41`; of many runs the first."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1][1:] = [line]
        else:
            runs.append([line])
    shown = ", ".join("-".join(map(str, run)) for run in runs[:MOST_RUNS])
    return shown + (" and more" if len(runs) > MOST_RUNS else "")
