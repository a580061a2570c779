"""What one unit costs, step by step, and where that cannot be said."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.brands import Product
from monitor.products import Matcher, net_price
from monitor.products.packs import pack_in
from monitor.records import listing_from_record

WATCH = Product(sku="W", name="Aurelia Meridian watch", model="MER40A")
LEAST = {"marketplace": "m", "url": "https://m.example/1", "title": "Aurelia watch", "currency": "EUR", "price": "100"}


@pytest.mark.parametrize(
    ("more", "unit"),
    [
        ({}, "100.00"),
        ({"coupon": "10"}, "90.00"),
        ({"shipping": "5"}, "100.00"),
        ({"pack_count": 4}, "25.00"),
        ({"title": "Aurelia watch, pack of 2"}, "50.00"),
        ({"title": "Aurelia Uhr 3er-Set"}, "33.33"),
        ({"title": "Aurelia montre lot de 4"}, "25.00"),
        ({"title": "Aurelia 腕表 5件装"}, "20.00"),
        ({"title": "Aurelia 腕時計 2個セット"}, "50.00"),
        ({"price": "0"}, None),
        ({"price": "1000000000000"}, None),
        ({"price": None}, None),
        ({"currency": ""}, None),
        ({"coupon": "100"}, None),
        ({"title": "Aurelia watch, buy 1 get 1 free"}, None),
        ({"title": "Aurelia watch, only 20 per month"}, None),
        ({"title": "Aurelia watch pack of 2, set of 3"}, None),
    ],
)
def test_one_unit(more: dict[str, Any], unit: str | None) -> None:
    net = net_price(listing_from_record(LEAST | more), WATCH)
    assert net.unit == (None if unit is None else Decimal(unit))
    assert bool(net.problem) is (unit is None)


def test_shipping_counts_where_the_brand_says_so() -> None:
    net = net_price(listing_from_record(LEAST | {"shipping": "5"}), WATCH, with_shipping=True)
    assert net.unit == Decimal("105.00")
    assert net.steps == ("price 100.00 EUR", "plus shipping 5.00 = 105.00")


@given(st.text(max_size=80))
def test_any_title_has_a_pack(title: str) -> None:
    pack = pack_in(title)
    assert pack.units >= 1


@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip(" \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85")))
def test_any_title_can_be_matched(title: str) -> None:
    try:
        listing = listing_from_record(LEAST | {"title": title})
    except ValueError:
        return
    match = Matcher([WATCH]).match(listing)
    assert 0 <= match.score <= 1


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({"title": "Aurelia Meridian watch MER-40A new"}, "match"),
        ({"title": "AURELIA MERIDIAN MER 40A"}, "match"),
        ({"title": "Leather strap for Aurelia Meridian MER40A"}, "none"),
        ({"title": "Garden hose 20 m"}, "none"),
        ({"title": "1"}, "none"),
    ],
)
def test_which_product(more: dict[str, Any], outcome: str) -> None:
    other = Product(sku="X", name="Aurelia Halden watch", model="HAL36B")
    assert Matcher([WATCH, other]).match(listing_from_record(LEAST | more)).outcome == outcome
