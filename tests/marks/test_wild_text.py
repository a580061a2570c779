"""Whatever the text and the marks: no exception, and spans that lie in the text."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.brands import Brand, Trademark
from monitor.marks import CounterfeitWords, MarkIndex, name_parts, same_name

WILD = st.text(st.characters(exclude_categories=()), max_size=80)
PIECES = st.lists(
    st.sampled_from(
        [
            "AURELIA",
            "aure",
            "lia",
            "4ur3l!@",
            "\u200b",
            "\u0301",
            "\ud800",
            "🅰",
            "ﬁ",
            "İ",
            "ß",
            " ",
            "-",
            "用",
            "for ",
            "奥蕾",
            "莉亚",
            ".*",
            "\n",
        ]
    )
    | WILD,
    max_size=8,
).map("".join)
MARKS = ("AURELIA", "奥蕾莉亚", "a.b*c+", "(((", "İstanbul", "\u0301\u0301", "ﬁne", "C++", "Yahoo!", "x" * 300)


def index(*marks: str) -> MarkIndex:
    return MarkIndex([Brand(slug=str(n), name="B", trademarks=(Trademark(text=mark),)) for n, mark in enumerate(marks)])


INDEX = index(*MARKS)
WORDS = CounterfeitWords([".*", "((("])


@settings(max_examples=400, deadline=None)
@given(PIECES)
def test_any_text(text: str) -> None:
    for mentions in INDEX.find_in("title", text).values():
        for mention in mentions:
            assert 0 <= mention.start < mention.end <= len(text)
            assert mention.text == text[mention.start : mention.end]
            assert 0 < mention.score <= 1
    for suspicion in WORDS.find(text):
        assert 0 <= suspicion.start < suspicion.end <= len(text)
        assert suspicion.text == text[suspicion.start : suspicion.end]
    name_parts(text)
    same_name(text)


@settings(max_examples=200, deadline=None)
@given(WILD.filter(str.strip), WILD)
def test_any_mark_is_found_in_its_own_writing_or_not_at_all(mark: str, text: str) -> None:
    for mentions in index(mark).find_in("title", f"{text} {mark} {text}").values():
        assert all(mention.mark == mark for mention in mentions)


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_the_answer_does_not_depend_on_what_was_asked_before(text: str) -> None:
    assert index(*MARKS).find_in("title", text) == INDEX.find_in("title", text)


def test_a_megabyte_takes_no_time() -> None:
    begin = time.process_time()
    for piece in (
        "a",
        "AURELIA ",
        "aurelia",
        "\u0301",
        "a b c d e ",
        "奥",
        "|!+",
        "for a, ",
        "replica ",
        "ﷺ",
        "a.u.r.e.l.i.",
    ):
        text = piece * (1_000_000 // len(piece))
        INDEX.find_in("description", text)
        WORDS.find(text)
        name_parts(text)
    assert time.process_time() - begin < 20
