"""Several offers of one thing: which one the page sells itself, and by whom."""

import json

import pytest

from monitor.pages import read_page

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
