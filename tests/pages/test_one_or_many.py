"""Whether a page is about one thing, about many, about none or about one that is gone, where its data says otherwise."""

import json

import pytest

from monitor.pages import Kind, Page, read_page

NAME = "Aurelia Arc 40"
URL = "https://shop.example/aurelia-arc"
COOKIES = "<header><button>Menu</button></header>"
LI = """<li class="tile"><a href="/other-{0}"><img src="/{0}.jpg" alt="Other lamp {0}"><h3>Other lamp {0}</h3></a>
<span class="price">{0},00 €</span></li>"""
BOX = """<div class="pcard"><a href="/other-{0}"><h6>Other lamp {0}</h6><p class="price">{0},00 €</p></a></div>"""
NUMBERS = range(11, 17)


def cards(card: str = LI, over: str = "") -> str:
    return f"<section>{over}<ul>{''.join(card.format(n) for n in NUMBERS)}</ul></section>"


def read(body: str, url: str = URL, title: str = f"{NAME} | Example", data: object = None) -> Page:
    said = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    return read_page(f"<html><title>{title}</title>{said}<body>{COOKIES}<main>{body}</main></body></html>", url)


PRICE = '<p class="price">79,90 €</p>'
ONE = {
    "a link as button": (f'{PRICE}<a class="btn" href="#">In den Warenkorb</a>', "Angebote", "79.90"),
    "a link as button, in French": (f'{PRICE}<a class="button big" href="#">Ajouter au panier</a>', "", "79.90"),
    "a link that bids": (
        '<p class="price">現在価格 12,500円</p><a class="Button--bid Button">入札する</a>',
        "",
        "12500",
    ),
    "no tax in brackets": (
        """<dl class="Price__row"><dt>現在価格</dt><dd class="Price__value">12,500円<span class="Price__tax">（税 0 円）</span></dd>
        </dl><a class="Button">入札する</a>""",
        "",
        "12500",
    ),
    "sold out": (f"{PRICE}<button disabled>Ausverkauft</button>", "", "79.90"),
    "sold out, a saving behind its share": (
        """<div class="price"><span class="productOldPrice">Unser bisheriger Preis 99,90 EUR</span><br>Jetzt nur 79,90 EUR<br>
        Sie sparen 20% / 20,00 EUR</div><button disabled>Leider ausverkauft</button>""",
        "",
        "79.90",
    ),
    "no sign at the price, and offers of others": (
        """<div class="buy"><del class="list-price">99,95</del><span class="promo-price">79<sup>,-</sup></span>
        <a class="btn" href="#">In winkelwagen</a></div><div class="rows"><div><span>€ 49,50</span> Tweedehands
        <a class="btn" href="#">In winkelwagen</a></div><div><span>€ 85,25</span> Nieuw <a class="btn" href="#">In
        winkelwagen</a></div></div>""".replace("<span>", '<span data-test="offer-price">'),
        "",
        "79",
    ),
    "others below a line, and no button": (PRICE, "Das könnte Ihnen auch gefallen", "79.90"),
    "others below a line, and variants": (
        f"{PRICE}{''.join(f'<p class=size-price>{n},00 €</p>' for n in range(91, 94))}",
        "Ähnliche Artikel",
        "79.90",
    ),
    "others below a line, and a price without a name": ("<p><b>79,90 €</b></p>", "Kunden kauften auch", "79.90"),
    "others below a line, and a number": (PRICE, "Anderen bekeken ook", "79.90"),
    "others in Spanish": (PRICE, "También te puede interesar", "79.90"),
    "others in Polish": (PRICE, "Podobne oferty", "79.90"),
    "others in Russian": (PRICE, "С этим товаром покупают", "79.90"),
    "others in Romanian": (f"{PRICE}<p>Mesaj</p>", "Anunțuri similare", "79.90"),
    "others in Japanese": (PRICE, "この商品を見た人はこんな商品も見ています", "79.90"),
    "others in Korean": (PRICE, "비슷한 상품", "79.90"),
}


@pytest.mark.parametrize("name", ONE)
@pytest.mark.parametrize("card", [LI, BOX])
def test_the_price_of_one_thing_is_none_of_others(name: str, card: str) -> None:
    shown, over, price = ONE[name]
    page = read(f"<div><h1>{NAME}</h1>{shown}<p>A lamp.</p></div>{cards(card, f'<h2>{over}</h2>')}")
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert (listing.title, str(listing.price)) == (NAME, price)


LISTS = {
    "links as buttons on the cards": (
        "<h1>Stehlampen aus Messing</h1>",
        LI.replace("</li>", '<a class="btn btn-buy" href="/add?{0}">In den Warenkorb</a></li>'),
    ),
    "some sold out": (
        "<h1>Stehlampen aus Messing</h1>",
        LI.replace("</li>", "<button disabled>Sold out</button></li>"),
    ),
    "a line on free delivery": (
        '<h1>Stehlampen aus Messing</h1><p class="price-note">Versandkostenfrei ab 50 €</p>',
        LI,
    ),
    "a line of text with a price": ("<h1>Stehlampen aus Messing</h1><p>Schon ab 29,90 €. Kunden kaufen auch.</p>", LI),
    "one seen before, over the list": (
        f"<h1>Stehlampen</h1><h2>Zuletzt angesehen</h2><div>{LI.format(9)}</div><p>Alle Lampen</p>",
        LI,
    ),
    "searches alike": ("<h1>Stehlampen</h1><p>Ähnliche Produkte: Tischlampe, Deckenlampe</p>", LI),
    "nothing found, others instead": ("<h1>Keine Treffer für Lampe</h1><h2>Das könnte Ihnen gefallen</h2>", LI),
    "a banner whose link buys": ('<h1>Stehlampen</h1><a class="btn" href="/sale">Jetzt kaufen</a>', LI),
    "an event, and goods below a line": (
        "<h1>Tag der offenen Tür</h1><p>12. Mai 2026, 10:00</p><p class=price>5,00 €</p><h2>Das könnte Ihnen gefallen</h2>",
        LI,
    ),
    "an offer that has ended": ("<h1>Stehlampen</h1><p>This offer has ended</p>", LI),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_not_taken_for_one_thing_or_for_gone(name: str) -> None:
    head, card = LISTS[name]
    page = read(f"{head}{cards(card)}<h2>Das könnte Ihnen gefallen</h2>", title="Lampen kaufen | Example")
    assert page.kind is Kind.SEARCH
    assert len(page.listings) >= len(NUMBERS)


def _kind(name: str, **more: object) -> dict[str, object]:
    asked = {"@type": "AggregateOffer", "lowPrice": "11.00", "highPrice": "16.00", "priceCurrency": "EUR"}
    return {"@type": "Product", "name": name, "offers": asked} | more


@pytest.mark.parametrize(
    ("name", "more", "beside", "url", "kind"),
    [
        ("Перфораторы", {}, "", "https://shop.example/", Kind.SEARCH),
        ("Floor lamps", {"aggregateRating": {"ratingValue": "4.8"}}, "", "https://shop.example/", Kind.SEARCH),
        ("Floor lamps", {"sku": "AL-40"}, "", "https://shop.example/", Kind.PRODUCT),
        ("Floor lamps", {"brand": "Aurelia"}, "", "https://shop.example/", Kind.PRODUCT),
        ("Other lamp", {}, "", "https://shop.example/", Kind.PRODUCT),
        (
            "Aurelia",
            {},
            "<b class=price>11,00 €</b><button>Add to cart</button>",
            "https://shop.example/",
            Kind.PRODUCT,
        ),
        ("Aurelia", {}, "", "https://shop.example/p/aurelia-123456", Kind.PRODUCT),
        ("Aurelia", {}, "<p class=price>11,00 € – 16,00 €</p>", "https://shop.example/", Kind.PRODUCT),
    ],
)
def test_a_range_of_prices_of_a_whole_kind_is_no_listing(
    name: str, more: dict[str, object], beside: str, url: str, kind: Kind
) -> None:
    page = read(f"<h1>{name}</h1>{beside}{cards()}", url=url, title=name, data=_kind(name, **more))
    assert page.kind is kind
    assert (len(page.listings) == len(NUMBERS)) is (kind is Kind.SEARCH)


PICK = """<div class="box"><h3><a rel="sponsored nofollow" href="/go/{0}">Kettle {0}</a></h3><a class="btn buy-button"
rel="nofollow sponsored" href="/go/{0}"><span class="price">$ {0}.00</span> from a shop</a></div>"""
PICKS = "".join(PICK.format(n) for n in NUMBERS)
PUBLISHED = {"@type": "Article", "headline": "The best kettles"}
KETTLE = {"@type": "Product", "name": "Kettle 11", "offers": {"price": "11.00", "priceCurrency": "USD"}}


@pytest.mark.parametrize(
    ("body", "data", "kind"),
    [
        (PICKS, [PUBLISHED, KETTLE], Kind.OTHER),
        (PICKS, [PUBLISHED], Kind.OTHER),
        (PICK.format(11), [PUBLISHED, KETTLE], Kind.OTHER),
        (PICKS, [KETTLE], Kind.PRODUCT),  # nothing says that it is an article
        (PICKS.replace("sponsored", "noopener"), [PUBLISHED, KETTLE], Kind.PRODUCT),
        (f"{PICKS}<b class=price>$ 11.00</b><button>Add to cart</button>", [PUBLISHED, KETTLE], Kind.PRODUCT),
        (
            '<div><a rel="sponsored" href="https://ad.example">Ad</a></div><b class=price>$ 11.00</b>',
            [PUBLISHED, KETTLE],
            Kind.PRODUCT,
        ),
    ],
)
def test_an_article_with_paid_links_lists_nothing(body: str, data: list[object], kind: Kind) -> None:
    page = read(
        f"<h1>The best kettles</h1>{body}", url="https://blog.example/best", title="The best kettles", data=data
    )
    assert page.kind is kind
    assert bool(page.listings) is (kind is Kind.PRODUCT)


ADVERT = '<aside><div class="ad"><a rel="sponsored" href="https://ad.example/p/kettle-7654321">Kettle <b class="price">$ 5.00</b></a></div></aside>'
POST = {"@type": "BlogPosting", "headline": "Kettle 11"}
ASKED = '<p class="price">$ 11.00</p>'


@pytest.mark.parametrize("button", ["<button>Nachricht schreiben</button>", "<button disabled>Sold out</button>", ""])
@pytest.mark.parametrize("told", ["", "meta"])
@pytest.mark.parametrize(
    ("body", "data"),
    [
        (f"{ASKED}{{}}{ADVERT}", [POST]),
        (f"{ADVERT}{ASKED}{{}}", [POST]),
        (f"<p>$ 11.00</p>{{}}{ADVERT}", [POST, KETTLE]),
        (f'<div><span class="price">$ 11.00</span> {{}}{ADVERT}</div>', [POST]),
        (f"{{}}{ADVERT}", [POST, KETTLE]),
    ],
)
def test_a_thing_for_sale_with_an_advert_beside_it_is_listed(
    body: str, data: list[object], button: str, told: str
) -> None:
    meta = f'<meta property="article:published_time" content="2026-05-04">{told}' if told else ""
    url = "https://shop.example/p/kettle-1234567"
    page = read(f"{meta}<h1>Kettle 11</h1><img src=/k.jpg>{body.format(button)}", url, "Kettle 11", data)
    assert page.kind is Kind.PRODUCT
    assert str(page.listings[0].price) in ("11", "11.00")


@pytest.mark.parametrize(
    ("title", "more", "kind"),
    [
        ("Accesso | Ferramenta B2B", "", Kind.BLOCKED),
        ("Logowanie - Hurtownia", "", Kind.BLOCKED),
        ("Händler-Login | Großhandel", "", Kind.BLOCKED),
        ("Accessori per la cucina", "", Kind.OTHER),
        (
            "Accesso | Ferramenta",
            '<h1>Trapano</h1><p class="price">79,90 €</p><button>Aggiungi al carrello</button>',
            Kind.PRODUCT,
        ),
    ],
)
def test_a_login_instead_of_goods(title: str, more: str, kind: Kind) -> None:
    body = f"{more}<form><input name=user><input type=password><button>Ok</button></form><p>Ordine minimo 150,00 €</p>"
    assert read(body, url="https://b2b.example/valdarno/it/p/77432", title=title).kind is kind


OVERLAID = """<article class="pc"><a class="over" href="/goods/{0}"{1}></a><p class="price"><ins>{0} ₽</ins> <del>900 ₽</del></p>
<h2><span>Brand</span><span> / Lamp {0}</span></h2><a class="add" href="/lk/basket">Послезавтра</a></article>"""


@pytest.mark.parametrize(
    ("label", "title"), [(' aria-label="Lamp {0} Brand"', "Lamp 11 Brand"), ("", "Brand / Lamp 11")]
)
def test_a_link_without_text_that_lies_over_a_card(label: str, title: str) -> None:
    body = "".join(OVERLAID.format(n, label.format(n)) for n in NUMBERS)
    page = read(f"<h1>Lamps</h1>{body}", title="Lamps")
    assert [one.url for one in page.listings] == [f"https://shop.example/goods/{n}" for n in NUMBERS]
    assert (page.listings[0].title, str(page.listings[0].price)) == (title, "11")


@pytest.mark.parametrize("path", ["basket/wicker-{0}", "panier/100{0}", "compare/lamp-{0}.html", "carrito/bebe/{0}/"])
def test_baskets_and_carts_may_be_goods(path: str) -> None:
    """The name of a button's place is that only at the end of an address."""
    add = '<a class="add" href="/cart?add={0}&long=1">Into your shopping cart, now</a><a href="/add-to-cart/{0}">Add this to the cart</a></li>'
    rows = cards(LI.replace("/other-{0}", f"/{path}").replace("</li>", add))
    page = read(f"<h1>Baskets</h1>{rows}", "https://shop.example/baskets", "Baskets")
    assert [one.url.rstrip("/") for one in page.listings] == [
        f"https://shop.example/{path.format(n)}".rstrip("/") for n in NUMBERS
    ]


BOXED = """<li class="{1}"><div class="bloc"><a href="/f-{0}.html"><h2>Lamp {0}</h2></a><div class="prdtBPrice">
<div class="prdtSt">199,99€</div><div class="prdtPrice"><span class="price">{0}<sup>€99</sup></span></div><div>ou 4x 38€</div>
</div></div></li>"""


def test_one_set_apart_is_in_its_list_and_the_inner_price_counts() -> None:
    rows = "".join(BOXED.format(n, "sponsored" if n == 13 else "") for n in NUMBERS)
    voucher = '<li class="banner"><a class="b" href="/sale"><h2>Vouchers</h2></a><b class="price">50,00€</b></li>'
    page = read(f"<h1>lampes <span>(6)</span></h1><ul>{rows}{voucher}</ul>", title="Lampes")
    assert [(one.title, str(one.price)) for one in page.listings] == [(f"Lamp {n}", f"{n}.99") for n in NUMBERS]
