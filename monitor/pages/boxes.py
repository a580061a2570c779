"""The element of a price: which of the amounts in it is the price, and which are of before."""

from itertools import islice

from selectolax.lexbor import LexborNode

from monitor.pages.document import squeeze
from monitor.pages.marks import STRUCK_TAGS, flags_of
from monitor.pages.money import Price, amounts
from monitor.pages.price_text import price_of, without_asides
from monitor.pages.shown import MAX_PRICE_TEXT, Shown

MAX_TEXT, MAX_INNER = 300, 15


def price_within(node: LexborNode, text: str) -> tuple[str, Price]:
    """The price of an element with what its text says; of several amounts without those that their names put aside."""
    price = price_of(node, text)
    clear = not price.several and (price.before or price.high or text.count(price.currency or "\n") < 2)
    if clear or next(node.iter(), None) is None:
        return text, price
    text = without_asides(node, text)
    return text, price_of(node, text)


def holds_more_than_old(node: LexborNode) -> bool:
    """Whether an element named as a price of before holds such a one beside another: its name speaks of neither."""
    if node.tag in STRUCK_TAGS or next(node.iter(), None) is None:
        return False
    whole = len(amounts(node.text(separator=" ")[:MAX_TEXT]))
    inner = [part for part in node.css("[class]")[:MAX_INNER] if flags_of(part) & 1] if whole > 1 else []
    return any(0 < len(amounts(part.text(separator=" ")[:MAX_TEXT])) < whole for part in inner)


def struck_within(node: LexborNode, shown: Shown) -> list[Shown]:
    """Amounts within the element of a price that are struck through, or said or named to be a price of before."""
    if shown.price.before:
        price = Price(shown.price.before, shown.price.currency)
        return [Shown(shown.text, price, shown.source, shown.score - 5.0, old=True)]
    if node.tag in STRUCK_TAGS or shown.old or next(node.iter(), None) is None:
        return []
    found = []
    named = (part for part in node.css("[class]")[:10] if flags_of(part) & 1)
    for struck in node.css(":is(del,s,strike)")[:2] or list(islice(named, 2)):
        text = squeeze(struck.text(separator=" "), MAX_PRICE_TEXT)
        said = amounts(text)
        if len(said) == 1:
            price = Price(said[0].value, said[0].currency)
            found.append(Shown(text, price, shown.source, shown.score - 5.0, old=True))
    return found
