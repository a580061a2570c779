"""Packs and all that is in them, beside what the catalogue's name says of one: "5 reams, 2500 sheets" of 500 are five.

Three numbers of which one is the product of the other two leave no doubt, where one of them counts packs, one is of the
product's name, and the third counts or measures the same. Of a device, a set or what holds so many they may be parts of
one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from monitor.products.counting import CONTAINERS, CONTENTS, DEVICES, HOLDERS, IN_ALL, INNER, OF_OR_WITH, OUTER, WHOLES
from monitor.products.lazy import lazily
from monitor.products.numerals import AMOUNT, MOST
from monitor.products.own_count import IN_A_PACK
from monitor.products.packs import Pack
from monitor.products.sized import MEASURED, smallest
from monitor.products.unread import LOOSE, PACKS, choice
from monitor.products.words import fold

KEPT = 8192
"""The numbers of so many names are kept."""
DIGITS = re.compile(r"\d{1,6}")
NUMBER = r"(?<![\w.,/-])(\d{1,5})(?![.,/]?\d)"
COUNTED = lazily(rf"{NUMBER}\s?([^\W\d_\u3040-\u9fff]{{2,}})\.?(?![^\W_])")
COUNTED_IN_ASIAN = re.compile(r"(?<![\d.,])(\d{1,5})\s?([颗粒片枚个個支条條袋包抽张張本入개매정포])")
TIMES = lazily(
    rf"(?<![^\W_])[x×]\s?(\d{{1,3}})(?![\w/]|[.,]\d|\s?[x×])|(?<![\w.,/-])(\d{{1,3}})\s?[x×](?=\s?\(|\s[^\W\d])"
    rf"|(?<!\w)(?:{PACKS})\s(?:(?:{OF_OR_WITH.either})\s)?(\d{{1,3}})(?![\w/]|[.,]\d)"
    r"|(?<![\d.,第])(\d{1,3})\s?[盒箱罐瓶桶提袋包](?![装入])"
)
"""So many packs, without a word for what they are."""
MANY_OF_A_SIZE = lazily(rf"(?<![\w.,])(\d{{1,3}})\s?[x×]\s?(?={AMOUNT})")
KINDS = (CONTAINERS, OUTER, CONTENTS, IN_ALL)


def all_told(title: str, name: str) -> Pack | None:
    """The packs of a product that a title counts beside the number of all that is in them; None where it does not."""
    if not _may_multiply(title, name):
        return None
    text, own = fold(title), fold(name)
    if any(kind.within_text(text) for kind in (DEVICES, HOLDERS, WHOLES)):
        return None
    each = {("", many) for many in _pieces(own)} | set(_sizes(own))
    told = ({("", Decimal(many)) for many, noun in _counted(text) if _counts(noun)} | set(_sizes(text))) - each
    found = {
        many: said
        for many, said, of_pieces in _packs(text)
        for kind, one in each
        if 1 < many <= MOST and one > 1 and (kind, one * many) in told and (kind or not of_pieces)
    }
    if len(found) != 1:
        return None
    many, said = next(iter(found.items()))
    return None if choice(text.replace(said, " ")) else Pack(units=many, text=said)


def _may_multiply(title: str, name: str) -> bool:
    """Whether a number of the title is a number of the name times another of the title, which is quick to see."""
    said = set(map(int, DIGITS.findall(title)))
    return len(said) > 1 and any(many > 1 and one > 1 and many * one in said for one in _numbers(name) for many in said)


@lru_cache(maxsize=KEPT)
def _numbers(name: str) -> frozenset[int]:
    return frozenset(map(int, DIGITS.findall(name)))


def _pieces(own: str) -> Iterator[Decimal]:
    """What numbers of a name count that one unit may hold."""
    yield from (Decimal(many) for many, noun in _counted(own) if _counts(noun))
    yield from (Decimal(one) for found in IN_A_PACK.finditer(own) for one in found.groups() if one)
    yield from (Decimal(found[1]) for found in MANY_OF_A_SIZE.finditer(own))


def _sizes(text: str) -> Iterator[tuple[str, Decimal]]:
    """The weights and volumes of a text, in grams and millilitres."""
    for found in MEASURED.finditer(text):
        size, unit = smallest(found)
        yield unit, size


def _counted(text: str) -> Iterator[tuple[int, str]]:
    yield from ((int(found[1]), found[2]) for found in COUNTED.finditer(text))
    if not text.isascii():
        yield from ((int(found[1]), found[2]) for found in COUNTED_IN_ASIAN.finditer(text))


def _counts(noun: str) -> bool:
    if not noun.isascii() and len(noun) == 1:
        return True
    return any(kind.has(noun) for kind in KINDS) or re.fullmatch(LOOSE, noun) is not None


def _packs(text: str) -> Iterator[tuple[int, str, bool]]:
    """The numbers that count packs, or pieces, which may be packs of a size; no parts of one."""
    for found in COUNTED.finditer(text):
        packs = CONTAINERS.has(found[2]) or OUTER.has(found[2])
        if (packs or re.fullmatch(LOOSE, found[2])) and not INNER.has(found[2]):
            yield int(found[1]), found[0].strip(), not packs
    for found in TIMES.finditer(text):
        yield int(next(one for one in found.groups() if one)), found[0].strip(), False
