"""Which listings are taken for the goods of a catalogue of one maker: his own in many writings, and never others."""

import csv
import os
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from monitor.brands import Product
from monitor.products import Match, Matcher, Outcome
from monitor.records import listing_from_record

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LEAST_FOUND = 0.94
"""Of the maker's own goods so many are a match, and all others are sent to a person."""


def catalogue(name: str) -> list[Product]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        columns = ("sku", "name", "brand", "model", "gtin")
        return [Product(**{column: row[column] for column in columns}) for row in csv.DictReader(file)]


PRODUCTS = catalogue("one_maker_products.csv")
MATCHER = Matcher(PRODUCTS, marks=("Halvor",))


def sections(name: str, matcher: Matcher) -> dict[str, list[tuple[str, str, Match]]]:
    """By heading: the right SKU or "-", the title, and what the matcher says."""
    gtins = {product.sku: product.gtin for product in PRODUCTS}
    found: dict[str, list[tuple[str, str, Match]]] = defaultdict(list)
    heading = ""
    for number, line in enumerate((HERE / name).read_text("utf-8").splitlines()):
        if line.startswith("#"):
            heading = line.removeprefix("# -- ")
            continue
        sku, title, *more = line.split(" | ")
        fields = dict(part.split("=", 1) for part in more[0].split("; ")) if more else {}
        if "gtin" in fields:
            fields["gtin"] = gtins[fields["gtin"]]
        record = {"marketplace": "m", "url": f"https://m.example/{number}", "title": title, **fields}
        found[heading].append((sku, title, matcher.match(listing_from_record(record))))
    return found


@cache
def own_sections() -> dict[str, list[tuple[str, str, Match]]]:
    """Of the table for this catalogue; judged when a test asks, as not every process has one of these."""
    return sections("one_maker_titles.txt", MATCHER)


def headings_of_others() -> list[str]:
    """The parts of that table that hold nothing of the maker's own."""
    parts = (HERE / "one_maker_titles.txt").read_text("utf-8").split("# -- ")
    return [name for name, _, rows in (part.partition("\n") for part in parts) if rows.startswith("- |")]


ONE = """
import gc
gc.disable()  # the process ends before there is much garbage
from tests.products.test_one_maker import MATCHER
from monitor.records import listing_from_record
record = {"marketplace": "m", "url": "https://m.example/1", "title": "Halvor Fit7 fitness tracker"}
print([(one.number, one.score) for one in MATCHER.weigh(listing_from_record(record)).judged])
"""


TABLES = f"""{ONE}
from tests.products.test_deep_prices import NAMES
from tests.products.test_one_maker import HERE, MATCHER, catalogue, own_sections, sections
from monitor.products import Matcher
from monitor.products.explained import unexplained
from monitor.products.packs import pack_in
other = sections("other_maker_titles.txt", Matcher(catalogue("other_maker_products.csv"), marks=("Torvik",)))
for found in (own_sections(), other):
    print([(title, match) for rows in found.values() for _, title, match in rows])
for line in (HERE / "deep_prices.txt").read_text("utf-8").splitlines():
    if not line.startswith("#"):
        *_, model, title = line.split(" | ", 3)
        print(title, unexplained(title, NAMES[model], ["Aurelia", model]), pack_in(title), MATCHER.of_others(title))
"""


@cache
def printed(program: str, seed: int) -> list[str]:
    """The lines that a program prints in a process whose sets have an order of their own."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.splitlines()


def test_products_that_are_as_like_are_so_in_every_process() -> None:
    """Words are kept in sets, whose order differs from one process to the next."""
    programs = [(TABLES, 1), (TABLES, 2), *((ONE, seed) for seed in (0, 3, 4, 5))]
    first, *others = [printed(program, seed)[0] for program, seed in programs]
    assert first.startswith("[(")
    assert others == [first] * 5


def test_every_title_is_judged_alike_in_every_process() -> None:
    first, second = (printed(TABLES, seed) for seed in (1, 2))
    assert len(first) > 251
    assert first == second


def test_the_makers_own_goods_are_found() -> None:
    rows = own_sections()["the maker's own goods, in many writings"]
    assert not [(sku, title, found.why) for sku, title, found in rows if found.sku != sku]
    matched = [title for _, title, found in rows if found.outcome is Outcome.MATCH]
    assert len(matched) >= LEAST_FOUND * len(rows)


@pytest.mark.parametrize("heading", headings_of_others())
def test_other_goods_are_never_a_match(heading: str) -> None:
    rows = own_sections()[heading]
    assert {sku for sku, _, _ in rows} == {"-"}
    assert len(rows) >= 20
    wrong = [(title, found.sku, found.why) for _, title, found in rows if found.outcome is Outcome.MATCH]
    assert not wrong


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Garmin Fit 7 fitness tracker", "Halvor is not named as the maker"),
        ("Halvor Noir Intense eau de parfum 50 ml", '"intense" is not in its name'),
        ("Halvor Aero 500 HA500 Pro headphones", '"pro" is not in its name'),
        ("Halvor Barista 15 espresso machine portafilter", '"portafilter" is not in its name'),
        ("Halvor Solstice LED desk lamp, black, dimmbar", '"dimmbar" is not in its name'),
    ],
)
def test_the_reason_stands_in_words(title: str, why: str) -> None:
    found = MATCHER.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
    assert found.outcome is Outcome.REVIEW
    assert why in found.why


def test_most_titles_of_a_table_that_came_later_are_judged_right() -> None:
    """Beside another maker's catalogue; parts in a word that no list holds are still taken for what they are of."""
    matcher = Matcher(catalogue("other_maker_products.csv"), marks=("Torvik",))
    rows = [row for part in sections("other_maker_titles.txt", matcher).values() for row in part]
    matched = [(sku, title, found) for sku, title, found in rows if found.outcome is Outcome.MATCH]
    wrong = [(title, found.sku, found.why) for sku, title, found in matched if found.sku != sku]
    assert len(wrong) <= 2, wrong
    assert len(matched) - len(wrong) >= 0.8 * sum(sku != "-" for sku, _, _ in rows)
