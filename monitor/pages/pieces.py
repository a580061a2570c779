"""The price of one piece (`Unit price: £12.50`), which is that of the goods where the page asks and says no other."""

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from monitor.pages.beside import Role, names_a_weight, names_net
from monitor.pages.chosen import SEVERAL
from monitor.pages.document import Document
from monitor.pages.lines_beside import labels_beside
from monitor.pages.marks import ASIDE, around, names_of
from monitor.pages.price_text import price_text
from monitor.pages.shown import Shown, are_one

SAID = re.compile(r"(?<!\w)(?:unit price|price per unit)\s?[:：]?(?!\w)", re.IGNORECASE)
NAMED = re.compile(
    r"(?<![a-z])unit[-_]{0,2}price(?![a-z])|(?<![a-z])price[-_]{0,2}(?:per[-_]?)?unit(?![a-z])", re.IGNORECASE
)
PER = re.compile(r"/|(?<!\w)(?:per|pro|je|par|al|por|за|na)(?!\w)", re.IGNORECASE)
NUMBER = re.compile(r"[\d.,\s\u00a0]+")
STEPS, MAX_TEXT = 3, 120
"""How far around an amount what it is for may stand, and in how long a text."""
MADE_UP_FOR = 4.0
"""What its name or the words beside it took from its score."""


def raise_sole_piece(found: Sequence[tuple[Shown, LexborNode]], document: Document) -> None:
    """Take for the price what is asked for one piece, where it is one amount and nothing is said of several pieces."""
    of_one = [shown for shown, node in found if not shown.old and shown.price.amount and _is_of_a_piece(shown, node)]
    if not are_one(of_one) or any(shown.old for shown, _ in found) or SEVERAL.search(document.text):
        return
    for shown in of_one:
        shown.score += MADE_UP_FOR
        shown.price = shown.price._replace(role=Role.ASKED)


def _is_of_a_piece(shown: Shown, node: LexborNode) -> bool:
    """Whether an amount is called a unit price, alone, and neither of a weight nor without tax."""
    names = names_of(node)
    is_named = NAMED.search(names) is not None and not ASIDE.search(NAMED.sub("", names)) and node.tag != "td"
    if shown.price.role is Role.ASIDE and shown.price.amount:
        label, _ = labels_beside(node, shown.price.amount)
        is_named = bool(SAID.match(shown.text) or SAID.fullmatch(label))
    if not is_named:
        return False
    if NUMBER.sub("", SAID.sub("", shown.text)) != NUMBER.sub("", shown.price.currency):
        return False
    texts = [SAID.sub("", price_text(one)[:MAX_TEXT]) for one in around(node, STEPS)]
    return not any(names_a_weight(text) or names_net(text) or PER.search(text) for text in texts)
