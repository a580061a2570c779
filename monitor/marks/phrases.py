"""Marks of two words, one or both of which are written with a slip: "Luis Vuiton"."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from monitor.marks.folding import WORDS
from monitor.marks.forms import Mark
from monitor.marks.typos import dropped
from monitor.marks.vocabulary import is_word

LEAST = 4
"""Words of fewer letters are not looked for with a slip."""


class Phrases:
    """The marks of two words, under each text that comes of dropping a letter of one of them."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._by_part: dict[str, set[int]] = defaultdict(set)
        self._marks: list[tuple[Mark, tuple[str, str]]] = []
        for mark in marks:
            words = mark.text.translate(WORDS).split()
            if mark.exact or mark.anywhere or len(words) != 2 or len(mark.letters) < 2 * LEAST:
                continue
            self._marks.append((mark, (words[0], words[1])))
            for word in words:
                for text in dropped(word, 1) if len(word) >= LEAST else {word}:
                    self._by_part[text].add(len(self._marks) - 1)

    def __bool__(self) -> bool:
        return bool(self._marks)

    def part(self, word: str) -> bool:
        """Whether a lower-case word may be one word of such a mark."""
        by_part = self._by_part
        if not by_part or len(word) > 40:
            return False
        return word in by_part or any(word[:k] + word[k + 1 :] in by_part for k in range(len(word)))

    def near(self, first: str, second: str) -> tuple[Mark, ...]:
        """The marks that two lower-case words misspell."""
        common = self._candidates(first) & self._candidates(second) if self._by_part else set()
        found = []
        for number in sorted(common):
            mark, (one, two) = self._marks[number]
            slips = [OSA.distance(a, b, score_cutoff=1) for a, b in ((first, one), (second, two))]
            if max(slips) > 1 or not any(slips) or f"{first} {second}" in mark.ignored:
                continue
            pairs = ((first, one, slips[0]), (second, two, slips[1]))
            strange = any(not is_word(word) for word, _, slip in pairs if slip)
            telling = any(not slip and not is_word(own) for _, own, slip in pairs)
            grown = any(slip and word.startswith(own) and is_word(word) for word, own, slip in pairs)
            if (strange or telling) and not grown:
                found.append(mark)
        return tuple(found)

    def _candidates(self, word: str) -> set[int]:
        found: set[int] = set()
        for text in dropped(word, 1) if len(word) <= 40 else ():
            found |= self._by_part.get(text, set())
        return found
