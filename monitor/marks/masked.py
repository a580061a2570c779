"""Marks with some letters hidden behind signs: N*ke, Ad*das, Louis Vuit*on. People read them, and no search does."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from monitor.marks.folding import WORDS
from monitor.marks.forms import Mark
from monitor.marks.vocabulary import is_word

SIGNS = "*＊✱∗•●○×_#~^■□★☆♥❤♡"
LINKS = ".-"
"""Signs that also link words and end sentences: they hide letters of long marks only, and of none in capitals."""
SELECTOR = "\ufe0f"
WORD = re.compile(rf"(?<![\w{SIGNS}])[^\W\d_](?:[^\W\d_]|[{SIGNS}{LINKS}]{SELECTOR}?){{2,39}}(?![\w])")
ANY = re.compile(rf"[{SIGNS}{LINKS}]")
PART = re.compile(rf"(?<![\w{SIGNS}])[^\W\d_](?:[^\W\d_]|[{SIGNS}]{SELECTOR}?){{1,39}}(?![\w])")
"""A word of a mark of several."""
HIDES = re.compile(rf"[{SIGNS}]")
LEAST_SHOWN = 3
LEAST_OF_PART = 2
"""So many letters of a masked word show where the mark's other words stand beside it."""
MOST_WORDS = 3
LEAST_SHARE = 0.5
LEAST_LINKED = 6


class Masked:
    """All marks by their first letter and length, as a mask keeps both."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks: dict[tuple[str, int], list[Mark]] = defaultdict(list)
        self._of_several: dict[tuple[str, int], list[tuple[Mark, tuple[str, ...]]]] = defaultdict(list)
        self._parts: dict[tuple[str, int], set[str]] = defaultdict(set)
        for mark in marks:
            if mark.exact or mark.anywhere or not mark.letters.isalpha() or len(mark.letters) <= LEAST_SHOWN:
                continue
            self._marks[mark.letters[0], len(mark.letters)].append(mark)
            words = tuple(mark.text.translate(WORDS).split())
            if 1 < len(words) <= MOST_WORDS and "".join(words) == mark.letters:
                self._of_several[words[0][0], len(words[0])].append((mark, words))
                for word in words:
                    self._parts[word[0], len(word)].add(word)
        self.sizes = frozenset(len(words) for several in self._of_several.values() for _, words in several)
        """Of how many words the marks of several are."""

    def find(self, text: str) -> Iterator[tuple[Mark, int, int]]:
        """Each masked mark with its place. Half of its letters show or more, at least three, the first among them."""
        if not self._marks or not ANY.search(text):
            return
        yield from self._several(text)
        for match in WORD.finditer(text):
            word = _lower(match[0])
            if not ANY.search(word.rstrip(LINKS)):
                continue
            if any(sign in word for sign in LINKS) and (len(word) < LEAST_LINKED or match[0].isupper()):
                continue
            shown = {place: char for place, char in enumerate(word) if char.isalpha()}
            if len(shown) < max(LEAST_SHOWN, LEAST_SHARE * len(word)):
                continue
            # A sign behind a whole word is that of a footnote.
            if max(shown) == len(shown) - 1 and is_word(word[: len(shown)]):
                continue
            for mark in self._marks.get((word[0], len(word)), ()):
                if all(mark.letters[place] == char for place, char in shown.items()):
                    yield mark, match.start(), match.end()

    def part(self, token: str) -> bool:
        """Whether a word may be a masked one of a mark of several words."""
        found = PART.search(token) if self._parts and HIDES.search(token) else None
        word = _lower(found[0]) if found else ""
        return bool(word) and any(_hides(word, own) for own in self._parts.get((word[0], len(word)), ()))

    def _several(self, text: str) -> Iterator[tuple[Mark, int, int]]:
        """Marks of two or three words of which one is masked or more, the others as they are."""
        if not self._of_several or not HIDES.search(text):
            return
        found = [(match, word) for match in PART.finditer(text) if (word := _lower(match[0]))]
        for at, (match, word) in enumerate(found):
            for mark, words in self._of_several.get((word[0], len(word)), ()):
                row = found[at : at + len(words)]
                beside = all(text[one.end() : other.start()].isspace() for (one, _), (other, _) in pairwise(row))
                if beside and _masks([said for _, said in row], words):
                    yield mark, match.start(), row[-1][0].end()


def _lower(written: str) -> str:
    """A word in lower case, its signs as they are; empty where a character of it becomes several."""
    plain = written.replace(SELECTOR, "")
    word = unicodedata.normalize("NFKC", plain).lower()
    return word if len(word) == len(plain) else ""


def _masks(written: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words are those of a mark, one of them masked at least."""
    if len(written) != len(words) or not any(HIDES.search(word.rstrip(SIGNS)) for word in written):
        return False
    return all(one == own or _hides(one, own) for one, own in zip(written, words, strict=True))


def _hides(word: str, own: str) -> bool:
    """Whether a word with signs is a word of a mark, of which half shows or more, the first letter among it."""
    shown = {place: char for place, char in enumerate(word) if char.isalpha()}
    if len(word) != len(own) or len(shown) == len(word):
        return False
    enough = len(shown) >= max(LEAST_OF_PART, LEAST_SHARE * len(word))
    return enough and all(own[place] == char for place, char in shown.items())
