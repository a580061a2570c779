"""`monitor health` after real runs of the store: what is as usual, and what raises an alarm."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.health import Coverage
from monitor.store import Store, open_store
from monitor.workspace import load_workspace
from tests.cli.running import Run

NOW = datetime(2026, 5, 4, tzinfo=UTC)


def note(store: Store, day: int, *found: Coverage, target: str = "nightly") -> list[str]:
    run = store.start_run(target, "amazon", {}, NOW + timedelta(days=day))
    store.finish_run(run, NOW + timedelta(days=day), "finished", {})
    return [str(alarm) for alarm in store.note_coverage(run, found)]


def seen(price: int = 50, listings: int = 50, blocked: int = 0) -> Coverage:
    fields = {"price": price, "currency": listings, "seller": listings}
    examples = {"price": "https://www.amazon.de/dp/B000000001", "blocked": "https://www.amazon.de/s?k=x"}
    pages = {"read": 20, "blocked": blocked}
    return Coverage(marketplace="amazon.de", listings=listings, fields=fields, pages=pages, examples=examples)


@pytest.fixture
def store(run: Run, tmp_path: Path) -> Store:
    run("init", "workspace")
    return open_store(load_workspace(Path("workspace")))


def test_nothing_was_crawled_yet(run: Run) -> None:
    run("init", "workspace")
    code, _, err = run("health")
    assert (code, "no crawl has been stored yet" in err) == (1, True)


def test_all_is_as_usual(run: Run, store: Store) -> None:
    with store:
        assert [note(store, day, seen()) for day in range(5)] == [[]] * 5
    code, out, _ = run("health")
    assert code == 0
    assert out.splitlines()[0].split() == [
        "marketplace", "target", "started", "(UTC)", "listings", "usually", "blocked", "price", "currency", "seller",
        "images", "availability",
    ]  # fmt: skip
    assert out.splitlines()[1].split() == [
        "amazon.de", "nightly", "2026-05-08", "00:00", "50", "50", "0%", "100%", "100%", "100%", "0%", "0%",
    ]  # fmt: skip


def test_a_fall_a_block_and_a_silence_are_alarms(run: Run, store: Store) -> None:
    with store:
        for day in range(5):
            note(store, day, seen())
            note(store, day, seen(), target="other")
        said = note(store, 6, seen(price=5, blocked=20))
        assert said == [
            "amazon.de: 20 of 40 pages are blocked by the site, usually 0%; see https://www.amazon.de/s?k=x",
            "amazon.de: price is read of 10% of 50 listings, usually of 100%; see https://www.amazon.de/dp/B000000001",
        ]
        assert note(store, 6, target="other") == ["amazon.de: no listing found, usually 50"]
    code, out, err = run("health")
    assert code == 1
    assert out.count("ALARM  amazon.de: ") == 3
    assert "3 alarms" in err
    code, out, _ = run("health", "--marketplace", "amazon.de")
    assert code == 1
    assert "50 listings, usually 50; pages: 20 blocked, 20 read" in out
    price = next(line for line in out.splitlines() if line.startswith("price "))
    assert price.split() == ["price", "10%", "100%", "ALARM", "https://www.amazon.de/dp/B000000001"]
    assert run("health", "--marketplace", "nowhere")[0] == 1


def test_runs_with_other_arguments_are_not_compared(run: Run, store: Store) -> None:
    with store:
        for day in range(5):
            start = store.start_run("", "amazon", {"query": "watch"}, NOW + timedelta(days=day))
            assert store.note_coverage(start, [seen()]) == []
        start = store.start_run("", "amazon", {"query": "watch", "items": "5"}, NOW + timedelta(days=9))
        assert store.note_coverage(start, [seen(listings=5, price=0)]) == []


def test_a_killed_crawl_is_an_alarm_until_the_next_one(run: Run, store: Store) -> None:
    with store:
        for day in range(3):
            assert note(store, day, seen()) == []
        store.start_run("nightly", "amazon", {}, NOW + timedelta(days=4))
    code, out, _ = run("health")
    assert code == 1
    assert "ALARM  nightly: run 4 of 2026-05-08 00:00 stopped before its end: it was killed" in out
    with open_store(load_workspace(Path("workspace"))) as again:
        note(again, 5, seen())
    assert run("health")[0] == 0


def test_the_runs_before_side_by_side(run: Run, store: Store) -> None:
    with store:
        for day, price in enumerate((50, 40, 30, 50)):
            note(store, day, seen(price=price))
    code, out, _ = run("health", "--marketplace", "amazon.de", "--runs", 3)
    assert code == 0
    price = next(line for line in out.splitlines() if line.startswith("price "))
    assert price.split() == ["price", "100%", "80%", "60%", "80%", "100%"]
