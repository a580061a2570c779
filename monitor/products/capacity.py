"""Numbers of cups and loaves that a machine or a pot makes or holds: "coffee maker 1.25 l 10 cups" is one.

What makes them, and how they are counted, are data in `counting.toml`.
"""

import re

from monitor.products.counting import BREWERS, CONTAINERS, FOR, GOODS, HOLDERS, SERVED, SERVINGS, WITH, WORD
from monitor.products.lazy import lazily
from monitor.products.reading import Reading

LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)\W*$")
FITS = lazily(rf"(?<!\w)(?:{FOR.either}|compatible|passend)(?!\w)", re.IGNORECASE)
BESIDE = lazily(rf"(?:(?<!\w)(?:{WITH.either}|and|und|et|y|e|en|i|и|och|ve)|[+&])\W*$", re.IGNORECASE)
"""What joins the cups to what makes them: they come along."""
NEXT = 3
"""So many words behind a number in front may name what makes so many: "10 cups drip coffee maker"."""
LITRE = r"\s?(?:l|lt|ltr|lit(?:er|re)s?|litros?|litri|л|литра?)"
LARGE = re.compile(
    rf"(?<![\d.,])(?:(?:[1-9]|0[.,][6-9]|[1-9]\d?[.,]\d{{1,2}})\d?{LITRE}|(?:[6-9]\d\d|[12]\d{{3}})\s?(?:ml|мл))(?!\w)",
    re.IGNORECASE,
)
"""More than one cup holds, but what a pot does."""
LITRES = re.compile(rf"(?<![\d.,])[1-9]\d?(?:[.,]\d{{1,2}})?{LITRE}(?!\w)", re.IGNORECASE)
"""More than a glass or a plate holds."""


def capacity(said: str, start: int, text: str) -> Reading | None:
    """Whether words that count cups or loaves in a title say what one thing makes or holds; None where they do not."""
    noun = LAST_WORD.search(said)
    named = noun[1].casefold() if noun else ""
    before, behind = text[:start].casefold(), text[start + len(said) :].casefold()
    if SERVINGS.has(named):
        return _brewed(before, behind) or (Reading.DOUBT if LARGE.search(text) and named not in before else None)
    made = BREWERS.within_text(before)
    jars = named in CONTAINERS.words and not made
    if not before.strip() or named in before or named not in GOODS.words or jars:
        return None
    filled = named in SERVED.words and (made or LITRES.search(text))
    return Reading.DOUBT if filled or HOLDERS.within_text(before) else None


def _brewed(before: str, behind: str) -> Reading | None:
    """What a number of cups is beside the name of what makes them; None where none is named."""
    if BREWERS.within_text(before):
        makes_it = BREWERS.within_text(FITS.split(before)[0]) and not BESIDE.search(before)
        return Reading.CONTENT if makes_it else Reading.DOUBT
    following = " ".join(WORD.findall(behind)[:NEXT])
    return Reading.CONTENT if BREWERS.within_text(following) and not FITS.search(following) else None
