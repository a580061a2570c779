"""Lists of words are read as the JSON that they are."""

import gzip
import json
from importlib.resources import files

import pytest

from monitor.marks import vocabulary

LEAST = {0, vocabulary.KNOWN, vocabulary.OFTEN}
SMALL = ("es", "it", "ru", "fa")
EVERY = {*vocabulary.LANGUAGES, *vocabulary.LARGE, *vocabulary.OTHER_SCRIPTS, *vocabulary.LISTED}


def packed(language: str) -> bytes:
    return gzip.decompress((files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes())


@pytest.mark.parametrize("least", sorted(LEAST))
@pytest.mark.parametrize("language", SMALL)
def test_the_words_are_those_that_json_has(language: str, least: int) -> None:
    counts: dict[str, int] = json.loads(packed(language))
    assert list(vocabulary._words(language, least)) == [word for word, count in counts.items() if count >= least]


@pytest.mark.parametrize("language", sorted(EVERY))
def test_no_word_has_a_quote_in_it(language: str) -> None:
    text = packed(language)
    assert b"\\" not in text
    assert text.count(b'"') == 2 * text.count(b":") - 2 * text.count(b'":"')
