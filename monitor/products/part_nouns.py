"""Nouns for parts right behind the noun for the goods: "drill chuck", "Kaffeemaschine Mahlwerk".

What parts are called is data, in `part_nouns.toml`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.explained import Behind, behind_goods, kind_is_known, words_of_none
from monitor.products.kinds import TOKEN
from monitor.products.own_kinds import is_of_own_kind
from monitor.products.words import fold, lexicon, spaced, words

KEPT = 4096
"""The rows of so many product names, and what so many words are, are kept."""
OF_OTHERS = ("lid", "handle", "switch", "board", "drive", "seal", "frame", "spare")
BUILT_IN = re.compile(
    r"(?:integrier|eingebau|verbau)\w*|integrated|built-in|intégrée?s?|encastrée?s?|integrad[oa]s?|incorporad[oa]s?"
    r"|integrat[oaie]|incorporat[oaie]|embutid[oa]s?|geïntegreerde?|ingebouwde?|zintegrowan\w+|wbudowan\w+|встроенн\w+"
    r"|integrera(?:d|t|de)|inbyggda?t?|entegre|dahili"
    r"|\w*(?:内置|内建|一体型?|内蔵|搭載|내장형?)"
)
"""What has such a thing built in is the whole: "Mahlwerk integriert", "ミル内蔵"; "内蔵ミル" may be sold as a spare."""
MOST = 3
"""So many words behind the goods at most name one part: "drill trigger switch"."""


@cache
def _rows() -> tuple[Kind, ...]:
    return tuple(kind_of(row.replace("|", " ")) for row in data("part_nouns.toml")["rows"].values())


@lru_cache(maxsize=KEPT)
def is_part_noun(word: str) -> bool:
    """Whether a word is one of any row: most titles have none, and need not be read."""
    return any(row.says(word) for row in _rows())


@cache
def _of_others() -> tuple[Kind, ...]:
    """The rows of what nobody sells but for other goods, by whole words: a word for goods may end with one of them."""
    table = data("part_nouns.toml")["rows"]
    words_alone = (" ".join(one for one in table[name].split() if "*" not in one and one != "|") for name in OF_OTHERS)
    return tuple(map(kind_of, words_alone))


@lru_cache(maxsize=KEPT)
def _rows_beside(name: str) -> tuple[Kind, ...]:
    """The rows, but none for a product whose own name has such a noun: it may be a part itself ("monitor cable")."""
    said = words_of_none(name)
    return () if any(row.says(word) for row in _rows() for word in said) else _rows()


def part_behind(title: str, name: str, marks: Iterable[str]) -> str:
    """The first noun for a part right behind a word for the goods; an empty string where there is none.

    What is said to be included is no part that is offered. Where nothing says what goods the product is, such a noun
    may name them, unless nobody sells such things but for others. The arguments are those of `explained.unexplained`.
    """
    if not any(map(is_part_noun, TOKEN.findall(spaced(fold(title))))):
        return ""
    if not lexicon().accessories.with_after.isdisjoint(words(fold(title))):
        return ""
    rows = _rows_beside(name)
    if rows and not kind_is_known(title, name):
        rows = _of_others()
    found = (_part_in(behind, rows) for behind in behind_goods(title, name, marks)) if rows else ()
    return next((part for part in found if part and not is_of_own_kind(part, name)), "")


def _part_in(behind: Sequence[Behind], rows: Sequence[Kind]) -> str:
    """The first noun for a part among words behind the goods, up to one that tells how these are."""
    for at, (word, explained, measures) in enumerate(behind[:MOST]):
        if not measures and any(row.says(word) for row in rows):
            return "" if any(BUILT_IN.fullmatch(one.word) for one in behind[at : at + 2]) else word
        if explained:
            break
    return ""
