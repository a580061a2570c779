"""Lines fit a terminal by what its columns hold, go on under their words, and are left alone elsewhere."""

import sys

import pytest

from monitor.cli._lines import in_lines, tell, width_of

ADDRESS = "https://shop.example/item/a-long-name-of-goods-0123456789"


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("奥蕾莉亚", 8), ("가나", 4), ("e\u0301", 1), ("क्ष", 2), ("ﾊﾞ", 2), ("＠", 2), ("", 0)],
)
def test_the_width_of_a_text_is_that_on_a_terminal(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("line", "room", "lines"),
    [
        ("", 20, [""]),
        ("short", 20, ["short"]),
        ("one two three four", 9, ["one two", "three", "four"]),
        ("exactly twenty signs", 20, ["exactly twenty signs"]),
        ("  - one two three four", 14, ["  - one two", "    three four"]),
        ("  2. one two three four", 14, ["  2. one two", "     three", "     four"]),
        ("  title        one two three", 27, ["  title        one two", "               three"]),
        ("kind  a  b  c and more", 16, ["kind  a  b  c", "      and more"]),
        ("  2026-10-05 03:00  seen again", 29, ["  2026-10-05 03:00  seen", "                    again"]),
        ("  title: one two three", 19, ["  title: one two", "         three"]),
        ("To decide: one two", 17, ["To decide: one", "two"]),
        ("   words that stand in", 14, ["   words that", "   stand in"]),
        ("奥蕾莉亚 子午线四十毫米", 9, ["奥蕾莉亚", "子午线四", "十毫米"]),
        ("子午线四，十毫米（自动）表", 8, ["子午线", "四，十毫", "米（自", "动）表"]),
        (f"see {ADDRESS} at once", 24, ["see", ADDRESS, "at once"]),
        (f"  address      {ADDRESS}", 40, [f"  address      {ADDRESS}"]),
        ("a_label_much_longer_than_any_has  and words", 20, ["a_label_much_longer_than_any_has", "and words"]),
    ],
)
def test_a_line_that_is_too_long_goes_on_under_its_words(line: str, room: int, lines: list[str]) -> None:
    assert in_lines(line, room) == lines


def test_where_it_goes_on_can_be_told() -> None:
    assert in_lines("ok       brands         one two three", 33, hang=24) == [
        "ok       brands         one two",
        " " * 24 + "three",
    ]


def test_no_room_at_all_loses_nothing() -> None:
    assert " ".join(in_lines("  title        one 奥蕾 two", 1)).split() == ["title", "one", "奥", "蕾", "two"]


@pytest.mark.parametrize(("terminal", "lines"), [(True, 4), (False, 1)])
def test_only_a_terminal_is_wrapped_for(
    terminal: bool, lines: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    tell("- " + "word " * 12)
    assert len(capsys.readouterr().out.splitlines()) == lines
