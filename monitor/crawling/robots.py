"""robots.txt within bounds: what a site writes there is read by the crawl itself, which meanwhile does nothing else."""

from typing import Self

from scrapy.crawler import Crawler
from scrapy.robotstxt import ProtegoRobotParser

MAX_BYTES = 500_000
"""As much as RFC 9309 asks crawlers to read; 20 MB would hold the crawl up for a minute, and every host has its own."""


class BoundedRobots(ProtegoRobotParser):
    """The rules in the first half megabyte, to the last whole line."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, robotstxt_body: bytes) -> Self:
        """Made by Scrapy for each host."""
        if len(robotstxt_body) > MAX_BYTES:
            robotstxt_body = robotstxt_body[:MAX_BYTES].rpartition(b"\n")[0]
        return super().from_crawler(crawler, robotstxt_body)
