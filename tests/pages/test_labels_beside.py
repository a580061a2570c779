"""Amounts whose label stands in a line of its own before or behind them: `Deposit`, `per month`."""

import pytest

from monitor.pages import read_page

BUY = "<button>Add to cart</button>"
OWN = "<p class=price>€ 200.00</p>"
LABELLED = [
    "<div><div>Shipping</div><div class=price>€ 4.90</div></div>",
    "<div><p>Deposit:</p><p class=price>€ 50.00</p></div>",
    "<div><div><b>Deposit</b></div><div><div class=price><b>€ 50.00</b></div></div></div>",
    "<p>Free delivery from</p><p class=price>€ 50.00</p>",
    "<p>You save</p><p class=price>€ 5.00</p>",
    "<p>Member price</p><p class=price>€ 50.00</p>",
    "<p>VAT</p><p class=price>€ 50.00</p>",
    "<p>Net</p><p class=price>€ 50.00</p>",
    "<p class=price>€ 50.00</p><p>per month</p>",
    "<p class=price>€ 50.00</p><p>excl. VAT</p>",
    "<div>Anzahlung</div><div class=preis>50,00 €</div>",
    "<div>ab</div><div class=preis>50,00 €</div>",
    "<div class=preis>50,00 €</div><div>zzgl. MwSt.</div>",
    "<div class=prix>50,00 €</div><div>HT</div>",
    "<div class=precio>50,00 €</div><div>al mes</div>",
    "<p>Shipping</p><p>€ 4.90</p>",
    "<p><b>€ 50.00</b></p><p>per kg</p>",
]


def prices(body: str, heading: str = "Arc 40") -> list[str]:
    page = read_page(f"<title>{heading}</title><h1>{heading}</h1>{body}", "https://shop.example/goods/arc.html")
    return [str(listing.price) for listing in page.listings]


@pytest.mark.parametrize("labelled", LABELLED)
def test_what_a_line_of_its_own_labels_is_not_asked(labelled: str) -> None:
    assert prices(f"{labelled}{BUY}") in ([], ["None"])
    assert prices(f"{labelled}{OWN}{BUY}") == ["200.00"]
    assert prices(f"{OWN}{labelled}{BUY}") == ["200.00"]


@pytest.mark.parametrize(
    "line", ["Fast delivery", "Free shipping", "2 year warranty", "Free gift wrap", "Our price", "Now", "Regular price"]
)
def test_a_line_before_that_says_more_or_else_is_no_such_label(line: str) -> None:
    assert prices(f"<p>{line}</p>{OWN}{BUY}") == ["200.00"]


@pytest.mark.parametrize(
    "line", ["Delivery in 2 days", "Shipping", "incl. VAT", "plus shipping", "zzgl. Versand", "or 3 x € 66.67"]
)
def test_a_line_behind_that_says_more_or_else_is_no_such_label(line: str) -> None:
    assert prices(f"{OWN}<p>{line}</p>{BUY}") == ["200.00"]


def test_a_heading_or_link_before_an_amount_names_goods() -> None:
    assert prices(f"{OWN}{BUY}", heading="Voucher") == ["200.00"]
    assert prices(f"<a href=/shipping>Shipping</a>{OWN}{BUY}") == ["200.00"]


@pytest.mark.parametrize(
    "words",
    [
        "Collect in store",
        "With trade-in",
        "With code SAVE10",
        "Installation service",
        "Free gift worth",
        "Niedrigster Preis der letzten 30 Tage",
        "Elsewhere, whatever it is",
    ],
)
def test_a_lower_amount_behind_words_is_not_asked_before_the_one_above(words: str) -> None:
    assert prices(f"{OWN}<div>{words}</div><p class=price>€ 190.00</p>{BUY}") == ["200.00"]


@pytest.mark.parametrize("words", ["Now", "Our price:", "Price", "Now only", "incl. VAT"])
def test_a_lower_amount_behind_the_words_for_a_price_is_asked(words: str) -> None:
    assert prices(f"{OWN}<div>{words}</div><p class=price>€ 190.00</p>{BUY}") == ["190.00"]


@pytest.mark.parametrize(
    ("labels", "tax"),
    [
        (("Netto", "Brutto"), "before"),
        (("Nettopreis", "Bruttopreis"), "before"),
        (("Prix HT", "Prix TTC"), "before"),
        (("excl. VAT", "incl. VAT"), "before"),
        (("excl. VAT", "incl. VAT"), "behind"),
        (("HT", "TTC"), "behind"),
        (("exkl. moms", "inkl. moms"), "behind"),
    ],
)
def test_labels_of_tax_are_of_the_amount_that_they_suit(labels: tuple[str, str], tax: str) -> None:
    amounts = ["<div class=price>€ 100.00</div>", "<div class=price>€ 125.00</div>"]
    for order in (1, -1):
        rows = [
            f"<div>{label}</div>{amount}" if tax == "before" else f"{amount}<div>{label}</div>"
            for label, amount in zip(labels[::order], amounts[::order], strict=True)
        ]
        assert prices("".join(rows) + BUY) == ["125.00"], order


def test_an_empty_cart_asks_nothing() -> None:
    assert prices(f"{OWN}<div>Subtotal</div><p class=price>€ 0.00</p>{BUY}") == ["200.00"]
