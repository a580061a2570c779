"""What a buyer pays for one unit."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from monitor.brands import Product
from monitor.products.packs import Pack, pack_in
from monitor.records import Listing

CENT = Decimal("0.01")
MOST = Decimal(10) ** 9


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


def net_price(listing: Listing, product: Product, *, with_shipping: bool = False) -> NetPrice:  # noqa: PLR0911
    """Price, minus coupon, plus shipping if the brand's policy says so, divided by the units in the pack."""
    currency = listing.currency
    if listing.price is None:
        return NetPrice(currency=currency, problem="no price was read")
    if not 0 < listing.price < MOST:
        return NetPrice(currency=currency, problem=f"{listing.price} is no price for goods")
    if not currency:
        return NetPrice(problem="the currency was not read")
    if "price_to" in listing.attributes:  # the reader of pages notes the upper end of a range there
        return NetPrice(currency=currency, problem=f"the price is a range up to {listing.attributes['price_to']}")
    total, steps = listing.price, [f"price {_shown(listing.price)} {currency}"]
    if listing.coupon:
        total -= listing.coupon
        steps.append(f"minus coupon {_shown(listing.coupon)} = {_shown(total)}")
    if with_shipping and listing.shipping:
        total += listing.shipping
        steps.append(f"plus shipping {_shown(listing.shipping)} = {_shown(total)}")
    if total <= 0:
        return NetPrice(currency=currency, steps=tuple(steps), problem="the coupon is worth more than the price")
    pack = _pack(listing, product)
    if pack.problem:
        return NetPrice(currency=currency, steps=tuple(steps), problem=pack.problem)
    unit = (total / pack.units).quantize(CENT, ROUND_HALF_EVEN)
    if pack.units > 1:
        steps.append(f"divided by {pack.units} units ({pack.text}) = {_shown(unit)}")
    return NetPrice(unit=unit, currency=currency, units=pack.units, steps=tuple(steps))


def _pack(listing: Listing, product: Product) -> Pack:
    """How many sales units of the product the listing sells."""
    said = pack_in(listing.title)
    if listing.pack_count:
        said = Pack(units=listing.pack_count, text="pack count of the page")
    own = pack_in(product.name)
    pieces = max(product.pack_count, own.units)
    if said.problem or pieces == 1:
        return said
    if said.units in (1, pieces):
        return Pack(text=said.text)
    if said.units % pieces == 0:
        return Pack(units=said.units // pieces, text=f"{said.text} of a product of {pieces}")
    return Pack(problem=f"the listing sells {said.units} pieces, the product has {pieces}")


def _shown(amount: Decimal) -> str:
    return f"{amount.quantize(CENT, ROUND_HALF_EVEN):f}"
