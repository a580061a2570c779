"""A fraction of the floor is confirmed beside words that name nothing, and not beside what may be sold for as much."""

from pathlib import Path

from detectors.low_price import LowPrice
from monitor.inspection import Inspector
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
