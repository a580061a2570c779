"""Marks in lines that a machine read in a picture: what looks like the mark is the mark, and a slip of the reader none.

In a picture a disguise is only what the eye sees as one: hidden letters, or digits that no reader takes for the letter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from monitor.marks.folding import LEET
from monitor.marks.index import MarkIndex
from monitor.marks.mention import Mention, Use, Way, Writing
from monitor.marks.vocabulary import common_words
from monitor.records import Line

FIELD = "images"
SHORT = 3
LEAST, FIRM = 0.8, 0.95
"""How sure the reader must be of a plain mark; and of a short one, an everyday word, and of anything that is no mark
as it stands."""
LONG_ENOUGH = 5
"""Letters of a mark that is found with a slip of the reader too."""
SLIPS = frozenset("0O1lI|!i5S8B6Gb2Zz9gq")
"""Signs that readers take for each other."""
SEEN = frozenset({Way.LOOKALIKES, Way.DIGITS, Way.STYLED, Way.ACCENTS, Way.INVISIBLE, Way.SEPARATORS, Way.JOINED})
"""Ways of writing that leave the look of the mark, or that a reader may have added."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A mark in a line of a picture; the mention's places are those in the line."""

    line: Line
    mention: Mention


def marks_in(index: MarkIndex, lines: Iterable[Line]) -> Mapping[str, tuple[Pictured, ...]]:
    """The marks that surely stand in lines of one picture, by brand slug; disguised only where it is deliberate."""
    found: dict[str, list[Pictured]] = {}
    for line in lines:
        for slug, mentions in index.find_in(FIELD, line.text).items():
            found.setdefault(slug, []).extend(Pictured(line, mention) for mention in _sure(mentions, line))
    return {slug: tuple(pictured) for slug, pictured in found.items() if pictured}


def stands_firm(text: str, mark: str, line: Line) -> bool:
    """Whether a mark that is short or an everyday word stands alone in its line, in its own case, read with certainty.

    `text` is what stands in the line for it.
    """
    if line.confidence < FIRM or line.text.strip(" .,:;!®™©") != text:
        return False
    return text == mark or text == mark.upper()


def is_common(mark: str) -> bool:
    """Whether a mark comes up in pictures by chance: it is short, or a word of everyday language."""
    letters = [char for char in mark if char.isalnum()]
    return len(letters) <= SHORT or mark.lower() in common_words()


def _sure(mentions: Iterable[Mention], line: Line) -> Iterator[Mention]:
    for mention in mentions:
        if _is_two_words(mention, line):
            continue
        if is_common(mention.mark):
            if not mention.ways and stands_firm(mention.text, mention.mark, line):
                yield mention
        elif _deliberate(mention):
            if line.confidence >= FIRM:
                yield mention
        elif not mention.ways or mention.ways == (Way.JOINED,):
            if line.confidence >= LEAST:
                yield _plain(mention)
        elif SEEN.issuperset(mention.ways) and _size(mention) >= LONG_ENOUGH and line.confidence >= LEAST:
            yield _plain(mention)


def _is_two_words(mention: Mention, line: Line) -> bool:
    """Whether a mark of one word is here several of everyday language, in small letters among others."""
    words = mention.text.split()
    apart = len(words) > len(mention.mark.split()) and mention.text.islower()
    return apart and line.text.strip() != mention.text and all(word in common_words() for word in words)


def _deliberate(mention: Mention) -> bool:
    """Whether the eye sees a disguise: letters hidden behind signs, or digits and signs that resemble no letter."""
    if Way.MASKED in mention.ways:
        return True
    own = set(mention.mark.casefold())
    odd = {char for char in mention.text if not char.isalpha() and not char.isspace() and char not in own}
    return Way.DIGITS in mention.ways and any(char in LEET and char not in SLIPS for char in odd)


def _plain(mention: Mention) -> Mention:
    return replace(mention, writing=Writing.PLAIN, ways=())


def _size(mention: Mention) -> int:
    return sum(map(str.isalnum, mention.mark))


def governed(pictured: Iterable[Pictured], listing: Iterable[Mention]) -> Iterator[Pictured]:
    """The finds in a picture, given what the listing's text says: where its title only says "for X", photos do too."""
    leading = [mention for mention in listing if mention.field in ("title", "brand")]
    fair = bool(leading) and all(mention.use is Use.DESCRIPTIVE for mention in leading)
    for one in pictured:
        if fair and one.mention.use is Use.CLAIM:
            yield replace(one, mention=replace(one.mention, use=Use.DESCRIPTIVE))
        else:
            yield one
