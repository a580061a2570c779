"""The two letters i of a Turkish keyboard in marks that have neither, and where they hide a mark all the same."""

import pytest

from monitor.brands import Brand, Trademark
from monitor.marks import MarkIndex, Way

MARKS = ("Bellini", "Vestia", "Kirsan", "Divina", "KIVILCIM", "ÇINARLI", "IŞIKHAN", "İPEKÇI")
INDEX = MarkIndex([Brand(slug=mark, name=mark, trademarks=(Trademark(text=mark),), sellers=()) for mark in MARKS])


def ways(title: str) -> list[tuple[Way, ...]]:
    return [mention.ways for mentions in INDEX.find_in("title", title).values() for mention in mentions]


@pytest.mark.parametrize(
    "title",
    [
        "BELLİNİ ERKEK AYAKKABI",
        "Bellını erkek ayakkabı",
        "VESTİA KADIN ÇANTA",
        "Vestıa çanta",
        "KİRSAN",
        "Kırsan kol saati",
        "Dıvına, şık kutu",
        "divi̇na parfüm",
        "BELLİNİ AİR MAX",
    ],
)
def test_a_turkish_i_is_an_i(title: str) -> None:
    assert ways(title) == [()]


@pytest.mark.parametrize(
    ("title", "way"),
    [
        ("Bellını shoes", Way.LOOKALIKES),
        ("Kırsan watch", Way.LOOKALIKES),
        ("Beḷḷİnİ shoes", Way.ACCENTS),
        ("Belıini ayakkabı", Way.LOOKALIKES),
        ("D1VİNA PARFÜM", Way.DIGITS),
        ("Di̇v̇i̇na", Way.ACCENTS),
        ("VЕSTİA çanta", Way.LOOKALIKES),
    ],
)
def test_other_letters_and_a_dotless_one_in_other_languages_hide_the_mark(title: str, way: Way) -> None:
    assert [way in one for one in ways(title)] == [True]


@pytest.mark.parametrize(
    "title",
    [
        "Kıvılcım lamp",
        "ÇINARLI AVİZE",
        "Çınarlı avize krom",
        "Işıkhan masa lambası",
        "ışıkhan table lamp",
        "ipekçı scarf",
    ],
)
def test_the_turkish_lower_case_of_a_mark_in_capitals_is_the_mark(title: str) -> None:
    assert ways(title) == [()]


@pytest.mark.parametrize("title", ["Kıvilcım lamp", "Kıvı1cım lamp", "Işıkhán lamp", "Çınarlı̈ lamp"])
def test_and_what_hides_more_is_no_lower_case_of_it(title: str) -> None:
    assert any(ways(title))
