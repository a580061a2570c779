"""Price texts as sites write them: `€ 12,50`, `1.299,00 €`, `US $2,879.20`, `¥1,280`, `CHF 1'299.–`, `Rs. 1,299`."""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from monitor.pages.money_signs import AFTER, ANYWHERE, BEFORE
from monitor.records.currency import CODES

MAX_TEXT = 300
THOUSANDTHS = frozenset(["KWD", "KD", "BHD", "BD", "OMR", "JOD", "JD", "TND", "DT", "IQD", "LYD", "LD"])
"""Currencies with three decimals, as shown."""
MAX_AMOUNT = Decimal(10) ** 12
GAP = "[ \u00a0\u202f\u2009'’´`٬]"
NUMBER = re.compile(
    rf"(?<![\d.,])(?:\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)(?:[.,٫]\d{{1,2}}(?!\d))?"  # 1 299 and 1'299.50
    r"|\d+(?:[.,٫]\d+)*(?:[.,][ \u00a0]\d{1,2}(?![\d.,]*\d))?)"  # 1.299,00 and 118, 99
    r"|(?<![\d.,])[.,]{1,2}\d+(?:[.,]\d+)*"  # .75
)
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3}){1,4}\1\d{2}")
DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}(?![\d.,])")
NOT_MONEY = re.compile(
    r"-0\d(?!\d)|\s{0,3}(?:%|％|[x×]\s{0,2}(?=\D)|\d|(?:g|kg|mg|ml|l|cl|oz|lb|cm|mm|ft|inch|pcs|reviews?|ratings?"
    r"|Stück|Stk)\b)"
)
RANGE = re.compile(
    r"[^\d]{0,12}?(?:[-–—~～〜]|\b(?:to|bis|a|à|al|até|hasta|до|tot|til|till|do)\b)[^\d]{0,12}", re.IGNORECASE
)
FROM = re.compile(
    r"(?:^|[\s(:])(?:from|starting at|starts at|as low as|ab|à partir de|a partire da|a partir de|desde|da|od|fra"
    r"|från"
    r"|fr\.|vanaf|dès|от|від|alkaen|already from|up to|bis zu|jusqu'à)(?=[\s:\d$€£¥])|起",
    re.IGNORECASE,
)
DIGITS = {ord(c): str(i) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９") for i, c in enumerate(row)}
DIGITS |= {ord("，"): ",", ord("．"): "."}


class Amount(NamedTuple):
    """One amount in a text, the currency beside it as shown, and where the number starts and ends."""

    value: Decimal
    currency: str
    start: int
    end: int


class Price(NamedTuple):
    """The one price of a text, or why there is none; `high` is the end of a range that starts with `low`."""

    amount: Decimal | None = None
    currency: str = ""
    problem: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    several: bool = False
    """Whether the text shows other amounts too."""


def amounts(text: str) -> list[Amount]:
    """All amounts of money that a text shows, in its order; dates, shares, weights and sizes are none."""
    text = text[:MAX_TEXT].translate(DIGITS)
    found = []
    dates = [match.span() for match in DATE.finditer(text)]
    for match in NUMBER.finditer(text):
        if any(start <= match.start() < end for start, end in dates):
            continue
        sign = _sign(text, match.start(), match.end())
        if not sign and (NOT_MONEY.match(text, match.end()) or _in_a_word(text, match.start(), match.end())):
            continue
        value = _value(match[0], thousandths=sign in THOUSANDTHS)
        if value is not None:
            found.append(Amount(value, sign, match.start(), match.end()))
    return found


@lru_cache(maxsize=4096)
def read_price(text: str) -> Price:
    """The price that a text states; a range, a "from" price and a text without a number are no price.

    Of several amounts the first that stands beside a currency counts, else the first.
    """
    text = " ".join(text[: MAX_TEXT * 4].split())[:MAX_TEXT].translate(DIGITS)
    found = amounts(text)
    if not found:
        return Price(problem="no amount" if text else "")
    for one, next_one in pairwise(found):
        if one.value != next_one.value and RANGE.fullmatch(text, one.end, next_one.start):
            low, high = sorted((one.value, next_one.value))
            return Price(
                currency=one.currency or next_one.currency or sign_in(text), problem="a range", low=low, high=high
            )
    first = next((amount for amount in found if amount.currency), found[0])
    currency = first.currency or sign_in(text)
    if FROM.search(text, 0, first.start + 1) or text.endswith(("起", "~", "～")):
        return Price(currency=currency, problem="a price that others start from", low=first.value)
    several = any(amount.value != first.value for amount in found)
    return Price(first.value, currency, low=first.value, several=several)


def sign_in(text: str) -> str:
    """The first currency sign or code anywhere in a text, as shown; empty where there is none."""
    match = ANYWHERE.search(text[:MAX_TEXT])
    return match[0].strip() if match else ""


def _in_a_word(text: str, start: int, end: int) -> bool:
    """Whether the number is part of a word, such as a model's name."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return any(c.isascii() and c.isalpha() for c in around)


def _sign(text: str, start: int, end: int) -> str:
    """The currency right before or right after a number."""
    before = BEFORE.search(text[max(0, start - 12) : start])
    after = AFTER.match(text, end)
    if after and (not before or (after[1] in CODES and before[1] not in CODES)):
        return after[1].strip()
    return before[1].strip() if before else ""


def _value(number: str, *, thousandths: bool) -> Decimal | None:
    """A number as written: the last separator ends the units where what follows it can only be cents."""
    number = re.sub(rf"{GAP}", "", number).replace("٫", ".")
    if number[0] in ".,":
        bare = number.lstrip(".,")
        number = f"0.{bare}" if len(bare) == 2 else bare
    points, commas = number.count("."), number.count(",")
    if points and commas:
        decimal = max(number.rfind("."), number.rfind(","))
        if number.count(number[decimal]) > 1:
            decimal = -1
    elif points + commas == 1:
        decimal = number.find("." if points else ",")
        head, tail = number[:decimal], number[decimal + 1 :]
        if len(tail) == 3 and 0 < len(head) <= 3 and head != "0" and not thousandths:
            decimal = -1
    else:  # 1.299.99: what groups thousands parts the cents too, where these are set apart
        last = number.rfind("." if points else ",")
        decimal = last if GROUPED.fullmatch(number) else -1
    whole = number if decimal < 0 else number[:decimal]
    cents = "" if decimal < 0 else number[decimal + 1 :]
    digits = re.sub(r"\D", "", whole)
    if len(digits) > 15 or len(cents) > 15 or not digits + cents:
        return None
    value = Decimal(f"{digits or '0'}.{cents or '0'}") if cents else Decimal(digits)
    return value if value <= MAX_AMOUNT else None
