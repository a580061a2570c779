"""rates.csv of a workspace: the exchange rates that the brand's people set."""

import re
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

from monitor.brands import values
from monitor.brands.files import is_there
from monitor.brands.problems import Problems, shown
from monitor.brands.published_rates import euro_rate
from monitor.brands.rates import Rates
from monitor.brands.sheets import Row
from monitor.brands.tables import Sheet

NAME = "rates.csv"
COLUMNS = ("date", "base", "quote", "rate")


def read_rates(workspace: Path, problems: Problems) -> Rates:
    """The workspace's own rates, where it has any, over those of the European Central Bank.

    A row that is no rate, or two rows of one day for one pair, is a problem.
    """
    path = workspace / NAME
    if not is_there(path, problems):
        return Rates(published=euro_rate)
    found: dict[tuple[str, str], dict[date, Decimal]] = defaultdict(dict)
    lines: dict[tuple[str, str, date], int] = {}
    sheet = Sheet(path, COLUMNS, COLUMNS, problems)
    for line, cells in sheet:
        row = Row(cells, path, line, problems)
        for column in COLUMNS:
            row.need(column)
        day, rate = row.get("date", values.day, None), row.get("rate", _rate, None)
        base, quote = row.get("base", values.currency, ""), row.get("quote", values.currency, "")
        if row.right and base == quote:
            row.wrong("quote", f"{quote} is the base too; write another currency")
        if not row.right or day is None or rate is None:
            continue
        low, high = sorted((base, quote))
        if earlier := lines.get((low, high, day)):
            row.wrong("date", f"{day} has a rate of {base} and {quote} in line {earlier} already; remove one")
            continue
        lines[low, high, day] = line
        found[base, quote][day] = rate
    return Rates(own={pair: tuple(sorted(rates.items())) for pair, rates in found.items()}, published=euro_rate)


def _rate(text: str) -> Decimal:
    """A rate above zero, such as 1.0842."""
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,12})?", text.strip()) or not Decimal(text.strip()):
        raise ValueError(f"{shown(text)} is not a rate above zero; write what one unit of the base is worth: 1.0842")
    return Decimal(text.strip())
