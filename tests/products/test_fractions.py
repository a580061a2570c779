"""A fraction of the floor is confirmed beside words that name nothing, and not beside what may be sold for as much."""

from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.inspection import Inspector
from monitor.products.fractions import one_side
from tests.products.reads import severity
from tests.products.test_deep_prices import BRAND

INSPECTOR = Inspector([BRAND], detectors=[LowPrice])
FRACTION, DEEP = "45", "200"
SUSPICION, VIOLATION = 45, 60
ROWS = [
    (what, title)
    for line in Path(__file__).with_name("fractions.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for _, what, title in [line.split(" | ", 2)]
]


def test_no_everyday_word_explains_a_fraction_of_the_floor() -> None:
    assert not [title for what, title in ROWS if what == "other" and severity(INSPECTOR, title, FRACTION) >= VIOLATION]


def test_the_product_itself_is_a_violation() -> None:
    assert not [title for what, title in ROWS if what == "goods" and severity(INSPECTOR, title, FRACTION) < VIOLATION]


def test_talk_leaves_a_suspicion_at_a_fraction_and_none_above() -> None:
    titles = [title for what, title in ROWS if what == "talk"]
    assert {title: severity(INSPECTOR, title, FRACTION) for title in titles} == dict.fromkeys(titles, SUSPICION)
    assert not [title for title in titles if severity(INSPECTOR, title, DEEP) < VIOLATION]


@pytest.mark.parametrize(
    ("title", "side"),
    [
        ("Aurelia Sona wireless earbuds SN300 L", "L"),
        ("Aurelia Sona wireless earbuds SN300 (R)", "R"),
        ("Aurelia Sona wireless earbuds SN300 / L", "L"),
        ("Aurelia Sona (R) wireless earbuds SN300", "R"),
        ("Aurelia Sona SN300 wireless earbuds(R)", "R"),
        ("AURELIA Sona(R) wireless earbuds SN300", ""),
        ("Aurelia Sona wireless earbuds SN300 (S/M/L)", ""),
        ("Aurelia Sona wireless earbuds SN300 with L size tips", ""),
        ("Aurelia Sona wireless earbuds SN300 L/R", ""),
    ],
)
def test_a_letter_that_names_one_of_two(title: str, side: str) -> None:
    assert one_side(title, "Aurelia Sona wireless earbuds", ["Aurelia"]) == side
