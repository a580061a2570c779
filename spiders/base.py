"""What all spiders share: arguments, limits, reading pages, and counting what could not be read."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

import scrapy
from scrapy import Request
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from monitor.crawling import render
from monitor.crawling.arguments import Arguments, Render, read_arguments
from monitor.crawling.fetching import fetch, is_ending
from monitor.crawling.limits import NoLongerWanted
from monitor.crawling.log import address, brief
from monitor.crawling.reading import NotDoneError
from monitor.crawling.reasons import UNREACHABLE, why_not_fetched
from monitor.crawling.session import Session
from monitor.errors import ConfigurationError
from monitor.pages import Kind, Page, host_of
from monitor.pages.sites import marketplace_of
from monitor.records import Listing, canonical_url

SNIFFED = 4_096
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
BLOCKED_IN_A_ROW = 10
SILENT_IN_A_ROW = 10
"""So many pages in a row that did not come, each asked for three times, and the site is taken for one that is down."""
BLOCKING = frozenset({401, 403, 407, 429, 503})
WALL_HEADERS = (("cf-mitigated", "challenge block"), ("x-amzn-waf-action", "challenge captcha"))
"""By these, Cloudflare's and Amazon's firewalls mark what they send in the place of a page, whatever the status."""
LONGEST_URL = 2_000
EXPLORED_SHARE = 4
"""One page in so many may be one that only perhaps leads to products, so that the limit leaves room for these."""
PRIORITIES = {"start": 20, "product": 10, "next": 5, "sitemap": 2, "other": 0}


class ListingSpider(scrapy.Spider):
    """A spider of one marketplace. Subclasses set `name`, and write `start` and the callbacks that yield listings.

    `needs` are common arguments without which it cannot run, `unused` those that it has no use for,
    each with the reason.
    """

    needs: ClassVar[tuple[str, ...]] = ("url",)
    unused: ClassVar[Mapping[str, str]] = {}

    def __init__(self, name: str | None = None, **raw: str) -> None:
        """Read what `-a` gave. Raises ConfigurationError."""
        super().__init__(name)
        self.raw_arguments = {key: value for key, value in raw.items() if value}
        self.arguments: Arguments = read_arguments(raw, spider=self.name, unused=self.unused)
        for needed in self.needs:
            if not getattr(self.arguments, needed):
                raise ConfigurationError(f"{self.name} needs the argument {needed}; add -a {needed}=…")
        self._asked: set[str] = set()
        self._listed: set[tuple[str, ...]] = set()
        self._blocked_in_a_row = self._silent_in_a_row = self._explored = 0
        self._closing: asyncio.Future[None] | None = None
        self.gone: set[str] = set()
        """The addresses of pages that are gone; a listing that was stored under one counts as removed."""

    @property
    def operator_urls(self) -> tuple[str, ...]:
        """The addresses that the operator named; their hosts may be private."""
        return (self.arguments.url,) if self.arguments.url else ()

    @property
    def full(self) -> bool:
        """Whether the crawl has as many listings as it was asked for."""
        return bool(self.arguments.items) and len(self._listed) >= self.arguments.items

    @property
    def is_silent(self) -> bool:
        """Whether the site does not answer any more."""
        return self._silent_in_a_row >= SILENT_IN_A_ROW

    def count_page(self, what: str, url: str) -> None:
        """Count what became of a page, for the summary and for the health of its marketplace."""
        self.count(f"pages/{what}", at=url)
        Session.of(self.crawler).tally.add_page(marketplace_of(host_of(url)), what, url)

    def count(self, what: str, number: int = 1, *, at: str = "") -> None:
        """Count something for the summary, with the address of which it is."""
        Session.of(self.crawler).count(what, number, at=at)

    def page_request(
        self, url: str, callback: Callable[..., Any], *, role: str = "other", **values: object
    ) -> Iterator[Request]:
        """The request for a page, or nothing where it was asked for before or a limit is reached.

        `role` is start, product, next, sitemap or other, and says what is fetched first. `values` reach the callback.
        """
        if len(url) > LONGEST_URL:
            self.count("not_fetched/is no readable address", at=url)
            return
        key = canonical_url(url)
        if key in self._asked:
            return
        explored = role == "other" and self._explored >= self.arguments.pages // EXPLORED_SHARE
        if self.full or explored or len(self._asked) >= self.arguments.pages:
            self.count("pages/beyond_the_limit")
            return
        self._asked.add(key)
        self._explored += role == "other"
        try:
            request = Request(
                url,
                callback,
                errback=self.not_fetched,
                priority=PRIORITIES[role],
                meta={"listing_page": True},
                cb_kwargs=values,
                dont_filter=True,
            )
        except ValueError:
            self.count("not_fetched/is no readable address", at=url)
            return
        if self.arguments.render is Render.ALWAYS and role != "sitemap":
            request = render.in_browser(request)
        yield request

    def not_fetched(self, failure: Failure) -> Iterator[Listing] | None:
        """Count a page that did not come. What it should have told more of may be given as it is known."""
        if isinstance(failure.value, NoLongerWanted):
            self.count("pages/beyond_the_limit")
            return None
        request: Request = failure.request  # type: ignore[attr-defined]  # set by Scrapy
        why = why_not_fetched(failure.value or Exception(), request.url)
        self.count(f"not_fetched/{why}", at=request.url)
        self.logger.info("Not fetched: %s: %s", address(request.url), why)
        if why in UNREACHABLE:
            self._silent_in_a_row += 1
            if self.is_silent and not is_ending(self.crawler):
                # Not raised: Scrapy takes what an errback raises for a second failure of the download, and shows both.
                self._closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="silent"))
        return None

    async def read(self, response: Response) -> Page | None:
        """What a page says; None where it says nothing of use, which is counted.

        A page that is empty before JavaScript has run is opened once more in the browser, where there is one.
        """
        self._silent_in_a_row = 0
        if is_wall(response):
            self._blocked(response.url)
            return None
        page = await self._read(response)
        if page is None:
            return None
        if page.kind is Kind.EMPTY_SHELL and response.status == 200 and self._may_render(response):
            again = await self._in_browser(response)
            if again is None:
                return None
            self.count("pages/rendered")
            response, page = again, await self._read(again) or page
        if page.kind is Kind.BLOCKED or response.status in BLOCKING:
            self._blocked(response.url)
            return None
        self._blocked_in_a_row = 0
        if page.kind is Kind.GONE:
            self.count_page("gone", response.url)
            self.gone.add(response.url)
            if response.request is not None:
                self.gone.update((response.request.url, *response.request.meta.get("redirect_urls", ())))
        elif response.status >= 400:
            self.count(f"not_fetched/answered {response.status}", at=response.url)
        elif page.kind is Kind.EMPTY_SHELL:
            self.count_page("empty_in_the_browser" if _rendered(response) else "needs_javascript", response.url)
        elif not response.body.strip():
            self.count_page("empty", response.url)
        elif b"\0" in response.body[:SNIFFED] and not response.body.startswith(UTF_16) and not page.listings:
            self.count_page("not_html", response.url)
        else:
            self.count_page("read", response.url)
            self._note_problems(page)
            return page
        return None

    def _note_problems(self, page: Page) -> None:
        for problem in page.problems:
            self.count("pages/problems", at=page.url)
            self.logger.debug("%s: %s", address(page.url), brief(problem))

    def listings(self, found: Iterable[Listing]) -> Iterator[Listing]:
        """Of the listings that were found, each once in a crawl, and as many as were asked for."""
        for listing in found:
            key = (*listing.key, listing.url if not listing.listing_id else "", listing.seller_id, listing.sku)
            if key in self._listed:
                self.count("listings/seen_before")
            elif self.full:
                self.count("listings/beyond_the_limit")
            else:
                self._listed.add(key)
                yield listing

    async def _read(self, response: Response) -> Page | None:
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        readers = Session.of(self.crawler).readers
        try:
            return await readers.read(response.body, response.url, response.status, content_type)
        except NotDoneError as failure:
            self.count(f"not_fetched/{failure}", at=response.url)
            self.logger.warning("%s %s", address(response.url), failure)
            return None

    def _may_render(self, response: Response) -> bool:
        return bool(response.request and self.settings.getbool(render.SETTING)) and not _rendered(response)

    async def _in_browser(self, response: Response) -> Response | None:
        """The page as the browser shows it; None where it does not come, which is counted."""
        assert response.request is not None
        try:
            return await fetch(self.crawler, render.in_browser(response.request))
        except Exception as failure:  # noqa: BLE001 - whatever goes wrong in a browser, the crawl goes on
            self.count(f"not_fetched/{why_not_fetched(failure, response.url)}", at=response.url)
            return None

    def _blocked(self, url: str) -> None:
        self.count_page("blocked", url)
        self._blocked_in_a_row += 1
        if self._blocked_in_a_row >= BLOCKED_IN_A_ROW:
            raise CloseSpider("blocked")


def is_wall(response: Response) -> bool:
    """Whether a firewall says in the answer's headers that it stands before the page."""
    said = ((response.headers.get(name) or b"").decode("latin-1").strip().lower() for name, _ in WALL_HEADERS)
    return any(word and word in words.split() for word, (_, words) in zip(said, WALL_HEADERS, strict=True))


def _rendered(response: Response) -> bool:
    return bool(response.request and response.request.meta.get("playwright"))
