"""What sites call the states of goods and offers, in the languages of the big marketplaces."""

import re
from functools import lru_cache

from monitor.pages.said import words
from monitor.records import Availability, Condition

AVAILABILITY_CODES = {
    "instock": Availability.IN_STOCK,
    "instoreonly": Availability.IN_STOCK,
    "onlineonly": Availability.IN_STOCK,
    "limitedavailability": Availability.IN_STOCK,
    "madetoorder": Availability.IN_STOCK,
    "available": Availability.IN_STOCK,
    "true": Availability.IN_STOCK,
    "yes": Availability.IN_STOCK,
    "1": Availability.IN_STOCK,
    "outofstock": Availability.OUT_OF_STOCK,
    "soldout": Availability.OUT_OF_STOCK,
    "reserved": Availability.OUT_OF_STOCK,
    "unavailable": Availability.OUT_OF_STOCK,
    "notavailable": Availability.OUT_OF_STOCK,
    "oos": Availability.OUT_OF_STOCK,
    "false": Availability.OUT_OF_STOCK,
    "no": Availability.OUT_OF_STOCK,
    "0": Availability.OUT_OF_STOCK,
    "preorder": Availability.PREORDER,
    "presale": Availability.PREORDER,
    "backorder": Availability.PREORDER,
    "comingsoon": Availability.PREORDER,
    "discontinued": Availability.DISCONTINUED,
}
"""The last step of a schema.org URL, or the code of a shop's data, in lower case and without anything but letters."""


PARTED = r"[^\W\u2e80-\uffef]"
"""A letter of a script that parts words."""


def _states() -> list[tuple[re.Pattern[str], Availability]]:
    """What says each state in any language, in the order in which they count."""
    names = {
        "out": Availability.OUT_OF_STOCK,
        "ended": Availability.DISCONTINUED,
        "before": Availability.PREORDER,
        "there": Availability.IN_STOCK,
    }
    return [(re.compile("|".join(words("states", name))), state) for name, state in names.items()]


STATES = _states()


def _ahead() -> tuple[str, str]:
    """What may stand before the words for a state, in scripts that part words, and in those that do not."""
    known = words("states", "ahead")
    parted, joined = (
        "|".join(word for word in known if any(sign > "\u2e80" for sign in word) is cjk) for cjk in (False, True)
    )
    return rf"(?:{parted})\W{{1,3}}", rf"(?:(?:{joined})\W{{0,3}}){{1,2}}"


AHEAD, AHEAD_JOINED = _ahead()
BEHIND_JOINED = rf"(?:{'|'.join(words('states', 'behind'))}){{0,2}}"
"""What may end a text behind the words for a state in scripts that do not part words."""
JOINED = [(re.compile(rf"{AHEAD_JOINED}(?:{said.pattern}){BEHIND_JOINED}\W*"), state) for said, state in STATES]
"""What says in such a script each state and nothing else, behind what may stand before it."""


def _alone() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says in any language that goods are sold out, and that they are there, and nothing else."""
    out, there = ("|".join(words("states", name)) for name in ("out", "there"))
    return (
        re.compile(rf"(?:{AHEAD}|{AHEAD_JOINED})?(?:{out})(?:{BEHIND_JOINED}|{PARTED}{{0,8}})\W*"),
        re.compile(rf"(?:\w{{4,20}} )?(?:{there})\w{{0,2}}(?:\W*|\s?[,.;(!–-].*)"),
    )


SOLD_OUT, THERE = _alone()

BIDS = re.compile(
    r"\b\d+ (?:bids?|gebote?|enchères?|pujas?|biedingen|lances?|bud)\b|\d+ ?件?入札|入札 ?\d+", re.IGNORECASE
)
"""How often was bid on what is auctioned."""

CONDITION_CODES = {
    "newcondition": Condition.NEW,
    "usedcondition": Condition.USED,
    "refurbishedcondition": Condition.REFURBISHED,
    "damagedcondition": Condition.DAMAGED,
}
DAMAGED = re.compile(
    r"for parts|not working|damaged|defekt|als ersatzteil|ersatzteile|pour pièces|per parti|no funciona"
    r"|para repuestos|на запчасти"
    r"|(?:with|has) (?:\w+ )?(?:defects?|faults?|imperfections)\b"
    r"|mit (?:\w+ )?(?:mängeln?|fehlern?|defekt)\b|(?:avec|présente) (?:\w+ )?défauts?\b"
    r"|con (?:\w+ )?(?:defectos?|taras?|desperfectos?|difett[oi])\b|com (?:\w+ )?defeitos?\b"
    r"|met (?:\w+ )?(?:gebreken|gebrek)\b|z wad(?:ami|ą)|с дефект|有瑕疵|有缺陷|難あり|訳あり",
    re.IGNORECASE,
)
FAULTLESS = re.compile("|".join(words("states", "faultless")), re.IGNORECASE)
"""What denies faults, speaks of those that may come, or of something else by their name."""
OTHERWISE_NEW = re.compile(
    r"\b(?:new|neu|neuf|neuve|nuevo|nuovo|novo|nieuw|now[yae])\b[\s,:–-]{1,3}"
    r"\(?(?:other|sonstige[rs]?|autres?|otros?|altro|outros?|anders?|overige?|inn[yae])\)?\s*(?:[(（]|$)",
    re.IGNORECASE,
)
"""The grade of a marketplace for what is new, but opened, without its packing or of second choice.

That one should see the description says nothing of the goods.
"""
REFURBISHED = re.compile(
    r"refurbish|renewed|generalüberholt|erneuert|aufbereitet|reconditionn|ricondizionat|reacondicionad"
    r"|recondicionad|recertified"
    r"|восстановлен|翻新|整備済",
    re.IGNORECASE,
)
USED = re.compile(
    r"\bused\b|pre-?owned|second ?hand|open box|gebraucht|d'occasion|occasion\b|\busato\b|segunda mano"
    r"|\busad[oa]\b|tweedehands"
    r"|begagnad|brugt|używan|б/у|二手|中古|중고|like new|very good condition|good condition",
    re.IGNORECASE,
)
NEW = re.compile(r"\bnew\b|\bneu\b|\bneuf\b|\bnuovo\b|\bnuevo\b|\bnovo\b|nieuw|\bnowy\b|новый|全新|新品", re.IGNORECASE)


def availability_of(text: str) -> Availability | None:
    """The state that a code (`http://schema.org/InStock`, `in stock`) or a sentence on the page names, else None."""
    code = re.sub(r"[^a-z0-9]", "", text[-60:].rsplit("/", 1)[-1].lower())
    if code in AVAILABILITY_CODES:
        return AVAILABILITY_CODES[code]
    text = text[:400].lower()
    return next((state for said, state in STATES if said.search(text)), None)


@lru_cache(maxsize=2_000)
def begins_with(text: str) -> Availability | None:
    """The state that a text begins with, or its second word does: `Leider ausverkauft`, and not `S sold out`.

    In scripts that do not part words only what may stand before a state does, where nothing else stands behind it:
    `ただいま品切れ中です`, and not `商品无货到付款`, which denies a way to pay.
    """
    text = text.lower()
    word, _, rest = text.partition(" ")
    beginnings = [text, rest] if len(word) >= 4 else [text]
    state = next((state for said, state in STATES if any(said.match(one) for one in beginnings)), None)
    if state is not None or text.isascii():
        return state
    return next((state for said, state in JOINED if said.fullmatch(text.strip())), None)


@lru_cache(maxsize=2_000)
def says_sold_out(text: str) -> bool:
    """Whether a text says no more than that the goods are sold out: not `Unavailable for delivery`, `Red sold out`."""
    return begins_with(text) is Availability.OUT_OF_STOCK and SOLD_OUT.fullmatch(text.lower().strip()) is not None


@lru_cache(maxsize=2_000)
def says_there(line: str) -> bool:
    """Whether a line says that the goods are there, and is no part of a sentence."""
    return begins_with(line) is Availability.IN_STOCK and THERE.fullmatch(line.lower().strip()) is not None


def condition_of(text: str) -> Condition | None:
    """The condition that a code (`UsedCondition`) or a few words on the page name, else None.

    It is unknown where the words leave open what is not as new: "New other (see details)".
    """
    code = re.sub(r"[^a-z]", "", text[-60:].rsplit("/", 1)[-1].lower())
    if code in CONDITION_CODES:
        return CONDITION_CODES[code]
    text = FAULTLESS.sub(" ", text[:200])
    for pattern, condition in (
        (DAMAGED, Condition.DAMAGED),
        (REFURBISHED, Condition.REFURBISHED),
        (USED, Condition.USED),
        (OTHERWISE_NEW, Condition.UNKNOWN),
        (NEW, Condition.NEW),
    ):
        if pattern.search(text):
            return condition
    return None
