"""Words that are one slip away from a mark: a letter dropped, added, swapped, replaced or doubled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA, JaroWinkler

from monitor.marks.folding import skeleton, squeeze
from monitor.marks.forms import Mark

LEAST = 4
"""Marks of fewer letters have too many real neighbours."""
LONG = 11
"""Marks from this length on may differ by two slips."""
SMALL = 5
"""Marks up to this length keep their first letter: else the neighbours are too often words and names of their own."""
VERBAL = ("d", "ed", "ing", "er", "ers", "ish", "ism", "ist", "ists")
"""Endings that make another word of a name ("googled")."""


class Typos:
    """All marks, under each text that comes of dropping one or two letters: neighbours share one of those texts."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._near: dict[str, list[Mark]] = defaultdict(list)
        self._exact: set[str] = set()
        self._squeezed: dict[str, list[Mark]] = defaultdict(list)
        for mark in marks:
            self._exact.add(mark.letters)
            if mark.exact or mark.anywhere or mark.size < LEAST or not mark.letters.isalpha():
                continue
            for text in _dropped(mark.letters, 2 if len(mark.letters) >= LONG else 1):
                self._near[text].append(mark)
            self._squeezed[squeeze(mark.key)].append(mark)

    def near(self, word: str) -> tuple[Mark, ...]:
        """The nearest marks of a lower-case word: all that name the same text, or none."""
        if not LEAST <= len(word) <= 40 or word in self._exact or not word.isalpha():
            return ()
        candidates: dict[int, Mark] = {}
        for text in _dropped(word, 2 if len(word) >= LONG - 1 else 1):
            for mark in self._near.get(text, ()):
                candidates[id(mark)] = mark
        scored = [(self._rank(word, mark), mark) for mark in candidates.values() if self._within(word, mark)]
        if not scored:
            return ()
        best = min(rank for rank, _ in scored)
        return tuple(mark for rank, mark in scored if rank == best)

    def doubled(self, token: str) -> tuple[Mark, ...]:
        """The marks that a word is when each run of one letter counts once, and which it writes longer."""
        key = skeleton(token)
        found = self._squeezed.get(squeeze(key), ())
        plain = squeeze(token.lower()) if token.isascii() and token.isalpha() else ""
        return tuple(
            mark
            for mark in found
            if len(mark.key) < len(key) <= 3 * len(mark.key) and plain in ("", squeeze(mark.letters))
        )

    @staticmethod
    def _within(word: str, mark: Mark) -> bool:
        allowed = 2 if len(mark.letters) >= LONG else 1
        distance = OSA.distance(word, mark.letters, score_cutoff=allowed)
        if not 0 < distance <= allowed:
            return False
        letters = mark.letters
        if any(word in (letters + ending, letters.removesuffix("e") + ending) for ending in VERBAL):
            return False
        if word[1:] == letters and word[0] in "ie":
            return False
        if distance > 1:
            return word[0] == letters[0] and not letters.startswith(word)
        return len(letters) > SMALL or word[0] == letters[0] or word[:2] == letters[1::-1]

    @staticmethod
    def _rank(word: str, mark: Mark) -> tuple[int, int, float, str]:
        letters = mark.letters
        lengths = abs(len(word) - len(letters))
        return OSA.distance(word, letters), lengths, -JaroWinkler.similarity(word, letters), letters


def _dropped(word: str, count: int) -> set[str]:
    found, last = {word}, {word}
    for _ in range(count):
        last = {shorter for text in last for shorter in _one_dropped(text)}
        found |= last
    return found


def _one_dropped(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]
