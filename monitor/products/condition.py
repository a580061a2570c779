"""Whether a listing sells new goods: titles say it where the field of the page is left at its default.

The words that say so are data, in `condition.toml`.
"""

import re

from monitor.products.phrases import tables
from monitor.products.uncertain import MEANINGS
from monitor.products.words import fold
from monitor.records import Availability, Condition, Listing

KINDS = tables("condition.toml") | {"packaging": MEANINGS["packaging alone"]}
"""An empty box is no new good: its price says nothing of the goods that it held."""
REMEDIES = KINDS.pop("remedies")
"""Goods made against marks speak of them."""
DENIED = re.compile(
    r"(?:\b(?:not|never|no|non|nie|nicht|kein|keine|keinerlei|ohne|jamais|pas|nunca|mai|nooit|niet|geen|nigdy|nie|не|без|aldrig|ej|inte|inga|hiç|bez"
    r"|isn't|un|without|sans|sin|sem|senza|zonder|utan|uden|uten|ei|nem|fără)"
    r"[ -]?|[非不无無未]|不是|未使用|没有?)$"
)
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
    folded = fold(text)
    for name, kind in KINDS.items():
        for found in kind.finditer(folded):
            denied = DENIED.search(folded[max(0, found.start() - 12) : found.start()])
            if not denied and not (name == "marked" and REMEDIES.search(folded)):
                return found[0]
    return ""


def sells_new(listing: Listing) -> bool:
    """Whether new goods are offered that can be bought: only their prices are judged and compared."""
    gone = listing.availability in {Availability.OUT_OF_STOCK, Availability.DISCONTINUED}
    return not gone and not not_new(listing)
