"""Where a word of trade stands in a name, as it is written there: what a sentence may quote."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from monitor.marks.eastern import simplified
from monitor.marks.folding import WORDS, is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.names import MAX_NAME, name_parts

TOKEN = re.compile(r"[^\s_(){}\[\]|/,:;!?\"]+")
MOST_WORDS = 4
"""Phrases of more words are not in the lexicon."""


class Written(NamedTuple):
    """What stands in a name from `start` to `end`, and `reads`, the word that it reads as, in its usual writing."""

    start: int
    end: int
    text: str
    reads: str

    @property
    def is_plain(self) -> bool:
        """Whether the word stands there in its usual letters, in whatever case."""
        return self.reads in self.text.casefold()


def written(name: str, word: str) -> Written:
    """Where a word that `name_parts` gave stands in the name: the fewest words that hold it."""
    start, end = next(_spans(name[:MAX_NAME], word), (0, len(name)))
    return Written(start, end, name[start:end], usual(word))


def usual(word: str) -> str:
    """A word of trade, as it is compared, in the writing of the lexicon."""
    return _usual().get(word, word)


def _spans(name: str, word: str) -> Iterator[tuple[int, int]]:
    if word and is_cjk(word[0]):
        folded = simplified("".join(char.translate(WORDS) or " " for char in name))
        if len(folded) == len(name) and (at := folded.find(word)) >= 0:
            yield at, at + len(word)
        elif len(folded) == len(name) and (apart := re.search(r"\s*".join(map(re.escape, word)), folded)):
            yield apart.span()
    tokens = [match.span() for match in TOKEN.finditer(name)]
    for count in range(1, MOST_WORDS + 1):
        for first, last in zip(tokens, tokens[count - 1 :], strict=False):
            parts = name_parts(name[first[0] : last[1]])
            if word in (*parts.official, *parts.trade):
                yield first[0], last[1]


@cache
def _usual() -> dict[str, str]:
    lex = lexicon()
    found: dict[str, str] = {}
    for phrase in sorted((*lex.official, *lex.shop, *lex.legal)):
        for one in (phrase, *phrase.split()):
            found.setdefault(simplified(" ".join(one.translate(WORDS).split())), one)
    return found
