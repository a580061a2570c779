"""Who makes the goods: the maker of a product, and whether a listing names him, or another one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from rapidfuzz import fuzz

from monitor.brands import Product
from monitor.marks.lexicon import lexicon as marks_lexicon
from monitor.products.attributes import maker
from monitor.products.going_with import names_goods
from monitor.products.identifiers import Writing, compact
from monitor.products.words import fold, lexicon, words
from monitor.records import Listing

Name = frozenset[str]
"""A maker's name by its words."""
LEAST_DISGUISED, ALIKE = 5, 85
SENTENCE = re.compile(r"[.!?](?=\s|$)|[。！？\n;•|]")
LEAST_WITHIN = 4
"""So many letters of a name are known again within a longer word: `halvorofficial`."""


@dataclass(frozen=True)
class Makers:
    """The names of the brand, `marks`, and by their words those of all makers in its catalogue."""

    marks: Mapping[str, Name]
    """By their letters and digits alone."""
    by_word: Mapping[str, frozenset[Name]]
    written: Mapping[Name, str]

    @cached_property
    def own(self) -> frozenset[Name]:
        """The names of the brand."""
        return frozenset(self.marks.values())

    @classmethod
    def of(cls, products: Sequence[Product], marks: Iterable[str]) -> "Makers":
        """Those of a catalogue."""
        marks = tuple(marks)
        own = {compact(mark): name for mark in marks if (name := frozenset(words(mark)))}
        by_word: dict[str, set[Name]] = defaultdict(set)
        written: dict[Name, str] = {}
        for said in dict.fromkeys([*marks, *(product.brand for product in products)]):
            written.setdefault(name := frozenset(words(said)), said)
            for word in name:
                by_word[word].add(name)
        return cls(own, {word: frozenset(found) for word, found in by_word.items()}, written)

    def spoken(self, names: Iterable[Name]) -> str:
        """The name of a maker as it is written, of several the shortest."""
        return min(
            (self.written[name] for name in names if name in self.written), key=lambda one: (len(one), one), default=""
        )

    def within(self, said: frozenset[str]) -> frozenset[Name]:
        """The names that words hold."""
        return frozenset(name for word in said & self.by_word.keys() for name in self.by_word[word] if name <= said)


class Naming:
    """The makers whom one listing names; what is asked of few listings is found when it is asked."""

    def __init__(self, makers: Makers, listing: Listing) -> None:
        self._makers, self._listing = makers, listing
        self.title = frozenset(words(listing.title))
        said = fold(maker(listing)).strip()
        self.field = "" if said in lexicon().no_maker else said
        """What the field for the maker says, folded; empty where it says that there is none."""
        self.words = frozenset(words(self.field))
        self.named = makers.within(self.title | self.words)

    @cached_property
    def claimed(self) -> frozenset[Name]:
        """The makers whom the title, the field or the description names as those of the goods themselves."""
        description = frozenset(words(self._listing.description))
        writing = Writing.of(self._listing.title)
        return frozenset(
            [
                *self._makers.within(self.words),
                *(name for name in self._makers.within(self.title) if names_goods(self._listing.title, name)),
                *(name for joined, name in self._makers.marks.items() if name - self.title and writing.has(joined)),
                *(
                    name
                    for name in self._makers.within(description)
                    if self._tells_of_the_goods(name) and names_goods(self._listing.description, name)
                ),
            ]
        )

    def _tells_of_the_goods(self, name: Name) -> bool:
        """Whether a sentence of the description with a name speaks of the title's goods, or says whose they are.

        "We also sell Halvor goods" is said beside those of anybody.
        """
        fillers = lexicon().fillers
        told = (self.title | _claims()) - fillers - self._makers.by_word.keys()
        sentences = (frozenset(words(said)) for said in SENTENCE.split(self._listing.description))
        return any(name <= said and (not told.isdisjoint(said) or said - name <= fillers) for said in sentences)

    @cached_property
    def disguised(self) -> frozenset[str]:
        """The words of the title that are a mark in disguise or with a slip, as the title's words give them."""
        marks = [joined for joined in self._makers.marks if len(joined) >= LEAST_DISGUISED]
        found: set[str] = set()
        for piece in self._listing.title.split():
            plain = compact("".join(sign for sign in piece if sign.isprintable()))
            if plain not in marks and any(_resembles(plain, mark) for mark in marks):
                found.update(words(piece))
        return frozenset(found)

    def states_other_than(self, own: Iterable[Name], product: frozenset[str]) -> bool:
        """Whether the field names none of a product's own makers; `product` are the words of its name."""
        if not self.words or self.words <= product:
            return False
        return not any(_is_one(self.words, self.field, name) for name in own)


@cache
def _claims() -> frozenset[str]:
    """Words that say before a name whose goods they are: "by", "original", "brand"."""
    return frozenset(word for phrase in marks_lexicon().cues["claim"].before for word in words(phrase))


def _resembles(plain: str, mark: str) -> bool:
    """Whether a word is a mark but for foreign letters in their places, or for a slip."""
    if len(plain) == len(mark) and not plain.isascii() and plain[0] == mark[0]:
        return all(a == b or not a.isascii() for a, b in zip(plain, mark, strict=True))
    return fuzz.ratio(plain, mark) >= ALIKE


def _is_one(said: Name, field: str, name: Name) -> bool:
    """Whether two writings are of one name: in part, by its first letters, or within a longer word."""
    if said <= name or name <= said or _are_initials(said, name) or _are_initials(name, said):
        return True
    joined = compact(field)
    return any(len(word) >= LEAST_WITHIN and word in joined for word in name)


def _are_initials(short: Name, name: Name) -> bool:
    return len(short) == 1 and len(name) > 1 and sorted(*short) == sorted(word[0] for word in name)
