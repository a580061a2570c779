"""Model numbers without a figure name a product where the field for the model says just that, beside the maker."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.products.lettered import lettered
from monitor.records import Listing

CATALOGUE = (
    Product(sku="SET", name="Tarnwick Mähset", model="TWSET"),
    Product(sku="BAG", name="Tarnwick Tragetasche Leinen", model="TWBAG"),
    Product(sku="S65", name="Tarnwick Sensenblatt 65 cm", model="TWS65"),
    Product(sku="BLACK", name="Tarnwick Kumpf schwarz", model="Black"),
    Product(sku="HOOK", name="Tarnwick Haken Stahl", model="TWHOOK"),
    Product(sku="HOOK2", name="Tarnwick Haken Messing", model="TWHOOK"),
)
MATCHER = Matcher(CATALOGUE, marks=("Tarnwick",))


def found(title: str, mpn: str = "", brand: str = "", **attributes: str) -> tuple[str, Outcome, str]:
    match = MATCHER.match(
        Listing(marketplace="m", url="https://m.example/1", title=title, mpn=mpn, brand=brand, attributes=attributes)
    )
    return match.sku, match.outcome, match.why


@pytest.mark.parametrize(
    ("title", "mpn", "brand"),
    [
        ("Tarnwick Mähset", "TWSET", ""),
        ("Mähset mit Sense", "TWSET", "Tarnwick"),
        ("Tarnwick mowing set", "tw-set", ""),
        ("Tarnwick Set mit Sense", "TW SET", "Tarnwick"),
    ],
)
def test_a_field_that_equals_the_model_is_an_identifier(title: str, mpn: str, brand: str) -> None:
    sku, outcome, why = found(title, mpn, brand)
    assert (sku, outcome) == ("SET", Outcome.MATCH)
    assert "model TWSET agrees" in why
    assert found(title, brand=brand, Modellnummer=mpn)[:2] == ("SET", Outcome.MATCH)


@pytest.mark.parametrize(
    ("title", "mpn", "brand", "because"),
    [
        ("Mähset mit Sense", "TWSET", "", "Tarnwick is not named as the maker"),
        ("Mähset mit Sense", "TWSET", "Halvor", "halvor is stated as the maker"),
        ("Tarnwick Sensenblatt 65 cm TWS65", "TWSET", "", "is named as well"),
        ("Tarnwick Mähset Ersatzteile", "TWSET", "", "may be an accessory"),
        ("Tarnwick Haken", "TWHOOK", "", ""),
        ("Tarnwick Kumpf schwarz", "TWSET", "", "TWSET is named as well"),
    ],
)
def test_what_stands_against_it_goes_to_a_person(title: str, mpn: str, brand: str, because: str) -> None:
    _, outcome, why = found(title, mpn, brand)
    assert outcome is Outcome.REVIEW
    assert because in why


@pytest.mark.parametrize("mpn", ["TWSET", "TWS65", "TWHOOK"])
def test_the_number_of_another_product_contradicts_the_words(mpn: str) -> None:
    assert found("Tarnwick Tragetasche Leinen", mpn)[1] is Outcome.REVIEW
    assert found("Tarnwick Tragetasche Leinen", "4711-08")[:2] == ("BAG", Outcome.MATCH)


@pytest.mark.parametrize("mpn", ["TWSETT", "TW", "SET"])
def test_another_field_is_no_such_number(mpn: str) -> None:
    assert "model" not in found("Tarnwick Sense zum Mähen", mpn)[2]


def test_a_word_of_a_title_is_no_such_number() -> None:
    assert "model" not in found("Tarnwick TWSET Sense")[2]


@pytest.mark.parametrize(
    "model", ["Black", "PRO", "Mini", "XL", "TW", "Black Edition", "Wasserkocher", "new", "TWS65", ""]
)
def test_words_that_any_goods_may_have_in_that_field_are_none(model: str) -> None:
    assert not lettered(model)
