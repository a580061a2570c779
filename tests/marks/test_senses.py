"""Words of counterfeiting that mean natural jade or an amount off a price, and the same words of copies."""

import pytest

from monitor.marks import counterfeit_words


def found(text: str) -> list[str]:
    return [word.text.casefold() for word in counterfeit_words().find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "卡尔德伦 天然翡翠 A货 手镯",
        "卡尔德伦 玉镯 A货 冰种",
        "A货翡翠 吊坠",
        "和田玉 A货 平安扣",
        "緬甸玉 A貨 掛件",
        "翡翠 冰种 飘花 A货 项链",
        "天然A貨翡翠 戒指",
        "玉石手镯 老坑 A货",
        "天然翡翠 冰种 A货 戒指",
        "A货玉 吊坠",
        "A货 白玉 手镯",
        "A货翡翠 手镯 送 手提包",
        "天然玉A货 平安扣 包邮",
        "Velmora knock-off price sale",
        "End of season knock-off prices",
        "Knock off 10 euros if you collect it yourself.",
        "Will knock off £5 for collection.",
        "I can knock off $20 for two.",
        "We knock off a further 10 percent at checkout.",
        "Happy to knock off the postage",
        "Knock off 20, collection only",
        "Knock off 10% if you buy two",
        "I can knock off $20 with pickup.",
        "I'll knock off 5 in person.",
        "I knocked off 20 % already.",
    ],
)
def test_a_word_with_another_sense_is_none_of_copies(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("洛伦齐 A货 手提包", "a货"),
        ("洛伦齐 翡翠绿 手提包 A货", "a货"),
        ("洛伦齐 翡翠绿 A货 手提包", "a货"),
        ("洛伦齐 玉色 丝巾 A货", "a货"),
        ("A货 女包 送 玉石 吊坠", "a货"),
        ("A貨 玉米色 皮包", "a貨"),
        ("玉女 A货 手提包", "a货"),
        ("洛伦齐 手提包 A货 玉桂狗 联名", "a货"),
        ("洛伦齐 A货 玉兔款", "a货"),
        ("洛伦齐 手表 A货 白玉表盘", "a货"),
        ("洛伦齐 手提包 A货 玉石 扣", "a货"),
        ("翡翠 手镯 高仿", "高仿"),
        ("Lorenzi knock-off handbag", "knock-off"),
        ("Lorenzi bag (knock off 20 EUR)", "knock off"),
        ("Lorenzi bag, knock off, 20 EUR", "knock off"),
        ("This is a knock-off, price 30 euros", "knock-off"),
        ("A very good knock off for 10 euros", "knock off"),
        ("We sell knock-off bags", "knock-off"),
        ("Knock-off 2024 Lorenzi handbag", "knock-off"),
        ("knock-off 2 pcs", "knock-off"),
        ("Knock-off 1:1 Lorenzi handbag", "knock-off"),
        ("Knock-off 40 mm Lorenzi watch", "knock-off"),
        ("Knock-off 3-piece Lorenzi set", "knock-off"),
    ],
)
def test_the_same_words_of_other_goods_are(text: str, word: str) -> None:
    assert word in found(text)
