"""Whether cards are of other goods than the one that a page is about, by the line over them."""

import re
from collections.abc import Sequence, Set

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.marks import around
from monitor.pages.said import languages
from monitor.pages.shown import Shown, are_one

UNDER_OTHERS = 6.0
"""What an amount loses that stands under a heading which says that other goods follow."""
STEPS_UP = 5
"""How far up from a card the line over it is looked for."""
MAX_LINE = 120
MOST_BESIDE = 40
"""So many elements before one are looked at for the heading that it stands under."""
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


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


def is_under_others(node: LexborNode, document: Document) -> bool:
    """Whether an element stands, without a block of its own, under a heading that says that others follow.

    A heading ends what one of its level or of a lower one began.
    """
    lowest = HEADINGS[-1]
    for one in around(node, STEPS_UP):
        if one.mem_id in document.above or one.tag in ("body", "main"):
            return False
        before = one.prev
        for _ in range(MOST_BESIDE):
            if before is None:
                break
            if before.tag == "h1" or before.mem_id in document.above:
                return False
            if before.tag in HEADINGS and before.tag <= lowest:
                if OVER_OTHERS.search(squeeze(before.text()[:MAX_LINE], MAX_LINE)):
                    return True
                if before.tag == HEADINGS[0]:
                    return False
                lowest = HEADINGS[HEADINGS.index(before.tag) - 1]
            before = before.prev
    return False


def put_behind_others(
    asked: Sequence[tuple[Shown, LexborNode]], document: Document, heading: int, bought: int
) -> Set[int]:
    """Put amounts that stand under a heading of other goods behind those that do not; their elements, by `mem_id`.

    The only amount asked is the goods' own there, unless the button that buys them stands before it. `heading` and
    `bought` are the places of the main heading and of that button.
    """
    first = bought if are_one([shown for shown, _ in asked]) else heading
    found = [one for one in asked if one[0].place > first and is_under_others(one[1], document)]
    for shown, _ in found:
        shown.score -= UNDER_OTHERS
    return {node.mem_id for _, node in found}


def _line_before(node: LexborNode) -> str:
    """The text of the part right before an element; of a long one a dash, and empty where there is none."""
    before = node.prev
    while before is not None:
        if text := squeeze(before.text(separator=" ")[: 2 * MAX_LINE], 2 * MAX_LINE):
            return text if len(text) <= MAX_LINE else "-"
        before = before.prev
    return ""
