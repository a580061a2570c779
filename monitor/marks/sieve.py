"""The quick look: whether a text surely holds no mark. Titles repeat their words, so words are looked at once."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from monitor.marks.folding import LETTERS, SEPARATED, Table
from monitor.marks.keys import Places

MAX_REMEMBERED = 200_000
MAX_TOKEN = 60
MAX_TOKENS = 2_000


class Folds(dict[str, str]):
    """The skeletons of words, worked out as they come."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, token: str) -> str:
        folded = token.translate(self._table)
        if len(token) <= MAX_TOKEN:
            if len(self) >= MAX_REMEMBERED:
                self.clear()
            self[token] = folded
        return folded


class Memory:
    """What was looked at: texts without a mark, and those of them that may be one word of a mark of several."""

    def __init__(self) -> None:
        self.harmless: set[str] = set()
        self.parts: set[str] = set()


class Sieve:
    """Remembers words, and stretches of words, in which no mark was found.

    `places` says which keys of marks stand where in a skeleton; `looks` says whether a text holds a mark, slowly and
    surely; `part` whether a word may be one of the words of a mark of several, and `sizes` of how many words such
    marks are.
    """

    def __init__(
        self,
        places: Places,
        looks: Callable[[str], bool],
        part: Callable[[str], bool],
        sizes: Sequence[int],
    ) -> None:
        self._places = places
        self._looks = looks
        self._part = part
        self._sizes = sizes
        self._memory = Memory()
        self._folds = Folds(LETTERS), Folds(SEPARATED)

    def is_clean(self, text: str) -> bool:
        """Whether no mark stands in the text; False means that it has to be looked at."""
        tokens, memory = text.split(), self._memory
        if len(memory.harmless) >= MAX_REMEMBERED:
            memory = self._memory = Memory()
        if len(tokens) > MAX_TOKENS or len(tokens) == 1:
            return False
        if not memory.harmless.issuperset(tokens) and not self._are_harmless(tokens, memory):
            return False
        if not memory.parts.isdisjoint(tokens) and not self._are_harmless(self._phrases(tokens, memory), memory):
            return False
        if not self._is_clean_across(tokens, text, self._folds[0], memory):
            return False
        signs = "!" in text or "|" in text or "+" in text
        return not signs or self._is_clean_across(tokens, text, self._folds[1], memory)

    def _phrases(self, tokens: Sequence[str], memory: Memory) -> Iterator[str]:
        """The stretches of as many words as marks have that hold a part of one; signs between words do not count."""
        words = [token for token in tokens if self._folds[1][token]]
        for size in self._sizes:
            for first in range(len(words) + 1 - size):
                stretch = words[first : first + size]
                if not memory.parts.isdisjoint(stretch):
                    yield " ".join(stretch)

    def _is_clean_across(self, tokens: list[str], text: str, folds: Folds, memory: Memory) -> bool:
        """Whether nothing that reaches over several words is a mark."""
        folded = list(map(folds.__getitem__, tokens))
        hits = self._places("".join(folded))
        if not hits:
            return True
        ends = list(accumulate(map(len, folded)))
        stretches = set()
        for _, start, end in hits:
            final = bisect_right(ends, end - 1)
            if final and start < ends[final - 1]:
                stretches.add((bisect_right(ends, start), final))
        if not stretches:
            return True
        if " ".join(tokens) != text:  # other spaces than plain ones may hide a mark
            return False
        return self._are_harmless((" ".join(tokens[first : final + 1]) for first, final in stretches), memory)

    def _are_harmless(self, texts: Iterable[str], memory: Memory) -> bool:
        return all(text in memory.harmless or self._is_harmless(text, memory) for text in texts)

    def _is_harmless(self, text: str, memory: Memory) -> bool:
        if self._looks(text):
            return False
        if len(text) <= 3 * MAX_TOKEN:
            if " " not in text and self._part(text):
                memory.parts.add(text)
            memory.harmless.add(text)
        return True
