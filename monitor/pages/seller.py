"""Who sells, where the page shows it: the link to a seller's page, or the name after words such as "sold by"."""

import re
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.links import leads_away
from monitor.pages.marks import names_of, stands_elsewhere
from monitor.pages.others import is_under_others
from monitor.pages.rules import Rules
from monitor.pages.seller_names import IN_QUERY, is_a_name, is_a_phrase, is_of_a_seller, said_in
from monitor.pages.seller_parts import (
    DIGIT,
    HEADINGS,
    NAMES,
    OF_RATING,
    bare,
    is_of_buyers,
    name_of,
    page_of,
    pieces_of,
)
from monitor.pages.seller_profiles import sole_profile, titled_shop
from monitor.pages.seller_words import read_words

ENGLISH = ("seller", "merchant", "vendor", "sold-by", "soldby", "sold_by")
WORDS = {"de": "verkaeufer", "fr": "vendeur", "it": "venditore", "es": "vendedor", "pt": "vendedor", "pl": "sprzedawca"}
MORE = "[id*=seller i],[id*=merchant i],[data-testid*=seller i]"
NOT_OF_A_SELLER = re.compile(
    r"best-?_?sell|top-?_?sell|re-?sell|become|sell-?_?(?:with|on|your)"
    r"|sellers?[-_]*(?:cta|rank|badge|rating|response|feedback|review|comment|opinion)",
    re.IGNORECASE,
)
"""Names of elements that hold `seller` and say nothing of who sells."""
NAMED_SELLER = re.compile(r"(?:seller|merchant)[-_]*(?:name|link|title)", re.IGNORECASE)
"""What holds nothing but the seller's name; a box on the seller also links to offers, help and conditions."""
SOLD_BY_BOX = re.compile(r"(?<![a-z])sold[-_]?by(?![a-z])", re.IGNORECASE)
BOLD = "b,strong"
MAX_ELEMENTS = 40
MAX_LINKS = 2_000
MAX_BY = 4
"""Letters of a word such as `by`, `von`, `par`."""
NO_RULES = Rules()


def read_seller(document: Document, rules: Rules = NO_RULES) -> Draft:
    """The seller as the page shows it: by the marketplace's addresses of sellers, else in words; or none."""
    if rules.seller and (linked := _linked(document, rules)).fields:
        return linked
    boxes = _in_boxes(document)
    if boxes is not None:
        return boxes
    for read in (read_words, sole_profile, titled_shop):
        if (draft := read(document)).fields:
            return draft
    return Draft("page")


def _in_boxes(document: Document) -> Draft | None:
    """The seller in the first element named after one; of elements named alike for several none, None without any."""
    first: Draft | None = None
    alike: dict[str, str] = {}
    for node in document.named(ENGLISH, WORDS, MORE, at=["class"])[:MAX_ELEMENTS]:
        names = names_of(node)
        if node.tag in ("script", "style", "form", "input", "body", "html") or NOT_OF_A_SELLER.search(names):
            continue
        if stands_elsewhere(node, document.above) or is_under_others(node, document):
            continue
        own = node.parent if node.tag == "a" and node.parent is not None else node
        if first is not None and leads_away(document, own, document.above):
            continue
        if name := (draft := _in_words(document, node, names)).get("seller_name"):
            first = first or draft
            before, now = bare(alike.setdefault(f"{node.tag} {names}", name)), bare(name)
            if not before.startswith(now) and not now.startswith(before):
                return Draft("page")
    return first


def _linked(document: Document, rules: Rules) -> Draft:
    """The one seller whose page is linked outside of recommendations; where several are, none is known to sell this."""
    draft = Draft("page")
    known = ""
    for link in document.tree.css("a[href]")[:MAX_LINKS]:
        address = document.absolute(attribute(link, "href"))
        seller = rules.seller_of(address) if address else ""
        if not seller or stands_elsewhere(link, document.above):
            continue
        if known and seller != known:
            return Draft("page")
        known = seller
        draft.put("seller_url", address, "link to the seller")
        name = squeeze(link.text(separator=" "), 120)
        if is_a_name(name):
            draft.put("seller_name", name, "link to the seller")
    return draft


def _in_words(document: Document, node: LexborNode, names: str) -> Draft:
    """The seller in an element named after one: who stands after "sold by", or who is linked as a seller is."""
    draft = Draft("page")
    source = f"{node.tag} {names.strip()[:40]}"
    said = _said(node)
    part = _named_part(document, node) if not said and node.tag != "a" else None
    called = (name_of(part) or _name_behind(part)) if part is not None else ""
    called = said_in(called) or called
    if part is not None and is_a_name(called):
        draft.put("seller_name", called, source)
        draft.put("seller_url", page_of(document, node, part), source)
        return draft
    for link in [node] if node.tag == "a" else node.css("a[href]")[:6]:
        address = document.absolute(attribute(link, "href"))
        name = _said(link) or _without_by(name_of(link), address)
        if not address or not is_a_name(name) or is_of_buyers(link, document.above):
            continue
        is_named_so = NAMED_SELLER.search(names) or (SOLD_BY_BOX.search(names) and _is_named_after(address, name))
        is_his = is_of_a_seller(address) or is_named_so
        if name == said or (not said and is_his):
            draft.put("seller_name", name, source)
            draft.put("seller_url", address, source)
            return draft
    if not said and (headed := _headed(document, node)) is not None:
        draft.put("seller_name", name_of(headed[0]), source)
        draft.put("seller_url", headed[1], source)
        return draft
    said = said or _in_bold(node, names)
    if said and not is_a_phrase(said):
        draft.put("seller_name", said, source)
    return draft


def _is_named_after(address: str, name: str) -> bool:
    """Whether an address right below a site's first is a name: `/lamp-house/`."""
    path = unquote(urlsplit(address).path).strip("/")
    return "/" not in path and bare(path) == bare(name)


def _headed(document: Document, node: LexborNode) -> tuple[LexborNode, str] | None:
    """The heading of a box on the seller, and a link to the page that is named after it: `/seller/lamp-house`."""
    for link in node.css("a[href]")[:6] if node.tag != "a" else ():
        address = document.absolute(attribute(link, "href"))
        is_his = address is not None and is_of_a_seller(address)
        last = bare(unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])) if address and is_his else ""
        for heading in node.css(HEADINGS)[:3] if last else ():
            if bare(name_of(heading)) == last and is_a_name(name_of(heading)):
                return heading, address
    return None


def _in_bold(node: LexborNode, names: str) -> str:
    """The bold text of a box named after who sells, where nothing else but links and figures stands in it."""
    bold = node.css(BOLD) if node.tag != "a" and SOLD_BY_BOX.search(names) else []
    name = squeeze(bold[0].text(separator=" "), 120) if len(bold) == 1 else ""
    linked = {piece for link in node.css("a[href]")[:6] for piece in pieces_of(link)} if name else set()
    rest = [piece for piece in pieces_of(node) if piece not in linked and not OF_RATING.fullmatch(piece)]
    return name if rest == [name] and is_a_name(name) and not DIGIT.search(name) else ""


def _named_part(document: Document, node: LexborNode) -> LexborNode | None:
    """What holds the name in the part of a page on the seller, but a buyer's, or one behind a seller's link."""
    for part in node.css(f"{NAMES},a[href]")[:MAX_ELEMENTS]:
        if is_of_buyers(part, document.above):
            continue
        if part.css_matches(NAMES):
            return part
        name, address = name_of(part), document.absolute(attribute(part, "href"))
        if is_a_name(name) and is_of_a_seller(address or ""):
            return None
    return None


def _name_behind(label: LexborNode) -> str:
    """The text that stands right behind a label: `Store name:`."""
    behind = label.next if label.text(strip=True) else None
    while behind is not None and not behind.text(strip=True):
        behind = behind.next
    return name_of(behind) if behind is not None else ""


def _without_by(name: str, address: str) -> str:
    """A linked name without the word before it that its address leaves out: `by Lamp House`, `/lamp-house/`."""
    word, _, rest = name.partition(" ")
    last = unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2]) if rest and len(word) <= MAX_BY else ""
    return rest if last and word.islower() and bare(rest) == bare(last) else name


def _said(node: LexborNode) -> str:
    return said_in("\n".join(pieces_of(node)))


def seller_id_of(url: str, host: str, rules: Rules = NO_RULES) -> str:
    """What a seller is known by: what the marketplace's rules find in the address of his page, and nothing else there.

    Elsewhere the number in its query, else its path, else the host.
    """
    if rules.seller:
        return rules.seller_of(url)
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    query = IN_QUERY.search(parts.query)
    return (query[1] if query else path) or (parts.hostname or "").removeprefix("www.") or host
