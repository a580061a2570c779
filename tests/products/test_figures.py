"""Watts and litres that a device's name leaves out are no other device; of goods, and beside sisters, they are."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.records import Listing

NAMES = {
    "VAC": "Lumora Airo vacuum cleaner",
    "COFFEE": "Lumora Brisa coffee machine",
    "DRYER": "Lumora Vento hair dryer",
    "KETTLE": "Lumora Kima kettle",
    "LARGE": "Lumora Kima kettle 1.7 l",
    "STEAM": "Lumora Sola steam cleaner",
    "BLENDER": "Lumora Tavo blender 1.5 l",
    "LAMP": "Lumora Nido desk lamp 9 W",
    "JUICER": "Lumora Mira juicer",
    "AIR": "Lumora Dama humidifier",
    "CREAM": "Lumora Rosa hand cream",
    "GEL": "Lumora Rosa shower gel 250 ml",
    "CHARGER": "Lumora charger",
    "STRONG": "Lumora Luz charger 65 W",
}
PRODUCTS = [Product(sku=sku, name=name) for sku, name in NAMES.items()]
MATCHER = Matcher(PRODUCTS, marks=("Lumora",))


@pytest.mark.parametrize(
    ("title", "sku"),
    [
        ("Lumora Airo vacuum cleaner 500 W 1.5 l", "VAC"),
        ("Lumora Airo vacuum cleaner with 1.5 l dust tank", "VAC"),
        ("Lumora Brisa coffee machine 1450W 1,8 l", "COFFEE"),
        ("Lumora Brisa coffee machine 1.8 Liter 1450 Watt", "COFFEE"),
        ("Lumora Sola steam cleaner 1500W 1000 ml", "STEAM"),
        ("Lumora Mira juicer 400W 1 l", "JUICER"),
        ("Lumora Dama humidifier 4 l 25 W", "AIR"),
        ("Lumora Kima kettle 2200 W", "KETTLE"),
        ("Lumora Kima kettle 1.7 l 2200 W", "LARGE"),
        ("Lumora Tavo blender 1.5 l 800W", "BLENDER"),
    ],
)
def test_a_figure_that_the_name_leaves_out_agrees(title: str, sku: str) -> None:
    found = MATCHER.match(Listing(marketplace="m", url="https://m.example/1", title=title))
    assert (found.outcome, found.sku) == (Outcome.MATCH, sku), found.why


@pytest.mark.parametrize(
    "title",
    [
        "Lumora Tavo blender 2 l 800W",
        "Lumora Nido desk lamp 5 W",
        "Lumora Kima kettle 1.0 l",
        "Lumora Rosa hand cream 50 ml",
        "Lumora Rosa hand cream 0.1 l",
        "Lumora charger 20 W",
        "Lumora Brisa coffee machine 1.8 l water tank",
        "Lumora Brisa coffee machine 1.8 l tank only",
        "Lumora Airo vacuum cleaner motor 500W",
        "Lumora Dama humidifier 4 l replacement tank",
        "Lumora Vento 500 hair dryer 2000 W 1.5 l",
    ],
)
def test_a_figure_that_the_catalogue_tells_goods_by_is_asked_about(title: str) -> None:
    found = MATCHER.match(Listing(marketplace="m", url="https://m.example/1", title=title))
    assert found.outcome is not Outcome.MATCH, found.why
