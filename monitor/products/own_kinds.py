"""Goods that others make for goods, too: a bag is an accessory of a camera, and what a maker of bags sells."""

from functools import cache, lru_cache

from monitor.products.counting import Kind, kind_of, words_of
from monitor.products.data import data
from monitor.products.words import fold, spaced

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
    return not _never().says(folded) and any(_kinds()[at].says(folded) for at in _places(name))


def is_of_other_kind(word: str, name: str) -> bool:
    """Whether a word for an accessory of goods of the table is one for something quite other, or for them.

    What carries goods is near to all that does, and what feeds or joins devices to all that does; what the table does
    not know is other: a buckle is no bag.
    """
    folded, own = fold(word), _places(name)
    if not own:
        return False
    if _never().says(folded):
        return True
    near = own.union(*(group for group in _near() if group & own))
    return not any(_kinds()[at].says(folded) for at in near)


@cache
def _near() -> tuple[frozenset[int], ...]:
    """Where the kinds of each group stand that are near to each other."""
    names = list(data("own_kinds.toml")["kinds"])
    return tuple(frozenset(map(names.index, row.split())) for row in NEAR)


@lru_cache(maxsize=KEPT)
def _places(name: str) -> frozenset[int]:
    """Where the kinds stand that any word of a product's name says."""
    said = words_of(spaced(fold(name)))
    return frozenset(at for at, kind in enumerate(_kinds()) if any(map(kind.says, said)))
