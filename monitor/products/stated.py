"""What a description states of these goods or their price, so that it may not be the price of one new whole unit.

Descriptions speak of other goods, of the shop and of its rules as well. So a statement counts where its sentence says
little else than that: beside it stand but words of the title, articles, names for goods in general, makers, shops and
warranties ("Certified refurbished by Norvik, 12 months warranty"). More may follow where the description opens with it,
or where its subject is named ("This machine is faulty, the pump leaks"), if nothing there speaks of others. Which words
is data, in `stated.toml`. What is stated so leaves a doubt, and takes no price away.
"""

import re
from dataclasses import dataclass
from functools import cache

from monitor.products.counting import Kind
from monitor.products.data import data
from monitor.products.described import MOST_READ, NEW
from monitor.products.kinds import folded_words, kinds_of
from monitor.products.lazy import lazily
from monitor.products.phrases import BLANKLESS, tables
from monitor.products.wear import is_denied
from monitor.products.words import fold
from monitor.records import Listing

STATED = tables("stated.toml")
OF_OTHERS = STATED["of_others"]
BESIDE = ("beside", "goods", "price")
"""The lists of words that may stand beside a statement."""
MEANINGS = {
    "broken": "may say that the goods do not work",
    "restored": "may say that the goods are restored",
    "shown": "may say that the goods were shown, opened or given back",
    "of_use": "may say that the goods are used",
    "part": "may say that a part alone is sold",
    "before_tax": "may say that taxes come on top of the price",
    "for_some": "may say that not everybody pays the price",
    "in_parts": "may say that the price is a part payment",
}
OF_CONDITION = ("broken", "restored", "shown", "of_use")
"""What a title that says "new" denies."""
OF_PRICE = ("before_tax", "for_some", "in_parts")
"""What is said of a price, which the sentence has to name if it says more."""
SENTENCE = lazily(
    r"(?<=[!?\u3002\uff01\uff1f])\s*(?=\S)|(?<!\b\w)(?<!zzgl)(?<!exkl)(?<!excl)(?<!inkl)(?<!incl)\.\s+|[\n\r•|;\uff1b]+"
)
QUESTION = ("?", "\uff1f")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SIGN = re.compile(r"[,:(–—]|\s-\s|\.(?!\w)")
NO = lazily(r"-\w|\s*[:=-]?\s*(?:no|nein|non|nee|não|nie|нет|nej|否)\b")
BROKEN_PART = 1
"""So many words before "broken" may name what is so, where nothing follows: "pump defective"."""
LONGEST = 300
"""A sentence of more signs says much else."""


def stated(listing: Listing) -> str:
    """Why the price may not be that of one new whole unit, by a sentence of the description; "" if none says so."""
    if not listing.description:
        return ""
    own, new = _own(listing.title), NEW.search(listing.title)
    for at, sentence in enumerate(sentences(listing.description)):
        for kind, meaning in MEANINGS.items():
            if not (new and kind in OF_CONDITION) and (said := _said(sentence, kind, own, first=not at)):
                return f'"{said}" in the description {meaning}, so that a person has to look'
    return ""


@dataclass(frozen=True, slots=True)
class _Own:
    """The words of a title, and the kinds of goods that it names."""

    words: frozenset[str]
    kinds: tuple[Kind, ...]

    def others(self, text: str) -> list[str]:
        """The words of a folded text that neither name these goods nor may stand beside a statement."""
        if BLANKLESS.search(text):
            for phrase in (*(one for kind in self.kinds for one in kind.within_asian), *_asian()):
                text = text.replace(phrase, " ")
        return [word for word in WORD.findall(text) if not (word in _words(*BESIDE) or self._has(word))]

    def names(self, text: str) -> bool:
        """Whether a folded text names these goods."""
        return any(word in _words("goods") or self._has(word) for word in WORD.findall(text))

    def _has(self, word: str) -> bool:
        return word in self.words or any(kind.says(word) for kind in self.kinds)


def _own(title: str) -> _Own:
    return _Own(folded_words([title]), kinds_of(title))


@cache
def _words(*names: str) -> frozenset[str]:
    lists = data("stated.toml")
    return frozenset(word for name in names for row in lists[name].values() for word in row.replace("|", " ").split())


def beside_words() -> frozenset[str]:
    """The words that may stand beside a statement and name no goods of their own."""
    return _words(*BESIDE)


def goods_words() -> frozenset[str]:
    """The words that name what is offered, whatever it is."""
    return _words("goods")


@cache
def _asian() -> tuple[str, ...]:
    """The phrases of scripts without blanks that may stand beside a statement, the longest first."""
    return tuple(sorted(filter(BLANKLESS.search, _words("beside")), key=lambda one: (-len(one), one)))


def sentences(description: str) -> list[str]:
    """The sentences of a description, folded, without questions and long ones."""
    said = (one.strip() for one in SENTENCE.split(fold(description[:MOST_READ])) if one)
    return [one for one in said if one and not one.endswith(QUESTION) and len(one) <= LONGEST]


def _said(sentence: str, kind: str, own: _Own, *, first: bool) -> str:
    """The words of a kind that a sentence says of these goods, or of their price."""
    for found in STATED[kind].finditer(sentence):
        before, after = sentence[: found.start()], sentence[found.end() :]
        if kind == "part":
            said = bool(own.others(found[0])) and OF_OTHERS.search(sentence) is None
        else:
            said = not (is_denied(found) or NO.match(after)) and _of_these(before, after, kind, own, first=first)
        if said:
            return found[0].strip(" ,;:.–-")
    return ""


def _of_these(before: str, after: str, kind: str, own: _Own, *, first: bool) -> bool:
    """Whether a statement between the two is one about these goods: see the module."""
    if OF_OTHERS.search(before):
        return False
    strange, more = own.others(before), own.others(after)
    if not more and len(strange) <= (BROKEN_PART if kind == "broken" else 0):
        return OF_OTHERS.search(after) is None
    if strange:
        return False
    if kind in OF_PRICE:
        opens, free = not _words("price").isdisjoint(WORD.findall(before)), False
    else:
        opens, free = first, own.names(before)
    parted = opens and not own.others(SIGN.split(after, maxsplit=1)[0])
    return (parted or free) and OF_OTHERS.search(after) is None
