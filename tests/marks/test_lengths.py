"""Signs that become several in small letters or in their normal form move nothing that stands behind them."""

import sys
import unicodedata

import pytest

from monitor.marks import CounterfeitWords
from monitor.marks.folding import small
from monitor.marks.genuine import not_genuine

FORMS = (
    str.lower,
    str.upper,
    str.casefold,
    lambda char: unicodedata.normalize("NFKC", char),
)
TEXTS = [
    "Wer nach einer R3plika sucht, ist hier falsch. Nur Original.",
    "Kestrin Aero 200, not to be confused with r3plica sets",
    "Too many repl1ca sets on here, mine came from the high street.",
    "Quien busque r3plicas AAA que busque en otro sitio",
    "Kestrin Aero 200 best r3plica in town",
]
WORDS = CounterfeitWords()


@pytest.fixture(scope="module")
def longer() -> list[str]:
    """All signs whose length changes in one of the forms in which texts are compared."""
    signs = map(chr, range(sys.maxunicode + 1))
    return [char for char in signs if any(len(form(char)) != 1 for form in FORMS) and char.strip()]


def test_small_letters_stand_where_the_capitals_stood(longer: list[str]) -> None:
    assert [char for char in longer if len(small(f"{char}A")) != 2] == []
    assert small("İSTANBUL İĞNE") == "istanbul iğne"


@pytest.mark.parametrize("text", TEXTS)
def test_hidden_words_are_judged_alike_behind_any_sign(text: str, longer: list[str]) -> None:
    def judged(sign: str) -> list[tuple[int, str, bool, bool, bool]]:
        before = f"{sign * 30}.\n"
        found = WORDS.find(f"{before}{text}")
        return [
            (one.start - len(before), one.text, one.strong, one.refused, one.article)
            for one in found
            if one.start >= len(before)
        ]

    usual = judged("§")
    assert usual
    assert {char for char in longer if judged(char) != usual} == set()


@pytest.mark.parametrize(
    "text",
    [
        "Kestrin Aero 200 kulaklık, {} isteyen yazmasın",
        "Kestrin Aero 200 Kopfhörer, nicht zu verwechseln mit {}",
        "Słuchawki Kestrin Aero 200, proszę nie mylić z {}",
    ],
)
def test_a_hidden_word_is_sent_away_as_the_plain_one_is(text: str) -> None:
    for word in ("replika", "r3plika"):
        assert [one.strong for one in WORDS.find(text.format(word)) if not one.refused] == []


def test_what_is_not_genuine_is_found_behind_any_sign(longer: list[str]) -> None:
    def found(sign: str) -> list[tuple[int, str, bool]]:
        before = f"{sign * 30}.\n"
        said = not_genuine(f"{before}Kestrin KULAKLIK, ORİJİNAL DEĞİL", lambda: ({"kestrin", "kulaklık"}, ()))
        return [(one.start - len(before), one.text, one.sure) for one in said]

    usual = found("§")
    assert [text for _, text, _ in usual] == ["ORİJİNAL DEĞİL"]
    assert {char for char in longer if found(char) != usual} == set()
