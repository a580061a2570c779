"""Shops on WooCommerce, by the Store API that their own pages use."""

from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from monitor.marketplaces.woocommerce import Goods, answer_of, read_goods, read_variations
from monitor.pages import host_of
from monitor.records import Listing
from spiders.api import ApiSpider, numbered, root_of

A_PAGE = 100
CATEGORY = "product-category"
PLACES = ("/wp-json/wc/store/v1/products", "/?rest_route=/wc/store/v1/products", "/wp-json/wc/store/products")
"""Where the API is: as a rule, in shops without speaking addresses, and in shops of before 2022."""


class WooCommerceSpider(ApiSpider):
    """Reads the products of the shop in `url`, with `query` those that it finds; the shop itself is the seller.

    Of a product with variations, each of them is a listing. `…/product-category/<name>/` in `url` reads that category.
    """

    name = "woocommerce"
    needs = ("url",)
    unused = {"seller": "a shop on WooCommerce has one seller, the shop itself"}  # noqa: RUF012 - a constant

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave. Raises ConfigurationError."""
        super().__init__(name, **raw)
        self.nothing_to_render()
        steps = [step for step in urlsplit(self.arguments.url).path.split("/") if step]
        self._category = steps[-1] if CATEGORY in steps[:-1] else ""
        folder = "" if self._category or not steps else "/" + "/".join(steps)
        roots = [root_of(self.arguments.url) + folder, root_of(self.arguments.url)]
        self._places = [root + place for place in PLACES for root in dict.fromkeys(roots)]

    async def start(self) -> AsyncIterator[Any]:
        """The first page of the products, where the API most often is."""
        for request in self._page(self._places[0], 1):
            yield request

    def _page(self, place: str, number: int) -> Iterator[Request]:
        asked = {"search": self.arguments.query, "category": self._category, "per_page": A_PAGE, "page": number}
        role = "next" if number > 1 else "start"
        yield from self.ask(place, asked, self.parse_products, role=role, place=place, number=number)

    async def parse_products(self, response: Response, place: str, number: int) -> AsyncIterator[Listing | Request]:
        """The listings of a page, and the page after it; where the API is not here, the next place that it may be."""
        elsewhere = self._places[self._places.index(place) + 1 :]
        # Shops answer an address that they do not know with 404, or with a page.
        missing = response.status == 404 or (response.status == 200 and response.body.lstrip()[:1] != b"[")
        if missing and number == 1 and elsewhere:
            for request in self._page(elsewhere[0], 1):
                yield request
            return
        host = host_of(response.url)
        goods = await self.answer(response, partial(read_goods, host=host))
        if goods is None:
            return
        if not goods and number == 1:
            self.count_page("nothing_found", response.url)
        variations = await self._variations(place, host, [each for each in goods if each.number])
        for listing in self.found(numbered(answer_of(goods, variations), (number - 1) * A_PAGE).results):
            yield listing
        if len(goods) >= A_PAGE and self.is_new(response):
            for request in self._page(place, number + 1):
                yield request

    async def _variations(self, place: str, host: str, goods: Sequence[Goods]) -> tuple[Any, ...]:
        """The variations of the products of a page, page by page."""
        found: list[Any] = []
        parents = ",".join(each.number for each in goods)
        number = 1
        while parents and not self.full:
            asked = {"type": "variation", "parent": parents, "per_page": A_PAGE, "page": number}
            more = await self.ask_now(place, asked, partial(read_variations, host=host))
            found += more or ()
            if more is None or len(more) < A_PAGE:
                break
            number += 1
        return tuple(found)
