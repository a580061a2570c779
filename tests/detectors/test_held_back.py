"""Words of counterfeiting said of others' goods or of something else, beside those that are said of these."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

BRANDS = tuple(
    Brand(
        slug=slug, name=slug.title(), trademarks=(Trademark(text=slug.upper(), classes=classes),), sellers=(),
        products=tuple(Product(sku=f"{slug}-{at}", name=name) for at, name in enumerate(names)),
    )
    for slug, classes, names in (
        ("velmora", (14,), ("Velmora Meridian 40 automatic watch", "Velmora Tide quartz watch")),
        ("torvane", (9,), ("Torvane Q7 headphones", "Torvane hub USB")),
        ("kelvaro", (11,), ("Kelvaro fan heater 2 kW", "Kelvaro motor")),
        ("zephyra", (11,), ("Zephyra Ion hair dryer",)),
    )
)  # fmt: skip
INSPECTOR = Inspector(BRANDS, detectors=[TextMatch])


def severity(title: str, description: str) -> int:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "description": description}
    listing = listing_from_record({**record, "seller_id": "u", "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = INSPECTOR.inspect(observation, lambda _brand, _sku: History())
    return max((flag.severity for one in found for flag in one.flags), default=0)


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Velmora watch", "The fake Velmora watches on other sites break after a week. Ours is genuine."),
        ("Velmora watch", "All fake Velmora watches lack the engraved number. We sell originals with invoice."),
        ("Velmora watch", "A fake Velmora weighs 20 g less."),
        ("Velmora watch", "Eine Replika Velmora hat keine Nummer. Unsere ist original."),
        ("Velmora watch", "Is this a fake Velmora? No, it comes with the invoice."),
        # honest
    ],
)
def test_what_is_said_of_other_goods_accuses_nobody(title: str, description: str) -> None:
    assert severity(title, description) <= 45


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Velmora watch", "It's a fake Velmora, but nice."),
        ("Velmora watch", "This is a fake Velmora watch."),
        ("Velmora watch", "Es ist eine Replika Velmora."),
        ("Velmora watch", "Es una réplica Velmora"),
        # guilty
    ],
)
def test_what_is_said_of_these_goods_accuses(title: str, description: str) -> None:
    assert severity(title, description) == 90
