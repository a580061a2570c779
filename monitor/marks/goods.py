"""Words for goods, beside which marks count that are everyday words: how they are read, and whether a text says one."""

import unicodedata
from functools import lru_cache

from monitor.marks.eastern import simplified
from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import normal

KEPT = 4096
"""The words of so many dossiers are kept as they are compared."""
APART = "|"
"""Stands for what parts two words of one phrase: any sign but a hyphen."""


def goods_words(listed: object) -> frozenset[str]:
    """The words that a dossier or a word file lists, as `says_goods` compares them; none of what is no list."""
    return _read(frozenset(map(str, listed))) if isinstance(listed, (list, tuple, frozenset)) else frozenset()


@lru_cache(maxsize=KEPT)
def _read(listed: frozenset[str]) -> frozenset[str]:
    read = (simplified(normal(word)) for word in listed)
    return frozenset(word if any(map(is_cjk, word)) else _words(word) for word in read) - {""}


def says_goods(goods: frozenset[str], text: str) -> bool:
    """Whether a text says one of such words, or one that is several side by side: "coffee maker".

    Chinese signs end a Latin word that they touch; words in such signs may stand anywhere.
    """
    if not goods:
        return False
    read = simplified(normal(text))
    words = _words(read)
    if not goods.isdisjoint(words.split()):
        return True
    told = f" {words} "
    return any(word in read if any(map(is_cjk, word)) else " " in word and f" {word} " in told for word in goods)


def _words(read: str) -> str:
    """The words of a text in scripts with spaces, with one space between, and signs as `APART`."""
    return " ".join("".join(map(_part, read)).split())


def _part(char: str) -> str:
    if is_cjk(char) or char.isspace() or char in "-‐‑_":
        return " "
    return char if char.isalnum() or unicodedata.category(char)[0] == "M" else f" {APART} "
