"""Specification tables: names and values that a page sets out as such."""

from collections.abc import Set
from itertools import takewhile

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.fields import field_of
from monitor.pages.marks import around, flags_of

EDGES = " :–-\u200e\u200f\u202a\u202b\u202c"
MAX_ROWS = 400
MAX_ATTRIBUTES = 150
STEPS = 12
OF_ONE_PRODUCT = frozenset(["gtin", "mpn", "sku", "reference"])
"""What is never taken from a part of the page that speaks of other goods."""


def read_tables(document: Document) -> tuple[dict[str, str], frozenset[str]]:
    """What rows of tables and definition lists say, by name, in page order, and the numbers of other goods there.

    The first of a name counts.
    """
    found: dict[str, str] = {}
    others: set[str] = set()
    above = document.above
    for row in document.by_tag["tr"][:MAX_ROWS]:
        cells = [cell for cell in row.iter() if cell.tag in ("th", "td")]
        if len(cells) == 2 or (len(cells) == 4 and cells[2].tag == "th"):
            for name, value in zip(cells[::2], cells[1::2], strict=True):
                _note(found, name.text(separator=" "), value.text(separator=" "), row, above, others)
    for one in document.by_tag["dt"][:MAX_ROWS]:
        other = one.next
        while other is not None and other.tag == "-text":
            other = other.next
        if other is not None and other.tag == "dd":
            _note(found, one.text(separator=" "), other.text(separator=" "), one, above, others)
    for entry in document.by_tag["li"][:MAX_ROWS]:
        text = entry.text(separator=" ")
        if ":" in text[:60] and len(text) < 300:
            label, _, rest = text.partition(":")
            _note(found, label, rest, entry, above, others)
    return found, frozenset(others)


def _note(found: dict[str, str], name: str, value: str, node: LexborNode, above: Set[int], others: set[str]) -> None:
    name, value = squeeze(name, 100).strip(EDGES), squeeze(value, 500).strip(EDGES)
    if 1 < len(name) <= 60 and value and len(value) < 400 and len(found) < MAX_ATTRIBUTES:
        if field_of(name) in OF_ONE_PRODUCT and _speaks_of_others(node, above):
            others.add(value)
        else:
            found.setdefault(name, value)


def _speaks_of_others(node: LexborNode, above: Set[int]) -> bool:
    """Whether a row stands in a part of the page that is named after other goods."""
    own = takewhile(lambda one: one.mem_id not in above, around(node.parent, STEPS))
    return any(flags_of(one) & 4 for one in own)
