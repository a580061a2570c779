"""Pages of many listings, and where pages lead."""

import json
from decimal import Decimal

import pytest

from monitor.pages import Kind, read_page
from monitor.pages.links import looks_like_product, page_number

URL = "https://shop.example/search?q=watch"


def card(number: int, price: str = "€ {}9,00") -> str:
    return (
        f'<li class="card"><a href="/watch-{number}/p/100000{number}"><img src="/{number}.jpg" alt="Watch no. {number}"></a>'
        f'<h3><a href="/watch-{number}/p/100000{number}">Watch no. {number}</a></h3>'
        f'<span class="price">{price.format(number)}</span></li>'
    )


PAGER = '<a href="/search?q=watch&page=2">2</a><a href="/search?q=watch&page=3">3</a><a href="/about">About us</a>'


def test_cards_with_title_price_and_link() -> None:
    page = read_page(f"<h1>Watches</h1><ul>{''.join(card(n) for n in range(1, 7))}</ul>{PAGER}", URL)
    assert page.kind is Kind.SEARCH
    assert [listing.title for listing in page.listings] == [f"Watch no. {n}" for n in range(1, 7)]
    assert page.listings[0].price == Decimal("19.00")
    assert page.listings[0].currency == "EUR"
    assert page.listings[0].url == "https://shop.example/watch-1/p/1000001"
    assert page.listings[0].images == ("https://shop.example/1.jpg",)
    assert page.links.products[:6] == tuple(listing.url for listing in page.listings)
    assert page.links.next_pages == (
        "https://shop.example/search?q=watch&page=2",
        "https://shop.example/search?q=watch&page=3",
    )
    assert page.links.others == ("https://shop.example/about",)


def test_cards_of_ranges_and_of_no_price() -> None:
    cards = card(1, "€ 10,00 – € 25,00") + card(2, "from € {}") + "".join(card(n) for n in range(3, 6))
    first, second = read_page(f"<ul>{cards}</ul>", URL).listings[:2]
    assert (first.price, first.attributes["price_to"]) == (Decimal("10.00"), "25.00")
    assert second.price is None


@pytest.mark.parametrize(
    ("before", "price", "asked", "listed"),
    [
        ('<span class="delivery-price">£4.99 delivery</span>', "£450.00", "450.00", None),
        ('<span class="price-shipping">+ £5.00</span>', "£450.00", "450.00", None),
        ('<span class="unit-price">£1.99/100ml</span>', "£450.00", "450.00", None),
        ('<span class="price-installment">£37.50/mo</span>', "£450.00", "450.00", None),
        ('<span class="price-save">£50.00</span>', "£450.00", "450.00", None),
        ('<span class="old-price">£500.00</span>', "£450.00", "450.00", "500.00"),
        ('<span class="price-note">Was £500.00</span>', "£450.00", "450.00", "500.00"),
        ("", '<del class="price">£500.00</del> £450.00', "450.00", "500.00"),
        ("", "RRP £500.00 £450.00", "450.00", "500.00"),
        ("", "or 3 x £150.00", None, None),
        ("<span>from</span> ", "£450.00", None, None),
        ("<div>from</div>", "£450.00", None, None),
        ("<div>Used from</div>", "£450.00", None, None),
        ('<div>Shipping</div><div class="price">£4.99</div>', "£450.00", "450.00", None),
        ('<div>Was</div><div class="price">£500.00</div>', "£450.00", "450.00", "500.00"),
        ("", "£9.00/100ml", None, None),
        ('<span class="price--regular">£450.00</span>', "", "450.00", None),
    ],
)
def test_the_price_of_a_card_is_the_one_that_is_asked(
    before: str, price: str, asked: str | None, listed: str | None
) -> None:
    cards = "".join(
        f'<li class="card"><a href="/p/{n}"><h3>Watch {n}</h3></a>{before}<span class="price">{price}</span></li>'
        for n in range(4)
    )
    first = read_page(f"<ul>{cards}</ul>", URL).listings[0]
    wanted = tuple(amount and Decimal(amount) for amount in (asked, listed))
    assert (first.price, first.list_price) == wanted


def test_cards_that_are_auctioned_are_marked() -> None:
    cards = "".join(
        card(n).replace("</li>", f"<i>{bids}</i></li>") for n, bids in enumerate(("3 bids", "0 Gebote", "new"))
    )
    listings = read_page(f"<ul>{cards}</ul>", URL).listings
    assert [listing.attributes.get("bid") for listing in listings] == ["9.00", "19.00", None]


def test_a_structured_list() -> None:
    items = [
        {
            "@type": "ListItem",
            "item": {"@type": "Product", "name": f"Watch {n}", "url": f"/p/{n}", "offers": offers},
        }
        for n, offers in enumerate(
            [
                {"price": "1.50", "priceCurrency": "EUR", "seller": {"name": "Corner Shop", "url": "/seller/9"}},
                {"@type": "AggregateOffer", "lowPrice": "2", "highPrice": 4, "priceCurrency": "USD"},
                [{"price": 5, "priceCurrency": "EUR"}, {"price": 3, "priceCurrency": "EUR"}],
                {"@type": "AggregateOffer", "lowPrice": "6", "offerCount": 1},
                [],
            ],
            start=1,
        )
    ]
    data = json.dumps({"@type": "ItemList", "itemListElement": items})
    page = read_page(f'<script type="application/ld+json">{data}</script><h1>All</h1>', URL)
    assert page.kind is Kind.SEARCH
    read = [(str(one.price), one.currency, one.attributes.get("price_to")) for one in page.listings]
    assert read == [
        ("1.50", "EUR", None),
        ("2", "USD", "4"),
        ("3", "EUR", "5"),
        ("6", "", None),
        ("None", "", None),
    ]
    assert (page.listings[0].seller_name, page.listings[0].seller_id) == ("Corner Shop", "/seller/9")


def test_a_product_page_with_recommendations_stays_one() -> None:
    body = (
        "<h1>Watch no. 9</h1><div class=price>€ 99,00</div><button>Add to cart</button>"
        f'<div class="recommendations"><ul>{"".join(card(n) for n in range(1, 7))}</ul></div>'
    )
    data = '{"@type":"Product","name":"Watch no. 9","offers":{"price":"99.00","priceCurrency":"EUR"}}'
    page = read_page(f'<script type="application/ld+json">{data}</script>{body}', "https://shop.example/p/9999999")
    assert page.kind is Kind.PRODUCT
    assert [listing.price for listing in page.listings] == [Decimal("99.00")]
    assert len(page.links.products) == 6


@pytest.mark.parametrize(
    ("markup", "following"),
    [
        ('<link rel="next" href="/search?q=watch&page=2">', "/search?q=watch&page=2"),
        ('<a rel="next" href="/more">x</a>', "/more"),
        ('<a class="pagination-next" href="/next-one">&gt;</a>', "/next-one"),
        ('<a href="/weiter">Weiter »</a>', "/weiter"),
        ('<a href="/n" aria-label="Next page"><i></i></a>', "/n"),
        ('<a href="/search/page/2?q=watch">2</a>', "/search/page/2?q=watch"),
        ('<a href="/search?q=other&page=2">2</a>', ""),
        ('<a href="https://other.example/search?q=watch&page=2">2</a>', ""),
    ],
)
def test_next_pages(markup: str, following: str) -> None:
    found = read_page(f"<html><body>{markup}</body></html>", URL).links.next_pages
    assert found == ((f"https://shop.example{following}",) if following else ())


def test_pages_that_were_passed_are_not_next() -> None:
    links = read_page(f"<body>{PAGER}</body>", "https://shop.example/search?q=watch&page=2").links
    assert links.next_pages == ("https://shop.example/search?q=watch&page=3",)


@pytest.mark.parametrize(
    ("url", "is_product"),
    [
        ("https://s.example/dp/B0ABCDEFGH", True),
        ("https://s.example/products/blue-watch", True),
        ("https://s.example/watch-p1234567.html", True),
        ("https://s.example/itm/123456789012", True),
        ("https://s.example/view?product_id=77", True),
        ("https://s.example/p/0", True),
        ("https://s.example/p/7?x=1", True),
        ("https://s.example/p/8/kumpf", True),
        ("https://s.example/item/4", True),
        ("https://s.example/p/?x=1", False),
        ("https://s.example/watches/page/4", False),
        ("https://s.example/products/", False),
        ("https://s.example/category/watches", False),
        ("https://s.example/help/contact", False),
        ("https://s.example/product/1.jpg", False),
    ],
)
def test_addresses_of_products(url: str, is_product: bool) -> None:
    assert looks_like_product(url) is is_product


def test_page_numbers() -> None:
    assert page_number("https://s.example/s?page=3") == 3
    assert page_number("https://s.example/shop/page/4/") == 4
    assert page_number("https://s.example/s?page=abc") == 1
    assert page_number("https://s.example/shop/p/4") == 4
    assert page_number("https://s.example/p/4") == 1


def linked(*paths: str, of: str = "<div class=p><a href={}>Whetstone</a></div>") -> str:
    return "".join(of.format(path) for path in paths)


MENU = f"<nav>{linked('/about', '/p/story', of='<a href={}>x</a>')}</nav>"


@pytest.mark.parametrize(
    ("body", "url", "products", "following", "others"),
    [
        (linked("/p/0", "/p/7", "/p/12"), "/list", "/p/0 /p/7 /p/12", "", ""),
        (linked("/p/0", "/p/7", "/p/500"), "/", "/p/0 /p/7 /p/500", "", ""),
        (linked("/de/p/0", "/de/p/7", "/de/p/500"), "/de", "/de/p/0 /de/p/500", "/de/p/7", ""),
        (linked("/list/p/1", "/list/p/2", "/list/p/4"), "/list/p/3", "", "/list/p/4", "/list/p/1 /list/p/2"),
        (linked("/list?seite=2", "/p/2"), "/list", "/p/2", "/list?seite=2", ""),
        (linked("/p/5", "/a9", "/p/6", "/p/8", "/b7"), "/list", "/p/5 /p/6 /p/8 /a9 /b7", "", ""),
        (linked("/p/5", "/a9", "/p/6"), "/list", "/p/5 /p/6", "", "/a9"),
        (linked("/p/5", "/p/6", "/p/8", "/blog/a", "/login"), "/list", "/p/5 /p/6 /p/8", "", "/blog/a /login"),
        (linked("/p/5", "/p/6", "/p/8") + MENU, "/list", "/p/5 /p/6 /p/8 /p/story", "", "/about"),
        (linked("/p/5", "/p/6", "/p/8") + "<p><a href=/about>x</a></p>", "/list", "/p/5 /p/6 /p/8", "", "/about"),
        (linked("/p/5", "/p/6", "/p/8", "/list?sort=up"), "/list", "/p/5 /p/6 /p/8", "", "/list?sort=up"),
        (
            linked("5", "6", "8", of="<div><a href=/p/{0}>Whetstone</a> by <a href=/maker/{0}>M</a></div>"),
            "/list", "/p/5 /p/6 /p/8", "", "/maker/5 /maker/6 /maker/8",
        ),
    ],
)  # fmt: skip
def test_what_a_link_leads_to(body: str, url: str, products: str, following: str, others: str) -> None:
    links = read_page(f"<body><h1>Sharp</h1>{body}</body>", f"https://s.example{url}").links
    found = [" ".join(address.removeprefix("https://s.example") for address in some) for some in (
        links.products, links.next_pages, links.others,
    )]  # fmt: skip
    assert found == [products, following, others]


def test_links_leave_out_what_is_no_page() -> None:
    body = (
        '<a href="javascript:x()">a</a><a href="mailto:a@b.c">b</a><a href="#top">c</a><a href="http://[">d</a><a>e</a>'
    )
    links = read_page(f"<body>{body}</body>", URL).links
    assert (links.products, links.next_pages, links.others) == ((), (), ())


HEADED = '<a href="/goods/{0}"><h3>Arc {0}</h3></a>'
PICTURED = '<a href="/goods/{0}"><img src="/{0}.jpg" alt="Arc {0}"></a>'


@pytest.mark.parametrize("goods", [HEADED, PICTURED, '<h3><a href="/goods/{0}">Arc {0}</a></h3>'])
@pytest.mark.parametrize(
    "beside",
    [
        '<a href="/goods/{0}-red">Another colour of this lamp</a>',
        '<a href="/goods/{0}#reviews">Read all 312 customer reviews</a>',
        '<p>Sold by <a href="/shop/x{0}">The Grand Lamp House</a></p>',
        '<a href="/brand/aurelia">Aurelia Lighting Company of London</a>',
        '<a href="/?add={0}">Add this wonderful lamp to the cart</a>',
        '<h4><a href="/brands/aurelia">Aurelia of London</a></h4>',
        '<h4><a href="/aurelia-c-22">Aur</a></h4>',
        '<h4><a href="/seller/bob{0}">Bob, who sells lamps</a></h4>',
    ],
)
def test_the_link_of_a_card_to_its_goods_is_none_beside_it(goods: str, beside: str) -> None:
    def card(number: int) -> str:
        return f'<li class="x">{(goods + beside).format(number)}<p class="price">€ {number}.00</p></li>'

    body = f"<title>Lamps</title><h1>Lamps</h1><ul>{card(30)}{card(40)}{card(50)}</ul>"
    listings = read_page(body, "https://s.example/lamps").listings
    assert [listing.title for listing in listings] == ["Arc 30", "Arc 40", "Arc 50"]
    assert [listing.url for listing in listings] == [f"https://s.example/goods/{n}" for n in (30, 40, 50)]


def test_the_picture_of_a_colour_does_not_name_the_goods_of_a_card() -> None:
    red = '<a href="/goods/{0}?c=red"><img src="/red.jpg" alt="red"></a><a href="/goods/{0}">Arc {0}</a>'
    cards = (f'<li class="x">{red.format(n)}<p class="price">€ {n}.00</p></li>' for n in (30, 40, 50))
    listings = read_page(f"<title>Lamps</title><ul>{''.join(cards)}</ul>", "https://s.example/lamps").listings
    assert [listing.title for listing in listings] == ["Arc 30", "Arc 40", "Arc 50"]
