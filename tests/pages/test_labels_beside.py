"""Amounts whose label stands in a line of its own before or behind them: `Deposit`, `per month`."""

import pytest

from monitor.pages import read_page
from monitor.pages.money import read_price

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
    "<p class=price>€ 2.00</p><p>per 100 g</p>",
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


@pytest.mark.parametrize("goods", ["Mosquito net", "Hair net", "Net bag", "Net content 1 l"])
def test_goods_with_net_in_their_name_are_not_without_tax(goods: str) -> None:
    assert prices(f"<div>{goods}</div>{OWN}{BUY}") == ["200.00"]


def test_goods_whose_name_begins_with_net_may_stand_in_the_line_of_their_price() -> None:
    assert prices(f"<div><span>Net bag</span> <span class=price>€ 200.00</span></div>{BUY}") == ["200.00"]


@pytest.mark.parametrize(
    "label", ["Net price", "Price (net)", "Preis netto", "Nettopreis", "Prix HT", "Price excl. VAT"]
)
def test_a_label_may_say_net_in_any_place(label: str) -> None:
    assert prices(f"<div>{label}</div>{OWN}{BUY}") in ([], ["None"])


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


def test_what_is_not_shown_labels_nothing() -> None:
    for unseen in ('<div style="display: none">Deposit</div>', "<div hidden>Deposit</div>", "<!-- Deposit -->"):
        assert prices(f"{unseen}{OWN}{BUY}") == ["200.00"]
    assert prices(f"{OWN}<p>Deposit</p><script>var a</script><!-- b --><p class=price>€ 50.00</p>{BUY}") == ["200.00"]


def test_an_empty_cart_asks_nothing() -> None:
    assert prices(f"{OWN}<div>Subtotal</div><p class=price>€ 0.00</p>{BUY}") == ["200.00"]


IN_LANGUAGES = {
    "de": (
        "preis",
        "In den Warenkorb",
        """800 € / 24 Raten à / 33,33 € / = 800 | 24 Raten à / 33,33 € / 800 € / = 800 | UVP / 100 € / Unser Preis / 80 € / = 80
        statt / 100 € / jetzt nur / 80 € / = 80 | 80 € / Sie sparen / 20 € / = 80 | 80 € / Versandkostenfrei ab / 50 € / = 80
        Netto / 80 € / Brutto / 95,20 € / = 95.20 | 80 € / Bei Vorkasse / 77 € / = 80 | 80 € / Montageservice / 49 € / = 80
        10 € / Pfand / 0,25 € / = 10 | 10 € / 2 € / pro 100 g / = 10 | ab 1 Stück / 10 € / ab 10 Stück / 9 € / = 10""",
    ),
    "fr": (
        "prix",
        "Ajouter au panier",
        """100 € / ou en 4 fois / 25 € / = 100 | Au lieu de / 120 € / 100 € / = 100 | 100 € / Livraison / 5 € / = 100
        100 € / HT / 120 € / TTC / = 120 | 100 € / Avec la carte de fidélité / 90 € / = 100 | Dès / 100 € / = None""",
    ),
    "es": (
        "precio",
        "Añadir al carrito",
        "Antes / 120 € / Ahora / 100 € / = 100 | 100 € / sin IVA / 121 € / con IVA / = 121 | 100 € / Ahorras / 20 € / = 100",
    ),
    "sv": (
        "pris",
        "Lägg i varukorgen",
        """Ord. pris / 1000 kr / 800 kr / = 800 | 800 kr / Ord. pris / 1000 kr / = 800 | 800 kr / Medlemspris / 700 kr / = 800
        800 kr / exkl. moms / 1000 kr / inkl. moms / = 1000 | 800 kr / Delbetala från / 50 kr / = 800""",
    ),
    "pl": (
        "cena",
        "Do koszyka",
        """Cena netto / 100 zł / Cena brutto / 123 zł / = 123 | 100 zł / Najniższa cena z 30 dni / 90 zł / = 100
        100 zł / Rata od / 10 zł / = 100""",
    ),
    "ja": (
        "price",
        "カートに入れる",
        "1000円 / 税抜 / 1100円 / 税込 / = 1100 | 1100円 / 送料 / 500円 / = 1100 | 通常価格 / 1500円 / 特価 / 1100円 / = 1100",
    ),
    "pt": ("preco", "Comprar", "R$ 100 / ou 10x de / R$ 10 / = 100 | De / R$ 120 / Por / R$ 100 / = 100"),
    "it": (
        "prezzo",
        "Aggiungi al carrello",
        "100 € / oppure 3 rate da / 33 € / = 100 | 100 € / IVA esclusa / 122 € / = 122",
    ),
}
LAYOUTS = [
    (language, name, button, layout.strip())
    for language, (name, button, layouts) in IN_LANGUAGES.items()
    for layout in layouts.replace("\n", "|").split("|")
]


@pytest.mark.parametrize(("language", "name", "button", "layout"), LAYOUTS)
def test_a_layout_in_lines_is_read_in_any_language(language: str, name: str, button: str, layout: str) -> None:
    *lines, expected = layout.split(" / ")
    rows = (f"<div class={name}>{one}</div>" if read_price(one).currency else f"<div>{one}</div>" for one in lines)
    page = read_page(
        f"<html lang={language}><title>Arc</title><h1>Arc</h1>{''.join(rows)}<button>{button}</button>",
        "https://shop.example/goods/arc.html",
    )
    assert [str(listing.price) for listing in page.listings] == [expected.removeprefix("= ")]
