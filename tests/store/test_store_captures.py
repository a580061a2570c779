"""Cases that wait to be captured: the severe first, one process at each, what failed later again, and nothing lost."""

from datetime import timedelta

from monitor.cases import Status
from monitor.store import Store
from monitor.store.captures import BEGUN, HOLD, MOST_TRIES
from tests.store.store_world import START, Probe, flagged, inspector, looked

HOUR = timedelta(hours=1)


def see(store: Store, flags: str, listing_id: str) -> None:
    judge = inspector(detectors=[Probe])
    store.write(looked(judge, flagged(flags, listing_id, 0)), judge)


def waiting(store: Store, *captured: int) -> list[int]:
    return [one.case for one in store.captures_waiting(60, captured, START)]


def test_severe_open_cases_wait_until_they_are_captured_dismissed_or_gone(store: Store) -> None:
    for listing_id, flags in enumerate(("a 60", "a 90", "a 40", "a 70", "a 80"), 1):
        see(store, flags, str(listing_id))
    assert waiting(store) == [2, 5, 4, 1]
    assert waiting(store, 5) == [2, 4, 1]
    store.decide([2], Status.DISMISSED, "t", "w")
    store.mark_removed(["https://m.example/4"], START + HOUR)
    assert waiting(store) == [5, 1]
    store.decide([1], Status.CONFIRMED, "t", "w")
    assert waiting(store) == [1, 5], "what was confirmed will be complained of, and goes first"
    assert waiting(store, 1) == [5]


def test_one_process_has_a_case_and_a_killed_one_gives_it_back(store: Store) -> None:
    see(store, "a 60", "1")
    assert store.begin_capture(1, START)
    assert not store.begin_capture(1, START)
    (one,) = store.captures_waiting(60, (), START)
    assert (one.tries, one.why, one.url) == (1, BEGUN, "https://m.example/1")
    assert one.due == START + HOUR > START + HOLD
    assert not store.begin_capture(1, START + HOUR / 2)
    assert store.begin_capture(1, START + HOUR)


def test_what_fails_is_tried_ever_later_and_then_left_to_a_person(store: Store) -> None:
    see(store, "a 60", "1")
    now = START
    for number, hours in enumerate((1, 4, 16, 64, 256), 1):
        assert store.begin_capture(1, now)
        store.end_capture(1, now, "the site blocks")
        (one,) = store.captures_waiting(60, (), now)
        assert (one.tries, one.why, one.due) == (number, "the site blocks", now + hours * HOUR)
        assert one.given_up == (number == MOST_TRIES)
        now = now + hours * HOUR


def test_no_case_is_given_up_for_kills_and_none_waits_for_it(store: Store) -> None:
    see(store, "a 90", "1")
    see(store, "a 60", "2")
    now = START
    for _ in range(3 * MOST_TRIES):
        assert store.begin_capture(1, now)
        now += HOUR
    assert store.begin_capture(1, now)
    other, killed = store.captures_waiting(60, (), now)
    assert (killed.case, killed.tries, killed.given_up, killed.due) == (1, 1, False, now + HOUR)
    assert (other.case, other.due) == (2, None), "the less severe one, which was never tried, goes first"
    for number in range(1, MOST_TRIES + 1):
        store.end_capture(1, now, "the site blocks")
        (one,) = [one for one in store.captures_waiting(60, (), now) if one.case == 1]
        assert (one.tries, one.given_up) == (number, number == MOST_TRIES), "what ended counts"
        now += 1_000 * HOUR
        assert store.begin_capture(1, now)
    (last,) = [one for one in store.captures_waiting(60, (), now) if one.case == 1]
    assert (last.given_up, last.due) == (False, now + HOUR), "nor is it while its last try runs"


def test_a_clock_that_was_ahead_and_is_put_back_keeps_no_case_waiting(store: Store) -> None:
    see(store, "a 60", "1")
    assert store.begin_capture(1, START + 1_000 * HOUR)
    store.end_capture(1, START + 1_000 * HOUR, "the site blocks")
    (one,) = store.captures_waiting(60, (), START)
    assert (one.tries, one.due) == (1, None)
    assert store.begin_capture(1, START)
    assert not store.begin_capture(1, START), "and then it is held as usual"
    assert not store.begin_capture(1, START - HOLD / 2), "a clock of another machine may be a little behind"
