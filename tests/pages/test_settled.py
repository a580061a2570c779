"""Data of several pieces, without tax, of those who pay in one way, of another variant, of several sellers: by hand."""

import json
from collections.abc import Mapping

import pytest

from monitor.pages import Kind, read_page

BUY = "<button>Add to cart</button>"


def ld(name: str, **offer: object) -> str:
    node = {"@type": "Product", "name": name, "offers": {"@type": "Offer", "priceCurrency": "EUR"} | offer}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def price(*amounts: str) -> str:
    return "".join(f'<p class="price">{amount}</p>' for amount in amounts)


def table(*rows: tuple[str, str]) -> str:
    return f"<table>{''.join(f'<tr><td>{one}</td><td>{other}</td></tr>' for one, other in rows)}</table>"


SIZES = (("38", "49,90 €"), ("40", "45,90 €"))
SCALES = {
    "up to and from, the least in the data": (
        ld("Arc", price="164.50") + table(("Bis 2", "198,90 €*"), ("Bis 9", "179,90 €*"), ("Ab 10", "164,50 €*")),
        "198.90 1: 198.90; 3: 179.90; 10: 164.50",
    ),
    "a range in the data": (
        ld("Arc", **{"@type": "AggregateOffer", "lowPrice": "7.00", "highPrice": "9.00"})
        + table(("1-9", "€9.00"), ("10-49", "€8.00"), ("50+", "€7.00")),
        "9.00 1: 9.00; 10: 8.00; 50: 7.00",
    ),
    "a heading and bare numbers": (
        ld("Arc", price="169") + table(("Množství", "Cena"), ("1", "€ 199"), ("10 ks", "€ 169")),
        "199 1: 199; 10: 169",
    ),
    "in Polish": (
        ld("Arc", price="8.50") + table(("Ilość", "Cena brutto"), ("od 1 szt.", "10,00 €"), ("od 5 szt.", "8,50 €")),
        "10.00 1: 10.00; 5: 8.50",
    ),
    "side by side": (
        ld("Arc", price="7.00")
        + "<table><tr><th>Qty</th><td>1-9</td><td>10-49</td><td>50+</td></tr>"
        + "<tr><th>Price</th><td>€9.00</td><td>€8.00</td><td>€7.00</td></tr></table>",
        "9.00 1: 9.00; 10: 8.00; 50: 7.00",
    ),
    "sizes side by side": (
        ld("Arc", price="7.00")
        + "<table><tr><th>Size</th><td>36</td><td>38</td></tr><tr><th>Price</th><td>€9.00</td><td>€7.00</td></tr></table>",
        "7.00 None",
    ),
    "rent by days": (
        ld("Arc", price="29.90")
        + table(("bis 2 Tage", "29,90 €"), ("bis 5 Tage", "18,00 €"), ("bis 9 Tage", "9,00 €")),
        "29.90 None",
    ),
    "rent by days, the last in the data": (
        ld("Arc", price="18.00") + table(("bis 2 Tage", "29,90 €"), ("bis 5 Tage", "18,00 €")),
        "18.00 None",
    ),
    "rent under a heading": (
        ld("Arc", price="18.00") + table(("Miettage", "Preis"), ("1-2", "29,90 €"), ("3-5", "18,00 €")),
        "18.00 None",
    ),
    "by age": (ld("Arc", price="18") + table(("bis 12 J", "20 €"), ("bis 18 J", "18 €")), "18 None"),
    "shipping by quantity": (
        ld("Arc", price="18.00") + table(("Menge", "Versandkosten"), ("1", "20,00 €"), ("10", "18,00 €")),
        "18.00 None",
    ),
    "rates": (
        ld("Arc", price="9") + table(("Anzahl", "Rate 1/12"), ("1", "108 €"), ("12", "9 €")),
        "9 None",
    ),
    "what one saves before the price": (
        ld("Arc", price="8.00")
        + "<table><tr><th>Qty</th><th>Save</th><th>Unit price</th></tr><tr><td>1</td><td>€0.10</td><td>€9.00</td></tr>"
        + "<tr><td>10 pcs.</td><td>€0.05</td><td>€8.00</td></tr></table>",
        "9.00 1: 9.00; 10: 8.00",
    ),
    "pieces in German": (
        ld("Arc", price="8.00")
        + table(("Abnahmemenge (Stück)", "Preis / Stk."), ("1 Stk.", "9,00 €"), ("10 Stk.", "8,00 €")),
        "9.00 1: 9.00; 10: 8.00",
    ),
    "no data": (
        price("€ 7.00") + table(("Qty", "Price"), ("1", "€9.00"), ("10", "€7.00")),
        "9.00 1: 9.00; 10: 7.00",
    ),
    "one piece in the data": (ld("Arc", price="9") + table(("1-9", "€9.00"), ("10+", "€8.00")), "9 None"),
    "sizes": (ld("Arc", price="45.90") + table(*SIZES), "45.90 None"),
    "sizes under a heading": (ld("Arc", price="45.90") + table(("Größe", "Preis"), *SIZES), "45.90 None"),
    "the table's prices without tax": (
        ld("Arc", price="10.00") + table(("1-9", "€8.40"), ("10+", "€7.56")),
        "10.00 None",
    ),
    "dearer by the dozen": (ld("Arc", price="8.00") + table(("1-9", "€7.00"), ("10+", "€8.00")), "8.00 None"),
    "only for several": (ld("Arc", price="8.00") + table(("5+", "€9.00"), ("10+", "€8.00")), "8.00 None"),
}
NET = {
    "rounded for the eye": (
        "hu",
        ld("Arc", price="14952.76", priceCurrency="HUF") + price("18 990 Ft", "(nettó 14 953 Ft)"),
        "18990",
    ),
    "a label in the line after": (
        "co.uk",
        ld("Arc", price="100.00", priceCurrency="GBP") + price("£120.00 inc VAT") + "<b>£100.00</b><i>ex VAT</i>",
        "120.00",
    ),
    "in elements named so": (
        "co.uk",
        ld("Arc", price="100.00", priceCurrency="GBP")
        + """<span class="price price--withTax">£120.00</span><span class="price price--withoutTax">£100.00</span>
        <abbr>(Ex. VAT)</abbr>""",
        "120.00",
    ),
    "in elements named so alone": (
        "co.uk",
        ld("Arc", price="199", priceCurrency="GBP")
        + """<div class="price-box"><span class="price-container price-final_price tax weee">
        <span class="price-including-tax" data-label="Inc VAT"><span class="price">£238.80</span></span>
        <span class="price-excluding-tax" data-label="Ex VAT"><span class="price">£199.00</span></span></span></div>""",
        "238.80",
    ),
    "another amount in an element named so": (
        "co.uk",
        ld("Arc", price="199", priceCurrency="GBP")
        + price("£238.80")
        + """<p>£199.00</p><div id="ex-vat">£165.83</div>""",
        "199",
    ),
    "hors taxes": ("fr", ld("Arc", price="83.19") + price("99,00 €") + "<p>83,19 € HT</p>", "99.00"),
    "in the meta elements": (
        "de",
        f'<meta property="product:pretax_price:amount" content="83.19">{ld("Arc", price="83.19")}{price("99,00 €")}',
        "99.00",
    ),
    "no word of tax": ("de", ld("Arc", price="83.19") + price("99,00 €") + "<p>83,19 €</p>", "83.19"),
    "more than tax": ("de", ld("Arc", price="50.00") + price("99,00 €") + "<p>netto 50,00 €</p>", "50.00"),
    "of something else": ("de", ld("Arc", price="83.19") + price("99,00 €") + "<p>netto 10,00 €</p>", "83.19"),
    "what one orders at least": (
        "de",
        ld("Arc", price="100.00") + price("119,00 €") + "<p>Mindestbestellwert 100 € netto</p>",
        "100.00",
    ),
    "what one orders at least, in the line before": (
        "fr",
        ld("Arc", price="100.00") + price("119,00 €") + "<b>Minimum de commande</b><p>100 € HT</p>",
        "100.00",
    ),
    "no shipping from it on": (
        "de",
        ld("Arc", price="100.00") + price("119,00 €") + "<p>Versandkostenfrei ab 100 € netto</p>",
        "100.00",
    ),
    "shipping without tax": (
        "de",
        ld("Arc", price="100.00") + price("119,00 €") + "<p>Versand 100 € netto</p>",
        "100.00",
    ),
    "an order without tax beside it": (
        "de",
        ld("Arc", price="100.00") + price("119,00 €") + "<p>100 €</p><p>Mindestbestellwert 50 € netto</p>",
        "100.00",
    ),
    "both": (
        "de",
        ld("Arc", price="100.00") + price("119,00 €") + "<p>100,00 € netto</p><p>Mindestbestellwert 50 € netto</p>",
        "119.00",
    ),
    "asked of all without it": ("de", ld("Arc", price="119.00") + price("119,00 €", "netto 100,00 €"), "119.00"),
}
ONE_WAY = {
    "in pieces": (
        ld("Arc", price="949.05", priceCurrency="BRL")
        + price("R$ 999,00")
        + """<div class="loja-pix"><b><i>R$</i><i>949</i><i>,</i><i>05</i></b> à vista no Pix</div>""",
        "999.00 949.05",
    ),
    "in two lines": (
        ld("Arc", price="949.05", priceCurrency="BRL") + price("R$ 999,00") + "<b>R$ 949,05</b><p>no boleto</p>",
        "999.00 949.05",
    ),
    "shown without a word": (
        ld("Arc", price="949.05", priceCurrency="BRL") + price("R$ 999,00") + "<b>R$ 949,05</b><p>hoje</p>",
        "949.05 None",
    ),
    "of rates": (
        ld("Arc", price="949.05", priceCurrency="BRL") + price("R$ 999,00") + "<p>949 pontos no Pix</p>",
        "949.05 None",
    ),
}


def read(body: str, url: str, heading: str = "Arc") -> Mapping[str, str]:
    page = read_page(f"<title>{heading}</title><h1>{heading}</h1>{body}{BUY}", url)
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    return {name: str(getattr(listing, name, listing.attributes.get(name))) for name in NAMES}


NAMES = ("price", "title", "sku", "availability", "price_tiers", "price_by_one_means", "price_to")


@pytest.mark.parametrize("name", SCALES)
def test_a_price_of_one_piece(name: str) -> None:
    body, expected = SCALES[name]
    found = read(body, "https://shop.example/p/arc-1234567")
    assert f"{found['price']} {found['price_tiers']}" == expected


@pytest.mark.parametrize("name", NET)
def test_a_price_with_tax(name: str) -> None:
    country, body, expected = NET[name]
    assert read(body, f"https://shop.example.{country}/p/arc-1234567")["price"] == expected


@pytest.mark.parametrize("name", ONE_WAY)
def test_a_price_for_all(name: str) -> None:
    body, expected = ONE_WAY[name]
    found = read(body, "https://loja.example.com.br/arc/p")
    assert f"{found['price']} {found['price_by_one_means']}" == expected


GREEN = "https://shop.example/trail-jacket-green"


@pytest.mark.parametrize(
    ("title", "shown", "expected"),
    [
        ("Trail jacket | Black", "€ 79.00", "79.00 Trail jacket green"),
        ("Trail jacket black L", "€ 79.00", "79.00 Trail jacket green"),
        ("Trail jacket black", "€ 59.00", "59.00 Trail jacket black"),
        ("Trail jacket black", "€ 79.00</p><p class=price>€ 59.00", "59.00 Trail jacket black"),
        ("Trail jacket", "€ 79.00", "59.00 Trail jacket"),
        ("Trail jacket green, waterproof", "€ 79.00", "59.00 Trail jacket green, waterproof"),
        ("Trail jacket | shop", "€ 79.00", "59.00 Trail jacket | shop"),
        ("Veste de trail verte", "€ 79.00", "59.00 Veste de trail verte"),
        ("Trail jacket black", "Call us", "59.00 Trail jacket black"),
        ("Trail jacket black", "€ 9.00", "59.00 Trail jacket black"),
    ],
)
def test_data_of_another_variant(title: str, shown: str, expected: str) -> None:
    data = f"""<meta property="og:title" content="{title}"><meta property="product:price:amount" content="59.00">
    <meta property="product:price:currency" content="EUR">"""
    found = read(data + price(shown), GREEN, "Trail jacket green")
    assert f"{found['price']} {found['title']}" == expected


@pytest.mark.parametrize(
    ("heading", "title", "expected"),
    [
        ("Kaverro BX200 Mixer", "Kaverro BX-200 Mixer", "100.00 K1"),
        ("Kaverro BX-200 Mixer", "Kaverro BX200 Mixer", "100.00 K1"),
        ("Kaverro Megamax Mixer", "Kaverro Mega Max Mixer", "100.00 K1"),
        ("Kaverro Mega Max Mixer", "Kaverro Megamax Mixer", "100.00 K1"),
        ("Uhr Silber", "Uhr 925er Silver", "100.00 K1"),
        ("Trail jacket colour", "Trail jacket in color", "100.00 K1"),
        ("Kaverro BX200 Mixer", "Kaverro BX300 Mixer", "80.00 "),
        ("Trail jacket grey", "Trail jacket green", "80.00 "),
        ("Trail jacket 38", "Trail jacket 40", "80.00 "),
    ],
)
def test_another_spelling_is_no_other_variant(heading: str, title: str, expected: str) -> None:
    body = ld(title, price="100.00", sku="K1") + price("€ 80.00")
    found = read(body, f"https://shop.example/{heading.lower().replace(' ', '-')}", heading)
    assert f"{found['price']} {found['sku']}" == expected


def test_what_another_variant_has_is_not_said_of_this_one() -> None:
    data = ld("Trail jacket black", price="59.00", sku="TJ-BLACK", availability="https://schema.org/PreOrder")
    found = read(data + price("€ 79.00"), GREEN, "Trail jacket green")
    assert (found["price"], found["sku"], found["availability"]) == ("79.00", "", "in_stock")


RANGE = ld("Arc", **{"@type": "AggregateOffer", "lowPrice": "50.00", "highPrice": "99.00", "offerCount": "4"})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (price("€ 79.00"), "79.00 None"),
        (price("<del>€ 99.00</del> € 79.00"), "79.00 None"),
        (price("€ 50.00", "€ 79.00"), "50.00 99.00"),
        (price("€ 50.00"), "50.00 99.00"),
        (price("€ 60.00", "€ 79.00"), "50.00 99.00"),
        (price("from € 50.00"), "50.00 99.00"),
        (price("€ 50.00 – € 99.00"), "50.00 99.00"),
        (price("€ 20.00"), "50.00 99.00"),
        (price("€ 79.00") + BUY + "<p>Sold by <a href='/s/1'>One</a></p>" + price("€ 50.00"), "79.00 None"),
        (price("€ 79.00") + BUY + price("€ 50.00"), "50.00 99.00"),
        (price("€ 79.00") + "<p>Sold by <a href='/s/1'>One</a></p>" + price("€ 50.00"), "50.00 99.00"),
        (price("€ 79.00", "€ 50.00") + "<p>Ships from Rome</p>", "50.00 99.00"),
    ],
)
def test_one_of_a_range(body: str, expected: str) -> None:
    found = read(RANGE + body, "https://shop.example/p/arc-1234567")
    assert f"{found['price']} {found['price_to']}" == expected


@pytest.mark.parametrize(
    ("button", "state"),
    [
        ("<button disabled>売り切れました</button>", "out_of_stock"),
        ("<button disabled>ただいま品切れ中です</button>", "out_of_stock"),
        ("<button disabled>일시품절</button>", "out_of_stock"),
        ("<button disabled>商品已售罄</button>", "out_of_stock"),
        ("<button disabled>商品を比較する</button>", "in_stock"),
        ("<button disabled>この商品は現在品切れとなっております。</button>", "out_of_stock"),
        ("<button disabled>很抱歉，商品已售罄</button>", "out_of_stock"),
        ("<button disabled>商品は在庫切れです</button>", "out_of_stock"),
        ("<button disabled>ただいま在庫切れとなっております。</button>", "out_of_stock"),
        ("<button disabled>目前缺货中！</button>", "out_of_stock"),
        ("<button disabled>현재 품절된 상품입니다</button>", "out_of_stock"),
        ("<button disabled>ただいまの在庫切れの色</button>", "in_stock"),
        ("<button disabled>現在在庫切れの色を見る</button>", "in_stock"),
        ("<button disabled>この商品は在庫切れになることがあります</button>", "in_stock"),
        ("<button disabled>商品は在庫切れの場合があります</button>", "in_stock"),
        ("<button disabled>商品无货到付款</button>", "in_stock"),
        ("<button disabled>현재품절 아님</button>", "in_stock"),
        ('<button class="buy" disabled>Ausverkauft</button>', "out_of_stock"),
        ('<a class="btn disabled">Sold out</a>', "out_of_stock"),
        ('<div aria-disabled="true" role="button">Sold out</div>', "in_stock"),
        ("<button>Email me when available</button>", "in_stock"),
        ("<button disabled>Add to cart</button>", "in_stock"),
        ("<button disabled>XL sold out</button>", "in_stock"),
        ('<div class="related"><button disabled>Sold out</button></div>', "in_stock"),
        ("<button disabled>Sold out</button><button>Add to cart</button>", "in_stock"),
        ("<button disabled>Currently unavailable</button>", "out_of_stock"),
        ("<button disabled>Leider ausverkauft!</button>", "out_of_stock"),
        ("<button disabled>En rupture de stock</button>", "out_of_stock"),
        ("<button disabled>Unavailable for delivery</button>", "in_stock"),
        ("<button disabled>Delivery unavailable</button>", "in_stock"),
        ("<button disabled>Nicht verfügbar zur Abholung</button>", "in_stock"),
        ("<button disabled>Indisponible en magasin</button>", "in_stock"),
        ("<button disabled>Large sold out</button>", "in_stock"),
        ('<p>Auf Lager</p><p>Red</p><a class="btn disabled">Ausverkauft</a>', "in_stock"),
        ("<p>Sofort lieferbar, 2 Tage</p><button disabled>Ausverkauft</button>", "in_stock"),
        ("<p>Nicht auf Lager</p><button disabled>Ausverkauft</button>", "out_of_stock"),
        ("<p>Available in red and in blue</p><button disabled>Sold out</button>", "out_of_stock"),
        ('<ul><li><a href="/p/lamp-7654321"><h3>Lamp</h3></a><button disabled>Sold out</button></ul>', "in_stock"),
    ],
)
def test_a_button_that_cannot_be_pressed_says_more_than_the_data(button: str, state: str) -> None:
    body = (
        ld("Arc", price="79.00", availability="https://schema.org/InStock") + f"<h1>Arc</h1>{price('€ 79.00')}{button}"
    )
    (listing,) = read_page(body, "https://shop.example/p/arc-1234567").listings
    assert listing.availability == state


@pytest.mark.parametrize("said", ["Auf Lager", "In stock", "Disponible"])
@pytest.mark.parametrize("button", ['<a class="btn disabled">Ausverkauft</a>', "<button disabled>Unavailable</button>"])
def test_a_button_that_cannot_be_pressed_says_less_than_a_line_above_it(said: str, button: str) -> None:
    for line, state in ((said, "in_stock"), (f"{said}: call us", "out_of_stock")):
        body = f"<h1>Arc</h1>{price('€ 79.00')}<p>{line}</p>{button}"
        (listing,) = read_page(body, "https://shop.example/p/arc-1234567").listings
        assert listing.availability == state
