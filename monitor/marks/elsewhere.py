"""Where a text speaks of what else its seller has, or of whose a mark is: "we also sell", "is a trademark of"."""

import re
from functools import cache

from monitor.marks.excuses import apart
from monitor.marks.keys import Keys
from monitor.marks.lexicon import lexicon, normal

REACH = 160
"""So many characters before and behind a mark are read as its sentence."""
STOP = re.compile(r"[.!?](?=\s|$)|[。！？\n]")


def told_elsewhere(text: str, start: int, end: int) -> str:
    """The phrase by which the sentence of a mark, from `start` to `end`, speaks of other goods, or an empty string."""
    said = normal(sentence_of(text, start, end))
    return next((said[first:last] for first, last, _ in apart(_phrases(), said)), "")


def sentence_of(text: str, start: int, end: int) -> str:
    """The sentence around what stands from `start` to `end`."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    return STOP.split(before)[-1] + text[start:end] + STOP.split(after, maxsplit=1)[0]


@cache
def _phrases() -> Keys[bool]:
    return Keys(dict.fromkeys(sorted(lexicon().elsewhere), True))
