"""Whether what stands between the letters of a find is a disguise, natural writing, or another text altogether."""

import re
from enum import Enum

from monitor.marks import codes
from monitor.marks.folding import is_cjk, read
from monitor.marks.forms import SHORT, Mark
from monitor.marks.text import Span
from monitor.marks.vocabulary import common_words, is_word

NATURAL = frozenset(["", " ", "-", "‐", "‑", "–", "'", "’", ".", "&", " & ", "_", "\u00a0", "·", "・", " - "])
HYPHENS = frozenset("-‐‑")
LISTING = frozenset(",/&;+|\\")
"""Signs that stand between two words of their own."""
LISTED = "\n,，。；;、"
"""Signs that end a clause or part the words of a list."""
UNUSUAL = frozenset("*~•·_|^=#’'.")
"""Signs that hardly stand between two words without a space."""
COMMON_SPACES = " \t\u00a0"
"""Others hardly stand between Latin letters."""
LEAST_STRAY = 6
"""Letters of a mark that is found where its first letter stands alone."""
SMALL_WORDS = frozenset(
    re.findall(r"\S+", "a i o is in on at to of no so us me my we he be by do go if it or an am as up")
    + re.findall(r"\S+", "de la el le un es en da di du zu ab er hd tv pc cd uk eu xl")
)


class Gaps(Enum):
    """The answers."""

    NONE = "written as one word, or as the mark itself is"
    DISGUISE = "separators inside the word"
    OTHER = "not the mark"


def judge(span: Span, mark: Mark, *, deliberate: bool) -> Gaps:
    """What the gaps of a span mean. A span without gaps, or with those of the mark, is natural.

    `deliberate`: the letters are disguised as well, so nobody wrote two words that only happen to join to the mark.
    """
    whole = ["".join(char for char in gap if read(char)) for gap in span.gaps()]
    aligned = len(whole) == mark.size - 1
    odd = {
        k: gap
        for k, gap in enumerate(whole, 1)
        if gap and not (aligned and k in mark.breaks and (gap in NATURAL or gap in mark.gaps))
    }
    if not odd:
        return Gaps.NONE
    if mark.anywhere:
        return _between_signs(span, mark, odd)
    if any("\n" in gap or len(gap) > 3 for gap in odd.values()):
        return Gaps.OTHER
    if len(odd) >= len(whole) - len(mark.breaks) and len(whole) >= SHORT - 1:
        return _every(span, mark, set(odd.values()), deliberate=deliberate)
    if deliberate and len(odd) <= max(2, mark.size // 2) and all(len(gap) <= 2 for gap in odd.values()):
        return Gaps.DISGUISE
    return _some(span, mark, odd)


def _between_signs(span: Span, mark: Mark, odd: dict[int, str]) -> Gaps:
    """Something stands between the signs of a Chinese, Japanese or Korean mark."""
    if any(len(gap) > 1 or (gap in LISTED and not (gap == "、" and _pair_alone(span, mark))) for gap in odd.values()):
        return Gaps.OTHER
    spaced = all(gap.isspace() for gap in odd.values()) and len(odd) < mark.size - 1
    return Gaps.OTHER if spaced and _goes_on(span, odd) else Gaps.DISGUISE


def _pair_alone(span: Span, mark: Mark) -> bool:
    return mark.size == 2 and stands_alone(span)


def _goes_on(span: Span, odd: dict[int, str]) -> bool:
    """Whether one sign, cut off by a space, begins or ends another word: 雪花 秀丽 is not 雪花秀."""
    text, last = span.reading.text, span.last - span.first - 1
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return bool((1 in odd and before and is_cjk(before)) or (last in odd and after and is_cjk(after)))


def stands_alone(span: Span) -> bool:
    """Whether a mark of two signs, with the same sign between them, has no other letters on either side."""
    text, gap = span.reading.text, "".join(span.gaps())
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return gap != "," and not any(char.isalnum() or is_cjk(char) for char in around)


def _every(span: Span, mark: Mark, kinds: set[str], *, deliberate: bool) -> Gaps:
    """Each letter stands alone: N-I-K-E, "N I K E"."""
    if mark.size <= SHORT and not deliberate and (len(kinds) > 1 or kinds & LISTING or not span.text.isupper()):
        return Gaps.OTHER
    return Gaps.DISGUISE if len(kinds) <= 2 else Gaps.OTHER


def _some(span: Span, mark: Mark, odd: dict[int, str]) -> Gaps:
    """The word is cut in one place or a few: "Ni-ke", "Aure lia"."""
    if mark.size <= SHORT or any(len(gap) > 2 for gap in odd.values()) or len(odd) > max(2, mark.size // 2):
        return Gaps.OTHER
    parts = _parts(span, odd)
    words = [_is_part(part) for part in parts]
    if len(odd) == 1 and parts[-1] == "s" and odd.keys() == {mark.size - 1} and next(iter(odd.values())) in "'’":
        return Gaps.NONE
    if any(part.isdigit() and len(part) > 1 for part in parts):
        return Gaps.OTHER
    if any(char.isspace() and char not in COMMON_SPACES for gap in odd.values() for char in gap):
        foreign = any(is_cjk(char) for char in span.reading.text if char.isalnum())  # where such a space is at home
        return Gaps.OTHER if all(words) and foreign else Gaps.DISGUISE
    if any(char.isspace() for gap in odd.values() for char in gap):
        return Gaps.OTHER if _moved(span, mark, parts) else _spaced(span, mark, parts, odd)
    whole = all(words) or _is_numbered(span, mark, parts, set(odd.values()))
    return _signed(mark, parts, set(odd.values())) if whole else Gaps.DISGUISE


def _is_numbered(span: Span, mark: Mark, parts: list[str], kinds: set[str]) -> bool:
    """Whether a hyphen alone parts the mark from the number that it ends with: "Nova-7" for Nova7."""
    numbered = len(parts) == 2 and parts[1].isdigit() and mark.text.endswith(parts[1])
    return numbered and kinds <= HYPHENS and not codes.ends_in_number(span)


def _moved(span: Span, mark: Mark, parts: list[str]) -> bool:
    """Whether the mark's own space or sign is elsewhere, and parts an everyday word: "Joma lone" is not Jo Malone."""
    gaps = span.gaps()
    if not mark.breaks or len(gaps) != mark.size - 1 or any(gaps[place - 1] for place in mark.breaks):
        return False
    return any(len(part) > SHORT and part in common_words() for part in parts)


def _stray(span: Span, mark: Mark, parts: list[str]) -> bool:
    """Whether a consonant stands alone before the rest, which is no word itself: "k estrin", "V el mora"."""
    rest = "".join(parts[1:])
    if len(parts[0]) != 1 or parts[0] in SMALL_WORDS or mark.size < LEAST_STRAY or rest in common_words():
        return False
    return not codes.is_named(span) and not any(map(str.isupper, span.text[1:]))


def _signed(mark: Mark, parts: list[str], kinds: set[str]) -> Gaps:
    """The word is cut by a sign into parts that are words themselves: "Ray-Ban", "can/on"."""
    if kinds <= UNUSUAL and mark.size > SHORT + 1 and len(parts[0]) > 1:
        return Gaps.DISGUISE
    natural = len(parts) == 2 and (min(map(len, parts)) >= 3 or parts[1].isdigit()) and not kinds & LISTING
    return Gaps.NONE if natural else Gaps.OTHER


def _spaced(span: Span, mark: Mark, parts: list[str], odd: dict[int, str]) -> Gaps:
    """The word is cut by a space, which also stands between any two words."""
    if _stray(span, mark, parts):
        return Gaps.DISGUISE
    words = [_is_part(part) for part in parts]
    if len(odd) > 2 or any(len(gap) > 1 for gap in odd.values()):
        return Gaps.OTHER
    if all(words):
        return Gaps.NONE if mark.size >= 6 and len(parts) == 2 and min(map(len, parts)) >= 3 else Gaps.OTHER
    if mark.size == SHORT + 1:
        return Gaps.OTHER if any(words) or 1 in map(len, parts) else Gaps.DISGUISE
    odd_parts = [part for part, word in zip(parts, words, strict=True) if not word]
    return Gaps.DISGUISE if max(map(len, odd_parts)) >= 2 else Gaps.OTHER


def _parts(span: Span, odd: dict[int, str]) -> list[str]:
    parts, last, chars = [], 0, [read(char) for char in span.chars()]
    for cut in (*odd, len(chars)):
        parts.append("".join(chars[last:cut]))
        last = cut
    return parts


def _is_part(part: str) -> bool:
    return part in SMALL_WORDS if len(part) < 3 else is_word(part)
