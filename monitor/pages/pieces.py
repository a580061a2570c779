"""The price of one piece (`Unit price: £12.50`), which is that of the goods where the page asks no other."""

import re

from selectolax.lexbor import LexborNode

from monitor.pages.beside import Role, names_a_weight
from monitor.pages.marks import ASIDE, around, names_of
from monitor.pages.price_text import price_text
from monitor.pages.shown import Shown, are_one

SAID = re.compile(r"(?<!\w)(?:unit price|price per unit)(?!\w)", re.IGNORECASE)
NAMED = re.compile(
    r"(?<![a-z])unit[-_]{0,2}price(?![a-z])|(?<![a-z])price[-_]{0,2}(?:per[-_]?)?unit(?![a-z])", re.IGNORECASE
)
STEPS, MAX_TEXT = 3, 120
"""How far around an amount the weight or volume may stand that it is for, and in how long a text."""
MADE_UP_FOR = 4.0
"""What its name or the words beside it took from its score."""


def raise_sole_piece(found: list[tuple[Shown, LexborNode]]) -> None:
    """Take for the price what is asked for one piece, where it is one amount; for a weight or volume it is none."""
    of_one = [shown for shown, node in found if not shown.old and shown.price.amount and _is_of_a_piece(shown, node)]
    for shown in of_one if are_one(of_one) else ():
        shown.score += MADE_UP_FOR
        shown.price = shown.price._replace(role=Role.ASKED)


def _is_of_a_piece(shown: Shown, node: LexborNode) -> bool:
    if shown.price.role is Role.ASIDE:
        is_named = SAID.search(shown.text) is not None
    else:
        names = names_of(node)
        is_named = NAMED.search(names) is not None and not ASIDE.search(NAMED.sub("", names))
    texts = (price_text(one)[:MAX_TEXT] for one in around(node, STEPS)) if is_named else ()
    return is_named and not any(map(names_a_weight, texts))
