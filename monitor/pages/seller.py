"""Who sells, where the page shows it: the link to a seller's page, or the name after words such as "sold by"."""

import re
from collections.abc import Collection
from itertools import takewhile
from json import dumps
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.marks import around, names_of, stands_elsewhere
from monitor.pages.rules import Rules
from monitor.pages.said import words
from monitor.pages.seller_names import IN_QUERY, MAX_NAME, NO_ONE, NOT_A_NAME, NOUNS, is_of_a_seller, said_in
from monitor.pages.seller_words import DIGIT, MOST_WORDS, is_on_site, pieces_of, read_words
from monitor.pages.words import availability_of
from monitor.records import canonical_url

ENGLISH = ("seller", "merchant", "vendor", "sold-by", "soldby", "sold_by")
WORDS = {"de": "verkaeufer", "fr": "vendeur", "it": "venditore", "es": "vendedor", "pt": "vendedor", "pl": "sprzedawca"}
PROFILES = {
    "pl": "uzytkownik", "cs": "uzivatel", "sk": "pouzivatel", "hu": "felhasznalo", "ro": "utilizator", "hr": "korisnik",
    "fr": "utilisateur", "es": "usuario", "pt": "usuario", "it": "utente", "nl": "gebruiker", "tr": "kullanici",
}  # fmt: skip
"""What stands in the address of a user's page, by the page's language."""
NAMES = ",".join(
    f"[{by}*={who}{sep}name i]"
    for by in ("class", "data-testid")
    for who in ("user", "seller", "merchant", "shop", "store")
    for sep in ("-", "_", "")
)
"""What holds the name in the part of a page on the seller."""
SHOP_NAMES = (b"ShopName", b"shop-name")
"""One of these stands on a page that names an element after the name of a shop: a look saves a walk."""
PARTS = re.compile(r"\s+[|–—·-]\s+")
"""What parts the name of goods in a title from that of the site."""
HEADINGS = "h1,h2,h3,h4,h5,h6"
BUYERS = re.compile("|".join(words("sellers", "buyers")), re.IGNORECASE)
"""What a part of the page is named or headed in which buyers speak."""
ACCOUNT = re.compile(rf"(?:{'|'.join(words('sellers', 'accounts'))})", re.IGNORECASE)
"""Where the address of a user's page leads to one's own account."""
OF_RATING = re.compile(r"[(（★☆]?\s?\d[\d.,\s]*[%％kK+★)）]*")
"""A piece of a seller's link that counts or rates him."""
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
NOUNS_IN = re.compile(rf"(?<!\w)(?:{'|'.join(NOUNS)})(?!\w)", re.IGNORECASE)
"""What a mark of quality calls a seller: `Verified seller`."""
MAX_ELEMENTS = 40
MAX_LINKS = 2_000
MAX_BY = 4
"""Letters of a word such as `by`, `von`, `par`."""
STEPS = 6
NO_RULES = Rules()


def read_seller(document: Document, rules: Rules = NO_RULES) -> Draft:
    """The seller as the page shows it: by the marketplace's addresses of sellers, else in words; or none."""
    if rules.seller and (linked := _linked(document, rules)).fields:
        return linked
    for node in document.named(ENGLISH, WORDS, MORE, at=["class"])[:MAX_ELEMENTS]:
        names = names_of(node)
        if node.tag in ("script", "style", "form", "input", "body", "html") or NOT_OF_A_SELLER.search(names):
            continue
        if not stands_elsewhere(node, document.above) and (draft := _in_words(document, node, names)).fields:
            return draft
    for read in (read_words, _sole_profile, _titled_shop):
        if (draft := read(document)).fields:
            return draft
    return Draft("page")


def _titled_shop(document: Document) -> Draft:
    """Who is linked in an element named after the name of a shop, and stands in the page's title behind the goods.

    He has a page that is a seller's by its address. A site's own name ends the title; a store near the buyer, or
    another of the site's, is in no title.
    """
    draft = Draft("page")
    rest = document.title.replace(document.h1, " ", 1) if document.h1 else ""
    titled = PARTS.split(rest)
    is_own = all(_bare(part) in document.host.replace("-", "") for part in titled)
    if is_own or not any(name in document.html for name in SHOP_NAMES):
        return draft
    for part in document.tree.css(NAMES)[:MAX_ELEMENTS]:
        name = _name_of(part)
        in_title = _holds(rest, name) and not _holds(titled[-1], name) and not _holds(document.h1, name)
        if not 1 < len(name) <= MAX_NAME or not in_title:
            continue
        holder = part.parent  # its own name may say more than where it stands: `pdpFooterShopName`
        if holder is None or stands_elsewhere(holder, document.above) or _is_of_buyers(part, document.above):
            continue
        address = _page_of(document, part, part)
        if address and (is_of_a_seller(address) or _is_his_page(document, address, name)):
            draft.put("seller_name", name, "link to a shop")
            draft.put("seller_url", address, "link to a shop")
            break
    return draft


def _is_his_page(document: Document, address: str, name: str) -> bool:
    """Whether the page lies right below an address, as the goods of a brand do too, and its data names a shop so."""
    above, _, goods = urlsplit(document.url).path.rstrip("/").rpartition("/")
    said = f'"shopName":{dumps(name, ensure_ascii=False)}'.encode()
    return (
        bool(above.strip("/") and goods)
        and urlsplit(address).path.rstrip("/") == above
        and any(script.holds(said) for script in document.scripts[:MAX_ELEMENTS])
    )


def _holds(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _sole_profile(document: Document) -> Draft:
    """The user whose page is the only one that a page in some languages links to by his name: `/uzytkownik/...`.

    Who stands above the page's heading is who reads it, and who stands among opinions is a buyer.
    """
    draft = Draft("page")
    word = PROFILES.get(document.language[:2], "")
    found: dict[str, LexborNode] = {}
    is_behind = is_of_buyers = False
    for node in document.tree.css(f'{HEADINGS},a[href*="/{word}/"]')[:MAX_LINKS] if word else []:
        if node.tag != "a":
            is_main = node.mem_id in document.above
            is_behind = is_behind or is_main
            is_of_buyers = not is_main and BUYERS.search(squeeze(node.text(), 80)) is not None
        elif is_behind and not (
            is_of_buyers or stands_elsewhere(node, document.above) or _is_of_buyers(node, document.above)
        ):
            found.setdefault(attribute(node, "href"), node)
    for address, link in found.items() if len(found) == 1 else ():
        name = _name_of(link)
        last = urlsplit(address).path.rstrip("/").rpartition("/")[2]
        if name and _bare(name) == _bare(unquote(last)) and not NOT_A_NAME.search(name) and not ACCOUNT.fullmatch(last):
            draft.put("seller_name", name, "link to a user")
            draft.put("seller_url", document.absolute(address), "link to a user")
    return draft


def _bare(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _is_of_buyers(node: LexborNode, above: Collection[int]) -> bool:
    """Whether an element stands in a part of the page in which buyers speak, below those that hold the heading."""
    own = takewhile(lambda one: one.mem_id not in above, around(node, STEPS))
    return any(BUYERS.search(names_of(one)) for one in own)


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
        if name and not NOT_A_NAME.search(name):
            draft.put("seller_name", name, "link to the seller")
    return draft


def _in_words(document: Document, node: LexborNode, names: str) -> Draft:
    """The seller in an element named after one: who stands after "sold by", or who is linked as a seller is."""
    draft = Draft("page")
    source = f"{node.tag} {names.strip()[:40]}"
    said = _said(node)
    part = _named_part(document, node) if not said and node.tag != "a" else None
    called = (_name_of(part) or _name_behind(part)) if part is not None else ""
    if part is not None and 1 < len(called) <= MAX_NAME and not NOT_A_NAME.search(called):
        draft.put("seller_name", called, source)
        draft.put("seller_url", _page_of(document, node, part), source)
        return draft
    for link in [node] if node.tag == "a" else node.css("a[href]")[:6]:
        address = document.absolute(attribute(link, "href"))
        name = _said(link) or _without_by(_name_of(link), address)
        if not name or not address or NOT_A_NAME.search(name) or _is_of_buyers(link, document.above):
            continue
        is_his = is_of_a_seller(address) or NAMED_SELLER.search(names) or _is_named_after(address, name)
        if name == said or (not said and is_his):
            draft.put("seller_name", name, source)
            draft.put("seller_url", address, source)
            return draft
    if not said and (headed := _headed(document, node)) is not None:
        draft.put("seller_name", _name_of(headed[0]), source)
        draft.put("seller_url", headed[1], source)
        return draft
    said = said or _in_bold(node, names)
    if said:
        draft.put("seller_name", said, source)
    return draft


def _is_named_after(address: str, name: str) -> bool:
    """Whether an address right below a site's first is a name: `/lamp-house/`."""
    path = unquote(urlsplit(address).path).strip("/")
    return "/" not in path and _bare(path) == _bare(name)


def _headed(document: Document, node: LexborNode) -> tuple[LexborNode, str] | None:
    """The heading of a box on the seller, and a link to the page that is named after it: `/seller/lamp-house`."""
    for link in node.css("a[href]")[:6] if node.tag != "a" else ():
        address = document.absolute(attribute(link, "href"))
        last = _bare(unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])) if address else ""
        for heading in node.css(HEADINGS)[:3] if last else ():
            if _bare(_name_of(heading)) == last and not NOT_A_NAME.search(_name_of(heading)):
                return heading, address
    return None


def _in_bold(node: LexborNode, names: str) -> str:
    """The only bold text of a box named after who sells, at its beginning; a label or mark of quality is no name."""
    bold = node.css(BOLD) if node.tag != "a" and SOLD_BY_BOX.search(names) else []
    name = squeeze(bold[0].text(separator=" "), 120) if len(bold) == 1 else ""
    if not name or len(name.split()) > MOST_WORDS or DIGIT.search(name) or name.endswith((":", "：")):
        return ""
    is_first = squeeze(node.text(separator=" "), 200).startswith(name)
    is_said = NOT_A_NAME.search(name) or NO_ONE.search(name) or availability_of(name) is not None
    return name if is_first and not is_said and not NOUNS_IN.search(name) else ""


def _named_part(document: Document, node: LexborNode) -> LexborNode | None:
    """What holds the name in the part of a page on the seller, but a buyer's, or one behind a seller's link."""
    for part in node.css(f"{NAMES},a[href]")[:MAX_ELEMENTS]:
        if _is_of_buyers(part, document.above):
            continue
        if part.css_matches(NAMES):
            return part
        name, address = _name_of(part), document.absolute(attribute(part, "href"))
        if name and not NOT_A_NAME.search(name) and is_of_a_seller(address or ""):
            return None
    return None


def _name_behind(label: LexborNode) -> str:
    """The text that stands right behind a label: `Store name:`."""
    behind = label.next if label.text(strip=True) else None
    while behind is not None and not behind.text(strip=True):
        behind = behind.next
    return _name_of(behind) if behind is not None else ""


def _page_of(document: Document, node: LexborNode, part: LexborNode) -> str:
    """The address of the seller's page: that of the link in his name or around it, else of one shaped as such."""
    own = [one for one in around(part, 2) if one.tag == "a"] or part.css("a[href]")[:1]
    for link in own:
        address = document.absolute(attribute(link, "href"))
        if address and is_on_site(document, address) and canonical_url(address) not in document.addresses:
            return address
    links = (link for link in node.css("a[href]")[:6] if not _is_of_buyers(link, document.above))
    addresses = (document.absolute(attribute(link, "href")) for link in links)
    return next(filter(is_of_a_seller, filter(None, addresses)), "")


def _name_of(node: LexborNode) -> str:
    """The text of an element up to the first piece of it that counts or rates: `ゆず茶` of `ゆず茶 218 本人確認済`.

    A label (`Store name:`) is no part of it.
    """
    pieces = pieces_of(node)
    if pieces and pieces[0].endswith((":", "：")):
        del pieces[0]
    rated = next((place for place, piece in enumerate(pieces) if place and OF_RATING.fullmatch(piece)), len(pieces))
    return squeeze(" ".join(pieces[:rated]), 120)


def _without_by(name: str, address: str) -> str:
    """A linked name without the word before it that its address leaves out: `by Lamp House`, `/lamp-house/`."""
    word, _, rest = name.partition(" ")
    last = unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2]) if rest and len(word) <= MAX_BY else ""
    return rest if last and word.islower() and _bare(rest) == _bare(last) else name


def _said(node: LexborNode) -> str:
    said = said_in("\n".join(pieces_of(node)))
    return "" if NO_ONE.search(said) else said


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
