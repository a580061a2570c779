"""Pieces of a title that rules take for what one unit holds, though its name and the title both say what that is.

"Notebook 60 sheets, pack of 10 pcs" of a notebook of 60 sheets is ten notebooks: the sheets are the content, so the
pieces are none. A volume is one unit's too; a weight may be that of all pieces together, and says nothing here.
"""

import re
from collections.abc import Iterator

from monitor.products.asides import without_asides
from monitor.products.counting import AHEAD, CONTENTS, OF_OR_WITH, OUTER, SHEETS, WHOLES
from monitor.products.lazy import lazily
from monitor.products.numerals import MOST, beginning
from monitor.products.offered import sold_singly
from monitor.products.packs import Pack
from monitor.products.sized import MEASURED, smallest
from monitor.products.thresholds import without_thresholds
from monitor.products.unread import LOOSE, PACKS
from monitor.products.words import fold

PIECES = lazily(
    rf"(?P<pack>(?<!\w)(?:{PACKS}|{AHEAD.either}|{OUTER.either})\.?\s(?:(?:{OF_OR_WITH.either})\s)?)?"
    rf"(?<![\w.,/*×-])(?P<many>\d{{1,3}})\s?(?:{LOOSE})(?!\w)"
)
COUNTED = re.compile(r"(?<![\w.,/-])(\d{1,4})\s?([^\W\d_]{3,})")
DIGITS = re.compile(r"\d+")
LEAST_OF_A_BOTTLE = 200
"""Millilitres: less may be a dose."""


def open_count(title: str, name: str) -> Pack | None:
    """The units that pieces make, or the question whether they do; None where nothing is left open."""
    text = fold(title)
    found = PIECES.search(text)
    if found is None or found["many"] in DIGITS.findall(name):
        return None
    text, own = fold(without_asides(without_thresholds(beginning(title)))), fold(name)
    found = PIECES.search(text)
    if found is None or not 1 < int(found["many"]) <= MOST or WHOLES.within_text(text):
        return None
    counts, volumes = set(_counts(own)) & set(_counts(text)), set(_volumes(own)) & set(_volumes(text))
    if not counts and not volumes:
        return None
    bottles = any(volume >= LEAST_OF_A_BOTTLE for volume in volumes)
    said = found[0].strip()
    if found["pack"] and (bottles or (counts and sold_singly(text))):
        return Pack(units=int(found["many"]), text=said)
    return Pack(problem=f'"{said}" in the title may or may not be a number of units')


def _counts(text: str) -> Iterator[tuple[str, str]]:
    """The numbers of sheets, tablets and the like."""
    return ((found[1], found[2]) for found in COUNTED.finditer(text) if SHEETS.has(found[2]) or CONTENTS.has(found[2]))


def _volumes(text: str) -> Iterator[float]:
    for found in MEASURED.finditer(text):
        size, unit = smallest(found)
        if unit == "ml":
            yield float(size)
