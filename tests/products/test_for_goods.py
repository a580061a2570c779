"""What is offered for a device is not the device, whatever it is called: "blorf for coffee grinder"."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products.explained import odd_before_goods, odd_behind_goods
from tests.products.reads import severity

VIOLATION = 60
DEEP, NEAR = "80", "140"
NAMES = {
    "KM40H": "Aurelia Mola manual coffee grinder",
    "CG40N": "Aurelia Nocta 40 Kaffeemühle",
    "MC77F": "Moulin à café manuel Aurelia Rivo",
    "HG90E": "Aurelia Duro HG90E hand grinder for espresso",
    "FC12X": "Aurelia Fluxa FC12X",
    "MX510": "Aurelia Whirl stand mixer 5 l",
    "VX810": "Aurelia Vox cordless vacuum cleaner",
    "SM610": "Aurelia Stella sewing machine",
    "MER40A": "Aurelia Meridian automatic watch",
    "BK28G": "Aurelia Karo hiking backpack 28 l",
    "EB300": "Aurelia Volt electric bike",
    "HD700": "Aurelia Gust ionic hair dryer 2200 W",
}
INSPECTOR = Inspector(
    [
        Brand(
            slug="aurelia",
            name="Aurelia",
            trademarks=(Trademark(text="AURELIA"),),
            products=tuple(
                Product(
                    sku=f"S-{model}", name=name, model=model, currency="EUR", list_price=Decimal(200),
                    floor_price=Decimal(170),
                )
                for model, name in NAMES.items()
            ),
        )
    ],
    detectors=[LowPrice],
)  # fmt: skip


@pytest.mark.parametrize(("price", "least"), [(DEEP, 55), (NEAR, 59)])
def test_what_is_offered_for_goods_is_not_the_goods(price: str, least: int) -> None:
    rows, confirmed = Counter[str](), Counter[str]()
    accused, missed = [], []
    for line in Path(__file__).with_name("for_goods.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, what, _, title = line.split(" | ", 3)
        rows[what] += 1
        is_confirmed = severity(INSPECTOR, title, price) >= VIOLATION
        confirmed[what] += is_confirmed
        accused.extend([title] if is_confirmed and what == "part" else [])
        missed.extend([title] if not is_confirmed and what == "goods" else [])
    assert rows == {"part": 60, "goods": 61}
    assert not accused
    assert confirmed["goods"] >= least, missed


@pytest.mark.parametrize(
    ("title", "name", "word"),
    [
        ("Aurelia Zwurbel für Kaffeemühle KM40H", "Aurelia Mola coffee grinder", "zwurbel"),
        ("Aurelia vrinche de moulin à café KM40H", "Aurelia Mola coffee grinder", "vrinche"),
        ("Aurelia bold companion for coffee grinder lovers", "Aurelia Mola coffee grinder", ""),
        ("Aurelia KM40H burly for travel, coffee grinder", "Aurelia Mola coffee grinder", ""),
        ("Aurelia KM40H burly for travel coffee grinder", "Aurelia Mola coffee grinder", ""),
        ("Aurelia Zwurbel für Kaffeemühle KM40H", "Aurelia crank for coffee grinder", ""),
        ("Aurelia KM40H", "Aurelia Mola coffee grinder", ""),
        ("-,-", "Aurelia Mola coffee grinder", ""),
    ],
)
def test_a_word_said_to_be_for_the_goods_is_odd(title: str, name: str, word: str) -> None:
    marks = ("aurelia", "km40h")
    assert odd_before_goods(title, name, marks) == word


def test_where_for_stands_behind_the_goods_what_follows_is_odd() -> None:
    title, name = "Aurelia kahve değirmeni için zimbek KM40H", "Aurelia Mola coffee grinder"
    assert odd_behind_goods(title, name, ("aurelia", "km40h")) == "zimbek"
