"""What a button says that does not sell: sold out, tell me when it is there."""

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from monitor.pages.buttons import does
from monitor.pages.document import attribute, squeeze
from monitor.pages.marks import names_of
from monitor.pages.words import begins_with
from monitor.records import Availability

MAX_SAID = 60
BUTTONS = frozenset(["button", "input"])


def shown_on(button: LexborNode) -> str:
    """The text of a button."""
    return squeeze(attribute(button, "value") if button.tag == "input" else button.text(separator=" "), 100)


def refuses(button: LexborNode) -> bool:
    """Whether a button says that there is nothing to buy."""
    return begins_with(shown_on(button)[:MAX_SAID]) is Availability.OUT_OF_STOCK


def refused_by(nodes: Iterable[LexborNode]) -> tuple[Availability, LexborNode] | None:
    """The state that the first of some buttons names which says another than that the goods are there."""
    for node in nodes:
        if node.tag not in BUTTONS and not _is_a_button(node):
            continue
        state = begins_with(shown_on(node)[:MAX_SAID])
        if state is not None and state is not Availability.IN_STOCK:
            return state, node
    return None


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
