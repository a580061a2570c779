"""Real words, so that a word that merely resembles a mark is not taken for a misspelling of it."""

import gzip
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import chain

from monitor.marks.folding import WORDS
from monitor.marks.lexicon import lexicon

LANGUAGES = ("en", "de", "es", "fr", "it")
LARGE = ("pt", "nl")
"""Languages whose lists are so long that their rare words are mostly slips and foreign names."""
OTHER_SCRIPTS = ("ru", "ar", "fa")
"""Languages in other letters, whose words are compared as they read (see `folding.WORDS`)."""
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
    lists = ((language, KNOWN if language in LARGE else 0) for language in (*LANGUAGES, *LARGE))
    return frozenset(chain.from_iterable(_words(language, least) for language, least in lists))


@cache
def foreign() -> frozenset[str]:
    """Words of languages in other letters, as they read; some of their letters read as Latin ones."""
    words = (word.translate(WORDS) for language in OTHER_SCRIPTS for word in _words(language))
    return frozenset(word for word in words if not word.isascii())


@cache
def persons() -> frozenset[str]:
    """Names of persons that no list of words has."""
    lines = (files("monitor.marks") / "persons.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def is_word(text: str) -> bool:
    """Whether a lower-case text is a real word of one of the languages, or another maker's name."""
    return text in vocabulary() or text in lexicon().names or (not text.isascii() and text in foreign())


def is_own(text: str) -> bool:
    """Whether a lower-case text is a word, or the name of a person: such a one misspells nothing."""
    return is_word(text) or text in persons()


@cache
def common_words() -> frozenset[str]:
    """The words among them that are met often, names of makers and people mostly left out."""
    return frozenset(chain.from_iterable(_words(language, OFTEN) for language in LANGUAGES))


@cache
def everyday(language: str) -> frozenset[str]:
    """The words that stand at least once in a million words of the texts behind a language's list."""
    every = sum(map(int, re.findall(r":\s*(\d+)", _list(language))))
    return frozenset(_words(language, max(1, -(-every // 1_000_000))))


def _words(language: str, least: int = 0) -> Iterable[str]:
    """The words of a list that are counted at least so often.

    No word has a quote in it, so that words can be cut out, in half the time that reading the list as JSON takes.
    """
    if not least:
        return _list(language).split('"')[1::2]
    counted = re.findall(rf'"([^"]+)":\s*(\d{{{len(str(least))},}})', _list(language))
    return (word for word, count in counted if int(count) >= least)


def _list(language: str) -> str:
    """A list as it comes: an object of words and counts, as JSON."""
    return gzip.decompress((files("spellchecker") / "resources" / f"{language}.json.gz").read_bytes()).decode()
