"""Whether a mark inside a longer word has another word joined to it (nikeshoes) or stands there by chance."""

from functools import cache

from monitor.marks.folding import read, skeleton
from monitor.marks.forms import Mark
from monitor.marks.lexicon import lexicon
from monitor.marks.mention import Way
from monitor.marks.names import chain, name_parts
from monitor.marks.text import Span
from monitor.marks.vocabulary import common_words, is_word

LONG_WORD = 5
LEAST_NUMBERED = 4
"""Marks of so many letters stay what they are with figures behind them."""
LONGEST, SHORTEST = 40, 2
"""So much may be joined behind a mark; an affix behind a product's name has more letters than this."""
LEAST_SEVERAL = 3
"""Words for goods of so many letters are read with an s as well: mugs."""
LONGEST_NAME = 60
SURE = 8
"""Marks of so many letters do not come up in a longer word by chance."""


@cache
def _affixes() -> frozenset[str]:
    words = lexicon().goods | lexicon().official | lexicon().shop
    several = {f"{word}s" for word in lexicon().named_goods if word.isascii() and len(word) >= LEAST_SEVERAL}
    return frozenset(skeleton(word) for word in words | several if " " not in word and len(word) >= 2)


@cache
def _short() -> frozenset[str]:
    """The words of two letters, which are joined as they are written."""
    return frozenset(word for word in lexicon().goods | lexicon().official | lexicon().shop if len(word) == 2)


def judge(span: Span, mark: Mark, before: int, after: int) -> tuple[Way, ...] | None:
    """`before` and `after` are how many characters of the same word stand around the span; None: not the mark.

    An empty answer means that the word is the mark itself, with a model number or a plural.
    """
    left = Span(span.reading, span.first - before, span.first) if before else None
    right = Span(span.reading, span.last, span.last + after) if after else None
    word = _letters(left) + _letters(span) + _letters(right)
    if is_word(word) or mark.exact or (mark.letters.isdigit() and word.isdigit()):
        return None
    if right and not left and right.text == "s" and is_word(mark.letters):
        return None
    if right and not left and (ways := _behind(right, mark, span)) is not None:
        return ways
    if left and right and right.text.isdigit() and mark.size >= LEAST_NUMBERED:
        right = None
    sides = [side for side in (left, right) if side]
    if all(_fits(side, mark, span) or _is_named_as_phones(side, mark, span) for side in sides):
        return (Way.JOINED,)
    return None


def _behind(right: Span, mark: Mark, span: Span) -> tuple[Way, ...] | None:
    """How the mark is written with what is joined behind it alone; None where that is no ending and no product."""
    if _is_ending(right, mark, span):
        return ()
    ways = _of_the_catalogue(right, mark)
    return (Way.JOINED,) if ways is None and _is_hashtag(span, mark) else ways


def _is_ending(right: Span, mark: Mark, span: Span) -> bool:
    """Whether a model number, a plural or another ending of the word follows."""
    plural = right.text == "s" and span.text.isalpha()
    return (
        mark.size >= LEAST_NUMBERED and (right.text.isdigit() or plural)
    ) or right.text.casefold() in lexicon().inflections


def _of_the_catalogue(right: Span, mark: Mark) -> tuple[Way, ...] | None:
    """How the mark is written with a model number or words of its catalogue behind it; None where it is not.

    Behind those also figures and affixes stand: "<mark>Nova2", "<mark>Q7pro". A short mark is found with a model number
    alone.
    """
    text = right.text.casefold()
    if not mark.products or len(text) > LONGEST or (is_word(text) and text not in mark.products):
        return None
    if text in mark.products and any(map(str.isdigit, text)):
        return ()
    if mark.size < LEAST_NUMBERED:
        return None
    for cut in range(len(text), 1, -1):
        if text[:cut] in mark.products:
            beyond = text[cut:].removeprefix("s").strip("0123456789")
            if not beyond or beyond in mark.products or (len(beyond) > SHORTEST and skeleton(beyond) in _affixes()):
                return (Way.JOINED,)
    return None


def _is_named_as_phones(side: Span, mark: Mark, span: Span) -> bool:
    """Whether an invented mark stands behind an "i", as names of phones are made: i<Mark>."""
    before = side.first < span.first and side.text == "i"
    return before and mark.size > LONG_WORD and span.text[:1].isupper() and not is_word(mark.letters)


def _is_hashtag(span: Span, mark: Mark) -> bool:
    """Whether a mark begins a hashtag, in which words are joined to it: #nikeairforce1."""
    return span.reading.text[max(0, span.start - 1) : span.start] == "#" and mark.letters not in common_words()


def _fits(side: Span, mark: Mark, span: Span) -> bool:
    text = span.reading.text
    key = skeleton(side.text.rstrip("0123456789") or side.text)
    letters = _letters(side)
    if key in _affixes() and (mark.size > 3 or len(key) > 3) and (len(key) > 2 or letters in _short()):
        return True
    if mark.size < 4 or len(letters) < 2:
        return False
    if letters in lexicon().countries:
        return len(text) <= LONGEST_NAME and bool(name_parts(text[: span.start] + " " + text[span.end :]).official)
    words = chain(letters) if len(letters) >= LONG_WORD else None
    if words and all(len(word) > 3 or word in lexicon().countries for word in words):
        return True
    before, after = (
        (text[side.end - 1], text[span.start]) if side.first < span.first else (text[span.end - 1], text[side.start])
    )
    if before.islower() and after.isupper() and letters.isalpha() and len(letters) >= 3:
        return True
    sure = mark.size >= SURE and len(letters) >= 3 and letters in common_words() and not is_word(mark.letters)
    apart = is_word(letters) or (mark.letters not in common_words() and _is_compound(letters))
    return sure or (mark.size >= LONG_WORD and len(letters) >= LONG_WORD and apart)


def _is_compound(letters: str) -> bool:
    """Whether letters are two everyday words written as one ("airfryer")."""
    return any(
        letters[:cut] in common_words() and letters[cut:] in common_words() for cut in range(3, len(letters) - 2)
    )


def _letters(span: Span | None) -> str:
    return "".join(read(char) for char in span.chars()) if span else ""
