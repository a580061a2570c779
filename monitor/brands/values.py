"""Single values of a dossier from their text; each raises ValueError with a reason that names the value."""

import re
import unicodedata
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache

from monitor.brands.problems import shown
from monitor.brands.territory import COUNTRIES, PARTS, UNIONS, codes
from monitor.records.currency import CODES, currency_code
from monitor.records.typed_amount import plain_amount, two_meanings

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def text(value: str) -> str:
    """The text in NFC, stripped."""
    if not value.isprintable() and (found := CONTROL.search(value)):
        raise ValueError(f"{shown(value)} holds a control character (U+{ord(found[0]):04X}); remove it")
    return value.strip() if value.isascii() else unicodedata.normalize("NFC", value).strip()


@lru_cache(maxsize=4096)
def price(value: str) -> Decimal | None:
    """A price such as 1290.00, or None for an empty cell."""
    value = value.strip()
    if not value:
        return None
    if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", value):
        meant = plain_amount(value) or "1290.00"
        raise ValueError(f"{shown(value)} is no amount above 0 and below 10^12 in plain digits; write {meant}")
    if either := two_meanings(value):
        raise ValueError(f"{shown(value)} can be read in two ways; write {either}")
    if not Decimal(value):
        raise ValueError(f"{shown(value)} is no price; leave the cell empty where there is none")
    return Decimal(value)


def count(value: str) -> int:
    """A whole number from 1, 1 for an empty cell."""
    value = value.strip()
    if not value:
        return 1
    if not re.fullmatch(r"[0-9]{1,6}", value) or int(value) < 1:
        raise ValueError(f"{shown(value)} is not a whole number from 1 to 999999")
    return int(value)


@lru_cache(maxsize=4096)
def day(value: str) -> date | None:
    """A date such as 2031-05-04, or None for an empty cell."""
    value = value.strip()
    if not value:
        return None
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError as reason:
        raise ValueError(f"{shown(value)} is not a date: {reason}") from None
    raise ValueError(f"{shown(value)} is not a date; write it as 2031-05-04")


@lru_cache(maxsize=4096)
def moment(value: str) -> datetime | None:
    """A time such as 2031-05-04T09:30:00+00:00, UTC where it has no zone, or None for an empty cell."""
    value = value.strip()
    if not value:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{shown(value)} is not a time; write it as 2031-05-04T09:30:00+00:00") from None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


@lru_cache(maxsize=4096)
def currency(value: str) -> str:
    """An ISO 4217 code such as EUR, or empty."""
    code = value.strip().upper()
    if code and code not in CODES:
        meant = currency_code(code) or "EUR"
        raise ValueError(f"{shown(value)} is not a currency code of ISO 4217; write three letters such as {meant}")
    return code


@lru_cache(maxsize=4096)
def territory(value: str) -> str:
    """Country codes (ISO 3166), one or several, and unions such as EU; empty for everywhere."""
    for code in codes(value):
        if code not in COUNTRIES and code not in UNIONS:
            typed = next((part for part in PARTS.split(value) if part.upper() == code), code)
            raise ValueError(
                f"{shown(typed)} is no country code; write the two letters of ISO 3166-1, several as DE AT, or one of "
                f"{' '.join(UNIONS)}"
            )
    return value.strip().upper()


@lru_cache(maxsize=4096)
def marketplace(value: str) -> str:
    """The name of a marketplace, mostly its host name without `www.`; empty for everywhere."""
    name = text(value).lower()
    if "/" in name:
        host = name.split("//")[-1].split("/")[0].removeprefix("www.")
        raise ValueError(f"{shown(value)} is an address; write the host name alone: {shown(host)}")
    return name.removeprefix("www.")


def gtin(value: str) -> str:
    """A GTIN of 8, 12, 13 or 14 digits whose check digit is right (GS1 General Specifications 7.9), or empty."""
    digits = re.sub(r"[\s-]", "", value)
    if not digits:
        return ""
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", digits):
        raise ValueError(
            f"{shown(value)} is not a GTIN, which has 8, 12, 13 or 14 digits; a spreadsheet may have cut its zeros: "
            "format the column as text"
        )
    threes, ones = sum(map(int, digits[-2::-2])), sum(map(int, digits[-3::-2]))
    check = -(3 * threes + ones) % 10
    if check != int(digits[-1]):
        raise ValueError(f"{shown(value)} has a wrong check digit: after these digits it would be {check}")
    return digits


def parts(value: str) -> tuple[str, ...]:
    """The parts of a cell that are joined by `|` or `;`."""
    return tuple(dict.fromkeys(part for piece in value.replace(";", "|").split("|") if (part := text(piece))))
