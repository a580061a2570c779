"""In which ways a writing differs from the mark, character by character."""

import unicodedata
from collections.abc import Iterable
from functools import cache

from monitor.marks import codes
from monitor.marks.folding import PAIRS, look_of, squeeze
from monitor.marks.forms import SHORT, Mark
from monitor.marks.mention import Way
from monitor.marks.text import Span
from monitor.marks.turkish import DOT_ABOVE, DOTLESS, DOTTED, is_lower_case_of, is_turkish
from monitor.marks.vocabulary import is_own

CODE = 5
"""Marks up to this length come up by chance in model numbers."""
LATIN = "LATIN"
SOFT_HYPHEN = "\u00ad"
COMMON_ACCENTS = frozenset("àáâäãåçèéêëìíîïñòóôöõøùúûüýÿœæß")


def ways(span: Span, mark: Mark) -> tuple[Way, ...]:
    """How the letters of the span differ from the mark's; case, full width and one natural accent do not count."""
    found: set[Way] = set()
    accents = 0
    own, scripts = frozenset(mark.text.casefold()), scripts_of(mark.text)
    chars = span.chars()
    letters = span.reading.skeleton[span.first : span.last]
    if len(letters) != len(mark.key) and squeeze(letters) != squeeze(mark.key) and _is_paired(span, mark):
        found.add(Way.LOOKALIKES)
    own_case = is_lower_case_of("".join(chars), mark.text)
    expected: Iterable[str] = mark.letters if len(mark.letters) == len(chars) else ("",) * len(chars)
    for char, letter in zip(chars, expected, strict=True):
        natural = script(char) in scripts or (char == DOTLESS and own_case) or _natural_i(char, letter, span)
        way = None if natural else _way(char, letter, own)
        if char.isascii() and char.isalpha() and scripts and char.casefold() not in own:
            way = Way.LOOKALIKES
        if way is Way.ACCENTS and char.casefold() in COMMON_ACCENTS:
            accents += 1
        elif way:
            found.add(way)
    if accents > 1:
        found.add(Way.ACCENTS)
    if found == {Way.LOOKALIKES} and span.text.isascii() and _spells_digits(span.text, mark.text):
        found = {Way.TYPO}
    found |= _between(span, mark)
    return tuple(way for way in Way if way in found)


def _is_paired(span: Span, mark: Mark) -> bool:
    """Whether two Latin letters that look like one, such as rn for m, are what makes the skeletons differ in length."""
    letters = span.reading.skeleton[span.first : span.last]
    written, own = (text.casefold().replace("l", "i") for text in ("".join(span.chars()), mark.text))
    for letter, pairs in PAIRS.items():
        for two in (pair.replace("l", "i") for pair in pairs):  # as skeletons write it
            if written.count(two) != own.count(two):
                one = {len(squeeze(text.replace(two, letter))) for text in (letters, mark.key)}
                if len(one) == 1:
                    return True
    return False


@cache
def scripts_of(text: str) -> frozenset[str]:
    """The alphabets of a mark that is not written in Latin letters; empty for one that is."""
    found = frozenset(map(script, filter(str.isalpha, text)))
    return frozenset() if LATIN in found else found


@cache
def script(char: str) -> str:
    """The alphabet of a letter: the first word of its name."""
    return unicodedata.name(char, "").split(" ", 1)[0] if char.isalpha() else ""


def digits(span: Span, mark: Mark) -> int:
    """How many digits stand for letters."""
    return sum(char.isdigit() and char not in mark.text for char in span.chars())


def _way(char: str, letter: str, own: frozenset[str]) -> Way | None:
    lower = char.casefold()
    if lower in (letter, "") or (lower in own and (not letter or not lower.isascii())):
        return None
    if char.isascii():
        return Way.DIGITS if not char.isalpha() else Way.LOOKALIKES if letter else None
    return None if 0xFF00 <= ord(char) <= 0xFFEF else _foreign(char)


def _spells_digits(written: str, own: str) -> bool:
    """Whether letters alone stand for a mark's digits, as nobody hides it: Novat for Nova7 is another word."""
    return any(map(str.isdigit, own)) and not any(map(str.isdigit, written))


def _natural_i(char: str, letter: str, span: Span) -> bool:
    """Whether a character is the i of a Turkish keyboard: İ is a capital i, and ı one in small letters of capitals."""
    if letter not in ("i", ""):
        return False
    return char == DOTTED or (char == DOTLESS and is_turkish(span.reading.text, span.start, span.end))


def _foreign(char: str) -> Way:
    """What a character outside ASCII does in the place of a plain letter."""
    if look_of(char):
        return Way.LOOKALIKES
    base = unicodedata.normalize("NFD", char)[0]
    if base.isascii() or " WITH " in unicodedata.name(char, ""):
        return Way.ACCENTS
    return Way.STYLED


def _between(span: Span, mark: Mark) -> set[Way]:
    """What is hidden between the letters and sits on the last one.

    What nobody sees hides nothing behind the mark or between its words: text that runs in two directions is full of it.
    """
    gaps = span.gaps()
    aligned = len(gaps) == mark.size - 1
    inside = "".join(gap for k, gap in enumerate(gaps, 1) if not (aligned and k in mark.breaks))
    last = span.reading.places[span.last - 1] + 1
    after = [*gaps, span.reading.text[last : span.end]]
    dotted = [gap.removeprefix(DOT_ABOVE) if c in "iI" else gap for c, gap in zip(span.chars(), after, strict=True)]
    every = "".join(dotted)
    found = {Way.ACCENTS for char in every if unicodedata.category(char) in ("Mn", "Me") and not _selector(char)}
    return found | {Way.INVISIBLE for char in inside if _invisible(char)}


def _invisible(char: str) -> bool:
    """Whether a character is neither seen nor the hyphen that a line may be broken at."""
    formats = unicodedata.category(char) in ("Cf", "Cc", "Cs")
    return (formats and char != SOFT_HYPHEN and not char.isspace()) or _selector(char)


def _selector(char: str) -> bool:
    return char == "\u034f" or 0xFE00 <= ord(char) <= 0xFE0F or 0xE0100 <= ord(char) <= 0xE01EF


def credible(span: Span, mark: Mark, ways: tuple[Way, ...]) -> bool:
    """Whether a changed writing is a disguise rather than another word or a number."""
    replaced = digits(span, mark)
    if mark.size <= CODE and ((replaced and codes.holds(span)) or codes.ends_in_number(span)):
        return False
    if replaced and span.text.isupper() and codes.is_named(span):
        return False
    if replaced and replaced > (span.last - span.first) - 2 > 0:
        return False
    if mark.size <= SHORT:
        return replaced <= 1 and not (Way.LOOKALIKES in ways and span.text.isascii())
    return not (Way.LOOKALIKES in ways and span.text.isascii() and is_own(span.text.lower()))


def is_mixed(text: str) -> bool:
    """Whether letters of the Latin alphabet stand beside others that only look like some."""
    return not text.isascii() and any(c.isascii() and c.isalpha() for c in text) and any(map(look_of, text))
