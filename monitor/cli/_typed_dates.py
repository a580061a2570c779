"""Days as people type them (`30.11.2026 09:30`): read where a whole column leaves no doubt which number is the day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.records import RecordError

FIELD = "observed_at"
TYPED = re.compile(
    r"(?P<first>[0-9]{1,2})(?P<sign>[./-])(?P<second>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})"
    r"(?:(?:,?\s+|T)(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?))?"
)
MONTHS = 12
LONGEST = 40
EITHER = "may be either of two days; write it as 2026-05-04T09:30:00Z"


@dataclass(frozen=True, slots=True)
class Dates:
    """Whether the day stands first in the column, or the month; None where no such cell says it, or two disagree."""

    day_first: bool | None = None
    example: str = ""

    def plain(self, cell: str) -> str:
        """The cell in the form of ISO 8601; as it is where it has another form or is no day of the calendar.

        Raises RecordError where it may be either of two days.
        """
        found = TYPED.fullmatch(cell.strip())
        if found is None:
            return cell
        if self.day_first is None:
            raise RecordError(FIELD, f"{cell.strip()[:LONGEST]!r} {EITHER}", fault=EITHER)
        day, month = (found["first"], found["second"]) if self.day_first else (found["second"], found["first"])
        clock = (found["time"] or "0:00").zfill(5 if (found["time"] or "").count(":") < 2 else 8)
        try:
            return datetime.fromisoformat(f"{found['year']}-{month:0>2}-{day:0>2}T{clock}").isoformat()
        except ValueError:
            return cell

    def says(self) -> str:
        """How days are read, as a sentence; empty where that needs none."""
        return f"days are read as {self.plain(self.example)} for {self.example!r}" if self.example else ""


def dates_in(names: Sequence[str], rows: Iterable[tuple[int, list[str] | RecordError]]) -> Dates:
    """Which number is the day in the column of times: with points the first, elsewhere where one above 12 says so.

    Points part days and months in this order wherever they do.
    """
    if FIELD not in names:
        return Dates()
    place, said, example = names.index(FIELD), set[bool](), ""
    for _, cells in rows:
        if (
            isinstance(cells, RecordError)
            or place >= len(cells)
            or not (found := TYPED.fullmatch(cells[place].strip()))
        ):
            continue
        example = example or found[0]
        first, second = int(found["first"]), int(found["second"])
        if second > MONTHS:
            said.add(False)
        elif first > MONTHS or found["sign"] == ".":
            said.add(True)
    return Dates(said.pop(), example) if len(said) == 1 else Dates()
