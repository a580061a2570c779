"""The name by which a catalogue tells its products apart where it gives no model number: "Fjell 20".

It is a word and a number right behind the mark, which no other name of the catalogue has, and neither the word nor what
stands behind the number says how much or what kind of goods it is. Beside the mark it is as good as a model number.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from string import digits

from monitor.brands import Product
from monitor.marks.everyday import languages
from monitor.products.amounts import pieces, sizes
from monitor.products.identifiers import bare, codes, compact
from monitor.products.kinds import says_a_kind
from monitor.products.packs import pieces_in
from monitor.products.talk import is_everyday
from monitor.products.traits import UNIT
from monitor.products.words import fold, lexicon, spaced, words

LINE = re.compile(r"([^\W\d_]{3,})[ -]([1-9]\d{0,2})(?![\w.,/%\"'’″×-]|\s?[x×+]\s?\d)\s*(.*)")
PAIR = re.compile(r"(?<![\w.,])(?=([^\W\d_]{3,})[ -]?([1-9]\d{0,2})(?![\w.,]))")
SAID = re.compile(r"(?<!\w)([^\W\d_]{3,})[\W_]{0,2}([1-9]\d{0,2})(?!\w)")
NUMBERED = re.compile(r"(?<!\w)([^\W\d_]{3,})[ -]([1-9]\d{0,2})(?![\w.,/%\"'’″×-]|\s?[x×+]\s?\d)\s*([^\W\d_]*)")
"""A word with a number right behind it, and the word behind that."""
NEXT = re.compile(r"[^\W\d_]+")
JOINED = re.compile(r"\s?[-–/&+|]\s?\d|[.,]\d")
"""A number joined to that of the line: of another line, or of a choice."""
BEHIND = re.compile(
    r"\s*(?:,\s*)?(?:(?:und|and|et|y|e|o|i|or|oder|ou|en|lub|и|или|och|ve|veya)\s)?"
    r"(\d+(?:[.,]\d+)?)(?!\w|[.,]\d|\s?%)[\s-]?([^\W\d_]*)"
)
"""A number behind that of the line, alone or in a list, and the word behind it; a share names no line."""
MEASURED = re.compile(r"\s[-–|+&]\s(\d+)\s?([^\W\d_]+)")
"""A number that a dash between blanks sets apart."""
SHORTEST = 3
"""Words of fewer letters behind a number are units and articles."""


def line_names(products: Sequence[Product], marks: Iterable[str]) -> tuple[str, ...]:
    """The line name of each product, folded (`fjell 20`); an empty string where it has none, or the name a number."""
    names = [spaced(fold(product.name)) for product in products]
    own = [(*marks, product.brand) for product in products]
    found = [
        None if codes(product.name) or _stands_in(product.model, name) else _begins(name, called)
        for product, name, called in zip(products, names, own, strict=True)
    ]
    if not any(found):
        return ("",) * len(found)
    bearers = Counter(f"{word} {number}" for name in names for word, number in set(PAIR.findall(name)))
    # How a name counts is read last, of what no other name has: it costs most.
    return tuple(
        f"{one[1]} {one[2]}" if one and bearers[f"{one[1]} {one[2]}"] == 1 and _is_line(name, *one.groups()) else ""
        for name, one in zip(names, found, strict=True)
    )


def _stands_in(model: str, name: str) -> bool:
    """Whether a model number is in a folded name, as "Fjell 20" may be: then the line is the number itself."""
    return bool(model) and compact(model) in bare(name)


def told_by_words(products: Sequence[Product], marks: Iterable[str]) -> list[Product]:
    """The products that no number and no name of a line tells from others: by the words of their names alone."""
    lines = line_names(products, marks)
    return [
        product
        for product, line in zip(products, lines, strict=True)
        if not (line or product.model or product.gtin or codes(product.name))
    ]


def lines_in(folded: str) -> Iterator[str]:
    """What may name a line in a folded title (`fjell20`)."""
    return (word + number for word, number in SAID.findall(folded))


def names_line(folded: str, line: str) -> bool:
    """Whether a folded title speaks of a line (`fjell20`) and of no other: "Fjell 20/30" is a choice.

    A number that measures or counts something names no line.
    """
    word = line.rstrip(digits)
    found = list(re.finditer(rf"(?<!\w){re.escape(word)}[\W_]{{0,2}}(\d+)(?!\w)", folded))
    return bool(found) and all(word + one[1] == line and not _goes_on(folded, one.end()) for one in found)


def other_number(name: str, title: str) -> str:
    """Another number behind the word of a product's line, as `sonic 9; sonic 7`; an empty string where none is said."""
    folded, text = spaced(fold(name)), spaced(fold(title))
    for found in NUMBERED.finditer(folded):
        word, number, behind = found.groups()
        if _is_measured(number, behind) or _says_goods(word) or sizes(found[0].strip()):
            continue
        said = [
            (one[1], one[2])
            for one in re.finditer(
                rf"(?<!\w){re.escape(word)}[ -]?(\d{{1,3}})(?![\w.,/%×]|\s?[x×+]\s?\d)\s*([^\W\d_]*)", text
            )
        ]
        numbers = [one for one, noun in said if not _is_measured(one, noun)]
        if numbers and number not in numbers:
            return f"{word} {number}; {word} {numbers[0]}"
    return ""


def _goes_on(folded: str, at: int) -> bool:
    """Whether another number stands behind that of a line."""
    apart = MEASURED.match(folded, at)
    if JOINED.match(folded, at) and not (apart and _is_measured(*apart.groups())):
        return True
    behind = BEHIND.match(folded, at)
    return behind is not None and not _is_measured(*behind.groups())


def _begins(name: str, marks: Iterable[str]) -> re.Match[str] | None:
    """The word, the number and the rest of a name behind its mark."""
    starts = sorted((spaced(fold(mark)).strip() for mark in marks), key=len, reverse=True)
    mark = next((mark for mark in starts if mark and name.startswith(f"{mark} ")), "")
    return LINE.match(name, len(mark) + 1) if mark else None


def _is_line(name: str, word: str, number: str, rest: str) -> bool:
    behind = next(iter(NEXT.findall(rest)), "")
    if _says_goods(word) or _is_measured(number, behind) or pieces_in(name).units == int(number):
        return False
    return not languages(word) or _ends_with_goods(behind)


def _is_measured(number: str, behind: str) -> bool:
    """Whether a number counts or measures what stands behind it: "20 l", "60 capsules"."""
    return behind in UNIT or 0 < len(behind) < SHORTEST or bool(pieces(f"{number} {behind}"))


def _ends_with_goods(word: str) -> bool:
    """Whether a word says a kind of goods, or is a compound that ends with one: "Rahmentasche"."""
    return any(says_a_kind(word[at:]) for at in range(len(word) - SHORTEST))


def _says_goods(word: str) -> bool:
    """Whether a word says what kind of goods it is, how they look or for whom they are, or anything of any goods."""
    known = lexicon()
    plain = known.fillers | known.colour_names | known.wearer_names | known.accessories.words
    return is_everyday(word) or says_a_kind(word) or not plain.isdisjoint(words(word))
