"""Prices by quantity."""

import json
from decimal import Decimal
from typing import Any

import pytest

from monitor.pages import read_page
from monitor.pages.tiers import Tier, tiers_in

URL = "https://shop.example/p/watch-1234567"


def offer(price: str, **more: Any) -> dict[str, Any]:
    return {"@type": "Offer", "price": price, "priceCurrency": "CNY", **more}


def from_quantity(quantity: int) -> dict[str, Any]:
    return {"eligibleQuantity": {"@type": "QuantitativeValue", "minValue": quantity}}


LD = [
    {
        "offers": [
            offer("9.50", **from_quantity(10)),
            offer("12.00", **from_quantity(2)),
            offer("8", **from_quantity(100)),
        ]
    },
    {
        "offers": offer(
            "8",
            priceSpecification=[
                {"@type": "UnitPriceSpecification", "price": price, **from_quantity(quantity)}
                for quantity, price in ((2, "12.00"), (10, "9.50"), (100, "8"))
            ],
        )
    },
]


@pytest.mark.parametrize("node", LD)
def test_tiers_are_one_listing_at_the_price_of_the_smallest_quantity(node: dict[str, Any]) -> None:
    data = json.dumps({"@type": "Product", "name": "Watch", **node})
    (listing,) = read_page(f'<script type="application/ld+json">{data}</script><h1>Watch</h1>', URL).listings
    assert (listing.price, listing.currency) == (Decimal("12.00"), "CNY")
    assert listing.attributes["price_tiers"] == "2: 12.00; 10: 9.50; 100: 8"
    assert listing.attributes["min_quantity"] == "2"


def test_tiers_in_state() -> None:
    state = {
        "product": {
            "subject": 1,
            "title": "Watch",
            "productId": "1",
            "image": "/1.jpg",
            "ladderPrices": [{"min": 1, "max": 9, "price": "12.00"}, {"min": 10, "max": -1, "price": "9.50"}],
        }
    }
    body = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script><h1>Watch</h1>'
    (listing,) = read_page(body, URL).listings
    assert listing.price == Decimal("12.00")
    assert listing.attributes["price_tiers"] == "1: 12.00; 10: 9.50"
    assert "min_quantity" not in listing.attributes


def test_sellers_with_quantities_of_their_own_stay_apart() -> None:
    offers = [offer("9.50", seller={"name": "One"}), offer("12.00", seller={"name": "Two"})]
    data = json.dumps({"@type": "Product", "name": "Watch", "offers": offers})
    assert len(read_page(f'<script type="application/ld+json">{data}</script>', URL).listings) == 2


@pytest.mark.parametrize(
    ("entries", "tiers"),
    [
        ([{"beginAmount": "2", "price": 9.5}, {"beginAmount": "10", "price": 8}], [Tier(2, "9.5"), Tier(10, "8")]),
        (
            [{"quantity": 5, "formatPrice": "$1.20"}, {"quantity": 1, "formatPrice": "$2"}],
            [Tier(1, "$2"), Tier(5, "$1.20")],
        ),
        ([{"min": 1, "price": "9"}], []),
        ([{"min": 1, "price": "9"}, {"min": 1, "price": "8"}], []),
        ([{"min": 1, "price": "9"}, {"price": "8"}], []),
        ([{"min": 1, "price": "9"}, {"min": 2, "price": "call"}], []),
        ([{"min": n, "price": "9"} for n in range(50)], []),
        ({"min": 1, "price": "9"}, []),
        (None, []),
        ([1, 2], []),
    ],
)
def test_what_is_a_list_of_tiers(entries: object, tiers: list[Tier]) -> None:
    assert tiers_in(entries) == tiers
