"""The few products of a catalogue that a text may mean: character n-grams weighted by TF-IDF, in an inverted index."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from monitor.products.words import words

SIZES = (3, 4)
MAX_GRAMS = 1_500
MOST_POSTINGS = 40_000
NEAR = 0.6
KEPT = 4096
SMALL = 20_000
"""Of catalogues up to so many texts, the products with each word are kept."""
KEPT_PRODUCTS = 4_000_000
"""So many numbers are kept of them in all, 32 MB."""


@lru_cache(maxsize=KEPT)
def _of_word(word: str) -> tuple[str, ...]:
    marked = f" {word} "
    return tuple(marked[at : at + size] for size in SIZES for at in range(max(1, len(marked) - size + 1)))


@dataclass(frozen=True, slots=True)
class _Summed:
    """Some n-grams together: in how many texts each stands, summed, and the sum of their squared weights."""

    postings: int
    square: float
    products: NDArray[np.float64]
    """Each text's product with them; of a large catalogue it is empty."""


class Retrieval:
    """An index over texts by their words, prepared once; 200 bytes or so a text."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        self._numbers: dict[str, int] = {}
        flat, lengths = array("i"), array("i")
        of_word: dict[str, list[int]] = {}
        for text in texts:
            found: set[int] = set()
            for word in text:
                if (numbers := of_word.get(word)) is None:
                    numbers = of_word[word] = [
                        self._numbers.setdefault(gram, len(self._numbers)) for gram in _of_word(word)
                    ]
                found.update(numbers)
                if len(found) > MAX_GRAMS:
                    break
            flat.extend(found)
            lengths.append(len(found))
        self._size = len(lengths)
        gram_of = np.array(flat, np.int32)
        text_of = np.repeat(np.arange(self._size, dtype=np.int32), np.array(lengths, np.int64))
        spread = np.bincount(gram_of, minlength=len(self._numbers))
        self._idf = np.log((1 + self._size) / (1 + spread)) + 1
        self._unseen = float(np.log(1 + self._size) + 1)
        squares = np.bincount(text_of, weights=self._idf[gram_of] ** 2, minlength=self._size)
        order = np.argsort(gram_of, kind="stable")
        self._texts: NDArray[np.int32] = text_of[order]
        self._weights = (self._idf[gram_of] ** 2 / np.sqrt(squares[text_of]))[order].astype(np.float32)
        self._grams_of = lru_cache(maxsize=KEPT)(self._apart)
        kept = KEPT_PRODUCTS // max(1, self._size) if self._size <= SMALL else KEPT
        self._summed = lru_cache(maxsize=min(KEPT, kept))(self._sum)
        self._starts = np.concatenate(([0], np.cumsum(spread)))

    def best(self, text: str, count: int) -> list[tuple[int, float]]:
        """The most similar texts as (number, cosine similarity from 0 to 1), best first; equal ones in their order.

        In large catalogues the most common n-grams, which say least, are left out once `MOST_POSTINGS` were looked at.
        """
        seen: set[int] = set()
        unseen: set[str] = set()
        fresh: list[_Summed] = []
        for word in words(text):
            numbers, others = self._grams_of(word)
            if new := numbers - seen:
                fresh.append(self._summed(new))
                seen |= new
            unseen |= others
            if len(seen) + len(unseen) > MAX_GRAMS:
                break
        if not seen:
            return []
        length = sqrt(sum(one.square for one in fresh) + len(unseen) * self._unseen**2)
        scores = self._products(fresh, seen)
        highest = scores[scores.argmax()]
        if highest <= 0:
            return []
        near = (scores >= NEAR * highest).nonzero()[0]
        if near.size > count * 20:
            near = near[np.argpartition(scores[near], near.size - count)[-count:]]
        ranked = sorted(zip((-scores[near]).tolist(), near.tolist(), strict=True))[:count]
        return [(number, -score / length) for score, number in ranked]

    def _apart(self, word: str) -> tuple[frozenset[int], frozenset[str]]:
        """The numbers of a word's n-grams, and those n-grams that no text of the index has."""
        found = _of_word(word)
        numbers = frozenset(self._numbers[gram] for gram in found if gram in self._numbers)
        return numbers, frozenset(gram for gram in found if gram not in self._numbers)

    def _sum(self, grams: frozenset[int]) -> _Summed:
        known = np.array(sorted(grams), np.int64)
        starts, ends = self._starts[known].tolist(), self._starts[known + 1].tolist()
        products = self._added(starts, ends) if self._size <= SMALL else np.zeros(0)
        return _Summed(sum(ends) - sum(starts), sum((self._idf[known] ** 2).tolist()), products)

    def _products(self, fresh: Sequence[_Summed], seen: Iterable[int]) -> NDArray[np.float64]:
        """The product of each text with n-grams of unit weight: `fresh` are those of each word, `seen` all of them."""
        if self._size <= SMALL and sum(one.postings for one in fresh) <= MOST_POSTINGS:
            total = np.zeros(self._size)
            for one in fresh:
                total += one.products
            return total
        known = np.array(sorted(seen), np.int64)
        starts, ends = self._starts[known], self._starts[known + 1]
        order = np.argsort(ends - starts, kind="stable")
        kept = order[: max(1, int(np.searchsorted(np.cumsum((ends - starts)[order]), MOST_POSTINGS)) + 1)]
        return self._added(starts[kept].tolist(), ends[kept].tolist())

    def _added(self, starts: Sequence[int], ends: Sequence[int]) -> NDArray[np.float64]:
        """The weights that stand between places of the index, summed for each text."""
        parts = [slice(*bounds) for bounds in zip(starts, ends, strict=True)]
        each = np.concatenate([self._weights[part] for part in parts])
        where = np.concatenate([self._texts[part] for part in parts])
        return np.bincount(where, weights=each, minlength=self._size).astype(np.float64, copy=False)
