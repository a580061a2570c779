"""What people record about a complaint, what two of them may not, and what a clock may not change."""

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import monitor.store.complaints as module
from monitor.cases import Status
from monitor.cli._complaint_aftermath import aftermath
from monitor.cli._complaint_agenda import agenda, unasked
from monitor.errors import ConfigurationError
from monitor.evidence.comparison import NOT_RAISED, RAISED
from monitor.evidence.seal import seal
from monitor.store import Store
from monitor.store.complaint_deadlines import WE, Task
from monitor.store.complaint_drafts import Lot
from monitor.store.complaints import Complaints
from tests.store.store_world import START, Probe, flagged, inspector, looked

DAY = timedelta(days=1)
FILED, DUE = START.date(), date(2026, 3, 20)
ANSWER = Task(who=WE, what="answer the question", due_on=date(2026, 3, 5), met_by_reply=True)
SEND = replace(ANSWER, what="send evidence", due_on=date(2026, 3, 9))
SUE = Task(who=WE, what="sue", due_on=date(2026, 3, 17))


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


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three confirmed cases, which each test copies."""
    file = tmp_path_factory.mktemp("ready") / "m.db"
    with Store(f"sqlite:///{file}") as opened:
        judge = inspector(detectors=[Probe])
        opened.write(looked(judge, *(flagged("a 40", str(number)) for number in (1, 2, 3))), judge)
        opened.decide([1, 2, 3], Status.CONFIRMED, "me", "seen")
    return file


@pytest.fixture
def store(ready: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copy(ready, tmp_path / "m.db")
    with Store(f"sqlite:///{tmp_path / 'm.db'}") as opened:
        yield opened


@pytest.fixture
def complaints(tmp_path: Path, store: Store, clock: type[Clock]) -> Iterator[Complaints]:
    with Complaints(f"sqlite:///{tmp_path / 'm.db'}") as opened:
        yield opened


def see(store: Store, day: float, listing: str = "1") -> None:
    judge = inspector(detectors=[Probe])
    store.write(looked(judge, flagged("a 40", listing, day)), judge)


def draft(complaints: Complaints, *cases: int, channel: str = "c") -> int:
    (number,) = complaints.begin(channel, "aurelia", [Lot("trademark", cases or (1,), "p")])
    complaints.finish([(number, "d", "drafted")], "me")
    return number


def filed(complaints: Complaints, *cases: int, channel: str = "c", due_on: date = DUE) -> int:
    number = draft(complaints, *cases, channel=channel)
    complaints.submit(number, "R", FILED, due_on, "me")
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
    with pytest.raises(ConfigurationError, match="is submitted; only a draft or begun one can be abandoned"):
        complaints.abandon(filed(complaints), "x", "me")


def test_of_two_people_the_second_is_told(complaints: Complaints) -> None:
    number = draft(complaints)
    seen = len(complaints.get(number).steps)
    complaints.submit(number, "R-1", FILED, DUE, "me", seen=seen)
    with pytest.raises(ConfigurationError, match=r"only a draft one can be submitted; .* submitted, by me on .*R-1"):
        complaints.submit(number, "R-2", FILED, DUE, "you", seen=seen)
    seen = len(complaints.get(number).steps)
    complaints.answer(number, "question", "which photo?", FILED, ANSWER, "me", seen=seen)
    for step in (
        lambda: complaints.answer(number, "upheld", "gone", FILED, None, "you", seen=seen),
        lambda: complaints.reply(number, "all", DUE, "you", seen=seen),
    ):
        with pytest.raises(
            ConfigurationError, match=rf"3 steps, not 2.*show {number}; .* question, by me .*which photo"
        ):
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


@pytest.mark.parametrize(
    ("zone", "filed_on", "moved", "refused"),
    [
        ("UTC0", date(2026, 3, 11), 0, False),
        ("UTC0", date(2026, 3, 10), 0, True),
        ("UTC0", date(2026, 3, 10), -1, True),
        ("EST5", date(2026, 3, 10), 0, False),  # there it was drafted on the tenth, at ten in the evening
        ("EST5", date(2026, 3, 9), 0, True),
        ("JST-9", date(2026, 3, 11), 0, False),
        ("JST-9", date(2026, 3, 10), -1, True),
    ],
)
def test_no_filing_is_before_its_draft(
    complaints: Complaints, clock: type[Clock], monkeypatch: pytest.MonkeyPatch,
    zone: str, filed_on: date, moved: int, *, refused: bool,
) -> None:  # fmt: skip
    """Not by one day, whether the clock jumped back or not; by the day that it was where the machine is."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        clock.shows = START + 9 * DAY
        number = draft(complaints)
        clock.shows += moved * DAY
        if refused:
            with pytest.raises(ConfigurationError, match=r"drafted on 2026-03-11.*clock right"):
                complaints.submit(number, "R", filed_on, DUE, "me")
        else:
            complaints.submit(number, "R", filed_on, DUE, "me")
    time.tzset()


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


@pytest.mark.parametrize(
    ("seen_on", "flags", "why"),
    [
        (9, "a 40", ""),
        (9, "b 90", ""),
        (10, "a 40", ""),
        (16, "a 40", ""),
        (17, "a 40", "reopened: the listing is there 7 days after the answer of 2026-03-12, though"),
        (11, "b 90", "reopened: new flag"),
    ],
)
@pytest.mark.parametrize("gone_before", [False, True])
def test_what_was_seen_before_the_answer_did_not_return(
    complaints: Complaints, store: Store, clock: type[Clock], *, seen_on: int, flags: str, why: str, gone_before: bool
) -> None:
    """Also where it was read later: a file of last week says nothing of what became of the listing since."""
    if gone_before:
        store.mark_removed(["https://m.example/1"], START + DAY)
    clock.shows = START + 10 * DAY
    number = draft(complaints)
    complaints.submit(number, "R", clock.shows.date(), DUE, "me")
    complaints.answer(number, "upheld", "removed", clock.shows.date(), None, "me")
    judge = inspector(detectors=[Probe])
    store.write(looked(judge, flagged(flags, "1", seen_on)), judge)
    if gone_before and seen_on > 10:
        why = "reopened: the listing, which was gone, is back"
    last = store.case(1).events[-1]
    assert (store.case(1).case.status == Status.CANDIDATE) is bool(why)
    assert complaints.relisted() == (frozenset({number}) if why else frozenset())
    assert why in last.why
    if gone_before and not why:
        assert "is back, as seen on" in last.why


def test_a_sighting_of_the_day_of_the_answer_uses_up_no_return(
    complaints: Complaints, store: Store, clock: type[Clock]
) -> None:
    number = draft(complaints)
    complaints.submit(number, "R", FILED, DUE, "me")
    clock.shows = START + 1.05 * DAY
    complaints.answer(number, "upheld", "removed", clock.shows.date(), None, "me")
    store.mark_removed(["https://m.example/1"], START + 1.1 * DAY)
    see(store, 1.5)
    assert (status(store, 1), complaints.relisted()) == (["upheld"], frozenset())
    assert store.case(1).events[-1].why.endswith(", not after the answer of 2026-03-03")
    told = len(store.case(1).events)
    see(store, 1.6)
    assert len(store.case(1).events) == told, "it is noted once"
    assert store.mark_removed(["https://m.example/1"], START + 1.7 * DAY) == 1, "it is gone again"
    assert store.mark_removed(["https://m.example/1"], START + 1.8 * DAY) == 0, "as is known"
    assert store.case(1).case.removed_at == START + 1.7 * DAY
    assert store.case(1).events[-1].why == "the listing was gone on 2026-03-03"
    see(store, 2.5)
    assert (status(store, 1), complaints.relisted()) == (["candidate"], {number})
    assert store.case(1).events[-1].why == "reopened: the listing, which was gone, is back"
    assert store.case(1).case.removed_at is None


def test_what_a_person_opens_again_is_not_relisted(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1)
    complaints.answer(number, "upheld", "removed", FILED + DAY, None, "me")
    store.decide([1], Status.CANDIDATE, "me", "another look")
    assert complaints.relisted() == frozenset()


def test_what_a_person_takes_back_of_what_was_upheld_is_told(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, 2)
    complaints.answer(number, "upheld", "removed", FILED + DAY, None, "me")
    assert complaints.recanted() == {}
    (moved,) = store.decide([1], Status.CANDIDATE, "me", "another look")
    assert moved.upheld == (number,)
    assert complaints.recanted()[number][1].startswith("candidate again by me on ")
    (moved,) = store.decide([1], Status.DISMISSED, "ana", "the lab was wrong")
    assert (moved.upheld, list(complaints.recanted()[number])) == ((number,), [1])
    said = complaints.recanted()[number][1]
    assert said.startswith("dismissed by ana on ")
    assert said.endswith(": the lab was wrong")
    complaints.correct(number, "withdrawn", "taken back", FILED + DAY, DUE, "me", cases=[1])
    assert (complaints.recanted(), complaints.get(number).standing) == ({}, {1: "dismissed", 2: "upheld"})


def test_what_was_withdrawn_after_it_gave_us_right_is_counted_whatever_was_said(complaints: Complaints) -> None:
    number, other = filed(complaints, 1, 2), filed(complaints, 3)
    complaints.answer(number, "upheld", "removed", FILED, None, "me", cases=[1])
    complaints.answer(number, "rejected", "other goods", FILED, None, "me", cases=[2])
    complaints.answer(other, "rejected", "other goods", FILED, None, "me")
    complaints.correct(other, "withdrawn", "upheld → withdrawn", FILED, DUE, "me")
    complaints.correct(number, "withdrawn", "w", FILED, DUE, "me", cases=[2])
    assert complaints.undone() == frozenset()
    complaints.correct(number, "withdrawn", "w", FILED, DUE, "me", cases=[1])
    assert complaints.undone() == {number}
    complaints.correct(number, "rejected", "other goods", FILED, DUE, "me", cases=[2])
    complaints.correct(number, "withdrawn", "both", FILED, DUE, "me")
    assert complaints.undone() == {number}
    complaints.correct(number, "upheld", "it was right", FILED, DUE, "me", cases=[1])
    assert complaints.undone() == frozenset()


def test_what_was_confirmed_again_or_is_back_takes_nothing_back(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, 3)
    complaints.answer(number, "upheld", "removed", FILED + DAY, None, "me")
    store.mark_removed(["https://m.example/1"], START + DAY)
    see(store, 2)
    store.decide([1], Status.DISMISSED, "me", "authorised by now: the new sighting is none")
    assert complaints.recanted() == {}
    store.decide([3], Status.CANDIDATE, "me", "another look")
    store.decide([3], Status.CONFIRMED, "me", "it was right")
    assert complaints.recanted() == {}


def due(complaints: Complaints, number: int) -> list[tuple[str, str, date]]:
    return [(one.who, one.what, one.due_on) for one in complaints.get(number).open_deadlines]


def test_no_deadline_puts_another_out_of_sight(complaints: Complaints) -> None:
    number = filed(complaints)
    decide, sue = ("channel", "decide", DUE), ("we", "sue", SUE.due_on)
    complaints.answer(number, "counter_notice", "genuine", FILED, SUE, "me")
    complaints.answer(number, "question", "which photo?", FILED, ANSWER, "me")
    assert due(complaints, number) == [("we", "answer the question", ANSWER.due_on), sue, decide]
    complaints.reply(number, "the second", date(2026, 4, 1), "me")
    assert due(complaints, number) == [sue, ("channel", "decide", date(2026, 4, 1))], "no reply is a suit"
    open_one = complaints.get(number).open_deadlines[0]
    with pytest.raises(ConfigurationError, match="no open deadline 99"):
        complaints.done(number, 99, "x", "me")
    complaints.answer(number, "upheld", "removed", FILED, None, "me")
    assert due(complaints, number) == [sue], "what the law asks of us outlives the platform's answer"
    assert complaints.done(number, open_one.id, "1 O 23/26", "me") == "sue"
    assert due(complaints, number) == []
    every = {one.what: (one.done_by, one.how) for one in complaints.get(number).deadlines}
    assert every["sue"] == ("me", "1 O 23/26"), "what was done stays"
    assert complaints.get(number).steps[-1].text == "sue: 1 O 23/26"


def test_a_reply_says_which_of_several_it_is(complaints: Complaints) -> None:
    number = filed(complaints)
    complaints.answer(number, "question", "which photo?", FILED, ANSWER, "me")
    complaints.answer(number, "evidence_request", "invoice?", FILED, SEND, "me")
    first, second, *_ = complaints.get(number).open_deadlines
    with pytest.raises(ConfigurationError, match=f"{first.id}: answer the question, by 2026-03-05; {second.id}: send"):
        complaints.reply(number, "x", DUE, "me")
    with pytest.raises(ConfigurationError, match="no open deadline 99 that a reply meets"):
        complaints.reply(number, "x", DUE, "me", to=99)
    complaints.reply(number, "x", DUE, "me", to=second.id)
    assert ("we", "answer the question", ANSWER.due_on) in due(complaints, number)
    assert "send evidence" not in {what for _, what, _ in due(complaints, number)}


def test_a_seller_may_object_after_the_takedown(complaints: Complaints) -> None:
    number = filed(complaints)
    complaints.answer(number, "upheld", "removed", FILED, None, "me")
    complaints.answer(number, "counter_notice", "genuine", FILED, SUE, "me")
    assert due(complaints, number) == [("we", "sue", SUE.due_on)]
    with pytest.raises(ConfigurationError, match="only a submitted one"):
        complaints.answer(number, "question", "x", FILED, ANSWER, "me")


def status(store: Store, *cases: int) -> list[str]:
    return [str(store.case(key).case.status) for key in cases]


def test_each_link_has_its_own_result(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, 2, 3)
    complaints.answer(number, "upheld", "removed", FILED, None, "me", cases=[1])
    assert (complaints.get(number).status, status(store, 1, 2, 3)) == (
        "submitted",
        ["upheld", "submitted", "submitted"],
    )
    assert due(complaints, number) == [("channel", "decide", DUE)], "it must still decide of the others"
    with pytest.raises(ConfigurationError, match="case 9 is none of complaint 1"):
        complaints.answer(number, "rejected", "x", FILED, None, "me", cases=[9])
    with pytest.raises(ConfigurationError, match="case 9 is none of complaint 1"):
        complaints.answer(number, "question", "x", FILED, ANSWER, "me", cases=[9])
    with pytest.raises(ConfigurationError, match=r"case 1 is recorded as upheld.*complaint correct 1"):
        complaints.answer(number, "rejected", "x", FILED, None, "me", cases=[1])
    complaints.answer(number, "rejected", "other goods", FILED, None, "me", cases=[3])
    complaints.answer(number, "withdrawn", "ours", FILED + DAY, None, "me")
    one = complaints.get(number)
    assert (one.status, one.ended_on, dict(one.results)) == (
        "partly_upheld", FILED + DAY, {1: "upheld", 2: "withdrawn", 3: "rejected"}
    )  # fmt: skip
    assert status(store, 1, 2, 3) == ["upheld", "withdrawn", "rejected"]
    assert [step.text for step in one.steps[-3:]] == ["removed (case 1)", "other goods (case 3)", "ours (case 2)"]


def test_the_same_row_of_a_file_counts_once(complaints: Complaints) -> None:
    number = filed(complaints)
    assert complaints.answer(number, "question", "more?", FILED, ANSWER, "me", source="a" * 64)
    complaints.reply(number, "sent", DUE, "me")
    before = complaints.get(number)
    assert not complaints.answer(number, "question", "more?", FILED, ANSWER, "me", source="a" * 64)
    assert complaints.get(number) == before
    assert complaints.answer(number, "upheld", "removed", FILED, None, "me", source="b" * 64)
    assert not complaints.answer(number, "upheld", "removed", FILED, None, "me", source="b" * 64)


def test_a_wrong_answer_is_put_right_and_stays_in_the_history(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, 2)
    complaints.answer(number, "upheld", "removed", FILED, None, "me")
    with pytest.raises(ConfigurationError, match="is recorded as upheld already"):
        complaints.correct(number, "upheld", "x", FILED, DUE, "you")
    complaints.correct(number, "rejected", "the mail was about another", FILED + DAY, DUE, "you")
    one = complaints.get(number)
    assert (one.status, one.ended_on, status(store, 1, 2)) == ("rejected", FILED + DAY, ["rejected", "rejected"])
    assert [(step.kind, step.by) for step in one.steps[-2:]] == [("upheld", "me"), ("correction", "you")]
    assert one.steps[-1].text == "upheld → rejected: the mail was about another"
    complaints.correct(number, "submitted", "no answer came yet", FILED + DAY, DUE, "you", cases=[2])
    one = complaints.get(number)
    assert (one.status, one.ended_on, status(store, 1, 2)) == ("submitted", None, ["rejected", "submitted"])
    assert due(complaints, number) == [("channel", "decide", DUE)]
    complaints.answer(number, "upheld", "removed", FILED + DAY, None, "me")
    assert status(store, 1, 2) == ["rejected", "upheld"]
    last = store.case(2).events[-1]
    assert (last.before, last.after, last.by) == ("submitted", "upheld", "me")


def test_a_deadline_that_a_wrong_end_did_away_with_is_due_again(complaints: Complaints) -> None:
    number = filed(complaints)
    complaints.answer(number, "question", "which?", FILED, ANSWER, "me")
    complaints.answer(number, "rejected", "no", FILED, None, "me")
    assert due(complaints, number) == []
    complaints.correct(number, "submitted", "of another", FILED, DUE, "me")
    assert sorted(due(complaints, number)) == [("channel", "decide", DUE), ("we", "answer the question", ANSWER.due_on)]


@pytest.mark.parametrize(
    ("end", "then"), [("settled", "withdrawn"), ("answered", "confirmed"), ("no_answer", "confirmed")]
)
def test_what_a_letter_comes_to_is_no_finding_against_the_seller(
    complaints: Complaints, store: Store, end: str, then: str
) -> None:
    number = filed(complaints, 1, 2, channel="letter")
    complaints.answer(number, end, "by mail", FILED + DAY, None, "me")
    assert (complaints.get(number).status, status(store, 1, 2)) == (end, [then, then])
    assert store.case(1).events[-1].why == f"complaint {number} through letter: {end.replace('_', ' ')}, by mail"
    complaints.correct(number, "submitted", "too early", FILED + DAY, DUE, "you")
    assert status(store, 1, 2) == ["submitted", "submitted"]
    complaints.answer(number, "answered", "x", FILED + DAY, None, "me", cases=[1])
    complaints.answer(number, "no_answer", "x", FILED + DAY, None, "me", cases=[2])
    assert (complaints.get(number).status, status(store, 1, 2)) == ("answered", ["confirmed", "confirmed"])
    assert draft(complaints, 1, 2) == number + 1, "the next step may follow"


def after(complaints: Complaints, store: Store, number: int, day: float, folder: Path | None = None) -> list[str]:
    """What is to be done after a letter, some days after the start."""
    found = complaints.find()
    return list(aftermath(folder or Path(), store.case, [complaints.get(number)], found, (START + day * DAY).date()))


def test_goods_that_stand_still_after_a_letter_are_due_with_the_next_step(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, 2, 3, channel="letter")
    complaints.answer(number, "answered", "we look into it", FILED + DAY, None, "me", cases=[1])
    complaints.answer(number, "no_answer", "", FILED + DAY, None, "me", cases=[2, 3])
    unread = "(letter) got no answer, and nobody read the listing of case {} since; have it read (monitor crawl, or"
    told = after(complaints, store, number, 2)
    assert [unread.format(key) in words for key, words in zip((2, 3), told, strict=True)] == [True, True]
    assert "was answered, and nobody read the listing of case 1" in after(complaints, store, number, 8)[0]
    see(store, 3, "1")
    see(store, 3, "2")
    store.mark_removed(["https://m.example/3"], START + 3 * DAY)
    first, second, third = after(complaints, store, number, 8)
    assert "was answered, and the listing of case 1 stood still when it was read on 2026-03-05; draft" in first
    assert ("draft the next step: monitor complaint draft CHANNEL 2;" in second, "decide 2 dismissed" in second) == (
        True,
        True,
    )
    assert third.endswith(
        f"found gone on 2026-03-05; if that settles it: monitor complaint answer {number} settled --case 3"
    )
    draft(complaints, 1, channel="other")
    store.decide([2], Status.DISMISSED, "me", "it is ours")
    assert [words.split(" was found")[0][-6:] for words in after(complaints, store, number, 8)] == ["case 3"]


@pytest.mark.parametrize(
    ("raised", "seller", "told"),
    [
        (True, "no", "stood still when it was read on 2026-03-06"),
        (False, "no", "was not flagged any more when it was read on"),
        (True, "yes", "and somebody else sells where the listing of case 1 was, as its capture of 2026-03-06 shows"),
        (False, "yes", "and somebody else sells where the listing of case 1 was, as its capture of 2026-03-06 shows"),
    ],
)
def test_a_capture_after_a_letter_is_a_read(
    complaints: Complaints, store: Store, tmp_path: Path, seller: str, told: str, *, raised: bool
) -> None:
    number = filed(complaints, 1, channel="letter")
    complaints.answer(number, "no_answer", "", FILED + DAY, None, "me")
    flags = [[flag.kind, flag.rule] for flag in store.case(1).case.finding.flags]
    compared = {
        "flags": [{"kind": kind, "rule": rule, "again": RAISED if raised else NOT_RAISED} for kind, rule in flags],
        "other_seller": seller,
    }
    content = json.dumps(compared).encode()
    seal(tmp_path, {"crawl/comparison.json": content}, case=1, kind="capture", by="t", at=START + 4 * DAY, note="",
         shows="listing")  # fmt: skip
    (words,) = after(complaints, store, number, 8, tmp_path)
    assert told in words


def test_a_draft_that_was_given_up_is_no_complaint(complaints: Complaints, store: Store) -> None:
    number = draft(complaints, 1)
    cases = [store.case(1).case]
    assert list(unasked(cases, complaints.find())) == []
    complaints.abandon(number, "another way", "me")
    (told,) = unasked(cases, complaints.find())
    assert "a confirmed case has no complaint yet (1)" in told


def test_an_older_draft_about_the_case_is_the_next_step(complaints: Complaints, store: Store) -> None:
    other = draft(complaints, 1, channel="other")
    number = filed(complaints, 1, 2, channel="letter")
    complaints.answer(number, "no_answer", "", FILED + DAY, None, "me")
    (told,) = after(complaints, store, number, 8)
    assert "case 2" in told
    complaints.abandon(other, "another way", "me")
    assert len(after(complaints, store, number, 8)) == 2


def test_a_listing_that_returns_after_a_letter_is_looked_at_again(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, 2, channel="letter")
    complaints.answer(number, "answered", "removed", FILED, None, "me")
    other = draft(complaints, 2, channel="other")
    store.mark_removed(["https://m.example/1", "https://m.example/2"], START + DAY)
    assert "if that settles it" in after(complaints, store, number, 2)[0]
    see(store, 2, "1")
    see(store, 2, "2")
    assert status(store, 1, 2) == ["candidate", "confirmed"], "what the next complaint is about stays as it is"
    (told,) = after(complaints, store, number, 3)
    assert told.endswith("was answered, and the listing of case 1 is back; look: monitor cases show 1")
    store.decide([1], Status.CONFIRMED, "me", "again")
    assert "stood still" in after(complaints, store, number, 9)[0]
    complaints.abandon(other, "another way", "me")
    assert len(after(complaints, store, number, 9)) == 2


@pytest.mark.parametrize(("first", "then", "case"), [
    ("no_answer", "answered", "confirmed"), ("no_answer", "settled", "withdrawn"), ("answered", "settled", "withdrawn"),
    ("answered", "withdrawn", "withdrawn"), ("answered", "answered", "confirmed"),
])  # fmt: skip
def test_an_answer_that_comes_later_counts(
    complaints: Complaints, store: Store, first: str, then: str, case: str
) -> None:
    number = filed(complaints, 1, 2, channel="letter")
    complaints.answer(number, first, "x", FILED + DAY, None, "me")
    store.mark_removed(["https://m.example/1"], START + DAY)
    complaints.answer(number, then, "by phone", FILED + 3 * DAY, None, "you")
    one = complaints.get(number)
    assert (one.status, one.ended_on, status(store, 1, 2)) == (then, FILED + 3 * DAY, [case, case])
    assert [step.kind for step in one.steps][-2:] == [first, then]
    if then in ("settled", "withdrawn"):
        with pytest.raises(ConfigurationError, match="only a submitted one"):
            complaints.answer(number, "answered", "x", FILED + 4 * DAY, None, "me")
    else:
        with pytest.raises(ConfigurationError, match="is recorded as"):
            complaints.answer(number, "no_answer", "", FILED + 4 * DAY, None, "me")
        complaints.answer(number, "question", "which one?", FILED + 4 * DAY, ANSWER, "me")
        assert due(complaints, number) == [("we", "answer the question", ANSWER.due_on)]


@pytest.mark.parametrize("first", ["settled", "rejected", "upheld", "withdrawn"])
@pytest.mark.parametrize("undecided", ["answered", "no_answer"])
def test_an_answer_that_comes_later_about_one_case_of_a_letter_counts(
    complaints: Complaints, store: Store, first: str, undecided: str
) -> None:
    number = filed(complaints, 1, 2, channel="letter")
    complaints.answer(number, first, "x", FILED + DAY, None, "me", cases=[1])
    complaints.answer(number, undecided, "x", FILED + DAY, None, "me", cases=[2])
    with pytest.raises(ConfigurationError, match=f"case 1 is recorded as {first}"):
        complaints.answer(number, "settled", "gone", FILED + 2 * DAY, None, "me", cases=[1])
    complaints.answer(number, "settled", "gone", FILED + 2 * DAY, None, "me", cases=[2])
    assert (complaints.get(number).results, status(store, 2)) == ({1: first, 2: "settled"}, ["withdrawn"])


def test_a_case_that_another_channel_still_has_stays_there_when_a_letter_is_answered(
    complaints: Complaints, store: Store
) -> None:
    number = filed(complaints, 1, channel="letter")
    filed(complaints, 1, channel="other")
    complaints.answer(number, "no_answer", "x", FILED + DAY, None, "me")
    assert status(store, 1) == ["submitted"]


def test_a_correction_leaves_a_case_that_somebody_moved_since(complaints: Complaints, store: Store) -> None:
    number = filed(complaints, 1, channel="letter")
    complaints.answer(number, "answered", "x", FILED + DAY, None, "me")
    store.decide([1], Status.DISMISSED, "you", "he may")
    store.decide([1], Status.CANDIDATE, "you", "looked again")
    store.decide([1], Status.CONFIRMED, "you", "he may not")
    complaints.correct(number, "settled", "of another", FILED + DAY, DUE, "me")
    assert status(store, 1) == ["confirmed"]


@pytest.mark.parametrize("end", ["rejected", "withdrawn", "upheld"])
def test_a_suit_stays_to_be_filed_until_a_person_says_done(complaints: Complaints, end: str) -> None:
    number = filed(complaints, channel="jd")
    complaints.answer(number, "counter_notice", "genuine", FILED, SUE, "me")
    complaints.answer(number, end, "x", FILED, None, "me")
    assert due(complaints, number) == [("we", "sue", SUE.due_on)]
    (task,) = complaints.get(number).open_deadlines
    (line,) = agenda(complaints.find(), FILED, 15)
    assert f"we must sue, due on {SUE.due_on}; then: monitor complaint done {number} {task.id} --how" in line
    complaints.done(number, task.id, "sued", "me")
    assert (due(complaints, number), list(agenda(complaints.find(), FILED, 15))) == ([], [])


@pytest.mark.parametrize(
    ("today", "ours", "theirs"),
    [
        (date(2026, 11, 27), True, False),  # a Friday: the reply of Wednesday is four working days in advance
        (date(2026, 11, 28), True, False),
        (date(2026, 12, 2), True, False),
        (date(2026, 12, 3), True, True),
        (date(2026, 11, 5), False, False),
    ],
)
def test_what_we_owe_is_told_before_what_a_channel_owes(
    complaints: Complaints, today: date, ours: bool, theirs: bool
) -> None:
    number = filed(complaints, channel="alibaba_ipp", due_on=date(2026, 12, 8))
    task = Task(who=WE, what="answer the question", due_on=date(2026, 12, 2), met_by_reply=True)
    complaints.answer(number, "question", "which?", FILED, task, "me")
    said = "\n".join(agenda(complaints.find(), today, 15))
    assert ("we must answer the question" in said, "alibaba_ipp must decide" in said) == (ours, theirs)


@pytest.mark.parametrize("end", ["upheld", "rejected", "withdrawn"])
def test_the_answer_alone_ends_a_case_that_a_complaint_waits_for(
    complaints: Complaints, store: Store, end: str
) -> None:
    first = filed(complaints)
    with pytest.raises(ConfigurationError, match=f"complaint {first} about it waits .* complaint answer {first} {end}"):
        store.decide([1], Status(end), "me", "I gave it up")
    assert status(store, 1) == ["submitted"]
    complaints.answer(first, end, "x", FILED, None, "me")
    assert status(store, 1) == [end]


def test_nobody_dismisses_what_is_alleged_elsewhere(complaints: Complaints, store: Store) -> None:
    """Upheld by one and opened again, while another still waits: it is withdrawn there first."""
    first, second = filed(complaints), filed(complaints, channel="other")
    complaints.answer(first, "upheld", "removed", FILED, None, "me")
    store.decide([1], Status.CANDIDATE, "me", "another look")
    with pytest.raises(ConfigurationError, match=f"withdraw it there, and then: .* answer {second} withdrawn --case 1"):
        store.decide([1], Status.DISMISSED, "me", "ours")
    complaints.answer(second, "withdrawn", "ours", FILED, None, "me")
    assert status(store, 1) == ["candidate"], "one that was opened again stays as it is"
    store.decide([1], Status.DISMISSED, "me", "ours")


def test_who_decides_learns_of_drafts_and_of_who_decided_before(complaints: Complaints, store: Store) -> None:
    number = draft(complaints, 1, 2)
    one, two = store.decide([1, 2], Status.DISMISSED, "you", "ours")
    assert (one.before and (one.before.by, one.before.after, one.before.why)) == ("me", "confirmed", "seen")
    assert (two.case, two.drafts) == (2, (number,))
    with pytest.raises(ConfigurationError, match=r"case 1 is dismissed and cannot.*by you since .*: ours"):
        store.decide([1], Status.DISMISSED, "me", "not ours")
    (again,) = store.decide([1], Status.CANDIDATE, "you", "a second look")
    assert (again.before, again.drafts) == (None, ())
    (line,) = agenda(complaints.find(), FILED, 15)
    assert f"complaint {number}: do not file it, case 1 is candidate, case 2 is dismissed" in line


def test_an_old_result_says_nothing_of_a_new_complaint(
    complaints: Complaints, store: Store, clock: type[Clock]
) -> None:
    first = filed(complaints)
    complaints.answer(first, "upheld", "removed", FILED, None, "me")
    clock.shows = START + DAY
    store.decide([1], Status.CANDIDATE, "me", "again")
    store.decide([1], Status.CONFIRMED, "me", "again")
    second = draft(complaints)
    complaints.submit(second, "R", FILED + timedelta(1), DUE, "me")
    complaints.answer(second, "rejected", "no", FILED + timedelta(1), None, "me")
    assert status(store, 1) == ["rejected"]


def test_what_was_begun_is_finished_taken_back_or_given_up(complaints: Complaints) -> None:
    lots = [Lot("trademark", (1,), "p-1"), Lot("trademark", (2,), "p-2")]
    one, two = complaints.begin("c", "aurelia", lots)
    assert [complaints.get(number).status for number in (one, two)] == ["begun", "begun"]
    with pytest.raises(ConfigurationError, match=f"complaint {one} through c is open"):
        draft(complaints, 1)
    with pytest.raises(ConfigurationError, match="only a draft one can be submitted"):
        complaints.submit(one, "R", FILED, DUE, "me")
    complaints.drop([one, two])
    with pytest.raises(ConfigurationError, match=f"there is no complaint {one}"):
        complaints.get(one)
    (again,) = complaints.begin("c", "aurelia", lots[:1])
    complaints.abandon(again, "interrupted", "me")
    complaints.drop([again])
    assert [step.text for step in complaints.get(again).steps] == ["interrupted"], "what somebody said stays"
    draft(complaints, 3)
    with pytest.raises(ConfigurationError, match="case 3: complaint"):
        complaints.begin("c", "aurelia", [Lot("trademark", (2,), "p-3"), Lot("trademark", (3,), "p-4")])
    assert "p-3" not in {found.package for found in complaints.find()}, "all or none"


def test_what_was_really_filed_is_never_lost(complaints: Complaints, store: Store) -> None:
    """Of a draft that was given up, and about a case that somebody dismissed since."""
    number = draft(complaints, 1, 2)
    store.decide([2], Status.DISMISSED, "me", "the seller is authorised")
    complaints.abandon(number, "do not file it", "me")
    with pytest.raises(ConfigurationError, match="only a draft one can be submitted"):
        complaints.submit(number, "R", FILED, DUE, "me")
    complaints.submit(number, "R", FILED, DUE, "me", although="a colleague had sent it")
    one = complaints.get(number)
    assert (one.status, one.standing, one.due_on) == ("submitted", {1: "submitted", 2: "dismissed"}, DUE)
    said = "although it should not have been: a colleague had sent it; case 2 stays dismissed"
    assert one.steps[-1].text.endswith(said)
    assert complaints.wrongly_filed() == {number: "a colleague had sent it"}
    complaints.answer(number, "withdrawn", "taken back", FILED, None, "me")
    assert complaints.get(number).standing == {1: "withdrawn", 2: "dismissed"}


def test_what_was_filed_before_its_draft_is_recorded_with_how(complaints: Complaints) -> None:
    number, day = draft(complaints), FILED - 400 * DAY
    with pytest.raises(ConfigurationError, match="by other means before it was drafted here, say how with --earlier"):
        complaints.submit(number, "R", day, DUE, "me")
    with pytest.raises(ConfigurationError, match="--earlier is for what was filed before its draft"):
        complaints.submit(number, "R", FILED + 400 * DAY, DUE, "me", earlier="by post")
    complaints.submit(number, "R", day, DUE, "me", earlier="by counsel's letter")
    one = complaints.get(number)
    assert (one.status, one.filed_on, complaints.wrongly_filed()) == ("submitted", day, {})
    assert one.steps[-1].text.startswith(f"filed on {day}, before this draft: by counsel's letter, reference R, ")
    complaints.answer(number, "upheld", "removed", day + DAY, None, "me")


def test_what_a_person_writes_does_not_say_that_it_should_not_have_been_filed(complaints: Complaints) -> None:
    number, note = draft(complaints), "they asked for one more; although it should not have been: we looked"
    complaints.submit(number, f"R {note}", FILED, DUE, "me", looked=note)
    assert complaints.wrongly_filed() == {}


def test_deadlines_stand_when_the_clock_jumps_back(complaints: Complaints, clock: type[Clock]) -> None:
    """They are days that were told; what is recorded later by an earlier clock moves none of them."""
    clock.shows = START + 9 * DAY
    number = draft(complaints)
    complaints.submit(number, "R", clock.shows.date(), DUE, "me")
    complaints.answer(number, "question", "which?", clock.shows.date(), ANSWER, "me")
    clock.shows = START - 300 * DAY
    assert [task.due_on for task in complaints.get(number).open_deadlines] == [ANSWER.due_on, DUE]
    complaints.reply(number, "this one", date(2026, 3, 25), "me")
    one = complaints.get(number)
    assert [(task.due_on, task.done_at is None) for task in one.deadlines] == [
        (DUE, False), (ANSWER.due_on, False), (date(2026, 3, 25), True),
    ]  # fmt: skip
    assert "clock showed" in one.steps[-1].text
    assert [step.at for step in one.steps] == sorted(step.at for step in one.steps)


def test_deadlines_of_a_clock_that_ran_ahead_are_told_at_once(complaints: Complaints, clock: type[Clock]) -> None:
    clock.shows = START + 70 * 365 * DAY
    ahead = clock.shows.date()
    number = draft(complaints)
    complaints.submit(number, "R", ahead, ahead + 9 * DAY, "me")
    clock.shows = START
    (line,) = agenda(complaints.find(), FILED, 15)
    assert f"by {ahead + 9 * DAY}, and no deadline is so far off; was this machine's clock wrong" in line
    complaints.answer(number, "upheld", "removed", FILED + DAY, None, "me")
    assert (complaints.get(number).status, list(agenda(complaints.find(), FILED, 15))) == ("upheld", [])


def test_an_answer_is_not_before_a_filing_that_was(complaints: Complaints) -> None:
    with pytest.raises(ConfigurationError, match="is before that"):
        complaints.answer(filed(complaints), "upheld", "x", FILED - DAY, None, "me")
