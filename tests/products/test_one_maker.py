"""Which listings are taken for the goods of a catalogue of one maker: his own in many writings, and never others."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from monitor.brands import Product
from monitor.products import Match, Matcher, Outcome
from monitor.records import listing_from_record

HERE = Path(__file__).parent
LEAST_FOUND = 0.85
"""Of the maker's own goods so many are a match, and all others are sent to a person."""


def catalogue() -> list[Product]:
    with (HERE / "one_maker_products.csv").open(encoding="utf-8", newline="") as file:
        columns = ("sku", "name", "brand", "model", "gtin")
        return [Product(**{column: row[column] for column in columns}) for row in csv.DictReader(file)]


PRODUCTS = catalogue()
MATCHER = Matcher(PRODUCTS, marks=("Halvor",))


def sections() -> dict[str, list[tuple[str, str, Match]]]:
    """By heading: the right SKU or "-", the title, and what the matcher says."""
    gtins = {product.sku: product.gtin for product in PRODUCTS}
    found: dict[str, list[tuple[str, str, Match]]] = defaultdict(list)
    heading = ""
    for number, line in enumerate((HERE / "one_maker_titles.txt").read_text("utf-8").splitlines()):
        if line.startswith("#"):
            heading = line.removeprefix("# -- ")
            continue
        sku, title, *more = line.split(" | ")
        fields = dict(part.split("=", 1) for part in more[0].split("; ")) if more else {}
        if "gtin" in fields:
            fields["gtin"] = gtins[fields["gtin"]]
        record = {"marketplace": "m", "url": f"https://m.example/{number}", "title": title, **fields}
        found[heading].append((sku, title, MATCHER.match(listing_from_record(record))))
    return found


SECTIONS = sections()


def test_the_makers_own_goods_are_found() -> None:
    rows = SECTIONS["the maker's own goods, in many writings"]
    assert not [(sku, title, found.why) for sku, title, found in rows if found.sku != sku]
    matched = [title for _, title, found in rows if found.outcome is Outcome.MATCH]
    assert len(matched) >= LEAST_FOUND * len(rows)


@pytest.mark.parametrize(
    "heading",
    [
        "another maker's goods of the same name or words",
        "a trade item number that the title denies",
    ],
)
def test_other_goods_are_never_a_match(heading: str) -> None:
    rows = SECTIONS[heading]
    assert len(rows) >= 20
    wrong = [(title, found.sku, found.why) for _, title, found in rows if found.outcome is Outcome.MATCH]
    assert not wrong
