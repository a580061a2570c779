"""Patterns that begin with a number or with a word for packs, tried only where one of these stands in a title."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from monitor.products.lazy import lazily
from monitor.products.numerals import BEFORE, N
from monitor.products.phrases import phrases, top_level

A_NUMBER = lazily(rf"{BEFORE}(?={N})", re.IGNORECASE)
OF_WORDS = r"\b(?:"


class Anchored:
    """Patterns of one list, in its order; what they find is what each would find alone."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = tuple((lazily(pattern, re.IGNORECASE), _anchor(pattern)) for pattern in patterns)
        first = {word: None for pattern in patterns if _anchor(pattern) == OF_WORDS for word in _first_words(pattern)}
        self._first_words = phrases("|".join(f"{word}*" for word in first))

    @cached_property
    def _words(self) -> re.Pattern[str]:
        """Where one of the words begins that patterns begin with."""
        return re.compile(f"(?={self._first_words.spaced.pattern})", re.IGNORECASE)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All places of each pattern in turn, those of one pattern side by side."""
        starts = {
            BEFORE: [found.start() for found in A_NUMBER.finditer(text)],
            OF_WORDS: [found.start() for found in self._words.finditer(text)],
        }
        for pattern, anchor in self._patterns:
            if not anchor:
                yield from pattern.finditer(text)
                continue
            end = 0
            for start in starts[anchor]:
                if start >= end and (found := pattern.match(text, start)):
                    end = found.end()
                    yield found


def _anchor(pattern: str) -> str:
    """What a pattern certainly begins with: a number, one of some words; or nothing that is known."""
    return BEFORE if pattern.startswith(BEFORE + N) else OF_WORDS if pattern.startswith(OF_WORDS) else ""


def _first_words(pattern: str) -> list[str]:
    """The alternatives of the group of words that a pattern begins with."""
    rest = pattern.removeprefix(OF_WORDS)
    depth = 1
    for at, sign in enumerate(rest):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if not depth:
            return top_level(rest[:at])
    return []
