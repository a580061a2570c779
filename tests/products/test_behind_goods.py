"""Everyday words beside the word for the goods leave no doubt; a part behind that word is never the goods."""

from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from detectors.low_price import LowPrice
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.products import Matcher, Outcome
from monitor.products.explained import odd_behind_goods, unexplained
from monitor.products.part_nouns import part_behind
from monitor.records import listing_from_record
from tests.products.reads import severity

VIOLATION = 60
MAKERS = {
    "Brenhold": {
        "BH18D": "Brenhold Torq 18 V drill driver",
        "BS220": "Brenhold Orbit random orbital sander",
        "VC900": "Brenhold Cyclo 900",
        "EM15K": "Brenhold Mocca espresso machine",
        "GT40L": "Brenhold Prato GT40L",
        "HP2000": "Brenhold Aqua pressure washer 140 bar",
        "AF60D": "Brenhold Crisp air fryer 6 l",
        "CH12T": "Brenhold Kettensäge 40 cm",
        "LB500": "Brenhold Ventus leaf blower",
        "KM800": "Brenhold Teig 800",
        "HD20I": "Brenhold Sera hair dryer",
        "RS36P": "Brenhold Ripper reciprocating saw",
    },
    "Ostavia": {
        "OW45S": "Ostavia Regatta",
        "OH700": "Ostavia Calm headphones",
        "OB32L": "Ostavia Trek backpack 32 l",
        "OC20P": "Ostavia Pixel compact camera",
        "OP65M": "Ostavia Pulse massage gun",
        "OS88R": "Ostavia Rumba 88",
        "OL30D": "Ostavia Luce Schreibtischlampe",
        "OT12B": "Ostavia Denta electric toothbrush",
        "OK17G": "Ostavia Vapor kettle 1.7 l",
        "OE55X": "Ostavia City e-scooter",
        "OM27Q": "Ostavia View 27 inch monitor",
        "OR90G": "Ostavia Chef rice cooker",
    },
    "Tellmark": {
        "TD20P": "Tellmark Dry dehumidifier 20 l",
        "TS300": "Tellmark Sonata soundbar",
        "TG90W": "Tellmark Fuego gas grill",
        "TB55E": "Tellmark Roda electric bike",
        "TM18S": "Tellmark Stitch",
        "TI24S": "Tellmark Glide steam iron",
    },
}
HERE = Path(__file__).parent


def brand(maker: str) -> Brand:
    """His catalogue, each product with a floor of 300."""
    products = tuple(
        Product(
            sku=f"S-{model}", name=name, model=model, currency="EUR", list_price=Decimal(340), floor_price=Decimal(300)
        )
        for model, name in MAKERS[maker].items()
    )
    return Brand(slug="b", name=maker, trademarks=(Trademark(text=maker.upper()),), products=products)


@cache
def judges(maker: str) -> tuple[Inspector, Matcher]:
    own = brand(maker)
    return Inspector([own], detectors=[LowPrice]), Matcher(own.products, marks=(maker,))


def rows(what: str) -> list[tuple[str, str, str]]:
    """The maker, model and title of each row of a kind."""
    found = []
    for line in (HERE / "behind_goods.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            maker, kind, model, title = line.split(" | ", 3)
            if kind == what:
                found.append((list(MAKERS)[int(maker) - 1], model, title))
    return found


def confirmed(what: str, price: str) -> list[str]:
    return [title for maker, _, title in rows(what) if severity(judges(maker)[0], title, price) >= VIOLATION]


@pytest.mark.parametrize(("price", "least"), [("180", 127), ("270", 133)])
def test_undercutters_who_say_what_goods_are_for_are_confirmed(price: str, least: int) -> None:
    assert len(rows("goods")) == 141
    assert len(confirmed("goods", price)) >= least


NEAR = {"Brenhold": 3, "Ostavia": 2, "Tellmark": 2}


@pytest.mark.parametrize(("price", "most"), [("120", {}), ("180", {}), ("270", NEAR)])
def test_parts_behind_the_word_for_the_goods_are_not(price: str, most: dict[str, int]) -> None:
    """Near the floor parts of goods whose kind no table knows are still taken for the goods."""
    assert len(rows("part")) == 140
    found = confirmed("part", price)
    by_maker = Counter(next(maker for maker in MAKERS if maker in title) for title in found)
    assert by_maker <= Counter(most), found


def test_few_parts_are_a_match() -> None:
    """Of the third maker's no list knows the nouns."""
    matches: Counter[str] = Counter()
    for number, (maker, _, title) in enumerate(rows("part")):
        record = {"marketplace": "m", "url": f"https://m.example/{number}", "title": title}
        matches[maker] += judges(maker)[1].match(listing_from_record(record)).outcome is Outcome.MATCH
    assert matches <= Counter({"Brenhold": 5, "Ostavia": 4, "Tellmark": 15}), matches


@pytest.mark.parametrize(
    ("title", "name", "part"),
    [
        ("Aurelia DR18V drill chuck", "Aurelia Torq drill", "chuck"),
        ("Kaffeemaschine Mahlwerk TC330", "Aurelia Mocca espresso machine", "mahlwerk"),
        ("Kaffeemaschine Mahlwerk integriert TC330", "Aurelia Mocca espresso machine", ""),
        ("Aurelia TC330 espresso machine grinder built-in", "Aurelia Mocca espresso machine", ""),
        ("Cafetera Aurelia TC330 molinillo integrado", "Aurelia Mocca espresso machine", ""),
        ("Aurelia コーヒーメーカー ポンプ内蔵", "Aurelia Mocca espresso machine", ""),
        ("Aurelia コーヒーメーカー 内蔵ポンプ", "Aurelia Mocca espresso machine", "内蔵ポンプ"),
        ("Aurelia 咖啡机 水箱一体", "Aurelia Mocca espresso machine", ""),
        ("Aurelia 咖啡机 内置水泵", "Aurelia Mocca espresso machine", "内置水泵"),
        ("Aurelia 커피머신 펌프 내장형", "Aurelia Mocca espresso machine", ""),
        ("Perceuse Aurelia DR18V variateur", "Aurelia Torq drill", "variateur"),
        ("Aurelia VX810 扫地机器人 滤网", "Aurelia Vox robot vacuum", "滤网"),
        ("Aurelia VX810 扫地机器人滤网", "Aurelia Vox robot vacuum", "滤网"),
        ("Aurelia HP20 pressure washer 140 bar", "Aurelia pressure washer", ""),
        ("Aurelia VX810 vacuum cleaner with brush", "Aurelia Vox vacuum cleaner", ""),
        ("Aurelia VX810 vacuum cleaner brush included", "Aurelia Vox vacuum cleaner", ""),
        ("Aurelia MC10 monitor extension cable", "Aurelia monitor cable", ""),
        ("Aurelia DR18V cordless drill", "Aurelia Torq drill", ""),
        ("Aurelia VX810 hinge", "Aurelia Vox 810", "hinge"),
        ("Aurelia WS200 docking station", "Aurelia Meteo 200", ""),
    ],
)
def test_where_a_noun_names_a_part(title: str, name: str, part: str) -> None:
    assert part_behind(title, name, ("aurelia", "dr18v", "tc330", "vx810", "hp20", "mc10", "ws200")) == part


@pytest.mark.parametrize(
    ("title", "deep", "near"),
    [
        ("Aurelia DR18V cordless drill DIY", "", ""),
        ("Aurelia DR18V Akkuschrauber Heimwerker", "", ""),
        ("Aurelia DR18V drill sprocketing", "sprocketing", "sprocketing"),
        ("Aurelia DR18V drill, sprocketing", "sprocketing", ""),
        ("Aurelia DR18V drill DIY sprocketing", "sprocketing", ""),
        ("Aurelia DR18V DIY", "diy", ""),
    ],
)
def test_what_is_told_of_goods_explains_a_word_only_beside_them(title: str, deep: str, near: str) -> None:
    name, marks = "Aurelia Torq drill", ("aurelia", "dr18v")
    assert (unexplained(title, name, marks), odd_behind_goods(title, name, marks)) == (deep, near)


def test_a_name_without_a_kind_learns_it_from_the_title() -> None:
    name, marks = "Aurelia Cyclo 900", ("aurelia", "vc900")
    assert not unexplained("Aurelia VC900 Staubsauger Tierhaare", name, marks)
    assert unexplained("Aurelia VC900 lamp", name, marks) == "lamp", "a lamp may be a part"
    assert unexplained("Aurelia VC900 brosse", name, marks) == "brosse"


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("Brenhold EM15K Espressomaschine Mahlwerk integriert", Outcome.MATCH),
        ("Brenhold EM15K espresso machine grinder built-in", Outcome.MATCH),
        ("Brenhold EM15K Espressomaschine Mahlwerk", Outcome.REVIEW),
        ("Brenhold EM15K エスプレッソマシン ポンプ内蔵", Outcome.MATCH),
        ("Brenhold EM15K エスプレッソマシン ポンプ", Outcome.REVIEW),
    ],
)
def test_goods_with_a_thing_built_in_are_whole(title: str, outcome: Outcome) -> None:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title}
    assert judges("Brenhold")[1].match(listing_from_record(record)).outcome is outcome


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("2er Set Becherhalter Ostavia CH12X", Outcome.MATCH),
        ("Ostavia CH12X soporte vasos coche", Outcome.MATCH),
        ("Ostavia CH12X Ersatzteil", Outcome.REVIEW),
    ],
)
def test_what_names_the_kind_in_another_language_is_no_part(title: str, outcome: Outcome) -> None:
    holder = Product(sku="H", name="Ostavia cup holder for the car", brand="Ostavia", model="CH12X")
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title}
    assert Matcher([holder], marks=("Ostavia",)).match(listing_from_record(record)).outcome is outcome
