"""A text that repeats its names costs what its length costs: twice the text is about twice the work."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.brands import Brand, Trademark
from monitor.marks import CounterfeitWords, MarkIndex

INDEX = MarkIndex(
    [
        Brand(slug="tavarenne", name="Tavarenne", trademarks=(Trademark(text="TAVARENNE", also=("塔瓦雷纳",)),)),
        *(Brand(slug=f"b{n}", name="B", trademarks=(Trademark(text=f"Velmora{n}"),)) for n in range(400)),
    ]
)
PIECES = (
    "Tavarenne",
    "塔瓦雷纳",
    "#tavarenne",
    " ",
    ", ",
    "Nike",
    "Omega",
    "#seiko",
    " not ",
    "\n",
    "(tags ",
    ". ",
    "x ",
)
SHORT, MOST = 60, 2.6


def work(search: Callable[[], object]) -> int:
    """How many lines of Python run."""
    lines = 0

    def count(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        search()
    finally:
        sys.settrace(before)
    return lines


def grows(text: Callable[[int], str], field: str) -> float:
    """How much more work the same shape of text is at twice its length."""
    INDEX.find_in(field, text(2 * SHORT))  # words that are remembered cost nothing the second time
    short, long = (work(lambda n=n: INDEX.find_in(field, text(n))) for n in (SHORT, 2 * SHORT))  # type: ignore[misc]
    return long / short


@pytest.mark.parametrize("field", ["title", "description"])
@pytest.mark.parametrize(
    "text",
    [
        lambda n: "塔瓦雷纳" * n,
        lambda n: "Tavarenne " * n,
        lambda n: "Tavarenne, Nike, Omega. " * n,
        lambda n: " ".join(f"Velmora{k}" for k in range(n)),
    ],
)
def test_twice_the_mentions_are_twice_the_work(text: Callable[[int], str], field: str) -> None:
    assert grows(text, field) < MOST


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5), st.sampled_from(["title", "description"]))
def test_so_is_any_text_that_repeats_itself(pieces: list[str], field: str) -> None:
    assert grows(lambda n: "".join(pieces) * n, field) < MOST


@pytest.mark.parametrize("said", ["AAA bag", "replica? no.", "复刻", "logo blurred,", "1:1"])
def test_so_are_words_of_counterfeiting_however_often_they_are_said(said: str) -> None:
    words = CounterfeitWords()

    def text(n: int) -> str:
        return "".join(f"{said} no{k} " for k in range(n))

    words.find(text(SHORT))
    short, long = (work(lambda n=n: words.find(text(n))) for n in (SHORT, 2 * SHORT))  # type: ignore[misc]
    assert long / short < MOST
