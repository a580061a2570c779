"""The goods that a title offers, without those that say what they are for or of: "felt pads for chairs", "towel clips".

A count rests on a sign of times, on a word for packs, or on goods that are known to be sold singly beside a number of
pieces, which is the weakest: it holds only where the goods are what is offered (figures in decision 38).
"""

import re
from functools import lru_cache

from monitor.products.counting import (
    BOXES,
    CONTAINERS,
    CRATES,
    DOZENS,
    ENGLISH,
    FOR,
    GOODS,
    PACK_WORDS,
    PAIRS,
    PIECE_WORDS,
    PODS,
    SINGLY,
    TABLETS,
)
from monitor.products.lazy import lazily

FOR_WHAT = lazily(
    rf"(?<!\w)(?!için)(?:{FOR.either})\s[^,;:|()\[\]\d–—+]*"
    r"|(?<!\w)[^\W\d]+\si[cç]in(?!\w)|[^\s\d,、・()（）【】]+(?:用|対応|适用|용)(?=[\s・])",
    re.IGNORECASE,
)
"""What goods are for, to the end of the clause or the next number; in Turkish and Asian languages it stands first."""
OF = lazily(
    r"(?<!\w)([^\W\d][\w'’-]{2,})\s(?:de|di|da|do|dos|das|del|della|à|al|au|aux|of)\s[^\W\d]{3,}", re.IGNORECASE
)
"""A noun, and another that says of what it is: "crochets de rideau"."""
BEFORE_PLURAL = lazily(r"(?<!\w)([a-z]{3,})\s(?=(?:(?:and|or)\s)?(?:[a-z]{3,}\s)?([a-z]{2,}[a-rt-z]s)(?!\w))")
"""An English noun, and one in the plural that it says something of: "towel clips"."""
SURE = (SINGLY, GOODS, PODS, TABLETS)
"""Goods that are sold singly."""
PACKS = (PACK_WORDS, BOXES, CONTAINERS, PIECE_WORDS, PAIRS, CRATES, DOZENS)
"""What holds or counts the goods named behind it: "box of candles"."""
PACKED = frozenset(
    {"set", "sets", "lot", "lots", "pair", "paire", "par", "coppia", "caja", "boîte", "boite", "scatola"}
)
HEADS = frozenset(
    {"heads", "refills", "cartridges", "tyres", "tires", "cards", "pieces", "units", "colours", "colors", "sizes"}
    | {"mens", "womens", "boys", "girls", "kids", "ladies", "adults", "series", "watts", "volts", "lumens"}
)
"""Behind the name of goods these are what is sold ("toothbrush heads"), or say how they are."""


def sold_singly(folded: str) -> bool:
    """Whether a case-folded title offers goods that are known to be sold singly."""
    return any(kind.within_text(folded) for kind in SURE) and any(kind.within_text(offered(folded)) for kind in SURE)


@lru_cache(maxsize=64)
def offered(folded: str) -> str:
    """A case-folded text without what its goods are for or of; the same where nothing else would be left."""
    rest = BEFORE_PLURAL.sub(_without_first, OF.sub(_without_second, FOR_WHAT.sub(" , ", folded)))
    return rest if rest.strip(" ,") else folded


def _without_second(found: re.Match[str]) -> str:
    """A noun without what it is of, unless it is a pack of that, or goods itself."""
    noun = found[1]
    whole = noun in PACKED or any(kind.has(noun) for kind in (*PACKS, *SURE))
    return found[0] if whole else noun


def _without_first(found: re.Match[str]) -> str:
    """Nothing of an English noun that only says something of the next; the noun itself where it may be what is sold."""
    noun, plural = found[1], found[2]
    of_other = noun in ENGLISH.words and not noun.endswith("s") and plural not in HEADS
    return "" if of_other and not any(kind.has(plural) for kind in (*PACKS, *SURE)) else found[0]
