"""A count of pieces rests on goods that are sold singly only where these are offered, and not what others are for or of."""

import pytest

from monitor.products.offered import offered, sold_singly
from monitor.products.packs import pack_in

OTHERS = (
    "gadgets for chairs 24 pcs",
    "gadget für kopfhörer 8 stück",
    "gadgets pour chaises 32 pièces",
    "gadget para sillas 40 piezas",
    "sandalye için gadget 20 adet",
    "椅子用 ガジェット 32枚入",
    "towel gadgets 8 pcs",
    "tyre gummy gadgets 8 pcs",
    "duvet and pillow gadgets 12 pcs",
    "gadgets de rideau 20 pièces",
    "gadgets di candela 50 pezzi",
)
"""Titles of things that nobody knows, beside goods that are sold singly."""
UNITS = {
    "Wine glasses 6 pcs": 6,
    "Coffee mugs 6 pcs": 6,
    "Boîte de 12 bougies": 12,
    "Toothbrushes x8": 8,
    "T-shirt cotton mens 3 pcs": 3,
    "Cojines para sillas 4 piezas": 4,
    "Filtres pour aspirateur 4 pièces": 4,
    "Doos met 6 wijnglazen": 6,
    "スマホ用 ケーブル 3本セット": 3,
    "Felt Pads for Chair Legs 24 pcs": 1,
    "Kit limpieza para auriculares 7 piezas": 1,
    "Stoppini di candela 50 pezzi": 1,
}
"""How many units a title sells."""


@pytest.mark.parametrize("title", OTHERS)
def test_what_goods_are_for_or_of_proves_no_count(title: str) -> None:
    assert not sold_singly(title)
    assert pack_in(title).problem


@pytest.mark.parametrize(("title", "units"), UNITS.items())
def test_what_is_offered_is_counted(title: str, units: int) -> None:
    pack = pack_in(title)
    assert (pack.units, pack.problem) == (units, "")


def test_a_title_of_nothing_else_is_left_whole() -> None:
    assert offered("for chairs") == "for chairs"
