"""Cards whose prices no element is named after, and lists of one or two."""

import re
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

from monitor.pages.bare import HOLDERS, read_bare
from monitor.pages.cards import FEWEST, Cards, find_cards
from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.links import OF_NO_GOODS, PRODUCT_PATH
from monitor.pages.marks import ASIDE_TAGS, around
from monitor.pages.money import DIGIT, read_price
from monitor.pages.others import are_of_others, is_under_others
from monitor.pages.price_text import MAX_BARE
from monitor.pages.visible import Visible

_search = (
    "(?:advanced-?)?search\\w{0,10}|catalogsearch|suche|suchergebnisse?|recherche|rechercher|buscar|busca|busqueda|pesquisa"
    "|cerca|ricerca|zoeken|zoekresultaten|szukaj|wyszukiwanie|wyszukiwarka|vyhledavani|vyhladavanie|hladat|kereses|haku|sok"
    "|soeg|sog|arama|cautare|poisk|pretraga"
)
SEARCH_PATH = re.compile(rf"/(?:{_search})(?:\.\w{{2,5}})?(?:/|$)", re.IGNORECASE)
"""A step in the address of a search of a shop."""
OF_A_KIND = re.compile(
    r"/(?:c|cat|(?:product-)?category|categories|kategorien?|categoria|categorie|collections?|search|suche|tag|brands?"
    r"|marken?)/[^/]+/?$",
    re.IGNORECASE,
)
"""The address of a category."""
FEW = (2, 1)
NONE = Cards([], None, frozenset())
MAX_LINES, MAX_HOLDERS, MAX_BARE_NODES, MAX_NAMED = 2_000, 4_000, 400, 200
STEPS = 12
PRESSED = frozenset(["h1", "button", "input", "a"])


def is_a_list(document: Document) -> bool:
    """Whether a page is a category or what a shop found, by its address: then its heading names no goods."""
    parts = urlsplit(document.url)
    step = SEARCH_PATH.search(parts.path)
    is_asked = step is not None and ("=" in parts.query or step.end() < len(parts.path))
    is_asked = is_asked or OF_A_KIND.search(parts.path) is not None
    return is_asked and not PRODUCT_PATH.search(document.url)


def hits_of(document: Document, visible: Visible, least: Sequence[int] = FEW) -> Cards:
    """The cards of a list, be they one or two, none said to be of others, none at head or foot of the page."""
    for seen in filter(None, (visible, with_bare(document, visible, 1))):
        shown = Visible(document)
        shown.elements = [
            node
            for node in seen.elements
            if not any(one.tag in ASIDE_TAGS for one in around(node, STEPS)) and not is_under_others(node, document)
        ]
        for fewest in least:
            cards = find_cards(document, shown, fewest)
            if cards.first is not None and not (lists_no_goods(cards.drafts) or are_of_others(cards.first, document)):
                return cards
    return NONE


def lists_no_goods(cards: Sequence[Draft]) -> bool:
    """Whether all cards lead to what has a price and is no goods: news, events, orders, the costs of shipping."""
    return all(OF_NO_GOODS.search(urlsplit(card.get("url")).path) for card in cards)


def with_bare(document: Document, visible: Visible, fewest: int) -> Visible | None:
    """The page with short texts that are an amount among its elements; None where it has not so many of them.

    Nor is there one where so many elements are named after a price: such a page names all of its prices.
    """
    named = (node for node in visible.elements if node.tag not in PRESSED and DIGIT.search(node.text()[:MAX_NAMED]))
    if sum(1 for _ in islice(named, FEWEST)) == FEWEST:
        return None
    lines = (
        line for line in islice(document.text.split("\n"), MAX_LINES) if len(line) <= MAX_BARE and DIGIT.search(line)
    )
    amounts = (line for line in lines if (price := read_price(line)).amount and price.currency)
    if sum(1 for _ in islice(amounts, fewest)) < fewest:
        return None
    known = {node.mem_id for node in visible.elements}
    found, left = [], MAX_BARE_NODES
    for node in document.tree.css(f"{HOLDERS},button,input,a,[itemprop=price]")[:MAX_HOLDERS]:
        if node.mem_id in known:
            found.append(node)
            continue
        text = " ".join(node.text(deep=False)[: 2 * MAX_BARE].split())
        if left and 0 < len(text) <= MAX_BARE and DIGIT.search(text):
            bare = read_bare(node, text, document.country)
            if bare is not None and bare[1].currency:
                left -= 1
                found.append(node)
    seen = Visible(document)
    seen.elements = found
    return seen
