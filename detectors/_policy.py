"""What a brand's price policy says, in one place for all that judges prices: `[detectors.low_price]` of brand.toml."""

from enum import Enum

from monitor.brands import Brand
from monitor.brands.territory import covers, is_place


class Policed(Enum):
    """Whether the brand may police prices where a listing sells."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "the territory is not known, and in some the brand may not police prices"


def policed(brand: Brand, territory: str) -> Policed:
    """By `off_in`; UNKNOWN where that is used and the listing's territory was not read, or is no country code."""
    off = brand.detectors.get("low_price", {}).get("off_in")
    codes = " ".join(map(str, off)) if isinstance(off, (list, tuple)) else ""
    if not codes:
        return Policed.YES
    if not is_place(territory):
        return Policed.UNKNOWN
    return Policed.NO if covers(codes, territory) else Policed.YES


def counts_shipping(brand: Brand) -> bool:
    """Whether shipping is part of the price, wherever a net price is shown or compared."""
    return brand.detectors.get("low_price", {}).get("with_shipping") is True


def judges_wholesale(brand: Brand) -> bool:
    """Whether offers that begin above one unit are held against the floor too."""
    return brand.detectors.get("low_price", {}).get("wholesale") is True


def plain_words(brand: Brand) -> tuple[str, ...]:
    """The words of titles that name the product and no part of it."""
    words = brand.detectors.get("low_price", {}).get("plain_words")
    return tuple(map(str, words)) if isinstance(words, (list, tuple)) else ()
