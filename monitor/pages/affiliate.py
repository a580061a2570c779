"""Whether a page is an article that names where things can be bought, and sells nothing itself."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.money import read_price
from monitor.pages.price_text import price_text
from monitor.pages.schema_org import Products
from monitor.pages.telling import DATED, PUBLISHED, TOLD
from monitor.pages.visible import Visible
from monitor.records import canonical_url

MAX_LINKS, MAX_BLOCK = 100, 300


def only_advises(document: Document, structured: Sequence[Products], visible: Visible) -> bool:
    """Whether a page says of itself that it is an article, and what it names with a price is bought through paid links.

    A button that buys on the page itself, or a link of one to the same host that nobody pays for, makes it a shop's; a
    price by its heading that no paid link asks, or data of the thing that it is called after, one of goods.
    """
    if not _is_article(document) or b"sponsored" not in document.html:
        return False
    paid = {link.mem_id: link for link in document.tree.css("a[rel~=sponsored i]")[:MAX_LINKS]}
    buttons = [visible.elements[place] for place in visible.buy_buttons]
    priced = [block for link in paid.values() if (block := _with_a_price(link)) is not None]
    if not priced or any(button.mem_id not in paid for button in buttons):
        return False
    if any(_is_own(document, product) for products in structured for product in products.own):
        return False
    rest = visible.without({block.mem_id for block in priced})
    return not (rest.best or rest.range or rest.start or rest.guess)


def _is_article(document: Document) -> bool:
    """Whether the page's data or address is that of an article; the type `article` stands on advertisements too."""
    if PUBLISHED in document.meta or DATED.search(urlsplit(document.url).path):
        return True
    data = (script for script in document.scripts if "ld+json" in script.type)
    return any(script.holds(b"headline") and TOLD.search(script.raw) for script in data)


def _is_own(document: Document, product: Draft) -> bool:
    """Whether a product with a price is what the page is called after, or has its address."""
    if not product.get("price") and not product.offers:
        return False
    address = document.absolute(product.get("url")) if product.get("url") else ""
    named = bool(document.h1) and product.get("title").lower() == document.h1.lower()
    return named or (bool(address) and canonical_url(address) in document.addresses)


def _with_a_price(link: LexborNode) -> LexborNode | None:
    """A link that shows a price, or else the small block around it that does."""
    block = link.parent
    small = block is not None and len(block.text()[: MAX_BLOCK + 1]) <= MAX_BLOCK
    both = (link, block if small else None)
    return next((node for node in both if node is not None and read_price(price_text(node)).currency), None)
