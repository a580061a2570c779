"""A listing from and to a record of plain values: the rows of JSONL and CSV files and what `extract` prints."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from monitor.records.currency import currency_code
from monitor.records.listing import Availability, Condition, Listing
from monitor.records.typed_amount import plain_amount
from monitor.records.urls import canonical_url

MAX_TEXT = 20_000
MAX_TITLE = 2_000
MAX_ID = 500
MAX_IMAGES = 50
MAX_ATTRIBUTES = 200
EARLIEST, LATEST = 1990, 2200
MAX_AMOUNT = Decimal(10) ** 15
NO_AMOUNT = "not an amount from 0 to 10^15 in plain digits; write {}, with a point, no exponent and no currency"
NO_COUNT = "not a whole number from 1 to 100000 in plain digits; write 2"
NO_TIME = "not a time in ISO 8601 such as 2026-05-04T09:30:00Z"
NO_SUCH_YEAR = f"not a time of the years {EARLIEST} to {LATEST}"
FIELDS = tuple(f.name for f in fields(Listing) if f.name != "sources")
"""The names of a record's fields, in the order in which they are written."""

LONGEST_NUMBER = 60
PLAIN_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?|[+-]?\.[0-9]+")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class RecordError(ValueError):
    """A record that is no listing: `field` says where, the text says why, and `fault` why without the value."""

    def __init__(self, field: str, reason: str, *, fault: str = "") -> None:
        super().__init__(f"{field}: {reason}")
        self.field, self.reason = field, reason
        self.fault = f"{field}: {fault or reason}"


def all_of(wrong: Sequence[RecordError]) -> RecordError:
    """All that is wrong with a record as one error, at the field of the first."""
    first, *more = wrong
    error = RecordError(first.field, "; ".join([first.reason, *map(str, more)]))
    error.fault = "; ".join(one.fault for one in wrong)
    return error


def clean_text(value: object, limit: int = MAX_TEXT) -> str:
    """Text in NFC without control characters and lone surrogates, stripped, cut at `limit` characters."""
    text = value if isinstance(value, str) else str(value)
    if len(text) > limit * 4:
        text = text[: limit * 4]
    return unicodedata.normalize("NFC", CONTROL.sub(" ", text)).strip()[:limit]


def _text(limit: int) -> Callable[[str, object], str]:
    def read(name: str, value: object) -> str:
        if isinstance(value, (Mapping, list, tuple)):
            raise RecordError(name, f"expected text, found {type(value).__name__}")
        return clean_text(value, limit)

    return read


def _number(value: object) -> str:
    """A number's text in plain digits: those of other scripts count as digits, and nothing is taken for one silently.

    Empty for what is no plain decimal number: with an exponent, underscores, a thousands sign, inf.
    """
    text = _plain_digits(str(value)[: LONGEST_NUMBER + 1].strip())
    return text if len(text) <= LONGEST_NUMBER and PLAIN_NUMBER.fullmatch(text) else ""


def _plain_digits(text: str) -> str:
    """Arabic-Indic, full-width and other decimal digits as 0 to 9, and the Arabic decimal point as a point."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else "." if c in "٫．" else c for c in text)


def _amount(name: str, value: object) -> Decimal | None:
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < LONGEST_NUMBER:
        value = format(value, "f")  # a program's number may have an exponent, a text may not
    if not (text := _number(value)):
        raise RecordError(name, _no_amount(value), fault=NO_AMOUNT)
    amount = Decimal(text)
    if not amount.is_finite() or amount < 0 or amount > MAX_AMOUNT:
        raise RecordError(name, _no_amount(value), fault=NO_AMOUNT)
    return amount


def _no_amount(value: object) -> str:
    return f"{str(value)[:40]!r} is {NO_AMOUNT.format(plain_amount(str(value)[:LONGEST_NUMBER]) or '1290.00')}"


def _count(name: str, value: object) -> int:
    text = _number(value)
    if not text or Decimal(text) % 1:
        raise RecordError(name, f"{str(value)[:40]!r} is {NO_COUNT}", fault=NO_COUNT)
    count = int(Decimal(text))
    if not 1 <= count <= 100_000:
        raise RecordError(name, f"{str(value)[:40]!r} is {NO_COUNT}", fault=NO_COUNT)
    return count


def _condition(name: str, value: object) -> Condition:
    try:
        return Condition(str(value).strip().lower())
    except ValueError:
        none = f"is none of {', '.join(Condition)}"
        raise RecordError(name, f"{str(value)[:40]!r} {none}", fault=none) from None


def _availability(name: str, value: object) -> Availability:
    try:
        return Availability(str(value).strip().lower())
    except ValueError:
        none = f"is none of {', '.join(Availability)}"
        raise RecordError(name, f"{str(value)[:40]!r} {none}", fault=none) from None


def _images(name: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        text = value.strip()
        value = _json(name, text) if text.startswith("[") else [part for part in re.split(r"\s*\|\s*", text) if part]
    if not isinstance(value, (list, tuple)):
        raise RecordError(name, f"expected a list of URLs or paths, found {type(value).__name__}")
    return tuple(dict.fromkeys(clean_text(image, 4_000) for image in value if image))[:MAX_IMAGES]


def _attributes(name: str, value: object) -> Mapping[str, str]:
    if isinstance(value, str):
        value = _json(name, value)
    if not isinstance(value, Mapping):
        raise RecordError(name, f"expected names and values, found {type(value).__name__}")
    pairs = list(value.items())[:MAX_ATTRIBUTES]
    return {clean_text(key, 200): clean_text(entry, MAX_TITLE) for key, entry in pairs if entry is not None}


def _json(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise RecordError(name, f"{text[:40]!r} is not JSON", fault="is not JSON") from None


def _moment(name: str, value: object) -> datetime:
    try:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())
    except ValueError:
        raise RecordError(name, f"{str(value)[:40]!r} is {NO_TIME}", fault=NO_TIME) from None
    if not EARLIEST <= moment.year <= LATEST:
        raise RecordError(name, f"{str(value)[:40]!r} is {NO_SUCH_YEAR}", fault=NO_SUCH_YEAR)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


READERS: Mapping[str, Callable[[str, object], object]] = {
    "title": _text(MAX_TITLE),
    "url": _text(4_000),
    "seller_url": _text(4_000),
    "marketplace": _text(200),
    "listing_id": _text(4_000),
    "price": _amount,
    "list_price": _amount,
    "shipping": _amount,
    "coupon": _amount,
    "pack_count": _count,
    "condition": _condition,
    "availability": _availability,
    "images": _images,
    "attributes": _attributes,
    "observed_at": _moment,
    "sources": _attributes,
}
REQUIRED = ("marketplace", "url", "title")


def listing_from_record(record: Mapping[str, Any]) -> Listing:
    """Read a listing from a row: absent, null and blank values count as not read; unknown names are left alone.

    Raises RecordError for all required fields that are missing and all values that cannot be what their fields say.
    """
    values: dict[str, Any] = {}
    wrong: list[RecordError] = []
    for name in (*FIELDS, "sources"):
        value = record.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        try:
            values[name] = READERS.get(name, _text(MAX_TITLE if name != "description" else MAX_TEXT))(name, value)
        except RecordError as one:
            wrong.append(one)
    told = {one.field for one in wrong}
    wrong += [RecordError(n, "is required and missing") for n in REQUIRED if not values.get(n) and n not in told]
    if wrong:
        raise all_of(wrong)
    if currency := _currency(record, values):
        values["currency"] = currency
    values["listing_id"] = _short(values.get("listing_id") or canonical_url(values["url"]))
    return Listing(**values)


def _currency(record: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """The ISO code: of `currency_code` where a row has it, else of the currency as shown (`£`, `kr` with a territory).

    A sign that may mean several currencies stays as it is, and matches none.
    """
    code = clean_text(record.get("currency_code") or "", 20)
    shown = str(values.get("currency") or "")
    country = str(values.get("territory") or "")
    return currency_code(code) or currency_code(shown, country) or (code or shown).upper()


def _short(listing_id: str) -> str:
    """An id that an index can hold: of a longer one its beginning and a digest of it all."""
    if len(listing_id) <= MAX_ID:
        return listing_id
    return f"{listing_id[: MAX_ID - 33]}~{hashlib.sha256(listing_id.encode()).hexdigest()[:32]}"


def listing_to_record(listing: Listing, *, sources: bool = False) -> dict[str, Any]:
    """The listing as JSON-ready values: amounts as decimal strings, times as ISO 8601, without what was not read."""
    record: dict[str, Any] = {}
    for name in (*FIELDS, *(["sources"] if sources else [])):
        value = getattr(listing, name)
        if value is None or value in ("", (), {}):
            continue
        if isinstance(value, Decimal):
            value = format(value, "f")
        elif isinstance(value, datetime):
            value = value.isoformat()
        elif isinstance(value, (Condition, Availability)):
            value = str(value)
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, Mapping):
            value = dict(value)
        record[name] = value
    return record
