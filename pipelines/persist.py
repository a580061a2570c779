"""What was looked at is judged with its history and stored: many at a time, by one thread, all or nothing."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any, Self, TypeVar

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from monitor.crawling.fetching import is_ending
from monitor.crawling.log import brief
from monitor.crawling.rows import feed_row
from monitor.crawling.session import Session
from monitor.errors import WorkFailedError
from monitor.inspection import Looked
from monitor.store import Stored

BATCH = 50
SECONDS = 0.5
T = TypeVar("T")
Waiting = tuple[Looked, asyncio.Future[Stored]]


class NotStoredError(DropItem):
    """A listing that should have been stored and was not. It is in no feed, and the crawl ends with exit code 1."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the database did not take it: {reason}", log_level="ERROR")


class Persist:
    """Item pipeline: Looked in, a flat row out, once the database has it. Rows wait for their batch, but not long."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._session = Session.of(crawler)
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._waiting: list[Waiting] = []
        self._writing: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._closing: asyncio.Future[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def open_spider(self) -> None:
        """Note in the database that the crawl runs."""
        spider, target = self._crawler.spider, self._crawler.settings["TARGET"]
        assert spider is not None
        arguments = getattr(spider, "raw_arguments", {})
        start = self._session.store.start_run
        self._session.run = await self._in_writer(start, target, spider.name, arguments, datetime.now(UTC))

    async def process_item(self, item: Looked) -> dict[str, Any]:
        """The row of a listing that is stored. Raises NotStoredError."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Stored] = loop.create_future()
        self._waiting.append((item, future))
        if len(self._waiting) >= BATCH:
            self._flush()
        elif self._timer is None:
            self._timer = loop.call_later(SECONDS, self._flush)
        stored = await future
        return feed_row(item.subject.observation, stored.findings, stored.severity, stored.case_ids)

    async def close_spider(self) -> None:
        """Write what still waits, and which listings are gone."""
        self._flush()
        await asyncio.gather(*self._writing)
        if gone := getattr(self._crawler.spider, "gone", ()):
            await self._mark_removed(gone)
        self._writer.shutdown()

    async def _mark_removed(self, gone: Collection[str]) -> None:
        try:
            removed = await self._in_writer(
                self._session.store.mark_removed, gone, self._session.observed_at or datetime.now(UTC)
            )
        except WorkFailedError as failure:
            self._session.failed(f"removed listings not noted: {brief(str(failure), 300)}")
        else:
            self._crawler.stats.inc_value("monitor/listings/removed", removed)

    def _flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        batch, self._waiting = self._waiting, []
        if batch:
            task = asyncio.ensure_future(self._write(batch))
            self._writing.add(task)
            task.add_done_callback(self._writing.discard)

    async def _write(self, batch: Sequence[Waiting]) -> None:
        results = await self._in_writer(self._store, [looked for looked, _ in batch])
        for (_, future), result in zip(batch, results, strict=True):
            if future.cancelled():
                continue
            if isinstance(result, Stored):
                self._count(result)
                future.set_result(result)
            else:
                reason = brief(str(result).partition("\n")[0], 300)
                self._session.failed(f"listing not stored: {reason}")
                future.set_exception(NotStoredError(reason))
        if any(isinstance(result, WorkFailedError) for result in results) and not is_ending(self._crawler):
            # Not awaited: closing waits for this very batch.
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason="database"))

    def _store(self, batch: Sequence[Looked]) -> list[Stored | Exception]:
        """In the writer's thread: the batch in one transaction; where one listing spoils it, the others without it."""
        try:
            return list(self._session.store.write(batch, self._session.inspector, self._session.run))
        except WorkFailedError as failure:
            return [failure] * len(batch)
        except Exception as failure:  # noqa: BLE001 - one listing never takes the others with it
            if len(batch) == 1:
                return [failure]
            half = len(batch) // 2
            return [*self._store(batch[:half]), *self._store(batch[half:])]

    async def _in_writer(self, work: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writer, work, *arguments)

    def _count(self, stored: Stored) -> None:
        stats = self._crawler.stats
        stats.inc_value("monitor/listings/stored_before" if stored.repeated else "monitor/listings/stored")
        stats.inc_value("monitor/listings/flagged", int(bool(stored.findings)))
        stats.inc_value("monitor/cases/new", len(stored.new_cases))
        stats.inc_value("monitor/cases/again", len(stored.case_ids) - len(stored.new_cases))
