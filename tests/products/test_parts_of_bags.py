"""A part or an accessory beside a bag's model number is no bag, though a bag is an accessory of other goods itself."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.records import listing_from_record

MATCHER = Matcher(
    [
        Product(sku="F20", name="Pakkara Fjell 20 Hinterradtasche wasserdicht", model="Fjell 20"),
        Product(sku="L7", name="Pakkara Lenka 7 Lenkertasche", model="Lenka 7"),
        Product(sku="CB", name="Pakkara charging cable", model="PCC2040"),
    ],
    marks=("Pakkara",),
)


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("Halterung Pakkara Lenka 7", Outcome.REVIEW),
        ("Adapterplatte KLICKfix Pakkara Lenka 7", Outcome.REVIEW),
        ("Innentasche Pakkara Fjell 20", Outcome.REVIEW),
        ("Pakkara Fjell 20 bracket", Outcome.REVIEW),
        ("Pakkara Lenka 7 Schnalle", Outcome.REVIEW),
        ("Gurt Pakkara Fjell 20", Outcome.REVIEW),
        ("Pakkara Fjell 20 Reparaturset", Outcome.REVIEW),
        ("Pakkara Lenka 7 Reißverschluss", Outcome.REVIEW),
        ("Pakkara Lenka 7 Lenkertasche Halterung", Outcome.MATCH),
        ("Pakkara Fjell 20 Radtasche", Outcome.MATCH),
        ("Pakkara Fjell 20 bike bag", Outcome.MATCH),
        ("Pakkara PCC2040 adapter cable", Outcome.MATCH),
        ("Pakkara PCC2040 charger", Outcome.MATCH),
    ],
)
def test_a_word_for_something_quite_other_sends_a_bag_to_review(title: str, outcome: Outcome) -> None:
    found = MATCHER.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
    assert found.outcome is outcome, found.why
