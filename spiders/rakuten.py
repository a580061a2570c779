"""Rakuten Ichiba, by its search API and by its pages."""

import os
from collections.abc import AsyncIterator, Iterator

from scrapy import Request
from scrapy.http import Response

from monitor.crawling.keys import Credentials
from monitor.marketplaces.rakuten import read_items
from monitor.records import Listing
from spiders.api import numbered
from spiders.keyed import KeyedSpider

A_PAGE = 30
LAST_PAGE = 100
ORIGIN = "RAKUTEN_ORIGIN"
NOT_FOUND = frozenset({404})


class RakutenSpider(KeyedSpider):
    """`-a seller=` is the shop's code, as in the address of its pages; with a query, what this shop has of it."""

    name = "rakuten"
    home = "https://www.rakuten.co.jp/"
    api = "https://openapi.rakuten.co.jp/ichibams/api/IchibaItem/Search/20260701"
    api_variable = "RAKUTEN_API_URL"
    keys = ("RAKUTEN_APPLICATION_ID", "RAKUTEN_ACCESS_KEY")
    keys_from = "https://webservice.rakuten.co.jp/"

    def first(self) -> Iterator[Request]:
        """The first page of the search."""
        yield from self._page(1)

    def shown(self, token: str) -> Credentials:  # noqa: ARG002 - the key itself is shown
        """The application's id and key, and the site that it was registered for where the environment names one."""
        headers = {"accessKey": self.key("RAKUTEN_ACCESS_KEY")}
        if origin := os.environ.get(ORIGIN, "").strip():
            headers |= {"Origin": origin, "Referer": f"{origin.rstrip('/')}/"}
        return Credentials(headers=headers, query={"applicationId": self.key("RAKUTEN_APPLICATION_ID")})

    def _page(self, number: int) -> Iterator[Request]:
        asked = {"keyword": self.arguments.query, "shopCode": self.arguments.seller, "hits": A_PAGE, "page": number}
        yield from self.ask(
            self.api_root,
            {**asked, "format": "json", "formatVersion": 2},
            self.parse_items,
            role="next" if number > 1 else "start",
            number=number,
        )

    async def parse_items(self, response: Response, number: int) -> AsyncIterator[Listing | Request]:
        """The listings of a page of results, and the page after it."""
        answer = await self.answer(response, read_items, empty=NOT_FOUND)
        if answer is None:
            return
        before = (number - 1) * A_PAGE
        if not answer.entries and not before:
            self.count_page("nothing_found", response.url)
        for listing in self.found(numbered(answer, before).results):
            yield listing
        if answer.entries >= A_PAGE and number < LAST_PAGE and before + A_PAGE < (answer.total or before + A_PAGE + 1):
            for request in self._page(number + 1):
                yield request
