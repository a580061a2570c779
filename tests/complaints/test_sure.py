"""Why a person is sure says something of the goods; what is left out of many cases is told once."""

import click
import pytest

from monitor.cli._complaint_draft import _left_out
from monitor.cli._reasons import reason
from monitor.complaints import Ground, channel
from monitor.complaints.statements import in_doubt, is_no_reason
from monitor.complaints.sure import must_be_sure
from monitor.errors import ConfigurationError
from tests.complaints.complaint_world import MARK, PURCHASE, draft, matter

NO_REASONS = (
    "grey import", "This is a grey import.", "parallel import, sold too cheap by an unauthorised seller", "Graumarktware",
    "price is far below floor", "cheap", "genuine", "nothing differs", "the watch itself is ours", "importation parallèle",
    "水货", "这是平行进口", "серый импорт", "all are ours", "very cheap, not fake", "grey import not replica", "低价",
    "not authorised, price is not right", "ok", "OK!", "I am sure.", "...", "-", "x", "yes, cheap", "Ja, ganz sicher", "好的", "low price watch",
)  # fmt: skip
REASONS = (
    "Not a grey import: the serial number is false", "cheap plastic movement", "the title says 1:1 replica",
    "a quartz movement, ours are automatic", "price tag misspelled", "the logo is ours, the dial is not", "not genuine",
    "水货，机芯是假的", "it is a grey import and the movement is quartz",
    "low price knock-off", "cheap Türkei-Kopie", "cheap fake (ok)", "hallmark missing", "假的", "A1 is missing",
    "none are ours", "nothing of it is ours", "very cheap fake", "below floor and fake", "zu billig gefälscht", "低价假货",
)  # fmt: skip


@pytest.mark.parametrize(("sure", "says_nothing"), [*((o, True) for o in NO_REASONS), *((o, False) for o in REASONS)])
def test_a_reason_is_about_the_goods(sure: str, *, says_nothing: bool) -> None:
    way = channel("third_party")
    bought = draft("third_party", ground=Ground.COUNTERFEIT, test_buys=(PURCHASE,))
    assert is_no_reason(sure) is says_nothing
    if says_nothing:
        with pytest.raises(ConfigurationError, match="says nothing of the goods"):
            must_be_sure(bought, way, sure)
    else:
        must_be_sure(bought, way, sure)


@pytest.mark.parametrize("text", ["ok", "Yes!", "...", "?", "x", "I am sure", "Ich bin sicher", "是的", "done."])
def test_a_reason_says_something(text: str) -> None:
    with pytest.raises(click.UsageError, match=r"--looked .* says nothing"):
        reason("--looked", text, 500)


@pytest.mark.parametrize(
    "text", ["", "  ", "as it was", "not sure", "gone", "sent by post", "还在", "假", "№ 12", "ok, the dial is another"]
)
def test_few_words_are_a_reason_and_none_is_none(text: str) -> None:
    assert reason("--looked", f" {text} ", 500) == text.strip()


def test_goods_that_are_ours_are_asked_about() -> None:
    assert in_doubt("the strap is another; the watch itself is ours") == ["the watch itself is ours"]


def test_what_is_left_out_of_many_cases_is_told_once() -> None:
    idle = dict.fromkeys(range(1, 303), (MARK,))
    matters = [matter(number, url=f"https://www.amazon.de/dp/B{number:09}") for number in idle]
    (line,) = _left_out(draft("third_party", *matters, idle=idle), channel("third_party"))
    assert "of case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 292 more speak: it does not count in DE" in line
