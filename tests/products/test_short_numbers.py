"""Model numbers of three signs, `KS5` or `KS-5`, mean a product behind its maker's name, and nowhere else."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.records import listing_from_record

MATCHER = Matcher(
    [
        Product(sku="KS-5", name="Aurelia Graina kitchen scale 5 kg", model="KS5"),
        Product(sku="KS-7", name="Aurelia kitchen scale with bowl", model="KS7"),
        Product(sku="BS-9", name="Aurelia BS9 bathroom scale", model="BS9"),
        Product(sku="NO-5", name="Aurelia Nuit eau de parfum 50 ml", model="NO5"),
        Product(sku="DE-5", name="Aurelia desk lamp", model="DE5"),
    ],
    marks=("Aurelia",),
)


@pytest.mark.parametrize(
    ("title", "sku"),
    [
        ("Aurelia KS5", "KS-5"),
        ("Aurelia KS-5", "KS-5"),
        ("Aurelia KS 5", "KS-5"),
        ("AURELIA ks5 Küchenwaage", "KS-5"),
        ("Küchenwaage Aurelia KS-5", "KS-5"),
        ("Aurelia KS-5 digital kitchen scale 5 kg", "KS-5"),
        ("Aurelia Graina kitchen scale KS/5 white, new", "KS-5"),
        ("Báscula de cocina Aurelia KS5 5 kg", "KS-5"),
        ("Aurelia kitchen scale KS7", "KS-7"),
        ("Aurelia BS-9", "BS-9"),
        ("Personenwaage Aurelia BS9 weiß", "BS-9"),
    ],
)
def test_a_short_number_behind_its_makers_name_is_a_match(title: str, sku: str) -> None:
    found = MATCHER.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
    assert (found.outcome, found.sku) == (Outcome.MATCH, sku), found.why


@pytest.mark.parametrize(
    "title",
    [
        "KS5",
        "KS5 kitchen scale",
        "Torvik KS5 kitchen scale",
        "Torvik KS-5 scale like Aurelia",
        "KS5 kitchen scale, fits Aurelia",
        "Aurelia KS6 kitchen scale",
        "Aurelia KS5 KS7 kitchen scale",
        "Aurelia KS5 Pro",
        "Aurelia KS5 bowl",
        "Aurelia KS5 headphones",
        "Aurelia KS5 Batteriefach",
        "Bowl for Aurelia KS5",
        "Aurelia bowl for Torvik KS5",
        "Aurelia oven glove KS5",
        "Schale passend für Aurelia KS-5",
        "Aurelia KS-50 kitchen scale",
        "Aurelia KS5.5 kitchen scale",
        "Aurelia No 5",
        "Aurelia No. 5 scented soap",
        "Aurelia lampe de 5 W",
        "Aurelia boîte de 5",
        "Aurelia DE 5 m",
    ],
)
def test_a_short_number_alone_or_beside_other_words_is_none(title: str) -> None:
    found = MATCHER.match(listing_from_record({"marketplace": "m", "url": "https://m.example/1", "title": title}))
    assert found.outcome is not Outcome.MATCH, found.why
