"""How many units of a product a listing sells for its price, as titles say it in many languages.

A number is taken for a count of units only where the words leave no doubt; what a set contains ("5-piece") is no count
of units, and what leaves doubt is a problem, because a wrong count accuses a seller of a price that nobody asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from monitor.products.along import is_joined, without_along
from monitor.products.asides import without_asides
from monitor.products.beside_counts import CJK_PIECES, HELD, NUMBERED, OF_PACKS, OF_PIECES, OF_SET, OF_TYRES, UP_TO
from monitor.products.bracketed import BRACKETS, bracketed
from monitor.products.cased import held
from monitor.products.clean_title import and_a_half, clean
from monitor.products.counting import (
    BY_THE_SET,
    CLASSIFIERS,
    GLASSES,
    GOODS,
    HALVES,
    HOLDERS,
    LIT,
    PAIRED,
    PARTS,
    SAID,
    SAME,
    SHEETED,
    SINGLY,
    WHOLES,
    head_is_goods,
)  # fmt: skip
from monitor.products.lazy import lazily
from monitor.products.makers_packs import may_be_one
from monitor.products.nested import Nested, nested
from monitor.products.numerals import MOST, N, beginning, number
from monitor.products.offered import offered
from monitor.products.offers import offer_in
from monitor.products.pack_content import in_one_box, no_units
from monitor.products.pack_patterns import (
    CERTAIN,
    CJK_CERTAIN,
    CLASSIFIED,
    DOUBTFUL,
    DOZEN,
    HALF,
    IN_WORDS,
    LOWER_X,
    MIDDLE_X,
    NAMED,
    OF_GLASSES,
    OF_GOODS,
    OF_SETS,
    PAIR,
    TOTAL,
    UPPER_X,
    WITH_BONUS,
)
from monitor.products.part_counts import of_parts
from monitor.products.properties import without_properties
from monitor.products.reading import Reading
from monitor.products.thresholds import without_thresholds
from monitor.products.uncertain import uncertain
from monitor.products.units_or_content import read
from monitor.products.unread import OF_MANY, choice, choice_of_goods, unread
from monitor.products.words import fold

KEPT = 4096
"""The numbers of units of so many titles and names are kept."""
RANGE = lazily(r"\d\s?[-–]\s?\d{1,2}\s$")
"""Before a dozen: from so many on to so many."""
THREE = 3
TWELVE = 12
TIMES = re.compile(r"\d\s?[x×*]\s?$", re.IGNORECASE)
HALF_DOZEN = re.compile(
    r"half (?:a )?dozen|halb\w* dutzend|demi[- ]douzaine|m[ei]di?a docena|mezza dozzina|meia d[úu]zia|half dozijn"
    r"|halvt dussin|yar[ıi]m d[üu]zine"
)


@dataclass(frozen=True, slots=True)
class Pack:
    """`units` sold for the price, the `text` that says so, or in `problem` why it cannot be said.

    `maybe` is the number in words that may or may not count units, where they hold one alone; `loose` is true where
    nothing but the meaning of such words, `doubted`, is in doubt. `one_item` is true where a maker may sell so many as
    one.
    `content` are words with a number that stand like a count, and that are taken for what one unit holds.
    """

    units: int = 1
    text: str = ""
    problem: str = ""
    maybe: int = 0
    loose: bool = False
    doubted: str = ""
    one_item: bool = False
    content: str = ""


def pack_in(title: str, own: str = "") -> Pack:
    """What a title says about the number of units; two different numbers, or words that leave doubt, are a problem.

    Doubtful words that the product's `own` name has too are none. So are numbers that count what one item may have,
    until the catalogue says how many it has: for that `pieces_in` takes them as they stand.
    """
    pack = pieces_in(title, own)
    if pack.problem or not may_be_one(clean(beginning(title)), pack.units, pack.text):
        return pack
    said = pack.text.strip(" ,;(")
    return Pack(
        problem=f'"{said}" in the title: the maker may sell so many as one item', maybe=pack.units, one_item=True
    )


def pieces_in(title: str, own: str = "") -> Pack:
    """The same of a product of which the catalogue says how many pieces it has."""
    if why := uncertain(title, own):
        return _sent(title, own) or Pack(problem=why)
    return counted(title)


def _sent(title: str, own: str) -> Pack | None:
    """The number that an offer sends for its price, where the title says that number too; else None."""
    offer = offer_in(fold(title))
    if offer is None or uncertain(offer.rest, own):
        return None
    sent = counted(offer.rest)
    return sent if sent.units == offer.units > 1 else None


@lru_cache(maxsize=KEPT)
def counted(title: str) -> Pack:
    """The number of units alone, whatever else the title says about the price."""
    asides = without_properties(without_thresholds(clean(beginning(title))))
    text = without_along(without_asides(asides))
    folded = text.casefold().replace("i\u0307", "i")
    counts, doubt, content = _counts(text, folded)
    if len(counts) > 1:
        said = '" and "'.join(sorted(counts.values()))
        return Pack(problem=f'the title says "{said}", so the number of units is not certain')
    left_open = choice(text) or choice_of_goods(text) or and_a_half(text)
    if doubt := left_open or ("" if counts else doubt or _doubt(text, folded)):
        maybe = 0 if left_open or TIMES.search(text[: text.find(doubt)]) else _number_in(doubt)
        if maybe and SAME.within_text(folded):
            return Pack(units=maybe, text=doubt)
        said = _in_whole_words(doubt, text)
        return Pack(
            problem=f'"{said}" in the title may or may not be a number of units',
            maybe=maybe,
            loose=not left_open,
            doubted="" if left_open else said,
        )
    if counts:
        return next(Pack(units=units, text=said) for units, said in counts.items())
    return Pack(content=content or next(unread(text), ""))


def says_one(rest: str, many: int = 1) -> bool:
    """Whether what is left of a title counts nothing, or the same number again."""
    pack = counted(rest)
    return not pack.problem and pack.units in (1, many)


def _in_whole_words(said: str, text: str) -> str:
    """Words of a text, to the end of the last one: "2 packs of 20 TND20", where a pattern ends within it."""
    start = text.find(said)
    more = re.match(r"[^\W_]*", text[start + len(said) :]) if start >= 0 and text.isascii() else None
    return said + more[0] if more else said


def _counts(text: str, folded: str) -> tuple[dict[int, str], str, str]:
    """The numbers of units that the words leave no doubt about, with these words; then the first that may be content.

    The last are the first words that count content.
    """
    in_all = TOTAL.search(text)
    if in_all and 1 < number(in_all[1]) <= MOST and read(in_all, text, folded) in {Reading.UNITS, Reading.UNKNOWN}:
        return {number(in_all[1]): in_all[0].strip()}, "", ""
    counts: dict[int, str] = {}
    packs = nested(text, folded)
    if packs and (not packs.units or is_joined(text, packs.start)):
        return {}, packs.text, ""
    if packs:
        counts[packs.units] = packs.text
    loose: dict[int, str] = {}
    doubt = content = ""
    for reading, units, said in _candidates(text, folded, packs):
        if reading is Reading.UNITS:
            counts.setdefault(units, said)
        elif reading is Reading.UNKNOWN:
            loose.setdefault(units, said)
        elif reading is Reading.DOUBT:
            doubt = doubt or said
        else:
            content = content or said
    for units, start, said in _said(text, folded):
        if not _within(packs, start):
            counts = {many: words for many, words in counts.items() if words != said}
            counts.setdefault(units, said)
    if counts:
        counts = loose | counts
    return _product(counts), doubt or next(iter(loose.values()), ""), content


def _candidates(text: str, folded: str, packs: Nested | None) -> Iterator[tuple[Reading, int, str]]:
    """What stands like a count outside of packs of packs: its reading, the number, the words."""
    of_asia, of_goods = () if text.isascii() else CJK_CERTAIN, OF_GOODS if head_is_goods(folded) else ()
    apart = not any(kind.within_text(folded) for kind in (HOLDERS, WHOLES, BY_THE_SET))
    for pattern in NAMED if apart else ():
        for found in pattern.finditer(text):
            noun = found[2].casefold()
            named = (SINGLY.has(noun) or noun in GOODS.words) and noun not in PARTS.words
            if named and not _within(packs, found.start(1)) and 1 < number(found[1]) <= MOST:
                yield read(found, text, folded), number(found[1]), found[0].strip()
    if apart and GLASSES.within_text(folded):
        for found in OF_GLASSES.finditer(text):
            if not _within(packs, found.start(1)) and 1 < number(found[1]) <= MOST:
                yield read(found, text, folded), number(found[1]), found[0].strip()
    yield from _bracketed(text, folded)
    others = (pattern.finditer(text) for pattern in (*of_asia, LOWER_X, *of_goods))
    for found in chain(CERTAIN.finditer(text), *others):
        if not _within(packs, found.start(1)) and 1 < number(found[1]) <= MOST:
            yield read(found, text, folded), number(found[1]), found[0].strip()


def _bracketed(text: str, folded: str) -> Iterator[tuple[Reading, int, str]]:
    """Bare numbers in brackets at the ends of a title."""
    if BRACKETS.search(text):
        for units, said, certain in bracketed(text, folded):
            yield Reading.UNITS if certain else Reading.DOUBT, units, said


def _within(packs: Nested | None, at: int) -> bool:
    return packs is not None and packs.start <= at < packs.end


def _said(text: str, folded: str) -> Iterator[tuple[int, int, str]]:
    """Counts that a measure word makes certain for its goods, and those in words alone ("twin pack"), and where."""
    for found in CLASSIFIED.finditer(
        "" if text.isascii() or any(k.within_text(folded) for k in (HOLDERS, BY_THE_SET)) else text
    ):
        units = number(found[1])
        sold = offered(text)
        kinds = sum(goods in sold for goods in CLASSIFIERS[found[2]])
        # Pieces of two kinds of dishes are a set.
        of_goods = kinds == 1 or (kinds and found[2] not in "pP")
        of_tyres = found[2] in "本条본" and OF_TYRES.search(text)
        of_sheets = found[2] in "枚매장条双个只" and SHEETED.within_text(folded)
        if (of_goods or of_tyres) and not of_sheets and 1 < units <= MOST and not _of_a_box(units, found[0], folded):
            yield units, found.start(1), found[0]
    pair = HALF.search(text)
    if pair and (HALVES.within_text(folded) or LIT.within_text(pair[0].casefold())) and not PAIRED.within_text(folded):
        yield 2, pair.start(), pair[0]
    if (sets := OF_SETS.search(text)) and 1 < number(sets[1]) <= MOST and BY_THE_SET.within_text(folded):
        yield number(sets[1]), sets.start(1), sets[0].strip()
    if (bonus := WITH_BONUS.search(text)) and (SINGLY.within_text(folded) or GOODS.within_text(folded)):
        yield sum(int(part) for part in bonus.groups() if part), bonus.start(), bonus[0].strip()
    for found in IN_WORDS.finditer(folded):
        units = SAID[found[0]]
        of_pair = "对" in found[0] and PAIRED.within_text(folded)
        if not of_pair and (units != TWELVE or not HALF_DOZEN.search(folded)):
            yield units, found.start(), found[0]
    dozen = DOZEN.search(text)
    before = text[: dozen.start()] if dozen else ""
    if dozen and not (HALF_DOZEN.search(folded) or RANGE.search(before)) and SINGLY.within_text(folded):
        named = dozen[1] is None or NUMBERED.search(before) or UP_TO.search(before)
        units = TWELVE if named else TWELVE * number(dozen[1])
        yield from [(units, dozen.start(), dozen[0])] if units <= MOST else []


def _of_a_box(units: int, said: str, folded: str) -> bool:
    """Whether a measure word counts, or may count, what a box or a case holds."""
    return in_one_box(units, said, folded) or units in held(folded).doubtful


def _product(counts: dict[int, str]) -> dict[int, str]:
    """Three numbers of which one is the product of the others are a sum in all: "4 packs of 6 (24 bottles)"."""
    if len(counts) == THREE:
        one, other, most = sorted(counts)
        if one * other == most:
            return {most: counts[most]}
    return counts


def _number_in(doubt: str) -> int:
    """The number in doubtful words that hold one alone; else 0. Where all goods are alike it counts them."""
    numbers = [number(one) for one in re.findall(rf"(?<![\w.]){N}(?!\d)", doubt, re.IGNORECASE)]
    return numbers[0] if len(numbers) == 1 and 1 < numbers[0] <= MOST else 0


def _doubt(text: str, folded: str) -> str:
    """Words that may count units, in a title where nothing certainly does."""
    doubt = next((said for pattern in (*DOUBTFUL, MIDDLE_X, UPPER_X) if (said := _doubtful(pattern, text, folded))), "")
    if not doubt and (pair := PAIR.search(text)) and not PAIRED.within_text(folded):
        return pair[0].strip()
    return doubt or _unread(text, folded)


def _unread(text: str, folded: str) -> str:
    """A number that may be a count, of goods that neither consist of pieces nor are made to hold so many."""
    if WHOLES.within_text(folded):
        return ""
    for said in unread(text):
        of_set = BY_THE_SET.within_text(folded) and not (OF_PACKS.search(said) or OF_MANY.match(said))
        if not (of_set or no_units(said, folded) or (HELD.search(said) and HOLDERS.within_text(folded))):
            return said
    return ""


def _doubtful(pattern: re.Pattern[str], text: str, folded: str) -> str:
    found = pattern.search(text)
    if found is None or no_units(found[0], folded) or of_parts(found, text):
        return ""
    of_whole = CJK_PIECES.search(found[0]) or OF_PIECES.search(found[0]) or OF_SET.match(found[0])
    if of_whole and (WHOLES.within_text(folded) or BY_THE_SET.within_text(folded)):
        return ""
    return found[0].strip() if not found.groups() or number(found[1]) > 1 else ""
