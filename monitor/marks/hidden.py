"""Words of counterfeiting in disguise: rep1ica, r.e.p.l.i.c.a, m1rror quality, 高.仿."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from monitor.marks.excuses import EDGES, edge
from monitor.marks.folding import Table, is_cjk, positions, skeleton
from monitor.marks.keys import Keys

LEAST = 6
"""Letters of a word that is found in disguise; shorter ones come up in model numbers."""
LEAST_SPLIT = 7
"""Of a word that a space cuts in two (repli ca)."""
TOKEN = re.compile(r"\S{6,40}")
SPACED = re.compile(r"(?<!\S)\S(?: \S){5,}(?!\S)")
"""A word whose letters stand apart: r e p l i c a."""
WORD = re.compile(r"[^\W\d_]{2,40}")
SINGLES = re.compile(r"(?<!\w)\w(?: \w)+(?!\w)")
SIGN = r"[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]"
EMOJI = r"[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?"
BETWEEN = re.compile(rf"(?<={SIGN})(?:[.*+·丶_~^-]|{EMOJI}(?!{SIGN}{{2}}))(?={SIGN})")
"""What parts two signs of a word and is no punctuation of theirs: 高.仿, 高🔥仿, but 颜值高✨仿羊皮 says two things."""
VOICED = re.compile(r"[\uff66-\uff9d][\uff9e\uff9f]")
GAPPED = Table(merged=True, signs=True, spaced=True)


class Hidden:
    """Phrases that are looked for with digits or signs in the place of letters, or between them."""

    def __init__(self, phrases: Iterable[str]) -> None:
        phrases = list(phrases)
        self._plain = frozenset(one for one in phrases if "'" in one)  # "replica's" is no disguise
        letters = [phrase for phrase in phrases if phrase.replace(" ", "").isalpha() and not any(map(is_cjk, phrase))]
        long = [phrase for phrase in letters if len(phrase) >= LEAST]
        self._words = frozenset(skeleton(phrase) for phrase in long if " " not in phrase)
        self._phrases = Keys({phrase.translate(GAPPED): True for phrase in long if " " in phrase})

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where such phrases stand, in a writing that nobody chooses innocently."""
        if not text.isalpha():
            yield from self._in_tokens(text)
            yield from self._in_phrases(text)

    def _in_tokens(self, text: str) -> Iterator[tuple[int, int]]:
        for match in (*TOKEN.finditer(text), *SPACED.finditer(text)):
            token = match[0].strip(EDGES)
            signed = any(map(str.isalpha, token)) and not token.isalpha() and token.lower() not in self._plain
            if signed and skeleton(token) in self._words:
                start = match.start() + match[0].index(token)
                yield start, start + len(token)
        for one, other in pairwise(WORD.finditer(text)):
            parts = skeleton(one[0]), skeleton(other[0])
            split = "".join(parts)
            if (
                len(split) >= LEAST_SPLIT
                and split in self._words
                and text[one.end() : other.start()] == " "
                and self._words.isdisjoint(parts)
            ):
                yield one.start(), other.end()

    def _in_phrases(self, text: str) -> Iterator[tuple[int, int]]:
        read = text.translate(GAPPED)
        places: Sequence[int] = ()
        for first, last, _ in self._phrases.find(read):
            places = places or positions(text, GAPPED)
            start, end = places[first], places[last - 1] + 1
            odd = not text[start:end].replace(" ", "").replace("-", "").isalpha()
            if odd and edge(read, first, -1) and edge(read, last - 1, 1):
                yield start, end


def closed(text: str) -> tuple[str, Sequence[int]]:
    """A text in which single signs that stand apart are words again (高 仿, 高.仿), and where each character was.

    A half-width letter and its voicing, which are two characters, are one there (ﾊﾟ).
    """
    dropped = {place for match in BETWEEN.finditer(text) for place in range(match.start(), match.end())}
    for match in SINGLES.finditer(text):
        if any(map(is_cjk, match[0])):
            dropped.update(range(match.start() + 1, match.end(), 2))
    pairs = ((match.start(), unicodedata.normalize("NFKC", match[0])) for match in VOICED.finditer(text))
    voiced = {place: char for place, char in pairs if len(char) == 1}
    dropped.update(place + 1 for place in voiced)
    kept = [place for place in range(len(text)) if place not in dropped] if dropped else range(len(text))
    return ("".join(voiced.get(place, text[place]) for place in kept) if dropped else text), kept
