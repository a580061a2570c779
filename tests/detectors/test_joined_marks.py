"""Marks of two names joined by a word of any language, and owners' names in Chinese signs or behind a legal form."""

import pytest

from detectors.unauthorized_seller import UnauthorizedSeller
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import Flag, History, Observation, listing_from_record

BRANDS = tuple(
    Brand(
        slug=mark.casefold(), name=mark, owner=owner, trademarks=(Trademark(text=mark, classes=(number,)),), sellers=(),
        products=(Product(sku="P1", name=product),),
    )
    for mark, owner, number, product in (
        ("Lupo & Nave", "Calzificio Adriatico S.p.A.", 25, "Lupo & Nave Brezza sneakers"),
        ("岚雀", "苏州岚雀瓷器有限公司", 21, "岚雀 青花瓷碗"),
        ("云岫", "深圳电子科技有限公司", 9, "云岫 蓝牙耳机"),
        ("Dorilka", "ТОВ Сонячна Косметика", 3, "Dorilka lipstick"),
    )
)  # fmt: skip


def judged(name: str, title: str) -> list[Flag]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u", "seller_name": name}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    inspector = Inspector(BRANDS, detectors=[UnauthorizedSeller])
    return [flag for one in inspector.inspect(observation, lambda _b, _s: History()) for flag in one.flags]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Lupo e Nave Official Store", 'shows the mark "Lupo & Nave", written otherwise, with "Official"'),
        ("Lupo e Nave Ufficiale", 'shows the mark "Lupo & Nave", written otherwise, with "Ufficiale"'),
        ("lupo-n-nave-official", 'shows the mark "Lupo & Nave", written otherwise, with "official"'),
        ("Lupo i Nave Outlet", 'is the mark "Lupo & Nave", written otherwise, with "Outlet"'),
        ("Lupo og Nave Store", 'is the mark "Lupo & Nave", written otherwise, with "Store"'),
        ("Lupo e Nave S.r.l. Outlet", 'is the mark "Lupo & Nave", written otherwise, with "Outlet"'),
    ],
)
def test_a_mark_of_two_names_is_the_same_with_a_word_for_and(name: str, says: str) -> None:
    (flag,) = judged(name, "Lupo & Nave Brezza sneakers")
    assert (flag.severity, flag.rule) == (85, "impersonation")
    assert says in flag.sentence


@pytest.mark.parametrize(
    "name",
    ["Nave e Lupo Outlet", "Hotel Lupo e Nave Outlet", "Lupo e Navetta Outlet", "Lup e O Nave Store", "E Lupo Nave"],
)
def test_other_names_with_such_a_word_are_not_the_mark(name: str) -> None:
    assert [flag.rule for flag in judged(name, "Lupo & Nave Brezza sneakers")] == ["unknown"]


def test_a_house_of_that_name_with_goods_of_its_own_is_left_alone() -> None:
    assert judged("Lupo e Nave Official", "Gift voucher, two nights") == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("苏州岚雀瓷器有限公司", "岚雀 青花瓷碗"),
        ("苏州岚雀瓷器", "岚雀 青花瓷碗"),
        ("岚雀瓷器", "岚雀 青花瓷碗"),
        ("深圳电子科技有限公司", "云岫 蓝牙耳机"),
        ("Сонячна Косметика", "Dorilka lipstick"),
        ("ТОВ Сонячна Косметика", "Dorilka lipstick"),
    ],
)
def test_the_owners_own_name_is_known_in_signs_and_without_its_legal_form(name: str, title: str) -> None:
    (flag,) = judged(name, title)
    assert (flag.severity, flag.rule) == (45, "same_name"), flag.sentence
    assert "that of the brand's owner" in flag.sentence


@pytest.mark.parametrize(("name", "title"), [("岚雀陶器", "岚雀 青花瓷碗"), ("苏州瓷器", "岚雀 青花瓷碗")])
def test_other_names_in_signs_are_not_the_owners(name: str, title: str) -> None:
    assert [flag.rule for flag in judged(name, title)] == ["unknown"]
