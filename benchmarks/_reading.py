"""One crawl of saved pages; its figures are the last line of standard output."""

import json
import sys
import time
import urllib.request
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.utils.project import get_project_settings

from benchmarks._crawl import BARE
from monitor.crawling.reading import Readers
from monitor.pages import read_page


class Pages(Spider):
    """Fetches pages, and does with them what `kind` says."""

    name = "pages"
    kind = url = times = names = ""
    reading = 0.0
    readers: Readers | None = None

    async def start(self) -> Any:
        """All pages, so often."""
        names = self.names.split()
        for turn in range(int(self.times)):
            for name in names:
                yield Request(f"{self.url}/page/{name}?{turn}", callback=getattr(self, self.kind))

    def empty(self, response: Response) -> None:
        """Nothing."""

    def inline(self, response: Response) -> None:
        """Read the page here and now."""
        began = time.thread_time()
        read_page(response.body, response.url, status=response.status, content_type="text/html; charset=utf-8")
        self.reading += time.thread_time() - began

    async def spider(self, response: Response) -> None:
        """Read the page as `ListingSpider` does."""
        self.readers = self.readers or Readers()
        await self.readers.read(response.body, response.url, response.status, "text/html; charset=utf-8")

    def closed(self, reason: str) -> None:  # noqa: ARG002
        """End the reading processes."""
        if self.readers is not None:
            self.readers.close()


def main() -> None:
    """Crawl."""
    kind, url, times = sys.argv[1:4]
    settings = get_project_settings()
    settings.setdict({**BARE, "LOG_ENABLED": False}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Pages)
    names = urllib.request.urlopen(url).read().decode()
    process.crawl(crawler, kind=kind, url=url, times=times, names=names)
    began = time.process_time()
    process.start()
    stats = crawler.stats.get_stats()
    figures = {
        "pages": stats["response_received_count"],
        "seconds": stats["elapsed_time_seconds"],
        "cpu": time.process_time() - began,
        "reading": getattr(crawler.spider, "reading", 0.0),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
