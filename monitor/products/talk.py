"""Everyday words of titles: what they tell of goods, and that they name none.

They are data: `neutral.toml`, `selling.toml` and, for what is said of whole goods, `uses.toml`.
"""

import re
from functools import cache
from typing import NamedTuple

from monitor.products.counting import SAID, Kind, kind_of
from monitor.products.data import data
from monitor.products.wear import CONDITIONS, said_of
from monitor.products.words import lexicon

HOW = ("looks", "good", "works", "talk")
"""The rows of what titles say of goods that tell how they are."""
ADJECTIVE = re.compile(
    r"\w{3,}(?:[^e]ed|ables?|ibles?|proof|less|ic|iques?|ées?|és|onic[oa]s?|ónic[oa]s?|izad[oa]s?|izzat[aeio]|bil[ei]"
    r"|[fghkmnrtz]bar(?:e[rsn]?)?|ische?[rsn]?|iert(?:e[rsn]?)?|freie?[rsn]?|feste?[rsn]?|eerde?|baar|erade"
    r"|ow[aey]|owan[aey]|yjn[aey]|czn[aey]|ный|ная|ное|ные|ский|ская|ское|ские|lı|lü)"
)
"""Words that say how goods are, by how they end."""
ACRONYM = re.compile(r"[bcdfghjklmnpqrstvwxz]{3,4}")
"""Letters without a vowel name a technique: RGB, GPS, NFC."""


class Talk(NamedTuple):
    """What names no goods: words in any title, words in one that names the goods, and how such words look."""

    always: Kind
    beside_goods: Kind
    look: tuple[re.Pattern[str], ...]


@cache
def said_of_goods() -> Kind:
    """What titles say of whole goods beside the word for them."""
    return kind_of(" ".join(data("uses.toml")["uses"].values()).replace("|", " "))


@cache
def how_goods_are() -> Kind:
    """Words that tell how goods are, and not what or whom they are for: "electric", not "travel"."""
    return kind_of(" ".join(data("uses.toml")["uses"][name] for name in HOW).replace("|", " "))


@cache
def neutral_words(name: str) -> Kind:
    """The words of one table of `neutral.toml`: "neutral", "altering", "features"."""
    known = lexicon()
    packs = (f"~{phrase.replace(' ', '_')}" if " " in phrase else phrase for phrase in SAID)
    more = (
        (*data("selling.toml")["selling"].values(), *known.colours, *known.wearers, *packs) if name == "neutral" else ()
    )
    return kind_of(" ".join((*data("neutral.toml")[name].values(), *more)))


@cache
def everyday() -> Talk:
    """The words that name no other goods than the product's name does."""
    return Talk(neutral_words("neutral"), said_of_goods(), (ADJECTIVE, ACRONYM))


def is_everyday(word: str) -> bool:
    """Whether a folded word is one of selling, conditions, looks or what goods have ("with"), and names no goods."""
    return neutral_words("neutral").has(word) or neutral_words("features").has(word)


def goods_have(word: str) -> bool:
    """Whether behind a folded word stands what goods have, come with or are made of: "with"."""
    return neutral_words("features").has(word)


def says_no_goods(word: str) -> bool:
    """Whether a folded word of a title is an everyday one, says that goods are not new, or begins an advertisement."""
    return (
        is_everyday(word) or bool(said_of(CONDITIONS, word)) or word in data("selling.toml")["adverts"]["words"].split()
    )
