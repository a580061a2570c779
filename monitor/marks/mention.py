"""What is said of a mark that was found in a text."""

from dataclasses import dataclass
from enum import StrEnum


class Writing(StrEnum):
    """How the mark is written."""

    PLAIN = "plain"
    DISGUISED = "disguised"


class Way(StrEnum):
    """One way in which the writing differs from the mark; the value completes "the mark is written with ..."."""

    LOOKALIKES = "letters replaced by look-alikes"
    ALPHABET = "a word of the text's own alphabet that looks like it"
    DIGITS = "letters replaced by digits or signs"
    STYLED = "styled letters of another alphabet block"
    ACCENTS = "added accents"
    INVISIBLE = "invisible characters inside the word"
    BACKWARDS = "letters in reverse order behind a sign of direction"
    SEPARATORS = "separators inside the word"
    MASKED = "letters hidden behind signs"
    SOUND = "signs that sound or look like its own"
    DOUBLED = "doubled letters"
    TYPO = "a letter dropped, added, swapped or replaced"
    JOINED = "another word joined to it"

    @property
    def deliberate(self) -> bool:
        """Whether nobody writes so by mistake: it keeps a mark from being found by a search."""
        return self not in (Way.DOUBLED, Way.TYPO, Way.JOINED, Way.ALPHABET)


class Use(StrEnum):
    """What the use of the mark means."""

    CLAIM = "claim"
    DESCRIPTIVE = "descriptive"
    COMPARISON = "comparison"
    STUFFING = "stuffing"
    """Among names and words that stand there to be found, not to say what the goods are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mark found in a field of a listing: `text` is what stands there, from `start` to `end` in the field's text.

    `score` from 0 to 1 says how sure the find is; `ways` say how the writing differs (empty for plain writing);
    `cue` are the words that decided the use, such as "for", where there are any.
    """

    mark: str
    field: str
    start: int
    end: int
    text: str
    writing: Writing
    use: Use
    score: float
    ways: tuple[Way, ...] = ()
    cue: str = ""

    @property
    def deliberate(self) -> bool:
        """Whether the writing is a disguise that nobody makes by mistake."""
        return any(way.deliberate for way in self.ways)

    @property
    def doubtful(self) -> bool:
        """Whether the writing is only near the mark: a slip, or another name."""
        return bool({Way.DOUBLED, Way.TYPO} & set(self.ways)) and not self.deliberate

    @property
    def is_alike(self) -> bool:
        """Whether it is rather a word of the text's own alphabet, which says nothing of the mark."""
        return Way.ALPHABET in self.ways
