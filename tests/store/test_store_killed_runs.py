"""Runs that were killed are found out, and those that live are left alone, whoever else starts or looks."""

from datetime import UTC, datetime, timedelta

from monitor.health import Coverage
from monitor.store import Store
from monitor.store.runs import KILLED, RUNNING, SILENCE

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def outcomes(store: Store) -> dict[str, str]:
    return {name: run.outcome for name, run in store.last_runs().items()}


def test_a_run_without_a_sign_of_life_ends_at_its_last_one(store: Store) -> None:
    killed = store.start_run("killed", "shop", {}, NOW)
    store.beat(killed, NOW + 3 * MINUTE)
    assert store.end_killed(NOW + 3 * MINUTE + SILENCE) == 0
    assert store.end_killed(NOW + 4 * MINUTE + SILENCE) == 1
    run = store.last_runs()["killed"]
    assert (run.outcome, run.finished_at) == (KILLED, NOW + 3 * MINUTE)
    assert store.end_killed(NOW + 99 * SILENCE) == 0


def test_two_crawls_at_once_leave_each_other_alone(store: Store) -> None:
    first = store.start_run("first", "shop", {}, NOW)
    for minute in range(1, 20):
        store.beat(first, NOW + minute * MINUTE)
    second = store.start_run("second", "shop", {}, NOW + 20 * MINUTE)
    assert outcomes(store) == {"first": RUNNING, "second": RUNNING}
    store.start_run("third", "shop", {}, NOW + 60 * MINUTE)
    assert outcomes(store) == {"first": KILLED, "second": KILLED, "third": RUNNING}
    # The first slept with its machine, and lives on: its end is told, and a late sign of life changes nothing.
    store.beat(second, NOW + 61 * MINUTE)
    store.finish_run(first, NOW + 61 * MINUTE, "finished", {})
    assert outcomes(store) == {"first": "finished", "second": KILLED, "third": RUNNING}


def test_the_newest_run_of_a_target_is_told_of_where_it_was_stopped(store: Store) -> None:
    seen = Coverage(marketplace="m.example", listings=9, pages={"read": 3})
    for day, outcome in enumerate(["finished", "stopped before its end", "finished"]):
        run = store.start_run("nightly", "shop", {}, NOW + day * SILENCE)
        if outcome == "finished":
            store.note_coverage(run, [seen])
        store.finish_run(run, NOW + day * SILENCE, outcome, {})
    assert store.unread() == []
    store.start_run("nightly", "shop", {}, NOW + 5 * SILENCE)
    assert store.unread() == [], "a crawl that runs is no trouble"
    store.end_killed(NOW + 9 * SILENCE)
    assert [(run.target, run.outcome) for run in store.unread()] == [("nightly", KILLED)]
