"""Microdata, RDFa, state, meta elements, tables and rules: each source on its own."""

import pytest

from monitor.pages.document import Document
from monitor.pages.fields import field_of
from monitor.pages.labels import read_labels
from monitor.pages.microdata import MICRODATA, RDFA, read_items
from monitor.pages.numbers import as_shown, item_number, listing_id, shown_number, trade_number
from monitor.pages.opengraph import is_product, read_meta
from monitor.pages.pictures import read_pictures
from monitor.pages.rules import Rules, read_cards, read_rules
from monitor.pages.seller import read_seller, seller_id_of
from monitor.pages.state import read_state
from monitor.pages.tables import read_tables

URL = "https://shop.example/p/1"


def page(body: str) -> Document:
    return Document(f"<html><body>{body}</body></html>", URL)


def test_microdata_keeps_items_apart() -> None:
    (item,) = read_items(
        page(
            """<div itemscope itemtype="http://schema.org/Product"><b itemprop="name">Watch</b>
            <div itemprop="offers" itemscope itemtype="http://schema.org/Offer">
              <del><span itemprop="price">20</span></del><span itemprop="price" content="12.5">EUR 12,50</span>
              <link itemprop="availability" href="http://schema.org/InStock">
              <a itemprop="seller" href="/s/1">One</a></div>
            <img itemprop="image" src="/1.jpg"><img itemprop="image" src="/2.jpg">
            <meta itemprop="sku" content="W-1"></div>"""
        ),
        MICRODATA,
    )
    assert item["name"] == "Watch"
    assert item["image"] == ["/1.jpg", "/2.jpg"]
    assert item["sku"] == "W-1"
    assert item["offers"]["price"] == "12.5"
    assert item["offers"]["struckprice"] == "20"
    assert item["offers"]["availability"] == "http://schema.org/InStock"
    assert item["offers"]["seller"] == "One"


def test_rdfa_lite() -> None:
    (item,) = read_items(
        page(
            """<div vocab="http://schema.org/" typeof="Product"><span property="name">Watch</span>
            <div property="offers" typeof="Offer"><span property="price" content="12.50">€12.50</span>
            <meta property="priceCurrency" content="EUR"></div></div>"""
        ),
        RDFA,
    )
    assert item["@type"] == ["Product"]
    assert item["name"] == "Watch"
    assert (item["offers"]["price"], item["offers"]["priceCurrency"]) == ("12.50", "EUR")


STATE = '{"props":{"pageProps":{"product":{"name":"Watch","sku":"W-1","price":{"current":"12.50","currency":"EUR"},'
STATE += '"images":["/1.jpg"],"seller":{"name":"One","url":"/s/1","id":77},"inStock":true}}}}'


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{STATE}</script>',
        f"<script>window.__INITIAL_STATE__ = {STATE};(function(){{}})()</script>",
        f"<script>var pageData={STATE}</script>",
        f'<script>window["__PRELOADED_STATE__"] = {STATE}</script>',
        f'<script type="application/json">{STATE}</script>',
    ],
)
def test_goods_are_found_in_state_by_their_shape(script: str) -> None:
    (draft,) = read_state(page(script))
    assert draft.get("title") == "Watch"
    assert (draft.get("price"), draft.get("currency")) == ("12.50", "EUR")
    assert (draft.get("seller_name"), draft.get("seller_url"), draft.get("seller_id")) == ("One", "/s/1", "77")
    assert draft.images == ["/1.jpg"]
    assert draft.fields["price"].source.startswith("state ")


CENTS = '"currencyCode":"EUR","centAmount":1250,"fractionDigits":2'
YEN = '"currencyCode":"JPY","centAmount":1280,"fractionDigits":0'


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        (f"{{{CENTS}}}", ("12.50", "EUR")),
        (f'{{"value":{{{CENTS}}}}}', ("12.50", "EUR")),
        (f"{{{YEN}}}", ("1280", "JPY")),
    ],
)
def test_amounts_in_state_that_count_in_minor_units(price: str, expected: tuple[str, str]) -> None:
    value = f'{{"name":"Watch","sku":"W-1","price":{price},"images":["/1.jpg"]}}'
    (draft,) = read_state(page(f'<script type="application/json">{value}</script>'))
    assert (draft.get("price"), draft.get("currency")) == expected


@pytest.mark.parametrize("digits", ["9", "null", "2.5", "-1"])
def test_minor_units_of_unknown_size_are_no_price(digits: str) -> None:
    value = (
        f'{{"name":"Watch","sku":"W-1","price":{{"centAmount":1250,"fractionDigits":{digits}}},"images":["/1.jpg"]}}'
    )
    assert read_state(page(f'<script type="application/json">{value}</script>')) == []


@pytest.mark.parametrize(
    "value",
    [
        '{"name":"Express","price":"4.90"}',
        '{"name":"Filter","sku":"x"}',
        '{"items":[',
        "[" * 200_000,
        '{"a":' * 100 + "1" + "}" * 100,
        '"text"',
    ],
)
def test_what_is_no_goods_in_state(value: str) -> None:
    assert read_state(page(f'<script type="application/json">{value}</script>')) == []


def test_meta_elements() -> None:
    meta = page(
        """<meta property="og:title" content="Watch"><meta property="product:price:amount" content="12,50">
        <meta property="product:price:currency" content="EUR"><meta property="og:image" content="/1.jpg">
        <meta property="product:original_price:amount" content="20"><meta name="twitter:label1" content="Price">
        <meta name="twitter:data1" content="99"><meta itemprop="sku" content="W-1">"""
    ).meta
    draft = read_meta(meta)
    assert is_product(meta)
    assert (draft.get("price"), draft.get("currency"), draft.get("list_price")) == ("12,50", "EUR", "20")
    assert (draft.get("sku"), draft.images) == ("W-1", ["/1.jpg"])
    assert not is_product(page('<meta property="og:type" content="article">').meta)


def test_tables_lists_and_labels() -> None:
    rows, of_others = read_tables(
        page(
            """<table><tr><th>Brand</th><td>Acme</td></tr><tr><td>Model number:</td><td>A1</td></tr>
            <tr><td>S</td><td>1</td><td>M</td><td>2</td></tr></table>
            <dl><dt>EAN</dt><dd>4006381333931</dd></dl><ul><li>Colour: black</li><li>no pair</li></ul>"""
        )
    )
    assert rows == {"Brand": "Acme", "Model number": "A1", "EAN": "4006381333931", "Colour": "black"}
    assert not of_others
    assert read_labels("x\nBrand:\nAcme\nMPN -\nA1\nNote:\nnothing") == {"brand": "Acme", "mpn": "A1"}


@pytest.mark.parametrize(
    ("label", "field"),
    [("Marke", "brand"), ("Marque", "brand"), ("品牌", "brand"), ("MPN", "mpn"), ("Item model number", "mpn"),
     ("GTIN", "gtin"), ("ISBN-13", "gtin"), ("ASIN", "sku"), ("Art.-Nr.", "sku"), ("Zustand", "condition"),
     ("Brand story", ""), ("Weight", "")],
)  # fmt: skip
def test_labels_of_fields(label: str, field: str) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("body", "name", "url"),
    [
        ('<div class="seller">Sold by <a href="/s/1">One</a></div>', "One", "https://shop.example/s/1"),
        ('<p id="merchant-info">Verkauf durch <a href="/s/1">One</a> und Versand</p>', "One", "https://shop.example/s/1"),
        ('<span class="seller-name">Sold by: One Ltd</span>', "One Ltd", ""),
        ('<a class="vendor" href="/v/one">One</a>', "One", "https://shop.example/v/one"),
        ('<div class="seller"><a href="/f">(123 reviews)</a><a href="/s/1">One</a></div>', "One", "https://shop.example/s/1"),
        ('<footer><div class="seller"><a href="/become">Become a seller</a></div></footer>', "", ""),
        ('<div class="recommended"><a class="seller" href="/s/2">Two</a></div>', "", ""),
        ('<div class="sold-by">Sold by: <b>Time Hub</b> and shipped by X</div>', "Time Hub", ""),
        ('<div class="sold-by">Vendido por <b>Hub</b></div><a href="/x">Condiciones de devolución</a>', "Hub", ""),
        ('<div class="seller">Sold by <b>Hub</b> <a href="/help/9">Our promise</a></div>', "Hub", ""),
        ('<div id="merchant-info">Ships from and sold by Hub GmbH.</div>', "Hub GmbH", ""),
        ('<p class="seller-info">Seller: One\n Ltd and fulfilled by the Market</p>', "One Ltd", ""),
        ('<div class="sold-by">Verkauf durch <a href="/uhren">Uhren</a> und Versand</div>', "Uhren", "https://shop.example/uhren"),
        ('<div class="bestseller-rank"><a href="/gp/bestsellers/1">#1 Best Seller</a> in Watches</div>', "", ""),
        ('<span class="badge best-seller"><a href="/bestsellers">Bestseller in watches</a></span>', "", ""),
        ('<div class="merchant-picks"><a href="/bestsellers/watches">Bestseller in watches</a></div>', "", ""),
        ('<a class="become-seller" href="/sell">Become a seller</a>', "", ""),
        ('<div class="seller-cta"><a href="/sell-with-us">Sell with us</a></div>', "", ""),
        ('<div class="seller-box"><a href="/returns">All about returning</a></div>', "", ""),
        ('<p class="product__vendor"><a href="/collections/vendors?q=Acme">Acme</a></p>', "", ""),
        ('<div class="seller">Seller feedback is good</div>', "", ""),
        ('<p>Verkauf durch <a href="/seller/one">One Huber</a></p>', "One Huber", "https://shop.example/seller/one"),
        ('<div><span>يباع بواسطة</span> <a href="/ar/p-55">One</a> <b>٤٫٣</b></div>', "One", "https://shop.example/ar/p-55"),
        ('<h2>出品者</h2><a href="/user/profile/77120">One<span>本人確認済</span><b>213</b></a>', "One", "https://shop.example/user/profile/77120"),
        ('<p>Dijual oleh <a href="/toko/one">One</a></p>', "One", "https://shop.example/toko/one"),
        ("<dl><dt>Vânzător</dt><dd>One SRL</dd></dl>", "One SRL", ""),
        ('<h2>出品者</h2><a href="/item/m771200">Watch<b>¥1,200</b></a>', "", ""),
        ("<p>Prodaje se dobro ove zime</p>", "", ""),
        ('<p>Vendu par <a href="/v/one">One</a> et expédié par le Marché</p>', "One", "https://shop.example/v/one"),
        ('<p><b>Händler:</b> <a href="/haendler/one">One</a></p>', "One", "https://shop.example/haendler/one"),
        ('<div><div>Seller</div><div><a href="/shop/one">One</a></div></div>', "One", "https://shop.example/shop/one"),
        ("<table><tr><th>Verkäufer</th><td>One Ltd</td></tr></table>", "One Ltd", ""),
        ("<dl><dt>Seller</dt><dd>One Ltd</dd></dl>", "One Ltd", ""),
        ("<p>卖家：钟表店</p>", "钟表店", ""),
        ("<p>Sold by: One Ltd and shipped by the Market from its own warehouse near Hamburg</p>", "One Ltd", ""),
        ("<p>Продавачът декларира, че отговаря за всичко, което предлага на купувачите тук</p>", "", ""),
        ("<p>Sold by the metre</p>", "", ""),
        ("<p>Sold by: Each</p>", "", ""),
        ("<p>Anbieter: Privat</p>", "", ""),
        ("<p>Vendor: Acme</p>", "", ""),
        ("<p>Seller: please read all of our terms before you buy</p>", "", ""),
        ("<h2>Seller</h2><p>We ship fast</p>", "", ""),
        ('<p>Sold by <a href="https://else.example/one">One</a></p>', "", ""),
        ('<p>Seller: <a href="/login">Log in</a></p>', "", ""),
        ('<p>Sold by <a href="/s/1">One</a></p><p>Sold by <a href="/s/2">Two</a></p>', "", ""),
        ('<section class="related"><p>Sold by <a href="/s/1">One</a></p></section>', "", ""),
        ('<li><a href="/product/99"><h3>Other</h3></a><p>Sold by <a href="/s/1">One</a></p></li>', "", ""),
    ],
)  # fmt: skip
def test_seller(body: str, name: str, url: str) -> None:
    draft = read_seller(page(body))
    assert (draft.get("seller_name"), draft.get("seller_url")) == (name, url)


@pytest.mark.parametrize(
    ("body", "photos"),
    [
        ('<h1>Ember stove</h1><img class="product-image" src="/1.jpg"><img src="/shelf.jpg">', 1),
        ('<h1>Ember stove</h1><p>New</p><img alt="ember stove" src="/1.jpg">', 1),
        ('<h1>Ember stove</h1>\n<img src="/1.jpg"><p>39 €</p><img src="/shelf.jpg">', 1),
        ('<h1>Ember stove</h1><p>39 €</p><img alt="Our shop" src="/shelf.jpg">', 0),
        ('<h1>Ember stove</h1><a href="/p/2"><img class="product-image" src="/2.jpg"></a>', 0),
        ('<h1>Ember stove</h1><footer><img class="product-image" src="/2.jpg"></footer>', 0),
    ],
)
def test_photos_of_a_page_without_parts_are_those_named_so_or_after_the_goods(body: str, photos: int) -> None:
    assert len(read_pictures(page(body))) == photos


OF_A_MARKET = Rules(seller=r"/shop/([\w-]{2,60})")


@pytest.mark.parametrize(
    ("body", "name", "url"),
    [
        ('<p><a href="/shop/one?ref=1">One</a></p><p><a href="/shop/one#items">Ver más</a></p>', "One", "https://shop.example/shop/one?ref=1"),
        ('<a href="/shop/one"><img alt=""></a><a href="/shop/one">One</a>', "One", "https://shop.example/shop/one"),
        ('<a href="/shop/one">One</a><div class="related"><a href="/shop/two">Two</a></div>', "One", "https://shop.example/shop/one"),
        ('<a href="/shop/one">One</a><a href="/shop/two">Two</a>', "", ""),
    ],
)  # fmt: skip
def test_a_seller_is_known_by_the_marketplace_s_address_of_his_page(body: str, name: str, url: str) -> None:
    draft = read_seller(page(body), OF_A_MARKET)
    assert (draft.get("seller_name"), draft.get("seller_url")) == (name, url)


@pytest.mark.parametrize(
    ("url", "seller_id"),
    [
        ("https://shop.example/sellers/one", "/sellers/one"),
        ("https://shop.example/sellers/one/", "/sellers/one"),
        ("https://shop.example/sp?ie=UTF8&seller=A1B2", "A1B2"),
        ("https://shop.example/", "shop.example"),
    ],
)
def test_seller_id(url: str, seller_id: str) -> None:
    assert seller_id_of(url, "shop.example") == seller_id


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://a.example/Some-Thing/dp/B0ABCDEFGH/ref=x", "B0ABCDEFGH"),
        ("https://a.example/itm/some-thing/123456789012?hash=x", "123456789012"),
        ("https://a.example/item/phone-iid-1021493409", "1021493409"),
        ("https://a.example/boot/p5095418", "5095418"),
        ("https://a.example/regal-p400105394.html", "400105394"),
        ("https://a.example/int.php?page=product&pid=428514", "428514"),
        ("https://a.example/thing-1605177813.html", "1605177813"),
        ("https://a.example/about", ""),
        ("https://a.example/blog/2024", ""),
    ],
)
def test_item_number_in_the_address(url: str, number: str) -> None:
    assert item_number(url) == number


def test_listing_ids_come_from_the_path_alone() -> None:
    assert listing_id("https://a.example/x/itm/123456789012?hash=x") == "123456789012"
    assert listing_id("https://a.example/view?id=123456&utm_source=x") == "https://a.example/view?id=123456"
    assert listing_id("https://a.example/watch") == "https://a.example/watch"


def test_numbers_as_shown() -> None:
    assert as_shown("4667999", "Watch\n466/7999\nRating") == "466/7999"
    assert as_shown("03697272", "Silver\n-\n3697/272\n") == "3697/272"
    assert as_shown("W-1", "a W-1 b") == ""
    assert as_shown("MER-40", "Model MER-40 here") == "MER-40"
    assert as_shown("1234567", "2024-12-31\n12/34") == ""
    assert shown_number("x\nProduct code: 46286401\ny") == "46286401"
    assert shown_number("x\nArtikelnummer\n79961\ny") == "79961"
    assert shown_number("Ref: see below") == ""
    assert shown_number("Referência\n: \nMTQ-127") == "MTQ-127"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Artikelnummer\nPLD-M-GR", "PLD-M-GR"),
        ("SKU: KVR_TRK_XL", "KVR_TRK_XL"),
        ("SKU: SOLD-OUT-3", "SOLD-OUT-3"),
        ("Artikelnummer\nSOLD-OUT", ""),
        ("SKU: SOLD-OUT-NOW", ""),
        ("SKU: SOON-BY-DHL", ""),
        ("Ref: N-A-N", ""),
        ("Art.-Nr.: SIEHE/UNTEN/ABC", ""),
        ("Art.-Nr.: XS/S/M", ""),
        ("SKU: XL-XXL-XXXL", ""),
    ],
)
def test_numbers_of_letters_alone(text: str, number: str) -> None:
    assert shown_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("4006381333931", "4006381333931"), ("978-3-16-148410-0", "9783161484100"), ("080442957X", "080442957X"),
     ("4006381333932", ""), ("123", ""), ("00000000", ""), ("W-1", "")],
)  # fmt: skip
def test_trade_numbers_have_a_right_check_digit(text: str, number: str) -> None:
    assert trade_number(text) == number


RULES = Rules(
    fields={"title": "h1", "price": (".missing", ".now"), "seller_url": "a.s@href", "images": "img@data-big"},
    clean={"title": "^New: "},
    card="li",
    card_fields={"title": "b", "url": "a@href", "price": ".p", "sku": ":self@data-id"},
)


def test_rules_name_elements_and_attributes() -> None:
    draft = read_rules(
        page('<h1>New: Watch</h1><p class="now">€ 12,50</p><a class="s" href="/s/1">x</a><img data-big="/1.jpg">'),
        RULES,
    )
    assert (draft.get("title"), draft.get("price"), draft.get("seller_url")) == ("Watch", "€ 12,50", "/s/1")
    assert draft.images == ["/1.jpg"]
    assert draft.fields["price"].source == "rule .now"


def test_rules_read_cards() -> None:
    cards = read_cards(
        page('<li data-id="7"><a href="/7"><b>Seven</b></a><i class="p">€ 7</i></li><li>no link</li>'), RULES
    )
    assert [(card.get("title"), card.get("url"), card.get("price"), card.get("sku")) for card in cards] == [
        ("Seven", "/7", "€ 7", "7")
    ]
