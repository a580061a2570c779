"""Product pages of shop systems that mark them up in their own ways: what is read, and what is never read."""

import pytest

from monitor.pages import Kind, read_page
from monitor.pages.numbers import item_number

URL = "https://shop.example/goods/lamp.html"
ARC = "Aurelia Arc 40 floor lamp"
H1 = f"<h1>{ARC}</h1>"
BUY = "<button>Add to cart</button>"
OTHERS = """<div class="product-thumb"><h4><a href="https://shop.example/product/stool-771234">Stool</a></h4>
<p class="price">€ 19.00</p></div>"""

READ = {
    "a heading in a span": (
        f"{ARC} | Lamps | Example",
        f'<div class="product-name"><span class="h1">{ARC}</span></div><span class="price">€ 79.90</span>{BUY}',
        f"price=79.90|title={ARC}",
    ),
    "a heading of the second order": (
        f"{ARC} AL-40 - Example",
        f"<h2>{ARC}</h2><strong>€ 79.90</strong>{BUY}",
        f"price=79.90|title={ARC}",
    ),
    "a table of the nineties": (
        f"Example Lamps - {ARC}",
        f"""<table><tr><td><b>Example Lamps</b></td></tr><tr><td><font size=4><b>{ARC}</b></font><br>Our price
        <b>&pound;24.99</b><form><input type="submit" value="Add to basket"></form></td></tr></table>""",
        f"price=24.99|title={ARC}",
    ),
    "a sign in an element of its own": (
        "Example",
        f"{H1}<p>Now: <span>AED</span> <strong>549.00</strong> incl. VAT</p>{BUY}",
        "price=549.00|currency=AED",
    ),
    "a sign within": (
        "Example",
        f"{H1}<p><strong>172,900<span>원</span></strong></p>{BUY}",
        "price=172900|currency=KRW",
    ),
    "goods of an action": (
        "Example",
        f"""<script type="application/ld+json">{{"@context":"https://schema.org","@type":"BuyAction","object":
        {{"@type":"Product","name":"{ARC}","sku":"A-7","offers":{{"@type":"Offer","price":"41.50",
        "priceCurrency":"PLN"}}}}}}</script>{H1}""",
        "price=41.50|currency=PLN|sku=A-7",
    ),
    "a price named as a total, and the cart's": (
        "Example",
        f"""<header><span class="cart-total">€ 12.00</span></header>{H1}<span class="total-price">€ 84.50</span>{BUY}""",
        "price=84.50",
    ),
    "a total beside a price": (
        "Example",
        f"""{H1}<span class="price">€ 84.50</span><span class="total-price">€ 169.00</span>{BUY}""",
        "price=84.50",
    ),
    "rates behind the price": (
        "Example",
        f"""{H1}<p class="price">$84.50 or 4 payments of $21.13 with Later</p>{BUY}""",
        "price=84.50",
    ),
    "a number that a word calls the price": (
        "Example",
        f"{H1}<p>Delivery: 9.00</p><p>List price: 99.00</p><p>Our price: <b>84.50</b></p><p>Length: 40.00</p>{BUY}",
        "price=84.50|currency=",
    ),
    "what buyers think before the price": (
        "Example",
        f"{H1}<p>Preis: 4,5 von 5</p><p>€ 79,90</p>{BUY}",
        "price=79.90|currency=EUR",
    ),
    "stars that a word calls the price": (
        "Example",
        f"{H1}<p>Price: 5/5</p><p>Our price: 79.90</p>{BUY}",
        "price=79.90",
    ),
    "a number without a sign before an amount": (
        "Example",
        f"{H1}<p>Price: 500</p><p>€ 79.90</p>{BUY}",
        "price=79.90|currency=EUR",
    ),
    "a number of whole units": ("Example", f"{H1}<p>Price: 1,299</p>{BUY}", "price=1299"),
    "a total of options beside a plain price": (
        "Example",
        f"""{H1}<div>€ 84.50</div><span class="options-total-price">€ 12.00</span>{BUY}""",
        "price=84.50",
    ),
    "another total beside a plain price": (
        "Example",
        f"""{H1}<div>€ 84.50</div><span class="price-total">€ 169.00</span>{BUY}""",
        "price=84.50",
    ),
    "goods for a club": ("Example", f"""{H1}<p class="golf-club-price">79,90 €</p>{BUY}""", "price=79.90"),
    "a price for members alone": ("Example", f"""{H1}<p class="vip-price">79,90 €</p>{BUY}""", "price=79.90"),
    "a price for members beside that for all": (
        "Example",
        f"""{H1}<p class="vip-price">69,90 €</p><p class="price">79,90 €</p>{BUY}""",
        "price=79.90",
    ),
    "a price for members beside a plain one": (
        "Example",
        f"""{H1}<p class="vip-price">69,90 €</p><p>79,90 €</p>{BUY}""",
        "price=79.90",
    ),
    "an article of goods": (
        f"{ARC} - Example",
        f"""<article class="product">{H1}<img src="/arc.jpg"><p>€ 84.50</p></article>""",
        "price=84.50",
    ),
    "neither a button nor a number, but a photo": (
        f"{ARC} - Example",
        f"""<div>{H1}<img src="/arc.jpg"><p>€ 84.50</p><p>Write to us to order.</p></div>""",
        "price=84.50|currency=EUR",
    ),
    "a block of another product named after a price": (
        "Example",
        f"{H1}<h2>€ 84.50</h2>{BUY}{OTHERS}",
        "price=84.50",
    ),
    "a box named after the regular price that holds both": (
        "Example",
        f"""{H1}<div class="price-regular"><span class="special-price">€ 10.75</span>
        <span class="old-price">€ 11.95</span></div>{BUY}""",
        "price=10.75|list_price=11.95",
    ),
    "a price of before by the word origin": (
        "Example",
        f'{H1}<span class="origin-price">€ 90.00</span><span class="price">€ 70.00</span>{BUY}',
        "price=70.00|list_price=90.00",
    ),
    "a link that is a button": (
        "Example",
        f'{H1}<div>€ 104.95</div><a class="btn big" href="#">Toevoegen aan winkelwagen</a>',
        "price=104.95",
    ),
    "words about tax in an element of their own": (
        "Example",
        f"{H1}<p>£74.99 <small>ex VAT</small></p><p><big>£89.99</big> <small>inc VAT</small></p>{BUY}",
        "price=89.99|currency=GBP",
    ),
    "the name of an amount in the cell before": (
        "Example",
        f"""{H1}<table><tr><td>Cena netto:</td><td>3 251,22 zł</td></tr><tr><td>Cena brutto:</td><td>3 999,00 zł</td></tr>
        </table>{BUY}""",
        "price=3999.00|currency=PLN",
    ),
    "names in a list of definitions": (
        "Example",
        f"{H1}<dl><dt>Statt</dt><dd>€ 99,00</dd><dt>Nur</dt><dd>€ 79,00</dd></dl>{BUY}",
        "price=79.00",
    ),
    "in bold beside a plain higher amount": (
        "Example",
        f"{H1}<div>€ 599.90</div><div><strong>€ 499.90</strong></div><div>€ 49.99 per month</div>{BUY}",
        "price=499.90|list_price=599.90",
    ),
    "plain beside a higher amount in bold": (
        "Example",
        f"{H1}<div><strong>€ 599.90</strong></div><div>€ 499.90</div>{BUY}",
        "price=599.90|list_price=",
    ),
    "in bold, and of something much cheaper": (
        "Example",
        f"{H1}<div>€ 599.90</div><div><b>€ 19.90</b></div>{BUY}",
        "price=599.90|list_price=",
    ),
    "prices in Turkish": (
        "Example",
        f"""{H1}<div>Piyasa fiyatı: <span>899,00 TL</span></div><div>Havale ile: <b>630,40 TL</b></div>
        <div>Satış fiyatı: <b>649,90 TL</b></div><button>Sepete At</button>""",
        "price=649.90|list_price=899.00|currency=TRY",
    ),
}
BRANDS = {
    "an element named after a brand": ('<h2 class="product-brand"><a href="/b/7">Aurelia</a></h2>', "Aurelia"),
    "an element named after a vendor": ('<p class="card__vendor">AURELIA</p>', "AURELIA"),
    "a label beside it, and the page's title": ("<label>Marca</label><span>Lumenor</span>", "Lumenor"),
    "a picture that leads to the brand's page": (
        '<div class="brandLogo"><a href="/makers/Ligna/"><img src="l.png" alt="Ligna"></a></div>',
        "Ligna",
    ),
    "an address without umlauts": (
        '<div class="brandLogo"><a href="/Hersteller/Saentis-Bau/"><img src="l.png" alt="Säntis Bau"></a></div>',
        "Säntis Bau",
    ),
    "pictures of all brands": (
        """<div class="brand"><a href="/makers/ligna/"><img src="l.png" alt="Ligna"></a></div>
        <div class="brand"><a href="/makers/quercus/"><img src="q.png" alt="Quercus"></a></div>""",
        "",
    ),
    "the shop's own picture": ('<div class="brand"><a href="/"><img src="l.png" alt="Example"></a></div>', ""),
    "what counts visits": (
        """<script>dataLayer.push({event:'view_item',ecommerce:{items:[{item_name:'Stool of oak',item_brand:'Ligna'},
        {item_name:'Arc 40 floor lamp',item_brand:'Aurelia',price:8}]}})</script>""",
        "Aurelia",
    ),
    "only another thing is counted": (
        '<script>dataLayer.push({"ecommerce":{"items":[{"item_name":"Stool of oak","item_brand":"Ligna"}]}})</script>',
        "",
    ),
    "a brand that the heading does not hold": ('<div class="our-brands">Ligna</div>', ""),
    "a part of a word": ('<div class="brand">Aure</div>', ""),
    "the shop's own name at the head": ('<header><a class="navbar-brand" href="/">Aurelia</a></header>', ""),
}
NUMBERS = {
    "https://shop.example/be/nl/hammers/p/KH77-51309": "KH77-51309",
    "https://shop.example/uae-en/arc-40/N70035144V/p/": "N70035144V",
    "https://shop.example/hammers/p/KH77-51309.html": "KH77-51309",
    "https://shop.example/p/hammer-of-steel/KH77-51309": "KH77-51309",
    "https://shop.example/p/KH77-51309/hammer-of-steel": "KH77-51309",
    "https://shop.example/p/hammers/SIZE-42": "",
    "https://shop.example/p/2024/hammers": "",
    "https://shop.example/p/arc-40-lamp": "",
    "https://shop.example/p/Arc-40-Lamp-51309": "51309",
    "https://shop.example/hammers/p/771234": "771234",
}
NOT_OF_GOODS = {
    "several prices": "<img src='/a.jpg'><b class='price'>€ 9</b><b class='price'>€ 19</b><b class='price'>€ 49</b>",
    "no photo": "<b class='price'>€ 9</b>",
    "a post in a blog": "<meta property='article:published_time' content='2026-01-01'><img src='/a.jpg'><b>€ 9</b>",
}
TOLD = {
    "a date in the address": ("https://news.example/2026/aurelia-arc", "<p>$45,000</p>"),
    "a day in the address": ("https://news.example/2026-03-01/aurelia-arc", "<p>$45,000</p>"),
    "an article by its meta data": (URL, "<meta property='og:type' content='article'><p>$45,000</p>"),
    "a time": (URL, "<time datetime='2026-01-01'>today</time><p>$45,000</p>"),
    "data of an article": (URL, '<script type="application/ld+json">{"@type": "NewsArticle"}</script><p>$45,000</p>'),
    "data of an event": (URL, '<script type="application/ld+json">{"@type":["MusicEvent"]}</script><p>€ 45.00</p>'),
    "an event by its attributes": (URL, '<p itemscope itemtype="https://schema.org/Event">Gala</p><p>€ 45.00</p>'),
    "an hour": (URL, "<p>Saturday, 19:00</p><p>€ 45.00</p>"),
    "a day": (URL, "<p>12 May 2026</p><p>€ 45.00</p>"),
}
NOT_READ = {
    "a table of what buyers think": f"{H1}<table><tr><td>Price</td><td>5</td></tr></table>{BUY}",
    "pieces behind the word": f"{H1}<p>Price: 3 pieces 79</p>{BUY}",
    "another product in a block with a linked heading": f"{H1}<p>Ask us.</p>{BUY}{OTHERS}",
    "points that one earns": f"{H1}<p>적립 최대 8,645원</p><button>장바구니 담기</button>",
    "the price of before, where that of now cannot be told": (
        f'{H1}<span class="origin-price">€ 90.00</span><span class="total-price">€ 70.00</span>{BUY}'
    ),
}


def page_of(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    title, body, expected = READ[name]
    page = read_page(page_of(title, body), URL)
    assert page.kind is Kind.PRODUCT
    wanted = dict(entry.split("=") for entry in expected.split("|"))
    assert {field: str(getattr(page.listings[0], field) or "") for field in wanted} == wanted


@pytest.mark.parametrize("name", BRANDS)
def test_the_brand(name: str) -> None:
    body, brand = BRANDS[name]
    shown = f"<div>{H1}{body}<b class='price'>€ 8.00</b>{BUY}</div>"
    assert read_page(page_of("Lumenor Arc 40 - Example", shown), URL).listings[0].brand == brand


def test_the_head_of_the_goods_is_not_that_of_the_page() -> None:
    head = f"""<div class="product-header">{H1}<a class="brand" href="/b/7">Aurelia</a><p>Sold by <a href="/s/1">One</a></p></div>"""
    body = f"<div>{head}<b class='price'>€ 8.00</b>{BUY}</div>"
    (listing,) = read_page(page_of(f"{ARC} - Example", body), URL).listings
    assert (listing.brand, listing.seller_name) == ("Aurelia", "One")


@pytest.mark.parametrize("url", NUMBERS)
def test_the_number_in_an_address(url: str) -> None:
    assert item_number(url) == NUMBERS[url]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("Stock code", "AU-40"),
        ("Riferimento", "AU-40"),
        ("Kód:", "AU-40"),
        ("Bestelnummer:", "AU-40"),
        ("Objednací kód:", "AU-40"),
        ("Code:", "AU-40"),
        ("Ref.", "AU-40"),
        ("Référence", "AU-40"),
        ("арт.", "AU-40"),
        ("Код:", "AU-40"),
        ("Код купона:", ""),
        ("Save with code:", ""),
        ("Kod rabatowy", ""),
        ("Kód slevy", ""),
    ],
)
def test_the_number_behind_a_label(label: str, number: str) -> None:
    body = f"{H1}<div><span>{label}</span> <span>AU-40</span></div><b class='price'>€ 8.00</b>{BUY}"
    assert read_page(page_of("Example", body), URL).listings[0].sku == number


@pytest.mark.parametrize(
    ("language", "shown", "currency"),
    [
        ("ja", "¥28,710", "JPY"),
        ("sv", "599 kr", "SEK"),
        ("da", "599 kr.", "DKK"),
        ("en", "¥28,710", ""),
        ("de", "$ 5", ""),
    ],
)
def test_what_a_sign_means_in_a_language_of_one_country(language: str, shown: str, currency: str) -> None:
    body = f"<html lang={language}><title>Example</title>{H1}<b class='price'>{shown}</b>{BUY}"
    assert read_page(body, URL).listings[0].currency == currency


@pytest.mark.parametrize("name", NOT_OF_GOODS)
def test_what_is_no_page_of_goods(name: str) -> None:
    page = read_page(page_of(f"{ARC} - Example", f"<div>{H1}{NOT_OF_GOODS[name]}</div>"), URL)
    assert page.kind is Kind.OTHER


@pytest.mark.parametrize("name", TOLD)
def test_what_tells_of_something_sells_nothing(name: str) -> None:
    url, body = TOLD[name]
    page = read_page(page_of(f"{ARC} - Example", f"<div>{H1}<img src='/a.jpg'>{body}</div>"), url)
    assert not page.listings


def test_what_stands_in_an_article_is_told() -> None:
    body = f"<article>{H1}<img src='/a.jpg'><p>$45,000</p></article>"
    assert read_page(page_of(f"{ARC} - Example", body), URL).kind is Kind.OTHER


@pytest.mark.parametrize(
    ("said", "sku"),
    [
        ("UGS AU-40", "AU-40"),
        ("SKU: AU-40", "AU-40"),
        ("Référence AU-40", "AU-40"),
        ("AU 40", "AU 40"),
        ("Arc AU-40", "Arc AU-40"),
    ],
)
def test_what_a_number_is_called_is_no_part_of_it(said: str, sku: str) -> None:
    body = f"""<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name">{ARC}</h1>
    <p itemprop="sku">{said}</p><b itemprop="offers" itemscope><i itemprop="price">8.00</i></b></div>{BUY}"""
    assert read_page(page_of("Example", body), URL).listings[0].sku == sku


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Black Friday -10€", "BF2025"),
        ("Your price with summer deal", "SUMMER25"),
        ("Summer is here", "SUMMER25"),
        ("Black Friday", "BF-2025"),
        ("10 € Rabatt", "AU-40"),
        ("Ihr Gutschein", "AU-40"),
        ("Only today", "SAVE-20"),
        ("Today -10 €", "AU-40"),
    ],
)
def test_what_may_be_the_code_of_a_coupon_is_no_article_number(words: str, code: str) -> None:
    body = f"{H1}<b class='price'>€ 8.00</b>{BUY}<p>{words}</p><p>Code: {code}</p>"
    assert read_page(page_of("Example", body), URL).listings[0].sku == ""


@pytest.mark.parametrize("code", ["AU-40", "4711", "A471123", "AU.40/2"])
def test_a_code_beside_the_goods_is_their_number(code: str) -> None:
    body = f"<h1>Arc AU-40 - 40 W</h1><p>Code: {code}</p><b class='price'>€ 8.00</b>{BUY}"
    assert read_page(page_of("Example", body), URL).listings[0].sku == code


@pytest.mark.parametrize("words", ["20 % off with", "Enter your"])
def test_the_code_of_a_coupon_is_no_article_number(words: str) -> None:
    body = f"{H1}<b class='price'>€ 8.00</b>{BUY}<p>{words}</p><p>Code: AU-40</p>"
    assert read_page(page_of("Example", body), URL).listings[0].sku == ""


@pytest.mark.parametrize(
    ("url", "field"),
    [("https://boutique.example.fr/a/lamp.html", "sku"), ("https://www.amazon.fr/dp/B00000AU40", "mpn")],
)
def test_a_reference_is_the_number_of_a_shop_and_on_a_marketplace_the_makers(url: str, field: str) -> None:
    body = f"{H1}<table><tr><th>Référence</th><td>AU-40</td></tr></table><b class='price'>8,00 €</b>{BUY}"
    assert getattr(read_page(page_of("Example", body), url).listings[0], field) == "AU-40"


@pytest.mark.parametrize(("shown", "sku"), [("<p>Art.-Nr. 77-12</p>", "77-12"), ("", "4006381333931")])
def test_an_article_number_goes_before_a_trade_number_in_the_address(shown: str, sku: str) -> None:
    body = f"{H1}{shown}<p>EAN: 4006381333931</p><b class='price'>€ 8.00</b>{BUY}"
    (listing,) = read_page(page_of("Example", body), "https://shop.example/p/4006381333931").listings
    assert (listing.sku, listing.gtin) == (sku, "4006381333931")


@pytest.mark.parametrize("name", NOT_READ)
def test_what_is_no_price(name: str) -> None:
    page = read_page(page_of("Example", NOT_READ[name]), URL)
    assert all(listing.price is None for listing in page.listings)


@pytest.mark.parametrize(
    ("title", "body", "url"),
    [
        ("Example Lamps", "<b>Example Lamps</b>", "https://shop.example/"),
        ("About us | Example Lamps", '<nav><b>About us</b></nav><a href="/"><b>Example Lamps</b></a>', URL),
        ("Lamps, stools and tables of wood | Example", "<b>Lamps</b>", URL),
    ],
)
def test_what_is_no_heading(title: str, body: str, url: str) -> None:
    page = read_page(page_of(title, f"{body}<p>Special offer: <b>€ 4.50</b></p>{BUY}"), url)
    assert page.kind is Kind.OTHER


def test_another_item_of_the_same_path_is_not_the_goods() -> None:
    body = f'{H1}{BUY}<p><a href="/index.php?product_id=40"><b class="price">€ 19.00</b></a></p>'
    page = read_page(page_of("Example", body), "https://shop.example/index.php?product_id=412")
    assert all(listing.price is None for listing in page.listings)
