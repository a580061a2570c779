"""Words that are one slip away from a mark: a letter dropped, added, swapped, replaced or doubled."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA, JaroWinkler

from monitor.marks.folding import LEET, WORDS, skeleton, squeeze
from monitor.marks.forms import Mark

LEAST = 4
"""Marks of fewer letters have too many real neighbours."""
LONG = 11
"""Marks from this length on may differ by two slips."""
SMALL = 5
"""Marks up to this length keep their first letter: else the neighbours are too often words and names of their own."""
LONG_LEET = 6
"""From so many characters on a word with one digit is looked for with a slip as well."""
RUN = re.compile(r"(.)\1")
APOSTROPHES = frozenset("'’")
INSIDE = re.compile(r"(?<![\w'’])[^\W\d_]+['’](?!s(?!\w))[^\W\d_]+(?![\w'’])", re.IGNORECASE)
"""A word with an apostrophe that is not that of a possessive."""
NO_VOWELS = str.maketrans("", "", "aeiouy")
LEAST_BARE = 5
"""So many consonants must be left of a mark to know it without its vowels (KSTRN)."""
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
VOWELS = frozenset("aeiouy")
VERBAL = ("d", "ed", "ing", "er", "ers", "ish", "ism", "ist", "ists")
"""Endings that make another word of a name ("googled")."""


class Typos:
    """All marks, under each text that comes of dropping one or two letters: neighbours share one of those texts."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._near: dict[str, list[Mark]] = defaultdict(list)
        self._exact: set[str] = set()
        self._lengths: set[int] = set()
        self._long: set[tuple[str, int]] = set()
        self._squeezed: dict[str, list[Mark]] = defaultdict(list)
        self._bare: dict[str, list[Mark]] = defaultdict(list)
        self.apostrophes = False
        """Whether a mark has an apostrophe inside."""
        for mark in marks:
            self._exact.add(mark.letters)
            self.apostrophes |= not mark.gaps.isdisjoint(APOSTROPHES)
            if mark.exact or mark.anywhere or mark.size < LEAST or not mark.letters.isalpha():
                continue
            if len(mark.letters) >= LONG:
                self._long |= {(mark.letters[0], len(mark.letters) + more) for more in range(-2, 3)}
            self._lengths |= set(range(max(LEAST, len(mark.letters) - 2), len(mark.letters) + 3))
            for text in dropped(mark.letters, 2 if len(mark.letters) >= LONG else 1):
                self._near[text].append(mark)
            self._squeezed[squeeze(mark.key)].append(mark)
            bare = mark.letters.translate(NO_VOWELS)
            if LEAST_BARE <= len(bare) < len(mark.letters):
                self._bare[bare].append(mark)

    def maybe(self, word: str) -> bool:
        """Whether a lower-case word may misspell a mark; says so too often, and quickly."""
        if word in self._bare and word not in self._exact:
            return True
        if len(word) not in self._lengths or word in self._exact or not word.isalpha():
            return False
        if word in self._near or (word[0], len(word)) in self._long:
            return True
        return not self._near.keys().isdisjoint([word[:place] + word[place + 1 :] for place in range(len(word))])

    def near(self, word: str) -> tuple[Mark, ...]:
        """The nearest marks of a lower-case word: all that name the same text, or none."""
        if not self.maybe(word):
            return ()
        if word in self._bare:
            return tuple(self._bare[word])
        candidates: dict[int, Mark] = {}
        for text in dropped(word, 2 if len(word) >= LONG - 1 else 1):
            for mark in self._near.get(text, ()):
                candidates[id(mark)] = mark
        scored = [(self._rank(word, mark), mark) for mark in candidates.values() if self._within(word, mark)]
        if not scored:
            return ()
        best = min(rank for rank, _ in scored)
        return tuple(mark for rank, mark in scored if rank == best)

    def doubled(self, token: str) -> tuple[Mark, ...]:
        """The marks that a word is when each run of one letter counts once, and which it writes longer."""
        if not RUN.search(token.lower() if token.isascii() and token.isalpha() else skeleton(token)):
            return ()
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
        if (word[1:] == letters and word[0] in "ie") or (word[:-1] == letters and word[-1] != letters[-1]):
            return False
        if len(word) == len(letters) == LEAST and not _near_letters(word, letters):
            return False
        if distance > 1:
            return word[0] == letters[0] and not letters.startswith(word)
        return len(letters) > SMALL or word[0] == letters[0] or word[:2] == letters[1::-1]

    @staticmethod
    def _rank(word: str, mark: Mark) -> tuple[int, int, float, str]:
        letters = mark.letters
        lengths = abs(len(word) - len(letters))
        return OSA.distance(word, letters), lengths, -JaroWinkler.similarity(word, letters), letters


def dropped(word: str, count: int) -> set[str]:
    """The word, and what is left of it when up to `count` letters are dropped."""
    found, last = {word}, {word}
    for _ in range(count):
        last = {shorter for text in last for shorter in _one_dropped(text)}
        found |= last
    return found


def _one_dropped(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _near_letters(word: str, letters: str) -> bool:
    """Whether the letters in which two words differ are swapped, both vowels, or neighbours on a keyboard."""
    pairs = [(one, other) for one, other in zip(word, letters, strict=True) if one != other]
    if len(pairs) > 1:
        return True
    one, other = pairs[0]
    if {one, other} <= VOWELS:
        return True
    rows = [(row, keys.find(char)) for char in (one, other) for row, keys in enumerate(KEYS) if char in keys]
    return len(rows) == 2 and all(abs(a - b) <= 1 for a, b in zip(*rows, strict=True))


def apostrophed(text: str) -> Iterator[tuple[int, int, str]]:
    """The words with an apostrophe inside: start, end, and their letters in one ("Arc'terix")."""
    for match in INSIDE.finditer(text):
        yield match.start(), match.end(), match[0].translate(WORDS).replace(" ", "")


def lettered(piece: str) -> str:
    """A lower-case word with letters for the few digits inside it ("burb3ry"); a code or a number as it is."""
    if piece.isalpha() or len(piece) < LONG_LEET or not (piece[0].isalpha() and piece[-1].isalpha()):
        return piece
    digits = sum(map(str.isdigit, piece))
    return "".join(LEET.get(char, char) for char in piece) if digits == 1 else piece
