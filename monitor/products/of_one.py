"""Counts that may tell what one unit has, though they read like units: "VB1200 2 bottles", "X200 (2-pack slots)"."""

import re

from monitor.brands import Product
from monitor.products.counting import PACKED_WORDS, PIECE_WORDS
from monitor.products.lazy import lazily
from monitor.products.numerals import N
from monitor.products.talk import is_everyday
from monitor.products.texts import codes_of, has_kin, take_apart
from monitor.products.words import fold

A_NOUN = lazily(rf"\W*{N}[\s-]?(?:[x×]\s?)?([^\W\d]{{3,}})\W*", re.IGNORECASE)
"""A number and what it counts, and nothing else: "2 bottles", "2 x bottles"."""
FOLLOWING = re.compile(r"\s+([^\W\d]{3,})")
PIECE = re.compile(r"[^\W_]+(?:[-/._][^\W_]+)*")
OF_ASIA = re.compile(r"[個个本枚点件台][^\W\d]?(?:セット|入り?|組|套|装)?")
"""Measure words, with what says that so many are sold together."""
GLUED = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]+$")
PACKED = frozenset({"pack", "packs"})


def may_be_of_one(title: str, said: str, product: Product) -> bool:
    """Whether a title's count stands behind the product's model number, and may be of what one unit has.

    That is a number of things that the product's name does not speak of, or of packs of such things.
    """
    said = said.strip()
    start, counted = title.find(said), A_NOUN.fullmatch(said)
    if start < 0 or counted is None or not _has_number(title[:start], product):
        return False
    noun = fold(counted[2])
    if noun in PACKED or PACKED_WORDS.has(noun):
        behind = FOLLOWING.match(title, start + len(said))
        noun = fold(behind[1]) if behind else ""
        if not noun or is_everyday(noun):
            return False
    elif PIECE_WORDS.has(noun) or (OF_ASIA.match(noun) and _is_own(title[:start], product)):
        return False
    name = take_apart(f"{product.name} {product.brand}")
    return noun not in name.words and not has_kin(noun, name)


def _is_own(before: str, product: Product) -> bool:
    """Whether a count stands apart or touches a word of the product's name: not "替刃2個セット" of a mower."""
    glued = GLUED.search(before)
    return glued is None or glued[0] in product.name


def _has_number(text: str, product: Product) -> bool:
    """Whether the product's model number stands in a text."""
    own = codes_of(product.name, product.model)
    return not own.isdisjoint(codes_of(text, "")) or any(
        code in own for piece in PIECE.findall(fold(text)) for code in codes_of("", piece)
    )
