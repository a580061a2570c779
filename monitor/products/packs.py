"""How many units of a product a listing sells for its price, as titles say it in many languages.

A number is taken for a count of units only where the words leave no doubt; what a set contains ("5-piece") is no count
of units, and what leaves doubt is a problem, because a wrong count accuses a seller of a price that nobody asked.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from monitor.products.counting import CLASSIFIERS, DOSES, HOLDERS, PARTS, PODS, SAME, WHOLES, head_is_goods
from monitor.products.nested import nested
from monitor.products.numerals import MOST, N, number
from monitor.products.pack_patterns import (
    CAPACITY,
    CERTAIN,
    CJK_PIECES,
    CLASSIFIED,
    CONTENT,
    DOSE_WORDS,
    DOSED,
    DOUBTFUL,
    FOR,
    HELD,
    LOWER_X,
    MIDDLE_X,
    OF_GOODS,
    OF_PIECES,
    OF_SET,
    PACKED,
    TOTAL,
    UP_TO,
    WITH,
    WORDS,
)  # fmt: skip
from monitor.products.uncertain import uncertain
from monitor.products.unread import choice, unread

LEAST_DOSES = 10
"""Fewer pieces of a medicine may be packs of it."""
THREE = 3
LAST_WORD = re.compile(r"\W*\d*[^\W\d]*[\s-]*([^\W\d]+)\W*")
"""A number, in digits or in words, and one word after it."""


@dataclass(frozen=True, slots=True)
class Pack:
    """`units` sold for the price, the `text` that says so, or in `problem` why it cannot be said."""

    units: int = 1
    text: str = ""
    problem: str = ""


class Reading(Enum):
    """What a number that stands like a count is."""

    UNITS = auto()
    DOUBT = auto()
    CONTENT = auto()


def pack_in(title: str, own: str = "") -> Pack:
    """What a title says about the number of units; two different numbers, or words that leave doubt, are a problem.

    Doubtful words that the product's `own` name has too are none.
    """
    if why := uncertain(title, own):
        return Pack(problem=why)
    return counted(title)


def counted(title: str) -> Pack:
    """The number of units alone, whatever else the title says about the price."""
    text = unicodedata.normalize("NFKC", title)
    folded = text.casefold()
    counts, doubt = _counts(text, folded)
    if len(counts) > 1:
        said = '" and "'.join(sorted(counts.values()))
        return Pack(problem=f'the title says "{said}", so the number of units is not certain')
    left_open = choice(text)
    if doubt := left_open or ("" if counts else doubt or _doubt(text, folded)):
        if not left_open and (alike := _alike(doubt, folded)):
            return Pack(units=alike, text=doubt)
        return Pack(problem=f'"{doubt}" in the title may or may not be a number of units')
    return next((Pack(units=units, text=said) for units, said in counts.items()), Pack())


def _counts(text: str, folded: str) -> tuple[dict[int, str], str]:
    """The numbers of units that the words leave no doubt about, with these words, and the first that may be content."""
    in_all = TOTAL.search(text)
    if in_all and 1 < number(in_all[1]) <= MOST and _read(in_all, text, folded) is Reading.UNITS:
        return {number(in_all[1]): in_all[0].strip()}, ""
    counts: dict[int, str] = {}
    packs = nested(text, folded)
    if packs and not packs.units:
        return {}, packs.text
    if packs:
        counts[packs.units] = packs.text
    doubt = ""
    for pattern in (*CERTAIN, LOWER_X, *(OF_GOODS if head_is_goods(folded) else ())):
        for found in pattern.finditer(text):
            within = packs and packs.start <= found.start(1) < packs.end
            if within or not 1 < number(found[1]) <= MOST:
                continue
            reading = _read(found, text, folded)
            if reading is Reading.UNITS:
                counts.setdefault(number(found[1]), found[0].strip())
            elif reading is Reading.DOUBT:
                doubt = doubt or found[0].strip()
    for units, said in _said(text, folded):
        counts.setdefault(units, said)
    return _product(counts), doubt


def _read(found: re.Match[str], text: str, folded: str) -> Reading:
    """What a number that stands like a count is, by its words and by the goods."""
    said, before = found[0], text[: found.start()]
    pieces, held, of_what = OF_PIECES.search(said), HELD.search(said), FOR.search(before)
    goods = head_is_goods(folded)
    of_holder = held and (of_what or HOLDERS.within_text(folded))
    if of_holder or ((pieces or CJK_PIECES.search(said)) and WHOLES.within_text(folded)):
        return Reading.CONTENT
    if _doses(folded) and not goods:
        dosed, many = DOSED.search(said), number(found[1]) >= LEAST_DOSES
        if many and (pieces or dosed):
            return Reading.CONTENT
        if dosed or pieces or (many and not held):
            return Reading.DOUBT
    added = held and WITH.search(before) and not PACKED.search(before)
    if added or of_what or UP_TO.search(before) or CAPACITY.match(text, found.end()):
        return Reading.DOUBT
    return Reading.DOUBT if pieces and not goods and CONTENT.search(text) else Reading.UNITS


def _doses(folded: str) -> bool:
    return DOSES.within_text(folded) and not PODS.within_text(folded)


def _said(text: str, folded: str) -> Iterator[tuple[int, str]]:
    """Counts that a measure word makes certain for its goods, and those in words alone ("twin pack")."""
    for found in CLASSIFIED.finditer("" if text.isascii() else text):
        units = number(found[1])
        if 1 < units <= MOST and any(goods in text for goods in CLASSIFIERS[found[2]]):
            yield units, found[0]
    yield from ((units, words) for words, units in WORDS.items() if words in folded)


def _product(counts: dict[int, str]) -> dict[int, str]:
    """Three numbers of which one is the product of the others are a sum in all: "4 packs of 6 (24 bottles)"."""
    if len(counts) == THREE:
        one, other, most = sorted(counts)
        if one * other == most:
            return {most: counts[most]}
    return counts


def _alike(doubt: str, folded: str) -> int:
    """The number in doubtful words where the title says that its goods are all alike ("4 ... identical"); else 0."""
    numbers = [number(one) for one in re.findall(rf"(?<![\w.]){N}(?!\d)", doubt, re.IGNORECASE)]
    certain = len(numbers) == 1 and 1 < numbers[0] <= MOST and SAME.within_text(folded)
    return numbers[0] if certain else 0


def _doubt(text: str, folded: str) -> str:
    """Words that may count units, in a title where nothing certainly does."""
    doubt = next((said for pattern in (*DOUBTFUL, MIDDLE_X) if (said := _doubtful(pattern, text, folded))), "")
    return doubt or _unread(text, folded)


def _unread(text: str, folded: str) -> str:
    """A number that may be a count, of goods that neither consist of pieces nor are made to hold so many."""
    if WHOLES.within_text(folded):
        return ""
    holds = HOLDERS.within_text(folded)
    return next((said for said in unread(text) if not (_no_units(said, folded) or (holds and HELD.search(said)))), "")


def _doubtful(pattern: re.Pattern[str], text: str, folded: str) -> str:
    found = pattern.search(text)
    if found is None or _no_units(found[0], folded):
        return ""
    of_whole = CJK_PIECES.search(found[0]) or OF_PIECES.search(found[0]) or OF_SET.match(found[0])
    if of_whole and WHOLES.within_text(folded):
        return ""
    return found[0].strip() if not found.groups() or number(found[1]) > 1 else ""


def _no_units(said: str, folded: str) -> bool:
    """Whether a number counts parts or measures of one thing ("3 shelves", "(50 mcg)"), or a medicine's doses."""
    last = LAST_WORD.fullmatch(said)
    if last and last[1].casefold() in PARTS.words:
        return True
    many = re.search(r"\d+", said)
    return bool(many and int(many[0]) >= LEAST_DOSES and _doses(folded) and DOSE_WORDS.search(said))
