"""Packs of packs: "4 packs of 6 bottles" sells 24 units, "3 boxes of 30 lenses" three."""

import re
from dataclasses import dataclass

from monitor.products.beside_counts import UP_TO
from monitor.products.cased import held
from monitor.products.counting import (
    ASSORTED,
    BOXED,
    BY_THE_BOX,
    BY_THE_SET,
    CLASSIFIERS,
    CONTAINERS,
    CONTENTS,
    DOSE_PACKS,
    DOSES,
    GOODS,
    IN_BOXES,
    OF,
    PARTS,
    SHEETED,
    SHEETS,
    SINGLY,
)
from monitor.products.lazy import lazily
from monitor.products.numerals import AFTER, AMOUNT, BEFORE, BOTTLES, CJK_N, GRAMS, KILOS, MOST, N, number
from monitor.products.unread import LOOSE as PIECE

OUTER = rf"(?:packs?|lots?|sets?|cases?|multipacks?|pakete?|{CONTAINERS.either})"
LATIN = lazily(
    rf"{BEFORE}{N}\s?(?:[x×]\s?)?{OUTER}\s+\(?(?:{OF.either}|[x×])\s*{N}(?:(?P<each>\s?[x×]\s?{AMOUNT})|{AFTER}\s*(?P<of>[^\W\d_]*)(?P<sized>\s+(?:de|à|of|da|von|van|a)\s+{AMOUNT})?)",
    re.IGNORECASE,
)
ONE_PACK = lazily(r"\d+\s+(?:lot|set|pack|case|multipack|lote)\b", re.IGNORECASE)
"""A number before one pack is no count of packs, and so may be a size: "43 lot de 3"."""
BARE = lazily(rf"{BEFORE}{N}\s?[x×]\s?{N}\s?(?:(?:{CONTAINERS.either})\b|{BOTTLES})", re.IGNORECASE)
OF_PACKS = lazily(rf"{BEFORE}([2-9])\s?[x×]\s?{N}[\s-]?packs?\b(?!\s\d)", re.IGNORECASE)
"""So many times a pack of so many: "2 x 16 pack"."""
STATED = lazily(rf"{BEFORE}{N}\s?[x×]\s?{N}(?!\s?[x×\d]|[.,]\d|\s?[cm]?m\b|\w)")
OF_PIECES = lazily(rf"{BEFORE}{N}\s?[x×]\s?{N}\s?(?:{PIECE})(?!\w)", re.IGNORECASE)
OF_BLISTERS = lazily(
    rf"{BEFORE}(\d{{1,2}})\s+[^\W\d]{{3,}}\s+(?:{OF.either}|[x×])\s+(\d{{1,3}})(?![\w,.])", re.IGNORECASE
)
"""Two packs of five, of whatever kind, where the title states ten pieces."""
TIMES_SIGN = lazily(r"[x×]")
TIMES = lazily(rf"{BEFORE}{N}\s?[x×]\s?{N}\s?[x×]\s?{AMOUNT}", re.IGNORECASE)
ASIAN = lazily(
    rf"{CJK_N}\s?(?P<of>[本瓶缶罐支只根個个袋盒包枚片粒錠张張箱食玉])(?:入り?|装)?(?:パック)?(?:\s?[x×*]|\s?/\s?[箱盒提组](?:\s?[x×*])?|(?<=[本瓶缶罐枚片入])\s+)\s?{CJK_N}\s?"
    r"(?:箱|ケース|提|组|セット|パック|盒)"
)
ASIAN_PACKS = lazily(
    rf"{CJK_N}\s?(?P<of>[本個个袋包枚片粒食玉])(?:入り?)?(?:パック|袋入り?|箱入り?)\s?[x×*]\s?{CJK_N}(?![\d.]|[cm]m)"
)
OF_MEASURE = re.compile(rf"k?g|[mcd]?l|oz|{'|'.join(GRAMS + KILOS)}|lit(?:er|re)s?|litros?|litri")
OF_CASES = lazily(rf"{AMOUNT}\s?(?:[x×]\s?)?([2-9])\s?(?:ケース|箱)\s?\(?(?:合計|計|全)?\s?(\d{{2,3}})\s?[本缶]")
"""So many cases, and all that they hold: "500ml 2ケース 48本"."""
CASES_APART = lazily(rf"{CJK_N}\s?[本缶]入り?\s[^x×*]{{1,20}}?\s[2-9]\s?ケース")
"""What a case holds, and elsewhere a number of cases."""
IN_A_CASE = frozenset({24, 30, 48})
LEAST_MEASURE = 10
"""Two numbers from here on may be the measures of a bag."""
LOOSE = frozenset("枚片粒錠张張")
"""Measure words of what a pack holds."""
LEAST_BOXED = 10
"""Fewer gloves or pens are no box of a maker."""
MOST_INNER = 24
"""Of goods that are sold singly no more are in an inner pack."""


@dataclass(frozen=True, slots=True)
class Nested:
    """How many `units` the packs hold in all, 0 where that is not certain; `text` says it, at `start` to `end`."""

    units: int
    text: str
    start: int
    end: int


def nested(text: str, folded: str) -> Nested | None:
    """The first pack of packs in a title."""
    if found := next((pack for pack in LATIN.finditer(text) if not UP_TO.search(text[: pack.start()])), None):
        units = _of_packs(found, text, folded)
    elif found := TIMES.search(text):
        units = number(found[1]) * number(found[2])
    elif found := BARE.search(text) or OF_PACKS.search(text):
        outer, inner = number(found[1]), number(found[2])
        units = 0 if min(outer, inner) >= LEAST_MEASURE else outer * inner
    elif ((found := STATED.search(text)) and (units := _stated(text, found))) or (
        (found := OF_BLISTERS.search(text)) and (units := _in_all(text, found, folded))
    ):
        pass
    elif not text.isascii() and (found := OF_CASES.search(text) or CASES_APART.search(text)):
        units = _of_cases(found)
    elif found := OF_PIECES.search(text):
        units = _of_pieces(number(found[1]), number(found[2]), folded)
    elif not text.isascii() and (found := ASIAN.search(text) or ASIAN_PACKS.search(text)):
        inner, outer = number(found[1]), number(found[3])
        of_box = _content(found["of"], text, folded) or _by_the_box(inner, folded)
        units = outer if of_box else outer * inner
    else:
        return None
    return Nested(units if units <= MOST else 0, found[0].strip(), found.start(), found.end())


def _of_packs(found: re.Match[str], text: str, folded: str) -> int:
    """The units of packs of so many, as most languages say it: "4 packs of 6 bottles"; 0 where that is not certain."""
    outer, inner, of = number(found[1]), number(found[2]), (found["of"] or "").casefold()
    if ONE_PACK.match(found[0]):
        may_hold = of in DOSE_PACKS.words or _of_one_pack(of, inner, folded)
        return inner if outer == 1 and not may_hold else 0
    if OF_MEASURE.fullmatch(of):
        return outer  # each of so many grams or millilitres
    if DOSES.within_text(folded) and of in CONTAINERS.words and not found["sized"] and TIMES_SIGN.search(found[0]):
        return inner  # a pack of so many lenses, times boxes
    if _of_one_pack(of, inner, folded):
        return outer
    if (
        found["each"]
        or found["sized"]
        or (of in CONTAINERS.words and inner <= MOST_INNER)
        or of in GOODS.words
        or (not of and inner <= MOST_INNER and _sold_singly(folded))
    ):
        return outer * inner
    in_all = re.search(rf"(?<!\d){outer * inner}(?!\d)\s*([^\W\d_]*)", text)
    contents = in_all and in_all[1].casefold() in CONTENTS.words
    return 0 if in_all is None else outer if contents else outer * inner


def _of_one_pack(of: str, inner: int, folded: str) -> bool:
    """Whether a number is what one pack may hold: "1 pack of 20 bags" of tea."""
    return of in DOSES.words or of in SHEETS.words or DOSES.within_text(folded) or _by_the_box(inner, folded)


def _of_cases(found: re.Match[str]) -> int:
    """What so many cases of bottles or cans hold in all; 0 where the number may be what each of them holds."""
    if found.lastindex == 1:  # of CASES_APART
        return 0
    cases, units = number(found[1]), number(found[2])
    return units if any(units == cases * each for each in IN_A_CASE) else 0


def _stated(text: str, found: re.Match[str]) -> int:
    """The units of "4 x 25" where the title states the product too: four of 100 washes, eight of 8 rolls; else 0."""
    one, other = number(found[1]), number(found[2])
    in_all = re.search(
        rf"(?<![\d.,]){one * other}(?![\d.,])\s?([^\W\d_]+)", text[: found.start()] + text[found.end() :]
    )
    what = in_all[1].casefold() if in_all else ""
    if what in PARTS.words or what in CONTENTS.words:
        return min(one, other)
    return one * other if what in CONTAINERS.words or what in GOODS.words else 0


def _in_all(text: str, found: re.Match[str], folded: str) -> int:
    """The pieces of "10 pcs (2 cards of 5)", if the goods are sold singly and both agree; else 0."""
    total = int(found[1]) * int(found[2])
    stated = re.search(rf"(?<![\d.,]){total}\s?(?:{PIECE})(?!\w)", text, re.IGNORECASE)
    return total if stated and int(found[2]) > 1 and (SINGLY.within_text(folded) or _sold_singly(folded)) else 0


def _of_pieces(packs: int, pieces: int, folded: str) -> int:
    """The units of "10 x 36 pieces": ten packs of coffee pads or of a "10er Pack", 40 of 4 x 10 batteries; else 0."""
    if DOSES.within_text(folded) or re.search(rf"(?<!\d){packs}(?:er)?[\s-]?pack", folded):
        return packs
    return packs * pieces if pieces <= MOST_INNER and _sold_singly(folded) else 0


def _sold_singly(folded: str) -> bool:
    """Whether a title is about goods that are sold singly, and about none of which a pack holds many."""
    many = (DOSES, SHEETS, SHEETED, ASSORTED, BOXED, BY_THE_SET)
    return GOODS.within_text(folded) and not any(kind.within_text(folded) for kind in many)


def _by_the_box(inner: int, folded: str) -> bool:
    """Whether goods are sold by the box that holds so many of them: gloves, nappies, a maker's box or tin of pens."""
    if inner in held(folded).certain:
        return True
    return inner >= LEAST_BOXED and any(kind.within_text(folded) for kind in (BY_THE_BOX, SHEETS, SHEETED, IN_BOXES))


def _content(measure: str, text: str, folded: str) -> bool:
    """Whether a measure word counts what a pack holds: pills or lenses, but not batteries."""
    if measure in LOOSE:
        return not any(goods in text for goods in CLASSIFIERS.get(measure, ()))
    return DOSES.within_text(folded) and measure in "袋包個个"
