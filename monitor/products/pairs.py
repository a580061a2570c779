"""Pairs, beside a product's name that says whether one unit is a pair or a single piece.

"1 pair" of "grips (pair)" is one, and so are its "2 grips"; a "pair of brake discs" of a "brake disc (single)" is two.
"""

import re

from monitor.products.counting import ONLY_PAIRS, OUTER, PAIRS
from monitor.products.lazy import lazily
from monitor.products.makers_packs import ONE_PIECE
from monitor.products.pack_patterns import PAIR
from monitor.products.packs import Pack
from monitor.products.words import fold

NAMED = lazily(rf"[(\[]\s?(?:1\s)?(?:{PAIRS.either})\s?[)\]]|(?<![^\W_])1\s(?:{PAIRS.either})(?!\w)|[一1][对對双雙]")
"""A pair, as a name says that one unit is one; the words alone mean "for" and "by" in other languages."""
AT_THE_END = lazily(
    rf"(?<!\w)(?:{PAIRS.either})\W*$|,\s?(?:{ONLY_PAIRS.either})(?!\w)|(?<!\w)(?:{ONLY_PAIRS.either})\s\w*\d[\w-]*\s*$"
)
"""The word for a pair where it is no preposition: last, or one that means nothing else before a number or after ","."""
ONE_PAIR = lazily(rf"(?:1\s?)?(?:{PAIRS.either})(?![^\W_]).*", re.IGNORECASE)
TWO = lazily(r"\W*2\s(?!\d)[^\W\d]{2,}\.?\W*")
QUOTED = re.compile(r'"(.+)" in the title')


def of_a_pair(name: str, said: Pack) -> Pack | None:
    """What doubtful words of a title are beside a name that says a pair or one piece; None where it says neither."""
    found = QUOTED.match(said.problem)
    if found is None or not said.loose:
        return None
    words, own = fold(found[1]), fold(name)
    one_pair = said.maybe <= 1 and is_one(words)
    if is_named(own):
        two = TWO.fullmatch(words) and not any(kind.within_text(words) for kind in (PAIRS, OUTER))
        return Pack(text=words) if one_pair or two else None
    return Pack(units=2, text=words) if one_pair and ONE_PIECE.search(own) else None


def is_one(words: str) -> bool:
    """Whether folded words of a title speak of one pair."""
    return (PAIR.fullmatch(words) or ONE_PAIR.fullmatch(words)) is not None


def is_named(name: str) -> bool:
    """Whether a folded name says that one unit is a pair."""
    return NAMED.search(name) is not None


def is_a_pair(name: str) -> bool:
    """Whether a folded name says a pair, by its last word too: "knee pads pair"."""
    return is_named(name) or AT_THE_END.search(name) is not None
