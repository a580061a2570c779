"""Counts that a title says twice beside what the catalogue's name says: "12 x 85 g, pack of 4 (48 pouches)" is four.

Packs of the name's pieces and the number of all pieces, or packs and so many times a size, leave no doubt together.
"""

import re

from monitor.products.asides import without_asides
from monitor.products.counting import CONTAINERS, CONTENTS, GOODS, IN_ALL, LARGER, OF_OR_WITH, OUTER, PACKED_WORDS
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT, BEFORE, MOST, beginning, plain_size
from monitor.products.own_count import own_count
from monitor.products.packs import Pack, says_one
from monitor.products.thresholds import without_thresholds
from monitor.products.unread import LOOSE, PACKS, choice
from monitor.products.words import fold

PACKED = lazily(
    rf"(?<!\w)(?:{PACKS}|{OUTER.either}|{LARGER.either})\.?\s(?:(?:{OF_OR_WITH.either})\s)?(\d{{1,3}})(?![\w/]|[.,]\d|\s?[x×])"
    rf"|{BEFORE}(\d{{1,3}})[\s-]?(?:er[\s-]?)?(?:packs?|{PACKS}|{OUTER.either}|{PACKED_WORDS.either})(?!\w)"
)
"""So many packs, or so many in one."""
TIMES_A_SIZE = lazily(rf"{BEFORE}(\d{{1,3}})\s?[x×*]\s?(?P<size>{AMOUNT}|\d{{1,4}}(?:[.,]\d+)?)(?![\w.,])")
COUNTED = lazily(r"(?<![\w.,/-])(\d{1,5})\s(?:tea\s|tee)?([^\W\d_]{3,})(?:\s([^\W\d_]+))?")
IN_BRACKETS = re.compile(r"\((\d{1,2})\s?[x×*]\s?(\d{1,4})\s?[^\W\d]{0,2}\)")
"""So many times the size that stands before as well: "250 g (4x250)"."""
NUMBERED = re.compile(r"(?<![\d.,])\d+(?![\d.,])")
NUMBER = re.compile(r"(?<![\d.,])\d{1,5}(?![\d.,])")
SIZE = lazily(AMOUNT)


def said_twice(title: str, name: str) -> Pack | None:
    """The packs of a product that two numbers of a title say together; None where they do not."""
    text = fold(without_asides(without_thresholds(beginning(title))))
    packs = {int(one): found[0].strip() for found in PACKED.finditer(text) for one in found.groups() if one}
    times = {int(found[1]): found["size"].strip() for found in TIMES_A_SIZE.finditer(text)}
    pieces = own_count(name).pieces
    packs = {many: said for many, said in packs.items() if 1 < many <= MOST and many != pieces}
    if pieces > 1:
        if not packs:
            is_one = times.keys() == {pieces} and _of_all(text, pieces) and says_one(_rest(text, pieces))
            return Pack() if is_one else None
        found = {many: said for many, said in packs.items() if _of_all(text, many * pieces)}
        repeated = str(pieces) in NUMBER.findall(text)
        if not found and repeated and len(packs) == 1:
            found = {many: said for many, said in packs.items() if many in times and not times[many].isdecimal()}
    else:
        own = {plain_size(size) for size in SIZE.findall(fold(name))}
        if not packs and (inside := IN_BRACKETS.search(text)) and NUMBERED.findall(text).count(inside[2]) > 1:
            packs, times = {int(inside[1]): inside[0].strip("( )")}, {int(inside[1]): inside[2]}
        fits = len(packs) == 1
        found = {
            many: said
            for many, said in packs.items()
            if fits and any(_is_size(times.get(many, ""), one) for one in own)
        }
    if len(found) != 1:
        return None
    many, said = next(iter(found.items()))
    rest = text.replace(said, " ")
    if choice(rest) or not says_one(_rest(rest, pieces, many * pieces), many):
        return None
    return Pack(units=many, text=said)


def _rest(text: str, *totals: int) -> str:
    """A title without what is told of the content: so many times a size, and the number of all goods."""
    said = COUNTED.sub(lambda found: " " if _counts_all(found, totals) else found[0], text)
    return TIMES_A_SIZE.sub(" ", said)


def _of_all(text: str, total: int) -> bool:
    """Whether a title says so many goods, or that so many are all."""
    return any(_counts_all(found, (total,)) for found in COUNTED.finditer(text))


def _counts_all(found: re.Match[str], totals: tuple[int, ...]) -> bool:
    return int(found[1]) in totals and any(_counts(noun) for noun in (found[2], found[3]) if noun)


def _counts(noun: str) -> bool:
    kinds = (CONTAINERS, CONTENTS, GOODS, IN_ALL)
    return any(kind.has(noun) for kind in kinds) or re.fullmatch(LOOSE, noun) is not None


def _is_size(said: str, size: str) -> bool:
    """Whether a number, with or without its measure, is a size of the name: "(4 x 250)" beside "250 g"."""
    plain = plain_size(said)
    return plain == size or (
        plain.replace(".", "").isdecimal() and re.fullmatch(rf"{re.escape(plain)}[^\W\d]+", size) is not None
    )
