"""A Latin mark that other scripts write by its sound."""

import pytest

from monitor.marks.transliterated import foreign_words, sounds_like


@pytest.mark.parametrize(
    ("mark", "word", "sure"),
    [
        ("Velmora", "Вельмора", 1),
        ("Velmora", "ベルモラ", 1),
        ("Velmora", "ヴェルモラ", 1),
        ("Velmora", "벨모라", 1),
        ("Velmora", "Βελμόρα", 1),
        ("Velmora", "वेल्मोरा", 1),
        ("Velmora", "فيلمورا", 0.5),
        ("Velmora", "ולמורה", 0.5),
        ("Velmora", "เวลโมร่า", 0.5),
        ("Velmora", "薇尔莫拉", 0.5),
        ("Velmora", "Валмора", 0),
        ("Aurelia", "Аурелия", 1),
        ("Aurelia", "アウレリア", 1),
        ("Aurelia", "أوريليا", 0.5),
        ("Aurelia", "ليلى", 0),
        ("Aurelia", "Лола", 0),
        ("Bosch", "بوش", 0.5),
        ("Bosch", "باشا", 0),
        ("Velmora", "Вельма", 0),
        ("Velmora", "Velmora", 0),
        ("Kestrin", "凯斯特林", 0.5),
        ("Kestrin", "Кестрел", 0),
        ("Samsung", "サムスン", 1),
        ("Samsung", "Самсон", 0),
        ("Lacoste", "ラコステ", 1),
        ("Lacoste", "Լակոստ", 1),
        ("Lacoste", "Лакоста", 0),
        ("Bosch", "ボッシュ", 0.5),
        ("Bosch", "Буш", 0),
        ("Bosch", "Боос", 0),
        ("三星", "サムスン", 0),
    ],
)
def test_how_sure_a_word_sounds_like_a_mark(mark: str, word: str, sure: float) -> None:
    assert sounds_like(word, mark) == sure


def test_words_of_each_script_stand_by_themselves() -> None:
    name = "Shop ヴェルモラ公式 벨모라 Вельмора متجر"
    assert [name[start:end] for start, end in foreign_words(name)] == [
        "ヴェルモラ",
        "公式",
        "벨모라",
        "Вельмора",
        "متجر",
    ]
