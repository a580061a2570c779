"""Who pays an amount, by what stands behind its element: those who pay in one way, those with the shop's card, all."""

import re
from collections.abc import Iterator
from decimal import Decimal

from selectolax.lexbor import LexborNode

from monitor.pages.beside import Role, names_a_card, names_a_means
from monitor.pages.document import squeeze
from monitor.pages.marks import around, names_of
from monitor.pages.money import Price, amounts
from monitor.pages.some_words import begins_with_some

WITH_WAYS_OF_PAYING = frozenset(["AR", "BR"])
"""Countries whose shops show a price for those who pay in one way beside the one for all."""
PIX = re.compile(r"(?<![a-z])pix(?![a-z])", re.IGNORECASE)
MAX_TEXT, MAX_BEHIND = 300, 90
DEPTH = 6


def paid_by(node: LexborNode, price: Price, country: str) -> tuple[Price, bool]:
    """A price with those who pay it as its role, and whether a card or rates are named behind it, so that all do."""
    if price.amount is None:
        return price, False
    if country not in WITH_WAYS_OF_PAYING:
        of_some = price.role is Role.ASKED and _is_of_some(node, price.amount)
        return price._replace(role=Role.ASIDE) if of_some else price, False
    behind = _text_behind(node)
    one_way = price.role is Role.ASKED and (names_a_means(behind) or bool(PIX.search(names_of(node))))
    return price._replace(role=Role.ONE_WAY) if one_way else price, names_a_card(behind)


def _text_behind(node: LexborNode) -> str:
    """The beginning of the next text behind an element, also behind the one that holds nothing else."""
    for one in around(node, 2):
        other = one.next
        for _ in range(3):
            if other is not None and (text := other.text(separator=" ")[:MAX_TEXT].strip()):
                return squeeze(text, MAX_BEHIND)
            other = other.next if other is not None else None
    return ""


def _is_of_some(node: LexborNode, price: Decimal) -> bool:
    """Whether the next piece of text behind an element says who pays its amount; a label only where it ends the box.

    Where a lower amount follows, the words are of that.
    """
    for one in around(node, 2):
        behind = [(piece, other) for other in _following(one) if (piece := _first_piece(other))]
        if not behind:
            continue
        if not begins_with_some(squeeze(behind[0][0], MAX_BEHIND), last=len(behind) == 1):
            return False
        rest = " ".join(other.text(separator=" ")[:MAX_TEXT] for _, other in behind[:2])
        return not any(other.value < price and other.currency for other in amounts(rest)[:1])
    return False


def _following(node: LexborNode) -> Iterator[LexborNode]:
    """The next few elements and texts behind an element."""
    other = node.next
    for _ in range(4):
        if other is None:
            return
        yield other
        other = other.next


def _first_piece(node: LexborNode) -> str:
    """The text that an element begins with."""
    inner: LexborNode | None = node
    for _ in range(DEPTH):
        while inner is not None and inner.tag == "-text" and not inner.text(strip=True):
            inner = inner.next
        if inner is None or inner.tag == "-text":
            break
        inner = inner.child
    return inner.text()[:MAX_TEXT].strip() if inner is not None and inner.tag == "-text" else ""
