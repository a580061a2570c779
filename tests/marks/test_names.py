"""Legal entities in any script: the same firm with another legal form is one, a firm with another name is another."""

import pytest

from monitor.marks import name_parts, same_name, same_words

SAME = [
    ("Aurelia Timepieces GmbH", "AURELIA TIMEPIECES G.m.b.H."),
    ("Müller & Söhne OHG", "Mueller und Soehne oHG"),
    ("Watch House S.p.A.", "Watch House SpA"),
    ("Deal Co., Ltd.", "Deal Company Limited"),
    ("Société Lumière SARL", "SOCIETE LUMIERE"),
    ("Horizon Trade Sp. z o.o.", "Horizon Trade sp.z o.o."),
    ("Ｗａｔｃｈ　Ｈｏｕｓｅ Ltd", "Watch House Limited"),
    ("深圳市奥蕾科技有限公司", "深圳奥蕾科技有限责任公司"),
    ("廣州時尚貿易有限公司", "广州时尚贸易有限公司"),
    ("㈱オーレリア", "オーレリア株式会社"),
    ("（株）オーレリア", "株式会社オーレリア"),
    ("(주)오렐리아", "주식회사 오렐리아"),
    ("ООО «Часовой дом»", "Часовой Дом OOO"),
    ("Общество с ограниченной ответственностью «Часовой дом»", "ООО Часовой дом"),
    ("Saat Evi A.Ş.", "Saat Evi Anonim Şirketi"),
    ("Saat Evi Ltd. Şti.", "Saat Evi Limited Şirketi"),
    ("Công ty TNHH Đồng Hồ", "Đồng Hồ"),
    ("บริษัท นาฬิกา จำกัด", "นาฬิกา"),
]
OTHER = [
    ("Watch House Ltd", "Watch Horse Ltd"),
    ("奥蕾科技有限公司", "奥雷科技有限公司"),
    ("AG", "AG Trading"),
    ("Kick Scorner", "Kicks Corner"),
    ("제주 시계", "제 시계"),
    ("С Дом", "Дом"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_legal_form_makes_no_other_firm(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)
    assert same_words(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_name_is_another_firm(one: str, other: str) -> None:
    assert same_name(one) != same_name(other) or not same_words(one, other)


@pytest.mark.parametrize("name", ["GmbH", "公司", "Công ty TNHH", "(株)", "Общество с ограниченной ответственностью"])
def test_a_legal_form_alone_is_still_a_name(name: str) -> None:
    assert same_name(name)
    name_parts(name)


@pytest.mark.parametrize(
    "name",
    [
        "Aurelia 0utlet",
        "Aurelia Out1et",
        "Aurelia Offic!al Shop",
        "Aurelia $tore",
        "Aurelia B0utique",
        "Aurelia Official!Shop",
    ],
)
def test_a_word_of_trade_is_known_with_figures_and_signs_for_letters(name: str) -> None:
    parts = name_parts(name)
    assert parts.core == name_parts("Aurelia").core
    assert parts.official or parts.trade


@pytest.mark.parametrize("name", ["Aurelia 50ff", "Aurelia Wow!Deco", "Aurelia 1store", "Aurelia B00ks", "Aurelia 5th"])
def test_and_other_words_with_figures_are_a_name(name: str) -> None:
    parts = name_parts(name)
    assert parts.core != name_parts("Aurelia").core
