"""Marks of two Chinese signs in signs that sound or look alike, before goods of the catalogue and elsewhere."""

import pytest

from detectors.text_match import TextMatch
from monitor.brands import Brand, Product, Trademark
from monitor.inspection import Inspector
from monitor.records import History, Observation, listing_from_record

BRANDS = tuple(
    Brand(
        slug=f"b{at}", name=mark, trademarks=(Trademark(text=mark, classes=(number,)),), sellers=(),
        products=tuple(Product(sku=f"{at}-{n}", name=name) for n, name in enumerate(products)),
    )
    for at, (mark, number, products) in enumerate(
        [
            ("岚沐", 11, ("岚沐恒温电热水壶", "岚沐陶瓷暖风机")),
            ("禾晴", 3, ("禾晴氨基酸洁面乳100ml", "禾晴玫瑰护手霜")),
            ("朵芮", 9, ("朵芮头戴式降噪耳机",)),
        ]
    )
)  # fmt: skip


def rules(title: str) -> list[tuple[str, int]]:
    record = {"marketplace": "m", "url": "https://m.example/1", "title": title, "seller_id": "u"}
    listing = listing_from_record({**record, "observed_at": "2026-11-29T12:00:00Z"})
    assert listing.observed_at
    observation = Observation(listing=listing, observed_at=listing.observed_at)
    found = Inspector(BRANDS, detectors=[TextMatch]).inspect(observation, lambda _brand, _sku: History())
    return [(flag.rule, flag.severity) for one in found for flag in one.flags]


@pytest.mark.parametrize(
    "title",
    [
        "蓝沐恒温电热水壶",
        "岚木陶瓷暖风机 家用",
        "岚沭陶瓷暖风机 家用",
        "兰木电热水壶 恒温",
        "和晴氨基酸洁面乳 100ml",
        "【禾情】玫瑰护手霜",
        "多芮头戴式降噪耳机",
    ],
)
def test_two_signs_that_sound_alike_before_goods_of_the_catalogue_are_a_suspicion(title: str) -> None:
    assert rules(title) == [("alike_signs", 45)]


@pytest.mark.parametrize(
    "title",
    [
        "蓝沐连衣裙 夏季",
        "兰木盆景 手工",
        "和晴旅游门票",
        "天气和晴洁面乳",
        "玫瑰护手霜 合情",
        "多瑞轴承 6204",
        "木兰电热水壶",
        "小岚木雕 陶瓷摆件",
    ],
)
def test_other_words_and_other_goods_raise_nothing(title: str) -> None:
    assert rules(title) == []


def test_a_variant_of_a_sign_is_the_sign() -> None:
    assert rules("朶芮头戴式降噪耳机") == [("plain_use", 35)]
