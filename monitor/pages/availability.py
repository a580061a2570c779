"""Whether the goods can be bought, as the page shows it."""

import re

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, squeeze
from monitor.pages.marks import around, hides, marks_in, names_of
from monitor.pages.words import AVAILABILITY_CODES, availability_of
from monitor.records import Availability

ENGLISH = ("availab", "stock", "sold-out", "soldout")
WORDS = {"de": "verfuegbar", "fr": "disponib", "it": "disponib", "es": "disponib", "pt": "disponib"}
STATE_IN_NAME = re.compile(r"(?:^|[-_\s])(in-?stock|out-?of-?stock|sold-?out|unavailable)(?:$|[-_\s])", re.IGNORECASE)
BADGE = re.compile(r"badge[\w-]*sold-?out|sold-?out[\w-]*badge", re.IGNORECASE)
"""What themes write on every page, for a style to show where all is sold out; the button tells then."""
MAX_ELEMENTS = 60


def read_availability(document: Document) -> tuple[Availability, str] | None:
    """What an element says that is named after availability or stock, and which element; None where none says it."""
    for node in document.named(ENGLISH, WORDS)[:MAX_ELEMENTS]:
        if node.tag in ("body", "html", "form", "input", "select", "option") or _elsewhere(node):
            continue
        if BADGE.search(names_of(node)):
            continue
        text = squeeze(node.text(separator=" "), 300)
        if not text or len(text) > 200:
            continue
        state = availability_of(text)
        if state is None and (says := STATE_IN_NAME.search(names_of(node))):
            state = AVAILABILITY_CODES[re.sub(r"[^a-z]", "", says[1].lower())]
        if state is not None:
            return state, f"page {node.tag} {names_of(node).strip()[:40]}"
    return None


def _elsewhere(node: LexborNode) -> bool:
    """Whether the element is not shown, or stands in a part of the page that speaks of other goods."""
    return any(marks_in(names_of(one)) & 4 or hides(one) for one in around(node, 8))
