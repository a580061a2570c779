"""The seller's own number in a title: it says nothing more than the name, and that of another product still does."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.records import listing_from_record

MATCHER = Matcher(
    (
        Product(sku="D-18", name="Torvane cordless drill 18V", brand="Torvane"),
        Product(sku="S-7", name="Torvane circular saw 190 mm", brand="Torvane"),
        Product(sku="KM-20", name="Torvane Kochmesser 20 cm", brand="Torvane"),
        Product(sku="BM-20", name="Torvane Brotmesser 20 cm", brand="Torvane"),
        Product(sku="PRO-2", name="Torvane jigsaw 80 mm", brand="Torvane"),
        Product(sku="18V", name="Torvane charger 18V", brand="Torvane"),
    ),
    marks=["Torvane"],
)


def judged(title: str) -> tuple[Outcome, str]:
    listing = listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u"})
    match = MATCHER.match(listing)
    return match.outcome, match.sku


@pytest.mark.parametrize(
    ("title", "sku"),
    [
        ("Torvane circular saw 190 mm", "S-7"),
        ("Torvane circular saw 190 mm S-7", "S-7"),
        ("Torvane circular saw 190 mm (s-7)", "S-7"),
        ("Torvane circular saw 190 mm S7", "S-7"),
        ("Torvane S-7 circular saw 190 mm", "S-7"),
        ("Torvane circular saw 190 mm, SKU: S-7", "S-7"),
        ("Torvane cordless drill 18V D-18", "D-18"),
        ("Torvane jigsaw 80 mm PRO-2", "PRO-2"),
        ("Torvane Kochmesser 20 cm KM-20", "KM-20"),
        ("Torvane Kochmesser 20 cm KM20", "KM-20"),
        ("Torvane Kochmesser 20 cm Art. KM-20", "KM-20"),
    ],
)
def test_a_title_with_the_name_and_the_own_number_is_a_match(title: str, sku: str) -> None:
    assert judged(title) == (Outcome.MATCH, sku)


@pytest.mark.parametrize(
    "title",
    [
        "Torvane cordless drill 18V S-7",
        "Torvane circular saw 190 mm S-8",
        "Torvane jigsaw 80 mm PRO",
        "Torvane jigsaw Pro 80 mm PRO-2",
        "Torvane circular saw 190 mm S-7 blade guard kit",
        "Torvane circular saw 190 mm LS-7",
        "Torvane Kochmesser 20 cm BM-20",
    ],
)
def test_another_number_or_further_words_are_asked_about(title: str) -> None:
    assert judged(title)[0] is not Outcome.MATCH
