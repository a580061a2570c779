"""Of the prices of variants that one chooses between by buttons, the one of that which is chosen."""

import re
from collections import defaultdict

from selectolax.lexbor import LexborNode

from monitor.pages.document import Document, attribute, squeeze
from monitor.pages.marks import around
from monitor.pages.said import words
from monitor.pages.shown import OF_OTHERS, Shown, may_be_asked

RADIO = "input[type=radio]"
MAX_RADIOS, MAX_LABEL, STEPS = 100, 300, 5
SUBSCRIBES = re.compile("|".join(words("variants", "subscribes")), re.IGNORECASE)
"""What makes of a choice one between buying once and again and again, of which the lower is not for everybody."""


def put_behind_chosen(found: list[tuple[Shown, LexborNode]], document: Document) -> None:
    """Put the amounts in the labels of variants that are not chosen behind the one of the chosen."""
    radios = document.tree.css(RADIO)[:MAX_RADIOS]
    if not any("checked" in radio.attributes for radio in radios):
        return
    by_id = {own: radio for radio in radios if (own := attribute(radio, "id"))}
    groups: dict[str, list[tuple[Shown, bool]]] = defaultdict(list)
    for shown, node in found:
        label = next((one for one in around(node, STEPS) if one.tag == "label"), None)
        radio = (label.css_first(RADIO) or by_id.get(attribute(label, "for"))) if label is not None else None
        if label is None or radio is None or not may_be_asked(shown):
            continue
        name = attribute(radio, "name")
        said = f"{name} {attribute(radio, 'value')} {squeeze(label.text(separator=' '), MAX_LABEL)}"
        if SUBSCRIBES.search(said):
            return
        groups[name].append((shown, "checked" in radio.attributes))
    for group in groups.values():
        if sum(is_chosen for _, is_chosen in group) == 1:
            for shown, is_chosen in group:
                shown.score -= 0.0 if is_chosen else OF_OTHERS
