"""A bare number in brackets at an end of a title: "(4) spark plugs", "wall hooks, brass (4)"."""

import re
from collections.abc import Iterator

from monitor.products.beside_counts import OF_TYRES, UP_TO
from monitor.products.counting import GOODS, HOLDERS, MEDIA, SINGLY, WHOLES, WORD
from monitor.products.lazy import lazily

BRACKETS = re.compile(r"^\s*[(\[【]|[)\]]\s*$")
FIRST = re.compile(r"^\s*[(\[【]\s?(\d{1,2})\s?[)\]】]\s*(?=[^\W\d])")
LAST = re.compile(r"[^\W_]\s?[(\[]\s?(\d{1,2})\s?[)\]]\s*$")
NAMED = lazily(
    r"(?:pro|max|mini|air|lite|plus|ultra|se|gen\w*|mark|mk|vol\w*|band|series?|part|teil|tome|season|staffel|saison"
    r"|temporada|book|buch|livre|libro|livro|deel|tom|no|nr|nº|type|typ|model\w*|version|edition|class|size|game|jeu)"
    r"\.?\s?[(\[]\s?\d{1,2}\s?[)\]]\s*$",
    re.IGNORECASE,
)
"""Behind these words such a number is part of the name."""
MOST = 24
"""Larger numbers are years, sizes and the like."""


def bracketed(text: str, folded: str) -> Iterator[tuple[int, str, bool]]:
    """Such a number, its words, and whether it certainly counts units: in front of goods that are sold singly."""
    if MEDIA.within_text(folded):
        return
    if (found := FIRST.match(text)) and 1 < int(found[1]) <= MOST:
        first = " ".join(WORD.findall(folded)[1:])
        goods = OF_TYRES.search(text) or GOODS.within_text(first) or SINGLY.within_text(first)
        sets = WHOLES.within_text(folded) or HOLDERS.within_text(folded)
        yield int(found[1]), found[0].strip(), bool(goods and not sets)
    last = LAST.search(text)
    if last and 1 < int(last[1]) <= MOST and not NAMED.search(text) and not UP_TO.search(text[: last.start(1) - 1]):
        yield int(last[1]), text[last.start() + 1 :].strip(), False
