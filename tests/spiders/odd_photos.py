"""Pipelines for tests, in place of photos that take long to be read or break what reads them."""

import asyncio
import os
import time
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler

from monitor.crawling import waiting
from monitor.crawling.photo_reading import PhotoReading
from monitor.records import Fingerprint, Observation, Words
from pipelines import fingerprint


class SlowPhotos:
    """Holds the last listing up for a second, and has a crawl tell sooner that it waits."""

    def __init__(self) -> None:
        self._first_is_through = asyncio.Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        pipeline = cls()
        crawler.signals.connect(pipeline.item_scraped, signals.item_scraped)
        waiting.FIRST_AFTER = waiting.THEN_EVERY = crawler.settings.getfloat("TELL_AFTER")
        return pipeline

    def item_scraped(self) -> None:
        """A listing is through all pipelines."""
        self._first_is_through.set()

    async def process_item(self, item: Observation) -> Observation:
        """The same; the second listing a second after the first is stored."""
        if item.listing.url.endswith("/2"):
            await self._first_is_through.wait()
            await asyncio.sleep(1)
        return item


class BreakingPhotos(fingerprint.FingerprintPhotos):
    """Reads photos with a decoder that every photo breaks, and has enough of a host after one."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        fingerprint.HOSTILE_OF_A_HOST = 1
        self._reading = PhotoReading(words=False, work=breaks)


class SlowDisk(fingerprint.FingerprintPhotos):
    """Asks a disk that answers late how much is free, so that photos of several threads ask at once."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        free = self._files.free
        self._files.free = lambda: (time.sleep(0.3), free())[1]  # type: ignore[method-assign]


def breaks(content: bytes, what: str) -> Fingerprint | Words:
    """What a fault in a decoder does."""
    os._exit(len(content + what.encode()) % 7 + 1)
