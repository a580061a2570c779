"""Food that is eaten one by one: pieces beside a weight are what a bag holds, packs and sizes that are multiplied count."""

import pytest

from monitor.products import not_new
from monitor.products.packs import pack_in
from monitor.records import Listing

UNITS = {
    "Border Biscuits Sharing Box 500 g (40 Biscuits)": 1,
    "Göteborgs kex 250 g 30 st": 1,
    "Greenies Dog Treats, 36 oz. Pack (36 Treats)": 1,
    "Lotus Biscoff biscuits 50 pièces 312 g": 1,
    "Mars Riegel 32 Stück 1632 g": 1,
    "Bombons Ferrero Rocher caixa 12 unidades 150g": 1,
    "Pedigree Dentastix gryzaki dla psa 28 szt 720 g": 1,
    "Печенье Choco Pie 12 шт 360 г": 1,
    "오리온 초코파이 12개입 468g": 1,
    "明治 アーモンドチョコレート 28枚入": 1,
    "Lindt Excellence 70% 100g Bars (Pack of 6)": 6,
    "6er Pack Haribo Goldbären 200 g": 6,
    "Proteinriegel 12 x 60 g": 12,
    "Lu Petit Beurre lot de 3 paquets de 200 g": 3,
    "Dog chews 3 packs 180 g": 3,
    "Haribo Goldbären 10 Beutel à 200 g": 10,
    "Honingdrop 12 zakken à 155 gram": 12,
    "グミ 100g 10袋": 10,
    "농심 신라면 120g, 40개": 40,
    "Dog treats variety pack, (24) 3 oz. Cans": 24,
    "Colgate toothpaste 75 ml 3 pcs": 3,
    "マキタ バッテリ BL1860B 18V 6.0Ah 2個セット": 2,
    "Schwalbe buitenband 28 x 1.75 set van 2": 2,
    "999 Games Catan": 1,
    "7 For All Mankind Jeans": 1,
    "5 Gum Cobalt Peppermint": 1,
    "Deckel für Mixtopf Thermomix TM5 Ersatzteil": 1,
    "Couvercle pour Thermomix TM5 pièce détachée": 1,
    "Braun No touch + forehead thermometer": 1,
    "Batterie USB-C + micro": 1,
    "Corvane 儿童餐椅 HC20 包邮": 1,
    "Corvane 电热水壶 KT12 包郵": 1,
    "Corvane 毛巾 20条 包邮": 20,
    "Corvane 毛巾 20条包邮": 20,
}
"""How many units a title sells."""
ASKED = (
    "Mon Chéri confezione 15 cioccolatini 250 g",
    "Ferrero Rocher 16 Stück 200 g",
    "Chocolate bars 6 pcs 50 g",
    "Box of 12 Protein Bars",
    "Madeleines 12 sachets individuels 300 g",
    "Treats variety pack 24 cans",
    "Ersatzteil für Bosch GSR",
    "Thermomix TM5 Ersatzteil",
    "Thermometer + batteries",
)
"""Titles at which a person must look."""
USED = (
    "PS4 Pro 1 To occasion + 2 manettes + 5 jeux",
    "Robot Magimix en panne pour pièces détachées",
)


@pytest.mark.parametrize(("title", "units"), UNITS.items())
def test_a_bag_of_food_is_one_unit_and_bags_are_counted(title: str, units: int) -> None:
    pack = pack_in(title)
    assert (pack.units, pack.problem) == (units, "")


@pytest.mark.parametrize("title", ASKED)
def test_what_may_be_pieces_or_packs_goes_to_a_person(title: str) -> None:
    assert pack_in(title).problem


@pytest.mark.parametrize("title", USED)
def test_used_goods_are_told_beside_what_comes_with_them(title: str) -> None:
    assert not_new(Listing(marketplace="m", url="https://m.example/1", title=title))
