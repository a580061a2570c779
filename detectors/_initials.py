"""A mark of which only the first letter is written, as sellers of copies do in Chinese: K家手表, N牌运动鞋."""

import re
from collections.abc import Sequence

from detectors._sentences import field_name, shown
from detectors._text_flags import text_flag
from detectors.base import Subject
from monitor.brands import Brand
from monitor.marks import CounterfeitWords
from monitor.products import WholeGoods
from monitor.records import Evidence, Flag

ABBREVIATED = 30
INITIAL = re.compile(r"(?<![A-Za-z0-9])(?P<letter>[A-Za-z])\s?(?:家|牌)(?![具居电電用庭长長])")
"""A letter with "house" or "brand" behind it, and no word that begins with that sign: 家具 is furniture."""


def initials(title: str) -> Sequence[re.Match[str]]:
    """Where letters stand in a title for a brand."""
    return () if title.isascii() else tuple(INITIAL.finditer(title))


def abbreviated(
    subject: Subject, brand: Brand, letters: Sequence[re.Match[str]], words: CounterfeitWords, goods: WholeGoods
) -> Flag | None:
    """Goods of the brand's kind under its first letter, beside words of counterfeiting; one letter alone says nothing.

    That is asked where no mark of the brand stands and its kind of goods is known, of sellers who are not authorised.
    `letters` are those of the title that `initials` tells.
    """
    title = subject.listing.title
    found = next(
        (
            (one, mark)
            for one in letters
            for mark in brand.word_marks
            if mark[:1].isascii() and mark[:1].lower() == one["letter"].lower()
        ),
        None,
    )
    known = brand.products or any(mark.classes for mark in brand.trademarks)
    if found is None or not known or subject.mentions.get(brand.slug) or subject.standing(brand).authorized:
        return None
    named = goods.named_in(title)
    said = [
        (field, suspicion)
        for field, text in (("title", title), ("description", subject.listing.description))
        for suspicion in (words.find(text) if named else ())
    ]
    if not said:
        return None
    (place, mark), (field, suspicion) = found, said[0]
    return text_flag(
        brand,
        ABBREVIATED,
        "abbreviated",
        f'The title names "{shown(place[0])}", which may be short for the mark "{mark}" and for others, with goods of '
        f'the brand\'s kind ("{min(named)}"), and {field_name(field).lower()} says "{shown(suspicion.text)}".',
        [
            Evidence(field="title", observed=place[0], expected=mark, span=place.span(), asset=mark),
            Evidence(field=field, observed=suspicion.text, span=(suspicion.start, suspicion.end), asset=mark),
        ],
    )
