"""Model numbers without a figure (`TWSET`): any word in a title, and a product's name in a field for the model.

So one counts only where a listing's field for the model says just that, beside the maker; and none does that is a word
of everyday, a colour, an edition or a kind of goods (`PRO`, `Black`), which such fields say of many products.
"""

from monitor.products.counting import GOODS, SINGLY
from monitor.products.identifiers import compact
from monitor.products.kinds import says_a_kind
from monitor.products.talk import how_goods_are, is_everyday
from monitor.products.words import fold, lexicon

LEAST = 3
"""Fewer letters stand for a size or a colour."""


def lettered(model: str) -> str:
    """A field for the model as such a number, compact; empty where it is none."""
    code = compact(model)
    return code if code.isalpha() and len(code) >= LEAST and names_by_itself(model) else ""


def names_by_itself(text: str) -> bool:
    """Whether words may name one product: they are no common kind of goods, nor do they all say how goods are.

    Goods that titles count one by one ("3 candles") are as common as those of the table of kinds.
    """
    said = fold(text).split()
    counted = any(GOODS.has(word) or SINGLY.has(word) for word in said)
    return not (counted or says_a_kind(text) or all(map(_says_how, said)))


def _says_how(word: str) -> bool:
    """Whether a word says how goods are, so that it may stand beside any of them."""
    known = lexicon()
    said = word in known.editions or word in known.colours or word in known.wearers or word in known.fillers
    return said or is_everyday(word) or how_goods_are().has(word)
