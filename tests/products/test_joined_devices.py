"""A title that joins another device to the product has the price of both; one that says what a device does has not."""

import pytest

from monitor.brands import Product
from monitor.products import Matcher, Outcome
from monitor.products.joined_devices import joined
from monitor.records import Listing

DRILL, KETTLE, VACUUM = "Halvor Torque cordless drill", "Halvor Steam kettle 1.7 l", "Halvor Glide robot vacuum cleaner"


@pytest.mark.parametrize(
    ("name", "title", "other"),
    [
        (DRILL, "Halvor Torque cordless drill and impact driver", "impact driver"),
        (DRILL, "Halvor Torque cordless drill & 18V impact driver bare", "impact driver"),
        (DRILL, "Halvor Torque Akkuschrauber und Schlagschrauber", "schlagschrauber"),
        (DRILL, "Halvor Torque perceuse et visseuse à choc, neuf", "visseuse à choc"),
        (DRILL, "Halvor Torque taladro y llave de impacto", "llave de impacto"),
        (DRILL, "Halvor Torque cordless drill and jigsaw", "jigsaw"),
        (KETTLE, "Halvor Steam kettle 1.7 l and toaster", "toaster"),
        (KETTLE, "Halvor toaster and Steam kettle 1.7 l", "toaster"),
        (KETTLE, "Halvor Steam Wasserkocher und Toaster Set", "toaster"),
        (KETTLE, "Halvor Steam bouilloire et grille-pain", "grille-pain"),
        (KETTLE, "Halvor Steam hervidor y tostadora", "tostadora"),
        (VACUUM, "Halvor Glide robot vacuum cleaner and toaster", "toaster"),
        ("Halvor CI218 impact driver", "Halvor drill and impact driver CI218", "drill"),
    ],
)
def test_another_device_is_found(name: str, title: str, other: str) -> None:
    assert joined(title, name) == f'"{other}" is offered with it'


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (DRILL, "Halvor Torque cordless drill and screwdriver"),
        (DRILL, "Halvor Torque cordless drill with battery and charger"),
        (DRILL, "Halvor Torque cordless drill for wood and metal"),
        (DRILL, "Halvor Torque cordless drill, light and strong"),
        (DRILL, "Halvor Torque cordless drill for drill and saw work"),
        (KETTLE, "Halvor Steam kettle 1.7 l, matches our toaster and iron"),
        (KETTLE, "Halvor Steam kettle 1.7 l for coffee and tea"),
        (KETTLE, "Halvor Steam kettle 1.7 l and toaster cover"),
        (VACUUM, "Halvor Glide robot vacuum cleaner and mop"),
        ("Halvor Roma oven", "Halvor Roma oven and grill"),
        ("Halvor Roma microwave", "Halvor Roma Mikrowelle und Grill"),
        ("Halvor Lena washing machine", "Halvor Lena washer and dryer"),
        ("Halvor Edge shaver", "Halvor Edge razor and trimmer"),
        ("Halvor Blend blender", "Halvor Blend blender and food processor"),
        ("Halvor Duo kettle and toaster", "Halvor Duo kettle and toaster"),
        ("Halvor Boom headphones", "Halvor Boom headphones with microphone and phone control"),
        ("Halvor Boom headphones", "Halvor Boom headphones, phone and tablet compatible"),
        ("Halvor Barista espresso machine", "Halvor Barista coffee and espresso machine"),
    ],
)
def test_what_one_device_is_or_is_for_is_no_other(name: str, title: str) -> None:
    assert joined(title, name) == ""


def test_the_price_of_two_devices_is_asked_about() -> None:
    matcher = Matcher((Product(sku="P", name=DRILL), Product(sku="Q", name=KETTLE)), marks=("Halvor",))
    titles = (DRILL, f"{DRILL} and impact driver")
    one, both = (matcher.match(Listing(marketplace="m", url="https://m.example/1", title=title)) for title in titles)
    assert (one.outcome, both.outcome) == (Outcome.MATCH, Outcome.REVIEW)
    assert '"impact driver" is offered with it' in both.why
