"""How many pieces a product's name says that one unit holds: "44 pack", "refill of 4 blades", "tea, 50 bags".

Which words name packs and refills is data, in `packing.toml`; what is here is how they stand beside the number.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from monitor.products.beside_counts import FOR_BEFORE, UP_TO, WITH_BEFORE
from monitor.products.counting import (
    BLADES,
    CONTAINERS,
    CONTENTS,
    DEVICES,
    GOODS,
    HELD_IN,
    HOLDERS,
    OF_OR_WITH,
    OUTER,
    PACKED_WORDS,
    PARTS,
    PIECE_WORDS,
    SINGLY,
)
from monitor.products.lazy import lazily
from monitor.products.nested import nested
from monitor.products.numerals import AFTER, AMOUNT, BEFORE, beginning
from monitor.products.packs import counted
from monitor.products.unread import LOOSE, PACKS
from monitor.products.words import fold

KEPT = 8192
"""The counts of so many names are kept."""
A_PACK = rf"(?<!\w)(?:{PACKS}|{OUTER.either}|{HELD_IN.either})\.?\s+(?:(?:{OF_OR_WITH.either})\s+)?"
ASIAN = "[片粒枚本個个卷巻支抽张張节節双足根颗顆개매정]"
PACKED = r"(?:入り?|[卡盒袋包]?装|パック|セット|組)"
IN_A_PACK = lazily(
    rf"{A_PACK}(\d{{1,4}}){AFTER}(?!\s?[x×]|\s?(?:{AMOUNT}))"
    rf"|{BEFORE}(\d{{1,4}})[\s-]?(?:er[\s-]?)?(?:packs?|pk|pack(?:ung)?|{PACKED_WORDS.either})(?!\w)"
    rf"|(?<![\d.,])(\d{{1,4}})\s?(?:{ASIAN}|[包袋])(?={PACKED})|{BEFORE}(\d{{1,4}})\s?['’]?\s?l[iıuü]\s"
)
"""So many in a pack, as a name says it."""
SHEETS_OF_ASIA = lazily(r"(?<![\d.,])(\d{2,4})\s?[抽枚张張매](?![\w])")
BEFORE_NOUN = lazily(rf"{BEFORE}(\d{{1,3}})\s([^\W\d_]{{3,}}|{PIECE_WORDS.either})(?![^\W_])")
WORD = re.compile(r"[^\W\d_]+")
NUMBER_APART = re.compile(r"(?<![^\W_]-)(?<!\d)\d{1,5}(?!\d)")
NUMBER = re.compile(r"(?<!\d)\d{1,5}(?!\d)")
KINDS = (GOODS, SINGLY, BLADES, CONTENTS)
"""Kinds of goods that are counted."""
PIECES = lazily(rf"(?:{LOOSE}|packs?|pk|{PACKED_WORDS.either})")


@dataclass(frozen=True, slots=True)
class Own:
    """How many `pieces` a name says, 0 for none; whether it says that they are `packed`; its words and its numbers.

    They are `contained` where it counts cans or bags, which hold something in their turn.
    """

    pieces: int = 0
    packed: bool = False
    words: frozenset[str] = frozenset()
    numbers: tuple[int, ...] = ()
    contained: bool = False
    apart: frozenset[int] = frozenset()
    """The numbers that stand alone, and are not of a word: "Omega-3"."""


@lru_cache(maxsize=KEPT)
def own_count(name: str) -> Own:
    """What a name says of the number of pieces in one unit; nothing where it says two numbers."""
    folded, count = fold(beginning(name)), counted(name)
    packed = {int(said) for found in IN_A_PACK.finditer(folded) for said in found.groups() if said}
    packed = (packed | {count.units}) - {1}
    named = {int(found[1]) for found in BEFORE_NOUN.finditer(folded) if _names_goods(found, folded)}
    named = (named | ({count.maybe} if count.loose else set())) - {0, 1}
    if not packed and not named and not folded.isascii():
        named = {int(found[1]) for found in SHEETS_OF_ASIA.finditer(folded)} - {1}
    numbers = packed or named
    several = any(many > held and many % held == 0 for many in named for held in packed)
    if several or len(numbers) != 1 or nested(folded, folded):
        return Own()
    said = tuple(map(int, NUMBER.findall(folded)))
    pieces = next(iter(numbers))
    apart = frozenset(map(int, NUMBER_APART.findall(folded)))
    contained = any(int(found[1]) == pieces and CONTAINERS.has(found[2]) for found in BEFORE_NOUN.finditer(folded))
    return Own(pieces, bool(packed), frozenset(WORD.findall(folded)), said, contained, apart)


def _names_goods(found: re.Match[str], folded: str) -> bool:
    """Whether a number of a name counts its goods, and neither parts of one nor what it is for or comes with."""
    noun, before = found[2], folded[: found.start()]
    if BLADES.has(noun) and any(map(HELD_IN.has, WORD.findall(before))):
        return True
    if noun in PARTS.words or any(pattern.search(before) for pattern in (FOR_BEFORE, WITH_BEFORE, UP_TO)):
        return False
    if is_singular_last(noun, folded):
        return False
    if DEVICES.within_text(before) or HOLDERS.within_text(folded):
        return False
    return noun in PIECE_WORDS.words or any(kind.has(noun) for kind in KINDS)


def is_singular_last(noun: str, folded: str) -> bool:
    """Whether a word is the last one of a name, and in the singular: what "Charge 5 speaker" has no five of."""
    return folded.endswith(f" {noun}") and any(f"{noun}s" in kind.words for kind in (SINGLY, GOODS))


def is_goods(noun: str) -> bool:
    """Whether a word counts goods: "pcs", "packs", or what is sold singly or in sheets."""
    return PIECES.fullmatch(noun) is not None or any(kind.has(noun) for kind in KINDS)
