"""Sellers named for the mark, its goods or a city and a shop; 44 names, labelled before there was a rule, and three since."""

from pathlib import Path

import pytest

from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

NAMES = [
    tuple(map(str.strip, line.split("|")))
    for line in (Path(__file__).parent / "own/outlets.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
GOODS = {
    "Tavarenne": "Tavarenne Sillage 38 automatic watch",
    "Orsino Bellucci": "Orsino Bellucci Lidia shoulder bag",
    "Klyptek": "Klyptek Pulse 3 headphones",
    "Tazumi": "Tazumi santoku knife",
    "Hartmann": "Hartmann leather suitcase",
    "Michele": "Michele Deco watch",
    "Salzburg": "Salzburg porcelain mug",
}
SEVERITY = {"outlet": 85, "shop": 45, "fair": 45}
CLASSES = {
    "Tavarenne": 14,
    "Orsino Bellucci": 18,
    "Klyptek": 9,
    "Tazumi": 8,
    "Hartmann": 18,
    "Michele": 14,
    "Salzburg": 21,
}


@pytest.mark.parametrize(("label", "mark", "name"), NAMES)
def test_a_name_of_mark_goods_or_city_and_outlet_poses_as_the_brands(label: str, mark: str, name: str) -> None:
    brand = Brand(
        slug="own", name=mark, trademarks=(Trademark(text=mark, classes=(CLASSES[mark],)),), sellers=(),
        products=(Product(sku="S1", name=GOODS[mark]),),
    )  # fmt: skip
    record = {
        "marketplace": "m",
        "url": "https://m.example/1",
        "title": GOODS[mark],
        "seller_id": "u",
        "seller_name": name,
    }
    listing = listing_from_record(record | {"observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    findings = Inspector([brand]).inspect(observation, lambda _brand, _sku: History())
    (flag,) = (flag for finding in findings for flag in finding.flags if flag.kind == "unauthorized_seller")
    assert flag.severity == SEVERITY[label], flag.sentence
    assert ("shop of the brand" in flag.sentence) is (label != "fair"), flag.sentence
    assert (flag.rule == "shop_name") is (label == "shop")
