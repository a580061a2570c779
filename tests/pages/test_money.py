"""Price texts, as shown on pages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.pages.beside import Role
from monitor.pages.money import STARTS, amounts, read_price, sign_in


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("€ 12,50", "12.50", "€"),
        ("12,50 €", "12.50", "€"),
        ("1.299,00 €", "1299.00", "€"),
        ("€1.299", "1299", "€"),
        ("0,99 €", "0.99", "€"),
        ("12,- €", "12", "€"),
        ("12,– €", "12", "€"),
        ("US $2,879.20", "2879.20", "US $"),
        ("$2,879", "2879", "$"),
        ("$12.99 USD", "12.99", "USD"),
        ("¥1,280", "1280", "¥"),
        ("￥99.00", "99.00", "￥"),
        ("1280円", "1280", "円"),
        ("CHF 1'299.–", "1299", "CHF"),
        ("1'299.50 CHF", "1299.50", "CHF"),
        ("Rs. 1,299", "1299", "Rs."),
        ("₹1,23,456.00", "123456.00", "₹"),
        ("12 590 Kč", "12590", "Kč"),
        ("12\u00a0590,50\u00a0Kč", "12590.50", "Kč"),
        ("1 600 руб.", "1600", "руб."),
        ("118, 99 TL", "118.99", "TL"),
        ("R$ 1.759,99", "1759.99", "R$"),
        ("GBP\u00a012,99", "12.99", "GBP"),
        ("EUR15.99", "15.99", "EUR"),
        ("Rs 635,000", "635000", "Rs"),
        ("$.75", "0.75", "$"),
        ("200.000 đ", "200000", "đ"),
        ("423.923 KD", "423.923", "KD"),
        ("١٢٫٥٠ د.إ", "12.50", "د.إ"),
        ("د.إ.\u200f ١٬٢٤٩٫٥٠", "1249.50", "د.إ"),
        ("\u200e₪\u200e129.90\u200e", "129.90", "₪"),
        ("۲۱٬۹۰۰٬۰۰۰ ریال", "21900000", "ریال"),
        ("52:90", "52.90", ""),
        ("39:50 kr/st", "39.50", "kr"),
        ("14:30 - 499 kr", "499", "kr"),
        ("kl 16:30 kr 129", "129", "kr"),
        ("79:90 kr 2 st", "79.90", "kr"),
        ("Ord. 79:90 kr, nu 52:90 kr", "52.90", "kr"),
        ("Herpa LKW 1:87 - 39,00 €", "39.00", "€"),
        ("Schuco 1:64 – 12,95 €", "12.95", "€"),
        ("Film 1:90 – 9,99 €", "9.99", "€"),
        ("Modell 1:87 kr 299", "299", "kr"),
        ("Skala 1:87, 299 kr", "299", "kr"),
        ("Schuco 1:64 129,00 €", "129.00", "€"),
        ("Volvo 1:87 199:90", "199.90", ""),
        ("kl 14:30 499 kr", "499", "kr"),
        ("Psalm 118:90 £ 12.00", "12.00", "£"),
        ("售價US$20.00", "20.00", "US$"),
        ("約US$20", "20", "US$"),
        ("NowUS$20", "20", "US$"),
        ("特價NT$990", "990", "NT$"),
        ("iPad PLUS $20", "20", "$"),
        ("Audi TT $20", "20", "TT $"),
        ("Galaxy XS $20", "20", "$"),
        ("１２８０円", "1280", "円"),
        ("Price: $118.15", "118.15", "$"),
        ("10 x R$ 175,99", "175.99", "R$"),
        ("71,91 € 79,90 €", "71.91", "€"),
        ("1299", "1299", ""),
        ("Aurelia Meridian 40 £ 450", "450", "£"),
        ("iPhone 15 $799.00", "799.00", "$"),
        ("4.5 $120.00", "120.00", "$"),
        ("Meridian 40 USD 450", "450", "USD"),
        ("40 € 450,00", "450.00", "€"),
        ("12,50 $ 3 avis", "12.50", "$"),
        ("12,50 € 20 %", "12.50", "€"),
        ("FJANT hook £ 3 / 3 pack", "3", "£"),
        ("12,800円税込", "12800", "円"),
        ("1280元包邮", "1280", "元"),
        ("12만원", "120000", "원"),
        ("2 млн ₽", "2000000", "₽"),
        ("Fr. 129.–", "129", "Fr."),
        ("fr. 129.–", "129", "fr."),
        ("FR. 1’299.–", "1299", "FR."),
        ("DA 1 200", "1200", "DA"),
        ("BD 12.500", "12.500", "BD"),
        ("د.ك 12.500", "12.500", "د.ك"),
        ("ر.ع. 12.500", "12.500", "ر.ع"),
        ("12.500 د.ب", "12.500", "د.ب"),
        ("Fra Danmark 129 kr", "129", "kr"),
        ("67.8400", "67.8400", ""),
        ("Sale price 49.00", "49.00", ""),
    ],
)
def test_one_price(text: str, amount: str, currency: str) -> None:
    price = read_price(text)
    assert (price.amount, price.currency, price.problem) == (Decimal(amount), currency, "")


@pytest.mark.parametrize(
    ("text", "amount", "before"),
    [
        ("Now £375 (£450 inc VAT)", "450", None),
        ("Was £500 Now only £375 (£450 inc VAT)", "450", "500"),
        ("Jetzt nur 375,00 € (446,25 € inkl. MwSt.)", "446.25", None),
        ("Now £375 (was £450 inc VAT)", "375", "450"),
        ("Now £375 inc VAT (£450 inc VAT)", "375", "450"),
        ("Now £375 (save £75 inc VAT)", "375", None),
        ("Our fee now £98 (£110 inc VAT)", "98", "110"),
        ("£375 / £450 inc VAT", "450", None),
        ("£375.00 | £450.00 (inc. VAT)", "450.00", None),
        ("Price: 99,90 € 117,50 € TTC", "99.90", None),
        ("Price: 99,90 € / 119,88 € TTC", "119.88", None),
        ("£375 / was £450 inc VAT", "375", "450"),
        ("£375 for two / £450 inc VAT", "375", None),
        ("£375.00 inc VAT | £450.00", "375.00", None),
        ("100,00 € TTC / 120,00 €", "100.00", None),
        ("Was £150 (£180 inc VAT) now £100 (£120 inc VAT)", "120", "180"),
        ("£100 (£120 inc VAT) was £150 (£180 inc VAT)", "120", "180"),
        ("£375 ex VAT (£450 inc VAT)", "450", None),
        ("Net price: £375 (£450 inc VAT)", "450", None),
    ],
)
def test_what_is_asked_now_with_tax_in_brackets(text: str, amount: str, before: str | None) -> None:
    price = read_price(text)
    assert (price.amount, price.before) == (Decimal(amount), Decimal(before) if before else None)


@pytest.mark.parametrize(
    "text", ["Hire £98 (£110 inc VAT)", "Hire price: £98 (£110 inc VAT)", "£5 and fitting £98 (£110 inc VAT)"]
)
def test_the_price_with_tax_in_brackets_is_not_asked_of_something_else(text: str) -> None:
    price = read_price(text)
    assert (price.several, price.amount == 110) == (True, False)


@pytest.mark.parametrize(
    ("text", "role", "problem"),
    [
        ("From £375 / £450 inc VAT", Role.ASKED, STARTS),
        ("Now from £375 (£450 inc VAT)", Role.ASKED, STARTS),
        ("ab 100,00 € (119,00 € inkl. MwSt.)", Role.ASKED, STARTS),
        ("Was £375 (£450 inc VAT)", Role.BEFORE, ""),
        ("Save £75 / £90 inc VAT", Role.ASIDE, ""),
        ("Deposit £100 (£120 inc VAT)", Role.ASIDE, ""),
        ("Postage £10 (£12 inc VAT)", Role.ASIDE, ""),
        ("£37.50 per month (£45.00 inc VAT)", Role.ASIDE, ""),
    ],
)
def test_what_is_said_of_the_amount_without_tax_is_said_of_that_with_it(text: str, role: Role, problem: str) -> None:
    price = read_price(text)
    assert (price.role, price.problem) == (role, problem)


@pytest.mark.parametrize("text", ["¥1.2万", "1.28万元", "$1.2k", "1,2 млн ₽"])
def test_a_rounded_price_is_none(text: str) -> None:
    assert read_price(text).amount is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$10 - $25", "10", "25"),
        ("$10-$25", "10", "25"),
        ("352,00 – 376,45 б.р.", "352.00", "376.45"),
        ("EUR 10,00 bis EUR 20,00", "10.00", "20.00"),
        ("$1,299.00 to $2,000", "1299.00", "2000"),
        ("€ 25 ~ € 10", "10", "25"),
        ("£98.00 to £110.00 (£132.00 inc VAT)", "98.00", "110.00"),
        ("£98.00 - £210.00 (£252.00 inc VAT)", "98.00", "210.00"),
    ],
)
def test_a_range_is_no_single_price(text: str, low: str, high: str) -> None:
    price = read_price(text)
    assert price.amount is None
    assert (price.problem, price.low, price.high) == ("a range", Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "from $12",
        "From: € 12,50",
        "ab 9,99 €",
        "à partir de 12 €",
        "desde 12 €",
        "от 352,00 б.р.",
        "￥99.00起",
        "fr. 129 kr",
        "DA 12 €",
        "$9.00+",
        "1,280円から",
        "128,000원부터",
    ],
)
def test_a_price_that_others_start_from_is_none(text: str) -> None:
    price = read_price(text)
    assert price.amount is None
    assert "start from" in price.problem


@pytest.mark.parametrize(
    "text",
    [
        "call us",
        "Price on request",
        "auf Anfrage",
        "Free",
        "",
        " ",
        "-",
        "50%",
        "15.08.2017",
        "500 g",
        "MzI5Ljk5",
        "WH-1000XM4",
        "Herpa LKW 1:87",
        "1:64",
        "kl 16:30",
    ],
)
def test_no_price(text: str) -> None:
    price = read_price(text)
    assert price.amount is None
    assert price.low is None


def test_amounts_keep_their_places() -> None:
    first, second = amounts("was € 20,00 now € 15,00")
    assert (first.value, second.value) == (Decimal("20.00"), Decimal("15.00"))
    assert "was € 20,00 now € 15,00"[second.start : second.end] == "15,00"


def test_sign_alone() -> None:
    assert sign_in("all prices in EUR") == "EUR"
    assert sign_in("EUROPE") == ""


@given(st.text(alphabet=st.sampled_from("0123456789.,-– €$£¥RsEURab%'\u00a0x"), max_size=400))
def test_any_text_gives_a_price_or_none(text: str) -> None:
    price = read_price(text)
    assert price.amount is None or price.amount >= 0
    if price.low and price.high:
        assert price.low <= price.high
