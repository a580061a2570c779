"""What lines of their own before and behind an amount say of it: `Deposit`, `per month`, `Collect in store`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice

from selectolax.lexbor import LexborNode

from monitor.pages.beside import LETTER, is_of_lower
from monitor.pages.document import attribute, squeeze
from monitor.pages.marks import around
from monitor.pages.money import DIGIT, NAME_BEFORE, amounts
from monitor.pages.taxed import says_now, says_taxed

CELLS = frozenset(["td", "dd"])
"""Elements whose name stands in the cell before."""
NAMES = frozenset(["a", "button", "h1", "h2", "h3", "h4", "h5", "h6"])
"""Elements that name goods or lead on, and say nothing of the amount beside them: `Gift voucher`."""
UNSEEN = frozenset(["script", "style", "template", "noscript", "-comment"])
MAX_LABEL, MAX_LINE, MAX_TEXT = 30, 90, 2_000
"""Characters that a label has at most, and that are read of a line and of an element."""
MAX_SEEN, STEPS = 6, 3
"""How many parts of the page beside an element are looked at, and beside how many boxes around it."""


def labels_beside(node: LexborNode, amount: Decimal) -> tuple[str, str]:
    """The labels before and behind an element with an amount, or before and behind boxes that hold nothing else.

    One before with a number in it is that of a row of prices by quantity; one behind may be `per 100 g`.
    """
    for one in around(node, STEPS):
        texts = [list(islice(_texts(one, way), 2)) for way in ("prev", "next")]
        if any(texts) or one.tag in CELLS:
            before, behind = ("" if not said or _is_of_other(said, amount) else said[0] for said in texts)
            return "" if DIGIT.search(before) else before, behind
    return "", ""


def is_less_for_a_reason(node: LexborNode, amount: Decimal) -> bool:
    """Whether a line of words that name no price stands between an amount and a higher one before it.

    Then it likely is that of a service, a gift or a coupon, whatever the words: `€ 200 / Collect in store / € 190`.
    """
    said: list[str] = []
    for one in around(node, STEPS):
        said = list(islice(_texts(one, "prev", MAX_LINE), 2))
        if said or any(_texts(one, "next")):
            break
    if len(said) < 2 or not LETTER.search(said[0]) or any(one.currency for one in amounts(said[0])):
        return False
    names_it = NAME_BEFORE.fullmatch(f"{said[0].rstrip(' :：')}: ") or says_now(said[0]) or says_taxed(said[0])
    return not names_it and any(one.value > amount for one in amounts(said[1]) if one.currency)


def _texts(node: LexborNode, way: str, longest: int = MAX_LABEL) -> Iterator[str]:
    """The short texts of the parts of the page before or behind an element, the nearest first; a dash for no label."""
    one = getattr(node, way)
    for _ in range(MAX_SEEN):
        if one is None:
            return
        if _is_shown(one) and (text := squeeze(one.text(separator=" ")[:MAX_TEXT], MAX_LINE)):
            is_label = one.tag not in NAMES and (one.tag == "-text" or one.css_first("a[href]") is None)
            yield text if len(text) <= longest and is_label else "-"
        one = getattr(one, way)


def _is_shown(node: LexborNode) -> bool:
    if node.tag == "-text":
        return True
    style = attribute(node, "style").replace(" ", "").lower()
    return node.tag not in UNSEEN and "hidden" not in node.attributes and "display:none" not in style


def _is_of_other(said: Sequence[str], amount: Decimal) -> bool:
    """Whether the text beside an amount is no label, or speaks of a lower amount on its other side."""
    if any(one.currency for one in amounts(said[0])):
        return True
    other = amounts(said[1]) if len(said) > 1 and is_of_lower(said[0]) else []
    return any(one.value < amount for one in other)
