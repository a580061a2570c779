"""Any shop or marketplace: a catalogue, a search, a single page or a sitemap, read without rules of its own."""

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.http import Response

from monitor.crawling.sitemaps import SitemapPage, read_sitemap, sitemaps_in_robots
from monitor.net import host_and_port
from monitor.pages import Kind, Page
from monitor.records import Listing
from spiders.base import ListingSpider

EXPLORED_DEPTH = 2
SITEMAP_DEPTH = 3
DEAD_END = re.compile(
    r"add[-_]?to[-_]?(?:cart|bag|basket|wishlist)|/(?:cart|basket|bag|checkout|log-?(?:in|out)|sign-?(?:in|up|out)|account"
    r"|my-account|register|wish-?list|compare|help|faq|privacy|terms|imprint|impressum|datenschutz|agb|cookies?)(?:[/?.]|$)"
    r"|\.(?:pdf|jpe?g|png|gif|webp|svg|css|js|zip|mp4|ico|xml|json|rss)(?:\?|$)",
    re.IGNORECASE,
)
SOLD_HERE = frozenset({Kind.PRODUCT, Kind.OFFERS})


class ShopSpider(ListingSpider):
    """`-a url=` names where to begin, and with it the site, which is never left.

    A site's root means the whole shop: its links down to a depth, and its sitemaps. Any other page means that page,
    the pages that follow it and the products they lead to.
    """

    name = "shop"
    unused = {  # noqa: RUF012 - a constant
        "query": "every site searches at an address of its own; search there, and give that page's address as url",
        "seller": "give the address of the seller's page as url",
    }

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave. Raises ConfigurationError."""
        super().__init__(name, **raw)
        self._sites = {host_and_port(self.arguments.url)}
        parts = urlsplit(self.arguments.url)
        self._whole_shop = parts.path in ("", "/") and not parts.query

    async def start(self) -> AsyncIterator[Any]:
        """Begin at the operator's address."""
        for request in self.page_request(self.arguments.url, self.parse_start, role="start"):
            yield request
        if self._whole_shop:
            for request in self.page_request(
                urljoin(self.arguments.url, "/robots.txt"), self.parse_robots, role="sitemap"
            ):
                request.meta["dont_obey_robotstxt"] = True
                yield request

    async def parse_start(self, response: Response) -> AsyncIterator[Listing | Request]:
        """The first page: a sitemap, a robots.txt, or a page of the shop."""
        self._sites.add(host_and_port(response.url))
        sitemap = read_sitemap(response.body)
        if sitemap is not None:
            self.count("pages/read")
            for request in self._from_sitemap(sitemap, depth=1):
                yield request
        elif urlsplit(response.url).path == "/robots.txt":
            self.count("pages/read")
            for request in self._from_robots(response):
                yield request
        else:
            page = await self.read(response)
            if page is not None:
                explore = self._whole_shop or not (page.listings or page.links.products)
                for result in self._from_page(page, explore_to=EXPLORED_DEPTH if explore else 0):
                    yield result

    async def parse_page(self, response: Response, explore_to: int) -> AsyncIterator[Listing | Request]:
        """A page that another page of the shop led to."""
        if host_and_port(response.url) not in self._sites:
            self.count("not_fetched/leads to another site", at=response.url)
            return
        page = await self.read(response)
        if page is not None:
            for result in self._from_page(page, explore_to=explore_to):
                yield result

    def parse_sitemap(self, response: Response, depth: int) -> Iterator[Request]:
        """A sitemap that a robots.txt or another sitemap named."""
        sitemap = read_sitemap(response.body)
        if sitemap is None:
            self.count("not_fetched/is no sitemap", at=response.url)
        else:
            yield from self._from_sitemap(sitemap, depth)

    def parse_robots(self, response: Response) -> Iterator[Request]:
        """The robots.txt of a whole shop; many shops have none."""
        if response.status == 200:
            yield from self._from_robots(response)

    def _from_page(self, page: Page, explore_to: int) -> Iterator[Listing | Request]:
        if page.kind in SOLD_HERE:
            yield from self.listings(page.listings)
            return
        for card in page.listings:
            if not self._leads_on(card.url):
                self.count("links/of_cards_not_followed", at=page.url)
        for url in page.links.products:
            yield from self._follow(url, "product", explore_to=0)
        for url in page.links.next_pages:
            yield from self._follow(url, "next", explore_to=explore_to)
        if explore_to:
            for url in page.links.others:
                yield from self._follow(url, "other", explore_to=explore_to - 1)

    def _from_sitemap(self, sitemap: SitemapPage, depth: int) -> Iterator[Request]:
        for url in sitemap.pages:
            yield from self._follow(url, "sitemap", explore_to=0)
        if depth < SITEMAP_DEPTH:
            for url in sitemap.sitemaps:
                if host_and_port(url) in self._sites:
                    yield from self.page_request(url, self.parse_sitemap, role="sitemap", depth=depth + 1)

    def _from_robots(self, response: Response) -> Iterator[Request]:
        for url in sitemaps_in_robots(response.body, response.url):
            if host_and_port(url) in self._sites:
                yield from self.page_request(url, self.parse_sitemap, role="sitemap", depth=1)

    def _follow(self, url: str, role: str, *, explore_to: int) -> Iterator[Request]:
        if self._leads_on(url):
            yield from self.page_request(url, self.parse_page, role=role, explore_to=explore_to)

    def _leads_on(self, url: str) -> bool:
        return host_and_port(url) in self._sites and not DEAD_END.search(url)
