"""Whether what a title compares with a brand's goods is a part for such goods: "gasket type X", "X style strap"."""

import re

from monitor.products.accessories import WITHOUT, accessory_words
from monitor.products.components import part_in
from monitor.products.own_kinds import is_of_own_kind
from monitor.products.phrases import tables
from monitor.products.uncertain import spares
from monitor.products.whole_goods import WholeGoods
from monitor.products.words import fold, lexicon, spaced

FITTINGS = tables("fittings.toml")["fittings"]
SIZE = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[.,]\d{1,2})?\s?(?:mm|cm|zoll|inch(?:es)?|pouces?|pulgadas?|”|\"|毫米|ミリ)(?!\w)",
    re.IGNORECASE,
)
"""The size of a part, by which it fits."""
WORD = re.compile(r"[^\W\d_]+")
BACK = 3
"""So many words before a part are asked whether it comes with the goods."""


def compared_part(title: str, start: int, end: int, goods: WholeGoods) -> str:
    """The word of a title for a part that is compared with the brand's goods; empty where whole goods are.

    The mark stands from `start` to `end`. What stands before it is asked first: "bag type X with buckle" is a bag. A
    word for what the brand's own products are, or have in their names, is none for a part.
    """
    own = goods.product_names
    unknown = goods if not own else None
    head, tail = title[:start], title[end:]
    if goods.stand_apart(head):
        return ""
    if word := _part(head, own, unknown):
        return word
    if goods.named_in(head) or goods.stand_apart(tail):
        return ""
    return _part(tail, own, unknown)


def names_a_size(title: str) -> bool:
    """Whether a title says the size by which a part fits: 54 mm."""
    return SIZE.search(title) is not None


def _part(text: str, own: str, classes: WholeGoods | None) -> str:
    """The word of a text for a part; `classes` are asked what the brand makes where it has no products."""
    folded = fold(text)
    apart = spaced(folded)
    words = (word for word in sorted(accessory_words(apart)) if not is_of_own_kind(word, own))
    words = (word for word in words if not (classes and classes.are_goods(word)))
    if word := next(words, "") or next(spares(text), "") or part_in(text, own):
        return word
    known = lexicon().accessories
    for found in FITTINGS.finditer(apart, folded):
        before = WORD.findall(found.string[: found.start()])[-BACK:]
        word = found[0].strip()
        if (known.with_before | WITHOUT).isdisjoint(before) and word not in fold(own):
            return word
    return ""
