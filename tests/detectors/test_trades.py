"""Shops that deal in used goods of a mark, mend them or sell parts of them, and those who pose with such words."""

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record


def brand(mark: str, *products: str, also: tuple[str, ...] = ()) -> Brand:
    return Brand(
        slug=mark.casefold(), name=mark, trademarks=(Trademark(text=mark, also=also),), sellers=(),
        products=tuple(Product(sku=f"P{at}", name=name) for at, name in enumerate(products)),
    )  # fmt: skip


BRANDS = (
    brand("Kelmarine", "Kelmarine S2 espresso machine", also=("凯尔玛林", "ケルマリン", "켈마린", "Келмарин")),
    brand("Dornvik", "Dornvik R5 mountain bike", "Dornvik bicycle repair kit", "Dornvik brake parts set"),
)
INSPECTOR = Inspector(BRANDS, detectors=[UnauthorizedSeller])


def judged(name: str, **fields: str) -> Flag:
    title = "Dornvik R5 mountain bike" if "ornvik" in name else "Kelmarine S2 espresso machine"
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u", "seller_name": name}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z", **fields})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    (flag,) = (f for one in INSPECTOR.inspect(observation, lambda _b, _s: History()) for f in one.flags)
    return flag


@pytest.mark.parametrize("condition", ["", "used"])
@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("Kelmarine Preloved Official Store", "preloved"),
        ("kelmarine-second-hand-official", "second hand"),
        ("Official Refurbished Kelmarine", "refurbished"),
        ("KelmarineRepairsOfficial", "repairs"),
        ("Kelmarine Ersatzteile Offiziell", "ersatzteile"),
        ("Kelmarine pièces détachées officiel", "pièces détachées"),
        ("Kelmarine segunda mano tienda oficial", "segunda mano"),
        ("Kelmarine usato ufficiale", "usato"),
        ("Kelmarine yedek parça resmi", "yedek parça"),
        ("Kelmarine używane oficjalny", "używane"),
        ("Келмарин б/у официальный магазин", "б/у"),
        ("凯尔玛林二手专营店", "二手"),
        ("凱爾瑪林維修旗艦店", "維修"),
        ("ケルマリン買取公式", "買取"),
        ("켈마린 중고 공식몰", "중고"),
        ("Dornvik Used Bikes Official", "used"),
    ],
)
def test_a_shop_that_says_its_trade_is_a_suspicion_whatever_else_it_says(name: str, word: str, condition: str) -> None:
    flag = judged(name, condition=condition)
    assert (flag.severity, flag.rule) == (45, "trade"), flag.sentence
    assert f'but "{word}" may say that the shop deals in used goods, mends them or sells parts' in flag.sentence


@pytest.mark.parametrize(
    "name",
    [
        "Kelmarine Official Store",
        "凯尔玛林专营店",
        "ケルマリン公式ストア",
        "Kelmar1ne Second Hand Official",
        "Kelmarine Service Center Official",
        "Dornvik Parts Official",
        "Dornvik Repair Kits Official Store",
    ],
)
def test_a_name_poses_in_disguise_or_with_goods_of_the_brands(name: str) -> None:
    assert (judged(name).severity, judged(name).rule) == (85, "impersonation")
