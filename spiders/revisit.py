"""Looks again at the listings of open cases that no crawl has met lately: is it gone, is it back, is it as it was?"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from scrapy.http import Response

from monitor.crawling.session import Session
from monitor.pages import Kind
from monitor.records import Listing
from monitor.store.revisits import Revisit
from spiders.base import ListingSpider

LATELY = timedelta(hours=18)
"""What was seen since needs no second look: a nightly crawl has met it."""
SHOWS_THINGS = frozenset({Kind.PRODUCT, Kind.OFFERS})


class RevisitSpider(ListingSpider):
    """Needs no argument. The listings of submitted cases come first; `pages` says how many are looked at.

    A listing that was taken down is on no search and no list any more, so nothing else would find out that it is gone.
    """

    name = "revisit"
    needs = ()
    unused: ClassVar[Mapping[str, str]] = {
        "url": "it looks at the listings of the stored cases; give one address to the spider shop",
        "query": "it looks at the listings of the stored cases",
        "seller": "it looks at the listings of the stored cases",
    }

    async def start(self) -> AsyncIterator[Any]:
        """One request for each listing."""
        session = Session.of(self.crawler)
        before = (session.observed_at or datetime.now(UTC)) - LATELY
        found = await asyncio.to_thread(session.store.to_revisit, before, [brand.slug for brand in session.brands])
        if not found:
            self.count("revisits/none_due")
        for one in found:
            for request in self.page_request(one.url, self.parse_again, role="product", wanted=one):
                yield request

    async def parse_again(self, response: Response, wanted: Revisit) -> AsyncIterator[Listing]:
        """The page of a listing that was seen before."""
        page = await self.read(response)
        if page is None:
            self.count("revisits/gone" if response.url in self.gone else "revisits/not_read", at=wanted.url)
            return
        same = [one for one in page.listings if one.key == wanted.key] if page.kind in SHOWS_THINGS else []
        self.count("revisits/there" if same else "revisits/something_else", at=wanted.url)
        for listing in self.listings(same):
            yield listing
