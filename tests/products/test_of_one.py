"""A count that may be of what one unit has never divides: a fair price must not become an alarm by it."""

from decimal import Decimal

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products import net_price
from monitor.records import listing_from_record
from tests.products.reads import judged, read

PRODUCTS = {
    product.model: product
    for product in (
        Product(sku="BL", name="Aurelia Vitamix blender", model="VB1200", currency="EUR", floor_price=Decimal(80)),
        Product(sku="CR", name="Aurelia card reader", model="X200", currency="EUR", floor_price=Decimal(80)),
        Product(sku="CB", name="Aurelia USB-C cable", model="UC200", currency="EUR", floor_price=Decimal(80)),
        Product(sku="BO", name="Aurelia bottle", model="WB750", currency="EUR", floor_price=Decimal(80)),
    )
}
BRAND = Brand(
    slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=tuple(PRODUCTS.values())
)


@pytest.mark.parametrize(
    ("model", "title"),
    [
        ("VB1200", "VB1200 2 bottles"),
        ("VB1200", "Aurelia Vitamix blender VB1200 2 bottles"),
        ("VB1200", "Aurelia Vitamix VB1200 blender, 2 jars"),
        ("VB1200", "Aurelia Vitamix VB-1200 (2 cups)"),
        ("VB1200", "Aurelia Vitamix VB1200 2 Flaschen"),
        ("VB1200", "Aurelia Vitamix VB1200 2 botellas"),
        ("X200", "X200 (2-pack slots)"),
        ("X200", "Aurelia X200 2-pack slots card reader"),
    ],
)
def test_what_one_unit_may_have_never_divides(model: str, title: str) -> None:
    net = net_price(listing_from_record(read(title, "100")), PRODUCTS[model])
    assert net.unit == 100
    assert "may be what one unit has" in net.doubt
    assert "not divided" in net.steps[-1]


@pytest.mark.parametrize(
    ("model", "title"),
    [
        ("VB1200", "Aurelia Vitamix blender VB1200 2-pack"),
        ("VB1200", "Aurelia Vitamix VB1200 (2-pack)"),
        ("VB1200", "Aurelia Vitamix VB1200 2er Pack"),
        ("VB1200", "Aurelia Vitamix VB1200 pack of 2"),
        ("VB1200", "Aurelia Vitamix VB1200 2 pack black"),
        ("VB1200", "Aurelia Vitamix VB1200 2-pack with warranty"),
        ("VB1200", "2 x Aurelia Vitamix VB1200"),
        ("VB1200", "Aurelia Vitamix VB1200 lot de 2"),
        ("UC200", "Aurelia UC200 2-pack cable"),
        ("UC200", "Aurelia UC200 2-Pack USB-C cables"),
        ("WB750", "Aurelia WB750 2 bottles"),
    ],
)
def test_what_surely_counts_the_goods_divides(model: str, title: str) -> None:
    net = net_price(listing_from_record(read(title, "100")), PRODUCTS[model])
    assert (net.units, net.unit, net.doubt) == (2, 50, "")


@pytest.mark.parametrize(
    ("title", "price", "severe"),
    [
        ("Aurelia Vitamix blender VB1200 2 bottles", "100", False),
        ("Aurelia Vitamix blender VB1200 (2-pack)", "100", True),
        ("Aurelia Vitamix blender VB1200 2 bottles", "70", True),
    ],
)
def test_a_fair_price_is_no_alarm_by_such_a_count(title: str, price: str, severe: bool) -> None:
    inspector = Inspector([BRAND], detectors=[LowPrice])
    flags, why = judged(inspector, [read(title, price, day) for day in (1, 2)])
    assert (max((flag.severity for flag in flags), default=0) >= 60) is severe
    assert bool(why) is not severe, "what was not judged is told"
