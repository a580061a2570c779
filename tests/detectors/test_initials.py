"""A mark of which only the first letter is written counts beside a word for copies and goods of the brand's kind."""

from dataclasses import replace

import pytest

from monitor.brands import Brand, SellerEntry, SellerStatus, Trademark
from tests.detectors.stuffing import flags

MARK = Trademark(text="VELMORA", also=("维尔莫拉",), classes=(14,))
BRAND = Brand(slug="velmora", name="Velmora", trademarks=(MARK,), sellers=())
GOOD = SellerEntry(marketplace="m", seller_id="s", seller_name="S", legal_entity="", status=SellerStatus.AUTHORIZED)


def rules(brand: Brand, text: str) -> list[tuple[str, int]]:
    return [(flag.rule, flag.severity) for flag in flags((brand,), text)]


@pytest.mark.parametrize(
    "text", ["V家手表 高仿 女", "v牌手表 1:1", "大V家 手表 复刻表", "V家手表 || 图片打码，私聊", "男款 V 家手表 超a货"]
)
def test_a_letter_with_a_word_for_copies_is_a_suspicion(text: str) -> None:
    assert rules(BRAND, text) == [("abbreviated", 30)]


@pytest.mark.parametrize(
    "text",
    [
        "V家手表 女 顶级",  # one letter says nothing
        "V家具 高仿 手表",  # furniture
        "V家运动鞋 高仿",  # goods of another kind
        "K家手表 高仿",  # another letter
        "TV家手表 高仿",
        "V家手表 假货包赔",
        "高仿 手表",
    ],
)
def test_anything_less_is_left_alone(text: str) -> None:
    assert rules(BRAND, text) == []


def test_it_accuses_nobody_who_may_sell_and_no_brand_whose_goods_are_not_known() -> None:
    text = "V家手表 高仿"
    assert rules(replace(BRAND, sellers=(GOOD,)), text) == []
    assert rules(replace(BRAND, trademarks=(replace(MARK, classes=()),)), text) == []


def test_the_sentence_says_that_others_may_be_meant() -> None:
    (flag,) = flags((BRAND,), "V家手表 高仿")
    assert flag.sentence == (
        'The title names "V家", which may be short for the mark "VELMORA" and for others, with goods of the brand\'s kind '
        '("手表"), and the title says "高仿".'
    )
    assert [fact.observed for fact in flag.evidence] == ["V家", "高仿"]
