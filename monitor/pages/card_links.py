"""Which of the links on a card leads to the goods, and what it calls them."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.links import NOT_PRODUCT
from monitor.pages.marks import around
from monitor.pages.money import read_price
from monitor.pages.seller_names import is_of_a_seller

HEADINGS = "h2,h3,h4,h5,h6"
HEADING_TAGS = frozenset(HEADINGS.split(","))
TITLES = "h2,h3,h4,h5,h6,[class*=title i],[class*=name i]"
"""What names the goods on a card."""
OF_A_BUTTON = re.compile(
    r"[?&]add(?:[-_]?to[-_]?cart)?=|/(?:add-?to-?(?:cart|basket|wishlist)(?:[/?.]|$)"
    r"|(?:cart|basket|wishlist|checkout|compare|log-?in|sign-?in|warenkorb|merkzettel|panier|carrello|carrito)"
    r"(?:\.\w{2,5})?/?(?:[?#]|$))",
    re.IGNORECASE,
)
"""Where the buttons on a card lead, which are no goods; `/basket/wicker-1` is a basket."""
ASIDE = 5
"""More than a heading and a picture count."""


def goods_link(document: Document, card: LexborNode) -> tuple[str, str]:
    """The address of the goods of a card, and their title; empty texts where no link leads to any."""
    links = [card] if card.tag == "a" else card.css("a[href]")[:10]
    best, title, most = "", "", (-ASIDE - 2, 0)
    named_links = [
        (link, address)
        for link in links
        if (address := document.absolute(attribute(link, "href"))) and not OF_A_BUTTON.search(address)
    ]
    ranks = _ranks(named_links)
    for (link, address), rank in zip(named_links, ranks, strict=True):
        named = link.css_first(TITLES)
        picture = link.css_first("img[alt]")
        text = squeeze((named or link).text(separator=" "), 300) if link is not card or named else ""
        text = text or (attribute(picture, "alt") if picture else "") or attribute(link, "title")
        if text and (rank, len(text)) > most and not read_price(text).currency:
            best, title, most = address, text, (rank, len(text))
    if not best:
        over, best = next(iter(named_links), (None, ""))  # a link without text lies over the card
        heading = card.css_first(TITLES)
        title = squeeze(attribute(over, "aria-label"), 300) if over is not None else ""
        title = title or (squeeze(heading.text(separator=" "), 300) if heading else "")
    return best, title


def _ranks(links: Sequence[tuple[LexborNode, str]]) -> list[int]:
    """How surely each link of a card is that to the goods: by a heading, by the first picture, by its address.

    Where nothing tells them apart the one with the longest text is. A heading may be that of a brand, and the picture
    one of a colour, so that neither counts more; one that leads to no goods counts less than any that may.
    """
    pictured = next((urlsplit(address).path for link, address in links if link.css_first("img") is not None), None)

    def rank(link: LexborNode, address: str) -> int:
        heads = link.css_first(HEADINGS) is not None or any(one.tag in HEADING_TAGS for one in around(link, 3))
        path = urlsplit(address).path
        is_aside = "#" in address or NOT_PRODUCT.search(path) is not None
        return (
            2 * (heads + (path == pictured)) - is_of_a_seller(address) - ASIDE * is_aside
        )  # `/shop/lamp` may be goods

    return [rank(link, address) for link, address in links] if len(links) > 1 else [0] * len(links)
