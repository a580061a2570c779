"""Ten real products as WooCommerce's Store API gives them; the shop's currency has three digits after the point."""

import html
import json
import re
from decimal import Decimal

import pytest

from monitor.marketplaces.woocommerce import answer_of, read_goods
from monitor.records import Listing


@pytest.mark.shared
def test_amounts_are_those_that_the_shop_shows(shared) -> None:
    source = (shared / "data" / "store_apis" / "woocommerce_store_api_products.kt").read_text("utf-8")
    text = source.partition('"""')[2].rpartition('"""')[0].replace("${'$'}", "$")
    products = json.loads(text)
    goods = read_goods(products, "shop.example")
    assert goods is not None
    found = answer_of(goods, ()).results
    assert len(found) == len(products) == 10
    for product, listing in zip(products, found, strict=True):
        assert isinstance(listing, Listing)
        shown = html.unescape(re.sub(r"<[^>]+>", " ", product["price_html"]))
        amounts = sorted({Decimal(amount) for amount in re.findall(r"\d+\.\d{3}", shown)})
        if product["prices"]["price_range"]:
            assert [listing.price, Decimal(listing.attributes["price_to"])] == amounts
        else:
            assert listing.price == amounts[0]
            assert listing.list_price == (amounts[1] if len(amounts) > 1 else None)
            assert "price_to" not in listing.attributes
        assert listing.currency == "USD"
        assert listing.sku == product["sku"]
        assert listing.listing_id == str(product["id"])
        assert listing.url == product["permalink"]
        assert listing.availability == "in_stock"
        assert len(listing.images) == len({image["src"] for image in product["images"]})
        assert "<" not in listing.title + listing.description
