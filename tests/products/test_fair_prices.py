"""Prices that are fair though they move, or lie below what others ask."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, PriceRule, Product, SellerEntry, SellerStatus, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Observation, listing_from_record

START = datetime(2026, 11, 20, 3, tzinfo=UTC)
WATCH = Product(
    sku="M40",
    name="Aurelia Meridian 40 automatic watch",
    model="MER40A",
    currency="EUR",
    list_price=Decimal(1290),
    floor_price=Decimal(1090),
)
PROMOTION = PriceRule(
    sku="M40",
    currency="EUR",
    floor_price=Decimal(990),
    valid_from=date(2026, 11, 20),
    valid_until=date(2026, 11, 30),
)


def seller(name: str) -> SellerEntry:
    return SellerEntry(
        marketplace="m", seller_id=name, seller_name=name, legal_entity="", status=SellerStatus.AUTHORIZED
    )


BRAND = Brand(
    slug="a",
    name="Aurelia",
    trademarks=(Trademark(text="AURELIA"),),
    products=(WATCH,),
    prices=(PROMOTION,),
    sellers=(seller("good"), seller("fine")),
)


def rules(reads: list[tuple[float, str, str, str, dict[str, Any]]]) -> list[str]:
    """The rules that the last read breaks; a read is its day, listing, seller, price, and more."""
    inspector, ledger, found = Inspector([BRAND], detectors=[UnstablePrice]), Ledger(), []
    for day, listing_id, who, price, more in reads:
        record = {
            "marketplace": "m",
            "listing_id": listing_id,
            "url": f"https://m.example/{listing_id}",
            "title": "Aurelia Meridian 40 automatic watch MER40A",
            "price": price,
            "currency": "EUR",
            "seller_id": who,
            **more,
        }
        seen = Observation(listing=listing_from_record(record), observed_at=START + timedelta(days=day))
        looked = inspector.look(seen)
        found = [flag.rule for one in inspector.judge(looked, partial(ledger.before, seen)) for flag in one.flags]
        ledger.add(inspector.price_points(looked))
    return found


def own(who: str, *prices: str) -> list[tuple[float, str, str, str, dict[str, Any]]]:
    return [(day, "1", who, price, {}) for day, price in enumerate(prices)]


PEERS = [(0.0, str(n), f"s{n}", price, {}) for n, price in enumerate(("1690", "1750", "1990"), 2)]


@pytest.mark.parametrize(
    ("says", "reads", "broken"),
    [
        ("a stranger swings", own("rogue", "1290", "1100", "1290", "1100"), ["swings"]),
        ("an authorised seller swings", own("good", "1290", "1100", "1290", "1100"), ["swings"]),
        ("an allowed promotion, twice", own("good", "1290", "995", "1290", "995"), []),
        ("below the promotion", own("good", "1290", "900", "1290", "900"), ["swings"]),
        ("a stranger keeps the promotion", own("rogue", "1290", "1290", "995", "995", "995"), []),
        ("a stranger leaves the promotion and takes it again", own("rogue", "1290", "995", "1290", "995"), ["swings"]),
        ("two sellers in turn", [(d, "1", ("good", "fine")[d % 2], ("1290", "1150")[d % 2], {}) for d in range(6)], []),
        (
            "two countries in turn",
            [(d, "1", "good", ("1290", "1150")[d % 2], {"territory": ("DE", "AT")[d % 2]}) for d in range(6)],
            [],
        ),
        ("many reads of one moment", [(0.0, "1", "good", price, {}) for price in ("1290", "1150", "1290", "1150")], []),
        ("the list price among scalpers", [*PEERS, (1.0, "1", "good", "1290", {})], []),
        ("a stranger among scalpers", [*PEERS, (1.0, "1", "rogue", "1290", {})], ["undercuts_sellers"]),
        ("an authorised seller below the floor", [*PEERS, (1.0, "1", "good", "950", {})], ["undercuts_sellers"]),
    ],
)
def test_what_is_fair_is_left_alone(says: str, reads: list[Any], broken: list[str]) -> None:
    assert rules(reads) == broken, says
