"""Amounts as shops of a locale print them."""

from decimal import Decimal

from monitor.bazaar.makers import rounded
from monitor.bazaar.vocabulary import table

MARKS = {"1.299,00": (".", ","), "1,299.00": (",", "."), "1 299,00": ("\u202f", ","), "1,299": (",", ".")}


def printed(amount: Decimal, locale: str) -> str:
    """The amount in a locale's writing: `1.299,00 €`, `$1,299.00`, `¥1,299`."""
    row = table("locales")[locale]
    pattern: str = row["price"]
    sample = pattern[pattern.index("{") + 1 : pattern.index("}")]
    thousands, point = MARKS[sample]
    shown = rounded(amount, row["currency"])
    whole, _, cents = f"{shown:,f}".partition(".")
    text = whole.replace(",", thousands) + (f"{point}{cents}" if (cents and cents != "00") or "00" in sample else "")
    return pattern.replace(f"{{{sample}}}", text)
