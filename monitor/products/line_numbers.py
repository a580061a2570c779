"""Numbers of a title that the product's name has behind the same word: "Outlook 4" counts no cameras.

Without them "Outlook 4 set of 3" sells three, and not four sets of three.
"""

import re
from functools import lru_cache

from monitor.products.counting import CONTAINERS, CONTENTS, GOODS, OF_OR_WITH, OUTER, PACK_WORDS, PARTS
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT
from monitor.products.own_count import is_singular_last, own_count
from monitor.products.packs import counted
from monitor.products.unread import LOOSE, PACKS
from monitor.products.words import fold

KEPT = 4096
"""The numbers of so many names are kept."""
NUMBERED = lazily(
    rf"(?<![^\W_])([^\W\d_]{{3,}}) (\d{{1,4}})(?![-\w%°\"”/+]|[.,]\d|\s?[x×*]|\s?(?:{AMOUNT}))(?:\s([^\W_]+))?"
)
OF_SO_MANY = lazily(rf"\s(?:{OF_OR_WITH.either})\s\d")
"""Behind a word for one pack: before it stands no number of packs."""
ITSELF = lazily(rf"\s(?:{PACKS}|{LOOSE})(?!\s(?:{OF_OR_WITH.either})\s\d|[^\W_])", re.IGNORECASE)
"""Behind a number of the name: it may count packs of the line without it, "Flow 3 pack"."""
NUMBER_NEXT = re.compile(r"\s\d")
COUNTING = re.compile(rf"(?:{PACKS}|{LOOSE})", re.IGNORECASE)
KINDS = (GOODS, CONTAINERS, CONTENTS, PARTS, OUTER)
"""Behind such a number they are what it counts."""


CONTENT = lazily(rf"({AMOUNT})\s?[x×*]\s?(\d{{1,3}})\s?[条條袋片包支粒颗]")
"""What one unit holds, by size and number: "2g*40条"; bottles and sticks ("24本") are read with their boxes."""
IN_ALL = re.compile(r"[共計计]\s?\d|\(\d+[^\W\d]\)")
"""The number of all pieces, which is read beside what one unit holds."""
CHAIN = re.compile(r"\d{1,4}[张張枚片]\s?/\s?[包盒袋]\s?(\d{1,2})([包盒袋])\s?/\s?[箱件提](?:\s?\d{2,5}\s?[张張枚片])?")
"""Sheets of a pack, packs of a case, and perhaps all sheets."""


def without_line_numbers(title: str, name: str) -> str:
    """A title without the numbers that belong to words of the product's name, and without its own contents."""
    if not name.isascii():
        title = _without_contents(title, name)
    folded = title.casefold()
    for word, many in line_numbers(name):
        if f"{word} {many}" not in folded:
            continue
        title = re.sub(
            rf"(?<![^\W_])({re.escape(word)}) {many}(?![^\W_]|[.,]\d|\s?[x×*])", _apart, title, flags=re.IGNORECASE
        )
    return title


def may_count(title: str, name: str, units: int) -> str:
    """Why `units` may be a number of the name's line, and count no packs: "4 pack" of Outlook 4; or an empty string."""
    if units == 1:
        return ""
    folded = fold(title)
    for word, many in line_numbers(name):
        start = f"{word} {many}"
        at = folded.find(start) if int(many) == units else -1
        if at >= 0 and (found := ITSELF.match(folded, at + len(start))):
            return f'"{many}{found[0]}" in the title may or may not be a number of units'
    return ""


def _apart(found: re.Match[str]) -> str:
    """The word without its number; before another number it ends there: "level 2 3 pack"."""
    if ITSELF.match(found.string, found.end()):
        return found[0]
    return f"{found[1]}," if NUMBER_NEXT.match(found.string, found.end()) else found[1]


def _without_contents(title: str, name: str) -> str:
    """A title without what the name says as well of the contents of one unit: "500 sheets a pack, 5 packs a case"."""
    for found in CONTENT.finditer(name) if not IN_ALL.search(title) else ():
        title = re.sub(
            rf"{re.escape(found[1])}\s?[x×*]\s?{found[2]}\s?[条條袋片包支粒颗](?:\s?/\s?[盒袋包箱])?", " ", title
        )
    if (chain := CHAIN.search(title)) and re.search(rf"[整一1][箱件提]{chain[1]}{chain[2]}", name):
        title = f"{title[: chain.start()]} {title[chain.end() :]}"
    return title


@lru_cache(maxsize=KEPT)
def line_numbers(name: str) -> tuple[tuple[str, str], ...]:
    """The words of a name that have a number behind them which counts nothing, with these numbers."""
    folded, count = fold(name), counted(name)
    counts = {own_count(name).pieces, count.units, count.maybe}
    return tuple(
        (found[1], found[2])
        for found in NUMBERED.finditer(folded)
        if int(found[2]) not in counts and not _counts(found, folded)
    )


def _counts(found: re.Match[str], folded: str) -> bool:
    """Whether a number counts by the word before or behind it; "4 set of 3" are no four sets."""
    before, behind = found[1], found[3] or ""
    if COUNTING.fullmatch(before) or OF_OR_WITH.has(before):
        return True
    if not behind or (PACK_WORDS.has(behind) and OF_SO_MANY.match(folded, found.end())):
        return False
    if is_singular_last(behind, folded):
        return False
    return COUNTING.fullmatch(behind) is not None or any(kind.has(behind) for kind in KINDS)
