"""Etsy, by its Open API and by its pages."""

import os
from collections.abc import AsyncIterator, Iterator
from functools import partial

from scrapy import Request
from scrapy.http import Response

from monitor.crawling.keys import Credentials
from monitor.marketplaces.etsy import read_listings, read_numbers, read_shop_number
from monitor.pages.sites import item_number_of
from monitor.records import Listing
from spiders.keyed import KeyedSpider

A_PAGE = 100
MOST = 12_000
"""The API gives no more of one search."""
WITH = "Images,Shop,Inventory"


class EtsySpider(KeyedSpider):
    """`-a seller=` is the shop's name, as in the address of its page.

    With a key the API is also asked for the listing that `-a url=` names; other pages are read as pages.
    """

    name = "etsy"
    home = "https://www.etsy.com/"
    api = "https://api.etsy.com/v3/application"
    api_variable = "ETSY_API_URL"
    keys = ("ETSY_API_KEY",)
    keys_from = "https://www.etsy.com/developers/"
    _shop = ""

    def has_item(self, url: str) -> bool:
        """Whether the address is that of a listing, and there is a key."""
        return bool(url and item_number_of(url) and os.environ.get("ETSY_API_KEY", "").strip())

    def first(self) -> Iterator[Request]:
        """The shop's number, the first page of the search, or the listing itself."""
        if self.arguments.seller:
            asked = {"shop_name": self.arguments.seller, "limit": A_PAGE}
            yield from self.ask(f"{self.api_root}/shops", asked, self.parse_shops, role="start")
        elif self.arguments.query:
            yield from self._search(0)
        else:
            yield from self._listings((item_number_of(self.arguments.url),), 0, role="start")

    def shown(self, token: str) -> Credentials:  # noqa: ARG002 - the key itself is shown
        """The key: the word that Etsy calls keystring, with a colon and the shared secret behind it."""
        return Credentials(headers={"x-api-key": self.key("ETSY_API_KEY")})

    async def parse_shops(self, response: Response) -> AsyncIterator[Listing | Request]:
        """The shop's number, by which it is asked for its listings."""
        number = await self.answer(response, partial(read_shop_number, name=self.arguments.seller))
        if number:
            self._shop = number
            for request in self._search(0):
                yield request
        elif number is not None:
            self.count_page("nothing_found", response.url)
            self.logger.warning("Etsy has no shop of the name %s", self.arguments.seller)

    def _search(self, before: int) -> Iterator[Request]:
        path = f"/shops/{self._shop}/listings/active" if self._shop else "/listings/active"
        yield from self.ask(
            self.api_root + path,
            {"keywords": self.arguments.query, "limit": A_PAGE, "offset": before},
            self.parse_search,
            role="next" if before else "start",
            before=before,
        )

    async def parse_search(self, response: Response, before: int) -> AsyncIterator[Listing | Request]:
        """The listings of a page of results, asked for in one go, and the page after it."""
        answer = await self.answer(response, read_numbers)
        if answer is None:
            return
        if not answer.more and not before:
            self.count_page("nothing_found", response.url)
        for request in self._listings(answer.more, before, role="product"):
            yield request
        following = before + A_PAGE
        if answer.entries and following < min(answer.total or 0, MOST):
            for request in self._search(following):
                yield request

    def _listings(self, numbers: tuple[str, ...], before: int, *, role: str) -> Iterator[Request]:
        if numbers:
            asked = {"listing_ids": ",".join(numbers), "includes": WITH}
            yield from self.ask(
                f"{self.api_root}/listings/batch", asked, self.parse_listings, role=role, numbers=numbers, before=before
            )

    async def parse_listings(
        self, response: Response, numbers: tuple[str, ...], before: int
    ) -> AsyncIterator[Listing | Request]:
        """The listings in full; the one that was asked for by its address and is not there is noted as removed."""
        searched = bool(self.arguments.query or self.arguments.seller)
        answer = await self.answer(response, partial(read_listings, order=numbers if searched else (), before=before))
        if answer is None:
            return
        if not answer.entries and not searched:
            self.count_page("gone", response.url)
            self.gone.add(f"https://www.etsy.com/listing/{numbers[0]}")
        for listing in self.found(answer.results):
            yield listing
