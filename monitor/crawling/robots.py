"""robots.txt within bounds: what a site writes there is read by the crawl itself, which meanwhile does nothing else."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import ProtegoRobotParser, RobotParser

MAX_BYTES = 500_000
"""As much as RFC 9309 asks crawlers to read; 20 MB would hold the crawl up for a minute, and every host has its own."""
TOO_MANY_ASK, BROKEN = 429, 500


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

    So RFC 9309 has it (2.3.1.4). One without robots.txt, or that shows it to nobody (4xx), forbids nothing.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._silent: set[str] = set()

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status == TOO_MANY_ASK or response.status >= BROKEN:
            self._silent.add(netloc)
        await super()._parse_robots(response, netloc, request)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what robots.txt forbids, and all where it does not come."""
        if urlsplit(request.url).netloc in self._silent:
            raise IgnoreRequest("robots.txt does not come")
        super().process_request_2(rp, request)
