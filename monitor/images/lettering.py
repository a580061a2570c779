"""What logos read, as far as it is the brand's own name or mark: not a slogan, a city or a year beside it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from monitor.brands import Asset, Brand
from monitor.records import Line

SHORT = 3
LEAST, FIRM = 0.8, 0.95
"""How sure the reader must be; and from where he has not slipped."""
LETTERS_A_SLIP = 6
"""A reader may have missed or mistaken one letter in so many."""
SLIPS = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "5": "s", "8": "b"})


def own_words(logo: Asset, names: Iterable[str]) -> tuple[str, ...]:
    """What of a logo's lines is one of the names, or at least the beginning of one, as in a logo that shortens it."""
    wanted = {letters for name in names if len(letters := _letters(name)) >= SHORT}
    texts = [*logo.words, " ".join(logo.words)] if len(logo.words) > 1 else list(logo.words)
    whole = tuple(dict.fromkeys(text for text in texts if _letters(text) in wanted))
    if whole:
        return whole
    return tuple(
        dict.fromkeys(
            text
            for text in texts
            if len(_letters(text)) >= SHORT and any(name.startswith(_letters(text)) for name in wanted)
        )
    )


def own_lines(brand: Brand) -> tuple[Asset, ...]:
    """The brand's logos, each with those of its lines alone that are the brand's own words; or all as one that are."""
    names = (brand.name, *brand.word_marks)
    return tuple(replace(logo, lines=_own(logo, own_words(logo, names))) for logo in brand.logos)


def _own(logo: Asset, own: tuple[str, ...]) -> tuple[Line, ...]:
    whole = " ".join(logo.words)
    if len(logo.lines) < 2 or whole not in own:
        return tuple(line for line in logo.lines if line.text in own)
    lefts, tops, rights, bottoms = zip(*(line.box for line in logo.lines), strict=True)
    box = min(lefts), min(tops), max(rights), max(bottoms)
    return (Line(text=whole, box=box, confidence=min(line.confidence for line in logo.lines)),)


def slipped(text: str) -> str:
    """The letters of a text, those that readers take for each other made one."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(SLIPS)
    return "".join(char for char in folded if char.isalnum()).replace("rn", "m").replace("vv", "w")


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text).casefold() if char.isalnum())
