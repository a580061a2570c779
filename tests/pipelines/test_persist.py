"""The batches, with a store that fails when it is told to; crawls into the real one are in tests/spiders."""

import asyncio
import threading
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from monitor.errors import WorkFailedError
from monitor.records import Finding, Flag, Listing, Observation
from monitor.store import Stored
from pipelines.persist import BATCH, NotStoredError, Persist

NOW = datetime(2026, 5, 4, tzinfo=UTC)


class FaultyStore:
    """Takes all listings except those whose title says otherwise; `down` is what the whole database fails with."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.kept: list[str] = []
        self.threads: set[int] = set()
        self.down: Exception | None = None

    def write(self, items: Sequence[Any], _inspector: object, _run: object) -> list[Stored]:
        titles = [item.subject.observation.listing.title for item in items]
        self.batches.append(titles)
        self.threads.add(threading.get_ident())
        if self.down:
            raise self.down
        if any(title.startswith("bad") for title in titles):
            raise ValueError("no such value")
        self.kept += titles
        flag = Flag(kind="text_match", brand="aurelia", severity=60, rule="r", sentence="Says replica.")
        found = (Finding(brand="aurelia", flags=(flag,)),)
        return [Stored(observation_id=n, findings=found, case_ids=(n, 99), new_cases=(n,)) for n in range(len(items))]


class Rig:
    """A pipeline with all around it that it asks for."""

    def __init__(self) -> None:
        self.store, self.failures, self.counts = FaultyStore(), Counter[str](), Counter[str]()
        self.closed: list[str] = []
        session = SimpleNamespace(store=self.store, inspector=None, run=1, failed=self.fail)
        engine = SimpleNamespace(_slot=SimpleNamespace(closing=None), close_spider_async=self.close)
        stats = SimpleNamespace(inc_value=lambda name, by=1: self.counts.update({name: by}))
        crawler = SimpleNamespace(get_addon=lambda _: session, stats=stats, engine=engine, crawling=True, spider=None)
        self.pipeline = Persist.from_crawler(crawler)  # type: ignore[arg-type]

    def fail(self, reason: str, count: int = 1) -> None:
        self.failures[reason] += count

    async def close(self, *, reason: str) -> None:
        self.closed.append(reason)

    def run(self, titles: Sequence[str]) -> list[dict[str, Any] | BaseException]:
        async def all_at_once() -> list[dict[str, Any] | BaseException]:
            results = await asyncio.gather(
                *(self.pipeline.process_item(looked(t)) for t in titles), return_exceptions=True
            )
            await self.pipeline.close_spider()
            return results

        return asyncio.run(all_at_once())


def looked(title: str) -> Any:
    listing = Listing(marketplace="m", listing_id=title, url="https://m/1", title=title)
    return SimpleNamespace(subject=SimpleNamespace(observation=Observation(listing=listing, observed_at=NOW)))


def test_many_listings_are_few_batches_by_one_thread() -> None:
    rig = Rig()
    titles = [f"good {n}" for n in range(BATCH * 2 + 3)]
    rows = rig.run(titles)
    assert [len(batch) for batch in rig.store.batches] == [BATCH, BATCH, 3]
    assert [row["title"] for row in rows] == titles  # type: ignore[call-overload,index]
    assert len(rig.store.threads) == 1
    assert rig.counts["monitor/listings/stored"] == len(titles)
    assert rig.counts["monitor/cases/new"] == rig.counts["monitor/cases/again"] == len(titles)
    assert rig.failures == {}


def test_a_row_says_what_was_found() -> None:
    (row,) = Rig().run(["good"])
    assert isinstance(row, dict)
    assert (row["flags"], row["reasons"], row["severity"], row["case_ids"]) == (
        "text_match",
        "Says replica.",
        60,
        "0 | 99",
    )


def test_one_bad_listing_takes_no_other_with_it() -> None:
    rig = Rig()
    titles = ["bad" if n == 17 else f"good {n}" for n in range(BATCH)]
    results = rig.run(titles)
    assert [n for n, result in enumerate(results) if isinstance(result, NotStoredError)] == [17]
    assert sorted(rig.store.kept) == sorted(title for title in titles if title != "bad")
    assert rig.failures == {"listing not stored: no such value": 1}
    assert rig.closed == []


def test_a_failing_database_fails_its_batch_at_once_and_ends_the_crawl() -> None:
    rig = Rig()
    rig.store.down = WorkFailedError("monitor.db: cannot be written, the disk is full; make room and try again")
    results = rig.run([f"good {n}" for n in range(5)])
    assert all(isinstance(result, NotStoredError) for result in results)
    assert len(rig.store.batches) == 1
    assert list(rig.failures.values()) == [5]
    assert "the disk is full" in next(iter(rig.failures))
    assert rig.closed == ["database"]


def test_closing_writes_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.persist.SECONDS", 3600)
    rig = Rig()

    async def run() -> list[Any]:
        waiting = [asyncio.ensure_future(rig.pipeline.process_item(looked(f"good {n}"))) for n in range(3)]
        await asyncio.sleep(0)
        await rig.pipeline.close_spider()
        return await asyncio.wait_for(asyncio.gather(*waiting), 10)

    assert len(asyncio.run(run())) == 3
    assert rig.store.kept == ["good 0", "good 1", "good 2"]
