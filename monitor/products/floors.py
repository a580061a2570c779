"""The lowest price allowed for a product, on a day, in a place."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from monitor.brands import Brand, Product


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A floor in force: the amount for one unit, its currency, and the file and row it is written in."""

    amount: Decimal
    currency: str
    source: str


def floor_in_force(
    brand: Brand, product: Product, *, territory: str, channel: str, currency: str, day: date
) -> Floor | None:
    """The most specific floor of prices.csv that is valid on `day`, else that of products.csv, in this currency."""
    raise NotImplementedError
