"""Marks of two or three words, some of which are written with a slip: "Luis Vuiton", "The Nort Face"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from monitor.marks.folding import WORDS
from monitor.marks.forms import Mark
from monitor.marks.typos import dropped
from monitor.marks.vocabulary import common_words, is_word

LEAST = 4
"""Words of fewer letters are not looked for with a slip."""
APART = 3
"""So many characters may stand between two of the words."""
TELLING = 5
"""From so many letters on a word that is written right tells which mark is meant."""


class Phrases:
    """The marks of several words, under each text that comes of dropping a letter of one of them."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._by_part: dict[str, set[int]] = defaultdict(set)
        self._marks: list[tuple[Mark, tuple[str, ...]]] = []
        for mark in marks:
            words = tuple(mark.text.replace("'", "").replace("’", "").translate(WORDS).split())
            if mark.exact or mark.anywhere or len(words) not in (2, 3) or len(mark.letters) < 2 * LEAST:
                continue
            self._marks.append((mark, words))
            for word in words:
                if len(words) == 2 or len(word) >= LEAST:
                    for text in dropped(word, 1) if len(word) >= LEAST else {word}:
                        self._by_part[text].add(len(self._marks) - 1)
        self.sizes = tuple(sorted({len(words) for _, words in self._marks}))
        """Of how many words such marks are."""

    def __bool__(self) -> bool:
        return bool(self._marks)

    def part(self, word: str) -> bool:
        """Whether a lower-case word may be one word of such a mark."""
        by_part = self._by_part
        if not by_part or len(word) > 40:
            return False
        return word in by_part or any(word[:k] + word[k + 1 :] in by_part for k in range(len(word)))

    def ending(self, words: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Mark]]:
        """The marks that the last of some words misspell, and where they begin; each word comes with its place."""
        for size in self.sizes:
            last = words[-size:]
            if len(last) == size and all(b - a - len(word) <= APART for (a, word), (b, _) in pairwise(last)):
                for mark in self.near([word for _, word in last]):
                    yield last[0][0], mark

    def near(self, written: Sequence[str]) -> tuple[Mark, ...]:
        """The marks that so many lower-case words misspell."""
        common = set[int]().union(*map(self._candidates, written)) if self._by_part else set()
        found = []
        for number in sorted(common):
            mark, words = self._marks[number]
            if len(words) != len(written) or " ".join(written) in mark.ignored:
                continue
            slips = [OSA.distance(a, b, score_cutoff=1) for a, b in zip(written, words, strict=True)]
            if max(slips) <= 1 and any(slips) and _meant(written, words, slips):
                found.append(mark)
        return tuple(found)

    def _candidates(self, word: str) -> set[int]:
        found: set[int] = set()
        for text in dropped(word, 1) if len(word) <= 40 else ():
            found |= self._by_part.get(text, set())
        return found


def _meant(written: Sequence[str], words: Sequence[str], slips: Sequence[int]) -> bool:
    """Whether words that are near those of a mark are a slip of them, and not words of their own."""
    wrong = [(word, own) for word, own, slip in zip(written, words, slips, strict=True) if slip]
    right = [own for own, slip in zip(words, slips, strict=True) if not slip]
    telling = any(not is_word(own) for own in right)
    if any(len(own) < LEAST or (word.startswith(own) and is_word(word) and not telling) for word, own in wrong):
        return False
    strange = any(not is_word(word) for word, _ in wrong)
    cut_short = len(right) > 1 and max(map(len, right)) >= TELLING and all(own == word + own[-1] for word, own in wrong)
    rare = any(len(own) >= TELLING for own in right) and not any(word in common_words() for word, _ in wrong)
    return strange or telling or rare or cut_short
