"""The text of an element that holds a price, as a person reads it."""

import re
from collections.abc import Set
from itertools import islice

from selectolax.lexbor import LexborNode

from monitor.pages.beside import Role, names_a_unit, role_by_label
from monitor.pages.document import attribute, squeeze
from monitor.pages.lines_beside import CELLS, labels_beside
from monitor.pages.marks import STRUCK_TAGS, is_price_alone, marks_in, names_of
from monitor.pages.money import DIGIT, Price, amounts, in_role, read_price, said_beside
from monitor.pages.taxed import labels_net

MAX_BARE = 30
MAX_LINE = 90
MAX_PARTS = 20
STEPS = 3
AMOUNTS = ("data-price", "data-price-amount", "data-product-price", "data-amount")
CURRENCIES = ("data-currency", "data-currency-code", "data-price-currency")
WITH_CENTS = re.compile(r"\d{1,9}\.\d\d?")
INLINE = frozenset(["a", "b", "bdi", "data", "em", "font", "i", "ins", "small", "span", "strong", "sup"])
"""Elements that stand in one line with the words beside them."""
PARTS = ':is(sup,del,s,strike,[hidden],[style*="display:none" i],[style*="display: none" i])'
"""Cents above the line, and what is struck through or not shown: `Was:` before the place of an amount that is none."""
MAX_SEEN = 6
MAX_TEXT, MAX_PIECES = 2_000, 500
UNITS = r"(?<![\d.,])(\d{1,3}(?:[.,]\d{3})+|\d+)"
CENTS_ALONE = re.compile(r"\d\d", re.ASCII)
CENTS = re.compile(r"^(\D{0,6}\d[\d.,]*) ?[.,]? (\d\d)(?=\D{0,6}$)")
"""Cents that stand in an element of their own."""
EURO_WITHIN = re.compile(r"^(\d[\d. ]*?) ?€ ?(\d\d)$")
"""The sign between units and cents, in an element of its own or of the cents."""
IN_PIECES = re.compile(r"(?<=\d) ?([.,]) (?=\d)|(?<=\d) ([.,])(?=\d)")
"""Units, points and cents that stand in elements of their own."""


def price_text(node: LexborNode) -> str:
    """The text of an element without what is struck through or hidden; cents set smaller belong to the units.

    An amount that stands in it and is hidden stays where no other one is shown: a script may show it.
    """
    text = " ".join(node.text(separator=" ")[:MAX_TEXT].split())[:200]
    if next(node.iter(), None) is None:  # nothing stands in it but text
        return text.strip()
    if node.tag not in STRUCK_TAGS:
        parts, out = node.css(PARTS)[:MAX_SEEN], set[int]()
        for part in parts:
            if part.tag != "sup":
                left = _text_without(node, {*out, part.mem_id})
                if part.tag in STRUCK_TAGS or DIGIT.search(left):
                    out.add(part.mem_id)
                    text = left
        for part in parts:
            own = squeeze(part.text(separator=" "), 200) if part.tag == "sup" else ""
            if CENTS_ALONE.fullmatch(own):
                text = re.sub(rf"{UNITS} ?[.,]? ({own})(?!\d)", _with_cents, text, count=1)
    text = CENTS.sub(_with_cents, IN_PIECES.sub(lambda m: m[1] or m[2], text.strip()))
    return EURO_WITHIN.sub(r"\1,\2 €", text) if "€" in text else text


def _text_without(node: LexborNode, out: Set[int]) -> str:
    """The text of an element without some of its parts (`mem_id`), whatever stands before them."""
    pieces: list[str] = []
    left, size = [node], 0
    while left and size < MAX_TEXT:
        one = left.pop()
        if one.tag == "-text":
            pieces.append(one.text())
            size += len(pieces[-1])
        elif one.mem_id not in out:
            left += reversed(list(islice(one.iter(include_text=True), MAX_PIECES)))
    return " ".join(" ".join(pieces)[:MAX_TEXT].split())[:200]


def _with_cents(match: re.Match[str]) -> str:
    """Units and cents in one number, parted by the sign that the units do not group their thousands with."""
    units, cents = match.groups()
    return f"{units}{',' if '.' in units else '.'}{cents}"


def price_of(node: LexborNode, text: str) -> Price:
    """The price of an element's text, with what the words of its line outside the element say of it."""
    price = read_price(text)
    if price.role or price.amount is None:
        return price
    price = said_beside(price, f"{_label_of(node)} {text}" if node.tag in CELLS else _line_around(node))
    if price.role or price.amount is None:
        return price
    before, behind = labels_beside(node, price.amount)
    return in_role(price, Role.ASIDE if labels_net(before) else role_by_label(before, behind), before)


def _label_of(node: LexborNode) -> str:
    """The short text without a number in the cell before a cell: `Net price`."""
    before = node.prev
    while before is not None and before.tag == "-text":
        before = before.prev
    text = " ".join(before.text(separator=" ")[:MAX_LINE].split()) if before is not None else ""
    return text if len(text) <= MAX_BARE and not any(sign.isdigit() for sign in text) else ""


def _line_around(node: LexborNode) -> str:
    """The short line that an element stands in, without the other amounts in it; else nothing."""
    around = node.parent
    if node.tag not in INLINE or around is None or around.tag in ("body", "html"):
        return ""
    parts = []
    for part in islice(around.iter(include_text=True), MAX_PARTS):
        text = part.text(separator=" ")[:500]
        if part.tag == "input":
            continue
        if part.tag not in INLINE and part.tag != "-text":
            return ""
        others = [] if part.mem_id == node.mem_id else [amount for amount in amounts(text) if amount.currency]
        parts.append(_up_to_number(text) + " |" if others else text)
    line = " ".join(" ".join(parts).split())
    return line if len(line) <= MAX_LINE else ""


def _up_to_number(text: str) -> str:
    """What a text says before its first number, a sign of money right before it left out."""
    first = next((place for place, sign in enumerate(text) if sign.isdigit()), len(text))
    return text[:first].rstrip("$€£¥ \u00a0(")


def is_of_a_unit(node: LexborNode) -> bool:
    """Whether what stands around an amount makes it that of a unit of the goods: `(€ 99,80 / 100 ml)`."""
    around = node.parent
    for _ in range(STEPS):
        if around is None or around.tag not in INLINE:
            return False
        if own := " ".join(around.text(deep=False)[:200].split()):
            return names_a_unit(own)
        around = around.parent
    return False


def text_in_data(node: LexborNode) -> str:
    """The price that a script will show in an element, from its data; without a point it may be in cents."""
    attributes = node.attributes
    amount = next((value for name in AMOUNTS if (value := attributes.get(name))), "")
    if not WITH_CENTS.fullmatch(amount):
        return ""
    return f"{next((value for name in CURRENCIES if (value := attributes.get(name))), '')} {amount}".strip()


def without_asides(node: LexborNode, text: str) -> str:
    """The text of a price without the parts that are named as another amount, and with what is read aloud of others.

    A total stays where nothing else in the text is a price; a part without a number is a sign, whatever it is named.
    """
    whole = text
    for part in node.css("[class],[aria-label]")[:10]:
        shown, label = squeeze(part.text(separator=" "), 200), squeeze(attribute(part, "aria-label"), MAX_LINE)
        if shown and DIGIT.search(shown) and (marks := marks_in(names_of(part)) & 3):
            text = _cut(text, shown)
            if marks != 2 or not is_price_alone(part):
                whole = _cut(whole, shown)
        elif shown and shown in label:  # `£159.00`, read aloud as "was £159.00"
            text, whole = (_cut(one, shown, label) for one in (text, whole))
    return " ".join((text if DIGIT.search(text) else whole).split())


def _cut(text: str, own: str, by: str = " ") -> str:
    """A text with other words for a part of it, which is no piece of a longer number where it stands elsewhere too."""
    alone = rf"(?<!\d)(?<!\d[.,'\s]){re.escape(own)}(?!\d)"
    return re.sub(alone, lambda _: by, text, count=1) if re.search(alone, text) else text.replace(own, by, 1)


def is_part(text: str, around: str) -> bool:
    """Whether a text is one of several pieces of the number around it: `099` of `R$ 1.099,90`."""
    own, whole = (re.sub(r"\D", "", one) for one in (text, around))
    return len(around) <= MAX_BARE and len(own) < len(whole) and own in whole and text.strip().isdigit()
