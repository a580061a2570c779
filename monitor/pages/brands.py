"""The brand of goods where no table names it: an element named after a brand, or what the page counts visits with."""

import re
from itertools import islice, takewhile
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.draft import Draft
from monitor.pages.fields import field_of
from monitor.pages.marks import around, names_of, path_of, stands_elsewhere

BELOW_BRANDS = re.compile(
    r"/(?:brands?|b|marken?|hersteller|manufacturers?|marques?|marcas?|merk(?:en)?|marchi?o?|makers?)/[^/]+/?$",
    re.IGNORECASE,
)
"""The address of one brand's page."""
NAMED = "[class*=brand i],[class*=vendor i],[class*=manufacturer i]"
SELLERS = re.compile(
    r"/(?:vendors?|sellers?|merchants?|stores?|shops?)/[^/]+/?$|/(?:users?|members?|profiles?)/", re.IGNORECASE
)
"""The address of one seller's page, who is not who makes what he sells."""
OF_OTHERS = re.compile(r"compat|(?<![a-z])fits?(?![a-z])|fitment|suitable|(?<![a-z])for[-_]", re.IGNORECASE)
"""Names of what tells whose goods these fit."""
MAX_NAMED = 60
MAX_BRAND = 40
COUNTED = (b"item_brand", b"ecommerce")
"""What a script holds that tells a counter of visits which goods are shown."""
MAX_SCRIPT = 300_000
BRAND = re.compile(rb"brand[\"']?\s{0,3}:")
REACH, MAX_OBJECTS = 1_500, 60
KEYS = {
    key: re.compile(
        rf"""(?<![\w-])["']?(?:item_)?{key}["']?\s{{0,3}}:\s{{0,3}}(?:"([^"\\]{{2,200}})"|'([^'\\]{{2,200}})')"""
    )
    for key in ("name", "brand")
}
GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
SHORTEST = 6
MAX_TEXT = 200
LABELS = frozenset(["dt", "th", "label", "h2", "h3", "h4", "h5", "h6"])
"""What says of what stands behind it what it is."""
NEAR = 6
"""Steps up within which the picture of a brand and the heading have a part of the page in common."""


def put_brand(draft: Draft, document: Document) -> None:
    """Note the brand that an element so named shows and heading or title hold, else that of what is counted."""
    heading, title = document.h1.lower(), document.title.lower()
    signs: dict[str, str] = {}
    for node in document.tree.css(NAMED)[:MAX_NAMED] if heading else ():
        text = squeeze(node.text()[: 4 * MAX_BRAND], 2 * MAX_BRAND)
        named = _holds(heading, text.lower()) or title.startswith(f"{text.lower()} ")
        fits = 1 < len(text) <= MAX_BRAND and text.lower() != heading and named
        if not fits and (sign := _on_a_sign(node, document)) and not stands_elsewhere(node, document.above):
            signs.setdefault(sign, path_of(node))
        if fits and not stands_elsewhere(node, document.above):
            draft.put("brand", text, path_of(node))
            return
    if len(signs) == 1:  # several are those of all brands of a shop
        draft.put("brand", *signs.popitem())
    elif brand := _counted(document, heading):
        draft.put("brand", brand, "item_brand")


def _on_a_sign(node: LexborNode, document: Document) -> str:
    """What stands beside the heading and leads to a brand's page: `<a><img alt="Aurelia"></a>`, `<a>Aurelia</a>`."""
    link = node if node.tag == "a" else node.css_first("a[href]")
    if link is None or not _is_beside_heading(node, document) or _says_whose_it_fits(node, link, document):
        return ""
    picture = link.css_first("img[alt]")
    said = squeeze(attribute(picture, "alt") if picture is not None else link.text(), 2 * MAX_BRAND)
    path = unquote(urlsplit(document.absolute(attribute(link, "href"))).path)
    if SELLERS.search(path) or (picture is None and not BELOW_BRANDS.search(path)):  # all brands have a link too
        return ""
    leads_to = _bare(path if picture is not None else path.rstrip("/").rpartition("/")[2])
    written = {
        _bare(said),
        _bare(said.replace("&", " and ")),
        _bare(said.lower().translate(GERMAN)),
        _bare(normalize("NFD", said)),
    }  # as addresses write it
    fits = any(len(plain) > 1 and plain in leads_to for plain in written)
    return said if 1 < len(said) <= MAX_BRAND and fits else ""


def _says_whose_it_fits(node: LexborNode, link: LexborNode, document: Document) -> bool:
    """Whether the words beside a link or before it, or names around it, make it more than a brand: `Fits: Aurelia`."""
    text, own = (squeeze(one.text(separator=" "), MAX_TEXT) for one in (node, link))
    if not _is_label(text.replace(own, " ", 1)):
        return True
    for one in takewhile(lambda one: one.mem_id not in document.above, around(node, NEAR)):
        if OF_OTHERS.search(names_of(one)) or (one.mem_id != node.mem_id and not _is_label(one.text(deep=False))):
            return True
        before = one.prev
        while before is not None and before.tag == "-text" and not before.text(strip=True):
            before = before.prev
        said = squeeze(before.text(separator=" ")[:MAX_TEXT]) if before is not None else ""
        if before is None or before.mem_id in document.above or _is_label(said):
            continue
        if before.tag in LABELS or said.endswith((":", "：")):
            return True
    return False


def _is_label(text: str) -> bool:
    """Whether a text is empty or calls what stands behind it a brand."""
    said = squeeze(text[:MAX_TEXT]).strip(" :：|·-–()")
    return not said or field_of(said) == "brand"


def _bare(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return re.sub(r"[\W_]", "", text).lower()


def _is_beside_heading(node: LexborNode, document: Document) -> bool:
    """Whether an element and the heading have a part of the page in common that is not the whole."""
    common = next((one for one in around(node, NEAR) if one.mem_id in document.above), None)
    return common is not None and common.tag not in ("body", "main")


def _holds(heading: str, brand: str) -> bool:
    """Whether a heading holds a brand as words of their own."""
    return re.search(rf"(?<!\w){re.escape(brand)}(?!\w)", heading) is not None


def _counted(document: Document, heading: str) -> str:
    """The brand of the object whose name is that of the heading."""
    for script in document.scripts:
        if script.size > MAX_SCRIPT or not script.holds(b"brand") or not any(map(script.holds, COUNTED)):
            continue
        raw = script.raw
        for place in islice(BRAND.finditer(raw), MAX_OBJECTS):
            begin, end = raw.rfind(b"{", max(0, place.start() - REACH), place.start()), raw.find(b"}", place.end())
            if begin < 0 or not place.end() <= end <= place.end() + REACH:
                continue
            entry = raw[begin:end].decode("utf-8", "replace")
            name, brand = (_value(key, entry) for key in ("name", "brand"))
            same = len(name) >= SHORTEST and (name.lower() in heading or heading in name.lower())
            if heading and same and 1 < len(brand) <= MAX_BRAND:
                return brand
    return ""


def _value(key: str, text: str) -> str:
    found = KEYS[key].search(text)
    return squeeze(found[1] or found[2]) if found else ""
