"""Whether cards are of other goods than the one that a page is about, by the line over them."""

import re

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.marks import around
from monitor.pages.said import languages

STEPS_UP = 5
"""How far up from a card the line over it is looked for."""
MAX_LINE = 120


def _said_over_others() -> re.Pattern[str]:
    """What stands over cards of others, in any language."""
    parted: list[str] = []
    joined: list[str] = []
    for words in languages("others"):
        (joined if words.get("joined") else parted).extend(words["says"])
    return re.compile(rf"(?<!\w)(?:{'|'.join(parted)})|{'|'.join(joined)}", re.IGNORECASE)


OVER_OTHERS = _said_over_others()


def are_of_others(card: LexborNode, document: Document) -> bool:
    """Whether what stands right before the first of some cards is a short line that says that they are others."""
    for node in around(card, STEPS_UP):
        if node.mem_id in document.above or node.tag in ("body", "main"):
            return False
        before = _line_before(node)
        if before:
            return OVER_OTHERS.search(before) is not None
    return False


def _line_before(node: LexborNode) -> str:
    """The text of the part right before an element; of a long one a dash, and empty where there is none."""
    before = node.prev
    while before is not None:
        if text := squeeze(before.text(separator=" ")[: 2 * MAX_LINE], 2 * MAX_LINE):
            return text if len(text) <= MAX_LINE else "-"
        before = before.prev
    return ""
