"""Pages that offer others in the place of what is gone, and what says of none of this that it is."""

import json

import pytest

from monitor.pages import Kind, Page, read_page

NAME = "Aurelia Arc 40"
URL = "https://shop.example/aurelia-arc"
PRICE = '<p class="price">79,90 €</p>'
LI = """<li class="tile"><a href="/other-{0}"><img src="/{0}.jpg" alt="Other lamp {0}"><h3>Other lamp {0}</h3></a>
<span class="price">{0},00 €</span></li>"""
NUMBERS = range(11, 17)


def cards() -> str:
    return f"<section><ul>{''.join(LI.format(n) for n in NUMBERS)}</ul></section>"


def read(body: str, url: str = URL, data: object = None) -> Page:
    said = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    head = f"<title>{NAME} | Example</title>{said}<body><header><button>Menu</button></header>"
    return read_page(f"<html>{head}<main>{body}</main></body></html>", url)


OTHER = {
    "@type": "Product",
    "name": "Standing Fan 18",
    "sku": "F18",
    "offers": {"price": "38500", "priceCurrency": "NGN"},
}
OWN = OTHER | {"name": NAME}
GONE = {
    "a message, no heading": (
        """<div class="outcomemessage-warning" id="viewad-delete-message"><h2>Die gewünschte Anzeige ist leider nicht mehr
        verfügbar.</h2><p>Der Anbieter hat sie gelöscht oder sie ist abgelaufen.</p></div>""",
        None,
    ),
    "a heading that says it": ("<h1>This product is no longer available</h1>", None),
    "data of another": ("<h2>We're sorry, this product is no longer available</h2><p>See others below.</p>", OTHER),
    "a message alone": ("<div class=notice><p>This product is no longer available.</p></div>", None),
    "in Polish": ('<div role="alert">To ogłoszenie zostało usunięte</div>', None),
    "in Romanian": ("<h3>Anunțul a fost șters.</h3>", None),
    "in Czech": ("<h2>Tento inzerát byl smazán.</h2>", None),
    "in Hungarian": ("<h2>A hirdetés már nem elérhető</h2>", None),
    "in Ukrainian": ("<h2>Оголошення видалено</h2>", None),
    "made no more": ("<h1>This product is permanently discontinued</h1>", None),
    "a thing of an outlet, made no more": ("<h1>Lámpara Outlet 40 – producto descatalogado</h1>", None),
    "made no more, in Spanish": ("<h1>Este producto está descatalogado</h1>", None),
    "made no more, in Italian": ("<h1>Questo prodotto è fuori produzione</h1>", None),
    "in Spanish": ("<h2>El anuncio ya no está disponible</h2>", None),
}


@pytest.mark.parametrize("name", GONE)
def test_what_is_gone_is_no_list_of_what_is_offered_instead(name: str) -> None:
    body, data = GONE[name]
    long = "<p>Worth knowing of lamps, by people who make them by hand.</p>" * 80
    page = read(f"{body}{cards()}{long}", url="https://shop.example/ad/2766611011-176-3355", data=data)
    assert (page.kind, page.listings) == (Kind.GONE, ())
    assert "says" in page.why


@pytest.mark.parametrize(
    ("address", "said", "kind"),
    [
        (
            "grinder-p-3381",
            "<div class=alert><p>Ez a termék végleg megszűnt, már nem forgalmazzuk.</p></div>",
            Kind.GONE,
        ),
        ("p/3381", "<p class=discontinued>This product has been discontinued. See others.</p>", Kind.GONE),
        ("p/3381", "<p class=product-unavailable>This item is no longer available.</p>", Kind.GONE),
        ("p/3381", "<p class=unavailable>This item is currently no longer available.</p>", Kind.SEARCH),
        ("p/3381", "<div class=message>Dieser Artikel wird nicht mehr hergestellt.</div>", Kind.GONE),
        ("p/3381", "<div class=message>Dieser Artikel ist derzeit nicht mehr lieferbar.</div>", Kind.SEARCH),
        ("p/3381", "<div class=message>This colour has been discontinued.</div>", Kind.SEARCH),
        ("p/3381", "<div class=message>The product was removed</div>", Kind.SEARCH),
        ("p/3381", "<p class=discontinued>The item has been discontinued</p><div class=alert>Sale!</div>", Kind.SEARCH),
        (
            "p/3381",
            f"<p class=discontinued>The item has been discontinued</p>{PRICE}<button>Buy</button>",
            Kind.PRODUCT,
        ),
        ("p/3381", "<p class=discontinued>The item TVE800 was discontinued</p>", Kind.SEARCH),
        ("p/3381", "<p class=discontinued>The item Arc-40 was discontinued</p>", Kind.SEARCH),
        ("p/arc-40-3381", "<p class=discontinued>The item Arc-40 was discontinued</p>", Kind.GONE),
        ("p/3381", "<div class=message>Dit product is uit het assortiment genomen.</div>", Kind.GONE),
        ("products/arc", "<p class=discontinued>The item has been discontinued</p>", Kind.SEARCH),
    ],
)
def test_a_notice_below_the_heading_of_goods(address: str, said: str, kind: Kind) -> None:
    page = read(f"<h1>{NAME}</h1>{said}<h2>Alternatives</h2>{cards()}", url=f"https://shop.example/{address}")
    assert page.kind is kind


THERE = {
    "a message below a heading of a kind, at an address with a number": (
        "<h1>Lamps</h1><div class=notice>This product is no longer available.</div>",
        "https://shop.example/products/lamps-300",
        None,
        Kind.SEARCH,
    ),
    "the data is of the page's own thing": ("<h2>This product is no longer available</h2>", URL, OWN, Kind.PRODUCT),
    "a search": ("<h2>This product is no longer available</h2>", "https://shop.example/s?q=lamp", None, Kind.SEARCH),
    "a category": ("<h2>This ad was removed</h2>", "https://shop.example/category/lamps", None, Kind.SEARCH),
    "a list with a heading": ("<h1>Lamps</h1><h2>Listing ended</h2>", "https://shop.example/lamps", None, Kind.SEARCH),
    "a list that tells of a cart": (
        "<div class=message>The item was removed</div>",
        "https://shop.example/lamps",
        None,
        Kind.SEARCH,
    ),
    **{
        said: (f"<div class=message>{said}</div>", f"https://shop.example/{path}", None, Kind.SEARCH)
        for path, said in (
            ("products/lamps", "Our summer offer has ended."),
            ("products/lamps", "The summer offer has expired."),
            ("products/lamps", "Unser Sommerangebot ist beendet."),
            ("lamps-c123456", "The item was removed."),
            ("lamps-c123456", "L'article a été supprimé."),
            ("products/lamps", "Your ad has been removed."),
            ("lamps-c123456", "Das Produkt wurde entfernt."),
        )
    },
    "a heading of a sale": (
        "<h2>Our summer offer has ended</h2>",
        "https://shop.example/products/lamps",
        None,
        Kind.SEARCH,
    ),
    **{
        said: (f"<h1>{said}</h1>", "https://shop.example/lamps", None, Kind.SEARCH)
        for said in (
            "Vind het juiste product uit ons assortiment",
            "Outlet producto descatalogado",
            "Outlet – producto descatalogado",
            "Liquidación de lámparas: | producto descatalogado",
            "Clearance – this product has been discontinued",
            "Outlet prodotto fuori catalogo",
            "Outlet produto fora de linha",
            "Wyprzedaż produkt wycofany z oferty",
            "Clearance – item discontinued",
            "Product lines discontinued",
        )
    },
    "a message over a heading": (
        f"<div class=notice>This offer has expired.</div><h1>{NAME}</h1><p id=price></p>",
        "https://shop.example/products/widget-pro-300",
        None,
        Kind.SEARCH,
    ),
    "a message below a heading": (
        "<h1>Lamps</h1><div class=notice>This product is no longer available.</div>",
        "https://shop.example/products/lamps",
        None,
        Kind.SEARCH,
    ),
    "one of two messages": (
        "<div class=notice>Free delivery</div><div class=message>This product is no longer available.</div>",
        "https://shop.example/lamps-c123456",
        None,
        Kind.SEARCH,
    ),
    "a message that is not shown": (
        '<div style="display: none"><p class="alert">The item was removed</p></div>',
        "https://shop.example/ad/2766611011-176-3355",
        None,
        Kind.SEARCH,
    ),
    "one card says it": (
        LI.format(10).replace("<h3>Other lamp 10", "<h3>This product is no longer available"),
        "https://shop.example/lamps",
        None,
        Kind.SEARCH,
    ),
    "it is asked for": (
        f"<h1>{NAME}</h1><div class=message>This offer has expired</div>{PRICE}<button>Add to cart</button>",
        URL,
        None,
        Kind.PRODUCT,
    ),
}


@pytest.mark.parametrize("name", THERE)
def test_a_notice_of_an_end_that_is_not_of_the_page(name: str) -> None:
    body, url, data, kind = THERE[name]
    page = read(f"{body}{cards()}", url=url, data=data)
    assert page.kind is kind
    assert page.listings
