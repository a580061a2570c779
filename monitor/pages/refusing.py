"""What a button says that does not sell: sold out, tell me when it is there."""

import re
from collections.abc import Collection, Iterable
from itertools import islice, takewhile

from selectolax.lexbor import LexborNode

from monitor.pages.buttons import does
from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.links import leads_away
from monitor.pages.marks import around, hides, names_of, stands_elsewhere
from monitor.pages.money import amounts
from monitor.pages.said import words
from monitor.pages.words import begins_with, says_sold_out, says_there
from monitor.records import Availability

MAX_SAID = 60
MAX_ABOVE = 2_000
MAX_LINES = 40
BUTTONS = frozenset(["button", "input"])
HOLDERS, MAX_HOLDERS = "p,div,span,strong,b,em,small,h2,h3,h4", 5_000
STEPS = 6
OF_ONE_SIZE = frozenset(["li", "label", "option", "select", "tr", "td", "a", "button"])
"""What holds one of several sizes or colours, which may be sold out alone."""
CHOICES = re.compile(
    r"(?<![a-z])(?:sizes?|swatch(?:es)?|variants?|variations?|colou?rs?)"
    r"(?:[-_]{1,2}(?:list|picker|selector|select|grid|options?|box|wrap|wrapper|values?))?(?![\w-])",
    re.IGNORECASE,
)
"""What the parts of a page are named after that hold sizes or colours."""
OF_STOCK = re.compile(r"stock|availab|sold-?out|delivery", re.IGNORECASE)
LABEL = re.compile("|".join(words("states", "label")), re.IGNORECASE)
"""What is said before a state, and names no goods."""
MAX_NAME = 40


def shown_on(button: LexborNode) -> str:
    """The text of a button."""
    return squeeze(attribute(button, "value") if button.tag == "input" else button.text(separator=" "), 100)


def refuses(button: LexborNode) -> bool:
    """Whether a button says that there is nothing to buy."""
    return begins_with(shown_on(button)[:MAX_SAID]) is Availability.OUT_OF_STOCK


def refused_by(document: Document, nodes: Iterable[LexborNode]) -> tuple[Availability, LexborNode] | None:
    """The state that the first of some buttons names which says another than that the goods are there.

    None where the page says above a button for sold out that they are.
    """
    for node in nodes:
        if node.tag not in BUTTONS and not _is_a_button(node):
            continue
        state = begins_with(shown_on(node)[:MAX_SAID])
        if state is not None and state is not Availability.IN_STOCK:
            out = state is Availability.OUT_OF_STOCK
            return None if out and is_dead(node) and _is_there_above(document, node) else (state, node)
    return None


def sold_out_line(document: Document, above: Collection[int]) -> tuple[Availability, LexborNode] | None:
    """The first element behind the heading that says that the goods are sold out and nothing else; None where none is.

    For pages on which no button buys. What stands in a list or row, among sizes, or behind the name of a part, is of
    one of them, what is hidden or in a card of other goods is not of these, and a line above it that says that they are
    there goes first.
    """
    behind = document.text.partition(document.h1)[2][:MAX_ABOVE] if document.h1 else ""
    for line in map(str.strip, behind.split("\n")):
        if len(line) <= MAX_SAID and says_there(line):
            return None
        if len(line) <= MAX_SAID and says_sold_out(line):
            break
    else:
        return None
    holders = document.tree.css(HOLDERS)[:MAX_HOLDERS]
    saying = (node for node in holders if squeeze(node.text(deep=False)[: 2 * MAX_SAID], 2 * MAX_SAID) == line)
    for node in islice(saying, MAX_LINES):
        inside = list(around(node, STEPS))
        of_one = any(one.tag in OF_ONE_SIZE or hides(one) for one in inside) or _is_of_a_part(document, node, above)
        if not of_one and not stands_elsewhere(node, above) and not leads_away(document, node, above):
            return Availability.OUT_OF_STOCK, node
    return None


def _is_of_a_part(document: Document, node: LexborNode, above: Collection[int]) -> bool:
    """Whether a line stands among sizes, or right behind a short text in its box that names what is sold out."""
    said = node.text(strip=True)
    is_alone = True
    for one in takewhile(lambda one: one.mem_id not in above, around(node, STEPS)):
        if one.mem_id != node.mem_id and CHOICES.search(names_of(one)):
            return True
        box = one.parent
        if is_alone and box is not None and box.mem_id not in above and box.text(strip=True)[: 2 * MAX_ABOVE] != said:
            is_alone = False
            if _is_named(document, one, box):
                return True
    return False


def _is_named(document: Document, line: LexborNode, box: LexborNode) -> bool:
    """Whether the text right before a line in a box without a price is a name, and not that of the page's own goods."""
    before = line.prev
    while before is not None and not before.text(strip=True):
        before = before.prev
    name = squeeze(before.text(separator=" ")[: 4 * MAX_NAME], 2 * MAX_NAME) if before is not None else ""
    if (
        not 0 < len(name) <= MAX_NAME
        or name.endswith((":", "：", ".", "!", "?"))
        or name.lower() in document.title.lower()
    ):
        return False
    of_goods = any(OF_STOCK.search(names_of(one)) for one in (line, box)) or LABEL.fullmatch(name)
    return not of_goods and not amounts(box.text(separator=" ")[:MAX_ABOVE])


def is_sold_out_by(document: Document, behind: Iterable[LexborNode], above: Collection[int]) -> bool:
    """Whether the first of the elements behind the heading that cannot be pressed says that all is sold out.

    It says nothing else, stands in no card of other goods, and no line between the heading and it says that the goods
    are there. `above` are the elements that hold the heading, by their `mem_id`.
    """
    first = next((node for node in behind if is_dead(node) and not leads_away(document, node, above)), None)
    return first is not None and says_sold_out(shown_on(first)[:MAX_SAID]) and not _is_there_above(document, first)


def _is_there_above(document: Document, button: LexborNode) -> bool:
    """Whether a line between the page's heading and a button says that the goods are there."""
    lines = document.text.partition(document.h1)[2][:MAX_ABOVE].split("\n") if document.h1 else []
    said = shown_on(button)
    above = takewhile(lambda line: line != said, map(str.strip, lines))
    return any(len(line) <= MAX_SAID and says_there(line) for line in above)


def is_dead(button: LexborNode) -> bool:
    """Whether a button cannot be pressed, by an attribute or a class."""
    if button.tag not in BUTTONS and button.tag != "a":
        return False
    attributes = button.attributes
    dead = "disabled" in attributes or attributes.get("aria-disabled") == "true"
    return dead or "disabled" in (attributes.get("class") or "").lower().split()


def _is_a_button(node: LexborNode) -> bool:
    """Whether a link is named as a button that buys, or is one that cannot be pressed."""
    return node.tag == "a" and (bool(does(names_of(node), "")) or is_dead(node))


def may_sell(link: LexborNode) -> bool:
    """Whether a link is named after a cart, buying or a price, shows that it buys or bids, or cannot be pressed."""
    names = names_of(link).lower()
    if "cart" in names or "buy" in names or "price" in names or is_dead(link):
        return True
    text = link.text()[:400]
    shown = " ".join(text.split())[:100]
    return bool(shown) and bool(does(shown, shown))
