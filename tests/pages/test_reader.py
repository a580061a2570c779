"""The whole cascade, on small pages in the shapes that shops use."""

from decimal import Decimal

import pytest

from monitor.pages import Kind, read_page
from monitor.records import Availability

URL = "https://shop.example/p/aurelia-meridian-40"
LD = """<html><head><title>Aurelia Meridian</title><script type="application/ld+json">
{"@context":"https://schema.org","@type":"Product","name":"Aurelia Meridian 40","sku":"MER-40","brand":{"name":"Aurelia"},
"image":"/m.jpg","offers":{"@type":"Offer","price":"899.00","priceCurrency":"EUR",
"availability":"https://schema.org/InStock","seller":{"name":"Watch Corner","url":"/sellers/watch-corner"}}}
</script></head><body><h1>Aurelia Meridian 40</h1><span class="price">€ 899,00</span></body></html>"""
MICRODATA = """<html><body><div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">Aurelia Meridian 40</h1>
<meta itemprop="sku" content="MER-40"><span itemprop="brand">Aurelia</span><img itemprop="image" src="/m.jpg">
<div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR">
<span itemprop="price" content="899.00">€ 899,00</span><link itemprop="availability" href="https://schema.org/InStock">
<span itemprop="seller" itemscope><a itemprop="url" href="/sellers/watch-corner"><b itemprop="name">Watch Corner</b></a>
</span></div></div></body></html>"""
META = """<html><head><meta property="og:type" content="product"><meta property="og:title" content="Aurelia Meridian 40">
<meta property="product:price:amount" content="899.00"><meta property="product:price:currency" content="EUR">
<meta property="product:brand" content="Aurelia"><meta property="product:retailer_item_id" content="MER-40">
<meta property="product:availability" content="in stock"><meta property="og:image" content="https://shop.example/m.jpg">
</head><body><h1>Aurelia Meridian 40</h1><p>€ 899,00</p>
<div class="seller">Sold by <a href="/sellers/watch-corner">Watch Corner</a></div></body></html>"""
PLAIN = """<html><body><h1>Aurelia Meridian 40</h1><div class="price">€ 899,00</div><button>Add to cart</button>
<div class="seller">Sold by <a href="/sellers/watch-corner">Watch Corner</a></div>
<dl><dt>Brand</dt><dd>Aurelia</dd><dt>Item number</dt><dd>MER-40</dd></dl></body></html>"""


@pytest.mark.parametrize("body", [LD, MICRODATA, META, PLAIN], ids=["json-ld", "microdata", "meta", "plain"])
def test_every_shape_says_the_same(body: str) -> None:
    page = read_page(body.encode(), URL)
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert listing.title == "Aurelia Meridian 40"
    assert listing.price == Decimal("899.00")
    assert listing.currency == "EUR"
    assert listing.brand == "Aurelia"
    assert listing.sku == "MER-40"
    assert listing.availability is Availability.IN_STOCK
    assert listing.seller_name == "Watch Corner"
    assert listing.seller_id == "/sellers/watch-corner"
    assert listing.marketplace == "shop.example"
    assert {"title", "price", "currency", "seller_id"} <= set(listing.sources)
