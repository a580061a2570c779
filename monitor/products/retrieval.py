"""The few products of a catalogue that a text may mean: character n-grams weighted by TF-IDF, in an inverted index."""

from array import array
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from monitor.products.words import words

SIZES = (3, 4)
MAX_GRAMS = 1_500
MOST_POSTINGS = 40_000
NEAR = 0.5


def grams(text: str) -> set[str]:
    """Character n-grams within the words of a text, each word marked at both ends; a short word counts as a whole."""
    found: set[str] = set()
    for word in words(text):
        marked = f" {word} "
        for size in SIZES:
            found.update([marked[start : start + size] for start in range(max(1, len(marked) - size + 1))])
        if len(found) > MAX_GRAMS:
            break
    return found


class Retrieval:
    """An index over texts, prepared once; 200 bytes or so a text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._numbers: dict[str, int] = {}
        flat, lengths = array("i"), array("i")
        for text in texts:
            found = [self._numbers.setdefault(gram, len(self._numbers)) for gram in sorted(grams(text))]
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
        self._starts = np.concatenate(([0], np.cumsum(spread)))

    def similarities(self, text: str) -> NDArray[np.float64]:
        """The cosine similarity, 0 to 1, of the text with each of the index's texts.

        In large catalogues the most common n-grams, which say least, are left out once `MOST_POSTINGS` were looked at.
        """
        found = grams(text)
        known = np.array(sorted(self._numbers[gram] for gram in found if gram in self._numbers), np.int64)
        if not known.size:
            return np.zeros(self._size)
        weights = self._idf[known]
        length = np.sqrt(float((weights**2).sum()) + (len(found) - known.size) * self._unseen**2)
        starts, ends = self._starts[known], self._starts[known + 1]
        order = np.argsort(ends - starts, kind="stable")
        kept = order[: max(1, int(np.searchsorted(np.cumsum((ends - starts)[order]), MOST_POSTINGS)) + 1)]
        parts = [slice(*bounds) for bounds in zip(starts[kept].tolist(), ends[kept].tolist(), strict=True)]
        each = np.concatenate([self._weights[part] for part in parts])
        where = np.concatenate([self._texts[part] for part in parts])
        scores: NDArray[np.float64] = np.bincount(where, weights=each, minlength=self._size) / length
        return scores

    def best(self, text: str, count: int) -> list[tuple[int, float]]:
        """The most similar texts as (number, similarity), best first; equal ones in the order of the index."""
        scores = self.similarities(text)
        highest = float(scores.max(initial=0.0))
        if highest <= 0:
            return []
        near = np.flatnonzero(scores >= NEAR * highest)
        if near.size > count * 20:
            near = near[np.argpartition(scores[near], near.size - count)[-count:]]
        ranked = sorted(((int(number), float(scores[number])) for number in near), key=lambda pair: (-pair[1], pair[0]))
        return ranked[:count]
