"""When all pages are fetched and photos are still looked at, a crawl says for how many listings it waits."""

import asyncio
import sys
from contextlib import suppress
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

FIRST_AFTER, THEN_EVERY = 5.0, 15.0
"""Seconds of waiting."""


class Waiting:
    """Extension: prints a line now and then while the last photos wait; pages that are still fetched say enough."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._watching: asyncio.Task[None] | None = None
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Begin."""
        self._watching = asyncio.ensure_future(self._watch())

    async def spider_closed(self) -> None:
        """Stop."""
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching

    async def _watch(self) -> None:
        waited, pause = 0.0, FIRST_AFTER
        while True:
            await asyncio.sleep(pause)
            if not (left := self._left()):
                waited, pause = 0.0, FIRST_AFTER
                continue
            waited, pause = waited + pause, THEN_EVERY
            name = self._crawler.spidercls.name
            listings = f"{left} listing{'s' if left > 1 else ''}"
            print(
                f"{name}: all pages are fetched; the photos of {listings} are still read", file=sys.stderr, flush=True
            )

    def _left(self) -> int:
        """The listings that are not stored yet, where nothing else is left to be done; else 0."""
        engine = self._crawler.engine
        scheduler, scraping = engine.scheduler, engine.scraper.slot
        if scheduler is None or scraping is None or engine.downloader.active or scheduler.has_pending_requests():
            return 0
        return scraping.itemproc_size
