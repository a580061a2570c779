"""Data that is of other goods than those of the page, or of another variant than the address chooses."""

import json

import pytest

from monitor.pages import Kind, read_page

BUY = "<button>Add to cart</button>"


def ld(name: str, brand: str = "", **offer: object) -> str:
    node = {
        "@type": "Product",
        "name": name,
        "brand": brand,
        "offers": {"@type": "Offer", "priceCurrency": "EUR"} | offer,
    }
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def price(*amounts: str) -> str:
    return "".join(f'<p class="price">{amount}</p>' for amount in amounts)


OAT = "https://shop.example/chair"
OF_THE_PAGE = f"""<link rel="canonical" href="{OAT}"><meta property="product:price:amount" content="219">
<meta property="product:price:currency" content="EUR">"""


@pytest.mark.parametrize(
    ("data", "address", "shown", "expected"),
    [
        (OF_THE_PAGE, "?sku=CH-OAT", "€ 249.00", "249.00"),
        (OF_THE_PAGE, "?attribute_pa_color=oat", "€ 249.00", "249.00"),
        (OF_THE_PAGE, "?variant=41", "€ 199.00", "199.00"),
        (OF_THE_PAGE, "?variant=41", "€ 249.00</p><p class=price>€ 219.00", "219"),
        (OF_THE_PAGE, "?variant=41", "€ 249.00</p><p class=price>€ 89.00", "219"),
        (OF_THE_PAGE, "?variant=41", "249.00", "219"),
        (OF_THE_PAGE, "?variant=41", "€ 39.00", "219"),
        (OF_THE_PAGE, "?attributes%5Bcolor%5D=oat", "€ 249.00", "249.00"),
        (OF_THE_PAGE, "?dwvar_4711_size=L", "€ 249.00", "249.00"),
        (OF_THE_PAGE, "?selectedVariant=41", "€ 249.00", "249.00"),
        (OF_THE_PAGE, "?super_attribute[93]=41", "€ 249.00", "249.00"),
        (OF_THE_PAGE, "?pagesize=48", "€ 184.03", "219"),
        (OF_THE_PAGE, "?utm_variation=b", "€ 184.03", "219"),
        (OF_THE_PAGE, "?color_mode=dark", "€ 184.03", "219"),
        (OF_THE_PAGE, "?variation_test=b&font-size=2", "€ 184.03", "219"),
        (OF_THE_PAGE, "?option=com_shop", "€ 184.03", "219"),
        (OF_THE_PAGE, "?from=mail", "€ 249.00", "219"),
        (OF_THE_PAGE, "", "€ 249.00", "219"),
        (OF_THE_PAGE.replace(OAT, f"{OAT}?sku=CH-OAT"), "?sku=CH-OAT", "€ 249.00", "219"),
        (OF_THE_PAGE.replace(OAT, "https://shop.example/p/9"), "?sku=CH-OAT", "€ 249.00", "219"),
        (ld("Chair", price="219.00", url=f"{OAT}?variant=41"), "?variant=41", "€ 249.00", "219.00"),
        (ld("Chair", price="219.00", url=OAT), "?variant=41", "€ 249.00", "249.00"),
    ],
)
def test_data_of_the_page_without_the_chosen_variant(data: str, address: str, shown: str, expected: str) -> None:
    page = read_page(f"<title>Chair</title><h1>Chair</h1>{data}{price(shown)}{BUY}", OAT + address)
    assert page.kind is Kind.PRODUCT
    assert [str(listing.price) for listing in page.listings] == [expected]


PAPER = ld("Baking paper", price="4.90", sku="BP-100")


@pytest.mark.parametrize(
    ("data", "shown", "expected"),
    [
        (PAPER, price("€ 89.00"), "89.00 Arden fryer Arden"),
        (
            ld("Arden pan", "Arden", price="29.00"),
            price("€ 89.00"),
            "89.00 Arden fryer Arden",
        ),
        (PAPER, price("€ 1.20"), "4.90 Baking paper Arden"),
        (PAPER, price("€ 1.20") + "<h3>Baking paper</h3>", "1.20 Arden fryer Arden"),
        (PAPER, price("€ 1.20") + "<div><a href=/p/2-paper><h4>Baking paper</h4></a></div>", "1.20 Arden fryer Arden"),
        (
            ld("Fritteuse", price="89.00"),
            "<nav class=breadcrumb><a href=/f>Fritteuse</a></nav>" + price("€ 79.00"),
            "89.00 Fritteuse Arden",
        ),
        (
            ld("Fritteuse", price="89.00"),
            "<div class=breadcrumbs><h4>Fritteuse</h4></div>" + price("€ 79.00"),
            "89.00 Fritteuse Arden",
        ),
        (ld("Fritteuse", price="89.00"), price("€ 79.00") + "<p>Art: Fritteuse</p>", "89.00 Fritteuse Arden"),
        (
            ld("Fritteuse", price="89.00"),
            price("€ 79.00") + "<p>In: <a href=/c/f>Fritteuse</a></p>",
            "89.00 Fritteuse Arden",
        ),
        (PAPER, price("€ 4.90"), "4.90 Baking paper Arden"),
        (PAPER, price("€ 89.00", "€ 4.90"), "4.90 Baking paper Arden"),
        (PAPER, price("€ 89.00") + "<p>BP-100</p>", "4.90 Baking paper Arden"),
        (PAPER, price("Call us"), "4.90 Baking paper Arden"),
        (ld("Deep fryer", price="4.90"), price("€ 89.00"), "4.90 Deep fryer Arden"),
        (ld("Friteuse", price="89.00"), price("€ 89.00"), "89.00 Friteuse Arden"),
        (ld("Fritteuse", price="4.90", url="/p/1-fryer"), price("€ 89.00"), "4.90 Fritteuse Arden"),
    ],
)
def test_data_of_other_goods(data: str, shown: str, expected: str) -> None:
    body = f"<p class=brand>Arden</p>{data}{shown}"
    address = "https://shop.example/p/1-fryer"
    (listing,) = read_page(
        f'<title>Arden fryer</title><link rel=canonical href="{address}"><h1>Arden fryer</h1>{body}{BUY}', address
    ).listings
    assert f"{listing.price} {listing.title} {listing.brand}" == expected


def test_a_second_heading_right_below_the_first_is_of_the_same_goods() -> None:
    body = f"<h1>Arden fryer</h1><h2>Fritteuse</h2>{ld('Fritteuse', price='89.00')}{price('€ 79.00')}{BUY}"
    (listing,) = read_page(f"<title>Arden fryer</title>{body}", "https://shop.example/p/1-fryer").listings
    assert f"{listing.price} {listing.title}" == "89.00 Fritteuse"


def test_variants_that_are_named_by_their_colour_alone_stay() -> None:
    variants = [
        {"@type": "Product", "name": name, "offers": {"@type": "Offer", "price": amount, "priceCurrency": "EUR"}}
        for name, amount in (("Oat", "500.00"), ("Graphite", "1290.00"))
    ]
    group = {"@type": "ProductGroup", "name": "Arden fryer", "brand": "Arden", "hasVariant": variants}
    data = f'<script type="application/ld+json">{json.dumps(group)}</script>'
    body = f"<h1>Arden fryer 40</h1>{data}{price('€ 1290.00')}<p>Graphite</p>{BUY}"
    page = read_page(f"<title>Arden fryer 40</title>{body}", "https://shop.example/p/1-fryer")
    assert {(str(listing.price), listing.title, listing.brand) for listing in page.listings} == {
        ("500.00", "Oat", "Arden"),
        ("1290.00", "Graphite", "Arden"),
    }
