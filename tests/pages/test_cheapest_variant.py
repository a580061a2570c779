"""The price of the cheapest variant is not the price of the goods, and other goods' numbers are not theirs."""

import json
from decimal import Decimal
from typing import Any

import pytest

from monitor.pages import read_page

ALIEXPRESS = "https://www.aliexpress.com/item/1005001234567890.html"
WALMART = "https://www.walmart.com/ip/Watch/123456789"


def _aliexpress(**amounts: str) -> str:
    state: dict[str, Any] = {
        "commonModule": {"productId": "1005001234567890"},
        "titleModule": {"subject": "Aurelia Meridian 40 watch"},
        "priceModule": {name: {"value": value, "currency": "USD"} for name, value in amounts.items()},
        "storeModule": {"storeName": "Clock House", "storeNum": "912345"},
    }
    return f"<title>Watch</title><h1>Watch</h1><script>window.runParams = {{ data: {json.dumps(state)} }};</script>"


def _walmart(**price: object) -> str:
    product = {"name": "Watch", "usItemId": "123456789", "priceInfo": {"currentPrice": {"currencyUnit": "USD"} | price}}
    state = {"props": {"pageProps": {"initialData": {"data": {"product": product}}}}}
    return f'<h1>Watch</h1><script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'


@pytest.mark.parametrize(
    ("url", "page", "price", "attributes"),
    [
        (ALIEXPRESS, _aliexpress(minActivityAmount="4.10", maxActivityAmount="59.00"), "4.10", {"price_to": "59.00"}),
        (ALIEXPRESS, _aliexpress(minAmount="4.10", maxAmount="59.00"), "4.10", {"price_to": "59.00"}),
        (ALIEXPRESS, _aliexpress(minAmount="59.00", maxAmount="59.00"), "59.00", {}),
        (WALMART, _walmart(price=59, priceString="$59.00"), "59.00", {}),
        (WALMART, _walmart(price=9, priceString="From $9.00"), None, {}),
    ],
)
def test_a_variant_may_cost_more(url: str, page: str, price: str | None, attributes: dict[str, str]) -> None:
    (listing,) = read_page(page, url).listings
    told = {name: value for name, value in listing.attributes.items() if name in ("price_to", "price_is")}
    assert (listing.price, told) == (price and Decimal(price), attributes)


def test_nothing_is_sold_for_nothing() -> None:
    items = [
        {"usItemId": f"10000000{n}", "name": f"Watch {n}", "canonicalUrl": f"/ip/10000000{n}", "price": price}
        for n, price in enumerate((0, 20, 30), 1)
    ]
    state = {"props": {"pageProps": {"initialData": {"searchResult": {"itemStacks": [{"items": items}]}}}}}
    page = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    found = read_page(page, "https://www.walmart.com/search?q=watch").listings
    assert [one.price for one in found] == [None, Decimal(20), Decimal(30)]


def test_an_offer_bears_its_own_name() -> None:
    data = {
        "@type": "Product",
        "name": "Meridian 40",
        "offers": [
            {"@type": "Offer", "name": "strap only", "sku": "M-S", "price": 19, "priceCurrency": "EUR"},
            {"@type": "Offer", "name": "Meridian 40 steel", "sku": "M-1", "price": 900, "priceCurrency": "EUR"},
        ],
    }
    page = f'<script type="application/ld+json">{json.dumps(data)}</script><h1>Meridian 40</h1>'
    found = read_page(page, "https://shop.example/p/meridian").listings
    assert [one.title for one in found] == ["Meridian 40, strap only", "Meridian 40 steel"]


@pytest.mark.parametrize(("around", "gtin"), [("related-products", ""), ("specifications", "4006381333931")])
def test_the_numbers_of_related_goods_are_theirs(around: str, gtin: str) -> None:
    page = (
        '<main><h1>Meridian 40</h1><p class="price">90,00 €</p><button>Add to cart</button></main>'
        f'<section class="{around}"><table><tr><th>EAN</th><td>4006381333931</td></tr></table></section>'
    )
    (listing,) = read_page(page, "https://shop.example/p/meridian").listings
    assert listing.gtin == gtin
