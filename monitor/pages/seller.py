"""Who sells, where the page shows it: the link to a seller's page beside words such as "sold by"."""

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.marks import marks_in, names_of

ENGLISH = ("seller", "merchant", "vendor", "sold-by", "soldby")
WORDS = {"de": "verkaeufer", "fr": "vendeur", "it": "venditore", "es": "vendedor", "pt": "vendedor", "pl": "sprzedawca"}
MORE = "[id*=seller i],[id*=merchant i],[data-testid*=seller i]"
SOLD_BY = re.compile(
    r"(?:sold(?: and shipped| and dispatched)? by|seller|verkauft von|verkauf durch|verkäufer|anbieter|vendu par"
    r"|vendeur|venduto da"
    r"|venditore|vendido por|vendedor|verkocht door|verkoper|säljs av|sprzedawca|sprzedaje|продавец|продавець|卖家"
    r"|商家|出品者|販売元|판매자|satıcı)"
    r"\s{0,5}:?\s{0,5}",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"^(?:contact|ask|visit|more|see|view|report|follow|rate|feedback|reviews?|shop|store|seller|sold by|\W+"
    r"|\(?\d.*)$|other items|see all"
    r"|contact|kontakt|contatt|feedback|profile$",
    re.IGNORECASE,
)
COUNTRY = re.compile(r"^[A-Za-z]{2}$")
IN_QUERY = re.compile(r"(?:^|&)(?:seller|merchant|shop|store|vendor|user)(?:[_-]?id)?=([^&]{1,200})", re.IGNORECASE)
MAX_ELEMENTS = 40


def read_seller(document: Document) -> Draft:
    """The seller as the page shows it."""
    draft = Draft("page")
    for node in document.named(ENGLISH, WORDS, MORE, at=["class"])[:MAX_ELEMENTS]:
        if node.tag in ("script", "style", "form", "input", "body", "html") or _elsewhere(node):
            continue
        links = [node] if node.tag == "a" else node.css("a[href]")[:6]
        for link in links:
            name = squeeze(link.text(separator=" "), 120)
            address = document.absolute(attribute(link, "href"))
            if name and address and not NOT_A_NAME.search(name):
                draft.put("seller_name", SOLD_BY.sub("", name, count=1), f"{node.tag} {names_of(node).strip()[:40]}")
                draft.put("seller_url", address, f"{node.tag} {names_of(node).strip()[:40]}")
                return draft
        text = squeeze(node.text(separator=" "), 200)
        said = SOLD_BY.match(text)
        if said and 1 < len(text) - said.end() <= 80 and not NOT_A_NAME.search(text[said.end() :]):
            draft.put("seller_name", text[said.end() :], f"{node.tag} {names_of(node).strip()[:40]}")
            return draft
    return draft


def seller_id_of(url: str, host: str) -> str:
    """What a seller is known by: the number in the query of the seller's page, else its path, else the host."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    query = IN_QUERY.search(parts.query)
    return (query[1] if query else path) or (parts.hostname or "").removeprefix("www.") or host


def _elsewhere(node: LexborNode) -> bool:
    parent: LexborNode | None = node
    for _ in range(6):
        if parent is None:
            return False
        if marks_in(names_of(parent)) & 4 or parent.tag in ("footer", "nav", "header"):
            return True
        parent = parent.parent
    return False
