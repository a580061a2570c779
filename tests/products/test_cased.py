"""What a maker's case holds is content; cases, what is sold in cartons, and drinks in a case are counted."""

import pytest

from monitor.products.packs import pack_in

UNITS = {
    "Estuche con 36 Lápices": 1,
    "Boîte métal 40 crayons aquarelle": 1,
    "Coffret de 6 couteaux": 1,
    "Bohrer Kassette mit 19 Bohrern": 1,
    "Copic Marker 36er Set im Koffer": 1,
    "Steak Knives Gift Case with 3 Knives": 1,
    "三菱鉛筆 ユニ 12本 缶ケース入り": 1,
    "Box of 20 Sharpie Markers": 1,
    "Caja de 12 marcadores Edding": 1,
    "Bleistifte HB Karton 72 Stück": 1,
    "Parker Pen Gift Box 2 Pens": 1,
    "Edding 3000 Permanentmarker schwarz 10 Stück": 10,
    "3 boxes of 12 pencils HB": 3,
    "3 tins of 12 pencils": 3,
    "Pack 3 estuches 12 lápices": 3,
    "2 x Estuche con 12 lápices": 2,
    "Lot de 3 coffrets de 6 couteaux": 3,
    "Coffret de 2 bouteilles de vin et couteaux": 2,
    "Kiste mit 6 Weingläsern": 6,
    "Estojo com 3 sabonetes Phebo": 3,
    "Geschenkkarton mit 6 Honiggläsern Waldhonig": 6,
    "Estojo escolar 3 compartimentos": 1,
    "Astuccio 3 zip Seven": 1,
    "Houten kist met 6 flessen Bordeaux 75cl": 6,
    "Set of 12 refills for pens in case": 12,
    "Set of 4 brushes for electric toothbrush": 4,
    "Penne rigate 500 g confezione da 12": 12,
    "Gourmet Perle effilés en sauce 12x85g": 12,
    "Lotion 2 x 16 fl ounces": 2,
    "Sofa 3+1+1": 1,
}
"""How many units a title sells."""
ASKED = (
    "Case of 24 Highlighters",
    "毛笔礼盒 2支装",
    "Kitchen knives 3 pcs with case",
    "무지 반팔티 1+1 남녀공용",
    "원플러스원 레깅스",
    "1+1 leggings",
    "Gros lot vêtements garçon",
    "Kleiderpaket Mädchen 92",
    "Paka ubrań dla chłopca",
)
"""Titles at which a person must look."""


@pytest.mark.parametrize(("title", "units"), UNITS.items())
def test_a_case_is_one_unit_and_cases_are_counted(title: str, units: int) -> None:
    pack = pack_in(title)
    assert (pack.units, pack.problem) == (units, "")


@pytest.mark.parametrize("title", ASKED)
def test_what_may_be_either_goes_to_a_person(title: str) -> None:
    assert pack_in(title).problem
