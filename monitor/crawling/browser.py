"""The download handler that opens pages in Chromium. Imported only where scrapy-playwright is installed."""

import asyncio
from contextlib import suppress
from typing import Any

from playwright.async_api import Error, Page
from playwright.async_api import Request as BrowserRequest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from monitor.crawling.browser_memory import watch
from monitor.crawling.browser_proxy import BrowserProxy
from monitor.crawling.render import PAGES_AT_ONCE
from monitor.crawling.session import Session
from monitor.crawling.unwanted import is_unwanted
from monitor.proxies import Proxy, proxy_of

INLINE = ("data:", "blob:", "about:")
SECONDS_TO_CLOSE = 5
SIZE = "document.documentElement ? document.documentElement.outerHTML.length : 0"


def settled(milliseconds: int, max_size: int) -> PageMethod:
    """Waits until the page has stopped loading, or for so long; a page that never rests is taken as it is.

    A page of more characters than `max_size` is refused before it leaves the browser.
    """

    async def settle(page: Page) -> None:
        with suppress(Error):
            await page.wait_for_load_state("networkidle", timeout=milliseconds)
        if await page.evaluate(SIZE) > max_size:
            raise DownloadCancelledError("the page grew too large in the browser")

    return PageMethod(settle)


class Browser(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]  # the base has no types
    """Starts the browser when the first page needs it, and lets pages fetch only what the crawl itself may fetch.

    A page has `RENDER_TIMEOUT` seconds for everything; then it is closed, also when its scripts run for ever. Its
    process has `RENDER_MEMORY` megabytes.
    """

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._policy = Session.of(crawler).policy
        self._proxy = BrowserProxy(self._policy, self._count_refusal)
        self._seconds = crawler.settings.getfloat("RENDER_TIMEOUT")
        self._memory = crawler.settings.getint("RENDER_MEMORY") * 1_000_000
        self._watching: asyncio.Task[None] | None = None
        self._turns = asyncio.Semaphore(PAGES_AT_ONCE)
        self._starting = asyncio.Lock()
        self._started = False
        self._pages: dict[int, Page] = {}
        self.abort_request = self._is_unwanted

    async def _maybe_launch_in_thread(self) -> None:
        """Called when the engine starts: too early, most crawls open no page in a browser."""

    async def _download_request(self, request: Request, spider: Any = None) -> Response:
        async with self._turns:
            try:
                async with asyncio.timeout(self._seconds):
                    await self._start_once()
                    response: Response = await super()._download_request(request, spider)
            except TimeoutError:
                raise DownloadTimeoutError("the page took too long in the browser") from None
            finally:
                await self._close_page(request)
        return response

    async def _create_page(self, request: Request, spider: Any) -> Page:
        page: Page = await super()._create_page(request, spider)
        self._pages[id(request)] = page
        return page

    async def _close_page(self, request: Request) -> None:
        """Close what a failure has left open: so many are open at a time, and one that stays would be missed."""
        page = self._pages.pop(id(request), None)
        if page is None or page.is_closed():
            return
        with suppress(Error, TimeoutError):
            async with asyncio.timeout(SECONDS_TO_CLOSE):
                await page.close()

    async def _start_once(self) -> None:
        async with self._starting:
            if not self._started:
                upstream = proxy_of("https", "http") or Proxy(server=await self._proxy.start())
                way = {"server": upstream.server, "bypass": "<-loopback>", **upstream.credentials}
                self.config.launch_options["proxy"] = way
                await self._launch()
                self._watching = asyncio.ensure_future(watch(self._memory, self._count_large))
                self._started = True

    async def _close(self) -> None:
        if self._watching is not None:
            self._watching.cancel()
        await super()._close()
        await self._proxy.close()

    async def _is_unwanted(self, request: BrowserRequest) -> bool:
        """Told of each request of a page; the proxy looks at the same again, and at what this cannot see."""
        if is_unwanted(request.resource_type, request.url):
            return True
        if request.url.startswith(INLINE) or self._policy.refusal(request.url) is None:
            return False
        self._count_refusal()
        return True

    def _count_large(self) -> None:
        self.stats.inc_value("monitor/browser/too_large")

    def _count_refusal(self) -> None:
        self.stats.inc_value("monitor/browser/refused")
