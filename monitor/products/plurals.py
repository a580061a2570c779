"""Goods that one text names in the singular and another in the plural: "crayon" and "crayons".

How nouns end is data, in `plurals.toml`. Only what is known to be sold singly is looked at, of which a name in the
singular is one piece.
"""

import re
from collections.abc import Iterator
from functools import cache

from monitor.products.counting import GOODS, SINGLY, unaccented
from monitor.products.data import data

WORD = re.compile(r"[^\W\d_]+")
LEAST_LETTERS = 4
"""Shorter words are of other languages, or no nouns."""


def in_plural(title: str, name: str) -> bool:
    """Whether a folded title has the plural of goods sold singly that a folded name has in the singular alone."""
    said, own = (set(WORD.findall(text)) for text in (title, name))
    plain = {unaccented(word): word for word in said - own}
    return any(
        SINGLY.has(word) or SINGLY.has(plain[plural]) or GOODS.has(plain[plural])
        for word in own - said
        if len(word) >= LEAST_LETTERS
        for plural in _plurals(unaccented(word))
        if plural in plain
    )


def _plurals(word: str) -> Iterator[str]:
    for singular, plural in _endings():
        if word.endswith(singular):
            yield word[: len(word) - len(singular)] + plural


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    rows = data("plurals.toml")["endings"].values()
    pairs = dict.fromkeys(tuple(one.split(">")) for row in rows for one in row.split())
    return tuple((singular, plural) for singular, plural in pairs)
