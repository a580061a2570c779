"""Prices of 100 g, for members and for those with a card, beside what everybody pays for the goods: written by hand."""

import pytest

from monitor.pages import Kind, read_page

READ = {
    "a unit in brackets beside a total": (
        "kr",
        """<h2>Arc</h2><div class="price"><div class="sale-price"><span class="total-price"><b>19,900<span class="price-unit">원
        </span></b></span><span class="unit-price">(100g당 1,327원)</span></div><div class="coupon-price"><span
        class="total-price">17,900<span class="price-unit">원</span></span><span>멤버십 회원 전용가</span></div></div>
        <button>장바구니</button>""",
        "19900 KRW",
    ),
    "a unit before the price": (
        "de",
        """<p class="price">1 kg = 25,80 €</p><p class="price">12,90 €</p><button>In den Warenkorb</button>""",
        "12.90 EUR",
    ),
    "a unit in a line of its own, set first": (
        "jp",
        """<div class="price"><span>100gあたり132円</span></div><div class="price"><b>1,980</b>円</div>
        <button>カートに入れる</button>""",
        "1980 JPY",
    ),
    "a unit in words": (
        "cz",
        """<span class="price">Cena za 1 kg: 398 Kč</span><span class="price">199 Kč</span><button>Do košíku</button>""",
        "199 CZK",
    ),
    "goods sold by the kilo, in a pack": (
        "ru",
        """<p class="price">990 ₽ за 500 г</p><button>В корзину</button>""",
        "990 RUB",
    ),
    "members first, named so": (
        "se",
        """<div class="text-price-member">1 304 kr</div><div class="text-price">1 449 kr</div><button>Lägg i korg</button>""",
        "1449 SEK",
    ),
    "members first, said so": (
        "fi",
        """<p class="hinta">Jäsenhinta 12,90 €</p><p class="hinta">14,90 €</p><button>Lisää ostoskoriin</button>""",
        "14.90 EUR",
    ),
    "a card behind the price, in an element of its own": (
        "ru",
        """<button><span><i>17 290 ₽</i><span>c Лукошко Картой</span></span></button><div><div><span>18 990 ₽</span></div>
        <span>без Лукошко Карты</span></div><button>В корзину</button>""",
        "18990 RUB",
    ),
    "a card behind a price that is named so": (
        "cl",
        """<div><span class="price">$199.990</span><small>con tarjeta Andina</small></div>
        <div><span class="price">$249.990</span></div><button>Agregar al carro</button>""",
        "249990 CLP",
    ),
    "a card before the price": (
        "uk",
        """<p class="price">£3.00</p><p class="price">Clubcard Price £2.50</p><button>Add to basket</button>""",
        "3.00 GBP",
    ),
    "what is without tax, in one line with the price": (
        "cz",
        """<div class="price-box"><span>Cena pro členy 1 899 Kč</span> <span>1 999 Kč</span> <span>bez DPH 1 652 Kč</span></div>
        <button>Do košíku</button>""",
        "1999 CZK",
    ),
    "a subscription behind the price of each delivery, and what is bought once": (
        "uk",
        """<p class="price">£45 with Subscribe &amp; Save, or £60 once</p><button>Add to basket</button>""",
        "60 GBP",
    ),
    "a subscription that the goods may have too": (
        "uk",
        """<p class="price">£45 with Subscribe &amp; Save option</p><button>Add to basket</button>""",
        "45 GBP",
    ),
    "a label that ends the box": (
        "cn",
        """<div><span class="price">￥ 38.00</span></div><div><span class="price">￥36.10</span><span>PLUS会员专享价</span></div>
        <button>加入购物车</button>""",
        "38.00 CNY",
    ),
    "a label of the next box": (
        "tr",
        """<div><span class="price">649,99 TL</span></div><div><span>Kuponla</span> <span>599,99 TL</span></div>
        <button>Sepete Ekle</button>""",
        "649.99 TRY",
    ),
    "öre": (
        "se",
        """<div class="price">Medlemspris 39:90</div><div class="price">52:90</div><button>Köp</button>""",
        "52.90 SEK",
    ),
    "a model's scale beside its price": (
        "de",
        """<p class="price-box">Herpa LKW 1:87 - 39,00 €</p><button>In den Warenkorb</button>""",
        "39.00 EUR",
    ),
    "a number with a colon where no öre are": (
        "de",
        """<p class="price-name">Psalm 118:90</p><p class="price">12,00 €</p><button>In den Warenkorb</button>""",
        "12.00 EUR",
    ),
    "dollars of another country": (
        "tw",
        """<p class="price">售價US$20.00</p><button>加入購物車</button>""",
        "20.00 USD",
    ),
    "a camera with a card": (
        "ru",
        """<span class="price">29 990 ₽</span><div><span class="price">18 990 ₽</span><span>с картой памяти</span></div>
        <button>В корзину</button>""",
        "18990 RUB",
    ),
    "a way of paying": (
        "de",
        """<p class="price">14,90 €</p><div><span class="price">12,90 €</span> <span>mit Kreditkarte oder Rechnung</span></div>
        <button>In den Warenkorb</button>""",
        "12.90 EUR",
    ),
    "a heading of the next price": (
        "uk",
        """<div><span class="price">£3.00</span><span>with Clubcard:</span><span class="price">£2.50</span></div>
        <button>Add to basket</button>""",
        "3.00 GBP",
    ),
}


@pytest.mark.parametrize("name", READ)
def test_what_everybody_pays_for_the_goods(name: str) -> None:
    country, body, expected = READ[name]
    host = f"www.example.{'co.' if country in ('uk', 'kr', 'jp') else ''}{country}"
    page = read_page(f"<title>Arc</title><h1>Arc</h1>{body}", f"https://{host}/p/arc-1234567")
    assert page.kind is Kind.PRODUCT
    (listing,) = page.listings
    assert f"{listing.price} {listing.currency}" == expected


BUYS = {"de": "In den Warenkorb", "fr": "Ajouter au panier", "es": "Añadir al carrito", "ru": "В корзину"}
TWO = '<p class="price">je kg 19,90 €</p><p class="price">je kg 24,90 €</p>'


@pytest.mark.parametrize(
    ("country", "body", "buttons", "expected"),
    [
        ("de", '<p class="price">je 100 g: 5,90 €</p>', 1, "product None"),
        ("de", '<p class="price">Preis je kg 19,90 €</p>', 2, "product None"),
        ("de", "<p>Preis je kg 19,90 €</p>", 1, "product None"),
        ("de", '<p class="price">100,00 € Kundenkarte</p>', 1, "product None"),
        ("fr", '<p class="price">par kg 12,90 €</p>', 1, "product None"),
        ("ru", '<p class="price">за кг 500 ₽</p>', 1, "product None"),
        ("es", '<p class="price">500 € con tarjeta Andina</p>', 1, "product None"),
        ("es", '<p class="price">500 € con tarjeta Asus</p>', 1, "product 500"),
        ("es", '<p class="price">500 € con la tarjeta RTX</p>', 1, "product 500"),
        ("fr", '<p class="price">500 € avec la carte RTX</p>', 1, "product 500"),
        ("fr", '<p class="price">500 € avec la carte Radeon</p>', 1, "product 500"),
        ("de", '<p class="price">je 100 g: 5,90 €</p>', 0, "other"),
        ("de", '<p class="price">je kg 19,90 €</p>', 3, "other"),
        ("de", TWO, 2, "other"),
        ("de", '<p class="price">Versandkosten 5,90 €</p>', 1, "other"),
        ("de", '<p class="price">Sie sparen 5,90 €</p>', 1, "other"),
    ],
)
def test_the_only_amount_is_not_of_the_goods_for_all(country: str, body: str, buttons: int, expected: str) -> None:
    page = f"<title>Arc</title><h1>Arc</h1>{body}{f'<button>{BUYS[country]}</button>' * buttons}"
    read = read_page(page, f"https://www.example.{country}/p/arc-1234567")
    assert " ".join([read.kind, *(str(listing.price) for listing in read.listings)]) == expected
