"""The brand of goods where no table names it: an element named after a brand, or what the page counts visits with."""

import re
from itertools import islice

from monitor.pages.document import Document, squeeze
from monitor.pages.draft import Draft
from monitor.pages.marks import stands_elsewhere
from monitor.pages.visible import path_of

NAMED = "[class*=brand i],[class*=vendor i],[class*=manufacturer i]"
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
SHORTEST = 6


def put_brand(draft: Draft, document: Document) -> None:
    """Note the brand that an element so named shows and heading or title hold, else that of what is counted."""
    heading, title = document.h1.lower(), document.title.lower()
    for node in document.tree.css(NAMED)[:MAX_NAMED] if heading else ():
        text = squeeze(node.text()[: 4 * MAX_BRAND], 2 * MAX_BRAND)
        named = _holds(heading, text.lower()) or title.startswith(f"{text.lower()} ")
        fits = 1 < len(text) <= MAX_BRAND and text.lower() != heading and named
        if fits and not stands_elsewhere(node):
            draft.put("brand", text, path_of(node))
            return
    if brand := _counted(document, heading):
        draft.put("brand", brand, "item_brand")


def _holds(heading: str, brand: str) -> bool:
    """Whether a heading holds a brand as words of their own."""
    return re.search(rf"(?<!\w){re.escape(brand)}(?!\w)", heading) is not None


def _counted(document: Document, heading: str) -> str:
    """The brand of the object whose name is that of the heading."""
    for script in document.scripts:
        raw = script.raw if script.size <= MAX_SCRIPT else b""
        if b"brand" not in raw or not any(word in raw for word in COUNTED):
            continue
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
