"""Of what makers sell by the pack alone only the catalogue says how many one item has: no fair price becomes an alarm."""

import time
from decimal import Decimal

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products import net_price
from monitor.products.capacity import LAST_WORD
from monitor.products.makers_packs import COMES_WITH
from monitor.products.unread import OF_SO_MANY
from monitor.records import listing_from_record
from tests.products.reads import judged, read

ASKED = 0
"""A person looks."""
SOON = 1
"""Seconds within which three patterns read 8 000 signs, many times over what they take."""
UNITS = (
    # The catalogue's name says how many one item has.
    ("Duracell Plus AA 16er", 1, "Duracell Plus AA Batterien 16 Stück", 1),
    ("Duracell Plus AA 16er", 1, "Duracell Plus AA Batterien 2 x 16 Stück", 2),
    ("Duracell Plus AA 16er", 1, "Duracell Plus AA Batterien 32 Stück", 2),
    ("Duracell Plus AA 16er", 1, "Duracell Plus AA Batterien 12 Stück", ASKED),
    ("Andrex Classic Clean 9 rolls", 1, "Andrex Classic Clean Toilet Tissue 9 Rolls", 1),
    ("Andrex Classic Clean 9 rolls", 1, "Andrex Classic Clean Toilet Tissue 45 Rolls", 5),
    ("Andrex Classic Clean 9 rolls", 1, "Andrex Classic Clean Toilet Tissue 24 Rolls", ASKED),
    ("Andrex Classic Clean 9 rolls", 1, "Andrex Classic Clean Toilet Tissue", 1),
    ("清风抽纸 120抽20包", 1, "清风抽纸原木纯品120抽20包整箱", 1),
    # Its pack count does.
    ("Gillette Mach3 blades", 12, "Gillette Mach3 Razor Blades, Pack of 12 Refills", 1),
    ("Gillette Mach3 blades", 4, "Gillette Mach3 Razor Blades, Pack of 12 Refills", 3),
    ("Calvin Klein trunks U2664G", 3, "Calvin Klein Men's 3 Pack Trunks U2664G Medium", 1),
    # It says that the product is one piece.
    ("Duracell Plus AA single battery", 1, "Duracell Plus AA 16 pack", 16),
    ("Osram H7 Night Breaker 1 Stück", 1, "Osram H7 Night Breaker Duo Box (2 Lampen)", 2),
    # It says nothing.
    ("Duracell Plus AA", 1, "Duracell Plus AA 16 pack", ASKED),
    ("Duracell Plus AA", 1, "Duracell Plus AA Batterien 16 Stück", ASKED),
    ("Duracell Plus AA", 1, "Duracell Plus AA 2 x 16 pack", ASKED),
    ("Duracell Plus AA", 1, "Duracell Plus AA", 1),
    ("Andrex Classic Clean", 1, "Andrex Classic Clean 24 Rolls", ASKED),
    ("Philips H7 bulb", 1, "Philips H7 bulb twin pack", ASKED),
    ("Aurelia H7 Autolampe", 1, "Aurelia H7 Autolampe 2 Stück", ASKED),
    ("Varta Baby C Batterien", 1, "Varta Baby C Batterien 2er Pack", ASKED),
    ("Aurelia Küchenrollen", 1, "Aurelia Küchenrollen 8 Stück", ASKED),
    ("Oral-B CrossAction brush heads", 1, "Oral-B CrossAction pack of 8", ASKED),
    ("Miele HyClean Staubsaugerbeutel GN", 1, "Miele HyClean GN 4er Pack", ASKED),
    ("Calvin Klein trunks U2664G", 1, "Calvin Klein Men's 3 Pack Trunks U2664G Medium", ASKED),
    # Other goods are counted as ever.
    ("Aurelia mug", 1, "Aurelia mug pack of 6", 6),
    ("Aurelia toilet roll holder", 1, "2 x Aurelia toilet roll holder", 2),
    ("Aurelia H4 floor lamp", 1, "Aurelia H4 floor lamp set of 2", 2),
    ("Aurelia baby monitor battery", 1, "Aurelia baby monitor battery 2 pack", 2),
    ("Aurelia T10 clamp", 1, "Aurelia T10 clamp set 2 pack", 2),
    ("Aurelia Küchenrollenhalter", 1, "Aurelia Küchenrollenhalter 2er Set", 2),
    ("Aurelia Toilettenpapierhalter", 1, "Aurelia Toilettenpapierhalter 2er Pack", 2),
    ("Aurelia porte papier toilette", 1, "Aurelia porte papier toilette lot de 2", 2),
    ("Aurelia toilet roll stand", 1, "Aurelia toilet roll stand pack of 3", 3),
    ("Aurelia tissues box cover", 1, "Aurelia tissues box cover 2 pack", 2),
    ("Aurelia packing tape", 1, "Aurelia packing tape 6 rolls", 6),
    ("Makita BL1850B 18V battery", 1, "2 x Makita BL1850B 18V battery", 2),
    ("Aurelia cola 330 ml", 1, "Aurelia cola 24 x 330 ml cans", 24),
)


@pytest.mark.parametrize(("name", "holds", "title", "units"), UNITS)
def test_units(name: str, holds: int, title: str, units: int) -> None:
    net = net_price(listing_from_record(read(title, "100")), Product(sku="A", name=name, pack_count=holds))
    assert (ASKED if net.problem else net.units) == units, net


def test_a_number_that_the_page_states_is_none_of_units_either() -> None:
    offer = listing_from_record(read("Duracell Plus AA", "100") | {"attributes": {"Number of items": "16"}})
    assert net_price(offer, Product(sku="A", name="Duracell Plus AA")).problem
    assert net_price(offer, Product(sku="A", name="Duracell Plus AA 16 pack")).units == 1
    assert net_price(offer, Product(sku="A", name="Duracell Plus AA single battery")).units == 16


@pytest.mark.parametrize("text", ["あ" * 4000, "é_" * 4000, "x" * 8000 + " 9"])
def test_long_runs_are_read_soon(text: str) -> None:
    started = time.process_time()
    COMES_WITH.search(text)
    LAST_WORD.search(text + "9")
    OF_SO_MANY.search("1er 3er " * 1000)
    assert time.process_time() - started < SOON


@pytest.mark.parametrize(
    ("name", "title", "price", "accused"),
    [
        ("Aurelia Longlife AA batteries LL450", "Aurelia Longlife AA batteries LL450 16 Pack", "14.50", False),
        ("Aurelia Longlife AA batteries LL450", "Aurelia Longlife AA batteries LL450 16 Pack", "7.00", False),
        ("Aurelia Longlife AA batteries LL450 16 pack", "Aurelia Longlife AA batteries LL450 16 Pack", "14.50", False),
        ("Aurelia Longlife AA batteries LL450 16 pack", "Aurelia Longlife AA batteries LL450 16 Pack", "9.00", True),
        (
            "Aurelia Longlife AA batteries LL450 16 pack",
            "Aurelia Longlife AA batteries LL450 2 x 16 Pack",
            "20.00",
            True,
        ),
        (
            "Aurelia Longlife AA batteries LL450 16 pack",
            "Aurelia Longlife AA batteries LL450 2 x 16 Pack",
            "29.00",
            False,
        ),
    ],
)
def test_no_price_is_divided_by_what_one_item_may_have(name: str, title: str, price: str, accused: bool) -> None:
    product = Product(sku="LL450", name=name, model="LL450", currency="EUR", floor_price=Decimal(14))
    brand = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(product,))
    flags, why = judged(Inspector([brand], detectors=[LowPrice]), [read(title, price, day) for day in (1, 2)])
    assert (max((flag.severity for flag in flags), default=0) >= 60) is accused
    if "16 pack" not in name:
        assert any("may sell so many as one item" in reason for reason in why)
