"""Whether a listing sells new goods: titles say it where the field of the page is left at its default.

The words that say so are data, in `condition.toml`.
"""

import re

from monitor.products.uncertain import CONDITIONS, MEANINGS
from monitor.products.words import fold
from monitor.records import Availability, Condition, Listing

KINDS = CONDITIONS | {"packaging": MEANINGS["packaging alone"]}
"""An empty box is no new good: its price says nothing of the goods that it held."""
REMEDIES = KINDS.pop("remedies")
"""Goods made against marks speak of them."""
DENIED = re.compile(
    r"(?:\b(?:not|never|no|non|nie|nicht|kein|keine|keinerlei|ohne|jamais|pas|nunca|mai|nooit|niet|geen|nigdy|nie|не|без|aldrig|ej|inte|inga|hiç|bez"
    r"|isn't|un|without|sans|sin|sem|senza|zonder|utan|uden|uten|ei|nem|fără)"
    r"[ -]?|[非不无無未]|不是|未使用|没有?)$"
)
MADE_FOR = re.compile(
    r"\b(?:for|für|voor|dla|для|för)\s(?:[^\W\d]+,?\s(?:and|or|und|oder|en|of|i|lub|и|или|och|eller|&)\s)?$"
)
"""What goods are for: "tools for used and broken watches"."""
GOODS_NEXT = re.compile(
    r"\w*\s(?:(?:and|or|und|oder|en|of|i|lub|и|или|och|eller|&)\s)?"
    r"(?!condition|zustand|state|parts|spares|ersatzteile|onderdelen|części|запчаст|reservdelar|very|good|gut|sehr|goed|dobr)[^\W\d]{3}"
)
BOOK = re.compile(
    r"\b(?:an? |eine? |une? |een )?"
    r"(?:novel|memoir|thriller|roman|krimi|romanzo|novela|romance|powieść|kryminał|роман|детектив)"
    r"\b(?:\s(?:by|von|de|di|van|par|av|od)\s[^\W\d]|,|\s?[(|]|\s?$)"
)
"""What kind of book a title names, behind the book's name, and whose."""
SEPARATED = re.compile(r"\s[-–—|]\s|[:»”\"]\s")
GUIDE = re.compile(r"(?:^|[\s(])(?:ratgeber|poradnik|guide to)\s$")
SAYING = re.compile(
    r"(?<!\w)['‘\"“„«]\s?(?:[A-ZÀ-Þ][^\W\d]*(?:['’][^\W\d]+)?,? ){3,}[A-ZÀ-Þ][^\W\d]*[.!?]?\s?['’\"”“»](?!\w)"
)
"""A name of four words and more, with capitals, in quotation marks."""
NAMED_CONDITION = frozenset(
    [
        *(
            "condition",
            "zustand",
            "état",
            "etat",
            "estado",
            "condizione",
            "condizioni",
            "staat",
            "stan",
            "состояние",
            "skick",
            "durum",
            "durumu",
        ),
        *("成色", "新旧程度", "商品の状態", "状態"),
    ]
)


def not_new(listing: Listing) -> str:
    """What says that the goods are not new: the condition as read, or words of the title; else an empty string.

    "Never used" says the opposite; an attribute named condition (Zustand, 成色) counts like the title.
    """
    if listing.condition is not Condition.NEW:
        return f"condition {listing.condition}"
    if found := _said(listing.title):
        return f'"{found}" in the title'
    for name, value in listing.attributes.items():
        if fold(name).strip() in NAMED_CONDITION and (found := _said(value)):
            return f'"{found}" in the attribute {name}'
    return ""


def _said(text: str) -> str:
    folded = fold(SAYING.sub(" ", text))
    for name, kind in KINDS.items():
        for found in kind.finditer(folded):
            denied = DENIED.search(folded[max(0, found.start() - 12) : found.start()])
            if not denied and not (name == "marked" and REMEDIES.search(folded)) and not _of_other(found, folded):
                return found[0]
    return ""


def _of_other(found: re.Match[str], folded: str) -> bool:
    """Whether such words say what goods are for, or stand in a saying or in the name of a book."""
    before, after = folded[: found.start()], folded[found.end() :]
    if MADE_FOR.search(before) and GOODS_NEXT.match(after):
        return True
    guided = GUIDE.search(before)
    if guided and (after[:1].isalpha() or (guided[0].endswith("to ") and GOODS_NEXT.match(after))):
        return True
    parted = SEPARATED.search(after)
    book = BOOK.match(after, parted.end()) if parted and not SEPARATED.search(before) else None
    return book is not None and not SEPARATED.search(after, book.end())


def sells_new(listing: Listing) -> bool:
    """Whether new goods are offered that can be bought: only their prices are judged and compared."""
    gone = listing.availability in {Availability.OUT_OF_STOCK, Availability.DISCONTINUED}
    return not gone and not not_new(listing)
