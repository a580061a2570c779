"""What goes on beside a crawl, from its start to its end."""

import asyncio
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler


class Beside(ABC):
    """Extension: `run` begins when the spider opens, and is ended, and waited for, when it closes."""

    def __init__(self, crawler: Crawler) -> None:
        self._running: asyncio.Task[None] | None = None
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def spider_opened(self) -> None:
        """Begin."""
        self._running = asyncio.ensure_future(self.run())

    async def spider_closed(self) -> None:
        """Stop, and wait for what is on its way: the database is closed soon."""
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running

    @abstractmethod
    async def run(self) -> None:
        """What goes on, until it is cancelled."""
