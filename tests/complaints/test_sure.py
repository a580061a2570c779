"""Why a person is sure says something of the goods; what is left out of many cases is told once."""

import pytest

from monitor.cli._complaint_draft import _left_out, must_be_sure
from monitor.complaints import Ground, channel
from monitor.complaints.purchases import in_doubt, is_no_reason
from monitor.errors import ConfigurationError
from tests.complaints.complaint_world import MARK, PURCHASE, draft, matter

NO_REASONS = (
    "grey import", "This is a grey import.", "parallel import, sold too cheap by an unauthorised seller", "Graumarktware",
    "price is far below floor", "cheap", "genuine", "nothing differs", "the watch itself is ours", "importation parallèle",
    "水货", "这是平行进口", "серый импорт", "all are ours", "very cheap, not fake", "grey import not replica", "低价",
    "not authorised, price is not right",
)  # fmt: skip
REASONS = (
    "Not a grey import: the serial number is false", "cheap plastic movement", "the title says 1:1 replica",
    "a quartz movement, ours are automatic", "price tag misspelled", "the logo is ours, the dial is not", "not genuine",
    "水货，机芯是假的", "it is a grey import and the movement is quartz", "x",
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


def test_goods_that_are_ours_are_asked_about() -> None:
    assert in_doubt("the strap is another; the watch itself is ours") == ["the watch itself is ours"]


def test_what_is_left_out_of_many_cases_is_told_once() -> None:
    idle = dict.fromkeys(range(1, 303), (MARK,))
    matters = [matter(number, url=f"https://www.amazon.de/dp/B{number:09}") for number in idle]
    (line,) = _left_out(draft("third_party", *matters, idle=idle), channel("third_party"))
    assert "of case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 292 more speak: it does not count in DE" in line
