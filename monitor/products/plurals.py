"""Goods that one text names in the singular and another in the plural: "crayon" and "crayons".

How nouns end is data, in `plurals.toml`. A catalogue's name in the singular is one piece, whatever the goods are; words
for parts of them, for what they hold and for colours have a number of their own.
"""

import re
from collections.abc import Iterator
from functools import cache

from monitor.products.counting import CONTENTS, FIRST_ASIAN, GOODS, PARTS, SINGLY, Kind, kind_of, unaccented
from monitor.products.data import data
from monitor.products.words import lexicon

WORD = re.compile(r"[^\W\d_]+")
ALIKE = "er"
"""Words that end so without an umlaut are singular as often: "filter"."""
LEAST_LETTERS = 4
"""Shorter words are of other languages, or no nouns."""


def plural_in(title: str, name: str) -> str:
    """The word of a folded title that is the plural of one that a folded name has in the singular alone, or ""."""
    said, own = (set(WORD.findall(text)) for text in (title, name))
    plain = {unaccented(word): word for word in said - own if word < FIRST_ASIAN}
    return next(
        (
            plain[plural]
            for word in sorted(own - said)
            if len(word) >= LEAST_LETTERS and not _has_its_own_number(word)
            for plural in _plurals(unaccented(word))
            if plural in plain and not _has_its_own_number(plain[plural])
        ),
        "",
    )


def goods_in_plural(name: str) -> str:
    """The word of a folded name that names goods in the plural, whose singular is known, or ""."""
    return next((word for word in WORD.findall(name) if GOODS.has(word) and _is_plural(word)), "")


def _is_plural(word: str) -> bool:
    plain = unaccented(word)
    return any(
        plural and plain.endswith(plural) and SINGLY.has(plain[: len(plain) - len(plural)] + singular)
        for singular, plural in _endings()
        if plural != ALIKE or plain != word
    )


def _has_its_own_number(word: str) -> bool:
    """Whether a word may end so where one unit is sold: "red" inflects as well, and one unit has parts."""
    if GOODS.has(word) or SINGLY.has(word):
        return False
    if _adjectives().has(word):
        return True
    return word in PARTS.words or word in CONTENTS.words or word in lexicon().colours


def _plurals(word: str) -> Iterator[str]:
    for singular, plural in _endings():
        if word.endswith(singular):
            yield word[: len(word) - len(singular)] + plural


@cache
def _adjectives() -> Kind:
    return kind_of(" ".join(data("plurals.toml")["adjectives"].values()))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    rows = data("plurals.toml")["endings"].values()
    pairs = dict.fromkeys(tuple(one.split(">")) for row in rows for one in row.split())
    return tuple((singular, plural) for singular, plural in pairs)
