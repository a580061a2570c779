"""Words that make of an amount one that not everybody pays, of `for_some.toml`."""

import re
from functools import lru_cache

from monitor.pages.said import words

LABELS, WITH, ORDERS = ("|".join(words("for_some", name)) for name in ("labels", "with", "orders"))
BEFORE = f"{LABELS}|{WITH}"
AFTER = rf"{WITH}|\w{{0,6}}(?:{LABELS})$"
_anywhere = re.compile(rf"(?:{BEFORE})", re.IGNORECASE)
_begins = re.compile(rf"(?:{WITH})", re.IGNORECASE)
_order = re.compile(rf"(?:{ORDERS})", re.IGNORECASE)
_whole = re.compile(rf"\w{{0,6}}(?:{LABELS})", re.IGNORECASE)


@lru_cache(maxsize=4_096)
def names_some(text: str) -> bool:
    """Whether a text names such people anywhere."""
    return bool(_anywhere.search(text))


def names_an_order(text: str) -> bool:
    """Whether a text names what is ordered at once at least."""
    return bool(_order.search(text))


def begins_with_some(text: str, *, last: bool) -> bool:
    """Whether the text behind an amount begins with such words, or is a label of it where nothing follows (`last`)."""
    if text.endswith((":", "：")):
        return False
    return bool(_begins.match(text) or (last and _whole.fullmatch(text)))
