"""Whether a listing sells new goods: titles say it where the field of the page is left at its default.

The words that say so are data, in `condition.toml`.
"""

from monitor.products.uncertain import MEANINGS
from monitor.products.wear import CONDITIONS, said_of
from monitor.products.words import fold
from monitor.records import Availability, Condition, Listing

KINDS = CONDITIONS | {"packaging": MEANINGS["packaging alone"]}
"""An empty box is no new good: its price says nothing of the goods that it held."""
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
    if found := said_of(KINDS, listing.title):
        return f'"{found}" in the title'
    for name, value in listing.attributes.items():
        if fold(name).strip() in NAMED_CONDITION and (found := said_of(KINDS, value)):
            return f'"{found}" in the attribute {name}'
    return ""


def sells_new(listing: Listing) -> bool:
    """Whether new goods are offered that can be bought: only their prices are judged and compared."""
    gone = listing.availability in {Availability.OUT_OF_STOCK, Availability.DISCONTINUED}
    return not gone and not not_new(listing)
