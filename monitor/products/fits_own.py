"""Whether a title says of its goods that they fit the product: "X40 compatible brush heads" are another maker's.

What the product itself fits is another thing: "earbuds SN30 compatible with iPhone", "iPhone compatible earbuds".
"""

from collections.abc import Iterable, Sequence
from functools import cache

from monitor.marks.lexicon import lexicon
from monitor.products.explained import Names, is_form, read_title, tells
from monitor.products.talk import goods_have
from monitor.products.words import fold

AHEAD = 2
"""So many words that tell how goods are may stand before the word for them."""


@cache
def _cues() -> frozenset[str]:
    return frozenset(fold(cue) for cue in lexicon().cues["descriptive"].after if cue.isalpha())


def said_to_fit(title: str, name: str, marks: Iterable[str]) -> str:
    """The word that says so right beside a name of the product; an empty string if none does, or its name says it."""
    clauses, known = read_title(title, name, marks, ())
    for words in clauses:
        for at, word in enumerate(words):
            last = word.rpartition("-")[2]
            if not tells(word) or known.are_own(word) or not any(is_form(last, cue) for cue in _cues()):
                continue
            if _of_product(words[:at], words[at + 1 :], known):
                return last
    return ""


def _of_product(before: Sequence[str], behind: Sequence[str], known: Names) -> bool:
    """Whether such a word between others speaks of the product's name, or of goods as the product is."""
    if behind and behind[0] in known.marks:
        return True
    if before and not (known.are_own(before[-1]) or known.are_goods(before[-1])):
        return False
    for word in behind[: AHEAD + 1]:
        if known.are_own(word) or known.are_goods(word):
            return True
        if goods_have(word) or not known.explain(word):
            return False
    return False
