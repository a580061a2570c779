"""The download handler that opens pages in Chromium. Imported only where scrapy-playwright is installed."""

import asyncio
from contextlib import suppress
from typing import Any
from urllib.request import getproxies

from playwright.async_api import Error, Page
from playwright.async_api import Request as BrowserRequest
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler
from scrapy_playwright.page import PageMethod

from monitor.crawling.browser_proxy import BrowserProxy
from monitor.crawling.session import Session

NOT_NEEDED = frozenset({"image", "media", "font"})
INLINE = ("data:", "blob:", "about:")


def settled(milliseconds: int) -> PageMethod:
    """Waits until the page has stopped loading, or for so long; a page that never rests is taken as it is."""

    async def settle(page: Page) -> None:
        with suppress(Error):
            await page.wait_for_load_state("networkidle", timeout=milliseconds)

    return PageMethod(settle)


class Browser(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]  # the base has no types
    """Starts the browser when the first page needs it, and lets pages fetch only what the crawl itself may fetch."""

    lazy = True

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._policy = Session.of(crawler).policy
        self._proxy = BrowserProxy(self._policy, self._count_refusal)
        self._starting = asyncio.Lock()
        self._started = False
        self.abort_request = self._is_unwanted

    async def _maybe_launch_in_thread(self) -> None:
        """Called when the engine starts: too early, most crawls open no page in a browser."""

    async def _download_request(self, request: Request, spider: Any = None) -> Response:
        async with self._starting:
            if not self._started:
                await self._start()
                self._started = True
        response: Response = await super()._download_request(request, spider)
        return response

    async def _start(self) -> None:
        upstream = getproxies()
        server = upstream.get("https") or upstream.get("http") or await self._proxy.start()
        self.config.launch_options["proxy"] = {"server": server, "bypass": "<-loopback>"}
        await self._launch()

    async def _close(self) -> None:
        await super()._close()
        await self._proxy.close()

    async def _is_unwanted(self, request: BrowserRequest) -> bool:
        """Told of each request of a page; the proxy looks at the same again, and at what this cannot see."""
        if request.resource_type in NOT_NEEDED:
            return True
        if request.url.startswith(INLINE) or self._policy.refusal(request.url) is None:
            return False
        self._count_refusal()
        return True

    def _count_refusal(self) -> None:
        self.stats.inc_value("monitor/browser/refused")
