"""Pages whose data names one thing and no price, beside cards of others: what these cost is not asked for it."""

import pytest

from monitor.pages import Kind, read_page

NAMED = '<script type="application/ld+json">{"@type": "Product", "name": "Aurelia Arc 40"}</script>'
CARD = """<div class="tile"><a class="title" href="/{0}.html">Other lamp {0}</a><div class="price">€ {1}.00</div>
<button>To the goods</button></div>"""
OTHERS = f"<h3>Do you know these?</h3><div>{''.join(CARD.format(f'lamp-{n}', n) for n in (49, 59, 69))}</div>"
VARIANTS = "".join(CARD.format(name, price) for name, price in (("arc", 79), ("arc-brass", 89), ("arc-oak", 99)))
BUY = "<button>Add to cart</button>"


@pytest.mark.parametrize(
    ("own", "beside", "expected"),
    [
        ("", OTHERS, "None"),
        ('<p class="price">from € 129.00</p>', OTHERS, "None"),
        ('<input type="hidden" name="price" value="129.00">', OTHERS, "None"),
        ('<p class="price">€ 129.00</p>', OTHERS, "129.00"),
        ("<p><b>€ 129.00</b></p>", OTHERS, "129.00"),
        ("", f"<div>{VARIANTS}</div>", "79.00"),
    ],
)
def test_what_cards_of_others_cost_is_not_asked(own: str, beside: str, expected: str) -> None:
    page = read_page(
        f"<title>Aurelia Arc 40</title>{NAMED}<div><h1>Aurelia Arc 40</h1>{own}{BUY}</div>{beside}",
        "https://shop.example/arc.html",
    )
    assert page.kind is Kind.PRODUCT
    assert [str(listing.price) for listing in page.listings] == [expected]


def test_a_price_of_nothing_in_the_data_is_none() -> None:
    free = NAMED.replace('40"}', '40", "offers": {"@type": "Offer", "price": "0.00", "priceCurrency": "EUR"}}')
    page = read_page(
        f"<title>Aurelia Arc 40</title>{free}<div><h1>Aurelia Arc 40</h1>{BUY}</div>{OTHERS}",
        "https://shop.example/arc.html",
    )
    assert [listing.price for listing in page.listings] == [None]
