"""Whether a page is about one thing for sale or about many, where its data does not say so or says otherwise."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from monitor.pages.about import WORD
from monitor.pages.cards import FEWEST, find_cards
from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.for_some import asks_only_aside
from monitor.pages.gone import HEADINGS, heads_remains, notice_of_gone, says_gone
from monitor.pages.hits import FEW, NONE, OF_A_KIND, hits_of, is_a_list, lists_no_goods, with_bare
from monitor.pages.links import PRODUCT_PATH
from monitor.pages.marks import around
from monitor.pages.money import read_price
from monitor.pages.numbers import item_number
from monitor.pages.others import are_of_others
from monitor.pages.schema_org import Products
from monitor.pages.telling import tells
from monitor.pages.visible import Visible

SEARCHED = re.compile(r"(?:^|&)(?:q|query|search\w{0,10}|keywords?|k|_nkw|text|s|wd)=[^&]", re.IGNORECASE)
NUMBERED = re.compile(r"\d{5,}")
"""The address of one of many: a list without a heading may tell what became of something in a cart."""
OF_ONE_THING = re.compile(r"\d{3}[^/]*$")
"""The address of goods with a number, whose page may say below its heading that they are gone."""
STEPS = 12
STEM = 4
ENDING = 2
"""Letters that a word keeps, and those that it may lose, so that `lamps` is found in `lamp`."""
OF_ONE = ("price", "sku", "gtin", "mpn", "brand", "condition")
"""What data says of one thing and not of a kind."""
MOST_BUTTONS = 2
"""Buttons that buy one thing: beside its price, and in a bar that stays."""
MOST_ASKED = 4
"""Amounts that a page of one thing asks outside of cards, for its variants; a list asks more."""


def looks_like_product(document: Document, visible: Visible) -> bool:
    """Whether a page without data shows one thing for sale: a heading and a price, and what tells goods from else.

    That is a button that buys, an item number, that the page shows one photo and one price by its heading, or that it
    shows others beside. Where the only amount is for a weight or for some, one thing is sold, at no known price.
    """
    if not document.h1:
        return False
    if not (visible.best or visible.range or visible.guess or visible.start):
        return 0 < len(visible.buy_buttons) <= MOST_BUTTONS and asks_only_aside(document)
    sells = visible.buy_buttons or item_number(document.url) or visible.availability
    return bool(sells or visible.is_of_one or visible.has_others)


def cards_of(document: Document, structured: Sequence[Products], visible: Visible) -> tuple[list[Draft], Visible]:
    """The listings of a list; none where the page shows one thing for sale beside them, and then the page without."""
    listed = max((products.own + products.listed for products in structured), key=len, default=[])
    cards, seen = find_cards(document, visible), visible
    if (
        len(cards.drafts) < FEWEST
        and (bare := with_bare(document, visible, FEWEST)) is not None
        and not tells(document)
    ):
        cards, seen = find_cards(document, bare), bare
        if lists_no_goods(cards.drafts):
            cards, seen = NONE, visible
    drafts = cards.drafts
    if len(drafts) >= FEWEST > len(listed) and not _is_of_a_kind(document, drafts):
        searched = SEARCHED.search(urlsplit(document.url).query[:2_000])
        others = cards.first is not None and not searched and are_of_others(cards.first, document)
        others = others and not tells(document)
        rest = visible.without(cards.alike, others=others)
        if _is_beside_cards(document, rest, near=seen.sells_before(cards.alike)):
            return [], rest
    if cards.first is not None and are_of_others(cards.first, document):
        if is_a_list(document) and sells_one(document, rest := visible.without(cards.alike, others=True)):
            return [], rest
        drafts = hits_of(document, visible, FEW if is_a_list(document) else (FEWEST,)).drafts or drafts
    return (drafts if len(drafts) >= len(listed) else listed), visible


def sells_one(document: Document, visible: Visible) -> bool:
    """Whether a page at the address of a list has one thing for sale beside its hits: photo, price, what buys it."""
    rest = visible.without(hits_of(document, visible).alike)
    return bool(rest.buy_buttons) and rest.is_of_one


def without_cards(document: Document, visible: Visible, sources: Sequence[Sequence[Draft]]) -> Visible:
    """A page whose data names one thing and no price, without cards that lead to other goods: what they cost is theirs.

    Where one leads to the page itself they may be its variants.
    """
    stated = (draft.get(name) for drafts in sources for draft in drafts for name in ("price", "low_price"))
    if any(text.strip(" 0.,") for text in stated):  # nothing, or 0 of a price that is asked for
        return visible
    cards = find_cards(document, visible)
    own = {urlsplit(address).path.rstrip("/") for address in document.addresses}
    leads = {urlsplit(document.absolute(draft.get("url"))).path.rstrip("/") for draft in cards.drafts}
    return visible if len(cards.drafts) < FEWEST or own & leads else visible.without(cards.alike)


def _is_of_a_kind(document: Document, cards: Sequence[Draft]) -> bool:
    """Whether the address is that of a category, or the heading names a kind: by one word, or by what all cards hold.

    What an address of goods is about is one thing, whatever it is called.
    """
    if OF_A_KIND.search(urlsplit(document.url).path):
        return True
    return not PRODUCT_PATH.search(document.url) and _names_a_kind(document.h1.lower(), cards)


def _names_a_kind(heading: str, cards: Sequence[Draft]) -> bool:
    """Whether a heading is one word, or made of words that all cards hold."""
    if any(c.isdigit() for c in heading):
        return False
    words = [word[: max(STEM, len(word) - ENDING)] for word in WORD.findall(heading)]
    if len(words) == 1:
        return heading.isascii()
    return bool(words) and all(word in card.get("title").lower() for word in words for card in cards)


def _is_beside_cards(document: Document, rest: Visible, *, near: bool) -> bool:
    """Whether a page shows one thing for sale beside cards of others: a price and what sells it in none of them.

    A button that sells, or that cannot as all are sold, counts where it or a price stands between the heading and the
    first card behind it (`near`).
    """
    if rest.heading is None or document.linked("next") or not (rest.best or rest.start or rest.guess):
        return False
    sells = rest.has_others or rest.buy_buttons or rest.is_sold_out
    if (near or (rest.has_others and rest.guess)) and sells and rest.asks <= MOST_ASKED:
        return True
    return (bool(item_number(document.url)) and rest.asks == 1) or rest.is_of_one


def states_a_kind(document: Document, products: Sequence[Sequence[Draft]], visible: Visible) -> bool:
    """Whether what the data calls one product is a kind of goods: a range of prices and nothing that tells one thing.

    Then the page lists the goods of that range, each below its address or at one of goods, and asks nothing for itself.
    """
    drafts = [draft for products_of_one in products for draft in products_of_one]
    if not drafts or item_number(document.url) or PRODUCT_PATH.search(document.url):
        return False
    low, high = (read_price(drafts[0].get(name)).amount for name in ("low_price", "high_price"))
    told = any(draft.get(name) for draft in drafts for name in OF_ONE)
    if len(drafts) > 1 or told or low is None or high is None or low >= high:
        return False
    cards, _, alike = find_cards(document, visible)
    asked = [amount for card in cards if (amount := read_price(card.get("price")).amount) is not None]
    if len(cards) < FEWEST or not asked or not all(low <= amount <= high for amount in asked):
        return False
    name = drafts[0].get("title").lower()
    of_one = not OF_A_KIND.search(urlsplit(document.url).path) and all(name in c.get("title").lower() for c in cards)
    below = document.addresses[0].rstrip("/") + "/"
    goods = all(c.get("url").startswith(below) or PRODUCT_PATH.search(c.get("url")) for c in cards)
    return goods and not of_one and _asks_nothing(visible.without(alike))


def _asks_nothing(rest: Visible) -> bool:
    """Whether nothing is for sale in what a page shows beside cards."""
    return not (rest.best or rest.range or rest.start or rest.buy_buttons)


def gone_over_others(document: Document, visible: Visible) -> str:
    """What says that the thing of the address is gone, where a page offers others instead; empty where nothing does.

    A list has a heading of its own, or an address that is none of goods.
    """
    address = urlsplit(document.url)
    if OF_A_KIND.search(address.path) or SEARCHED.search(address.query[:2_000]):
        return ""
    of_goods = PRODUCT_PATH.search(document.url) or (not document.h1 and NUMBERED.search(address.path))
    of_one = bool(of_goods and OF_ONE_THING.search(address.path.rstrip("/")))
    says = says_gone(document.h1) and not heads_remains(document.h1)
    notice = notice_of_gone(document, below=of_one) if of_goods or says else None
    if notice is None:
        return ""
    node, said = notice
    cards = find_cards(document, visible)
    if document.h1 and node.tag not in HEADINGS and _names_a_kind(document.h1.lower(), cards.drafts):
        return ""
    if any(one.mem_id in cards.alike for one in around(node, STEPS)):
        return ""
    return said if _asks_nothing(visible.without(cards.alike)) else ""
