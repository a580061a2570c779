"""Numbers that the rules of the title alone take for content, beside what the catalogue's name says of one unit.

"Pens, box of 10" may be one box of the catalogue or ten of its pens, and only the name tells. It tells where it says
the number too, or a box, a case or a set; and nobody sells tablets, wipes or the pieces of a puzzle one by one. What
nothing confirms is asked about, unless the title names in the plural what is sold singly and the name in the singular:
then it counts units.
"""

import re

from monitor.products.beside_counts import AFTER_ARTICLE
from monitor.products.counting import (
    ASSORTED,
    BOXES,
    BREWERS,
    BY_THE_BOX,
    BY_THE_SET,
    CASES,
    CONTAINERS,
    CONTENTS,
    DEVICES,
    DOSES,
    HELD_IN,
    HOLDERS,
    MULTIPACKS,
    OF,
    OUTER,
    PARTED,
    PARTS,
    PORTIONS,
    SEEDS,
    SET_WORDS,
    SETS_IN_ONE_WORD,
    SHEETS,
    WHOLES,
)
from monitor.products.exact_count import UNIT
from monitor.products.lazy import lazily
from monitor.products.packs import Pack
from monitor.products.pairs import is_named as says_a_pair
from monitor.products.plurals import plural_in
from monitor.products.sizes_of_set import of_sizes, of_two_lengths
from monitor.products.unread import LOOSE, PACKS
from monitor.products.words import fold

WORD = re.compile(r"[^\W\d_]+")
DIGITS = re.compile(r"\d{1,5}")
COUNT = lazily(
    rf"(?<![\d.,])(?<!\d-)(?<!\d[x×*])(?<!\d\s[x×*]\s)(\d{{1,5}})(?!\d|[.,]\d|\s?[x×*]\s?\d|{UNIT}|\s?a(?!\w))"
)
"""A number of a name that is neither a measure, as "10 A" is, nor a side."""
A_PACK = lazily(rf"(?<!\w)(?:{PACKS})(?!\w)")
ASIAN_PACK = re.compile(r"セット|套|礼盒|[盒袋箱瓶罐包]装|箱入?|入り|[本枚個袋包冊箱]入|パック|ケース|세트|박스")
HOLDING = (SET_WORDS, SETS_IN_ONE_WORD, MULTIPACKS, OUTER, CASES, BOXES, CONTAINERS, HELD_IN)
"""Words of a name for what holds several."""
NEVER_SINGLY = (DOSES, SEEDS, SHEETS, PORTIONS, BREWERS)
"""Goods that nobody sells one by one, and what makes or holds so many."""
CONSISTING = (WHOLES, HOLDERS)
"""Goods that consist of pieces or hold so many, where their name says that they are such."""
NOT_SINGLY = (BY_THE_BOX, BY_THE_SET, ASSORTED, CASES)
"""Goods that makers sell by the box, the set or the case, whatever number their name has."""
OF_UNITS = lazily(rf"{LOOSE}|{PACKS}|{BOXES.either}|{OF.either}")
"""Words beside a number that counts nothing but pieces or packs of the goods: "box of 10", "10 pcs"."""
PAIR = 2
LEAST_OF_A_WHOLE = 50
"""So many pieces are parts of a whole, though the title alone says that it is one: "construction set"."""


def unconfirmed(title: str, name: str, content: str) -> Pack | None:
    """The units that `content` of a title counts, or the question whether it does; None where it counts what one holds.

    `content` are the words that the rules take for that.
    """
    many, text, own = next(map(int, DIGITS.findall(content)), 0), fold(title), fold(name)
    if many > 1 and (other := _other_number(text, own, content, many)):
        return Pack(problem=f'the title says "{content}", the product\'s name "{other}"')
    if many <= 1 or says_so(own, many):
        return None
    whole = consists(text, own)
    in_pieces, plural = whole and many >= LEAST_OF_A_WHOLE, plural_in(text, own)
    eaten = is_never_single(text, many)
    if (in_pieces or not plural or eaten) and _is_content(text, own, content, many):
        return None
    large = many >= LEAST_OF_A_WHOLE and A_PACK.search(fold(content)) is None
    if plural and not (whole or large) and _counts_goods(content) and not is_sold_together(text):
        return Pack(units=many, text=content)
    return Pack(problem=f'"{content}" in the title may or may not be a number of units', maybe=many, loose=True)


def _other_number(text: str, own: str, content: str, many: int) -> str:
    """How a name counts the same in another number that the title does not say: "10 bags" beside "30 bags"."""
    for noun in WORD.findall(fold(content)):
        end = r"(?!\w)" if noun.isascii() else ""
        found = re.search(rf"(?<![\d.,])\d{{1,4}}\s?{re.escape(noun)}{end}", own)
        if found and int(DIGITS.findall(found[0])[0]) not in {1, many, *map(int, DIGITS.findall(text))}:
            return found[0]
    return ""


def consists(text: str, own: str) -> bool:
    """Whether the goods of a folded title and name consist of pieces, or hold so many, or one of them may."""
    return any(kind.within_text(where) for kind in (*CONSISTING, PARTED) for where in (text, own))


def is_sold_together(text: str) -> bool:
    """Whether a folded title offers goods that makers sell by the box, the set or the case."""
    return any(kind.within_text(text) for kind in NOT_SINGLY)


def says_so(name: str, many: int) -> bool:
    """Whether a folded name says the number, or that one unit is a set, a box or a pack."""
    if any(int(said) == many for said in COUNT.findall(name)) or (many == PAIR and says_a_pair(name)):
        return True
    if A_PACK.search(name) or ASIAN_PACK.search(name):
        return True
    return any(kind.has(word) for word in WORD.findall(name) for kind in HOLDING)


def _is_content(text: str, own: str, content: str, many: int) -> bool:
    """Whether a number counts parts of one thing, or goods that nobody sells one by one."""
    words = WORD.findall(fold(content))
    if BY_THE_SET.within_text(text) and not SHEETS.words.isdisjoint(words):
        return False
    if any(word in PARTS.words or word in CONTENTS.words for word in words) or AFTER_ARTICLE.match(content):
        return True
    if is_never_single(text, many):
        return True
    whole = any(kind.within_text(own) for kind in CONSISTING) and not DEVICES.within_text(own)
    return whole or (many >= LEAST_OF_A_WHOLE and WHOLES.within_text(text))


def is_never_single(text: str, many: int) -> bool:
    """Whether so many are sizes of a set, or of goods that nobody sells one by one."""
    return of_two_lengths(text, text) or of_sizes(many, text) or any(kind.within_text(text) for kind in NEVER_SINGLY)


def _counts_goods(content: str) -> bool:
    """Whether the words beside a number are but those for pieces and packs."""
    return all(OF_UNITS.fullmatch(word) for word in WORD.findall(fold(content)))
