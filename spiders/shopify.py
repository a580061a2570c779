"""Shops on Shopify, by their public list of products."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import quote, urlsplit

from scrapy import Request
from scrapy.http import Response

from monitor.marketplaces.shopify import Shop, currency_of, of_shop, read_prices, read_products, read_shop
from monitor.pages import host_of
from monitor.records import Listing
from spiders.api import ApiSpider, numbered, root_of

A_PAGE = 250


class ShopifySpider(ApiSpider):
    """Reads `/products.json` of the shop in `url`, or of the collection there; the shop itself is the seller.

    The list has no search: with `query` all of it is read, and products with all the words are kept.
    """

    name = "shopify"
    needs = ("url",)
    unused = {"seller": "a shop on Shopify has one seller, the shop itself"}  # noqa: RUF012 - a constant

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave. Raises ConfigurationError."""
        super().__init__(name, **raw)
        self.nothing_to_render()
        steps = urlsplit(self.arguments.url).path.strip("/").split("/")
        collection = steps[steps.index("collections") + 1 :][:1] if "collections" in steps else []
        self._list = "".join(f"/collections/{quote(name, safe='%')}" for name in collection) + "/products.json"
        self._shop: Shop | None = None

    async def start(self) -> AsyncIterator[Any]:
        """The first page of the list."""
        for request in self._page(1):
            yield request

    def _page(self, number: int) -> Iterator[Request]:
        url = root_of(self.arguments.url) + self._list
        role = "next" if number > 1 else "start"
        yield from self.ask(url, {"limit": A_PAGE, "page": number}, self.parse_products, role=role, number=number)

    async def parse_products(self, response: Response, number: int) -> AsyncIterator[Listing | Request]:
        """The listings of a page of the list, and the page after it."""
        here = Shop(root=root_of(response.url), host=host_of(response.url))
        answer = await self.answer(response, partial(read_products, shop=here, query=self.arguments.query))
        if answer is None:
            return
        listings = [one for one in answer.results if isinstance(one, Listing)]
        if self._shop is None and listings:
            self._shop = await self._ask_about(here, listings)
        if not answer.entries and number == 1:
            self.count_page("nothing_found", response.url)
        answer = numbered(of_shop(answer, self._shop or here), (number - 1) * A_PAGE)
        for listing in self.found(answer.results):
            yield listing
        if answer.entries >= A_PAGE and self.is_new(response):
            for request in self._page(number + 1):
                yield request

    async def _ask_about(self, here: Shop, listings: Sequence[Listing]) -> Shop:
        """Who the shop is, and in which currency the prices of its list are."""
        said = await self.ask_now(f"{here.root}/meta.json", {}, read_shop) or Shop()
        shop = replace(said, root=here.root, host=here.host)
        prices = await self.ask_now(f"{listings[0].url.partition('?')[0]}.json", {}, read_prices)
        shop = replace(shop, currency=currency_of(shop, listings, prices))
        if not shop.currency:
            self.count("pages/problems", at=here.root)
            self.logger.warning("%s does not say in which currency it lists; its prices meet no floor", shop.host)
        return shop
