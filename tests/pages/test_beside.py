"""What the words beside an amount say of it."""

from decimal import Decimal

import pytest

from monitor.pages import Page, read_page
from monitor.pages.beside import Role
from monitor.pages.money import LOWEST, STARTS, read_price

ASIDE = """
    Shipping: £5.00 | £4.99 delivery | zzgl. Versand 4,90 € | 送料 800円 | 배송비 3,000원 | Deposit £50.00 | Sample price £1.00
    £300.00 with trade-in | £100.00 ex VAT | Ex Tax: £90.00 | 100,00 € zzgl. 19 % MwSt. | 378,15 € netto | £5.00 per 100ml
    9,90 € / 100 ml | You save £100.00 | Save up to £20 | £40 off | -£20 | Gift wrap £3.00 | 2 year warranty £39.99
    or 12 x £41.67 | ou 12x de R$ 100,00 sem juros | or 4 interest-free payments of £125.00 | 6 cuotas de $ 20.000
    £37.50/mo | AED 125.00/month | 月供¥106.67 | dont 0,50 € d'éco-participation | Club price £450 | Trade price £350
    Niedrigster Preis der letzten 30 Tage: 99,00 € | Najniższa cena z 30 dni przed obniżką: 199,00 zł
    £7.50 each when you buy 10+ | 10+ £450.00 | ab 5 Stück 9,99 € | 3 for £30 | £400 with code AUR20 | Shipping £5 - £10
    £4.99 delivery £450.00 | £450.00 delivery £4.99 | Tax amount: £16.33 | VAT: £16.33 | MwSt.: 16,33 € | MwSt.-Betrag 16,33 €
    Importe del IVA: 16 €
    100,00 € HT | 100,00 € H.T. | 100,00 € IVA no incluido | 100 lei fără TVA | 100,00 € χωρίς ΦΠΑ | kr 100 eks. mva
    100 kr ekskl. moms | 100 € ALV 0 % | 100 TL KDV hariç | 10 000 Ft + áfa | Nettó: 9 992 Ft | 100 лв. без ДДС
    £100.00 (ex VAT) | 100,00 € (HT) | ($1.62 / Ounce) | (0,13 €/unidad) | $0.27/Count
    (100g당 1,327원) | 100gあたり132円 | 1個あたり 398円 | 每100克 ¥13.20 | 1 kg = 12,90 € | Preis pro 100 g: 1,33 € | prix au kg : 12,90 €
    cena za 100 g: 1,99 zł | 99 ₽ за 100 г | за 1 кг: 990 ₽ | jfr-pris 129,00 kr | prijs per kilo € 12,90
    Medlem 1 304 kr | Klubpris 129 kr | Jäsenhinta 12,90 € | Cena pro členy 199 Kč | 멤버십 17,900원 | £2.50 Clubcard Price
    17 290 ₽ с Лукошко Картой | £2.50 with Clubcard | 12,90 € mit Kundenkarte | $199.990 con tarjeta Andina | con tarjeta Andina $199.990
    Stammispris 39,90 kr | Klubihinta 89,90 € | 2,980円 会員価格 | 멤버십가 18,800원 | 88VIP价 ¥36.10 | ￥36.10 PLUS会员专享价 | 券后价 ¥71.10
    7,19 € avec ma carte | с Озон Картой 3 290 ₽ | 3 290 ₽ с WB Кошельком | 990 ₽ по карте | Plus'a özel 1.799 TL | Kuponla 1.799 TL
    Hűségkártyával 1 990 Ft | Subscribe & save: $15.29 | Im Abo 15,29 € | Mit Code NEU10: 71,10 € | $71.10 after coupon
    Giá thành viên 99.000₫ | Preț cu cardul 99 lei | Cena w aplikacji 19,99 zł | App only price £9.99 | Ledenprijs € 9,99
    € 9,99 met klantenkaart | Τιμή μέλους 9,90 € | Studentenpreis 99 € | Wholesale price £9.00 | クーポン利用で 6,980円
"""
BEFORE = "Was £600 | RRP: £600 | UVP 600 € | statt 600,00 € | Ord. pris 600 kr | 原价 ¥600 | PVPR: 600 €"
TWO = """
    Was $150.00 Now $120.00 | statt 150,00 € nur 120,00 € | RRP £150.00 £120.00 | 120,00 € UVP 150,00 €
    De R$ 150 por R$ 120 | van € 150 voor € 120 | 120:- Ord. 150:- | ₹120 MRP ₹150 |
    Eredeti ár: 150 Ft Akciós ár: 120 Ft | PRP: 150 Lei 120 Lei | Giá gốc: 150₫ Giá khuyến mãi: 120₫ | 120 € Norm. 150 € | Regular price $150.00 Sale price $120.00 | 原价¥150 现价¥120
"""
ASKED = """
    Price incl. VAT: £450.00 | Preis inkl. 19 % MwSt.: 450,00 € | IVA incl. 450,00 € | VAT included: £450 | Tax-free £450
    £375 (£450 inc VAT) | 375,00 € (450,00 € TTC) | 375 zł (450 zł z VAT) | 375円（税込450円） | 税抜375円（税込450円） | £375 (inc. VAT: £450)
    Price: £375 (£450 inc VAT) | Preis: 375,00 € (450,00 € inkl. MwSt.) | Prix : 375,00 € (450,00 € TTC)
    £450 (£500 with charger) | £450 (£480 inc VAT & delivery) | £450 (£900 inc VAT) | £450 (RRP £500 inc VAT) | £450 (£75 inc VAT)
    £450.00 | Price: £450 | Our price £450 | £450 inc VAT £375 ex VAT | £375 ex VAT £450 inc VAT | 450,00 € inkl. MwSt., zzgl. Versand
    450,00 € inkl. MwSt. (378,15 € netto) | 450 € zzgl. Versand 4,90 € | Free shipping £450 | Preis inkl. Versand: 450 €
    £450.00 delivery: £4.99 | £450.00 (You save £30.00) | £450.00 £40 off | Regular price $450.00 | watch with 2 year warranty £450
    375,00 € HT 450,00 € TTC | Bruttó: 450 Ft Nettó: 375 Ft | Nettó: 375 Ft Bruttó: 450 Ft | MRP ₹450 | 450:-
    375 kr ekskl. moms 450 kr inkl. moms | € 375,00 IVA esclusa € 450,00 IVA inclusa | £375.00 (ex VAT) £450.00 (inc VAT)
    Nur 450 € | New £450 Used from £200 | US $450.00/ piece | Ab Lager 450,00 € | Fra Danmark 450 kr | £450.00 + shipping
    450원 (100g당 30원) | ¥450 每100g约¥13.2 | 450 € (1 kg = 900 €) | 450 kr (jfr-pris 900 kr) | Cena za 500 g: 450 zł | 250 g = 450 €
    450 ₽ за 500 г | 450 ₽ за шт. | Kaffee 1 kg 450 € | Peach nectar £450 | Members Mark watch £450 | 450 ₽ с картой памяти
    £450 with memory card | 450 € mit Kreditkarte | $450 con tarjeta de crédito | 450 ₽ без Лукошко Карты | TOTAL $450
    Laptop z kartą graficzną 450 zł | Portátil con tarjeta gráfica 450 € | PC avec la carte graphique 450 € | 450 ₽ с SD картой
    450 Kč bez DPH 372 Kč | £450 with Clubcard £400 | £400 with Clubcard £450 | £400 Clubcard Price £450 | Tarjeta madre $450 | 450 € Online-Preis 500 €
"""


def texts(table: str) -> list[str]:
    return [text.strip() for line in table.strip().splitlines() for text in line.split(" | ")]


@pytest.mark.parametrize(
    ("text", "role"),
    [*((text, Role.ASIDE) for text in texts(ASIDE)), *((text, Role.BEFORE) for text in texts(BEFORE))],
)
def test_an_amount_that_is_none_asked_for_the_goods(text: str, role: Role) -> None:
    assert read_price(text).role is role


@pytest.mark.parametrize("text", texts(TWO))
def test_the_price_of_now_and_the_one_of_before(text: str) -> None:
    price = read_price(text)
    assert (price.amount, price.before, price.several, price.role) == (120, 150, False, Role.ASKED)


@pytest.mark.parametrize("text", texts(ASKED))
def test_words_that_leave_a_price_a_price(text: str) -> None:
    price = read_price(text)
    assert (price.amount, price.role, price.problem) == (450, Role.ASKED, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("New & Used (5) from $199.00", LOWEST), ("3 Angebote ab 199 €", LOWEST), ("from $199", STARTS),
        ("$199+", STARTS), ("199 € & up", STARTS), ("fra 199 kr", STARTS), ("￥199起", STARTS),
        ("από 199 €", STARTS), ("199 Ft-tól", STARTS), ("199 TL'den başlayan fiyatlarla", STARTS), ("alk. 199 €", STARTS),
        ("de la 199 Lei", STARTS), ("nuo 199 €", STARTS), ("chỉ từ 199₫", STARTS), ("เริ่มต้น ฿199", STARTS),
    ],
)  # fmt: skip
def test_where_prices_start(text: str, problem: str) -> None:
    price = read_price(text)
    assert (price.amount, price.low, price.problem) == (None, Decimal(199), problem)


def shown(*prices: str) -> Page:
    return read_page(
        f"<h1>Watch</h1>{''.join(prices)}<button>Add to cart</button>", "https://shop.example.co.uk/p/watch-1234567"
    )


@pytest.mark.parametrize(
    "other",
    [
        '<div class="price">Shipping: £5.00</div>',
        '<div><label>Add 2 year cover <span class="price">£39.99</span></label></div>',
        '<p class="price">(<span class="amount">£378.15</span> netto)</p>',
        '<p>Used from <b class="price">£200</b></p>',
        '<div class="swatch"><span class="price">£300</span></div>',
    ],
)
def test_a_page_without_data_asks_the_amount_that_no_word_takes_away(other: str) -> None:
    for prices in (('<div class="price">£500.00</div>', other), (other, '<div class="price">£500.00</div>')):
        assert [listing.price for listing in shown(*prices).listings] == [Decimal("500.00")]


def test_both_prices_in_one_element() -> None:
    (listing,) = shown('<div class="price">Was £150.00 Now £120.00</div>').listings
    assert (listing.price, listing.list_price) == (Decimal("120.00"), Decimal("150.00"))


def test_a_page_that_says_where_prices_start_is_one_thing_without_a_price() -> None:
    (listing,) = shown('<div class="price">From £99.00</div>').listings
    assert listing.price is None


def test_a_list_price_alone_is_not_asked() -> None:
    assert all(listing.price is None for listing in shown('<div class="price">RRP £600</div>').listings)


def test_the_lowest_of_several_offers_is_kept_and_marked() -> None:
    (listing,) = shown('<p><span>New & Used (7) from</span> <span class="price">£99.12</span></p>').listings
    assert (listing.price, listing.attributes["price_is"]) == (Decimal("99.12"), LOWEST)
