"""Of which class of the Nice classification goods are, as far as their name says it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from monitor.brands import Product
from monitor.products.counting import Kind, kind_of
from monitor.products.data import data

MOST_READ = 300
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
    return tuple(trade for trade, kind in _kinds() if kind.within_text(read))


def trades_outside(title: str, products: Sequence[Product]) -> tuple[Trade, ...]:
    """The classes of a title's goods, where none of them is one of the catalogue; empty where either is not known.

    The catalogue's classes are known where half of its products name theirs.
    """
    return _outside(trades_of(title), tuple(f"{product.name} {product.description}" for product in products))


def _outside(named: tuple[Trade, ...], catalogue: tuple[str, ...]) -> tuple[Trade, ...]:
    known, made = _made(catalogue) if named else (0, frozenset[Trade]())
    return () if known * MOSTLY < len(catalogue) or not made or not made.isdisjoint(named) else named


@cache
def _made(catalogue: tuple[str, ...]) -> tuple[int, frozenset[Trade]]:
    """How many products name their class, and the classes that they name."""
    found = [trades for text in catalogue if (trades := trades_of(text))]
    return len(found), frozenset(trade for trades in found for trade in trades)


@cache
def _kinds() -> tuple[tuple[Trade, Kind], ...]:
    table = data("trades.toml")
    rows = ((Trade(row["class"], name.replace("_", " ")), kind_of(row["words"])) for name, row in table.items())
    return tuple(sorted(rows, key=lambda one: one[0].number))
