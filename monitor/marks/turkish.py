"""The two letters i of a Turkish keyboard, and whether a text is Turkish."""

import re

from monitor.marks.lexicon import lexicon, normal

DOTTED, DOTLESS = "İ", "ı"
DOT_ABOVE = "\u0307"
"""What is left above an i where İ was made small."""
LETTERS = re.compile(r"[ğşəĞŞƏİ]")
"""Letters of Turkish and Azerbaijani, without ı, by which an i may be hidden, and without those of other languages."""
WORD = re.compile(r"[^\W\d_]+")


def is_turkish(text: str, start: int, end: int) -> bool:
    """Whether a text is Turkish by what stands around the place from `start` to `end`: its letters or its words."""
    around = f"{text[:start]} {text[end:]}"
    return bool(LETTERS.search(around)) or not lexicon().turkish.isdisjoint(WORD.findall(normal(around)))
