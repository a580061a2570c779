"""Lets what is queued go once a crawl has what it was asked for."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest


class NoLongerWanted(IgnoreRequest):
    """A page that was queued and is not needed any more."""


class Limits:
    """Downloader middleware: no page is fetched for a spider that says it is `full`; photos still are."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse a page that is no longer wanted."""
        if request.meta.get("listing_page") and getattr(self._crawler.spider, "full", False):
            raise NoLongerWanted("the limit of items is reached")
