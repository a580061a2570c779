"""Several offers of one thing: which one the page sells itself, and by whom."""

import json

import pytest

from monitor.pages import Kind, read_page

ADDRESS = "https://shop.example/p/mixer-set/9300000142"
HEAD = "<title>Mixer set</title><h1>Mixer set</h1>"
BOX = """<p class="price">84<sup>95</sup></p><p class="product-seller">Sold by <a href="/v/keukenplein/">Keukenplein</a></p>
<a class="btn btn--buy">Add to cart</a>"""
OTHERS = """<section class="other-sellers"><div class="other-seller"><span class="other-seller__price">€ 82,50</span>
<a href="/v/van-dam/">Van Dam</a></div></section>"""


def offers(*said: dict[str, object]) -> str:
    made = [{"@type": "Offer", "priceCurrency": "EUR"} | offer for offer in said]
    node = {"@type": "Product", "name": "Mixer set", "offers": made}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


CHEAPER = {"price": "82.50"}
BOUGHT = {"price": "84.95", "itemCondition": "NewCondition"}
USED = {"price": "61.00", "itemCondition": "UsedCondition"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (offers(CHEAPER, BOUGHT, USED) + BOX + OTHERS, "84.95 Keukenplein|82.50 |61.00 "),
        (offers(BOUGHT, USED) + BOX.replace("84<sup>95", "79<sup>95"), "84.95 |61.00 "),
        (offers(BOUGHT | {"seller": {"name": "Van Dam"}}, USED) + BOX, "84.95 Van Dam|61.00 "),
        (offers(BOUGHT, BOUGHT | {"sku": "2"}) + BOX, "84.95 |84.95 "),
        (offers(BOUGHT) + BOX + OTHERS, "84.95 Keukenplein"),
        (BOX + OTHERS, "84.95 Keukenplein"),
    ],
)
def test_what_the_page_sells_itself_stands_first(body: str, expected: str) -> None:
    page = read_page(HEAD + body, ADDRESS)
    assert "|".join(f"{listing.price} {listing.seller_name}" for listing in page.listings) == expected


def test_the_offer_that_a_page_shows_changes_no_id_and_makes_no_second_seller() -> None:
    """One seller of two variants shows the one today and the other tomorrow."""
    data = offers({"price": "84.95", "sku": "A1"}, {"price": "94.95", "sku": "A2"})
    pages = [read_page(HEAD + data + BOX.replace("84<sup>", f"{euros}<sup>"), ADDRESS) for euros in ("84", "94", "79")]
    ids = [{str(one.price): one.listing_id for one in page.listings} for page in pages]
    assert ids[0] == ids[1] == ids[2]
    assert sorted(id_.rpartition("#")[2] for id_ in ids[0].values()) == ["A1", "A2"]
    assert [(page.kind, page.why) for page in pages] == [(Kind.PRODUCT, "one thing for sale")] * 3
    assert [page.listings[0].seller_name for page in pages] == ["Keukenplein", "Keukenplein", ""]


def test_two_known_sellers_make_offers() -> None:
    data = offers(BOUGHT | {"seller": {"name": "Van Dam"}}, CHEAPER | {"seller": {"name": "Keukenplein"}})
    page = read_page(HEAD + data, ADDRESS)
    assert (page.kind, page.why) == (Kind.OFFERS, "2 sellers of one thing")
