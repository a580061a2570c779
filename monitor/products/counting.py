"""Kinds of words that tell a count of units from other numbers: containers, goods, parts, doses.

They are data: `counting.toml` and `packing.toml`, a row a language, so that whoever knows a language can complete its
row, and `goods.toml` for the kinds that are long, a row a class of goods, with its words in all languages.
"""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from monitor.products.data import data

SIGNS = 2
"""No beginning and no ending of a kind is shorter."""
FIRST_ASIAN = "\u2e80"
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """Words of one kind as they stand, how those with an open end begin or end, and what counts wherever it stands."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    others: tuple[str, ...]
    """How words end that mean something else, though they end or begin so: "handschuhe" are no "*schuhe"."""
    phrases: dict[str, tuple[str, ...]]
    within: tuple[str, ...]
    within_asian: tuple[str, ...]
    first_signs: frozenset[str]
    last_signs: frozenset[str]

    def within_text(self, text: str) -> bool:
        """Whether a case-folded text has a word of this kind."""
        return _within(self, text)

    @property
    def anywhere(self) -> tuple[str, ...]:
        """What counts wherever it stands."""
        return (*(phrase for found in self.phrases.values() for phrase in found), *self.within, *self.within_asian)

    def has(self, word: str) -> bool:
        """Whether one case-folded word is of this kind."""
        return word in self.words or self.has_part(word)

    def says(self, word: str) -> bool:
        """Whether a case-folded word is of this kind, or holds one of it that a script without blanks writes."""
        if word.isascii() or max(word) < FIRST_ASIAN:
            return self.has(word)
        return self.has(word) or any(phrase in word for phrase in self.within_asian)

    def has_part(self, word: str) -> bool:
        """Whether a word begins or ends as some of this kind do, which its outer signs mostly deny at once."""
        begins = word[:SIGNS] in self.first_signs and word.startswith(self.beginnings)
        return (begins or (word[-SIGNS:] in self.last_signs and word.endswith(self.endings))) and not (
            self.others and word.endswith(self.others)
        )

    @property
    def either(self) -> str:
        """The words as alternatives of a pattern, those of one first letter together, the longest first."""
        by_letter = defaultdict(list)
        for word in sorted(self.words, key=lambda word: (-len(word), word)):
            by_letter[word[0]].append(re.escape(word[1:]))
        return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(by_letter.items()))


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """The words of a case-folded text, compounds with a hyphen as a whole and in parts."""
    found = WORD.findall(text)
    return frozenset(found) | {part for word in found if "-" in word for part in word.split("-")}


@lru_cache(maxsize=256)
def _within(kind: Kind, text: str) -> bool:
    found = words_of(text)
    if not kind.words.isdisjoint(found):
        return True
    if (kind.beginnings or kind.endings) and any(map(kind.has_part, found)):
        return True
    if any(phrase in text for first in kind.phrases.keys() & found for phrase in kind.phrases[first]):
        return True
    has = text.__contains__
    return any(map(has, kind.within)) or (_is_asian(text) and any(map(has, kind.within_asian)))


@lru_cache(maxsize=64)
def _is_asian(text: str) -> bool:
    return not text.isascii() and max(text) >= FIRST_ASIAN


LEAST_UNACCENTED = 5
"""Shorter words without their accents are words of other languages: "the" is no tea."""


PLAIN = str.maketrans("łı", "li")
"""Letters that no decomposition makes plain."""


def unaccented(word: str) -> str:
    if word.isascii():
        return word
    return "".join(
        sign for sign in unicodedata.normalize("NFD", word.translate(PLAIN)) if not unicodedata.combining(sign)
    )


def _kind(*tables: dict[str, str]) -> Kind:
    """The words of tables, each as it stands and as who leaves out accents writes it."""
    written = [word.casefold() for rows in tables for row in rows.values() for word in row.replace("|", " ").split()]
    plain = [unaccented(word) for word in written if len(word) >= LEAST_UNACCENTED and word < FIRST_ASIAN]
    both = dict.fromkeys(written + plain)
    listed = [word for word in both if not word.startswith("!")]
    anywhere = [word[1:].replace("_", " ") for word in listed if word.startswith("~")]
    within = (*anywhere, *(word.strip("*") for word in listed if word.startswith("*") and word.endswith("*")))
    open_ended = [word for word in listed if "*" in word and word.strip("*") not in within]
    phrases = defaultdict(list)
    for phrase in (part for part in within if " " in part and part < FIRST_ASIAN):
        phrases[phrase.split()[0]].append(phrase)
    single = [part for part in within if " " not in part or part >= FIRST_ASIAN]
    beginnings = tuple(word[:-1] for word in open_ended if word.endswith("*"))
    endings = tuple(word[1:] for word in open_ended if word.startswith("*"))
    return Kind(
        words=frozenset(word for word in listed if "*" not in word and not word.startswith("~")),
        beginnings=beginnings,
        endings=endings,
        others=tuple(word[1:] for word in both if word.startswith("!")),
        first_signs=frozenset(word[:SIGNS] for word in beginnings),
        last_signs=frozenset(word[-SIGNS:] for word in endings),
        phrases={first: tuple(found) for first, found in phrases.items()},
        within=tuple(part for part in single if part < FIRST_ASIAN),
        within_asian=tuple(part for part in single if part >= FIRST_ASIAN),
    )


def kind_of(words: str) -> Kind:
    """The kind that a row of words makes."""
    return _kind({"": words})


_table = data("counting.toml")
_packing = data("packing.toml")
_classes = data("goods.toml")
_kinds = {
    name: _kind(_table.get(name, {}), _classes.get(name, {}))
    for name in dict.fromkeys([*_table, *_classes])
    if name != "classifiers"
}
CONTAINERS = _kinds["containers"]
GOODS = _kinds["goods"]
PARTS = _kinds["parts"]
OWN_PARTS = _kinds["own_parts"]
WHOLES = _kinds["wholes"]
HOLDERS = _kinds["holders"]
SAME = _kinds["same"]
PODS = _kinds["pods"]
PORTIONS = _kinds["portions"]
EXTRAS = _kinds["extras"]
DOSE_PACKS = _kinds["dose_packs"]
SHEETS = _kinds["sheets"]
SHEETED = _kinds["sheeted"]
ASSORTED = _kinds["assorted"]
TWOS = _kinds["twos"]
PARTED = _kinds["parted"]
PAIRED = _kind(_table["paired"], _table["twos"], _classes["twos"])
BOXED = _kinds["boxed"]
UNATTACHED = _kinds["unattached"]
TABLETS = _kinds["tablets"]
WET_FOOD = _kinds["wet_food"]
BY_THE_SET = _kinds["by_the_set"]
SETS = _kinds["sets"]
HALVES = _kinds["halves"]
LIT = _kinds["lit"]
SINGLY = _kinds["singly"]
KITTED = _kinds["kitted"]
HUNDREDS = _kinds["hundreds"]
LIDDED = _kinds["lidded"]
BY_THE_BOX = _kinds["by_the_box"]
IN_BOXES = _kinds["in_boxes"]
CASED = _kinds["cased"]
CASES = _kinds["cases"]
SHELLS = _kinds["shells"]
STUFFS = _kinds["stuffs"]
WASHES = _kinds["washes"]
SEEDS = _kinds["seeds"]
MEDIA = _kinds["media"]
BREWERS = _kinds["brewers"]
SERVINGS = _kinds["servings"]
SERVED = _kinds["served"]
DEVICES = _kinds["devices"]
ALONG = _kinds["along"]
BLADED = _kinds["bladed"]
BLADES = _kinds["blades"]
DRINKS = _kind(
    *({"": _classes["singly"][name]} for name in ("water", "juice", "milk", "wine", "beer", "soda", "energy_drink"))
)
VESSELS = _kind({"": _classes["singly"]["bottle"]})
ENGLISH = _kind({name: row.partition("|")[0] for name, row in _classes["singly"].items()})
"""Goods that are sold singly, as English names them."""
IN_PACKS = _kinds["in_packs"]
STYLED = _kinds["styled"]
CELLS = _kinds["cells"]
CHOCOLATE = _kind({"": _classes["singly"]["chocolate"]})
WIPERS = _kind({"": _classes["singly"]["wiper"]})
LOOSE_PIECES = _kind(_packing["pieces"], _packing["loose_pieces"])
LOOSE_PACKS = _kind(_packing["packs"], _packing["loose_packs"])
OF_OR_FOR = _kind(_packing["of"], _packing["of_or_for"])
OF_OR_WITH = _kind(_packing["of"], _packing["of_or_with"])
DOSES = _kind(_table["doses"], _table["tablets"])
CONTENTS = _kind(_table["tablets"], _table["sheets"])
(
    PIECE_WORDS,
    PACK_WORDS,
    JOINED,
    PACKED_WORDS,
    BOXES,
    DOZENS,
    PAIRS,
    ONLY_PAIRS,
    CRATES,
    BONUS,
    GLASSES,
    OUTER,
    INNER,
    LARGER,
    HELD_IN,
    IN_ALL,
    AHEAD,
    AHEAD_OF_THE_END,
    MULTIPACKS,
    SET_WORDS,
    OF,
    FOR,
    WITH,
    FRESH,
    WOUND,
    SETS_IN_ONE_WORD,
    SEVERAL,
) = (
    _kind(_packing[name])
    for name in (
        "pieces",
        "packs",
        "joined",
        "packed",
        "boxes",
        "dozens",
        "pairs",
        "only_pairs",
        "crates",
        "bonus",
        "glasses",
        "outer",
        "inner",
        "larger",
        "held_in",
        "in_all",
        "ahead",
        "ahead_of_the_end",
        "multipacks",
        "set_words",
        "of",
        "for",
        "with",
        "fresh",
        "wound",
        "sets_in_one_word",
        "several",
    )
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "dozen": 12}
SAID = {phrase: units for name, units in NUMBERS.items() for phrase in _kind(_packing[name]).anywhere}
"""Words that count units by themselves, and how many."""
CLASSIFIERS = {counter: tuple(goods.split()) for counter, goods in _table["classifiers"].items()}


def head_is_goods(folded: str) -> bool:
    """Whether a case-folded title begins, within four words, with goods that are sold singly, in the plural."""
    return not GOODS.words.isdisjoint(WORD.findall(folded[:80])[:4])
