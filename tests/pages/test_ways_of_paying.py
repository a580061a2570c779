"""A price for those who pay in one way (Pix, boleto, a transfer) beside the one for everybody."""

import pytest

from monitor.pages import Kind, read_page
from monitor.pages.money import read_price

BUY = "<button>Comprar</button>"
PAGES = {
    "words behind each": (
        "br",
        '<p class="price">R$ 949,05 no Pix</p><p class="price">R$ 999,00 em até 10x de R$ 99,90 sem juros</p>',
        "999.00 949.05",
    ),
    "in elements of their own, the one for all named as one of before": (
        "br",
        """<h4 class="finalPrice">R$ 949,05</h4><span>À vista no PIX com até 5% OFF</span><b class="regularPrice">R$ 999,00
        </b><span>Em até 10x de R$ 99,90 no cartão</span>""",
        "999.00 949.05",
    ),
    "named so": (
        "br",
        """<del>R$ 1.199,00</del><span class="price">R$ 999,00</span><span class="pix-price">R$ 949,05</span>""",
        "999.00 949.05",
    ),
    "boleto": ("br", '<p class="price">R$ 999,00</p><p class="price">R$ 899,10 à vista no boleto</p>', "999.00 899.10"),
    "a transfer": (
        "ar",
        '<p class="price">$ 90.000 con transferencia</p><p class="price">$ 100.000</p>',
        "100000 90000",
    ),
    "plain texts": ("br", "<p>R$ 949,05 no Pix</p><p>R$ 999,00</p>", "999.00 None"),
    "a name that only holds the letters": (
        "br",
        '<p class="pixel-price">R$ 949,05</p><p class="price">R$ 999,00</p>',
        "999.00 None",
    ),
    "alone": ("br", '<p class="price">R$ 949,05 no Pix</p>', "949.05 None"),
    "struck through beside it": ("br", '<p class="price"><s>R$ 999,00</s> R$ 949,05 no Pix</p>', "949.05 None"),
    "paid at once, in any way": ("br", '<p class="price">R$ 999,00 à vista</p>', "999.00 None"),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_everybody_pays_is_the_price(name: str) -> None:
    country, body, expected = PAGES[name]
    page = read_page(f"<title>Arc</title><h1>Arc</h1>{body}{BUY}", f"https://loja.example.com.{country}/produto/arc")
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert f"{listing.price} {listing.attributes.get('price_by_one_means')}" == expected


def test_a_card_of_a_list_with_both() -> None:
    card = """<li class="product"><a href="/produto/{0}"><h3>Arc {0}</h3></a><p class="price">R$ 949,05 no Pix</p>
    <p class="price">R$ 999,00</p></li>"""
    cards = "".join(card.format(n) for n in range(10_000, 10_006))
    page = read_page(f"<title>Arc</title><h1>Arcs</h1><ul>{cards}</ul>", "https://loja.example.com.br/busca")
    assert {str(listing.price) for listing in page.listings} == {"999.00"}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("R$ 999,00 ou R$ 949,05 no Pix", "999.00"),
        ("R$ 949,05 no Pix ou R$ 999,00 no cartão", "999.00"),
        ("De R$ 1.199,00 por R$ 949,05 no Pix", "949.05"),
        ("Pix: R$ 949,05", "949.05"),
    ],
)
def test_one_way_in_a_text(text: str, amount: str) -> None:
    assert str(read_price(text).amount) == amount
