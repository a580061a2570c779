"""What the parts of a page on a seller hold: his name, the link to his page; and in which parts others speak."""

import re
from collections.abc import Collection
from itertools import takewhile

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.links import looks_like_product
from monitor.pages.marks import around, names_of
from monitor.pages.said import words
from monitor.pages.seller_names import is_of_a_seller
from monitor.records import canonical_url, host_of

NAMES = ",".join(
    f"[{by}*={who}{sep}name i]"
    for by in ("class", "data-testid")
    for who in ("user", "seller", "merchant", "shop", "store")
    for sep in ("-", "_", "")
)
"""What holds the name in the part of a page on the seller."""
HEADINGS = "h1,h2,h3,h4,h5,h6"
BUYERS = re.compile("|".join(words("sellers", "buyers")), re.IGNORECASE)
"""What a part of the page is named or headed in which buyers speak."""
OF_RATING = re.compile(r"[(（★☆]?\s?\d[\d.,\s]*[%％kK+★)）]*")
"""A piece of a seller's link that counts or rates him."""
PIECE = "\x1f"
"""What parts the pieces of a text, and stands in none."""
STEPS = 6
DIGIT = re.compile(r"\d")


def pieces_of(node: LexborNode) -> list[str]:
    """The texts within an element, in their order, without those that are empty."""
    pieces = (squeeze(piece, 200) for piece in node.text(separator=PIECE)[:1_000].split(PIECE))
    return [piece for piece in pieces if piece]


def is_on_site(document: Document, address: str) -> bool:
    """Whether an address is of the site of a page, and not that of goods."""
    own = bool(address) and host_of(address) == document.host
    return own and (is_of_a_seller(address) or not looks_like_product(address))


def bare(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def is_of_buyers(node: LexborNode, above: Collection[int]) -> bool:
    """Whether an element stands in a part of the page in which buyers speak, below those that hold the heading."""
    own = takewhile(lambda one: one.mem_id not in above, around(node, STEPS))
    return any(BUYERS.search(names_of(one)) for one in own)


def name_of(node: LexborNode) -> str:
    """The text of an element up to the first piece of it that counts or rates: `ゆず茶` of `ゆず茶 218 本人確認済`.

    A label (`Store name:`) is no part of it.
    """
    pieces = pieces_of(node)
    if pieces and pieces[0].endswith((":", "：")):
        del pieces[0]
    rated = next((place for place, piece in enumerate(pieces) if place and OF_RATING.fullmatch(piece)), len(pieces))
    return squeeze(" ".join(pieces[:rated]), 120)


def page_of(document: Document, node: LexborNode, part: LexborNode) -> str:
    """The address of the seller's page: that of the link in his name or around it, else of one shaped as such."""
    own = [one for one in around(part, 2) if one.tag == "a"] or part.css("a[href]")[:1]
    for link in own:
        address = document.absolute(attribute(link, "href"))
        if address and is_on_site(document, address) and canonical_url(address) not in document.addresses:
            return address
    links = (link for link in node.css("a[href]")[:6] if not is_of_buyers(link, document.above))
    addresses = (document.absolute(attribute(link, "href")) for link in links)
    return next(filter(is_of_a_seller, filter(None, addresses)), "")
