"""Who sells, by the only link to a user's page, or by the shop that the title names behind the goods."""

import re
from json import dumps
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.marks import stands_elsewhere
from monitor.pages.said import words
from monitor.pages.seller_names import MAX_NAME, is_a_name, is_of_a_seller
from monitor.pages.seller_parts import BUYERS, HEADINGS, NAMES, bare, is_of_buyers, name_of, page_of

PROFILES = {
    "pl": "uzytkownik", "cs": "uzivatel", "sk": "pouzivatel", "hu": "felhasznalo", "ro": "utilizator", "hr": "korisnik",
    "fr": "utilisateur", "es": "usuario", "pt": "usuario", "it": "utente", "nl": "gebruiker", "tr": "kullanici",
}  # fmt: skip
"""What stands in the address of a user's page, by the page's language."""
SHOP_NAMES = (b"ShopName", b"shop-name")
"""One of these stands on a page that names an element after the name of a shop: a look saves a walk."""
PARTS = re.compile(r"\s+[|–—·-]\s+")
"""What parts the name of goods in a title from that of the site."""
ACCOUNT = re.compile(rf"(?:{'|'.join(words('sellers', 'accounts'))})", re.IGNORECASE)
"""Where the address of a user's page leads to one's own account."""
MAX_ELEMENTS, MAX_LINKS = 40, 2_000


def titled_shop(document: Document) -> Draft:
    """Who is linked in an element named after the name of a shop, and stands in the page's title behind the goods.

    He has a page that is a seller's by its address. A site's own name ends the title; a store near the buyer, or
    another of the site's, is in no title.
    """
    draft = Draft("page")
    rest = document.title.replace(document.h1, " ", 1) if document.h1 else ""
    titled = PARTS.split(rest)
    is_own = all(bare(part) in document.host.replace("-", "") for part in titled)
    if is_own or not any(name in document.html for name in SHOP_NAMES):
        return draft
    for part in document.tree.css(NAMES)[:MAX_ELEMENTS]:
        name = name_of(part)
        in_title = _holds(rest, name) and not _holds(titled[-1], name) and not _holds(document.h1, name)
        if not 1 < len(name) <= MAX_NAME or not in_title:
            continue
        holder = part.parent  # its own name may say more than where it stands: `pdpFooterShopName`
        if holder is None or stands_elsewhere(holder, document.above) or is_of_buyers(part, document.above):
            continue
        address = page_of(document, part, part)
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


def sole_profile(document: Document) -> Draft:
    """The user whose page is the only one that a page in some languages links to by his name: `/uzytkownik/...`.

    Who stands above the page's heading is who reads it, and who stands among opinions is a buyer.
    """
    draft = Draft("page")
    word = PROFILES.get(document.language[:2], "")
    found: dict[str, LexborNode] = {}
    is_behind = are_buyers = False
    for node in document.tree.css(f'{HEADINGS},a[href*="/{word}/"]')[:MAX_LINKS] if word else []:
        if node.tag != "a":
            is_main = node.mem_id in document.above
            is_behind = is_behind or is_main
            are_buyers = not is_main and BUYERS.search(squeeze(node.text(), 80)) is not None
        elif is_behind and not (
            are_buyers or stands_elsewhere(node, document.above) or is_of_buyers(node, document.above)
        ):
            found.setdefault(attribute(node, "href"), node)
    for address, link in found.items() if len(found) == 1 else ():
        name = name_of(link)
        last = urlsplit(address).path.rstrip("/").rpartition("/")[2]
        if is_a_name(name) and bare(name) == bare(unquote(last)) and not ACCOUNT.fullmatch(last):
            draft.put("seller_name", name, "link to a user")
            draft.put("seller_url", document.absolute(address), "link to a user")
    return draft
