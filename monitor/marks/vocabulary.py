"""Real words, so that a word that merely resembles a mark is not taken for a misspelling of it."""

import gzip
import json
from functools import cache
from importlib.resources import files

from monitor.marks.lexicon import lexicon

LANGUAGES = ("en", "de", "es", "fr", "it")


@cache
def vocabulary() -> frozenset[str]:
    """Words of five languages, lower case: some 800,000, read once when the first doubtful word turns up."""
    words: set[str] = set()
    for language in LANGUAGES:
        packed = (files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()
        words.update(json.loads(gzip.decompress(packed)))
    return frozenset(words)


def is_word(text: str) -> bool:
    """Whether a lower-case text is a real word of one of the languages, or another maker's name."""
    return text in vocabulary() or text in lexicon().names
