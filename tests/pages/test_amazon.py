"""Prices on Amazon's pages: a range is a range, and the price of an ounce or 100 ml beside the price is none."""

from decimal import Decimal

import pytest

from monitor.pages import Kind, Page, read_page

URL = "https://www.amazon.de/dp/B0ABCDEFGH"


def amount(text: str, classes: str = "a-price", aloud: bool = True) -> str:
    """An amount as these pages write it: once for screen readers, once in pieces for the eye."""
    units, _, cents = text.strip("€ ").partition(",")
    eye = f'<span class="a-price-whole">{units}<span class="a-price-decimal">,</span></span>'
    eye += f'<span class="a-price-fraction">{cents}</span><span class="a-price-symbol">€</span>'
    said = f'<span class="a-offscreen">{text if aloud else " "}</span>'
    return f'<span class="{classes}" data-a-size="xl">{said}<span aria-hidden="true">{eye}</span></span>'


RANGE = f'<span class="a-price-range">{amount("12,00 €")}<span class="a-price-dash">-</span>{amount("29,00 €")}</span>'
OF_A_UNIT = f'<span class="a-size-mini pricePerUnit">({amount("99,80 €", "a-price a-text-price")} / 100 ml)</span>'
PLAIN_OF_A_UNIT = f'<span class="a-size-mini pricePerUnit">({amount("99,80 €")} / 100 ml)</span>'
NAMELESS_OF_A_UNIT = f'<span class="a-size-mini">({amount("99,80 €")} / 100 ml)</span>'
PAYS = amount("49,90 €", "a-price priceToPay")
BOXES = [
    ("a range", f'<div id="corePrice_feature_div">{RANGE}</div>', "12.00", "29.00"),
    (
        "a range, then a saving",
        f'<div id="corePriceDisplay_desktop_feature_div">{RANGE} <i>-20%</i></div>',
        "12.00",
        "29.00",
    ),
    ("a range on an older page", '<span id="priceblock_ourprice">EUR 12,00 - EUR 29,00</span>', "12.00", "29.00"),
    ("a range of deals", '<span id="priceblock_saleprice">12,00 € - 29,00 €</span>', "12.00", "29.00"),
    ("behind the price", f'<div id="corePrice_feature_div">{PAYS} {OF_A_UNIT}</div>', "49.90", ""),
    ("before the price", f'<div id="corePrice_feature_div">{OF_A_UNIT} {PAYS}</div>', "49.90", ""),
    ("plain, behind", f'<div id="corePrice_feature_div">{PAYS} {PLAIN_OF_A_UNIT}</div>', "49.90", ""),
    ("plain, before", f'<div id="corePrice_feature_div">{PLAIN_OF_A_UNIT} {PAYS}</div>', "49.90", ""),
    ("without a name, before", f'<div id="corePrice_feature_div">{NAMELESS_OF_A_UNIT} {PAYS}</div>', "49.90", ""),
    ("alone", f'<div id="corePrice_feature_div">{PLAIN_OF_A_UNIT}</div>', "", ""),
    (
        "on an older page",
        '<span id="priceblock_ourprice">8,33 €</span> <span class="a-color-price">(36,22 € / kg)</span>',
        "8.33",
        "",
    ),
    ("in the text of the price", '<span id="priceblock_ourprice">8,33 € (36,22 € / kg)</span>', "8.33", ""),
    (
        "nothing is read aloud",
        f'<div id="corePriceDisplay_desktop_feature_div">{amount("49,90 €", "a-price priceToPay", aloud=False)} {OF_A_UNIT}</div>',
        "49.90",
        "",
    ),
]


def bought(box: str) -> Page:
    button = '<div id="availability">Auf Lager</div><input type="submit" id="add-to-cart-button" value="In den Einkaufswagen">'
    return read_page(f'<h1><span id="productTitle">Aurelia Parfum</span></h1>{box}{button}', URL)


@pytest.mark.parametrize(("box", "price", "price_to"), [row[1:] for row in BOXES], ids=[row[0] for row in BOXES])
def test_the_price_is_that_of_the_offer(box: str, price: str, price_to: str) -> None:
    page = bought(box)
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert listing.price == (Decimal(price) if price else None)
    assert listing.attributes.get("price_to", "") == price_to
    assert listing.currency == ("EUR" if price else "")


@pytest.mark.parametrize(
    ("shown", "price", "price_to"),
    [
        (f"{PAYS} {OF_A_UNIT}", "49.90", ""),
        (f'{PAYS} <span class="a-size-base a-color-secondary">(99,80 €/100 ml)</span>', "49.90", ""),
        (f"{PLAIN_OF_A_UNIT} {PAYS}", "49.90", ""),
        (RANGE, "12.00", "29.00"),
    ],
)
def test_so_it_is_on_cards(shown: str, price: str, price_to: str) -> None:
    cards = "".join(
        f'<div data-component-type="s-search-result" data-asin="B0ABCDEFG{n}"><h2><a href="/x/dp/B0ABCDEFG{n}">'
        f"Aurelia Parfum {n}</a></h2>{shown}</div>"
        for n in range(3)
    )
    page = read_page(cards, "https://www.amazon.de/s?k=aurelia")
    assert page.kind is Kind.SEARCH
    for listing in page.listings:
        assert listing.price == Decimal(price)
        assert listing.attributes.get("price_to", "") == price_to


def test_so_it_is_in_a_list_of_offers() -> None:
    offers = "".join(
        f'<div id="aod-offer"><div id="aod-offer-heading">Neu</div>{PLAIN_OF_A_UNIT} {amount(f"4{n},90 €")}'
        f'<div id="aod-offer-soldBy"><a href="/gp/aag/main?seller=A1B2C3D4E5F6G{n}">Clock House {n}</a></div></div>'
        for n in range(2)
    )
    page = read_page(f'<h1 id="productTitle">Aurelia Parfum</h1>{offers}', URL)
    assert [listing.price for listing in page.listings] == [Decimal("40.90"), Decimal("41.90")]
