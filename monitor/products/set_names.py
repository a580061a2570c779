"""Numbers beside a product whose name says a set: what it holds is no number of units.

"Set of 4" of a "Multipack CMYK" is one of it, or four: the catalogue does not say how many one has. Twelve of a set of
12 colours are the set.
"""

import re

from monitor.products.counting import MULTIPACKS, OUTER, PARTS, SET_WORDS
from monitor.products.lazy import lazily
from monitor.products.numerals import BEFORE
from monitor.products.packs import Pack, counted
from monitor.products.words import fold

WORD = re.compile(r"[^\W\d_]+")
OF_PARTS = lazily(rf"(?<![\d.,])(\d{{1,3}})\s?色|{BEFORE}(\d{{1,3}})[\s-]?([^\W\d_]+)")
IN_ASIAN = re.compile("セット|套[装裝]?|礼盒|세트|パック")
TIMES = re.compile(r"\d\s?[x×*]|[x×*]\s?\d")


def of_a_set(name: str, said: Pack) -> Pack | None:
    """What a title's number (`said`) is beside a name that says a set; None where it counts units as ever."""
    folded = fold(name)
    words = WORD.findall(folded)
    multi = any(map(MULTIPACKS.has, words))
    is_set = multi or any(map(SET_WORDS.has, words)) or IN_ASIAN.search(folded) is not None
    if said.units == 1 or not is_set or TIMES.search(said.text):
        return None
    parts = {int(many) for found in OF_PARTS.finditer(folded) for many in (_of_parts(found),) if many}
    if said.units in parts:
        return Pack(text=said.text)
    nouns = WORD.findall(fold(said.text))
    packs = any(map(OUTER.has, nouns)) and "er" not in nouns
    if parts or packs or counted(name).units > 1 or not (multi or any(map(SET_WORDS.has, nouns))):
        return None
    return Pack(problem=f'the title says "{said.text.strip()}", the product\'s name a set of no said number')


def _of_parts(found: re.Match[str]) -> str:
    return found[1] or (found[2] if found[3] in PARTS.words else "")
