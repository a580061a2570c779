"""Prices by quantity, as wholesale sites give them: 1 to 9 pieces at 12.00, from 10 at 9.50.

The price of a listing is that of the smallest quantity one can buy; the others stay with their quantities in the
attribute `price_tiers` (`1: 12.00; 10: 9.50`), and `min_quantity` says the smallest where it is more than one.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from monitor.pages.draft import Draft

FEWEST, MOST = 2, 20
QUANTITIES = (
    "minvalue", "minquantity", "minqty", "min", "beginamount", "beginnum", "begin", "startquantity", "startamount",
    "from", "quantity", "qty", "amountfrom",
)  # fmt: skip
PRICES = ("price", "discountprice", "unitprice", "dollarprice", "formatprice", "saleprice", "value", "amount")
WHOLE = re.compile(r"\d{1,7}")


class Tier(NamedTuple):
    """A price from a quantity on, as the source writes it."""

    quantity: int
    price: str


def tiers_in(entries: object) -> list[Tier]:
    """The tiers that a list of objects holds, the smallest quantity first; empty where it is no list of tiers.

    `entries` are mappings with names in lower case, as JSON gives them, each with a quantity and a price.
    """
    if not isinstance(entries, list) or not FEWEST <= len(entries) <= MOST:
        return []
    tiers = [_tier(entry) for entry in entries if isinstance(entry, dict)]
    known = sorted(tier for tier in tiers if tier is not None)
    apart = len({tier.quantity for tier in known}) == len(known)
    return known if len(known) == len(entries) and apart else []


def put_tiers(draft: Draft, tiers: Sequence[Tier], path: str) -> None:
    """Note tiers: the price of the smallest quantity as the price, all of them as an attribute."""
    if not tiers:
        return
    draft.fields.pop("price", None)
    draft.put("price", tiers[0].price, path)
    draft.attributes["price_tiers"] = "; ".join(f"{tier.quantity}: {tier.price}" for tier in tiers)
    put_fewest(draft, tiers[0].quantity)


def put_fewest(draft: Draft, quantity: object) -> None:
    """Note the smallest number that is sold, where that is more than one."""
    if WHOLE.fullmatch(said := str(quantity).strip()) and int(said) > 1:
        draft.attributes.setdefault("min_quantity", said)


def _tier(entry: Mapping[str, Any]) -> Tier | None:
    named = {re.sub(r"[^a-z]", "", str(key).lower()): value for key, value in list(entry.items())[:50]}
    inner = named.get("eligiblequantity")
    within = {str(key).lower(): value for key, value in inner.items()} if isinstance(inner, dict) else {}
    quantity = _first(within, ("minvalue", "value")) or _first(named, QUANTITIES)
    price = _first(named, PRICES)
    if not WHOLE.fullmatch(quantity) or not any(c.isdigit() for c in price):
        return None
    return Tier(int(quantity), price)


def _first(entry: Mapping[str, Any], names: Sequence[str]) -> str:
    """The first of these entries that is a text or number."""
    texts = (str(entry[name]).strip() for name in names if isinstance(entry.get(name), (str, int, float)))
    return next((text[:60] for text in texts if text), "")
