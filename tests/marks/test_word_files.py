"""The readable files behind the search: every section is used, every phrase can be met, every look-alike is one letter."""

import tomllib
from importlib.resources import files

import pytest

from monitor.marks.folding import FACTS, LOOKALIKES, read
from monitor.marks.lexicon import ACCESSORIES, NOT_GENUINE, REFUSAL, SENSES, SUITED, lexicon, normal

KEYS = {
    "descriptive": {"before", "after", "after_model", "governs", "endings", "suffixes", "lower", "apart", "around"},
    "negation": {"before", "after", "copulas"},
    "comparison": {"before", "after", "after_model", "liked", "such", "likened", "styles", "manners", "sizes"},
    "claim": {"before"},
    "counterfeit": {
        "strong",
        "told",
        "boast",
        "weak",
        "covers",
        "close",
        "grade",
        "graded",
        "admits",
        "same",
        "outside",
        "reissue",
        "unreal",
        "stuff",
        "devices",
        "copies",
        "of",
        "beside",
        "innocent",
        "denial",
        "denial_after",
        "answers",
        "notice",
        "offer",
        "turn",
        "opener",
        "states",
        "sells",
    },
    "official": {"words", "makers", "denial", "denial_after", "fans", "lines"},
    "shop": {"words", "own", "any", "countries", "plain", "used", "mends"},
    "places": {"cities", "countries"},
    "cities_in": set(lexicon().countries),
    "ordinary": {"words"},
    "particles": {"words"},
    "goods": {"words", "trade", "joined"},
    "fillers": {"words", "articles"},
    "lists": {"words", "joins"},
    "whom": {"words"},
    "names": {"words"},
    "surnames": {"words"},
    "codes": {"words"},
    "inflections": {"words"},
    "technology": {"words"},
    "legal": {"words"},
    "stuffing": {"labels", "several", "elsewhere"},
    "sought": {"words"},
    "not_genuine": set(NOT_GENUINE),
    "refusal": set(REFUSAL),
    "senses": set(SENSES),
    "turkish": {"words"},
    "suited": set(SUITED),
    "accessories": set(ACCESSORIES),
}
FILES = sorted(p.name for p in (files("monitor.marks") / "words").iterdir() if p.name.endswith(".toml"))


@pytest.mark.parametrize("name", FILES)
def test_a_word_file_holds_known_sections_of_phrases(name: str) -> None:
    table = tomllib.loads((files("monitor.marks") / "words" / name).read_text("utf-8"))
    for section, keys in table.items():
        assert set(keys) <= KEYS[section], section
        for phrases in keys.values():
            assert all(phrase and phrase == normal(phrase) for phrase in phrases), [
                phrase for phrase in phrases if phrase != normal(phrase)
            ]


def test_no_phrase_is_both_strong_and_weak_or_official_and_trade() -> None:
    words = lexicon()
    kinds = [words.strong, words.close, words.weak, words.told, words.beside]
    assert sum(map(len, kinds)) == len(frozenset[str]().union(*kinds))
    assert not words.strong & words.innocent
    assert not words.official & words.shop
    assert words.own_shops | words.any_shops <= words.shop


def test_a_lookalike_stands_for_one_letter_and_is_not_one_itself() -> None:
    listed = [char for chars in FACTS["lookalikes"].values() for char in chars]
    assert len(listed) == len(set(listed)) == len(LOOKALIKES)
    assert not [char for char in listed if char.isascii()]
    assert all(read(char) == letter for char, letter in LOOKALIKES.items())
