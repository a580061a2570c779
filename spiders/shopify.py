"""Shops on Shopify, by their public list of products."""

import json
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from monitor.marketplaces.shopify import read_products
from monitor.records import Listing
from pipelines.validate import marketplace_of
from spiders.base import BLOCKING, ListingSpider

A_PAGE = 250


class ShopifySpider(ListingSpider):
    """Reads `/products.json` of a shop, or of the collection in `url`; the marketplace is the host name."""

    name = "shopify"
    unused = ("query", "seller", "render")

    async def start(self) -> AsyncIterator[Request]:
        """The first page of the list."""
        for request in self._page(1):
            yield request

    def _page(self, number: int) -> Iterator[Request]:
        parts = urlsplit(self.arguments.url)
        steps = parts.path.strip("/").split("/")
        folder = f"/collections/{steps[1]}" if len(steps) > 1 and steps[0] == "collections" else ""
        url = f"{parts.scheme}://{parts.netloc}{folder}/products.json?limit={A_PAGE}&page={number}"
        yield from self.page_request(url, self.parse_products, role="next" if number > 1 else "start", number=number)

    async def parse_products(self, response: Response, number: int) -> AsyncIterator[Listing | Request]:
        """The listings of a page of the list, and the page after it."""
        if response.status in BLOCKING:
            self._blocked()
            return
        try:
            answer = json.loads(response.body) if response.status == 200 else None
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict) or not isinstance(answer.get("products"), list):
            self.count(f"not_fetched/answered {response.status} without a list of products")
            return
        self._blocked_in_a_row = 0
        self.count("pages/read")
        parts = urlsplit(response.url)
        read = list(read_products(answer, f"{parts.scheme}://{parts.netloc}", marketplace_of(response.url)))
        for wrong in read:
            if not isinstance(wrong, Listing):
                self.count(f"dropped/{wrong.field} missing or unusable")
        for listing in self.listings(one for one in read if isinstance(one, Listing)):
            yield listing
        if len(answer["products"]) >= A_PAGE:
            for request in self._page(number + 1):
                yield request
