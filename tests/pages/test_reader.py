"""The whole cascade, on pages of one product in the shapes that shops use."""

from decimal import Decimal
from pathlib import Path

import pytest

from monitor.pages import Kind, read_page
from monitor.records import Availability

SAVED = sorted((Path(__file__).parent / "saved").glob("*.html"))
URL = "https://shop.example/p/aurelia-meridian-40"


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_every_shape_says_the_same(path: Path) -> None:
    page = read_page(path.read_bytes(), URL)
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert listing.title == "Aurelia Meridian 40"
    assert listing.price == Decimal(899)
    assert listing.currency == "EUR"
    assert listing.brand == "Aurelia"
    assert listing.sku == "MER-40"
    assert listing.availability is Availability.IN_STOCK
    assert listing.seller_name == "Watch Corner"
    assert listing.seller_id == "/sellers/watch-corner"
    assert listing.marketplace == "shop.example"
    assert listing.listing_id == listing.url == URL
    assert listing.images in ((), ("https://shop.example/m.jpg",))
    assert {"title", "price", "currency", "seller_id"} <= set(listing.sources)
    assert page.problems == ()


def test_text_and_bytes_are_read_alike() -> None:
    body = SAVED[0].read_bytes()
    assert read_page(body, URL) == read_page(body.decode(), URL)
