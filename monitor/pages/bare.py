"""Short texts that are an amount and nothing else, where no name of an element says that it is a price."""

import re

from selectolax.lexbor import LexborNode

from monitor.pages.beside import Role
from monitor.pages.document import squeeze
from monitor.pages.money import NAME_BEFORE, Price, is_money_elsewhere, read_price, said_beside
from monitor.pages.price_text import INLINE, MAX_BARE, price_of, price_text
from monitor.pages.refusing import MAX_SAID
from monitor.pages.shown import MAX_PRICE_TEXT, Shown

HOLDERS = "h1,h2,h3,h4,p,span,div,b,strong,em,td,li,dd,ins,del,s,strike,font,big"
"""What may hold such a text."""
NUMBER_ALONE = re.compile(r"\d{1,3}(?:[.,\u00a0 ]?\d{3})*(?:[.,]\d\d)?")
NOT_OF_A_NUMBER = re.compile(r"[^\d.,'\s]")
MAX_SIGN = 6
AS_MONEY = re.compile(
    r"(?:\d{1,3}(?:[.,\u00a0 ]\d{3})+|\d+)[.,]\d\d|(?:\d{1,3}(?:[.,\u00a0 ]\d{3})+|\d{3,})(?:[.,][-–])?"
)
"""A number that then is money, with cents or of three digits: `4,5` and `5` mostly are what buyers think."""
EMPHASIS = frozenset(["strong", "b", "h2", "h3", "ins", "big", "em"])


def read_bare(node: LexborNode, text: str, country: str) -> tuple[str, Price] | None:
    """The amount that the text of an element is, with its sign, in a country's money; None where it is something else.

    Without a sign it counts where the text, or what stands right before it, calls it the price.
    """
    named = NAME_BEFORE.match(text)
    is_named = named is not None
    text = text[named.end() :] if named else text
    if len(text) > MAX_BARE or len(NOT_OF_A_NUMBER.findall(text)) > MAX_SIGN:
        return None
    price = read_price(text)
    if is_money_elsewhere(text, price.currency, country):
        return None
    if price.amount and not price.currency and NUMBER_ALONE.fullmatch(text):
        text, price = _with_sign(node, text, price)
        is_named = is_named or _is_named_before(node)
    if price.amount and price.currency:  # of no other text the words beside it need a look
        price = price_of(node, text)
        if not price.role and next(node.iter(), None) is not None:  # `£74.99 <small>ex VAT</small>`
            price = said_beside(price, squeeze(node.text(separator=" "), MAX_PRICE_TEXT))
    is_named = is_named and AS_MONEY.fullmatch(text.strip()) is not None
    bare = price.role is not Role.ASIDE and price.amount and (price.currency or is_named)
    return (text, price) if bare else None


def _with_sign(node: LexborNode, text: str, price: Price) -> tuple[str, Price]:
    """A bare number with the sign that the short line around it names: `AED <b>549.00</b>`."""
    around = ""
    if next(node.iter(), None) is not None:  # `172,900<span>원</span>`
        around = price_text(node)
    elif node.parent is not None and node.tag in INLINE:
        around = price_text(node.parent)
    if len(around) > MAX_SAID:
        return text, price
    whole = read_price(around)
    return (around, whole) if whole.currency and whole.amount == price.amount else (text, price)


def _is_named_before(node: LexborNode) -> bool:
    """Whether the line that an element stands in, or the cell before it, calls its number the price."""
    before = node.prev
    while before is not None and before.tag == "-text" and not before.text(strip=True):
        before = before.prev
    line = squeeze(before.text(separator=" ")[:MAX_PRICE_TEXT], MAX_PRICE_TEXT) if before is not None else ""
    if line and NAME_BEFORE.fullmatch(f"{line.rstrip(' :：')}: "):
        return True
    own = squeeze(node.text(separator=" ")[:MAX_PRICE_TEXT], MAX_PRICE_TEXT)
    return bool(NAME_BEFORE.match(own))


def makes_old(node: LexborNode, lower: Shown, last: LexborNode | None, higher: Shown) -> bool:
    """Whether the second amount below the heading, in bold beside a plain higher one, makes that one of before."""
    if last is None or last.tag in EMPHASIS or node.tag not in EMPHASIS or last.parent is None or node.parent is None:
        return False
    box = node.parent if node.parent.mem_id == last.parent.mem_id else node.parent.parent
    beside = box is not None and box.mem_id == last.parent.mem_id
    low, high = lower.price.amount, higher.price.amount
    same = lower.price.currency == higher.price.currency and not lower.old
    return beside and same and low is not None and high is not None and high / 4 < low < high
