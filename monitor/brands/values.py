"""Single values of a dossier from their text; each raises ValueError with a reason that names the value."""

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation


def text(value: str) -> str:
    """The text in NFC, stripped."""
    return unicodedata.normalize("NFC", value).strip()


def amount(value: str) -> Decimal | None:
    """A price such as 1290.00, or None for an empty cell."""
    if not value.strip():
        return None
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        raise ValueError(f"{value!r} is not a decimal number; write 1290.00") from None
    if not number.is_finite() or number < 0 or number > Decimal(10) ** 12:
        raise ValueError(f"{value!r} is not a price between 0 and 10^12")
    return number


def count(value: str) -> int:
    """A whole number from 1, 1 for an empty cell."""
    if not value.strip():
        return 1
    if not re.fullmatch(r"[0-9]{1,6}", value.strip()) or int(value) < 1:
        raise ValueError(f"{value!r} is not a whole number from 1 to 999999")
    return int(value)


def day(value: str) -> date | None:
    """A date such as 2031-05-04, or None for an empty cell."""
    if not value.strip():
        return None
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise ValueError(f"{value!r} is not a date; write it as 2031-05-04") from None


def currency(value: str) -> str:
    """An ISO 4217 code such as EUR, or empty."""
    code = value.strip().upper()
    if code and not re.fullmatch(r"[A-Z]{3}", code):
        raise ValueError(f"{value!r} is not a currency code; write three letters such as EUR")
    return code


def gtin(value: str) -> str:
    """A GTIN of 8, 12, 13 or 14 digits whose check digit is right (GS1 General Specifications 7.9), or empty."""
    digits = re.sub(r"[\s-]", "", value)
    if not digits:
        return ""
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", digits):
        raise ValueError(f"{value!r} is not a GTIN; it has 8, 12, 13 or 14 digits (a spreadsheet may have cut zeros)")
    body = [int(digit) for digit in reversed(digits[:-1])]
    check = -sum(digit * (3 if place % 2 == 0 else 1) for place, digit in enumerate(body)) % 10
    if check != int(digits[-1]):
        raise ValueError(f"{value!r} has a wrong check digit: it should end in {check}")
    return digits


def parts(value: str) -> tuple[str, ...]:
    """The parts of a cell that are joined by `|` or `;`."""
    return tuple(dict.fromkeys(text(part) for part in re.split(r"[|;]", value) if part.strip()))
