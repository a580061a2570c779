"""Signs of life of a crawl, so that one that was killed is not taken for one that runs."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime

from scrapy.crawler import Crawler

from monitor.crawling.beside import Beside
from monitor.crawling.session import Session
from monitor.errors import MonitorError


class Heartbeat(Beside):
    """Extension: notes in the database every minute (`HEARTBEAT` in seconds) that the crawl is alive.

    What was found in photos is written then too, so that a crawl that is killed has not looked for nothing.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._session = Session.of(crawler)
        self._seconds = crawler.settings.getfloat("HEARTBEAT")

    async def run(self) -> None:
        """Beat."""
        while True:
            await asyncio.sleep(self._seconds)
            await asyncio.to_thread(self._session.sights.save)
            if self._session.run is not None:
                # A database that is busy now is asked again in a minute; one that is lost is told of elsewhere.
                with suppress(MonitorError):
                    await asyncio.to_thread(self._session.store.beat, self._session.run, datetime.now(UTC))
