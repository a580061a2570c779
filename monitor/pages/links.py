"""Where a page leads: products, following pages, the rest of the site."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, urldefrag, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.in_lists import beside_goods
from monitor.pages.marks import around
from monitor.pages.numbers import item_number
from monitor.pages.page import Links
from monitor.records import canonical_url

MAX_LINKS = 2_000
CARDS = frozenset(["li", "article"])
HEADING_LINK = "h2 a[href],h3 a[href],h4 a[href],h5 a[href],a[class*=title i][href],[class*=title i]>a[href]"
NEAR, MAX_CARD = 5, 400
"""How far up a block with a linked heading is looked for, and how much text one has at most."""
STEPS = 12
"""How far up a card or link is looked for."""
PRODUCT_PATH = re.compile(
    r"/(?:dp|gp/product|itm|item|items|p|pd|pdp|pip|product|products|produkt|produkte|produit|produits|prodotto"
    r"|producto"
    r"|produto|listing|listings|offer|detail|goods|artikel|article|shop/products|i)/[^/?#]+"
    r"|[-/](?:p|pid|prod|sku|i|iid-|itm)-?\d{3,}(?:[/.?-]|$)|[-_/]\d{5,}(?:\.html?|/)?$|[?&](?:product_?id|pid"
    r"|itemid|item_id|sku)=\w+",
    re.IGNORECASE,
)
NOT_PRODUCT = re.compile(
    r"/(?:reviews?|questions?|cart|login|account|help|blog|news|category|categories|collections?/[^/]+/?$|search"
    r"|s\?|sellers?|shops?/[^/]+/?$|brands?"
    r"|page/\d+)(?:[/?.]|$)|/products?/?$|\.(?:jpe?g|png|gif|webp|svg|pdf|css|js|xml|zip|mp4)(?:$|\?)",
    re.IGNORECASE,
)
OF_NO_GOODS = re.compile(
    r"/(?:blog|news|aktuelles|actualites?|noticias|notizie|events?|termine|veranstaltungen|eventi|eventos|jobs?|careers?"
    r"|karriere|stellenangebote|orders?|account|sign-?(?:in|up)|log-?(?:in|out)|register|cart|checkout|contact|kontakt"
    r"|impressum|help|hilfe|faq|shipping|delivery|versand(?:kosten)?"
    r"|livraison|spedizioni?|envios?|verzending|terms|agb)(?:[/?.]|$)",
    re.IGNORECASE,
)
"""A step in the address of what may have a price and is no goods."""
QUERIED = re.compile(r"[?&](?:product_?id|pid|itemid|item_id|id|sku)=([\w-]+)", re.IGNORECASE)
PAGE_PARAMETERS = frozenset(
    ["page", "p", "pg", "pagenumber", "page_number", "_pgn", "paged", "seite", "pagina", "currentpage", "pageindex"]
)
PAGE_PATH = re.compile(r"(?:/(?:page|seite|pagina)|(?<=[^/])/p)[/-]?(\d{1,4})/?$", re.IGNORECASE)
"""The number of a list's page; a `/p/7` that no list stands before is an address of goods."""
NEXT_WORDS = re.compile(
    r"^(?:next(?: page)?|weiter|nächste(?: seite)?|suivant(?:e)?|page suivante|successiv[ao]|avanti|siguiente"
    r"|próxim[ao]|volgende|nästa|næste"
    r"|neste|seuraava|następn[ay]|další|következő|далее|следующая|下一页|下一頁|次へ|次のページ|다음|sonraki|[›»→>])\s*[›»→>]?$",
    re.IGNORECASE,
)
MAX_AHEAD = 200


def find_links(document: Document, cards: Iterable[str] = ()) -> Links:
    """The page's links by what they likely lead to; `cards` are the links of listings that were read from it."""
    products: dict[str, None] = dict.fromkeys(cards)
    others: dict[str, None] = {}
    own = _bare(document.url)
    links = [(node, address) for node, address in _linked(document) if address != own]
    following = [(0, _bare(address)) for one in document.linked("next")[:2] if (address := document.absolute(one))]
    for node, address in links:
        if address in products:
            continue
        if (ahead := _ahead(own, node, address)) is not None:
            following.append((ahead, address))
        elif _same_host(address, own):
            is_passed, is_far = _around_here(own, address)
            if looks_like_product(address) and not is_passed:
                products[address] = None
            elif not is_far:
                others[address] = None
    orders = urlsplit(own).path  # the same list in another order is at the same path
    may_be = {one for one in others if (path := urlsplit(one).path) != orders and not OF_NO_GOODS.search(path)}
    for address in beside_goods(links, products, may_be):
        others.pop(address, None)
        products[address] = None
    following.sort(key=lambda entry: entry[0])
    return Links(
        products=tuple(products),
        next_pages=tuple(dict.fromkeys(address for _, address in following)),
        others=tuple(others),
    )


def looks_like_product(url: str) -> bool:
    """Whether an address has the shape that shops give the pages of their products."""
    parts = urlsplit(url)
    address = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return bool(PRODUCT_PATH.search(address)) and not NOT_PRODUCT.search(address)


def leads_away(document: Document, node: LexborNode, above: Collection[int]) -> bool:
    """Whether an element stands in a link, or in a card with a heading or picture, that leads to another product.

    `above` are the elements that hold the page's main heading, by their `mem_id`: the page's own part.
    """
    near = NEAR
    for current in around(node, STEPS):
        if current.mem_id in above:
            return False
        if current.tag == "a" or (current.tag in CARDS and current.css_first("h2,h3,h4,img") is not None):
            links = [current] if current.tag == "a" else current.css("a[href]")[:5]
            return any(_is_of_another(document, attribute(link, "href")) for link in links)
        near -= 1
        if near >= 0 and current.tag == "div" and (link := current.css_first(HEADING_LINK)) is not None:
            if len(current.text()[: MAX_CARD * 2].strip()) > MAX_CARD:
                continue
            if _is_of_another(document, attribute(link, "href")):
                return True
    return False


def _is_of_another(document: Document, link: str) -> bool:
    """Whether a link leads to the page of another product."""
    address = document.absolute(link)
    if not address or not looks_like_product(address) or canonical_url(address) in document.addresses:
        return False
    number, own = item_number(address), item_number(document.url)
    if urlsplit(address).path == urlsplit(document.url).path:  # `?product_id=4`
        there, here = QUERIED.search(address), QUERIED.search(document.url)
        return bool(there and here and there[1] != here[1])
    return not number or number != own


@lru_cache(maxsize=256)
def page_number(url: str) -> int:
    """Which page of a search an address names; 1 where it names none."""
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query[:2_000]):
        if name.lower() in PAGE_PARAMETERS and value.isdigit() and len(value) <= 5:
            return int(value)
    match = PAGE_PATH.search(parts.path)
    return int(match[1]) if match else 1


def _linked(document: Document) -> Iterator[tuple[LexborNode, str]]:
    """The page's links with their addresses, in page order."""
    for node in document.tree.css("a[href]")[:MAX_LINKS]:
        if address := document.absolute(node.attributes.get("href") or ""):
            yield node, _bare(address)


def _ahead(own: str, node: LexborNode, address: str) -> int | None:
    """How many pages ahead of the page's own a link leads within its list, 0 where it is called the next, else None."""
    attributes = node.attributes
    if "next" in (attributes.get("rel") or "").lower().split():
        return 0
    number = _same_search(own, address)
    if number is not None and 0 < number - page_number(own) <= MAX_AHEAD:
        return number - page_number(own)
    return 1 if _says_next(attributes, node.text(deep=True)[:60]) else None


def _around_here(own: str, address: str) -> tuple[bool, bool]:
    """Whether an address is a page of the own list that was passed, or one too far ahead."""
    number, here = _same_search(own, address), page_number(own)
    if number is None:
        return False, False
    return number <= here and bool(PAGE_PATH.search(urlsplit(own).path)), number > here


def _same_search(own: str, address: str) -> int | None:
    """The page number of an address of the same search, else None; 1 where it names none."""
    return page_number(address) if _same_host(address, own) and _without_page(own) == _without_page(address) else None


@lru_cache(maxsize=256)
def _without_page(url: str) -> tuple[str, frozenset[tuple[str, str]]]:
    parts = urlsplit(url)
    query = frozenset(
        (name, value) for name, value in parse_qsl(parts.query[:2_000]) if name.lower() not in PAGE_PARAMETERS
    )
    return PAGE_PATH.sub("", parts.path).rstrip("/"), query


def _says_next(attributes: dict[str, str | None], text: str) -> bool:
    said = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    label = squeeze(attributes.get("aria-label") or text, 60)
    named = "next" in said and ("pag" in said or "page" in said)
    return named or bool(NEXT_WORDS.match(label.strip()))


def _same_host(one: str, other: str) -> bool:
    return urlsplit(one).netloc.lower().removeprefix("www.") == urlsplit(other).netloc.lower().removeprefix("www.")


def _bare(url: str) -> str:
    return urldefrag(url)[0]
