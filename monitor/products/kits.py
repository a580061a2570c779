"""Whether a title sells less than the kit that the catalogue's name tells: "ohne Autositz", "MF60 pump".

A name says behind "with" what its goods come with. A title that says of such a thing that it is missing, or that it
alone is sold, offers another price; so does one that names nothing but such a thing. Words are data, in `kits.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from monitor.products.contents import CLAUSE, LEFT_OUT, WITH, WITHOUT
from monitor.products.data import data
from monitor.products.explained import is_form
from monitor.products.kinds import is_of_its_kind
from monitor.products.phrases import Phrases, phrases
from monitor.products.talk import is_everyday
from monitor.products.words import SPACELESS, fold, lexicon, spaced

KEPT = 8192
"""The kits of so many names are kept."""
SHORT = 2
"""Words of so few letters name no goods."""
BEHIND, BEFORE = 45, 30
"""So many signs behind "without" and before "not included" are read for what is missing."""
NEAR = 3
"""So many words of these are asked: what stands farther off is not what is missing."""
WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:[-'’][^\W\d_]+)*(?!\w|-\w*\d)")
"""A word that is no piece of a number: "avr" of "AVR-3808CI" is none."""
APART = re.compile(r"[,;|()\[\]/:]|\s[-–—+&]+\s")
LESS = re.compile(r"(?<!\w)([^\W\d_]{3,})[- ]?(?:less|los|free|frei)(?!\w)")
"""Made without: "isofix-less"."""
EMPTY = ("无", "無", "less")
"""Of these alone too much is said in titles: they count of a known part only."""


@cache
def _table() -> dict[str, Phrases]:
    rows = data("kits.toml")
    named = ("without", "left_out", "only", "alone", "others")
    return {name: phrases("|".join(rows[name].values())) for name in named}


@cache
def _words(table: str, row: str = "") -> frozenset[str]:
    rows = data("kits.toml")[table]
    return frozenset(" ".join([rows[row]] if row else rows.values()).split())


@dataclass(frozen=True, slots=True)
class Kit:
    """What a name tells: the words of each of the `parts`, the `nouns` of the whole, and how it says so."""

    parts: tuple[frozenset[str], ...]
    nouns: tuple[str, ...]
    told: str
    words: frozenset[str]
    """All words of the name."""

    @property
    def holds_things(self) -> bool:
        """Whether any of the parts is a thing, and not what the goods can do."""
        return any(part.isdisjoint(_words("features")) for part in self.parts)

    def named_by(self, word: str) -> frozenset[int]:
        """The parts that a word names, in any language."""
        return frozenset(at for at, part in enumerate(self.parts) if _names(word, part))

    def is_whole(self, word: str) -> bool:
        """Whether a word says what goods the whole is."""
        return any(is_form(word, noun) or is_of_its_kind(word, noun) for noun in self.nouns)


NO_KIT = Kit((), (), "", frozenset())


def less_than_the_kit(title: str, name: str, own: frozenset[str]) -> str:
    """How a title offers less than a name tells, in words; an empty string if it does not.

    `own` are words that name the maker or the model, not the goods.
    """
    kit = kit_of(name, own)
    if not kit.parts:
        return ""
    folded = spaced(fold(title))
    if said := next(_missing(folded, kit), "") or next(_alone(folded, kit), ""):
        return f'"{said}" in the title, and its name says that it comes {kit.told}'
    if part := _one_part(folded, kit, own):
        return f'the title names "{part}", which is a part of it, and no whole that comes {kit.told}'
    return ""


@lru_cache(maxsize=KEPT)
def kit_of(name: str, own: frozenset[str]) -> Kit:
    """What a name tells behind its "with"; `NO_KIT` where it has none."""
    tokens, written = spaced(fold(name)).split(), name.split()
    joins = (at for at, token in enumerate(tokens) if at and token in _words("name", "with"))
    # A capital alone names a line: "Z series".
    at = next((at for at in joins if len(tokens[at]) > 1 or tokens[at] in written), 0)
    if not at:
        return NO_KIT
    behind = " ".join("," if token in _words("name", "and") else token for token in tokens[at + 1 :])
    behind = lexicon().for_words.split(behind, maxsplit=1)[0]
    skipped = own | lexicon().fillers | frozenset(lexicon().colours) | lexicon().colour_names
    pieces = (frozenset(_long(WORD.findall(piece))) - skipped for piece in APART.split(behind))
    parts = tuple(filter(None, pieces))
    head = [word for word in _long(WORD.findall(" ".join(tokens[:at]))) if word not in own]
    return Kit(parts, _nouns(head, name), " ".join(tokens[at:]), frozenset(_long(WORD.findall(" ".join(tokens)))))


def _nouns(head: Sequence[str], name: str) -> tuple[str, ...]:
    """The words of a head that say what goods these are: of a known kind, else the last one that is no proper name."""
    if known := tuple(word for word in head if is_of_its_kind(word, word)):
        return known
    plain = [word for word in head if word in WORD.findall(name)]
    return tuple((plain or list(head))[-1:])


def _missing(folded: str, kit: Kit) -> Iterator[str]:
    """The places where a title says that something of a kit is missing."""
    for pattern in (WITHOUT, _table()["without"]):
        for found in pattern.finditer(folded):
            rest = CLAUSE.split(folded[found.end() : found.end() + BEHIND], maxsplit=1)[0]
            again = next((one for one in WITH.finditer(rest) if one[0] not in "+&"), None)
            told = rest[: again.start()] if again else rest
            if _is_of_kit(told.split()[:NEAR], kit, known=found[0] in EMPTY):
                yield f"{found[0]} {' '.join(told.split()[:NEAR])}".strip()
    for pattern in (LEFT_OUT, _table()["left_out"]):
        for found in pattern.finditer(folded):
            told = CLAUSE.split(folded[max(0, found.start() - BEFORE) : found.start()])[-1]
            if _is_of_kit(told.split()[-NEAR:], kit):
                yield f"{' '.join(told.split()[-NEAR:])} {found[0]}".strip()
    yield from (found[0] for found in LESS.finditer(folded) if kit.named_by(found[1]))


def _alone(folded: str, kit: Kit) -> Iterator[str]:
    """The places where a title says that one thing alone is sold."""
    for found in _table()["only"].finditer(folded):
        told = CLAUSE.split(folded[found.end() : found.end() + BEHIND], maxsplit=1)[0].split()[:NEAR]
        if _is_of_kit(told, kit, first=True) and not any(map(kit.is_whole, told)):
            yield f"{found[0]} {' '.join(told)}".strip()
    for found in _table()["alone"].finditer(folded):
        told = CLAUSE.split(folded[max(0, found.start() - BEFORE) : found.start()])[-1].split()[-NEAR:]
        named = {at for word in told for at in kit.named_by(word)}
        if named and not any(map(kit.is_whole, told)):
            yield f"{' '.join(told)} {found[0]}".strip()


def _is_of_kit(told: Sequence[str], kit: Kit, *, known: bool = False, first: bool = False) -> bool:
    """Whether words name what a kit has, or a thing that nobody knows and that may be of it.

    With `known` only what the name tells counts, with `first` an unknown thing has to stand at once.
    """
    words = [word for one in told for word in WORD.findall(one)]
    if any(kit.named_by(word) for word in words):
        return True
    text = " ".join(told)
    if known or not kit.holds_things or _table()["others"].search(text):
        return False
    things = [word for word in words if _is_thing(word)]
    return bool(things) and (not first or words.index(things[0]) <= 1) and not any(map(kit.is_whole, words[:1]))


def _is_thing(word: str) -> bool:
    """Whether a word may name a thing: it is long enough, and none of selling and looks."""
    return bool(SPACELESS.match(word)) or (len(word) > SHORT and not is_everyday(word))


def _one_part(folded: str, kit: Kit, own: frozenset[str]) -> str:
    """The words of a title that names parts of a kit and nothing else, or one of several in a clause of its own."""
    if WITH.search(folded):
        return ""
    clauses = [
        [word for word in _long(WORD.findall(piece)) if word not in own and not is_everyday(word)]
        for piece in APART.split(folded)
    ]
    said = [word for clause in clauses for word in clause]
    named = {word: kit.named_by(word) for word in said}
    parts = [word for word in said if named[word] and not kit.is_whole(word)]
    if not parts or any(not (named[word] or _is_own(word, kit)) for word in said):
        return ""
    things = [word for word in parts if word not in _words("features")]
    if not any(map(kit.is_whole, said)):
        return " ".join(parts) if things else ""
    missing = set(range(len(kit.parts))) - {at for word in parts for at in named[word]}
    apart = any(clause and all(map(named.get, clause)) for clause in clauses)
    return " ".join(things) if things and missing and (apart or said[-1] in things) else ""


def _is_own(word: str, kit: Kit) -> bool:
    return kit.is_whole(word) or any(is_form(word, other) for other in kit.words)


def _names(word: str, part: frozenset[str]) -> bool:
    return any(is_form(word, other) for other in part) or (
        not is_everyday(word) and any(is_of_its_kind(word, other) for other in part)
    )


def _long(words: Sequence[str]) -> list[str]:
    return [word for word in words if len(word) > SHORT or SPACELESS.match(word)]
