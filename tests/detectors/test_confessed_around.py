"""Confessions that goods are not genuine with the mark among their words, or a word for the goods behind them."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.detectors.severities import severity

BRAND = Brand(
    slug="torvane", name="Torvane", trademarks=(Trademark(text="Torvane", also=("托尔瓦",), classes=(7,)),), sellers=(),
    products=(Product(sku="D-18", name="Torvane cordless drill 18V"),),
)  # fmt: skip
INSPECTOR = Inspector([BRAND], detectors=[TextMatch])


@pytest.mark.parametrize(
    "said",
    [
        "This is not a genuine Torvane product.",
        "Not a genuine Torvane",
        "This is not a genuine product.",
        "It isn't an original Torvane item",
        "this is not an original Torvane drill",
        "Kein originales Torvane-Gerät",
        "ist kein Original von Torvane!",
        "No es Torvane original",
        "不是托尔瓦正品",
        "非托尔瓦正品",
    ],
)
def test_a_confession_around_the_mark_is_told(said: str) -> None:
    assert severity(INSPECTOR, "Torvane cordless drill 18V", said) == 90


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Torvane cordless drill 18V", "Refund if it is not a genuine Torvane product"),
        ("Torvane cordless drill 18V", "If this is not a genuine product, send it back."),
        ("Torvane cordless drill 18V", "We do not sell anything that is not a genuine Torvane product."),
        ("Torvane cordless drill 18V", "Kein originaler Torvane-Karton dabei"),
        ("Torvane cordless drill 18V", "The charger is not an original Torvane charger"),
        ("Torvane cordless drill 18V with case", "The case is not a genuine Torvane case"),
        ("Battery for Torvane drill 18V", "This is not a genuine Torvane battery"),
        ("Torvane cordless drill 18V", "假一赔十,不是托尔瓦正品包退"),
        ("Torvane cordless drill 18V", "Is this not a genuine Torvane?"),
    ],
)
def test_what_is_said_of_something_else_is_not(title: str, said: str) -> None:
    assert severity(INSPECTOR, title, said) < 60
