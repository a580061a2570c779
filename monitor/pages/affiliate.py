"""Whether a page is an article that names where things can be bought, and sells nothing itself."""

from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document
from monitor.pages.money import read_price
from monitor.pages.price_text import price_text
from monitor.pages.telling import DATED, PUBLISHED, TOLD
from monitor.pages.visible import Visible

MAX_LINKS, MAX_BLOCK = 100, 300


def only_advises(document: Document, visible: Visible) -> bool:
    """Whether a page says of itself that it is an article, and what it names with a price is bought through paid links.

    A button that buys on the page itself, or a link of one to the same host that nobody pays for, makes it a shop's.
    """
    if not _is_article(document) or b"sponsored" not in document.html:
        return False
    paid = {link.mem_id: link for link in document.tree.css("a[rel~=sponsored i]")[:MAX_LINKS]}
    buttons = [visible.elements[place] for place in visible.buy_buttons]
    return any(map(_has_a_price, paid.values())) and all(button.mem_id in paid for button in buttons)


def _is_article(document: Document) -> bool:
    """Whether the page's data or address is that of an article; the type `article` stands on advertisements too."""
    if PUBLISHED in document.meta or DATED.search(urlsplit(document.url).path):
        return True
    told = (script.raw for script in document.scripts if "ld+json" in script.type)
    return any(b"headline" in raw and TOLD.search(raw) for raw in told)


def _has_a_price(link: LexborNode) -> bool:
    """Whether a link or the small block around it shows a price."""
    block = link.parent
    small = block is not None and len(block.text()[: MAX_BLOCK + 1]) <= MAX_BLOCK
    return any(read_price(price_text(node)).currency for node in (link, block if small else None) if node is not None)
