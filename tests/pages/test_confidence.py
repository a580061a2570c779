"""How far a value may be trusted."""

import pytest

from monitor.pages import read_page
from monitor.pages.confidence import ASSUMED, confidence_of


@pytest.mark.parametrize(
    ("source", "confidence"),
    [
        ("rule #price", 0.95),
        ("json-ld offers.price", 0.9),
        ("page b.price", 0.85),
        ("page: article number", 0.85),
        ("state product.price", 0.8),
        ("page b.price (json-ld offers.price says 219.99)", 0.65),
        ("json-ld offers.lowPrice (a range up to 25)", 0.7),
        ("the site's address", ASSUMED),
        ("page: offered at a price, and nothing says that it is not there", ASSUMED),
        ("", ASSUMED),
    ],
)
def test_confidence_by_source(source: str, confidence: float) -> None:
    assert confidence_of(source) == confidence


def test_every_value_that_was_read_has_a_source_with_a_confidence() -> None:
    body = (
        '<script type="application/ld+json">{"@type":"Product","name":"Watch","sku":"W-1","brand":"Acme","image":"/1.jpg",'
        '"offers":{"price":"5","priceCurrency":"EUR","availability":"InStock","seller":{"name":"Clock House"}}}</script>'
    )
    (listing,) = read_page(body, "https://shop.example/p/1234567").listings
    for field in ("title", "price", "currency", "sku", "brand", "availability", "seller_name", "images"):
        assert confidence_of(listing.sources[field]) == 0.9, field
