"""What one answer of an API says, and small readings that all of them share; nothing here ever raises for wild JSON."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from monitor.records import Listing, RecordError
from monitor.records.parse import clean_text

Result = Listing | RecordError
TAG = re.compile(r"<[^<>]{0,2000}>")
HIDDEN = re.compile(r"<(style|script)\b[^<>]{0,2000}>[^<]{0,50000}", re.IGNORECASE)
MAX_HTML = 100_000
MAX_DIGITS = 12
NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")
GTIN = re.compile(r"[0-9]{8}(?:[0-9]{4,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The listings of an answer in its order, those that are none as the error that says why.

    `entries` is how many the API gave, `total` how many there are in all pages; `more` are numbers that the API must
    be asked about again.
    """

    results: tuple[Result, ...] = ()
    entries: int = 0
    total: int | None = None
    more: tuple[str, ...] = ()


def at(value: object, *steps: str | int) -> Any:
    """What stands at a path of names and places; None where the path leads nowhere."""
    for step in steps:
        if isinstance(step, str) and isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def entries(value: object) -> list[Any]:
    """A list as it is, anything else as an empty one."""
    return value if isinstance(value, list) else []


def text(value: object) -> str:
    """A text or number as text; anything else as an empty one."""
    return str(value).strip() if isinstance(value, (str, int, Decimal)) and not isinstance(value, bool) else ""


def plain(value: object) -> str:
    """The text of an HTML value, without its tags, styles and entities."""
    bare = TAG.sub(" ", HIDDEN.sub(" ", text(value)[:MAX_HTML]))
    return clean_text(" ".join(html.unescape(bare).split()))


def decimal(value: object) -> Decimal | None:
    """A plain decimal number; None for anything else."""
    shown = text(value)
    return Decimal(shown) if NUMBER.fullmatch(shown) else None


def amount(value: object, what: str) -> Decimal | None:
    """An amount; None where there is none. Raises RecordError for what is there and is no amount."""
    if value is None or value == "":
        return None
    number = decimal(value)
    if number is None or number < 0:
        raise RecordError(what, f"{str(value)[:40]!r} is no amount")
    return number


def minor_units(value: object, digits: object, what: str) -> Decimal | None:
    """An amount given in cents or the like: 18000 with 3 digits is 18.000. Raises RecordError."""
    number = amount(value, what)
    places = decimal(digits)
    if number is None:
        return None
    if places is None or places != int(places) or not 0 <= places <= MAX_DIGITS:
        raise RecordError(what, f"{str(digits)[:40]!r} is no number of digits after the point")
    return number.scaleb(-int(places))


def divided(value: object, divisor: object, what: str) -> Decimal | None:
    """An amount given with what it is to be divided by: 1250 by 100. Raises RecordError."""
    number, by = amount(value, what), decimal(divisor)
    if number is None:
        return None
    try:
        exact = number / by if by else None
    except InvalidOperation:
        exact = None
    if exact is None or exact < 0:
        raise RecordError(what, f"{str(divisor)[:40]!r} is nothing to divide an amount by")
    return exact


def trade_number(value: object) -> str:
    """A GTIN, EAN, UPC or JAN; empty where it is none."""
    number = text(value).replace(" ", "").replace("-", "")
    return number if GTIN.fullmatch(number) and number.strip("0") else ""


def addresses(values: Iterable[object]) -> list[str]:
    """The web addresses among values, each once; those without a scheme are taken for https."""
    found = (f"https:{each}" if each.startswith("//") else each for each in map(text, values))
    return list(dict.fromkeys(each for each in found if each.lower().startswith(("https://", "http://"))))


def read_each(values: object, read: Callable[[Mapping[str, Any], int], Iterator[Result]]) -> Iterator[Result]:
    """What `read` makes of each entry and its place, counted from 0; an entry that fails is the error that says why."""
    for place, entry in enumerate(entries(values)):
        if not isinstance(entry, Mapping):
            yield RecordError("entry", "expected names and values")
            continue
        try:
            yield from read(entry, place)
        except RecordError as wrong:
            yield wrong
