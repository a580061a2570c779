"""Amounts with a comma for cents: read where a whole column of a CSV file leaves no doubt of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from monitor.cli._money_cells import AMOUNTS, parted
from monitor.records import RecordError
from monitor.records.typed_amount import plain_amount

CENTS = re.compile(r"[0-9]{1,12},[0-9]{1,2}|[0-9]{1,3}(?:[.\s'’][0-9]{3})+,[0-9]{1,2}")
WHOLE = re.compile(r"[0-9]+")
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Commas:
    """In which columns a comma stands before cents: an example of each; and what in a column speaks against it."""

    read: dict[str, str] = field(default_factory=dict)
    against: dict[str, tuple[int, str]] = field(default_factory=dict)

    def plain(self, name: str, cell: str) -> str:
        """The cell of a column with a point before its cents, or as it is; a currency beside the amount stays."""
        amount = parted(cell)[0].strip()
        return cell.replace(amount, plain_amount(amount)) if name in self.read and CENTS.fullmatch(amount) else cell

    def says(self) -> str:
        """How amounts are read, as a sentence; empty where that needs none."""
        shown = ", ".join(f"{cell!r} in {name} is {plain_amount(cell)}" for name, cell in self.read.items())
        return f"amounts are read with a comma before the cents: {shown}" if shown else ""

    def doubt(self) -> str:
        """Why a column with such amounts is not read so, as a sentence; or empty."""
        told = [f"line {line} has {cell[:LONGEST]!r} in {name}" for name, (line, cell) in self.against.items()]
        return f"not read with a comma before the cents, as {' and '.join(told)}" if told else ""


def commas_in(names: Sequence[str], rows: Iterable[tuple[int, list[str] | RecordError]]) -> Commas:
    """The columns of amounts in which each is a whole number or has a comma before one or two digits, one at least.

    `1.290` and `1,290` speak against it: who means 1290 and who means 1.29 cannot be told. A currency beside an amount
    does not count.
    """
    places = {name: place for place, name in enumerate(names) if name in AMOUNTS}
    found, against = dict[str, str](), dict[str, tuple[int, str]]()
    for line, cells in rows:
        if isinstance(cells, RecordError):
            continue
        for name, place in places.items():
            cell = parted(cells[place])[0].strip() if place < len(cells) else ""
            if CENTS.fullmatch(cell):
                found.setdefault(name, cell)
            elif cell and not WHOLE.fullmatch(cell):
                against.setdefault(name, (line, cells[place].strip()))
        if len(against.keys() & found.keys()) == len(places):
            break
    return Commas(
        {name: cell for name, cell in found.items() if name not in against},
        {name: one for name, one in against.items() if name in found},
    )
