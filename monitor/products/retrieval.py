"""The few products of a catalogue that a text may mean: character n-grams weighted by TF-IDF, in an inverted index."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from monitor.products.words import words

SIZES = (3, 4)
MAX_GRAMS = 1_500


def grams(text: str) -> Counter[str]:
    """Character n-grams within the words of a text, each word marked at both ends; whole short words count too."""
    found: Counter[str] = Counter()
    for word in words(text):
        marked = f" {word} "
        for size in SIZES:
            found.update(marked[start : start + size] for start in range(max(1, len(marked) - size + 1)))
        if len(found) > MAX_GRAMS:
            break
    return found


class Retrieval:
    """An index over texts, prepared once; cosine similarity of a query with each of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size = len(texts)
        counted = [grams(text) for text in texts]
        spread: Counter[str] = Counter()
        for found in counted:
            spread.update(found.keys())
        self._idf = {gram: float(np.log((1 + len(texts)) / (1 + n)) + 1) for gram, n in spread.items()}
        self._unseen = float(np.log(1 + len(texts)) + 1)
        postings: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for number, found in enumerate(counted):
            weights = {gram: (1 + np.log(n)) * self._idf[gram] for gram, n in found.items()}
            length = float(np.sqrt(sum(weight**2 for weight in weights.values()))) or 1.0
            for gram, weight in weights.items():
                postings[gram][0].append(number)
                postings[gram][1].append(weight / length)
        self._postings: dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]] = {
            gram: (np.array(numbers, np.int32), np.array(weights, np.float32))
            for gram, (numbers, weights) in postings.items()
        }

    def similarities(self, text: str) -> NDArray[np.float32]:
        """The cosine similarity, 0 to 1, of the text with each of the index's texts."""
        scores = np.zeros(self._size, np.float32)
        square = 0.0
        for gram, n in grams(text).items():
            weight = float(1 + np.log(n)) * self._idf.get(gram, self._unseen)
            square += weight**2
            if gram in self._postings:
                numbers, weights = self._postings[gram]
                scores[numbers] += weight * weights
        return scores / np.float32(np.sqrt(square) or 1.0)

    def best(self, text: str, count: int) -> list[tuple[int, float]]:
        """The most similar texts as (number, similarity), best first; equal ones in the order of the index."""
        scores = self.similarities(text)
        near = np.argpartition(-scores, count)[:count] if self._size > count else np.arange(self._size)
        ranked = sorted(((int(number), float(scores[number])) for number in near), key=lambda pair: (-pair[1], pair[0]))
        return [(number, score) for number, score in ranked if score > 0]
