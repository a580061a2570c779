"""Words of a text's own alphabet that look like a mark."""

from typing import Any

import pytest

from monitor.brands import Brand, Trademark
from monitor.marks import MarkIndex, Way
from monitor.records import Listing

ALIKE = [
    ("COBA", {"title": "Сова интерактивная, мягкая игрушка"}),
    ("COBA", {"title": "СОВА ИНТЕРАКТИВНАЯ"}),
    ("COCHA", {"title": "Сосна кадка 2 м"}),
    ("COCHA", {"title": "Комод", "attributes": {"Цвет": "сосна"}}),
    ("COCHA", {"title": "Сосна", "description": "Саженец с закрытой корнями"}),
    ("POCA", {"title": "Роса на траве USB"}),
    ("MOPE", {"title": "Картина Море, маслом"}),
    ("MOPE", {"title": "Картина «Мора» маслом"}),
    ("MOPA", {"title": "Η μόρα και άλλα παραμύθια"}),
    ("РОСА", {"title": "Agua con poca sal, 6 botellas"}),
]
DISGUISED = [
    ("COBA", {"title": "СОВА leather boots size 42"}),
    ("COBA", {"title": "СОВA сапоги кожаные"}),  # the last letter is Latin
    ("COBA", {"title": "Сова сапоги кoжаные"}),  # another word of two alphabets
    ("COBA", {"title": "сапоги кожаные", "brand": "Сова"}),
    ("COBA", {"title": "СОВА"}),
    ("COBA", {"title": "С0ВА сапоги кожаные"}),
]


def ways(mark: str, record: dict[str, Any]) -> set[Way]:
    brand = Brand(slug="one", name=mark, trademarks=(Trademark(text=mark),))
    listing = Listing(marketplace="m", url="https://m.example/1", **record)
    return {way for mention in MarkIndex([brand]).find(listing).get("one", ()) for way in mention.ways}


@pytest.mark.parametrize(("mark", "record"), ALIKE)
def test_a_word_of_the_texts_own_alphabet_is_no_disguise(mark: str, record: dict[str, Any]) -> None:
    found = ways(mark, record)
    assert not any(way.deliberate for way in found)


@pytest.mark.parametrize(("mark", "record"), DISGUISED)
def test_letters_among_those_of_another_alphabet_are_one(mark: str, record: dict[str, Any]) -> None:
    assert any(way.deliberate for way in ways(mark, record))


def test_the_way_says_what_it_is() -> None:
    assert Way.ALPHABET in ways(*ALIKE[0])
