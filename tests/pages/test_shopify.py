"""Pages of shops on Shopify: what a theme leaves for its scripts completes what the page says."""

import json
from typing import Any

import pytest

from monitor.pages import read_page

URL = "https://shop.example/collections/all/products/aurelia-arc"
META = '<meta property="og:type" content="product"><meta property="og:price:amount" content="120.00">'
DATA = """<script type="application/ld+json">{"@type":"Product","name":"Arc","offers":
{"price":"120.00","priceCurrency":"EUR"}}</script>"""
VARIANT = {"id": 41, "sku": "AU-77", "barcode": "4006381333931", "price": 12000, "compare_at_price": 15000}
PRODUCT = {"id": 7, "title": "Arc", "handle": "aurelia-arc", "vendor": "Aurelia", "price": 12000, "variants": [VARIANT]}
SECOND = VARIANT | {"id": 42, "sku": "AU-78", "barcode": "", "price": 9000, "compare_at_price": None, "available": True}


def page_of(product: dict[str, Any], head: str = "", counted: str = "") -> str:
    state = f'<script type="application/json" id="p">{json.dumps(product)}</script>' if product else ""
    script = f"<script>var meta = {counted};\nfor (var a in meta) {{}}</script>" if counted else ""
    return f"""<html><head><title>Arc</title>{head}</head><body><h1>Arc</h1><p class="price">€ 120.00</p>
    <button>Add to cart</button>{state}{script}</body></html>"""


@pytest.mark.parametrize("head", ["", META, DATA])
@pytest.mark.parametrize("wrapped", [False, True])
def test_the_shop_completes_what_the_page_says(head: str, wrapped: bool) -> None:
    (listing,) = read_page(page_of({"product": PRODUCT} if wrapped else PRODUCT, head), URL).listings
    assert (str(listing.price), str(listing.list_price)) == ("120.00", "150.00")
    assert (listing.sku, listing.gtin, listing.brand) == ("AU-77", "4006381333931", "Aurelia")
    assert listing.seller_name == ""


def test_what_counts_visits_names_brand_and_number() -> None:
    variants = [{"id": 41, "price": 12000, "name": "Arc", "sku": "AU-77"}]
    counted = json.dumps({"product": {"id": 7, "vendor": "Aurelia", "variants": variants}, "page": {}})
    (listing,) = read_page(page_of({}, META, counted.replace('{"product": ', '{"product":')), URL).listings
    assert (listing.sku, listing.brand, str(listing.price)) == ("AU-77", "Aurelia", "120.00")


@pytest.mark.parametrize(
    ("query", "sku", "price"),
    [("", "AU-78", "90.00"), ("?variant=41", "AU-77", "120.00"), ("?variant=4", "AU-78", "90.00")],
)
def test_the_variant_that_the_page_shows(query: str, sku: str, price: str) -> None:
    product = PRODUCT | {"variants": [VARIANT | {"available": False}, SECOND]}
    body = page_of(product).replace("120.00", price)
    (listing,) = read_page(body, URL + query).listings
    assert (listing.sku, str(listing.price)) == (sku, price)


@pytest.mark.parametrize(
    "product",
    [
        PRODUCT | {"handle": "another-lamp"},
        PRODUCT | {"variants": []},
        PRODUCT | {"variants": "41"},
        PRODUCT | {"variants": [VARIANT | {"price": "call us", "compare_at_price": {}, "sku": [], "barcode": 1.5}]},
    ],
)
def test_what_is_not_the_pages_own_product_says_nothing(product: dict[str, Any]) -> None:
    (listing,) = read_page(page_of(product, META), URL).listings
    assert (listing.sku, listing.list_price, str(listing.price)) == ("", None, "120.00")


def test_the_number_of_one_variant_is_not_that_of_all() -> None:
    offers = [{"price": "120.00", "name": "oak"}, {"price": "90.00", "name": "ash"}]
    data = {"@type": "Product", "name": "Arc", "offers": [one | {"priceCurrency": "EUR"} for one in offers]}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    listings = read_page(page_of(PRODUCT, head), URL).listings
    assert len(listings) == 2
    assert {listing.sku for listing in listings} == {""}


@pytest.mark.parametrize(
    ("query", "available", "sku", "price"),
    [
        ("", [False, True], "", "90.00"),
        ("?variant=41", [False, True], "AU-ONE", "120.00"),
        ("", [True, True], "AU-ONE", "120.00"),
        ("", [False, False], "AU-ONE", "120.00"),
        ("", None, "", "120.00"),
        ("?variant=41", None, "AU-ONE", "120.00"),
        ("?variant=42", None, "", "90.00"),
    ],
)
def test_no_variant_has_the_number_of_another(query: str, available: list[bool] | None, sku: str, price: str) -> None:
    bare = [{"id": 41, "price": 12000}, {"id": 42, "price": 9000}]
    variants = [one | {"available": there} for one, there in zip(bare, available or [], strict=False)]
    counted = json.dumps({"product": {"vendor": "Aurelia", "variants": [bare[0] | {"sku": "AU-ONE"}, bare[1]]}})
    product = PRODUCT | {"variants": variants} if variants else {}
    body = page_of(product, META, counted.replace('{"product": ', '{"product":')).replace("120.00", price)
    (listing,) = read_page(body, URL + query).listings
    assert (listing.sku, str(listing.price), listing.brand) == (sku, price, "Aurelia")
