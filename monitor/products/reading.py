"""What a number in a title counts: units that are sold, what one of them holds, or one may not know.

"Pack of 6 bottles" are six units, a box of 20 tablets is one, and of "6 strips" nobody can say.
"""

import re
from enum import Enum, auto

from monitor.products.counting import (
    ASSORTED,
    BOXED,
    CONTENTS,
    DOSES,
    HOLDERS,
    PARTS,
    PODS,
    SHEETED,
    SHEETS,
    TABLETS,
    WHOLES,
    head_is_goods,
)  # fmt: skip
from monitor.products.numerals import number
from monitor.products.pack_patterns import (
    ABOUT,
    BRICKS,
    BUILT,
    CAPACITY,
    CARDS,
    CJK_CONTENT,
    CJK_PIECES,
    CONTENT,
    CONTENT_NOUN,
    DEVICE,
    DOSE_WORDS,
    DOSED,
    DOSES_AFTER,
    FOR,
    HELD,
    OF_PIECES,
    PACKED,
    REFILLED,
    SET_OF,
    STARTER,
    UP_TO,
    WITH,
)  # fmt: skip

LEAST_DOSES = 10
"""Fewer pieces of a medicine may be packs of it."""
SMALL = re.compile(r"(?:\d|1\d|20)(?:[.,]\d+)?\s?(?:g|克|ml)\b", re.IGNORECASE)
"""A dose of a medicine or a tea."""
LEAST_CONTENT = 4
"""Fewer tablets or sheets may be packs of them."""
LEAST_SHEETS = 30
"""Fewer packs of wipes may be sold together."""
IN_PACKS = re.compile(rf"\d[\s-]?(?:packs?|pk)\b|{HELD.pattern}", re.IGNORECASE)
LAST_WORD = re.compile(r"\W*\d*[^\W\d]*[\s-]*([^\W\d]+)\W*")
"""A number, in digits or in words, and one word after it."""


class Reading(Enum):
    """What a number that stands like a count is."""

    UNITS = auto()
    DOUBT = auto()
    CONTENT = auto()


def read(found: re.Match[str], text: str, folded: str) -> Reading:
    """What a number that stands like a count is, by its words and by the goods."""
    said, before = found[0], text[: found.start()]
    pieces, held, of_what = OF_PIECES.search(said), HELD.search(said), FOR.search(before)
    goods = head_is_goods(folded)
    of_holder = held and (of_what or HOLDERS.within_text(folded))
    if of_holder or ((pieces or CJK_PIECES.search(said)) and WHOLES.within_text(folded)):
        return Reading.CONTENT
    if (content := _content(found, text, folded)) is not None:
        return content
    if _doses(folded) and not goods:
        dosed, many = DOSED.search(said), number(found[1]) >= LEAST_DOSES
        if many and (pieces or dosed):
            return Reading.CONTENT
        if dosed or pieces or (many and not held):
            return Reading.DOUBT
    added = held and WITH.search(before) and not PACKED.search(before)
    of_set = said[0] in "([" and SET_OF.search(before)
    about = ABOUT.search(text[: found.start(1)]) or UP_TO.search(before)
    if added or of_what or of_set or about or CAPACITY.match(text, found.end()):
        return Reading.DOUBT
    return Reading.DOUBT if pieces and not goods and CONTENT.search(text) else Reading.UNITS


def _content(found: re.Match[str], text: str, folded: str) -> Reading | None:
    """What a number before "tablets", "sheets" or colours of one case is; None where it counts something else."""
    many, after = number(found[1]), found.end(1)
    if BRICKS.search(found[0]) and (many >= LEAST_SHEETS or BUILT.search(text)):
        return Reading.CONTENT
    boxed = many >= LEAST_DOSES and BOXED.within_text(folded) and not HELD.search(found[0])
    if boxed or (many >= LEAST_DOSES and CARDS.search(text)) or (REFILLED.search(found[0]) and STARTER.search(text)):
        return Reading.DOUBT
    if PODS.within_text(folded):
        return None
    if (noun := CONTENT_NOUN.match(text, after)) and not DEVICE.search(text):
        least = LEAST_CONTENT if noun[1].casefold() in TABLETS.words else LEAST_DOSES
        return Reading.CONTENT if many >= least else Reading.DOUBT
    if _doses(folded) and DOSES_AFTER.match(text, after):
        each = SMALL.match(found[0])
        return Reading.CONTENT if each or many >= LEAST_DOSES else Reading.DOUBT
    of_sheets = (SHEETED.within_text(folded) or _doses(folded)) and CJK_CONTENT.match(text, after)
    one_case = ASSORTED.within_text(folded) and many >= LEAST_CONTENT and not HELD.search(found[0])
    wiped = many >= LEAST_SHEETS and SHEETS.within_text(folded) and not IN_PACKS.search(found[0])
    return Reading.CONTENT if (of_sheets and many >= LEAST_DOSES) or one_case or wiped else None


def _doses(folded: str) -> bool:
    return DOSES.within_text(folded) and not PODS.within_text(folded)


def no_units(said: str, folded: str) -> bool:
    """Whether a number counts parts or measures of one thing ("3 shelves", "(50 mcg)"), or a medicine's doses."""
    last = LAST_WORD.fullmatch(said)
    if last and last[1].casefold() in PARTS.words:
        return True
    many = re.search(r"\d+", said)
    if many and int(many[0]) >= LEAST_CONTENT and _holds(said, last, int(many[0]), folded):
        return True
    return bool(
        many and int(many[0]) >= LEAST_DOSES and _doses(folded) and (DOSE_WORDS.search(said) or DOSED.search(said))
    )


def _holds(said: str, last: re.Match[str] | None, many: int, folded: str) -> bool:
    """Whether a number counts what one pack holds: tablets, sheets, colours of one case."""
    noun = last[1].casefold() if last else ""
    if noun in CONTENTS.words and (many >= LEAST_DOSES or noun in TABLETS.words) and not PODS.within_text(folded):
        return True
    of_sheets = many >= LEAST_DOSES and SHEETED.within_text(folded) and re.search(r"[片张張枚抽組组]\W*$", said)
    wiped = many >= LEAST_SHEETS and SHEETS.within_text(folded) and not IN_PACKS.search(said)
    return bool(of_sheets) or wiped or (ASSORTED.within_text(folded) and not HELD.search(said))
