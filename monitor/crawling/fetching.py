"""One more request from within a callback or a pipeline."""

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response


class CrawlEnding(IgnoreRequest):
    """The crawl is closing, and nothing more is fetched."""


def is_ending(crawler: Crawler) -> bool:
    """Whether the crawl is closing: a request made then would never be answered, and would keep it from closing."""
    slot = crawler.engine._slot  # noqa: SLF001 - Scrapy tells nobody else that it is closing
    return not crawler.crawling or slot is None or slot.closing is not None


async def fetch(crawler: Crawler, request: Request) -> Response:
    """The response to a request, through all downloader middlewares. Raises what Scrapy raises, and CrawlEnding."""
    if is_ending(crawler):
        raise CrawlEnding("the crawl is ending")
    return await crawler.engine.download_async(request)
