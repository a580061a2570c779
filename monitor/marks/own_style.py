"""What style the mark's own goods are of, which likens nothing to them: "borsa <mark> stile anni 70"."""

import re
from collections.abc import Sequence
from functools import cache

from monitor.marks.folding import is_cjk
from monitor.marks.lexicon import lexicon, normal

SHORT = 4
"""Shorter words compare nothing ("in", "di"); up to so long ones may stand between: "simile alla <mark>"."""
DECADE = r"['’]?\d\d(?:\d\d)?"


def says_its_style(cue: str, before: Sequence[str], following: str) -> bool:
    """Whether the word for style right behind a mark opens what style its goods are of; `following` is the raw text.

    The goods stand before the mark there: "<mark> style vintage bag" compares a bag. The manner ends what is said, or
    goes on with a preposition or a size; behind a decade ("stile anni 50") any words may. Chinese words stand apart:
    维尔莫拉风格 is "in the manner of".
    """
    if cue not in lexicon().cues["comparison"].styles or not following[:1].isspace():
        return False
    text = f" {normal(following)}"
    if is_cjk(cue[0]):
        return _in_signs().match(text) is not None
    return bool(before) and not _likens(before) and _in_words().match(text) is not None


def _likens(before: Sequence[str]) -> bool:
    """Whether a word that compares stands before the mark, or one and a short word: "simile <mark>", "simile alla"."""
    return before[-1] in _likening() or (len(before[-1]) <= SHORT and len(before) > 1 and before[-2] in _likening())


@cache
def _likening() -> frozenset[str]:
    known = lexicon().cues["comparison"]
    words = {phrase.split()[0] for phrase in known.before} | {phrase.split()[-1] for phrase in known.such}
    return frozenset(word for word in words if len(word) >= SHORT and not is_cjk(word[0]))


@cache
def _in_words() -> re.Pattern[str]:
    known = lexicon().cues["comparison"]
    styles, manners = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (known.styles, known.manners)
    )
    governs = "|".join(
        map(re.escape, sorted(lexicon().cues["descriptive"].before | lexicon().joiners, key=len, reverse=True))
    )
    sizes = "|".join(map(re.escape, sorted(known.sizes, key=len, reverse=True)))
    ends = rf"(?:\s+{DECADE}(?!\w)|\s*(?:$|[^\w\s]|(?:{governs}|{sizes}|in|en|di|de|da|с|из|z)\s))"
    return re.compile(rf"\s+(?:{styles})\s+(?:{manners})(?!\w){ends}")


@cache
def _in_signs() -> re.Pattern[str]:
    known = lexicon().cues["comparison"]
    styles, manners = ("|".join(sorted(filter(_signs, words), reverse=True)) for words in (known.styles, known.manners))
    return re.compile(rf"\s+(?:{styles})[\s:：]+(?:{manners})")


def _signs(word: str) -> bool:
    return is_cjk(word[0])
