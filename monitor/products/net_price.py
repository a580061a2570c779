"""What a buyer pays for one unit."""

from dataclasses import dataclass
from decimal import Decimal

from monitor.brands import Product
from monitor.records import Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class NetPrice:
    """The net price of one unit of the product in the listing's currency, with every step that led to it in words.

    `unit` is None where it cannot be said, and then `problem` says why; `units` is how many units the price buys.
    """

    unit: Decimal | None = None
    currency: str = ""
    units: int = 1
    steps: tuple[str, ...] = ()
    problem: str = ""


def net_price(listing: Listing, product: Product, *, with_shipping: bool = False) -> NetPrice:
    """Price, minus coupon, plus shipping if the brand's policy says so, divided by the units in the pack."""
    raise NotImplementedError
