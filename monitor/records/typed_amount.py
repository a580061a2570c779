"""An amount as people type it, and how it is written in plain digits."""

import re
from decimal import Decimal

SIGNS = r"(?:[A-Z]{3}|[A-Za-z]{0,2}[$€£¥₩₹₽]|zł|kr\.?|CHF)?"
TYPED = re.compile(
    rf"{SIGNS}\s*(?P<whole>[0-9]{{1,12}}|[0-9]{{1,3}}(?:(?P<apart>[.,'’\s])[0-9]{{3}}(?:(?P=apart)[0-9]{{3}})*))"
    rf"(?:(?P<point>[.,])(?P<cents>[0-9]{{1,2}}))?\s*{SIGNS}"
)


def plain_amount(text: str) -> str:
    """What a person meant by `29,90`, `1.029,90` or `€1290`, with a point and two decimals; empty where it is not sure.

    `1,290` is not sure: it may be a thousand and more, or one and a bit.
    """
    found = TYPED.fullmatch(text.strip())
    if found is None or found["apart"] == found["point"] is not None:
        return ""
    if found["apart"] and found["apart"] in ".," and not found["point"]:
        return ""
    whole = re.sub(r"[^0-9]", "", found["whole"])
    cents = found["cents"] or "0"
    return f"{Decimal(f'{whole}.{cents}'):.2f}"


THOUSANDTHS = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])
"""The currencies whose amounts are written with three decimals (ISO 4217)."""

WITHOUT_CENTS = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"]
)
"""The currencies that have no smaller part (ISO 4217), so that "12,50" is no amount of theirs."""


def two_meanings(text: str, currency: str = "") -> str:
    """What to write for `1.290`, which is 1290 to some and 1.29 to others, as `1290.00 or 1.2900`; else empty.

    With a currency that has three decimals it means one thing.
    """
    if currency in THOUSANDTHS or not re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", text):
        return ""
    return f"{text.replace('.', '')}.00 or {text}0"
