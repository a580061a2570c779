"""Prices by quantity: which of them one unit costs, and from how many units on the goods are sold at all."""

import re
from dataclasses import dataclass
from decimal import Decimal

from monitor.records import Listing

TIERS, LEAST = "price_tiers", "min_quantity"
"""The attributes in which the reader of pages notes them: `1: 12.00; 10: 9.50`, and `100`."""
TIER = re.compile(r"\s*(\d{1,7})\s*:\s*(.*?)\s*")
NUMBER = re.compile(r"\D{0,8}?(\d{1,12}(?:[.,]\d{1,2})?)\D{0,8}")
MOST_TIERS, LONGEST = 20, 2_000


@dataclass(frozen=True, slots=True)
class Tiers:
    """The least quantity that is sold; the price of a unit at that quantity, None where no tier says it."""

    least: int = 1
    price: Decimal | None = None
    text: str = ""


def tiers(listing: Listing) -> Tiers:
    """What a listing's attributes say of prices by quantity."""
    said = _stated(listing.attributes.get(LEAST, ""))
    found = [
        (int(one[1]), one[2])
        for part in listing.attributes.get(TIERS, "")[:LONGEST].split(";")[:MOST_TIERS]
        if (one := TIER.fullmatch(part)) and int(one[1])
    ]
    if not found:
        return Tiers(least=said)
    least, text = min(found)
    return Tiers(least=max(said, least), price=_price(text), text="; ".join(f"{n}: {price}" for n, price in found))


def _stated(text: str) -> int:
    found = re.search(r"(?<![\d.,])\d{1,7}(?![\d.,])", text[:100])
    return max(1, int(found[0])) if found else 1


def _price(text: str) -> Decimal | None:
    """A price as a tier writes it, where it can be read in one way only."""
    found = NUMBER.fullmatch(text)
    if not found:
        return None
    amount = Decimal(found[1].replace(",", "."))
    return amount if amount > 0 else None
