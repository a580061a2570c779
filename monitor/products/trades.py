"""Of which class of the Nice classification goods are, as far as their name says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import chain

from monitor.brands import Product
from monitor.products.counting import Kind, kind_of
from monitor.products.data import data

MOST_READ = 300
KEPT = 8
"""The classes of so many brands' products are kept."""
MOSTLY = 2
"""One in so many products, at least, has to have a known class for others to be outside the catalogue."""


@dataclass(frozen=True, slots=True)
class Trade:
    """One class of goods: its number in the Nice classification, and its name."""

    number: int
    name: str


def trades_of(text: str) -> tuple[Trade, ...]:
    """The classes of the goods that a text names, by number."""
    read = text[:MOST_READ].casefold()
    return tuple(trade for trade, kind in kinds() if kind.within_text(read))


@lru_cache(maxsize=KEPT)
def trades_of_each(products: tuple[Product, ...]) -> tuple[tuple[Trade, ...], ...]:
    """The classes of the goods that each product names; each of those who ask gets what was read for the first."""
    return tuple(trades_of(f"{one.name} {one.description}") for one in products)


class Catalogue:
    """A brand's products, and the classes of goods that they name, worked out when they are first asked for."""

    def __init__(self, products: Sequence[Product]) -> None:
        self._products = products

    def trades_outside(self, title: str) -> tuple[Trade, ...]:
        """The classes of a title's goods, where none of them is one of the catalogue; empty where either is not known.

        The catalogue's classes are known where half of its products name theirs.
        """
        named = trades_of(title)
        return named if named and self._trades and self._trades.isdisjoint(named) else ()

    @cached_property
    def _trades(self) -> frozenset[Trade]:
        """The classes that the products name; none where too few products name theirs."""
        found = [trades for trades in trades_of_each(tuple(self._products)) if trades]
        return frozenset(chain.from_iterable(found if len(found) * MOSTLY >= len(self._products) else ()))


@cache
def _rows() -> tuple[tuple[Trade, dict[str, str]], ...]:
    """The classes, each with its row of the table, by number."""
    rows = ((Trade(row["class"], name.replace("_", " ")), row) for name, row in data("trades.toml").items())
    return tuple(sorted(rows, key=lambda one: one[0].number))


@cache
def kinds() -> tuple[tuple[Trade, Kind], ...]:
    """The classes, each with the words for its goods, by number."""
    return tuple((trade, kind_of(row["words"])) for trade, row in _rows() if row.get("words"))


@cache
def lines() -> tuple[tuple[Trade, Kind], ...]:
    """The classes, each with the words for all of its goods as shops are named for them, by number."""
    return tuple((trade, kind_of(row["lines"])) for trade, row in _rows() if row.get("lines"))
