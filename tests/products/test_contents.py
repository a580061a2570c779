"""A kit, the tool alone and a part of it are never accused of the price of what the catalogue sells under their number."""

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products import Matcher, Outcome
from monitor.products.contents import contents, sold_alone
from monitor.products.delivered import comes_alone, other_contents, unsaid_contents
from monitor.products.explained import of_other_kind
from monitor.records import listing_from_record
from tests.products.reads import severity

HERE = Path(__file__).parent
VIOLATION = 60
DEEP, MILD = "200", "285"
"""Two thirds of the floor, and 95 % of it."""
LEAST_FOUND = 0.9
"""Of the goods themselves at two thirds of the floor so many are confirmed."""


def products() -> dict[str, list[Product]]:
    """The products by maker, each with a floor of 300 EUR."""
    found: dict[str, list[Product]] = defaultdict(list)
    with (HERE / "contents_products.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found[row["brand"]].append(Product(**row, currency="EUR", floor_price=Decimal(300)))
    return found


def rows() -> list[tuple[str, str, str]]:
    """What each title sells, the product whose number it names, and the title."""
    lines = (HERE / "contents_titles.txt").read_text("utf-8").splitlines()
    split = (line.split(" | ", 2) for line in lines if not line.startswith("#"))
    return [(what, sku, title) for what, sku, title in split]


PRODUCTS = products()
BRANDS = [
    Brand(slug=name.lower(), name=name, trademarks=(Trademark(text=name.upper()),), products=tuple(found))
    for name, found in PRODUCTS.items()
]
MATCHERS = {name: Matcher(found, marks=(name,)) for name, found in PRODUCTS.items()}
ROWS = rows()


def test_only_what_the_catalogue_sells_is_accused() -> None:
    inspector = Inspector(BRANDS, detectors=[LowPrice])
    others = [title for what, _, title in ROWS if what != "goods"]
    assert len(others) >= 220
    assert not [title for title in others if severity(inspector, title, DEEP) >= VIOLATION]
    assert not [title for title in others if severity(inspector, title, MILD) >= VIOLATION]


def test_most_deep_cuts_of_the_goods_themselves_are_confirmed() -> None:
    inspector = Inspector(BRANDS, detectors=[LowPrice])
    goods = [title for what, _, title in ROWS if what == "goods"]
    missed = [title for title in goods if severity(inspector, title, DEEP) < VIOLATION]
    assert len(missed) <= (1 - LEAST_FOUND) * len(goods), missed


def test_other_contents_are_for_a_person_and_the_same_are_the_product() -> None:
    for what, sku, title in ROWS:
        matcher = next(one for name, one in MATCHERS.items() if name in title)
        found = matcher.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
        if what == "kit":
            assert found.outcome is not Outcome.MATCH, (title, found.why)
        elif what == "goods":
            assert (found.outcome, found.sku) == (Outcome.MATCH, sku), (title, found.why)


def test_a_bare_tool_is_matched_with_the_bare_tool() -> None:
    kit = Product(sku="KIT", name="Corvane drill with 2 batteries and charger", brand="Corvane", model="CD184")
    bare = Product(sku="BARE", name="Corvane drill body only", brand="Corvane", model="CD184")
    matcher = Matcher([kit, bare], marks=("Corvane",))
    for title, sku in (
        ("Corvane CD184 drill bare tool", "BARE"),
        ("Corvane CD184 Akkuschrauber ohne Akku", "BARE"),
        ("Corvane CD184 drill with 2 batteries", "KIT"),
    ):
        listing = listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title})
        assert matcher.match(listing).sku == sku, title


def test_even_the_item_number_of_the_kit_makes_no_kit_of_a_bare_tool() -> None:
    kit = Product(sku="KIT", name="Corvane drill with 2 batteries", brand="Corvane", gtin="4006381333931")
    record = {"marketplace": "m", "url": "https://m.example/1", "gtin": kit.gtin}
    matcher = Matcher([kit], marks=("Corvane",))
    for title, outcome in (("Corvane drill", Outcome.MATCH), ("Corvane drill body only", Outcome.REVIEW)):
        found = matcher.match(listing_from_record({**record, "title": title}))
        assert found.outcome is outcome
        assert outcome is Outcome.MATCH or 'the title says "body only"' in found.why


KIT = "Aurelia Torq drill 18 V with 2 batteries 4.0 Ah, charger and case"


@pytest.mark.parametrize(
    ("name", "title", "why"),
    [
        (KIT, "Aurelia Torq drill no battery", "comes without batteries"),
        (KIT, "Aurelia Torq drill, battery not included", "comes without batteries"),
        (KIT, "Aurelia Torq drill tool-only", 'the title says "tool only"'),
        (KIT, "Aurelia Torq drill with 1 battery", "number of batteries differs (2; 1)"),
        (KIT, "Aurelia Torq drill 2 x 2.0 Ah", "charge of the battery differs (4 Ah; 2 Ah)"),
        (KIT, "Aurelia Torq drill with two batteries, without case", "comes without a case"),
        (KIT, "Aurelia Torq drill", ""),
        (KIT, "Aurelia Torq perceuse sans fil avec 2 batteries 4 Ah", ""),
        (KIT, "Aurelia Torq Akku-Bohrschrauber inkl. 2 Akkus und Ladegerät", ""),
        (KIT, "Aurelia Torq trapano a batteria 18 V", ""),
        ("Aurelia Torq drill body only", "Aurelia Torq drill + battery", "comes with batteries"),
        ("Aurelia Torq drill body only", "Aurelia Torq drill", ""),
        ("Aurelia Torq drill", "Aurelia Torq drill with 2 batteries", ""),
        ("Aurelia Torq drill", "Aurelia Torq Bohrschrauber ohne Akku", "which its name does not"),
        # what no name says of its contents, and words that say something else
        ("Aurelia toy train", "Aurelia toy train, batteries not included", ""),
        ("Aurelia Body lotion 200 ml", "Aurelia Body lotion with pump 200 ml", ""),
        ("Aurelia Solo 3 headphones with charging case", "Aurelia Solo 3 headphones", ""),
        ("Aurelia body groomer with charger", "Aurelia body groomer with charger", ""),
        ("Aurelia vacuum cleaner", "Aurelia aspirateur sans fil", ""),
        ("Aurelia hand mixer 300 W with bowl", "Aurelia hand mixer 300 W with bowl", ""),
    ],
)
def test_what_differs_of_what_is_delivered(name: str, title: str, why: str) -> None:
    found = other_contents(title, name)
    assert why in found
    assert bool(found) is bool(why)


def test_what_costs_much_and_is_not_named_leaves_a_doubt() -> None:
    assert unsaid_contents("Aurelia Torq drill", KIT) == "batteries"
    assert not unsaid_contents("Aurelia Torq drill kit", KIT)
    assert not unsaid_contents("Aurelia Torq drill with batteries", KIT)
    assert not unsaid_contents("Aurelia phone", "Aurelia phone with long-life battery")
    assert not unsaid_contents("Aurelia toothbrush", "Aurelia toothbrush with 2 heads and charger")


def test_what_the_name_lacks_too_is_no_reason_for_doubt() -> None:
    assert comes_alone("ohne akku", "Aurelia Torq drill body only")
    assert not comes_alone("ohne akku", "Aurelia Torq drill")
    assert not comes_alone("ohne ovp", "Aurelia Torq drill body only")


def test_the_name_ends_where_its_contents_begin() -> None:
    assert sold_alone(KIT).strip() == "aurelia torq drill 18 v"
    assert sold_alone("Aurelia angle grinder kit 2 x 4.0 Ah batteries").strip() == "aurelia angle grinder"
    assert sold_alone("Aurelia LED lamp with clip") == "aurelia led lamp with clip"


def test_long_titles_are_read_at_once() -> None:
    assert not contents(f"Aurelia body {'1a' * 5000}!").has
    assert not contents("without " * 5000).has


def test_another_kind_is_told_only_where_the_kind_is_known() -> None:
    assert of_other_kind("Aurelia PW1 lance", "Aurelia PW1 pressure washer", ["Aurelia", "PW1"]) == "lance"
    assert not of_other_kind("Aurelia PW1 Hochdruckreiniger lance", "Aurelia PW1 pressure washer", ["Aurelia", "PW1"])
    assert not of_other_kind("Aurelia FX1 Fluxkompensator", "Aurelia FX1 flux capacitor", ["Aurelia", "FX1"])
