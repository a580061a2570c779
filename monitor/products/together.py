"""What a "+" joins to one product: "Magnesium + B6", a charger and its cable, sheets and their pillowcases.

The words are data, in `together.toml`.
"""

import re

from monitor.products.counting import Kind, kind_of
from monitor.products.data import data

PLUS = re.compile(r"\s?\+\s?")
CLAUSE = re.compile(r",(?!\d)|[;:|/()\[\]–—+]")
WORDS_NEAR = 4
"""How far from the sign a part is named."""


def _pairs() -> tuple[tuple[Kind, Kind], ...]:
    table = data("together.toml")
    return tuple((kind_of(row["one"]), kind_of(row.get("other", row["one"]))) for row in table.values())


PAIRS = _pairs()


def one_product(folded: str) -> bool:
    """Whether each "+" of a folded title joins parts of one product, named before the first of them."""
    signs = list(PLUS.finditer(folded))
    named = " ".join(folded[: signs[0].start()].split()[-2 * WORDS_NEAR :]) if signs else ""
    return all(_joined(f"{named} {folded[signs[0].end() : sign.start()]}", folded[sign.end() :]) for sign in signs)


def _joined(near: str, after: str) -> bool:
    next_to_it = " ".join(CLAUSE.split(after)[0].split()[:WORDS_NEAR])
    return any(one.within_text(near) and other.within_text(next_to_it) for one, other in PAIRS)
