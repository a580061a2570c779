"""Real words, so that a word that merely resembles a mark is not taken for a misspelling of it."""

import gzip
import json
from functools import cache
from importlib.resources import files

from monitor.marks.lexicon import lexicon

LANGUAGES = ("en", "de", "es", "fr", "it")
LARGE = ("pt", "nl")
"""Languages whose lists are so long that their rare words are mostly slips and foreign names."""
LISTED = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "lv": "Latvian",
    "nl": "Dutch", "pt": "Portuguese", "ru": "Russian",
}  # fmt: skip
"""Languages whose lists come from so many texts that a word's share of them says how common it is."""
KNOWN = 100
"""How often a word stands in the texts behind such a list to be taken for a word."""
OFTEN = 300
"""How often a word stands in the texts behind a list to be one of everyday language."""


@cache
def vocabulary() -> frozenset[str]:
    """Words of seven languages, lower case: some 850,000, read once when the first doubtful word turns up."""
    words: set[str] = set()
    for language in LANGUAGES:
        words.update(json.loads(_unpacked(language)))
    for language in LARGE:
        words.update(word for word, count in json.loads(_unpacked(language)).items() if count >= KNOWN)
    return frozenset(words)


def is_word(text: str) -> bool:
    """Whether a lower-case text is a real word of one of the languages, or another maker's name."""
    return text in vocabulary() or text in lexicon().names


@cache
def common_words() -> frozenset[str]:
    """The words among them that are met often, names of makers and people mostly left out."""
    words: set[str] = set()
    for language in LANGUAGES:
        counts: dict[str, int] = json.loads(_unpacked(language))
        words.update(word for word, count in counts.items() if count >= OFTEN)
    return frozenset(words)


@cache
def frequencies(language: str) -> dict[str, float]:
    """How often each word stands in a million words of the texts behind a language's list."""
    counts: dict[str, int] = json.loads(_unpacked(language))
    every = sum(counts.values())
    return {word: 1_000_000 * count / every for word, count in counts.items()}


def _unpacked(language: str) -> bytes:
    return gzip.decompress((files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes())
