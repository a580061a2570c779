"""The two letters i of a Turkish keyboard, and whether a text is Turkish."""

import re

from monitor.marks.lexicon import lexicon, normal

DOTTED, DOTLESS = "İ", "ı"
DOT_ABOVE = "\u0307"
"""What is left above an i where İ was made small."""
LETTERS = re.compile(r"[ğşəĞŞƏİ]")
"""Letters of Turkish and Azerbaijani, without ı, by which an i may be hidden, and without those of other languages."""
WORD = re.compile(r"[^\W\d_]+")


def is_lower_case_of(written: str, mark: str) -> bool:
    """Whether letters are those of a mark as Turkish writes them small: I as ı, İ as i, so `Kıvılcım` for KIVILCIM."""
    return _small(written) == _small("".join(filter(str.isalnum, mark)))


def _small(text: str) -> str:
    return text.replace("I", DOTLESS).replace(DOTTED, "i").lower()


def is_turkish(text: str, start: int, end: int) -> bool:
    """Whether a text is Turkish by what stands around the place from `start` to `end`: its letters or its words."""
    around = f"{text[:start]} {text[end:]}"
    return bool(LETTERS.search(around)) or not lexicon().turkish.isdisjoint(WORD.findall(normal(around)))
