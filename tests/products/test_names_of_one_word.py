"""A name of one word beside the mark, and how many units a title says, which is no word for other goods."""

from decimal import Decimal

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome, net_price
from monitor.records import Listing

CATALOGUE = (
    Product(sku="ANVIL", name="Tarnwick Dengelamboss", model="TWA1"),
    Product(sku="STONE", name="Tarnwick Wetzstein fein"),
    Product(sku="ROUGH", name="Tarnwick Wetzstein grob"),
    Product(sku="TOASTER", name="Tarnwick Toaster"),
    Product(sku="AIR", name="Tarnwick Air"),
    Product(sku="CANDLE", name="Tarnwick Kerze"),
    Product(sku="BLANKET", name="Tarnwick couverture"),
    Product(sku="SOAP", name="Tarnwick jabón"),
    Product(sku="CUP", name="Tarnwick tazza"),
    Product(sku="VASE", name="Tarnwick wazon"),
    Product(sku="MUG", name="Tarnwick mug"),
    Product(sku="SPADE", name="Tarnwick spade"),
    Product(sku="RAKE", name="Tarnwick Rechen"),
    Product(sku="RAKE2", name="Tarnwick Rechen Holz"),
)
MATCHER = Matcher(CATALOGUE, marks=("Tarnwick",))


def offer(title: str) -> Listing:
    return Listing(marketplace="m", url="https://m.example/1", title=title, price=Decimal(29), currency="EUR")


@pytest.mark.parametrize(
    "title",
    ["Tarnwick Dengelamboss", "Dengelamboss Tarnwick", "TARNWICK DENGELAMBOSS neu", "2 x Tarnwick Dengelamboss"],
)
def test_a_title_that_says_mark_and_name_alone_is_a_match(title: str) -> None:
    match = MATCHER.match(offer(title))
    assert (match.sku, match.outcome) == ("ANVIL", Outcome.MATCH)


@pytest.mark.parametrize(
    ("title", "sku"),
    [
        ("Dengelamboss", "ANVIL"),
        ("Tarnwick Dengelamboss klein", "ANVIL"),
        ("Tarnwick Dengelamboss 500 g", "ANVIL"),
        ("Tarnwick Dengelamboss schwarz", "ANVIL"),
        ("Tarnwick Dengelamboss für Sensen", "ANVIL"),
        ("Tarnwick Dengelamboss TWA2", "ANVIL"),
        ("Tarnwick Toaster", "TOASTER"),
        ("Tarnwick Kerze", "CANDLE"),
        ("Tarnwick couverture", "BLANKET"),
        ("jabón Tarnwick", "SOAP"),
        ("Tarnwick tazza", "CUP"),
        ("Tarnwick wazon", "VASE"),
        ("TARNWICK mug new", "MUG"),
        ("Tarnwick spade", "SPADE"),
        ("Tarnwick Air", "AIR"),
        ("Tarnwick Rechen", "RAKE"),
    ],
)
def test_what_may_be_other_goods_is_asked(title: str, sku: str) -> None:
    match = MATCHER.match(offer(title))
    assert (match.sku, match.outcome) == (sku, Outcome.REVIEW)
    assert "anybody" not in match.why


def test_the_reason_says_the_word() -> None:
    why = MATCHER.match(offer("Tarnwick Dengelamboss klein")).why
    assert 'one word, "dengelamboss", is all that agrees, which may name other goods too' in why


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Tarnwick Wetzstein fein 1 Stück", "29.00"),
        ("1 x Tarnwick Wetzstein fein", "29.00"),
        ("Tarnwick Wetzsteine fein, 2 Stück", "14.50"),
        ("2 Stück Tarnwick Wetzsteine fein", "14.50"),
        ("Tarnwick Wetzstein fein 2er-Pack", "14.50"),
        ("Tarnwick Wetzstein fein 2 Stück", ""),
        ("Tarnwick Wetzstein fein, 2 pcs", ""),
        ("Tarnwick Wetzstein fein 10 Stück", ""),
    ],
)
def test_how_many_units_are_sold_makes_no_other_product(title: str, unit: str) -> None:
    match = MATCHER.match(offer(title))
    assert (match.sku, match.outcome) == ("STONE", Outcome.MATCH)
    assert match.product
    net = net_price(offer(title), match.product)
    assert str(net.unit or "") == unit
    assert bool(net.problem) is not bool(unit)


@pytest.mark.parametrize(
    ("title", "because"),
    [
        ("Wetzstein fein 2 Stück", "Tarnwick is not named as the maker"),
        ("Tarnwick Wetzstein fein 2", '"2" is not in its name'),
        ("Tarnwick Wetzsteine fein", 'the title says another form of "wetzstein"'),
        ("Tarnwick Wetzstein fein Gartenhelfer Sommerwiese Heuernte", '"gartenhelfer"'),
    ],
)
def test_what_a_title_says_besides_is_named(title: str, because: str) -> None:
    match = MATCHER.match(offer(title))
    assert match.outcome is Outcome.REVIEW
    assert because in match.why
    assert "most words" not in match.why
