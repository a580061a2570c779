"""A price far below the floor is confirmed for the product itself, and not for a part, a paper, a toy or a service."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products.explained import unexplained
from tests.products.reads import judged, read, severity

VIOLATION = 60
PRICE = "200"
"""Two thirds of the floor: the price of a large part."""
NAMES = {
    "KT170B": "Aurelia Lumero electric kettle 1.7 L",
    "TR55W": "Aurelia Trail running shoe",
    "MER40A": "Aurelia Meridian 40 automatic watch",
    "SN300": "Aurelia Sona wireless earbuds",
    "VX810": "Aurelia Vox cordless vacuum cleaner",
    "PX520": "Aurelia Pixa digital camera",
    "KR28G": "Aurelia Karo hiking backpack 28 l",
    "ND410": "Aurelia Nido baby stroller",
    "HP900": "Aurelia Tonic noise cancelling headphones",
    "DR18V": "Aurelia Torq cordless drill 18 V",
    "BG45T": "Aurelia Strada leather tote bag",
    "JK77M": "Aurelia Alpin rain jacket",
    "TC330": "Aurelia Mocca espresso machine",
    "PB100": "Aurelia Velo eau de parfum 100 ml",
    "LM220": "Aurelia Luce LED desk lamp",
    "SB440": "Aurelia Boom soundbar with subwoofer",
    "SG12P": "Aurelia Riva polarised sunglasses",
    "HD700": "Aurelia Gust ionic hair dryer 2200 W",
    "WB75S": "Aurelia Hydro insulated bottle 750 ml",
    "CH88B": "Aurelia Gloria velvet armchair",
    "TB10K": "Aurelia Slate tablet 64 GB",
    "MX510": "Aurelia Whirl stand mixer 5 l",
    "BT21S": "Aurelia Peak hiking boots",
    "EB300": "Aurelia Volt electric bike",
    "GM90X": "Aurelia Strike gaming mouse",
    "SW7PK": "Aurelia Pulse smartwatch",
}
BRAND = Brand(
    slug="aurelia",
    name="Aurelia",
    trademarks=(Trademark(text="AURELIA"),),
    products=tuple(
        Product(sku=f"S-{model}", name=name, model=model, currency="EUR", floor_price=Decimal(300))
        for model, name in NAMES.items()
    ),
)


def test_only_the_product_itself_is_confirmed() -> None:
    inspector = Inspector([BRAND], detectors=[LowPrice])
    accused, missed, rows = [], [], Counter[str]()
    for line in Path(__file__).with_name("deep_prices.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        _, what, _, title = line.split(" | ", 3)
        rows[what] += 1
        confirmed = severity(inspector, title, PRICE) >= VIOLATION
        if what == "other" and confirmed:
            accused.append(title)
        elif what == "goods" and not confirmed:
            missed.append(title)
    assert rows["other"] + rows["goods"] >= 250
    assert not accused
    assert len(missed) <= 0.1 * rows["goods"], missed


def test_a_brand_may_add_words_that_say_nothing_else() -> None:
    name, title = "Aurelia Peak hiking boots", "Aurelia Peak hiking boots vibram"
    assert unexplained(title, name, ["Aurelia"]) == "vibram"
    assert not unexplained(title, name, ["Aurelia"], ["Vibram"])


@pytest.mark.parametrize(
    ("title", "word", "way_out"),
    [
        ("Aurelia BT21S hiking boots vibram", "vibram", True),
        ("Aurelia BT21S hiking boots toy", "toy", False),
        ("Aurelia BT21S hiking boots left", "left", False),
        ("Aurelia DR18V cordless drill, chuck", "chuck", False),
    ],
)
def test_the_way_out_is_named_for_words_that_may_name_the_goods(title: str, word: str, way_out: bool) -> None:
    flags, _ = judged(Inspector([BRAND], detectors=[LowPrice]), [read(title, PRICE)])
    said = flags[0].sentence if flags else ""
    assert f'also says "{word}"' in said
    assert ("plain_words of [detectors.low_price] in brand.toml" in said) is way_out
