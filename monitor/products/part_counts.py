"""Counts of what one thing has: "fan with a set of 5 blades", "wardrobe 2 x doors"."""

import re

from monitor.products.counting import AHEAD, CONTAINERS, GOODS, PARTS, SINGLY, head_is_goods

NAMED = re.compile(r"\s[^\W\d]{3,}")
"""A word that may name the goods."""
THEN = re.compile(r"\s*([^\W\d_]+)(?=(\s+[^\W\d_]+)?)")
"""A word, and the one after it."""
PORTS = re.compile(
    r"\s*(?:usb-[ac]|hdmi|displayport)(?!\S*\W*\w*(?:cable|kabel|câble|cavo|cavi|cabo|кабел|stick|hub|adapt|charg|lad))",
    re.IGNORECASE,
)
"""Sockets of a device, unless cables for them are counted."""
MEASURE = 2
"""Words of so few letters are measures."""
TIMES_SIGN = re.compile(r"\s?[x×]?\s*", re.IGNORECASE)


def of_parts(found: re.Match[str], text: str) -> bool:
    """Whether a count ("fan with a set of 5", "2 x") is of parts of what the title named before: blades, doors.

    Where the part was named before too, it may be what is sold; and where the title begins with goods that are sold
    singly, only the very next word is read.
    """
    before = text[: found.start()].casefold()
    following = THEN.match(text, found.end()) if found.groups() else None
    counts = following and TIMES_SIGN.fullmatch(text, found.end(1), found.end()) and NAMED.search(f" {before}")
    if not following or not counts or AHEAD.has(found[0][: found.start(1) - found.start()].strip(" .:=").casefold()):
        return False
    first, second = following[1].casefold(), (following[2] or "").strip().casefold()
    if second and f"{first}s" in PARTS.words:  # "set of 2 floor lamps"
        return False
    part = second if second and _is_plain(first) and not head_is_goods(before) else first
    of_part = len(part) > MEASURE and part in PARTS.words and part not in before
    return of_part or PORTS.match(text, found.end()) is not None


def _is_plain(word: str) -> bool:
    """Whether a word names neither parts nor goods, and may say how what follows is: "recline positions"."""
    return word not in PARTS.words and not any(kind.has(word) for kind in (GOODS, SINGLY, CONTAINERS))
