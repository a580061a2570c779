"""Whether a description says of these goods that they are used or not whole, where the title says nothing.

Shops write about used goods too: what cannot be returned, what else they sell, what goods look like after cleaning. So
only a sentence that says it of the goods themselves counts, and none with a word of such rules; what somebody tells of
himself and his family ("we used this for our daughter") is said of no goods that a shop has. Which words is data, in
`described.toml`. A description is no title: what it says keeps a price from being judged, and is told, and what
the list says of who sells such goods is a note; it excuses nothing that the text says of the mark.
"""

import re

from monitor.products.lazy import lazily
from monitor.products.phrases import tables
from monitor.products.wear import is_denied
from monitor.products.words import fold
from monitor.records import Listing

RATED = re.compile(
    r"\b(?:(?:test\w*sieger|\w*test|\w*urteil|note|rated|rating|bewertung|noté|nota|voto)[\W\d]*"
    r"|(?:tested|geprüft|getestet):? ?)$"
)
"""Before what a test or a taste rated: "Testurteil: sehr gut", "Warentest 2024 gut"."""
SAYS = tables("described.toml", {"last": r"(?=[!)\] ]*$)"})
SHOP = SAYS.pop("of_the_shop")
PERSONAL, USED, MAYBE, GRADED = "personal", "used", "maybe_used", "graded"
IN_TITLE = "maybe_in_title"
MEANINGS = {
    PERSONAL: "says that the goods are used",
    USED: "says that the goods are used",
    "not_whole": "says that something is missing",
}
SENTENCE = lazily(r"(?<=[.!?。!?])\s*(?=\S)|[\n\r•|;]+")
MOST_READ = 2000
"""So many signs of a description are read: who sells used goods says so at once."""
NEW = lazily(
    r"\b(?:new|neu(?:ware)?|neuf|neuve|nuev[oa]|nuov[oa]|nov[oa]|nieuw|now[yae]|новый|sealed|unused|unbenutzt)\b"
    r"|全新|未使用|未拆|新品|未開封",
    re.IGNORECASE,
)


def described(listing: Listing) -> str:
    """Why the goods may not be new and whole, by a sentence of the description; "" if it says nothing of that."""
    for sentence in _sentences(listing):
        for kind, meaning in MEANINGS.items():
            if said := _said(sentence, kind):
                return f'"{said}" in the description {meaning}, so the price is not held against new ones'
    return ""


def said_used(listing: Listing) -> str:
    """The words of the description that say that the goods are used; "" if it says nothing of that."""
    return next((s for one in _sentences(listing) for kind in (PERSONAL, USED) if (s := _said(one, kind))), "")


def may_be_used(listing: Listing) -> str:
    """What leaves open whether the goods are new, by the title or a sentence of the description; or ""."""
    if NEW.search(listing.title):
        return ""
    graded = SAYS[GRADED].search(fold(listing.title))
    if graded and not RATED.search(graded.string[: graded.start()]):
        return f'"{graded[0]}" in the title may be a grade of used goods, so that a person has to look'
    if hint := SAYS[IN_TITLE].search(fold(listing.title)):
        return f'"{hint[0]}" in the title may be said of used goods, so that a person has to look'
    said = next((said for sentence in _sentences(listing) if (said := _said(sentence, MAYBE))), "")
    return f'"{said}" in the description may be said of used goods, so that a person has to look' if said else ""


def _sentences(listing: Listing) -> list[str]:
    """The sentences of a description, folded; none where the title says that the goods are new."""
    if not listing.description or NEW.search(listing.title):
        return []
    return [one.strip() for one in SENTENCE.split(fold(listing.description[:MOST_READ])) if one and not one.isspace()]


def _said(sentence: str, kind: str) -> str:
    """The words of a kind that a sentence says of these goods."""
    for found in SAYS[kind].finditer(sentence):
        if not is_denied(found) and (kind in {PERSONAL, MAYBE} or SHOP.search(sentence) is None):
            return found[0].strip(" ,;–-")
    return ""
