"""Pages of one thing beside cards of others, without data for machines; and lists, which stay lists."""

import pytest

from monitor.pages import Kind, read_page
from monitor.pages.beside import Role
from monitor.pages.money import read_price

ARC = "Aurelia Arc 40 floor lamp"
H1 = f"<h1>{ARC}</h1>"
BUY = "<button>Add to cart</button>"
CARD = """<li class="tile"><a href="/products/other-{0}"><img src="/{0}.jpg" alt="Other lamp {0}"></a>
<h3><a href="/products/other-{0}">Other lamp {0}</a></h3><p class="price">€ {0}.00</p><button>Add to cart</button></li>"""
CHOICE = '<li class="choice"><a href="/products/aurelia-arc-{0}">Shade {0}</a> <span class="price">€ {0}.00</span></li>'
OTHERS = f"<h2>You may like</h2><ul>{''.join(CARD.format(n) for n in range(11, 16))}</ul>"
URL = "https://shop.example/products/aurelia-arc"
VOUCHERS = f'<div class="banner"><p>Vouchers</p><p class="price">from € 50.00</p>{BUY}</div>'

OF_ONE = {
    "cards of its own kinds": (
        URL,
        f'{H1}<b class="price">€ 79.90</b>{BUY}<ul>{"".join(CARD.format(n) for n in range(31, 35))}</ul>'.replace(
            "Other lamp", ARC
        ),
        "79.90",
    ),
    "a button behind what is chosen": (
        URL,
        f"""{H1}<b class="price">€ 79.90</b><ul>{"".join(CHOICE.format(n) for n in range(31, 35))}</ul>{BUY}""",
        "79.90",
    ),
    "a button": (URL, f'{H1}<b class="price">€ 79.90</b>{BUY}', "79.90"),
    "a button, and a price without a name": (URL, f"{H1}<p><b>€ 79.90</b></p>{BUY}", "79.90"),
    "a number in the address": (f"{URL}-123456.html", f'{H1}<b class="price">€ 79.90</b>', "79.90"),
    "a photo": (URL, f'<div>{H1}<img src="/arc.jpg"><b class="price">€ 79.90</b></div>', "79.90"),
    "a start": (URL, f'{H1}<b class="price">from € 79.90</b>{BUY}', "None"),
    "the shop's sign as heading of the first order": (
        URL,
        f"""<h1><a href="/">Example Lamps</a></h1><div>{H1.replace("h1", "h2")}<b class="price">€ 79.90</b>{BUY}</div>""",
        "79.90",
    ),
    "a number in the heading": (
        URL,
        f'<div class="name">{ARC}<span>SKU</span><span>30457781</span></div><b class="price">€ 79.90</b>{BUY}',
        "79.90",
    ),
}
LISTS = {
    "cards alone": (URL, "<h1>Lamps</h1>"),
    "a number in the address of a category": ("https://shop.example/lamps-123456.html", "<h1>Lamps</h1>"),
    "bounds of a filter": (
        "https://shop.example/lamps-123456.html",
        '<h1>Lamps</h1><div class="filter"><span class="price">€ 5.00</span><span class="price">€ 90.00</span></div>',
    ),
    "an empty cart": (URL, '<header><span class="cart-price">€ 0.00</span></header><h1>Lamps</h1>'),
    "more of the same that no link leads to": (
        URL,
        f"<h1>Lamps</h1>{''.join(f'<p><b class=price>€ {n}.00</b> <button>Add to cart</button></p>' for n in range(50, 60))}",
    ),
    "vouchers in front of the others": ("https://shop.example/lamps", f"<h1>Lamps</h1>{VOUCHERS}"),
    "vouchers in front of a category": ("https://shop.example/category/floor-lamps/", f"<h1>To read by</h1>{VOUCHERS}"),
    "vouchers in front of all that is called so": ("https://shop.example/other", f"<h1>Other lamps</h1>{VOUCHERS}"),
    "vouchers above the heading": (URL, f"{VOUCHERS}<h1>To read by</h1>"),
    "vouchers behind the cards": (URL, f"<h1>To read by</h1>{OTHERS}{VOUCHERS}"),
    "one in front of the others": (
        URL,
        """<h1>Lamps</h1><div class="hero"><a href="/products/hero-lamp"><h2>Hero lamp</h2><b class="price">€ 50.00</b></a>
        <button>Add to cart</button></div>""",
    ),
}


@pytest.mark.parametrize("name", OF_ONE)
def test_one_thing_is_no_list_for_the_cards_beside_it(name: str) -> None:
    url, body, price = OF_ONE[name]
    page = read_page(f"<title>{ARC} | Example Lamps</title><body>{body}{OTHERS}</body>", url)
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert (listing.title, str(listing.price)) == (ARC, price)


OTHER = '<a href="/products/shade"><h3>Shade</h3></a><span class="price">€ 9.00</span>'
"""One other thing without a block of its own."""


@pytest.mark.parametrize(
    ("body", "price"),
    [
        (f'<p class="price">€ 79.90</p><h2>You may also like</h2>{OTHER}{BUY}', "79.90"),
        (
            f'<div><p class="price">€ 79.90</p></div><h3>Das könnte Ihnen auch gefallen</h3><div>{OTHER}</div>{BUY}',
            "79.90",
        ),
        (f'<h2>Floor lamp in black</h2><p class="price">€ 79.90</p>{BUY}<h2>You may also like</h2>{OTHER}', "79.90"),
        (f'<h2>You may also like</h2>{OTHER}<h2>Your choice</h2><p class="price">€ 79.90</p>{BUY}', "79.90"),
        (f'<h2>You may also like</h2><p class="price">€ 79.90</p>{BUY}', "79.90"),
    ],
)
def test_what_stands_under_a_heading_of_others_is_no_price_of_the_goods(body: str, price: str) -> None:
    (listing,) = read_page(f"<title>{ARC}</title><body>{H1}{body}</body>", URL).listings
    assert (listing.title, str(listing.price)) == (ARC, price)


@pytest.mark.parametrize("own", ["", "<p><b>€ 79.90</b></p>"])
@pytest.mark.parametrize(
    "beside",
    [
        f"<h2>You may also like</h2>{OTHER}",
        '<h2>You may also like</h2><div class="tile"><img alt="x"><p class="price">€ 9.00</p></div>',
        '<div class="tile"><a class="title" href="/products/shade">Shade</a><p class="price">€ 9.00</p></div>',
        '<div class="tile"><p class="title"><a href="/products/shade">Shade</a></p><p class="price">€ 9.00</p></div>',
        '<div class="tile"><a class="title" href="/products/shade">Shade</a><p><b>€ 9.00</b></p></div>',
    ],
)
def test_the_only_amount_with_a_name_may_be_of_others_behind_the_button(own: str, beside: str) -> None:
    named = '<script type="application/ld+json">{"@type": "Product", "name": "x"}</script>'.replace("x", ARC)
    (listing,) = read_page(f"<title>{ARC}</title><body>{named}{H1}{own}{BUY}{beside}</body>", URL).listings
    assert (listing.title, str(listing.price)) == (ARC, "79.90" if own else "None")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_stays_one(name: str) -> None:
    url, head = LISTS[name]
    page = read_page(f"<title>Lamps | Example</title><body>{head}{OTHERS}</body>", url)
    assert page.kind is Kind.SEARCH
    assert len(page.listings) >= 5


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("R7,499.00", "7499.00", "R"),
        ("R 749.00 Ex Tax: R651.30", "749.00", "R"),
        ("Now R1 299", "1299", "R"),
        ("R16 18 pieces", "18", ""),
        ("205/55 R16", "205", ""),
        ("R1 299 R1 599 incl. VAT", "1299", "R"),
        ("R1 299 (10% off)", "1299", "R"),
        ("R1 299 was R1 599.00", "1299", "R"),
        ("售价128$ 3件", "128", "$"),
        ("Winterreifen R17 215/45", "45", ""),
        ("R18 245 € 79,90", "79.90", "€"),
        ("Jante R16 205", "None", ""),
    ],
)
def test_amounts_in_rand(text: str, amount: str, currency: str) -> None:
    price = read_price(text)
    assert (str(price.amount), price.currency) == (amount, currency)


@pytest.mark.parametrize(
    ("host", "shown", "price"),
    [
        ("shop.example.co.za", "R1 299", "1299"),
        ("shop.example.fr", "R16 205", "None"),
        ("shop.example.fr", "R18 245 <b>€ 79,90</b>", "79.90"),
        ("shop.example.fr", "R1 299,00", "1299.00"),
    ],
)
def test_a_blank_makes_rand_only_where_one_pays_in_it(host: str, shown: str, price: str) -> None:
    body = f'<title>{ARC}</title><body>{H1}<div class="price">{shown}</div>{BUY}</body>'
    assert {str(one.price) for one in read_page(body, f"https://{host}/p/arc").listings} <= {price}
    assert price == "None" or read_page(body, f"https://{host}/p/arc").listings


@pytest.mark.parametrize(("host", "prices"), [("shop.example.fr", {"None"}), ("shop.example.co.za", {"16205"})])
def test_sizes_in_cards_are_rand_only_where_one_pays_in_it(host: str, prices: set[str]) -> None:
    cards = "".join(CARD.format(n).replace(f"€ {n}.00", "R16 205") for n in range(31, 36))
    listings = read_page(
        f"<title>Tyres</title><body><h1>Tyres</h1><ul>{cards}</ul></body>", f"https://{host}/tyres"
    ).listings
    assert {str(one.price) for one in listings} == prices


@pytest.mark.parametrize(
    "heading",
    [
        f'<h1><a href="/">Home</a> / {ARC}</h1>',
        f'<h1>{ARC} <a href="https://aurelia.example/">Aurelia</a></h1>',
        f'<h1><a href="https://aurelia.example/">{ARC}</a></h1>',
        f'<a name="top"><h1>{ARC}</h1></a>',
        f'<h1><a href="">{ARC}</a></h1>',
        f'<h1><a href="#top">{ARC}</a></h1>',
    ],
)
def test_a_heading_with_a_link_stays_the_heading(heading: str) -> None:
    body = f"<div><b>Example Lamps of Aurelia</b></div>{heading}<b class='price'>€ 79.90</b>{BUY}"
    (listing,) = read_page(f"<title>{ARC} | Example Lamps of Aurelia</title><body>{body}</body>", URL).listings
    assert ARC in listing.title


@pytest.mark.parametrize(
    ("shown", "price"),
    [
        ('<p class="golf-club-price">€ 79.90</p>', "79.90"),
        ('<p class="vip-price">€ 79.90</p><p class="price">€ 90.00</p>', "90.00"),
        ('<p class="vip-price">€ 79.90</p><s class="price">€ 90.00</s>', "90.00"),
        ('<p class="vip-shipping-price">€ 4.90</p>', "None"),
    ],
)
def test_the_price_of_a_club_in_a_list(shown: str, price: str) -> None:
    card = '<li class="tile"><a href="/products/other-{0}"><h3>Other lamp {0}</h3></a>{1}</li>'
    cards = "".join(card.format(n, shown) for n in range(11, 16))
    page = read_page(f"<title>Lamps</title><body><h1>Lamps</h1><ul>{cards}</ul></body>", "https://shop.example/lamps")
    assert {str(one.price) for one in page.listings} <= {price}
    assert price == "None" or page.listings


PRICES = {
    "the word for the price of before behind it": """<div class="x1"><span data-hook="formatted-secondary-price" class="a1">
    € 90.00</span><span>Regular price</span><span data-hook="formatted-primary-price">€ 79.90</span><span>Sale price</span>
    </div>""",
    "names for tests alone": """<div data-qaid="old_price"><span>90.00</span> <span>€</span></div>
    <div data-qaid="product_price"><span>79.90</span> <span>€</span></div>""",
    "shipping in one word": """<p class="price">79.90 € <s>90.00 €</s></p><p class="price_note">inkl. MwSt. zzgl.
    <a>29,95 € Speditionsversand</a></p>""",
    "a price for members": """<div><span class="pricebox__price checked">79.90 €</span> <del>90.00 €</del></div>
    <label><span class="pricebox__price adhPrice">75.00 €</span> Prix adhérent (essai 9,99 €/an)</label>""",
    "a saving beside the suggested price": """<div class="price">79.90 €</div><div class="suggested-price">UVP: <del>90.00 €
    </del> (Sie sparen 11 %, also 10,10 €)</div>""",
    "a start and a regular price": """<div class="price-box"><span class="normal-price"><span class="price-label">As low as
    </span><span class="price" itemprop="price" content="79.90">€ 79.90</span></span><span class="old-price"><span
    class="price-label">Regular Price</span><span class="price">€ 90.00</span></span></div>""",
    "a detail of a product item": """<div class="product-item-detail-price-old">90.00 €</div>
    <div class="product-item-detail-price-current">79.90 €</div>""",
}


@pytest.mark.parametrize("name", PRICES)
def test_the_price_and_that_of_before(name: str) -> None:
    data = f"""<script type="application/ld+json">{{"@type":"Product","name":"{ARC}","offers":{{"price":"79.90"}}}}</script>"""
    for head in ("", data) if name != "a start and a regular price" else (data,):
        (listing,) = read_page(f"<title>{ARC}</title>{head}<body>{H1}{PRICES[name]}{BUY}</body>", URL).listings
        assert (str(listing.price), str(listing.list_price)) == ("79.90", "90.00")


@pytest.mark.parametrize(
    ("button", "state"),
    [
        ('<a class="btn buy-button">Notify me when it is back in stock</a>', "out_of_stock"),
        ('<a class="btn j-buy-button">Повідомити про наявність</a>', "out_of_stock"),
        ('<a class="btn buy-button">Buy now</a>', "in_stock"),
    ],
)
def test_what_a_button_says_goes_before_its_name(button: str, state: str) -> None:
    body = f'<title>{ARC}</title><body><div>{H1}<img src="/arc.jpg"><b class="price">€ 79.90</b>{button}</div></body>'
    (listing,) = read_page(body, URL).listings
    assert str(listing.availability) == state


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("79,90 € Gratisversand", True),
        ("79,90 € versandkostenfrei", True),
        ("79,90 € inkl. Expressversand", True),
        ("29,95 € Speditionsversand", False),
        ("zzgl. 29,95 €", False),
        ("4,90 € Versandkosten", False),
    ],
)
def test_postage_in_one_word(text: str, asked: bool) -> None:
    assert (read_price(text).role is Role.ASKED) is asked
