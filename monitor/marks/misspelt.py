"""Marks that are written with a slip, with doubled letters, by their sound, or with one of several words wrong."""

from collections.abc import Iterator, Sequence

from monitor.marks import spelling
from monitor.marks.eastern import Eastern
from monitor.marks.folding import LETTERS, WORDS
from monitor.marks.forms import Mark
from monitor.marks.found import Found
from monitor.marks.mention import Way
from monitor.marks.phrases import Phrases
from monitor.marks.text import Reading
from monitor.marks.typos import APOSTROPHES, RUN, Typos, apostrophed, lettered
from monitor.marks.vocabulary import is_own, is_word

MAX_TOKEN = 60
MAX_REMEMBERED = 200_000
DOUBLED, TYPO = 0.82, 0.8


class Misspelt:
    """The marks with their neighbours, prepared once."""

    def __init__(self, marks: Sequence[Mark], phrases: Phrases, eastern: Eastern) -> None:
        self._typos = Typos(marks)
        self._phrases = phrases
        self._eastern = eastern
        self._dull: set[str] = set()

    def may(self, text: str, fold: str, words: Sequence[str]) -> bool:
        """Whether an ASCII word may write a mark with a slip or by its sound; `fold` is its skeleton."""
        return bool(
            any(map(self._slips, words))
            or (RUN.search(fold) and self._typos.doubled(text))
            or any(map(self._eastern.spelled, words))
            or (self._typos.apostrophes and any(apostrophed(text)))
        )

    def find(self, text: str) -> Iterator[Found]:
        """The marks in a text, each with its place and its ways."""
        yield from self._doubled(text)
        plain = Reading(text, WORDS)
        first, before = 0, list[tuple[int, str]]()
        for piece in plain.skeleton.split(" "):
            if piece:
                before = [*before[-2:], (first, piece)]
                if not self._is_dull(piece):
                    yield from self._in_word(plain, first, piece)
                for begin, mark in self._phrases.ending(before):
                    span = plain.span(begin, first + len(piece))
                    yield Found(mark, span.start, span.end, (Way.TYPO,), TYPO)
            first += len(piece) + 1
        for start, end, word in apostrophed(text) if self._typos.apostrophes else ():
            for mark in self._slips(word):
                if not mark.gaps.isdisjoint(APOSTROPHES):
                    yield Found(mark, start, end, (Way.TYPO,), TYPO)

    def _is_dull(self, piece: str) -> bool:
        """Whether a word surely writes no mark; titles repeat their words, so this is remembered."""
        if piece in self._dull:
            return True
        if self._typos.maybe(lettered(piece)) or self._eastern.spelled(piece):
            return False
        if len(self._dull) >= MAX_REMEMBERED:
            self._dull = set()
        self._dull.add(piece)
        return True

    def _in_word(self, plain: Reading, first: int, piece: str) -> Iterator[Found]:
        """The marks that one word writes by their sound or with a slip; it stands at `first` of the reading."""
        for mark in self._eastern.spelled(piece):
            span = plain.span(first, first + len(piece))
            yield Found(mark, span.start, span.end, (Way.SOUND,), TYPO)
        word = lettered(piece)
        span = plain.span(first, first + len(piece))
        for mark in self._slips(word, mixed=spelling.is_mixed(span.text)):
            ways = () if span.text.isalpha() and span.text.isascii() else spelling.ways(span, mark)
            yield Found(mark, span.start, span.end, tuple(dict.fromkeys((*ways, Way.TYPO))), TYPO)

    def _doubled(self, text: str) -> Iterator[Found]:
        reading = Reading(text, LETTERS)
        for first, last in reading.stretches(MAX_TOKEN) if RUN.search(reading.skeleton) else ():
            if not RUN.search(reading.skeleton, first, last):
                continue
            span = reading.span(first, last)
            for mark in self._typos.doubled(span.text):
                ways = (*spelling.ways(span, mark), Way.DOUBLED)
                known = is_word(span.text.lower()) or span.text.casefold() in mark.ignored
                if not known and spelling.credible(span, mark, ways):
                    yield Found(mark, span.start, span.end, ways, DOUBLED)

    def _slips(self, word: str, *, mixed: bool = False) -> tuple[Mark, ...]:
        """The marks that a word misspells. A real word misspells none, unless its letters are of two alphabets."""
        if not self._typos.maybe(word) or (not mixed and is_own(word)):
            return ()
        return tuple(mark for mark in self._typos.near(word) if word not in mark.ignored)
