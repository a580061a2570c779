"""Mercado Libre and Mercado Livre, by their API and by their pages."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import replace
from functools import partial

from scrapy import Request
from scrapy.http import Response

from monitor.errors import ConfigurationError
from monitor.marketplaces.answer import Answer, Result
from monitor.marketplaces.mercadolibre import (
    Product,
    country_of,
    read_names,
    read_offers,
    read_products,
    read_search,
)
from monitor.records import Listing
from spiders.api import numbered
from spiders.keyed import KeyedSpider

A_PAGE = 50
MOST = 1_000
"""The API gives no more of one search."""
NAMES_AT_ONCE = 20
NO_OFFERS = frozenset({404})


class MercadoLibreSpider(KeyedSpider):
    """`-a url=https://www.mercadolibre.com.ar/` names the country; `-a seller=` is the seller's number or nickname.

    The API lets only some applications search among all items. Where it does not, the products of the catalogue are
    searched, and the offers of each are read.
    """

    name = "mercadolibre"
    home = "https://www.mercadolibre.com.mx/"
    api = "https://api.mercadolibre.com"
    api_variable = "MERCADOLIBRE_API_URL"
    keys = ("MERCADOLIBRE_CLIENT_ID", "MERCADOLIBRE_CLIENT_SECRET")
    token_variable = "MERCADOLIBRE_ACCESS_TOKEN"  # noqa: S105 - the name of a variable
    uses_tokens = True
    keys_from = "https://developers.mercadolibre.com/"

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave and the environment. Raises ConfigurationError."""
        super().__init__(name, **raw)
        country = country_of(self.site) if self.by_api and self.arguments.url else None
        if self.by_api and country is None:
            raise ConfigurationError(
                "mercadolibre needs to know the country: add its site, such as -a url=https://www.mercadolibre.com.ar/"
            )
        self._country = country.code if country else ""
        self._names: dict[str, str] = {}

    def token_request(self) -> tuple[str, Mapping[str, str]]:
        """A token for the application."""
        form = {
            "client_id": self.key("MERCADOLIBRE_CLIENT_ID"),
            "client_secret": self.key("MERCADOLIBRE_CLIENT_SECRET"),
        }
        return f"{self.api_root}/oauth/token", {"grant_type": "client_credentials", **form}

    def first(self) -> Iterator[Request]:
        """The first page of the search among all items."""
        yield from self._search(0)

    def _search(self, before: int) -> Iterator[Request]:
        seller = self.arguments.seller
        by = {"seller_id" if seller.isdigit() else "nickname": seller}
        yield from self.ask(
            f"{self.api_root}/sites/{self._country}/search",
            {"q": self.arguments.query, **by, "limit": A_PAGE, "offset": before},
            self.parse_search,
            role="next" if before else "start",
            before=before,
        )

    async def parse_search(self, response: Response, before: int) -> AsyncIterator[Listing | Request]:
        """The listings of a page of results, and the page after it."""
        if response.status == 403 and not before and self.arguments.query and not self.arguments.seller:
            self.logger.info("The API does not let this application search among all items; its catalogue is searched")
            for request in self._catalogue(0):
                yield request
            return
        answer = await self.answer(response, partial(read_search, site=self.site))
        if answer is None:
            return
        if not answer.entries and not before:
            self.count_page("nothing_found", response.url)
        for listing in self.found(numbered(answer, before).results):
            yield listing
        following = before + A_PAGE
        if answer.entries and following < min(answer.total or 0, MOST):
            for request in self._search(following):
                yield request

    def _catalogue(self, before: int) -> Iterator[Request]:
        asked = {"site_id": self._country, "status": "active", "q": self.arguments.query}
        yield from self.ask(
            f"{self.api_root}/products/search",
            {**asked, "limit": A_PAGE, "offset": before},
            self.parse_catalogue,
            role="next",
            before=before,
        )

    async def parse_catalogue(self, response: Response, before: int) -> AsyncIterator[Listing | Request]:
        """The offers of each product of a page of the catalogue, and the page after it."""
        answer = await self.answer(response, partial(read_products, site=self.site))
        if answer is None:
            return
        products, total = answer
        if not products and not before:
            self.count_page("nothing_found", response.url)
        for product in products:
            url = f"{self.api_root}/products/{product.number}/items"
            for request in self.ask(url, {}, self.parse_offers, role="product", product=product, before=before):
                yield request
        following = before + A_PAGE
        if products and following < min(total, MOST):
            for request in self._catalogue(following):
                yield request

    async def parse_offers(self, response: Response, product: Product, before: int) -> AsyncIterator[Listing | Request]:
        """The offers of a product, with their sellers' names."""
        read = partial(read_offers, product=product, site=self.site)
        answer = await self.answer(response, read, empty=NO_OFFERS)
        if answer is None:
            return
        for listing in self.found(await self._named(numbered(answer, before))):
            yield listing

    async def _named(self, answer: Answer) -> list[Result]:
        """The results with the names of their sellers, who come as numbers."""
        numbers = dict.fromkeys(one.seller_id for one in answer.results if isinstance(one, Listing) and one.seller_id)
        unknown = [number for number in numbers if number not in self._names]
        for start in range(0, len(unknown), NAMES_AT_ONCE):
            some = unknown[start : start + NAMES_AT_ONCE]
            self._names |= dict.fromkeys(some, "")
            self._names |= await self.ask_now(f"{self.api_root}/users", {"ids": ",".join(some)}, read_names) or {}
        return [
            replace(one, seller_name=self._names.get(one.seller_id, "")) if isinstance(one, Listing) else one
            for one in answer.results
        ]
