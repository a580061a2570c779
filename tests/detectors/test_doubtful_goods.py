"""Prices that may be those of parts, used goods or several units swing in no series, and others are not held against them."""

from decimal import Decimal
from functools import partial

import pytest

from detectors.unstable_price import UnstablePrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.ledger import Ledger
from monitor.records import Flag, Observation, listing_from_record

GRILL = Product(
    sku="G", name="Corvane Ember charcoal grill", model="CG570", currency="EUR", list_price=Decimal(250),
    floor_price=Decimal(200),
)  # fmt: skip
BRAND = Brand(slug="corvane", name="Corvane", trademarks=(Trademark(text="CORVANE"),), products=(GRILL,))
WHOLE = "Corvane Ember charcoal grill CG570"


def flags_of(last: dict[str, str], *others: str) -> list[Flag]:
    """The flags of the last listing, behind others of other sellers at these prices; all are read on one day."""
    inspector, ledger = Inspector([BRAND], detectors=[UnstablePrice]), Ledger()
    reads = [{"title": WHOLE, "price": price} for price in others] + [last]
    flags: list[Flag] = []
    for at, read in enumerate(reads):
        listing = listing_from_record(
            {
                "marketplace": "m", "url": f"https://m.example/{at}", "listing_id": str(at), "seller_id": f"s{at}",
                "currency": "EUR", "territory": "DE", "observed_at": f"2026-03-01T{at:02}:00:00Z",
            } | read
        )  # fmt: skip
        assert listing.observed_at
        seen = Observation(listing=listing, observed_at=listing.observed_at)
        looked = inspector.look(seen)
        flags = [flag for one in inspector.judge(looked, partial(ledger.before, seen)) for flag in one.flags]
        ledger.add(inspector.price_points(looked))
    return flags


DOUBTFUL = [
    {"title": "Corvane Ember CG570 thermometer", "price": "135"},
    {"title": f"{WHOLE} ashtray", "price": "135"},
    {"title": WHOLE, "price": "135", "description": "Selling because we are moving."},
    {"title": f"2 x {WHOLE}", "price": "255"},
]


@pytest.mark.parametrize("last", DOUBTFUL, ids=lambda one: one["title"])
def test_doubtful_goods_undercut_nobody(last: dict[str, str]) -> None:
    assert not flags_of(last, "240", "245", "250", "230")


def test_the_goods_themselves_do() -> None:
    assert flags_of({"title": WHOLE, "price": "135"}, "240", "245", "250", "230")


@pytest.mark.parametrize("one", DOUBTFUL, ids=lambda one: one["title"])
def test_their_prices_are_kept_out_of_the_history(one: dict[str, str]) -> None:
    inspector = Inspector([BRAND], detectors=[UnstablePrice])
    record = {
        "marketplace": "m",
        "url": "https://m.example/1",
        "currency": "EUR",
        "observed_at": "2026-03-01T00:00:00Z",
    }
    for title, price, points in ((one["title"], one["price"], 0), (WHOLE, "240", 1)):
        listing = listing_from_record(record | one | {"title": title, "price": price})
        assert listing.observed_at
        looked = inspector.look(Observation(listing=listing, observed_at=listing.observed_at))
        assert len(inspector.price_points(looked)) == points
