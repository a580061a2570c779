"""Product pages of shop systems that mark them up in their own ways: what is read, and what is never read."""

import pytest

from monitor.pages import Kind, read_page

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
}
NOT_READ = {
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
