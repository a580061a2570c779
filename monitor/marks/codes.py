"""Model numbers and codes, in which short marks come up by chance: X50NY-2, C4S10, PU-MA4."""

import re

from monitor.marks.lexicon import lexicon
from monitor.marks.text import Span

LINKS = tuple("-./_")
NUMBER = re.compile(r"(\d)(?!\1)\d")


def holds(span: Span) -> bool:
    """Whether a span with digits in it is a code or a piece of one.

    A code goes on behind a hyphen or a point; or it is a whole word in capitals, and has a number of several digits or
    more of them than letters.
    """
    text, start, end = span.reading.text, span.start, span.end
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if (before[-1:] in LINKS and before[:1].isalnum()) or (after[:1] in LINKS and after[1:].isalnum()):
        return True
    if before[-1:].isalpha() or after[:1].isalpha():
        return False
    digits = sum(map(str.isdigit, span.text))
    return span.text.isupper() and (bool(NUMBER.search(span.text)) or 2 * digits > len(span.text))


def is_named(span: Span) -> bool:
    """Whether the word before says that a code follows: "model V31M0-RA", "part no. KANT-3R0"."""
    before = span.reading.text[: span.start].split()
    return bool(before) and before[-1].casefold().strip(":.#") in lexicon().codes


def ends_in_number(span: Span) -> bool:
    """Whether a span in capitals that is cut by a sign ends in a number or goes on with one, as codes do."""
    text, end = span.reading.text, span.end
    cut = span.text.isupper() and "-" in span.text
    return cut and (span.text[-1].isdigit() or text[end : end + 1].isdigit())
