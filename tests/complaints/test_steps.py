"""What people record about a complaint, what two of them may not, and what a clock may not change."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import monitor.store.complaints as module
from monitor.cases import Status
from monitor.errors import ConfigurationError
from monitor.store import Store
from monitor.store.complaints import Complaints
from tests.store.store_world import START, Probe, flagged, inspector, looked

DAY = timedelta(days=1)
FILED, DUE = START.date(), date(2026, 3, 20)


class Clock(datetime):
    """A clock that a test sets."""

    shows = START

    @classmethod
    def now(cls, tz: object = None) -> datetime:
        return cls.shows


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    monkeypatch.setattr(module, "datetime", Clock)
    monkeypatch.setattr(Clock, "shows", START)
    return Clock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three confirmed cases."""
    with Store(f"sqlite:///{tmp_path / 'm.db'}") as opened:
        judge = inspector(detectors=[Probe])
        opened.write(looked(judge, *(flagged("a 40", str(number)) for number in (1, 2, 3))), judge)
        opened.decide([1, 2, 3], Status.CONFIRMED, "me", "seen")
        yield opened


@pytest.fixture
def complaints(tmp_path: Path, store: Store, clock: type[Clock]) -> Iterator[Complaints]:
    with Complaints(f"sqlite:///{tmp_path / 'm.db'}") as opened:
        yield opened


def see(store: Store, day: float, listing: str = "1") -> None:
    judge = inspector(detectors=[Probe])
    store.write(looked(judge, flagged("a 40", listing, day)), judge)


def draft(complaints: Complaints, *cases: int, channel: str = "c") -> int:
    return complaints.add(channel, "aurelia", "trademark", cases or (1,), "p", "d", "me")


def filed(complaints: Complaints, *cases: int, channel: str = "c") -> int:
    number = draft(complaints, *cases, channel=channel)
    complaints.submit(number, "R", FILED, DUE, "me")
    return number


def test_a_draft_is_given_up_and_made_again(complaints: Complaints, store: Store) -> None:
    number = draft(complaints)
    with pytest.raises(ConfigurationError, match=f"complaint {number} through c is open.*abandon {number}"):
        draft(complaints, 2, 1)
    assert draft(complaints, channel="other") == number + 1
    complaints.abandon(number, "the wrong right", "you")
    one = complaints.get(number)
    assert (one.status, one.steps[-1].by, one.steps[-1].text) == ("abandoned", "you", "the wrong right")
    assert store.case(1).case.status == Status.CONFIRMED
    for step in (
        lambda: complaints.submit(number, "R", FILED, DUE, "me"),
        lambda: complaints.abandon(number, "again", "me"),
        lambda: complaints.reply(number, "x", DUE, "me"),
        lambda: complaints.answer(number, "upheld", "x", FILED, None, "me"),
    ):
        with pytest.raises(ConfigurationError, match=f"complaint {number} is abandoned"):
            step()
    assert draft(complaints) == number + 2


def test_one_that_was_filed_is_not_given_up(complaints: Complaints) -> None:
    with pytest.raises(ConfigurationError, match="is submitted; only a draft one can be abandoned"):
        complaints.abandon(filed(complaints), "x", "me")


def test_of_two_people_the_second_is_told(complaints: Complaints) -> None:
    number = draft(complaints)
    seen = len(complaints.get(number).steps)
    complaints.submit(number, "R-1", FILED, DUE, "me", seen=seen)
    with pytest.raises(ConfigurationError, match="only a draft one can be submitted"):
        complaints.submit(number, "R-2", FILED, DUE, "you", seen=seen)
    seen = len(complaints.get(number).steps)
    complaints.answer(number, "question", "which photo?", FILED, DUE, "me", seen=seen)
    for step in (
        lambda: complaints.answer(number, "upheld", "gone", FILED, None, "you", seen=seen),
        lambda: complaints.reply(number, "all", DUE, "you", seen=seen),
    ):
        with pytest.raises(ConfigurationError, match=rf"has 3 steps, not 2.*complaint show {number}"):
            step()
    complaints.reply(number, "the second", date(2026, 4, 1), "you", seen=seen + 1)
    one = complaints.get(number)
    assert (one.status, one.reference, one.due_on) == ("submitted", "R-1", date(2026, 4, 1))
    assert [step.kind for step in one.steps] == ["draft", "submitted", "question", "reply"]


def test_a_clock_that_jumps_back_changes_no_order(complaints: Complaints, clock: type[Clock]) -> None:
    clock.shows = START + 9 * DAY
    number = draft(complaints)
    clock.shows = START + 2 * DAY
    with pytest.raises(ConfigurationError, match=r"drafted on 2026-03-11.*clock right.*--on"):
        complaints.submit(number, "R", date(2026, 3, 4), DUE, "me")
    complaints.submit(number, "R", date(2026, 3, 11), DUE, "me")
    first, second = complaints.get(number).steps
    assert second.at == first.at == START + 9 * DAY
    assert "clock showed 2026-03-04 03:00 UTC" in second.text
    assert "clock" not in first.text


def test_a_listing_found_gone_confirms_a_takedown(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, 2)
    assert complaints.get(number).gone == ()
    store.mark_removed(["https://m.example/1"], START + DAY)
    assert complaints.get(number).gone == (1,)
    store.mark_removed(["https://m.example/2"], START + DAY)
    assert complaints.find()[0].gone == complaints.find()[0].cases == (1, 2)


def test_one_gone_before_the_filing_confirms_nothing(complaints: Complaints, store: Store, clock: type[Clock]) -> None:
    store.mark_removed(["https://m.example/1"], START + DAY)
    clock.shows = START + 3 * DAY
    number = draft(complaints)
    complaints.submit(number, "R", date(2026, 3, 5), DUE, "me")
    assert complaints.get(number).gone == ()


def test_what_returns_is_relisted_for_good(complaints: Complaints, store: Store, clock: type[Clock]) -> None:
    first, other = filed(complaints, 1), filed(complaints, 3)
    for number in (first, other):
        complaints.answer(number, "upheld", "removed", FILED + DAY, None, "me")
    store.mark_removed(["https://m.example/1"], START + DAY)
    assert complaints.relisted() == frozenset()
    see(store, 2)
    assert store.case(1).case.status == Status.CANDIDATE
    assert complaints.relisted() == {first}
    assert complaints.get(first).gone == ()
    store.decide([1], Status.CONFIRMED, "me", "again")
    clock.shows = datetime.now(tz=START.tzinfo)
    second = draft(complaints, 1)
    complaints.submit(second, "R-2", clock.shows.date(), DUE, "me")
    complaints.answer(second, "upheld", "removed", clock.shows.date(), None, "me")
    assert store.case(1).case.status == Status.UPHELD
    assert complaints.relisted() == {first}, "the second complaint held, and the first did not"


def test_what_a_person_opens_again_is_not_relisted(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1)
    complaints.answer(number, "upheld", "removed", FILED + DAY, None, "me")
    store.decide([1], Status.CANDIDATE, "me", "another look")
    assert complaints.relisted() == frozenset()
