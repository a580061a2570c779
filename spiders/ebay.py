"""eBay, by its Browse API and by its pages."""

import base64
import os
from collections.abc import AsyncIterator, Iterator, Mapping
from functools import partial

from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response

from monitor.crawling.keys import Credentials
from monitor.errors import ConfigurationError
from monitor.marketplaces.answer import Answer
from monitor.marketplaces.ebay import country_of, read_group, read_item, read_search
from monitor.pages import host_of
from monitor.pages.sites import item_number_of, marketplace_of
from monitor.records import Listing
from spiders.api import numbered
from spiders.keyed import KeyedSpider

A_PAGE = 200
MOST = 10_000
"""The API gives no more of one search."""
BROWSE = "/buy/browse/v1"


class EbaySpider(KeyedSpider):
    """`-a seller=` is the seller's user name; with a query, what this seller offers of it.

    With a key the API is also asked for the item that `-a url=` names; other pages are read as pages.
    """

    name = "ebay"
    home = "https://www.ebay.com/"
    api = "https://api.ebay.com"
    api_variable = "EBAY_API_URL"
    keys = ("EBAY_CLIENT_ID", "EBAY_CLIENT_SECRET")
    uses_tokens = True
    keys_from = "https://developer.ebay.com/"

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave and the environment. Raises ConfigurationError."""
        super().__init__(name, **raw)
        if self.by_api and not country_of(self.site):
            raise ConfigurationError(f"-a url={self.arguments.url}: eBay's API does not know {self.site}; name another")
        if self.by_api and not self.arguments.query and self.arguments.seller:
            # The API searches within a category or for words; all goods of a seller are those of its root category.
            self._words: dict[str, str] = {"category_ids": "0"}
        else:
            self._words = {"q": self.arguments.query}

    def has_item(self, url: str) -> bool:
        """Whether the address is that of an item, and there is a key."""
        known = item_number_of(url) and country_of(marketplace_of(host_of(url)))
        return bool(known and all(os.environ.get(key, "").strip() for key in self.keys))

    def first(self) -> Iterator[Request]:
        """The item, or the first page of the search."""
        if self.arguments.query or self.arguments.seller:
            yield from self._search(0)
        else:
            number = item_number_of(self.arguments.url)
            yield from self.ask(
                f"{self.api_root}{BROWSE}/item/get_item_by_legacy_id",
                {"legacy_item_id": number},
                self.parse_item,
                role="start",
                number=number,
            )

    def token_request(self) -> tuple[str, Mapping[str, str]]:
        """A token for the application, not for a user."""
        scope = "https://api.ebay.com/oauth/api_scope"
        return f"{self.api_root}/identity/v1/oauth2/token", {"grant_type": "client_credentials", "scope": scope}

    def for_a_token(self) -> Credentials:
        """The key as user name and password."""
        pair = f"{self.key('EBAY_CLIENT_ID')}:{self.key('EBAY_CLIENT_SECRET')}"
        return Credentials(headers={"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"})

    def shown(self, token: str) -> Credentials:
        """The token, with the country's site."""
        return Credentials(
            headers={"Authorization": f"Bearer {token}", "X-EBAY-C-MARKETPLACE-ID": f"EBAY_{country_of(self.site)}"}
        )

    def _search(self, before: int) -> Iterator[Request]:
        wanted = ["buyingOptions:{FIXED_PRICE|AUCTION|BEST_OFFER}"]
        if self.arguments.seller:
            wanted.append(f"sellers:{{{self.arguments.seller}}}")
        yield from self.ask(
            f"{self.api_root}{BROWSE}/item_summary/search",
            {**self._words, "filter": ",".join(wanted), "fieldgroups": "EXTENDED", "limit": A_PAGE, "offset": before},
            self.parse_search,
            role="next" if before else "start",
            before=before,
        )

    async def parse_search(self, response: Response, before: int) -> AsyncIterator[Listing | Request]:
        """The listings of a page of results, those with variants as these, and the page after it."""
        answer = await self.answer(response, partial(read_search, site=self.site))
        if answer is None:
            return
        if not answer.entries and not before:
            self.count_page("nothing_found", response.url)
        async for listing in self._with_variants(numbered(answer, before)):
            yield listing
        following = before + A_PAGE
        if answer.entries and following < min(answer.total or 0, MOST):
            for request in self._search(following):
                yield request

    async def parse_item(self, response: Response, number: str) -> AsyncIterator[Listing | Request]:
        """The item, or its variants; one that is no more is noted as removed."""
        if response.status == 400 and b"11006" in response.body[:5_000]:
            answer: Answer | None = Answer(more=(number,))
        elif response.status in (404, 410):
            self.gone.add(f"https://www.{self.site}/itm/{number}")
            self.count_page("gone", response.url)
            return
        else:
            answer = await self.answer(response, partial(read_item, site=self.site))
        if answer is not None:
            async for listing in self._with_variants(answer):
                yield listing

    async def _with_variants(self, answer: Answer) -> AsyncIterator[Listing]:
        """The listings of an answer; where an item has variants that can be read, these in its place."""
        alone = [one for one in answer.results if not (isinstance(one, Listing) and one.sku in answer.more)]
        for listing in self.found(alone):
            yield listing
        left = [one for one in answer.results if one not in alone]
        try:
            for group in answer.more:
                if self.full:
                    break
                variants = await self.ask_now(
                    f"{self.api_root}{BROWSE}/item/get_items_by_item_group",
                    {"item_group_id": group},
                    partial(read_group, site=self.site),
                )
                if variants is not None and any(isinstance(one, Listing) for one in variants.results):
                    left = [one for one in left if not (isinstance(one, Listing) and one.sku == group)]
                    for listing in self.found(variants.results):
                        yield listing
        except CloseSpider:
            # The API refuses to say more; what the search said of these is not lost.
            for listing in self.found(left):
                yield listing
            raise
        for listing in self.found(left):
            yield listing
