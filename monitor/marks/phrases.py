"""Marks of two or three words, some of which are written with a slip: "Luis Vuiton", "The Nort Face"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from monitor.marks.folding import WORDS, squeeze
from monitor.marks.forms import Mark
from monitor.marks.lexicon import lexicon
from monitor.marks.typos import dropped
from monitor.marks.vocabulary import common_words, is_own, is_word

LEAST = 4
"""Words of fewer letters are not looked for with a slip."""
APART = 3
"""So many characters may stand between two of the words."""
TELLING = 5
"""From so many letters on a word that is written right tells which mark is meant."""
VOWELS = "aeiou"
SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("y", "i"), ("w", "v"), ("z", "s"))
"""How letters are written that sound alike, and in what they are compared."""


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
            slips = [_slip(a, b) for a, b in zip(written, words, strict=True)]
            if max(slips) > 1 or not any(slips):
                continue
            if _meant(written, words, slips):
                found.append(mark)
            elif _perhaps_meant(written, words, slips):
                found.append(replace(mark, near=mark.near or lexicon().named_goods))
        return tuple(found)

    def _candidates(self, word: str) -> set[int]:
        found: set[int] = set()
        for text in dropped(word, 1) if len(word) <= 40 else ():
            found |= self._by_part.get(text, set())
        return found


def _slip(written: str, own: str) -> int:
    """0 for the same word, 1 for one slip of it or another writing of its sound ("Kline"), 2 for another word."""
    slip = OSA.distance(written, own, score_cutoff=1)
    alike = slip > 1 and written[:1] == own[:1] and abs(len(written) - len(own)) <= 1
    return 1 if alike and _sound(written) == _sound(own) else slip


def _sound(word: str) -> tuple[str, ...]:
    """The consonants of a word as they sound, and its vowels in whatever order."""
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    word = squeeze(word)
    return "".join(char for char in word if char not in VOWELS and char != "h"), *sorted(set(VOWELS).intersection(word))


def _meant(written: Sequence[str], words: Sequence[str], slips: Sequence[int]) -> bool:
    """Whether words that are near those of a mark are surely a slip of them, and not words or names of their own."""
    wrong, right = _told(written, words, slips)
    telling = any(not is_word(own) for own in right)
    strange = any(not is_own(word) for word, _ in wrong)
    cut_short = len(right) > 1 and max(map(len, right)) >= TELLING and all(own == word + own[-1] for word, own in wrong)
    swapped = _ends_rarely(words, slips) and all(sorted(word) == sorted(own) for word, own in wrong)
    return (strange or telling or cut_short or swapped) and _are_slips(wrong, telling=telling)


def _perhaps_meant(written: Sequence[str], words: Sequence[str], slips: Sequence[int]) -> bool:
    """Whether such words, each a word or a name of its own, are a slip where goods stand beside them."""
    wrong, right = _told(written, words, slips)
    known, ends_rarely = any(word in common_words() for word, _ in wrong), _ends_rarely(words, slips)
    rare = ends_rarely or (any(len(own) >= TELLING for own in right) and not known)
    heard = bool(right) and all(_sound(word) == _sound(own) for word, own in wrong)
    return (rare or heard) and _are_slips(wrong, telling=ends_rarely)


def _told(
    written: Sequence[str], words: Sequence[str], slips: Sequence[int]
) -> tuple[list[tuple[str, str]], list[str]]:
    """The words that are written wrong, each with the mark's own, and those that are written right."""
    wrong = [(word, own) for word, own, slip in zip(written, words, slips, strict=True) if slip]
    return wrong, [own for own, slip in zip(words, slips, strict=True) if not slip]


def _ends_rarely(words: Sequence[str], slips: Sequence[int]) -> bool:
    """Whether the last word of a mark is written right, and is seldom met; many bear a first name."""
    return not slips[-1] and len(words[-1]) >= LEAST and words[-1] not in common_words()


def _are_slips(wrong: Sequence[tuple[str, str]], *, telling: bool) -> bool:
    """Whether no word is too short for a slip, or only goes on behind the mark's own."""
    return not any(len(own) < LEAST or (word.startswith(own) and is_word(word) and not telling) for word, own in wrong)
