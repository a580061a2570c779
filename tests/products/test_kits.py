"""A kit without one of its parts, and a part of it alone, are no matches; a kit that is told in few words is."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.products.kits import less_than_the_kit
from monitor.records import Listing

HERE = Path(__file__).parent
with (HERE / "kits_products.csv").open(encoding="utf-8", newline="") as file:
    PRODUCTS = [Product(**row, currency="EUR", floor_price=Decimal(300)) for row in csv.DictReader(file)]
MATCHER = Matcher(PRODUCTS, marks=("Hollin", "HOLLIN"))
ROWS = [
    tuple(line.split(" | ", 2))
    for line in (HERE / "kits_titles.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("what", "sku", "title"), ROWS, ids=[title for _, _, title in ROWS])
def test_titles(what: str, sku: str, title: str) -> None:
    found = MATCHER.match(Listing(marketplace="m", url="https://m.example/1", title=title))
    matched = found.outcome is Outcome.MATCH and found.sku == sku
    assert matched is (what == "whole"), found.why


def test_what_is_missing_is_quoted() -> None:
    title = "Hollin Arc HA900 Teleskop ohne Stativ"
    found = MATCHER.match(Listing(marketplace="m", url="https://m.example/1", title=title))
    assert '"ohne stativ" in the title, and its name says that it comes with tripod and eyepiece' in found.why


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hollin HAV-7702CI A/V receiver - HAV7702CI", "Hollin Atlas amplifier with streaming in black - HAV7702CI"),
        ("Hollin Z550N notebook - HNZ550N", "Hollin Neva Z Series 13.1' notebook computer - HNZ550N"),
        ("Hollin Drive Playbox wheel - 963293", "Hollin Drive wheel with pedal set for Playbox 2 - 963293"),
    ],
)
def test_numbers_lines_and_what_goods_are_for_are_no_parts(title: str, name: str) -> None:
    assert not less_than_the_kit(title, name, frozenset({"hollin"}))
