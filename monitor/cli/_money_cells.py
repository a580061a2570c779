"""Amounts with a currency beside them, as in `29,90 €`: read without it, where the row says no other one."""

import re
from collections.abc import Mapping

from monitor.records import RecordError
from monitor.records.currency import LOCAL, contradicts, currency_code

AMOUNTS = ("price", "list_price", "shipping", "coupon")
SIGN = r"[^\d\s.,+\-][^\d\s,+\-]{0,3}"
WITH_SIGN = re.compile(rf"(?P<before>{SIGN})?\s*(?P<amount>[0-9][0-9.,'’\s]*?)\s*(?P<after>{SIGN})?")
PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?")
LONGEST = 40
OTHER = "is in another currency than the row says; mend one of them"


def parted(cell: str) -> tuple[str, str]:
    """An amount and the currency as shown beside it; the cell and an empty text where there is none."""
    found = WITH_SIGN.fullmatch(cell.strip())
    sign = (found["before"] or found["after"] or "") if found and not (found["before"] and found["after"]) else ""
    known = bool(sign) and bool(currency_code(sign) or sign.upper().rstrip(".") in LOCAL)
    return (found["amount"], sign) if found and known else (cell, "")


def without_signs(row: Mapping[str, str], signs: Mapping[str, str]) -> dict[str, str]:
    """The row, with the currency that stands beside its amounts where no cell has it; `signs` are by column.

    Raises RecordError where the row says another currency, or two amounts do.
    """
    stated = row.get("currency_code", "").strip() or row.get("currency", "").strip()
    for name, sign in signs.items():
        country = row.get("territory", "").strip()
        code = currency_code(stated, country)
        beside = currency_code(sign, country)
        if stated and ((beside and code and beside != code and not _shared(sign, code)) or contradicts(sign, code)):
            shown = f"{row[name].strip()} {sign}"[:LONGEST]
            raise RecordError(name, f"{shown!r} {OTHER} ({stated[:LONGEST]})", fault=OTHER)
        stated = stated or sign
    return dict(row) if row.get("currency", "").strip() or not stated else {**row, "currency": stated}


def _shared(sign: str, code: str) -> bool:
    """Whether several currencies share a sign, of which the code's is one."""
    return code in LOCAL.get(sign.upper().rstrip("."), {}).values()


def signs_in(row: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The row with its amounts alone where they are plain digits, and by column the currency that stood beside them."""
    parts = {name: parted(row[name]) for name in AMOUNTS if row.get(name)}
    signs = {name: sign for name, (amount, sign) in parts.items() if sign and PLAIN.fullmatch(amount)}
    return {**row, **{name: parts[name][0] for name in signs}}, signs
