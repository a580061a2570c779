"""Marks with some letters hidden behind signs: N*ke, Gucc*, Ad*das. Everybody reads them, and no search finds them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from monitor.marks.forms import Mark
from monitor.marks.vocabulary import is_word

SIGNS = "*＊✱∗•●○×_#~^■□★☆♥❤♡"
LINKS = ".-"
"""Signs that also link words and end sentences: they hide letters of long marks only, and of none in capitals."""
SELECTOR = "\ufe0f"
WORD = re.compile(rf"(?<![\w{SIGNS}])[^\W\d_](?:[^\W\d_]|[{SIGNS}{LINKS}]{SELECTOR}?){{2,39}}(?![\w])")
ANY = re.compile(rf"[{SIGNS}{LINKS}]")
LEAST_SHOWN = 3
LEAST_SHARE = 0.5
LEAST_LINKED = 6


class Masked:
    """All marks by their first letter and length, as a mask keeps both."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks: dict[tuple[str, int], list[Mark]] = defaultdict(list)
        for mark in marks:
            if not (mark.exact or mark.anywhere) and mark.letters.isalpha() and len(mark.letters) > LEAST_SHOWN:
                self._marks[mark.letters[0], len(mark.letters)].append(mark)

    def find(self, text: str) -> Iterator[tuple[Mark, int, int]]:
        """Each masked mark with its place. Half of its letters show or more, at least three, the first among them."""
        if not self._marks or not ANY.search(text):
            return
        for match in WORD.finditer(text):
            written = match[0].replace(SELECTOR, "")
            word = unicodedata.normalize("NFKC", written).lower()
            if len(word) != len(written) or not ANY.search(word.rstrip(LINKS)):
                continue
            if any(sign in word for sign in LINKS) and (len(word) < LEAST_LINKED or written.isupper()):
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
