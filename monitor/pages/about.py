"""Which product of a page's data the page is about."""

import re
from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import urlsplit

from monitor.pages.asked import read_amount
from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.visible import Visible
from monitor.records import canonical_url, host_of

WORD = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u9fff\uac00-\ud7af]+")
"""A word, or one sign of a script that does not part words."""


def main_of(document: Document, products: Sequence[Draft], visible: Visible) -> list[Draft]:
    """The offers of the product that the page is about; none where it is about many.

    Of a few that neither address nor heading tells apart that counts whose price alone the page asks, else the first.
    """
    if not products:
        return []
    main = [product for product in products if is_this(document, product)]
    if not main:
        products = [product for product in products if not _is_another(document, product)]
        named = {product.get("title").lower() for product in products}
        if not products or len(named) > 3:
            return []
        first = (_asked(document, products, visible) if len(named) > 1 else products[0]).get("title").lower()
        main = [product for product in products if product.get("title").lower() == first]
    return [offer for product in main for offer in product.flat()]


def _asked(document: Document, products: Sequence[Draft], visible: Visible) -> Draft:
    """The only one of some products whose price the page asks beside a button that buys, else the first.

    It counts only where it is another variant of the first: an accessory of that is asked too.
    """
    shown = visible.best.price.amount if visible.buy_buttons and visible.best is not None else None
    asked = [product for product in products if shown and _costs(document, product) == {shown}]
    return asked[0] if len(asked) == 1 and _are_variants(products[0], asked[0]) else products[0]


def _are_variants(one: Draft, other: Draft) -> bool:
    """Whether each name has a word that the other lacks, and at least half of the words of the longer are in both."""
    names = [set(WORD.findall(product.get("title").lower())) for product in (one, other)]
    common = names[0] & names[1]
    return all(name > common for name in names) and 2 * len(common) >= max(map(len, names))


def _costs(document: Document, product: Draft) -> set[Decimal | None]:
    return {read_amount(offer.get("price"), offer.get("currency"), document) for offer in product.flat()}


def is_this(document: Document, product: Draft) -> bool:
    """Whether a product is the one that the page is about: by its address, else by its name."""
    address = document.absolute(product.get("url")) if product.get("url") else ""
    title = product.get("title").lower()
    return (bool(address) and canonical_url(address) in document.addresses) or (
        bool(title) and (title == document.h1.lower() or title in document.title.lower())
    )


def _is_another(document: Document, product: Draft) -> bool:
    """Whether a product has an address of its own here and no word in common with the heading and the title."""
    address = document.absolute(product.get("url"))
    if not document.h1 or not address or host_of(address) != document.host:
        return False
    path, *own = (urlsplit(url).path.strip("/") for url in (address, *document.addresses))
    if path in ("", *own):
        return False
    here, there = (
        set(WORD.findall(text.lower())) for text in (f"{document.h1} {document.title}", product.get("title"))
    )
    return not here & there
