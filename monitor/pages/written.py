"""Numbers as sites write them: `1.299,00`, `1'299.50`, `1,28,999`, `.75`."""

import re
from decimal import Decimal

MAX_AMOUNT = Decimal(10) ** 12
GAP = "[ \u00a0\u202f\u2009'’´`٬]"
GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3}){1,4}\1\d{2}")


def value_of(number: str, *, thousandths: bool) -> Decimal | None:
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
