"""Who sells, where the page shows it: the link to a seller's page beside words such as "sold by"."""

import re
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.marks import marks_in, names_of
from monitor.pages.rules import Rules

ENGLISH = ("seller", "merchant", "vendor", "sold-by", "soldby")
WORDS = {"de": "verkaeufer", "fr": "vendeur", "it": "venditore", "es": "vendedor", "pt": "vendedor", "pl": "sprzedawca"}
MORE = "[id*=seller i],[id*=merchant i],[data-testid*=seller i]"
SOLD_BY = re.compile(
    r"(?:(?:ships from and |dispatched from and )?sold(?: and (?:shipped|dispatched|fulfilled))? by"
    r"|verkauft von|verkauf durch|verkauf und versand durch|vendu (?:et expédié )?par|venduto (?:e spedito )?da"
    r"|vendido (?:y enviado |e entregue )?por|verkocht door|säljs av"
    r"|(?:seller|verkäufer|anbieter|vendeur|venditore|vendedor|verkoper|sprzedawca|sprzedaje|продавец|продавець|卖家|商家"
    r"|出品者|販売元|판매자|satıcı)\s{0,5}(?=[:：\n]))"
    r"\s{0,5}[:：]?\s{0,5}",
    re.IGNORECASE,
)
"""What stands before a seller's name, at the beginning of a text of one line a piece."""
AND_SHIPS = re.compile(
    r",?\s(?:and|und|et|e|y|i|en|och)\s(?:is |wird |è |est |es )?(?:ship|fulfil|dispatch|deliver|sent|versand|versend"
    r"|geliefert|expédi|livré|spedi|envi|entreg|verzond|wysył|skicka).*",
    re.IGNORECASE,
)
NOT_A_NAME = re.compile(
    r"^(?:contact|ask|visit|more|see|view|report|follow|rate|rating|feedback|reviews?|shop|store|seller|sold by|\W+"
    r"|[(#]*\d.*|information|details?|ver más|voir plus|mehr)$|^(?:visit|visite|ver|see|view|other|all|more) "
    r"|other items|see all|best[- ]?sell|top[- ](?:rated )?sell|become|sell (?:with|on|your)|start selling"
    r"|verkäufer werden|devenir vendeur|diventa venditore|conviértete|seja um vendedor"
    r"|polic(?:y|ies)|terms|conditions?\b|condiciones|returns?\b|rückgabe|devoluc"
    r"|contact|kontakt|contatt|feedback|profile$",
    re.IGNORECASE,
)
NOT_OF_A_SELLER = re.compile(
    r"best-?_?sell|top-?_?sell|re-?sell|become|sell-?_?(?:with|on|your)|sellers?[-_]*(?:cta|rank|badge|rating|response)",
    re.IGNORECASE,
)
"""Names of elements that hold `seller` and say nothing of who sells."""
NAMED_SELLER = re.compile(r"(?:seller|merchant)[-_]*(?:name|link|info|title)|sold-?_?by", re.IGNORECASE)
OF_A_SELLER = re.compile(
    r"/(?:usr|u|user|users|str|sp|s|v|sellers?|vendors?|merchants?|shops?|stores?|boutiques?|tiendas?|lojas?|haendler"
    r"|verkaeufer|vendeurs?|venditor[ei]|vendedor(?:es)?|profiles?|perfil|members?)/[^/?#]{1,100}",
    re.IGNORECASE,
)
"""The shape of the path of a seller's page."""
IN_QUERY = re.compile(r"(?:^|&)(?:seller|merchant|shop|store|vendor|user)(?:[_-]?id)?=([^&]{1,200})", re.IGNORECASE)
MAX_ELEMENTS = 40
MAX_LINKS = 2_000
MAX_NAME = 80
PIECE = "\x1f"
"""What parts the pieces of a text, and stands in none."""


def read_seller(document: Document, rules: Rules | None = None) -> Draft:
    """The seller as the page shows it: by the marketplace's addresses of sellers, else in words; or none."""
    if rules is not None and rules.seller and (linked := _linked(document, rules)).fields:
        return linked
    for node in document.named(ENGLISH, WORDS, MORE, at=["class"])[:MAX_ELEMENTS]:
        names = names_of(node)
        if node.tag in ("script", "style", "form", "input", "body", "html") or NOT_OF_A_SELLER.search(names):
            continue
        if not _elsewhere(node) and (draft := _in_words(document, node, names)).fields:
            return draft
    return Draft("page")


def _linked(document: Document, rules: Rules) -> Draft:
    """The one seller whose page is linked outside of recommendations; where several are, none is known to sell this."""
    draft = Draft("page")
    known = ""
    for link in document.tree.css("a[href]")[:MAX_LINKS]:
        address = document.absolute(attribute(link, "href"))
        seller = rules.seller_of(address) if address else ""
        if not seller or _elsewhere(link):
            continue
        if known and seller != known:
            return Draft("page")
        known = seller
        draft.put("seller_url", address, "link to the seller")
        name = squeeze(link.text(separator=" "), 120)
        if name and not NOT_A_NAME.search(name):
            draft.put("seller_name", name, "link to the seller")
    return draft


def _in_words(document: Document, node: LexborNode, names: str) -> Draft:
    """The seller in an element named after one: who stands after "sold by", or who is linked as a seller is."""
    draft = Draft("page")
    source = f"{node.tag} {names.strip()[:40]}"
    said = _said(node)
    for link in [node] if node.tag == "a" else node.css("a[href]")[:6]:
        name = _said(link) or squeeze(link.text(separator=" "), 120)
        address = document.absolute(attribute(link, "href"))
        if not name or not address or NOT_A_NAME.search(name):
            continue
        if name == said or (not said and (_is_of_a_seller(address) or NAMED_SELLER.search(names))):
            draft.put("seller_name", name, source)
            draft.put("seller_url", address, source)
            return draft
    if said:
        draft.put("seller_name", said, source)
    return draft


def _said(node: LexborNode) -> str:
    """The name after the words "sold by", as far as its own piece of text goes; empty where none is said."""
    pieces = (squeeze(piece, 200) for piece in node.text(separator=PIECE)[:1_000].split(PIECE))
    text = "\n".join(piece for piece in pieces if piece)
    said = SOLD_BY.match(text)
    name = AND_SHIPS.sub("", text[said.end() :].partition("\n")[0]).strip() if said else ""
    return name if 1 < len(name) <= MAX_NAME and not NOT_A_NAME.search(name) else ""


def _is_of_a_seller(address: str) -> bool:
    parts = urlsplit(address)
    return bool(OF_A_SELLER.search(parts.path) or IN_QUERY.search(parts.query[:2_000]))


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
