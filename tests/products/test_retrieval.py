"""The most similar texts are the same whether products are kept for each word or added from the index each time."""

import pytest

from benchmarks._catalogue import generate
from monitor.products import retrieval
from monitor.products.retrieval import Retrieval
from monitor.products.words import words

DATA = generate(300, listings=200)
NAMES = [words(product.name) for product in DATA.products]
TITLES = [listing.title for listing in DATA.listings] + ["", "!", "zzz", NAMES[0][0] * 3, " ".join(NAMES[1]) * 2]


def found() -> list[tuple[tuple[int, ...], tuple[float, ...]]]:
    made = Retrieval(NAMES)
    best = [made.best(title, 12) for title in TITLES]
    return [(tuple(n for n, _ in one), tuple(round(score, 9) for _, score in one)) for one in best]


@pytest.mark.parametrize("most", [40_000, 1_500])
def test_kept_by_word_or_added_each_time(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "MOST_POSTINGS", most)
    kept = found()
    monkeypatch.setattr(retrieval, "SMALL", 0)
    assert kept == found()
    assert sum(bool(numbers) for numbers, _ in kept) > len(DATA.listings) - 5


def test_the_most_common_n_grams_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    all_of_them = found()
    monkeypatch.setattr(retrieval, "MOST_POSTINGS", 1_500)
    assert found() != all_of_them
