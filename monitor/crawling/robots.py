"""robots.txt within bounds: what a site writes there is read by the crawl itself, which meanwhile does nothing else."""

from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser, RobotParser

from monitor.crawling.politeness import is_loopback

MAX_BYTES = 500_000
"""As much as RFC 9309 asks crawlers to read; 20 MB would hold the crawl up for a minute, and every host has its own."""
TOO_MANY_ASK, BROKEN = 429, 500
LONGEST_DELAY = 60.0
"""Seconds up to which `Crawl-delay` is kept to; with more a crawl would never end."""


class BoundedRobots(ProtegoRobotParser):
    """The rules in the first half megabyte, to the last whole line."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """Made by Scrapy for each host."""
        if len(robotstxt_body) > MAX_BYTES:
            robotstxt_body = robotstxt_body[:MAX_BYTES].rpartition(b"\n")[0]
        return super().from_crawler(crawler, robotstxt_body)


class Robots(RobotsTxtMiddleware):
    """Downloader middleware: a site that has robots.txt and cannot hand it out (5xx, 429) is asked for nothing.

    So RFC 9309 has it (2.3.1.4). One without robots.txt, or that shows it to nobody (4xx), forbids nothing. Where a
    site asks for a `Crawl-delay`, no two requests go to it within less, whatever is configured and measured.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._silent: set[str] = set()
        self._delays: dict[str, float] = {}
        for signal in (signals.request_reached_downloader, signals.response_downloaded):  # after AutoThrottle
            crawler.signals.connect(self._keep_delay, signal)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status == TOO_MANY_ASK or response.status >= BROKEN:
            self._silent.add(netloc)
        await super()._parse_robots(response, netloc, request)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what robots.txt forbids, and all where it does not come."""
        if urlsplit(request.url).netloc in self._silent:
            raise IgnoreRequest("robots.txt does not come")
        self._note_delay(rp, request)
        super().process_request_2(rp, request)

    def _note_delay(self, rp: RobotParser | None, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.netloc in self._delays or is_loopback(parts.hostname or ""):
            return
        asked = rp.crawl_delay(self._robotstxt_useragent or self._default_useragent) if rp is not None else None
        self._delays[parts.netloc] = min(asked, LONGEST_DELAY) if asked is not None and asked > 0 else 0.0

    def _keep_delay(self, request: Request, **_: Any) -> None:
        """Raise the distance of requests to what the site asks for; it is never drawn shorter then."""
        asked = self._delays.get(urlsplit(request.url).netloc)
        slot = self.crawler.engine.downloader.slots.get(request.meta.get("download_slot", "")) if asked else None
        if slot is not None and asked and slot.delay * (1 - slot.jitter) < asked:
            slot.delay, slot.jitter = max(slot.delay, asked), 0.0
