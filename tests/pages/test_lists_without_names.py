"""Lists whose cards are told by no heading or whose prices by no name, lists of one or two, and one thing that no button sells."""

import pytest

from monitor.pages import Kind, read_page

BUY = "<button>Add to cart</button>"
NAMES = ("Arc alu", "Arc carbon", "Arc titan")


def cards(count: int, *, price: str = "price", button: str = "") -> str:
    return "".join(
        f"""<div class="box"><a href="/{name.replace(" ", "-")}"><span>{name} {n}9</span></a><div
        class="{price}"><b>€ {n}9.95</b></div>In stock{button}</div>"""
        for n, name in enumerate(NAMES[:count], 3)
    )


@pytest.mark.parametrize(
    ("url", "heading", "body", "expected"),
    [
        ("/lamps/", "Lamps of Aurelia", cards(3), 3),
        ("/lamps/", "Lamps of Aurelia", cards(3, price="x"), 3),
        ("/lamps/", "Lamps of Aurelia", cards(3, price="x", button=BUY), 3),
        ("/suche?q=arc", "2 Treffer für arc", cards(2), 2),
        ("/suche?q=arc", "2 Treffer für arc", cards(2, price="x", button=BUY), 2),
        ("/search/arc", "arc", cards(1, button=BUY), 1),
        ("/brands/aurelia/", "Aurelia", cards(2, button=BUY), 2),
    ],
)
def test_a_list_is_read(url: str, heading: str, body: str, expected: int) -> None:
    page = read_page(f"<title>{heading}</title><main><h1>{heading}</h1>{body}</main>", f"https://shop.example{url}")
    assert page.kind is Kind.SEARCH
    assert [str(listing.price) for listing in page.listings] == ["39.95", "49.95", "59.95"][:expected]
    assert page.listings[0].title.startswith("Arc alu")


OWN = f"<p>€ 79.90</p>{BUY}"
DATA = '<script type="application/ld+json">{"@type": "Product", "name": "Arc &ndash; 40", "offers": {"price": "79.90"}}</script>'
WAYS = "".join(
    f'<div class="way"><a href="/shipping#{way}">{way}</a> <span>€ {n}.90</span></div>'
    for n, way in enumerate(("Post", "Courier", "Collect"), 3)
)


@pytest.mark.parametrize(
    ("url", "body"),
    [
        ("/arc-40", f"{OWN}<h2>You may also like</h2><div>{cards(3, price='x')}</div>"),
        ("/arc-40", f"{OWN}{WAYS}"),
        ("/arc-40?q=arc", OWN),
        ("/p/arc-40?search=arc", f"{OWN}<h2>Others also bought</h2>{cards(2)}"),
        ("/search/products/arc-40", f"{DATA}{OWN}"),
        ("/arc-40", "<p>Art. no.: AR-0009</p><span>€ 79.90</span><p>Sold out</p>"),
    ],
)
def test_one_thing_is_no_list(url: str, body: str) -> None:
    page = read_page(f"<title>Arc – 40</title><main><h1>Arc – 40</h1>{body}</main>", f"https://shop.example{url}")
    assert page.kind is Kind.PRODUCT
    assert [(listing.title, str(listing.price)) for listing in page.listings] == [("Arc – 40", "79.90")]


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Five walks</h1><p>Parking costs</p><span>€ 4.00</span><p>Sold out</p>",
        f"<article><h1>Three lamps that we like</h1>{cards(3, price='x')}</article>",
        f"<h1>Three lamps that we like</h1><time>3 May 2026</time>{cards(3, price='x')}",
        "<article><h1>Five walks</h1><p>Art. no.: AR-0009</p><span>€ 79.90</span><p>Sold out</p></article>",
    ],
)
def test_what_tells_of_an_amount_sells_nothing(body: str) -> None:
    assert read_page(f"<title>Walks</title>{body}", "https://shop.example/walks").kind is Kind.OTHER


@pytest.mark.parametrize(
    "amount",
    [
        "<p>Shipping</p><p>€ 4.90</p>",
        "<p>Win a voucher worth</p><p><b>€ 50.00</b></p>",
        "<p>Deposit</p><p>€ 50.00</p>",
        "<p>Your cart</p><p>€ 50.00</p>",
        "<h3>Others also bought</h3><p>Bulb</p><p>€ 5.00</p>",
        "<p>€ 50.00</p><p>per month</p>",
        "<p>€ 50.00</p><p>excl. VAT</p>",
    ],
)
@pytest.mark.parametrize("state", ["In stock", "Sold out"])
def test_what_is_not_said_right_behind_the_goods_is_not_asked_for_them(state: str, amount: str) -> None:
    body = f"<h1>Arc 40</h1><p class=stock>{state}</p><p>Art. no.: AR-0009</p>{amount}"
    page = read_page(f"<title>Arc 40</title>{body}", "https://shop.example/arc")
    assert [listing.price for listing in page.listings if listing.price] == []


@pytest.mark.parametrize("before", ["", "<p>Art. no.: AR-0009</p>", "<p>Art. no.:</p><p>AR-0009</p>", "<p>Price:</p>"])
def test_what_stands_right_behind_the_goods_is_asked_for_them(before: str) -> None:
    body = f"<h1>Arc 40</h1>{before}<p>€ 50.00</p><p>Art. no.: AR-0009</p><p class=stock>In stock</p>"
    page = read_page(f"<title>Arc 40</title>{body}", "https://shop.example/arc")
    assert [str(listing.price) for listing in page.listings] == ["50.00"]


def test_an_address_with_a_password_names_no_goods() -> None:
    links = (*(f"/goods/{n}" for n in range(3)), "http://user:password@shop.example/goods/4")
    entries = "".join(f'<li><a href="{link}">Lamp {n}</a> 10 EUR</li>' for n, link in enumerate(links))
    page = read_page(f"<title>Goods</title><h1>Goods</h1><ul>{entries}</ul>", "https://shop.example/goods")
    assert [listing.title for listing in page.listings] == ["Lamp 0", "Lamp 1", "Lamp 2"]


@pytest.mark.parametrize("url", ["/suche?q=arc", "/search/arc", "/category/lamps"])
def test_a_list_without_cards_is_no_goods(url: str) -> None:
    cart = '<header><a href="/kosik" class="cart"><b>Košík</b> <span class="price">€ 1.00</span></a></header>'
    body = f"<title>arc</title>{cart}<h1>0 results for arc</h1><p class=price>€ 25.00</p><p>for a voucher</p>{BUY}"
    page = read_page(body, f"https://shop.example{url}")
    assert (page.kind, page.listings) == (Kind.OTHER, ())


def others(heading: str, count: int = 4) -> str:
    found = "".join(
        f'<div class="rc"><a href="/moon-{n}"><span>Moon {n}</span></a><div class="price">€ {n}5.00</div></div>'
        for n in range(5, 5 + count)
    )
    return f'<h2>{heading}</h2><div class="rel">{found}</div>'


VOUCHER = '<div class="box2"><a href="/voucher"><h3>Gift voucher</h3></a><span class="price">€ 25.00</span></div>'


@pytest.mark.parametrize(
    ("url", "heading", "before", "count"),
    [
        ("/search?q=arc", "1 result for arc", "", 1),
        ("/search?q=arc", "3 results for arc", "", 3),
        ("/category/lamps", "Lamps", "", 2),
        ("/lamps", "Lamps", "", 3),
        ("/search?q=arc", "1 result for arc", VOUCHER, 1),
        ("/category/lamps", "Lamps", others("Recently viewed"), 3),
    ],
)
def test_hits_go_before_cards_said_to_be_of_others(url: str, heading: str, before: str, count: int) -> None:
    behind = "" if before else others("You may also like")
    body = f"{before}<h1>{heading}</h1><div>{cards(count)}</div>{behind}"
    page = read_page(f"<title>{heading}</title><main>{body}</main>", f"https://shop.example{url}")
    assert [listing.title for listing in page.listings] == [f"{name} {n}9" for n, name in enumerate(NAMES[:count], 3)]
    assert [link.rpartition("/")[2] for link in page.links.products] == ["Arc-alu", "Arc-carbon", "Arc-titan"][:count]


PHOTO = '<img src="/a.jpg" alt="Arc 40" width="600">'
COSTS = '<div class="cost"><span class="price">€ 79.90</span> <a href="/shipping">plus shipping costs</a></div>'


@pytest.mark.parametrize(
    ("url", "body"),
    [
        ("/c/arc-40", f"{PHOTO}{OWN}"),
        ("/brand/aurelia-arc-40", f"{PHOTO}{OWN}"),
        ("/search?q=arc+40", f"{PHOTO}{OWN}"),
        ("/c/arc-40", f"{PHOTO}{COSTS}{BUY}"),
        ("/brand/aurelia-arc-40", f"{PHOTO}{OWN}{others('You may also like', 2)}"),
        ("/brand/aurelia-arc-40", f"{PHOTO}{OWN}{others('You may also like')}"),
    ],
)
def test_what_buys_one_thing_with_its_photo_is_that_thing_at_any_address(url: str, body: str) -> None:
    page = read_page(
        f"<title>Arc – 40 | Shop</title><main><h1>Arc – 40</h1>{body}</main>", f"https://shop.example{url}"
    )
    assert [(listing.title, str(listing.price)) for listing in page.listings] == [("Arc – 40", "79.90")]


@pytest.mark.parametrize("where", ["news", "events", "jobs", "account/orders", "shipping"])
def test_what_has_a_price_and_is_no_goods_makes_no_list(where: str) -> None:
    body = cards(3, price="x").replace('href="/', f'href="/{where}/')
    page = read_page(f"<title>Lamps of us</title><h1>Lamps of us</h1>{body}", f"https://shop.example/{where}")
    assert (page.kind, page.listings) == (Kind.OTHER, ())
