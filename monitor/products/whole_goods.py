"""Whether a title that names a mark behind "for" offers whole goods of the brand's kind, or a part for them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import chain

from monitor.brands import Brand
from monitor.marks.lexicon import lexicon
from monitor.products.accessories import SEPARATOR, accessory_words
from monitor.products.contents import sold_alone
from monitor.products.counting import Kind
from monitor.products.own_kinds import is_of_own_kind
from monitor.products.trades import kinds, lines, trades_of_each
from monitor.products.uncertain import OF_OTHERS, spares, spoken
from monitor.products.words import fold, spaced

MAX_TITLE = 300
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SIZE = re.compile(r"(?<![^\W_])\d[\d.,/x×]*\s*[^\W\d_]{1,3}\s*$")
"""A size at the end of a product's name ("50 ml"), before which stands the word for what it is."""
SIGNS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
"""What stands together without spaces: a name and the goods are one word there."""
LEAST_SIGNS = 2
NOUN_FIRST = frozenset(
    (
        "para", "pour", "per", "pentru", "con", "avec", "com", "cu", "do", "dla", "pro", "pre",
        "для", "под", "до", "за", "για",
    )
)  # fmt: skip
"""How languages say "for" in which adjectives follow their noun, and no two nouns make one: "cuffie nere per"."""
NAMED_BY_MARK = tuple(what for what in OF_OTHERS if what != "what others make")
"""What is named by the mark of the goods that it goes with; that goods are "generic" names nobody's."""
PAPERS = "papers or pictures of the goods"
A_PART = "a word for a part or an accessory, which others may make"
LEAST_NAME = 4
"""Shorter words at the end of a product's name are no word for goods ("Pro")."""


class WholeGoods:
    """The kinds of goods that a brand makes: by its products, else by its registrations, else any."""

    def __init__(self, brand: Brand) -> None:
        self._brand = brand

    @cached_property
    def _names(self) -> frozenset[str]:
        """The last words of the products' names, which mostly say what they are."""
        marks = {word.casefold() for mark in (self._brand.name, *self._brand.word_marks) for word in WORD.findall(mark)}
        last = (WORD.findall(SIZE.sub("", one.name.casefold()))[-1:] for one in self._brand.products)
        return frozenset(word for word in chain.from_iterable(last) if len(word) >= LEAST_NAME) - marks

    @cached_property
    def _numbers(self) -> frozenset[int]:
        """The classes of what the brand makes, as far as they are known."""
        made = {trade.number for trades in trades_of_each(self._brand.products) for trade in trades}
        return frozenset(made or {number for mark in self._brand.trademarks for number in mark.classes})

    @cached_property
    def _kinds(self) -> tuple[Kind, ...]:
        return tuple(kind for trade, kind in kinds() if not self._numbers or trade.number in self._numbers)

    def offered(self, title: str, start: int, end: int, cue: str, aside: Sequence[str] = ()) -> bool:
        """Whether such goods are what the title offers; the mark stands from `start` to `end`, `cue` says "for".

        Goods are named at the end of a part before that phrase, or at the end of a part of the title that names nothing
        before the mark, or before that phrase there ("<mark> バッグ 対応"). Words in `aside` name nothing. A word for
        an accessory or a spare part anywhere says that it is one.
        """
        title = title[:MAX_TITLE]
        if names_a_part(title):
            return False
        head, tail = title[:start].casefold(), title[end:].casefold()
        for word in aside:
            head, tail = head.replace(word.casefold(), " "), tail.replace(word.casefold(), " ")
        governing = head.rfind(cue) if cue else -1
        head = head[:governing] if governing >= 0 else head
        free = governing >= 0 and cue.rsplit(maxsplit=1)[-1] in NOUN_FIRST
        if any(map(self._ends, SEPARATOR.split(head))) or (free and self._named(head)):
            return True
        parts = (part.rstrip().removesuffix(cue) for part in SEPARATOR.split(tail))
        return not WORD.search(head) and any(map(self._ends, parts))

    def stand_apart(self, title: str) -> bool:
        """Whether a part of a title ends with the word for such goods: "dress watch, mesh band"."""
        return any(map(self._ends, SEPARATOR.split(title[:MAX_TITLE].casefold())))

    def named_in(self, text: str) -> frozenset[str]:
        """The words for such goods in a text, in lower case."""
        text = text.casefold()
        words = {word for word in WORD.findall(text) if self.are_goods(word)}
        words.update(phrase for kind in self._kinds for phrase in kind.anywhere if phrase in text)
        words.update(self._in_signs(text))
        return frozenset(word for word in words if self._makes(word) or not accessory_words(spaced(fold(word))))

    def names_a_part(self, title: str) -> bool:
        """Whether a title has a word for a part or an accessory, of a kind of which the brand itself makes none."""
        words = accessory_words(spaced(fold(title)))
        return any(not self._makes(word) for word in words) or any(spares(title))

    def what_others_make(self, title: str) -> str:
        """The words of a title for what others make for goods, or do for them; or nothing.

        A word for an accessory that says what the brand itself makes is none: a bag of a maker of bags.
        """
        if self.names_a_part(title):
            return A_PART
        return _of_the_mark(title)

    @cached_property
    def product_names(self) -> str:
        """The names of the brand's products, one a line."""
        return "\n".join(one.name for one in self._brand.products)

    @property
    def are_known(self) -> bool:
        """Whether products or registrations say what the brand makes; else any goods may be its."""
        return bool(self._brand.products or self._numbers)

    def is_line(self, word: str) -> bool:
        """Whether a lower-case word is one for all goods of a class known to be made: "apparel", 服饰."""
        return any(kind.has(word) or word in kind.within_asian for kind in self._lines)

    @cached_property
    def _lines(self) -> tuple[Kind, ...]:
        """The words for all goods of each class known to be made."""
        return tuple(kind for trade, kind in lines() if trade.number in self._numbers)

    def _in_signs(self, text: str) -> Iterator[str]:
        """What a word of such signs ends with as one in a product's name does: 面膜 of 保湿面膜."""
        for run in SIGNS.findall(text):
            ends = (_common_end(run, name) for name in self._signs)
            yield from (end for end in ends if len(end) >= LEAST_SIGNS)

    @cached_property
    def _signs(self) -> frozenset[str]:
        """The words of such signs in the names of the products."""
        return frozenset(run for one in self._brand.products for run in SIGNS.findall(one.name.casefold()))

    def words_in(self, title: str) -> frozenset[str]:
        """The words of a title that stand in names of the brand's products, in lower case."""
        return self._in_names.intersection(WORD.findall(title[:MAX_TITLE].casefold()))

    @cached_property
    def _in_names(self) -> frozenset[str]:
        """All words of the products' names."""
        return frozenset(word for one in self._brand.products for word in WORD.findall(one.name.casefold()))

    def _named(self, text: str) -> bool:
        """Whether a text names such goods, and not as what something is of: "junta de auriculares"."""
        found = WORD.findall(text)
        of = lexicon().of
        return any(self.are_goods(word) and (not at or found[at - 1] not in of) for at, word in enumerate(found))

    def _ends(self, text: str) -> bool:
        """Whether a part of a title ends with the word for such goods; "watch dial" is another thing."""
        found = WORD.findall(text)
        while found and found[-1] in _how_they_are():
            found.pop()
        rest = text.rstrip(" .!)]】）0123456789")
        of = lexicon().of
        return any(self.are_goods(word) and (len(found) < 2 or found[-2] not in of) for word in found[-1:]) or any(
            rest.endswith(kind.anywhere) for kind in self._kinds
        )

    def are_goods(self, word: str) -> bool:
        """Whether a lower-case word is one for such goods, also where it is one for an accessory of others, too."""
        return word in self._names or any(kind.has(word) for kind in self._kinds) or self._makes(word)

    def _makes(self, word: str) -> bool:
        """Whether a word is one for what the brand makes, where others make such things for goods: bags, straps."""
        return bool(self._made) and is_of_own_kind(word, self._made)

    @cached_property
    def _made(self) -> str:
        """The names of the products that name no other goods: the strap of a "watch, leather strap" is no product."""
        sold = (sold_alone(one.name) for one in self._brand.products)
        return "\n".join(name for name in sold if not any(map(self._are_others, WORD.findall(name))))

    def _are_others(self, word: str) -> bool:
        """Whether a word is one for whole goods of the brand's classes, and for no accessory."""
        return any(kind.has(word) for kind in self._kinds) and not accessory_words(spaced(fold(word)))


def _common_end(one: str, other: str) -> str:
    """The longest end that two words share."""
    alike = 0
    while alike < min(len(one), len(other)) and one[-1 - alike] == other[-1 - alike]:
        alike += 1
    return one[len(one) - alike :]


def names_a_part(title: str) -> bool:
    """Whether a title has a word for an accessory that does not come with the goods, or for a spare part."""
    return bool(accessory_words(spaced(fold(title)))) or any(spares(title))


def what_others_make(title: str) -> str:
    """The words of a title for a part, or for papers, models or repairs of goods, which others make; or nothing."""
    return A_PART if names_a_part(title) else _of_the_mark(title)


def _of_the_mark(title: str) -> str:
    return next((f'"{said}", which speaks of {what}' for what, said in spoken(title, NAMED_BY_MARK)), "")


def names_papers(title: str) -> str:
    """The words of a title for papers or pictures of goods; or nothing."""
    return next((said for _, said in spoken(title, (PAPERS,))), "")


@cache
def _how_they_are() -> frozenset[str]:
    """Words behind a word for goods that say no more than how these are."""
    known = lexicon()
    return known.boast | known.technology
