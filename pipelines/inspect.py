"""An observation is judged as far as no history is needed, off the reactor and off any lock."""

import asyncio
import re
from typing import Self

from scrapy.crawler import Crawler

from monitor.brands.missed import missed
from monitor.crawling.log import brief
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
        looked = await asyncio.get_running_loop().run_in_executor(self._session.workers, look, item)
        count, at = self._session.count, item.listing.url
        for why in looked.not_judged:
            count(f"prices_without_a_floor/{_short(why)}", at=at)
        for brand in looked.of_no_product:
            count(f"offers_of_no_product/{brand.slug}", at=at)
        for places in looked.allowed_somewhere:
            count(f"prices_by_the_lowest_floor/{places[:100]}", at=at)
        for brand in self._session.brands:
            if why := missed(brand, item.listing):
                count(f"sellers_missed/{brief(f'{brand.slug}: {why}', 200)}", at=at)
        return looked


def _short(why: str) -> str:
    """The reason without the words of one page, so that alike ones are counted together."""
    return re.sub(r'"[^"]*"|\d[\d.]*', "…", why)[:100]
