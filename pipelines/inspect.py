"""An observation is judged as far as no history is needed, off the reactor and off any lock."""

import asyncio
from typing import Self

from scrapy.crawler import Crawler

from monitor.crawling.session import Session
from monitor.inspection import Looked
from monitor.records import Observation


class Inspect:
    """Item pipeline: Observation in, Looked out."""

    def __init__(self, crawler: Crawler) -> None:
        self._session = Session.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_item(self, item: Observation) -> Looked:
        """The observation with the flags that need no history; a detector that fails is counted by the session."""
        look = self._session.inspector.look
        return await asyncio.get_running_loop().run_in_executor(self._session.workers, look, item)
