"""Which source wins where they differ, and what is made of ranges, offers and variants."""

import json
from decimal import Decimal
from typing import Any

import pytest

from monitor.brands import Product
from monitor.pages import Kind, Page, Rules, read_page
from monitor.products import net_price
from monitor.records import Availability, Condition

URL = "https://shop.example/p/watch-1234567"


def page(node: dict[str, Any] | None, body: str = "", *, head: str = "", url: str = URL) -> Page:
    data = f'<script type="application/ld+json">{json.dumps(node)}</script>' if node else ""
    return read_page(f"<html><head>{head}{data}</head><body>{body}</body></html>".encode(), url)


def product(**offer: Any) -> dict[str, Any]:
    return {"@type": "Product", "name": "Watch", "sku": "W-1", "offers": {"@type": "Offer", **offer}}


BOUGHT = '<h1>Watch</h1><div class="price">{}</div><button>Add to cart</button>'


@pytest.mark.parametrize(
    ("said", "until", "shown", "price"),
    [
        ("149.00", "2020-01-31", '<div class="price">€ 149,00</div>', "149.00"),
        ("149.00", "2020-01-31", "<p>Call us</p>", "149.00"),
        ("149.00", "2020-01-31", '<div class="price">€ 199,00</div>', "199.00"),
        ("149.00", "2020-01-31T00:00:00+01:00", '<div class="price">€ 199,00</div>', "199.00"),
        ("149.00", "2099-12-31", '<div class="price">€ 199,00</div>', "199.00"),
        ("149.00", "", '<div class="price">€ 199,00</div>', "149.00"),
        ("149.00", "2020-01-31", '<div class="price">$ 199.00</div>', "149.00"),
        ("149.00", "2020-01-31", '<div class="price">€ 499,00</div>', "149.00"),
        ("149.00", "2020-01-31", '<div class="price">€ 99,00</div>', "149.00"),
        ("149.00", "2020-01-31", '<div class="price">UVP € 199,00</div>', "149.00"),
        ("149.00", "2020-01-31", '<del class="price">€ 199,00</del><b class="price">€ 149,00</b>', "149.00"),
        ("149.00", "2020-01-31", '<del class="price">€ 149,00</del><b class="price">€ 129,00</b>', "129.00"),
        ("149.00", "2020-01-31", '<div class="price">€ 199,00</div><p>Now € 149,00 at the till</p>', "149.00"),
    ],
)
def test_a_price_that_may_have_ended_accuses_nobody_whom_the_page_clears(
    said: str, until: str, shown: str, price: str
) -> None:
    """An end in the past says nothing by itself: many shops leave it there. What the page shows higher decides."""
    offer = {"price": said, "priceCurrency": "EUR"} | ({"priceValidUntil": until} if until else {})
    (listing,) = page(product(**offer), f"<h1>Watch</h1>{shown}<button>Add to cart</button>").listings
    assert listing.price == Decimal(price)
    assert listing.currency == "EUR"


def test_what_the_page_strikes_through_is_the_list_price() -> None:
    shown = '<h1>Watch</h1><del class="price">€ 219,99</del> <b class="price">€ 110,00</b><button>Add to cart</button>'
    (listing,) = page(product(price="219.99", priceCurrency="EUR"), shown).listings
    assert (listing.price, listing.list_price) == (Decimal("110.00"), Decimal("219.99"))
    assert "json-ld offers.price says 219.99" in listing.sources["price"]


def test_data_that_the_page_shows_is_believed() -> None:
    shown = BOUGHT.format("€ 12,50") + '<div class="price">€ 9,99</div>'
    found = page(product(price="12.50", priceCurrency="EUR"), shown)
    assert found.listings[0].price == Decimal("12.50")
    assert found.listings[0].sources["price"] == "json-ld offers.price"
    assert found.shown[0] == {"price": "€ 12,50", "currency": "€"}


@pytest.mark.parametrize(
    ("price", "currency", "shown"),
    [
        ("500.00", "GBP", '<div class="price">Delivery: £5.00</div>'),
        ("500.00", "GBP", '<div class="price-note">or 12 x £41.67</div>'),
        ("500.00", "GBP", '<label>Add 2 year cover <span class="price">£39.99</span></label>'),
        ("500.00", "GBP", '<div class="tile"><h3>Strap</h3><span class="price">£19.00</span></div>'),
        ("600.00", "GBP", '<div class="price">£500.00 ex VAT</div>'),
        ("450.00", "EUR", '<div class="price">$487.12</div>'),
        ("128000", "JPY", '<div class="price">$850.12</div>'),
    ],
)
def test_another_amount_on_the_page_does_not_replace_the_price_in_the_data(
    price: str, currency: str, shown: str
) -> None:
    body = f"<h1>Watch</h1>{shown}<button>Add to cart</button>"
    (listing,) = page(product(price=price, priceCurrency=currency), body).listings
    assert (listing.price, listing.currency) == (Decimal(price), currency)


def test_data_in_cents_gives_way_to_the_page() -> None:
    assert page(product(price="50000", priceCurrency="GBP"), BOUGHT.format("£500.00")).listings[0].price == 500


def test_a_sign_that_cannot_mean_the_currency_in_the_data_leaves_it_open() -> None:
    assert page(product(price="450", priceCurrency="EUR"), BOUGHT.format("$450")).listings[0].currency == ""
    assert page(product(price="450", priceCurrency="TTD"), BOUGHT.format("$450")).listings[0].currency == "TTD"


@pytest.mark.parametrize(
    ("markup", "amount"),
    [
        ("R$ <span>1.099</span><sup>90</sup>", "1099.90"),
        ("1.299<sup>99</sup> €", "1299.99"),
        ("$<b>1,299</b><sup>99</sup>", "1299.99"),
        ("<span>1.299</span><span>.</span><sup>99</sup> €", "1299.99"),
        ("<b>89</b><sup>90</sup> €", "89.90"),
        ("€ <b>89</b><sup>90</sup> <i>You save 15%</i>", "89.90"),
        ("€ 89,90 <sup>12</sup> <i>You save 15%</i>", "89.90"),
    ],
)
def test_cents_that_are_set_smaller(markup: str, amount: str) -> None:
    assert page(None, BOUGHT.format(markup)).listings[0].price == Decimal(amount)


def test_a_recommendation_does_not_set_the_price() -> None:
    shown = '<h1>Watch</h1><div class="recommendations"><a href="/x"><span class="price">€ 3,00</span></a></div>'
    assert page(product(price="12.50", priceCurrency="EUR"), shown).listings[0].price == Decimal("12.50")


def test_a_price_that_another_source_calls_the_list_price() -> None:
    meta = '<meta property="product:price:amount" content="120.00"><meta property="og:price:standard_amount" content="150">'
    (listing,) = page(product(price="150.00", priceCurrency="USD"), head=meta).listings
    assert (listing.price, listing.list_price) == (Decimal("120.00"), Decimal(150))


def test_data_about_a_related_thing_alone_is_not_the_pages_own() -> None:
    strap = product(price="9.90", priceCurrency="EUR") | {"name": "Leather strap", "url": "/p/strap-7654321"}
    (listing,) = page(strap, BOUGHT.format("€ 249,00")).listings
    assert (listing.title, listing.price) == ("Watch", Decimal("249.00"))
    assert listing.sku != "W-1"


@pytest.mark.parametrize(
    "said",
    [
        {"name": "Aurelia watch, steel", "url": "/p/watch-1234567?colour=steel"},
        {"name": "Armbanduhr", "url": "/p/watch-1234567"},
        {"name": "Armbanduhr"},
        {"name": "Armbanduhr", "url": "https://shop.example/"},
    ],
    ids=["name agrees", "address agrees", "no address", "the shop's address"],
)
def test_data_under_another_name_is_the_pages_own_unless_its_address_says_otherwise(said: dict[str, str]) -> None:
    node = product(price="249.00", priceCurrency="EUR") | said
    assert page(node, BOUGHT.format("€ 249,00")).listings[0].sku == "W-1"


@pytest.mark.parametrize("said", ["call us", "", "0", "0.00", "MzI5Ljk5", "N/A"])
def test_a_price_that_is_none_leaves_it_to_the_next_source(said: str) -> None:
    meta = (
        '<meta property="product:price:amount" content="12.50"><meta property="product:price:currency" content="EUR">'
    )
    found = page(product(price=said), head=meta)
    assert found.listings[0].price == Decimal("12.50")
    assert len(found.problems) == (said not in ("", "N/A"))


def test_no_price_is_counted_and_the_listing_stays() -> None:
    found = page(product(price="call us"), "<h1>Watch</h1>")
    assert found.listings[0].price is None
    assert found.problems == ("price: 'call us' is no single price",)
    assert found.listings[0].availability is None


@pytest.mark.parametrize(
    "offer",
    [
        {"@type": "AggregateOffer", "lowPrice": "10", "highPrice": "25", "priceCurrency": "EUR"},
        {"price": "10 - 25", "priceCurrency": "EUR"},
    ],
)
def test_a_range_is_marked_and_judged_by_nobody(offer: dict[str, str]) -> None:
    (listing,) = page(product(**offer), "<h1>Watch</h1>").listings
    assert listing.price == Decimal(10)
    assert listing.attributes["price_to"] == "25"
    assert "a range up to 25" in listing.sources["price"]
    net = net_price(listing, Product(sku="W-1", name="Watch"))
    assert net.unit is None
    assert "range" in net.problem


def test_a_shown_range_is_marked_too() -> None:
    (listing,) = page(None, BOUGHT.format("€ 10,00 – € 25,00")).listings
    assert (listing.price, listing.attributes["price_to"]) == (Decimal("10.00"), "25.00")


@pytest.mark.parametrize(
    ("buttons", "is_bid"),
    [
        ("<button>Place bid</button>", True),
        ("<button>Gebot abgeben</button>", True),
        ("<button>Place bid</button><button>Buy it now</button>", False),
        ("<button>Add to cart</button>", False),
    ],
)
def test_a_bid_is_noted_and_judged_by_nobody(buttons: str, is_bid: bool) -> None:
    body = f'<h1>Watch</h1><div class="price">€ 1,00</div>{buttons}'
    for data in (None, product(price="1.00", priceCurrency="EUR")):
        (listing,) = page(data, body).listings
        assert (listing.price, listing.attributes.get("bid")) == (1, "1.00" if is_bid else None)
        assert bool(net_price(listing, Product(sku="W-1", name="Watch")).problem) is is_bid


def test_nothing_is_a_bid_where_nothing_is_auctioned() -> None:
    body = '<h1>Watch</h1><div class="price">€ 1,00</div><button>Place bid</button>'
    (listing,) = read_page(body, "https://shop.example/p/1", rules=Rules(auctions=False)).listings
    assert (listing.price, listing.attributes.get("bid")) == (1, None)


def test_from_is_no_price() -> None:
    (listing,) = page(product(sku="W-1"), BOUGHT.format("from € 10,00")).listings
    assert listing.price is None


@pytest.mark.parametrize(
    ("shown", "said", "url", "code", "displayed"),
    [
        ("£ 12.50", "GBP", URL, "GBP", "£"),
        ("$ 12.50", "CAD", URL, "CAD", "$"),
        ("$ 12.50", "", "https://shop.example.com.au/p/1234567", "AUD", "$"),
        ("$ 12.50", "", URL, "", "$"),
        ("12.50", "EUR", URL, "EUR", "EUR"),
        ("€ 12,50", "USD", URL, "EUR", "€"),
        ("12,50", "", "https://shop.example.de/p/1234567", "EUR", "EUR"),
        ("EUR 12.50", "EUR", URL, "EUR", "EUR"),
    ],
)
def test_currency(shown: str, said: str, url: str, code: str, displayed: str) -> None:
    offer = {"price": "12.50"} | ({"priceCurrency": said} if said else {})
    found = page(product(**offer), BOUGHT.format(shown), url=url)
    assert found.listings[0].currency == code
    assert found.shown[0]["currency"] == displayed


@pytest.mark.parametrize(
    ("said", "url", "amount"),
    [("1299.00", URL, "1299.00"), ("1.299,00", URL, "1299.00"), ("24.990", "https://x.cl/p/1", "24990"),
     ("1.299", "https://x.de/p/1", "1299"), ("67.8400", URL, "67.8400"), ("$1,299.00", URL, "1299.00")],
)  # fmt: skip
def test_amounts_in_data(said: str, url: str, amount: str) -> None:
    assert page(product(price=said), url=url).listings[0].price == Decimal(amount)


def test_sellers_are_listings_of_their_own_with_ids_of_their_own() -> None:
    node = product()
    node["offers"] = [
        {"price": "20", "priceCurrency": "EUR", "seller": {"name": "One", "url": "/s/1"}},
        {"price": "15", "priceCurrency": "EUR", "seller": {"name": "Two", "url": "/s/2"}},
    ]
    found = page(node, BOUGHT.format("€ 15,00"))
    assert found.kind is Kind.OFFERS
    assert [(x.seller_id, x.price, x.listing_id) for x in found.listings] == [
        ("/s/2", Decimal(15), "1234567#/s/2"),
        ("/s/1", Decimal(20), "1234567#/s/1"),
    ]


def offers_by_id(*offers: dict[str, object]) -> dict[str, str]:
    found = page(product() | {"offers": list(offers)}, "<h1>Watch</h1>")
    return {one.listing_id: str(one.price) for one in found.listings}


BY_A = {"price": "20", "seller": {"name": "A"}}
BY_B = {"price": "15", "seller": {"name": "B"}}
USED = {"price": "9", "seller": {"name": "A", "url": "/s/1"}, "itemCondition": "UsedCondition"}
FRESH = {"price": "20", "seller": {"name": "A", "url": "/s/1"}, "itemCondition": "NewCondition"}


@pytest.mark.parametrize(
    ("offers", "ids"),
    [
        ([BY_A, BY_B], {"1234567#A": "20", "1234567#B": "15"}),
        ([{"price": "2", "name": "Strap"}, {"price": "20", "name": "Watch"}], {"1234567#Strap": "2", "1234567#Watch": "20"}),
        ([{"price": "2", "url": "?v=1"}, {"price": "20", "url": "?v=2"}], {"1234567#/p/watch-1234567?v=1": "2", "1234567#/p/watch-1234567?v=2": "20"}),
        ([USED, FRESH], {"1234567#/s/1#used": "9", "1234567#/s/1#new": "20"}),
        ([{**FRESH, "sku": "W-1"}, {**FRESH, "sku": "W-2", "price": "21"}], {"1234567#/s/1#W-1": "20", "1234567#/s/1#W-2": "21"}),
    ],
)  # fmt: skip
def test_an_offer_has_its_id_wherever_it_stands(offers: list[dict[str, object]], ids: dict[str, str]) -> None:
    assert offers_by_id(*offers) == offers_by_id(*reversed(offers)) == ids


def test_offers_that_nothing_tells_apart_are_counted() -> None:
    broken = ({"price": "2", "url": "http://["}, {"price": "20", "url": "http://[x"})
    assert set(offers_by_id(*broken)) == {"1234567", "1234567#2"}


def test_variants_keep_their_own_values_and_ids() -> None:
    node = {
        "@type": "ProductGroup",
        "name": "Shoe",
        "hasVariant": [
            {"@type": "Product", "name": "Shoe", "sku": f"S-{size}", "size": size, "offers": {"price": price}}
            for size, price in (("40", "50"), ("41", "55"))
        ],
    }
    found = page(node, "<h1>Shoe</h1>")
    assert found.kind is Kind.PRODUCT
    assert {(x.listing_id, x.price, x.attributes["size"]) for x in found.listings} == {
        ("1234567#S-40", Decimal(50), "40"),
        ("1234567#S-41", Decimal(55), "41"),
    }


def test_offers_that_differ_in_price_alone_are_one_with_a_range() -> None:
    node = product()
    node["offers"] = [{"price": "20", "priceValidUntil": "2020-01-01"}, {"price": "15"}]
    (listing,) = page(node).listings
    assert (listing.price, listing.attributes["price_to"]) == (Decimal(15), "20")


def test_of_offers_with_one_mark_each_has_an_id() -> None:
    node = product()
    node["offers"] = [
        {"price": "20", "seller": {"name": "Corner Shop"}, "itemCondition": "NewCondition"},
        {"price": "15", "seller": {"name": "Corner Shop"}, "itemCondition": "UsedCondition"},
    ]
    ids = [listing.listing_id for listing in page(node).listings]
    assert len(set(ids)) == 2


@pytest.mark.parametrize(
    ("said", "body", "state"),
    [
        ("https://schema.org/InStock", "", Availability.IN_STOCK),
        ("OutOfStock", "<h1>Watch</h1>", Availability.OUT_OF_STOCK),
        ("OutOfStock", BOUGHT.format("€ 12,50"), Availability.IN_STOCK),
        ("OutOfStock", BOUGHT.format("€ 12,50").replace("<button", "<button disabled"), Availability.OUT_OF_STOCK),
        ("PreOrder", "", Availability.PREORDER),
        ("Discontinued", "", Availability.DISCONTINUED),
        ("", '<h1>Watch</h1><p class="stock">Nicht auf Lager</p>', Availability.OUT_OF_STOCK),
        ("", '<h1>Watch</h1><p class="availability">Only 3 left in stock</p>', Availability.IN_STOCK),
        ("", '<h1>Watch</h1><p class="stock" style="display: none">sold out</p>', Availability.IN_STOCK),
    ],
)
def test_availability(said: str, body: str, state: Availability) -> None:
    offer = {"price": "12.50", "priceCurrency": "EUR"} | ({"availability": said} if said else {})
    assert page(product(**offer), body).listings[0].availability is state


@pytest.mark.parametrize(
    ("said", "condition"),
    [("https://schema.org/UsedCondition", Condition.USED), ("NewCondition", Condition.NEW), ("", Condition.NEW),
     ("Refurbished", Condition.REFURBISHED), ("For parts or not working", Condition.DAMAGED), ("gebraucht", Condition.USED)],
)  # fmt: skip
def test_condition(said: str, condition: Condition) -> None:
    assert page(product(price="1", itemCondition=said)).listings[0].condition is condition


def test_the_number_that_people_see_goes_first() -> None:
    (listing,) = page(product(price="1"), "<h1>Watch</h1><p>Product code: 46286401</p>").listings
    assert (listing.sku, listing.sources["sku"]) == ("46286401", "page: article number")
    assert listing.listing_id == "1234567"


def test_a_maker_s_number_that_repeats_the_shop_s_is_none() -> None:
    assert page(product(price="1") | {"mpn": "W-1"}).listings[0].mpn == ""
    assert page(product(price="1") | {"mpn": "M-9"}).listings[0].mpn == "M-9"


@pytest.mark.parametrize(
    ("said", "seller"),
    [
        ({"name": "one ltd"}, ("one ltd", "/s/1")),
        ({"name": "The Marketplace"}, ("The Marketplace", "")),
        ({"name": "One Ltd", "url": "/s/9"}, ("One Ltd", "/s/9")),
        ({}, ("One Ltd", "/s/1")),
    ],
)
def test_a_name_never_gets_the_id_of_another(said: dict[str, str], seller: tuple[str, str]) -> None:
    shown = BOUGHT.format("€ 12,50") + '<p class="seller">Sold by <a href="/s/1">One Ltd</a></p>'
    (listing,) = page(product(price="12.50", priceCurrency="EUR", seller=said), shown).listings
    assert (listing.seller_name, listing.seller_id) == seller


def test_images_are_absolute_and_bounded() -> None:
    node = product(price="1") | {
        "image": ["/1.jpg", "//cdn.example/2.jpg", "javascript:x", "/1.jpg"] + [f"/{i}" for i in range(99)]
    }
    images = page(node).listings[0].images
    assert images[:2] == ("https://shop.example/1.jpg", "https://cdn.example/2.jpg")
    assert len(images) == 50


def test_only_a_country_s_own_domain_names_the_territory() -> None:
    assert page(product(price="1"), url="https://www.shop.co.uk/p/1").listings[0].territory == "GB"
    assert page(product(price="1")).listings[0].territory == ""
    assert page(product(price="1"), url="https://shop.io/p/1").listings[0].territory == ""


@pytest.mark.parametrize(
    ("url", "country", "currency"),
    [
        ("https://www.shop.com.co/p/1", "CO", "COP"), ("https://shop.co/p/1", "", ""),
        ("https://shop.example/gb/t/watch-1", "GB", ""), ("https://us.shop.example/p/1", "US", "USD"),
        ("https://shop.example/us/en/p/1", "US", "USD"), ("https://shop.example/us/p/1", "US", "USD"),
        ("https://shop.example/de/p/1", "", ""), ("https://us.shop.co.uk/p/1", "GB", ""),
        ("https://shop.com.ec/p/1", "EC", "USD"), ("https://shop.com.pa/p/1", "PA", "USD"),
    ],
)  # fmt: skip
def test_what_an_address_says_of_a_dollar_sign(url: str, country: str, currency: str) -> None:
    (listing,) = page(None, BOUGHT.format("$ 450"), url=url + "234567").listings
    assert (listing.territory, listing.currency) == (country, currency)


def test_marketplace_is_the_host() -> None:
    assert (
        page(product(price="1"), url="https://www.shop.example:8443/p").listings[0].marketplace == "shop.example:8443"
    )
    assert page(product(price="1"), url="http://127.0.0.1:8900/p").listings[0].marketplace == "127.0.0.1:8900"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.amazon.com/dp/B000000001",
        "https://www.walmart.com/ip/watch/123456789",
        "https://www.etsy.com/listing/123456789/watch",
    ],
)
def test_these_marketplaces_sell_nothing_by_auction(url: str) -> None:
    body = '<h1>Watch</h1><div class="price">$1.00</div><button>Place bid</button>'
    (listing,) = read_page(body, url).listings
    assert "bid" not in listing.attributes
