"""Goods that others make for goods, too: a bag is an accessory of a camera, and what a maker of bags sells."""

from collections.abc import Iterable
from functools import cache, lru_cache

from monitor.products.counting import Kind, kind_of, words_of
from monitor.products.data import data
from monitor.products.words import SPACELESS, fold, spaced

KEPT = 4096
"""The kinds of so many product names are kept."""
NEAR = ("bag backpack wallet case", "charger power_bank battery cable adapter")
"""Kinds that sellers call by each other's names: what carries goods, and what feeds or joins devices."""


@cache
def _kinds() -> tuple[Kind, ...]:
    """The kinds of such goods, each with what it is called in all languages."""
    return tuple(kind_of(row) for row in data("own_kinds.toml")["kinds"].values())


@cache
def _never() -> Kind:
    """How words begin that name what keeps, shields or mends goods, whatever kind they end with."""
    return kind_of(data("own_kinds.toml")["never"]["beginnings"])


def is_of_own_kind(word: str, name: str) -> bool:
    """Whether a word for an accessory is one for what the product's name says it is: "Handtasche" of a shoulder bag."""
    folded = fold(word)
    if _says(_never(), folded):
        return False
    return any(_says(kind, folded) for kind in _kinds_of(name))


def is_of_other_kind(word: str, name: str) -> bool:
    """Whether a word for an accessory of goods of the table is one for something quite other, or for them.

    What carries goods is near to all that does, and what feeds or joins devices to all that does; what the table does
    not know is other: a buckle is no bag.
    """
    folded = fold(word)
    own, said = _places(words_of(spaced(fold(name)))), _places((folded,))
    if not own:
        return False
    if _says(_never(), folded):
        return True
    near = own.union(*(group for group in _near() if group & own))
    return not said & near


@cache
def _near() -> tuple[frozenset[int], ...]:
    """Where the kinds of each group stand that are near to each other."""
    names = list(data("own_kinds.toml")["kinds"])
    return tuple(frozenset(map(names.index, row.split())) for row in NEAR)


def _places(words: Iterable[str]) -> frozenset[int]:
    """Where the kinds stand that any of the words says."""
    return frozenset(at for word in words for at, kind in enumerate(_kinds()) if _says(kind, word))


@lru_cache(maxsize=KEPT)
def _kinds_of(name: str) -> tuple[Kind, ...]:
    said = words_of(spaced(fold(name)))
    return tuple(kind for kind in _kinds() if any(_says(kind, word) for word in said))


def _says(kind: Kind, word: str) -> bool:
    return kind.has(word) or (bool(SPACELESS.search(word)) and any(phrase in word for phrase in kind.within_asian))
