"""Headings beside the site's own sign, and boxes of prices that hold what is not shown."""

import pytest

from monitor.pages import Kind, read_page

URL = "https://shop.example/goods/lamp.html"
ARC = "Aurelia Arc 40 floor lamp"
H1 = f"<h1>{ARC}</h1>"
BUY = "<button>Add to cart</button>"
READ = {
    "a heading behind the site's sign in a language": (
        f"{ARC} - Example",
        f"""<h1><a href="/en/">Example</a></h1>{H1}<span class="price">$84.50</span>{BUY}""",
        f"price=84.50|title={ARC}",
    ),
    "a heading behind the site's sign without a link": (
        f"{ARC} - Example",
        f"""<header><h1 class="logo">Example</h1></header>{H1}<span class="price">$84.50</span>{BUY}""",
        f"price=84.50|title={ARC}",
    ),
    "a heading at the head of the goods, and one of a part": (
        f"{ARC} - Example",
        f"""<section><header>{H1}</header><span class="price">$84.50</span>{BUY}</section><h1>Example reviews</h1>""",
        f"price=84.50|title={ARC}",
    ),
    "a longer heading of others, the title names neither": (
        "Shop.example",
        f"""{H1}<span class="price">$84.50</span>{BUY}<h1>Customers who bought this floor lamp also bought</h1>""",
        f"price=84.50|title={ARC}",
    ),
    "the shop's longer heading outside of a head, behind the goods in the title": (
        f"{ARC} - The great example of a shop for lamps",
        f"""<h1>The great example of a shop for lamps</h1>{H1}<span class="price">$84.50</span>{BUY}""",
        f"price=84.50|title={ARC}",
    ),
    "the shop's longer heading before the goods in the title": (
        f"The great example of a shop - {ARC} lamp",
        f"""<h1>The great example of a shop</h1><h1>{ARC} lamp</h1><span class="price">$84.50</span>{BUY}""",
        f"price=84.50|title={ARC} lamp",
    ),
    "a heading of the brand alone before that of the goods": (
        f"{ARC} - Example",
        f"""<h1>Aurelia</h1>{H1}<span class="price">$84.50</span>{BUY}""",
        f"price=84.50|title={ARC}",
    ),
    "a heading in a part of an element": (
        f"Example - {ARC}",
        f"""<div class="product-title"><span>{ARC}</span><div><i>-19%</i></div></div><b class="price">€ 79.90</b>{BUY}""",
        f"price=79.90|title={ARC}",
    ),
    "a word of a price of before, hidden where there is none": (
        f"{ARC} - Example",
        f"""{H1}<div class="product-price"><div style="display: none;"><span>Was:</span> <s></s></div><p hidden>RRP</p>
        <span>$84.50</span></div>{BUY}""",
        "price=84.50|list_price=",
    ),
    "a box that its system names after taxes": (
        f"{ARC} - Example",
        f"""{H1}<span class="price-container price-final_price tax weee"><span class="price">$84.50</span></span>
        <div class="price-tax">$6.50</div>{BUY}""",
        "price=84.50",
    ),
    "the amount of tax beside the button": (
        f"{ARC} - Example",
        f"""{H1}<div class="product-price"><div class="salesPrice">Sales price: <b>$84.50</b></div><div class="taxAmount">Tax
        amount: <b>$6.50</b></div><div class="vat-amount"><b>$6.50</b></div></div>{BUY}""",
        "price=84.50",
    ),
    "a discounted price beside that without the discount, and steps by quantity": (
        f"{ARC} - Example",
        f"""{H1}<div class="prices"><div class="non-discounted-price"><i>Price:</i> <b>$99.00</b></div><div
        class="product-price discounted-price"><i>Price with discount:</i> <b>$84.50</b></div></div>{BUY}
        <table><tr><td>Quantity</td><td>5+</td></tr><tr><td>Price</td><td class="item-price">$79.00</td></tr></table>""",
        "price=84.50|list_price=99.00",
    ),
    "a box of a discount that holds it and the price of before": (
        f"{ARC} - Example",
        f"""{H1}<div class="product-discount-price"><span class="regular-price">$99.00</span> <span class="discount-amount">
        (Save $14.50)</span></div><div class="product-price">$84.50</div><span class="discount">$14.50</span>{BUY}""",
        "price=84.50|list_price=99.00",
    ),
    "a price of now whose element also says that it is reduced": (
        f"{ARC} - Example",
        f"""{H1}<div class="price-current discount">$84.50</div><div class="price-old">$99.00</div><div class="price
        discount">$14.50</div>{BUY}""",
        "price=84.50|list_price=99.00",
    ),
    "prices of quantities": (
        f"{ARC} - Example",
        f"""{H1}<p class="product-price">$84.50</p><table><tr><td class="non-discounted-price">2+</td><td
        class="discounted-price">$80.00</td></tr><tr><td>5+</td><td class="discounted-price">$76.00</td></tr></table>{BUY}""",
        "price=84.50",
    ),
    "goods beside, a code, a fee and savings, all named as discounted": (
        f"{ARC} - Example",
        f"""{H1}<p class="product-price">$84.50</p><div>Add case <span class="price discounted-price">$12.00</span></div>
        <div>SAVE10 <span class="discounted-price">$76.05</span></div><label>Express</label><span class="price
        discounted">$2.99</span><div class="price-discounted-amount">$14.50</div>{BUY}""",
        "price=84.50",
    ),
    "savings beside the price without them": (
        f"{ARC} - Example",
        f"""{H1}<div><span class="undiscounted-price">$99.00</span> <span class="price">$84.50</span> <span
        class="price-discounted-amount">$14.50</span> <span class="current-price discount-value">$14.50</span></div>{BUY}""",
        "price=84.50",
    ),
    "prices that are hidden in a mode of those who buy": (
        f"{ARC} - Example",
        f"""{H1}<div><span class="price">$84.50</span> <span class="price b2b-mode-hidden">$71.00</span> <span
        class="price subscription_mode_hidden">$76.05</span> <span class="price tablet-hidden">$1.20</span></div>{BUY}""",
        "price=84.50",
    ),
    "a price that is hidden while the page is edited": (
        f"{ARC} - Example",
        f"""{H1}<div><span class="price design-mode-hidden">$84.50</span> <span class="price b2b-mode-hidden">$71.00</span>
        </div>{BUY}""",
        "price=84.50",
    ),
    "a button whose value says what it does": (
        f"{ARC} - Example",
        f"""{H1}<p class="price">$84.50</p><form><button name="action" value="add-to-cart">+</button></form>""",
        "price=84.50|availability=in_stock",
    ),
    "a button that is a picture": (
        f"{ARC} - Example",
        f"""<form><input type="image" src="/go.gif" alt="Search"></form>{H1}<h2 id="productPrices">$84.50</h2><form><input
        type="image" src="/buy.gif" alt="Add to cart" title=" Add to cart "></form>""",
        "price=84.50|availability=in_stock",
    ),
    "a price that a script will show": (
        f"{ARC} - Example",
        f"""{H1}<div class="product-price"><span style="display:none">$84.50</span></div>{BUY}""",
        "price=84.50",
    ),
    "a heading behind the site's sign, both in the title": (
        f"{ARC} - Example",
        f"""<h1><a href="/">Example</a></h1>{H1}<span class="price">$84.50</span>{BUY}""",
        f"price=84.50|title={ARC}",
    ),
}


@pytest.mark.parametrize("name", READ)
def test_what_is_read(name: str) -> None:
    title, body, expected = READ[name]
    page = read_page(f"<title>{title}</title><body>{body}</body>", URL)
    assert page.kind is Kind.PRODUCT
    wanted = dict(entry.split("=") for entry in expected.split("|"))
    assert {field: str(getattr(page.listings[0], field) or "") for field in wanted} == wanted


@pytest.mark.parametrize(
    ("box", "price"),
    [
        ("1290,00 € <span hidden>90,00 €</span>", "1290.00"),
        ("1 290,00 € <span hidden>290,00 €</span>", "1290.00"),
        ("899 € <i hidden>9 €</i>", "899"),
        ("€ 129 <i hidden>12</i>", "129"),
        ("€ 129 <b>per <i hidden>12</i> pair</b>", "129"),
        ("<b>1.129,00 €</b><span style='display:none'>129,00 €</span>", "1129.00"),
        ("€ 899.99 <s>99.99</s>", "899.99"),
        ("<i hidden>1</i> 1290,00 €", "1290.00"),
        ("€ 89<sup>12</sup> <i hidden>9</i>", "89.12"),
        ("1290,00 € <i class='old-price'>90,00 €</i>", "1290.00"),
        ("<i class='old-price'>1.290,00 €</i> 290,00 €", "290.00"),
        ("<i hidden>90,00 €</i>", "90.00"),
        ("<b class='css_editable_mode_hidden'>90,00 €<s class='d-none'>90,00 €</s></b>", "90.00"),
        ("<b class='mobile-hidden'>90,00 €</b>", "90.00"),
        ("<b>90,00 €</b> <i>(107,10 € inkl. MwSt.)</i>", "107.10"),
        ("<b>90,00 €</b> <i>(107,10 € inkl. Lampe)</i>", "90.00"),
    ],
)
def test_what_a_box_hides_is_cut_where_it_stands(box: str, price: str) -> None:
    (listing,) = read_page(f"<title>{ARC}</title>{H1}<div class=price>{box}</div>{BUY}", URL).listings
    assert str(listing.price) == price


@pytest.mark.parametrize(
    "name", ["inc_vat_amount", "incVatAmount", "priceInclVatAmount", "price_incl_tax_amount", "price-inkl-vat-amount",
             "price including_tax_amount", "price gross-vat-amount"]
)  # fmt: skip
def test_an_element_named_as_with_tax_is_the_price(name: str) -> None:
    body = f"""{H1}<div class="{name}">$84.50</div><div class="price-vat-amount">$6.50</div><div
    class="price excl_vat_amount">$78.00</div>{BUY}"""
    (listing,) = read_page(f"<title>{ARC}</title><body>{body}</body>", URL).listings
    assert str(listing.price) == "84.50"
