"""What a buyer pays for one unit."""

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal

from monitor.brands import Product
from monitor.products.described import described
from monitor.products.given_away import placeholder
from monitor.products.of_one import may_be_of_one
from monitor.products.packs import Pack
from monitor.products.tiers import tiers
from monitor.products.uncertain import part_price
from monitor.products.units_sold import units_sold
from monitor.records import Listing
from monitor.records.currency import CODES, LOCAL

CENT = Decimal("0.01")
MOST_SHARED = 4
"""So many currencies are named that a word of several countries may mean."""
MOST = Decimal(10) ** 9
NOT_ASKED = {
    "price_to": "the price is a range up to {}",
    "bid": "an auction: {} is what was bid so far, no price that a seller asks",
    "price_is": "the price is {}",
}
"""What readers of pages and APIs note of a price that is none of one thing, by the attribute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetPrice:
    """The net price of one unit of the product in the listing's currency, with every step that led to it in words.

    `unit` is None where it cannot be said, and then `problem` says why; `units` is how many units the price buys, and
    `least` how many a buyer has to take at least: above 1 it is a wholesale price.
    """

    unit: Decimal | None = None
    currency: str = ""
    units: int = 1
    least: int = 1
    steps: tuple[str, ...] = ()
    problem: str = ""
    doubt: str = ""
    """Why the price was not divided by a number that may count units; it may then be that of several."""
    stated: Decimal | None = None
    """The listing's own price, where its prices by quantity say another one for one unit."""


def net_price(listing: Listing, product: Product, *, with_shipping: bool = False, wholesale: bool = False) -> NetPrice:
    """Price, minus coupon, plus shipping if the brand's policy says so, divided by the units in the pack.

    Of prices by quantity that of one unit counts. What is sold from a higher quantity on is a wholesale offer, whose
    price is said only where `wholesale` asks for it.
    """
    currency = listing.currency if listing.currency in CODES else ""
    total, steps, problem = _total(listing, with_shipping=with_shipping)
    pack, least = units_sold(listing, product), tiers(listing).least
    problem = problem or described(listing)
    if least > 1 and not wholesale:
        problem = problem or f"a wholesale offer: sold from {least} units on"
    if problem or pack.problem:
        return NetPrice(currency=currency, least=least, steps=tuple(steps), problem=problem or pack.problem)
    doubt = ""
    if pack.units > 1 and may_be_of_one(listing.title, pack.text, product):
        why = f'"{pack.text.strip(" ,;(")}" in the title may be what one unit has'
        doubt, pack = f"{why}, so the price was not divided by it", Pack()
        steps.append(f"not divided: {why}")
    unit = (total / pack.units).quantize(CENT, ROUND_HALF_EVEN)
    if pack.units > 1:
        steps.append(f"divided by {pack.units} units ({pack.text}) = {_shown(unit)}")
    elif pack.content:
        steps.append(f'not divided: "{pack.content}" is what one unit holds')
    if unit <= 0:
        problem = "less than a cent for one unit is no price"
        return NetPrice(currency=currency, least=least, steps=tuple(steps), problem=problem)
    return NetPrice(
        unit=unit,
        currency=currency,
        units=pack.units,
        least=least,
        steps=tuple(steps),
        doubt=doubt,
        stated=listing.price if tiers(listing).price not in (None, listing.price) else None,
    )


def _total(listing: Listing, *, with_shipping: bool) -> tuple[Decimal, list[str], str]:
    """What the buyer pays in all, the steps, and the problem if there is one."""
    price, currency = listing.price, listing.currency
    if problem := _unusable(listing):
        return Decimal(0), [], problem
    assert price is not None
    total, steps = price, [f"price {_shown(price)} {currency}"]
    if (tier := tiers(listing)).text:
        total = tier.price or price
        own = "" if total == price else f", where its price is {_shown(price)}"
        quantity = f"at a quantity of {tier.least} (prices by quantity: {tier.text}{own})"
        steps = [f"price {_shown(total)} {currency} {quantity}"]
    if listing.coupon:
        total -= listing.coupon
        steps.append(f"minus coupon {_shown(listing.coupon)} = {_shown(total)}")
    if total <= 0:
        return total, steps, "the coupon is worth more than the price"
    if with_shipping and listing.shipping is None:
        return total, steps, "shipping counts for this brand, and was not read"
    if with_shipping and listing.shipping:
        total += listing.shipping
        steps.append(f"plus shipping {_shown(listing.shipping)} = {_shown(total)}")
    elif listing.shipping:
        steps.append(f"shipping of {_shown(listing.shipping)} not counted")
    return total, steps, ""


def _unusable(listing: Listing) -> str:
    """Why the price as read is no price to calculate with."""
    if listing.price is None:
        return "no price was read"
    if problem := placeholder(listing):
        return problem
    if not 0 < listing.price < MOST:
        return f"{listing.price} is no price for goods"
    if listing.currency not in CODES:
        return no_currency(listing.currency)
    noted = (says.format(listing.attributes[name]) for name, says in NOT_ASKED.items() if name in listing.attributes)
    return next(noted, "") or part_price(listing)


def no_currency(currency: str) -> str:
    """Why a text that is no code of a currency is none; of a word that several share, which countries' it may be."""
    if shared := list(dict.fromkeys(LOCAL.get(currency, {}).values())):
        more = " or others" if len(shared) > MOST_SHARED else ""
        return f"{currency!r} may be {' or '.join(shared[:MOST_SHARED])}{more}, and the listing names no country"
    return f"{currency[:20]!r} is no known currency" if currency else "the currency was not read"


def _shown(amount: Decimal) -> str:
    return f"{amount.quantize(CENT, ROUND_HALF_EVEN):f}"
