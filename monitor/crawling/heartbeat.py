"""Signs of life of a crawl, so that one that was killed is not taken for one that runs."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

from monitor.crawling.session import Session
from monitor.errors import MonitorError


class Heartbeat:
    """Extension: notes in the database every minute (`HEARTBEAT` in seconds) that the crawl is alive.

    What was found in photos is written then too, so that a crawl that is killed has not looked for nothing.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._session = Session.of(crawler)
        self._seconds = crawler.settings.getfloat("HEARTBEAT")
        self._beating: asyncio.Task[None] | None = None
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Begin."""
        self._beating = asyncio.ensure_future(self._beat())

    async def spider_closed(self) -> None:
        """Stop, and wait for a sign that is on its way: the database is closed soon."""
        if self._beating is not None:
            self._beating.cancel()
            with suppress(asyncio.CancelledError):
                await self._beating

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._seconds)
            await asyncio.to_thread(self._session.sights.save)
            if self._session.run is not None:
                # A database that is busy now is asked again in a minute; one that is lost is told of elsewhere.
                with suppress(MonitorError):
                    await asyncio.to_thread(self._session.store.beat, self._session.run, datetime.now(UTC))
