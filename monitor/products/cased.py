"""Cases and sets that a maker fills with pencils, brushes, bits or knives: a "tin of 24 pencils" is one unit.

Which goods and which cases is data, in `goods.toml` and `counting.toml`; what is here is how a number stands beside
them. Bottles, food and whatever else is sold in a case is counted as ever.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from monitor.products.beside_counts import SIZED
from monitor.products.counting import CASED, CASES, CONTAINERS, FOR, GOODS, SHELLS, SINGLY, STUFFS
from monitor.products.lazy import lazily
from monitor.products.numerals import NUMERALS
from monitor.products.unread import LOOSE

TOKEN = lazily(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[×*]")
PIECES = lazily(LOOSE, re.IGNORECASE)
OF_ASIA = lazily(r"(?<![\d.,x×*])(\d{1,3})\s?[本支枝只件根把自개](?:루)?(?![\d.])")
TIMES = frozenset("x×*")
SET = frozenset({"set", "satz", "jeu", "juego", "jogo", "zestaw", "komplet", "набор", "набора", "комплект", "sats"})
SUFFIXES = frozenset({"er", "tlg", "li", "lı", "lu", "lü", "delig"})
"""What stands behind a number as one word with it: "36er Set"."""
BACK = 4
"""So many words before a number may name its case."""
ON = 3
"""So many behind it may name the goods."""
TEETH = "toothbrush"
"""Brushes for one are sold by the piece."""
LEAST_OF_SET = 4
"""Fewer may be sold together rather than as a maker's set."""
BARE = "case"
"""A "case of 12" of pens may be a trader's carton, unless it is of metal or wood, or one of these:"""
OWN = frozenset({"in", "with", "storage", "gift", "carry", "zip"})


@dataclass(frozen=True, slots=True)
class Held:
    """The numbers that count what one case holds, and those of which that is not certain."""

    certain: frozenset[int] = frozenset()
    doubtful: frozenset[int] = frozenset()


NOTHING = Held()


@lru_cache(maxsize=64)
def held(folded: str) -> Held:
    """The numbers in a case-folded title that count what a maker's case or set holds."""
    if not CASED.within_text(folded) or SIZED.search(folded) or TEETH in folded:
        return NOTHING
    certain: set[int] = set()
    doubtful: set[int] = set()
    tokens, in_a_case = TOKEN.findall(folded), CASES.within_text(folded)
    for at, token in enumerate(tokens):
        many = int(token) if token.isdecimal() else NUMERALS.get(token, 0)
        before, behind = tokens[max(0, at - BACK) : at], tokens[at + 1 : at + 1 + ON]
        if many > 1 and not _of_others(before, behind):
            sure = _sure(many, before, behind, in_a_case, not SET.isdisjoint(tokens[:at]))
            if sure is not None:
                (certain if sure else doubtful).add(many)
    if in_a_case and not folded.isascii():
        for found in OF_ASIA.finditer(folded):
            (certain if int(found[1]) >= LEAST_OF_SET else doubtful).add(int(found[1]))
    return Held(frozenset(certain), frozenset(doubtful - certain))


def _of_others(before: list[str], behind: list[str]) -> bool:
    """Whether a number stands beside "times", or counts containers or goods that are not kept in a case."""
    if not TIMES.isdisjoint((*before[-1:], *behind[:1])):
        return True
    return any(
        CASES.has(word) or ((CONTAINERS.has(word) or GOODS.has(word) or SINGLY.has(word)) and not CASED.has(word))
        for word in behind[:1]
    )


def _sure(many: int, before: list[str], behind: list[str], in_a_case: bool, of_set: bool) -> bool | None:
    """Whether a number is certain to count what a case or a set holds; None of one that does not."""
    named = _names_them(behind)
    if case := _case(before):
        return case != BARE or not OWN.isdisjoint(before) or not STUFFS.words.isdisjoint(before)
    pieces = any(word in SUFFIXES or PIECES.fullmatch(word) for word in behind[:1])
    if (named and (in_a_case or not SET.isdisjoint(before[-2:]))) or (pieces and (in_a_case or of_set)):
        return many >= LEAST_OF_SET
    return None


def _names_them(behind: list[str]) -> bool:
    """Whether the words behind a number name what is kept in a case, and not what other goods are for."""
    for word in behind:
        if word in FOR.words or word.isdecimal():
            return False
        if CASED.has(word):
            return True
    return False


def _case(before: list[str]) -> str:
    """The case that the words before a number name, with no other number between; or ""."""
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        if word.isdecimal() or word in FOR.words:
            return ""
        if CASES.has(word) or (word in SHELLS.words and not STUFFS.words.isdisjoint(before)):
            return word
    return ""
