"""When all pages are fetched and listings or photos are still looked at, a crawl says for how many it waits."""

import asyncio
import sys

from scrapy.crawler import Crawler

from monitor.crawling.beside import Beside

FIRST_AFTER, THEN_EVERY = 5.0, 15.0
"""Seconds of waiting."""


class Waiting(Beside):
    """Extension: prints a line now and then while the last listings wait; pages that are still fetched say enough."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._crawler = crawler

    async def run(self) -> None:
        """Look every few seconds."""
        pause = FIRST_AFTER
        while True:
            await asyncio.sleep(pause)
            if not (left := self._left()):
                pause = FIRST_AFTER
                continue
            pause = THEN_EVERY
            name = self._crawler.spidercls.name
            listings = f"{left} listings, with any photos, are" if left > 1 else "1 listing, with any photos, is"
            print(f"{name}: all pages are fetched; {listings} still judged", file=sys.stderr, flush=True)

    def _left(self) -> int:
        """The listings that are not stored yet, where nothing else is left to be done; else 0."""
        engine = self._crawler.engine
        scheduler, scraping = engine.scheduler, engine.scraper.slot
        if scheduler is None or scraping is None or engine.downloader.active or scheduler.has_pending_requests():
            return 0
        return scraping.itemproc_size
