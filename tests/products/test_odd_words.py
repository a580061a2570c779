"""A price of no more than six tenths of the list price beside a word that is in no list is never a sure violation."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from tests.products.reads import severity

VIOLATION = 60
NAMES = {
    "VB1200": "Aurelia Vento blender 1.2 l",
    "SM610": "Aurelia Stella sewing machine",
    "LM420": "Aurelia Prato lawn mower",
    "DH200": "Aurelia Secco dehumidifier 20 l",
    "PJ900": "Aurelia Visio projector",
    "AF550": "Aurelia Croco air fryer 5.5 l",
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


@pytest.mark.parametrize("price", ["40", "80", "120"])
def test_no_part_is_a_sure_violation_and_some_goods_are(price: str) -> None:
    rows, confirmed = Counter[str](), Counter[str]()
    accused = []
    for line in Path(__file__).with_name("odd_words.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, what, _, title = line.split(" | ", 3)
        rows[what] += 1
        if severity(INSPECTOR, title, price) >= VIOLATION:
            confirmed[what] += 1
            accused.extend([title] if what == "other" else [])
    assert rows == {"other": 30, "goods": 30}
    assert not accused
    assert confirmed["goods"] >= 8


def test_above_six_tenths_of_the_list_price_other_words_are_free() -> None:
    title = "Aurelia Vento VB1200 blender, chunky smoothies in seconds"
    assert [severity(INSPECTOR, title, price) >= VIOLATION for price in ("120", "125")] == [False, True]
