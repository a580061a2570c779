"""What goods cost before, where no name of an element tells it."""

import pytest

from monitor.pages import read_page

URL = "https://shop.example/goods/lamp.html"
H1, BUY = "<h1>Aurelia Arc 40 floor lamp</h1>", "<button>Add to cart</button>"
NOW = '<span class="price">€ 80.00</span>'

BEFORE = {
    "struck through beside it": (f"<div>{NOW}<div>List <s>€ 99.50</s></div></div>", "99.50"),
    "struck through without a sign": (f"<div>{NOW}<p>Adviesprijs <del>99,50</del></p></div>", "99.50"),
    "cents in an element of their own": (f"<div><p>PRP <s>199<sup>,99</sup> €</s></p>{NOW}</div>", "199.99"),
    "by a class of a style sheet": (f'<div>{NOW}<span class="text-sm line-through">€ 99.50</span></div>', "99.50"),
    "by a style": (f'<div>{NOW}<p style="text-decoration:line-through">€ 99.50</p></div>', "99.50"),
    "by an element of a theme": (
        f"<price-list>{NOW}<compare-at-price>Regular price€ 99.50</compare-at-price></price-list>",
        "99.50",
    ),
    "a share off": (f"<div>{NOW}</div><div>€ 100.00</div><div>-20%</div>", "100.00"),
    "a share off, rounded": (f"<div>{NOW}</div><div>€ 119.00</div><div>33% off</div>", "119.00"),
    "a share off, cut": (f"<div>{NOW}</div><div>€ 119.00</div><div>(32 % gespart)</div>", "119.00"),
    "a row of a table": (f"<div>{NOW}</div><table><tr><td>UVP</td><td>99,50 €</td></tr></table>", "99.50"),
    "the words of a Japanese shop": (
        '<span class="price">8,000円</span><dl><dt>メーカー希望小売価格</dt><dd>12,000円</dd></dl>',
        "12000",
    ),
}
NONE = {
    "the share of another amount": f"<div>{NOW}</div><div>€ 120.00</div><div>-20%</div>",
    "a tax": f"<div>{NOW}</div><div>€ 100.00</div><div>20% VAT</div>",
    "points": f"<div>{NOW}</div><div>€ 100.00</div><div>20% ポイント還元</div>",
    "no amount beside the share": f"<div>{NOW}</div><div>-20%</div>",
    "a size": f"<div>{NOW}</div><div>100 cm</div><div>-20%</div>",
    "shipping that is let off": f"<div>{NOW}</div><div>Delivery <s>€ 4.00</s> free</div>",
    "struck through far from it": f"<div>{NOW}<p>{'We send within a day. ' * 20}</p><s>€ 99.50</s></div>",
    "another product, struck through": f"<div>{NOW}<a href='/product/stool-771234'>Stool <s>€ 99.50</s></a></div>",
    "a row without a sign": f"<div>{NOW}</div><table><tr><td>List price</td><td>990</td></tr></table>",
}


@pytest.mark.parametrize("name", BEFORE)
def test_what_it_cost_before(name: str) -> None:
    body, before = BEFORE[name]
    (listing,) = read_page(f"<title>Shop</title>{H1}{body}{BUY}", URL).listings
    assert (listing.price, str(listing.list_price)) == (8000 if "円" in body else 80, before)


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_price_of_before(name: str) -> None:
    (listing,) = read_page(f"<title>Shop</title>{H1}{NONE[name]}{BUY}", URL).listings
    assert (listing.price, listing.list_price) == (80, None)
