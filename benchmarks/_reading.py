"""One crawl of saved pages; its figures are the last line of standard output."""

import asyncio
import json
import os
import sys
import time
import urllib.request
from pathlib import Path
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
    reading = seconds = cpu = 0.0
    readers: Readers | None = None
    began = (0.0, 0.0)

    async def start(self) -> Any:
        """All pages, so often. A crawl of hours starts its reading processes once: that is not measured."""
        names = self.names.split()
        if self.kind == "spider":
            self.readers = Readers(here=0)
            while self.readers.processes is None or not all(one.ready for one in self.readers.processes.running):
                await self.readers.read(b"<h1>x</h1>", self.url, 200, "text/html")
                await asyncio.sleep(0.05)
        self.reading = -self.read_so_far()
        self.began = time.monotonic(), time.process_time()
        for turn in range(int(self.times)):
            for name in names:
                yield Request(f"{self.url}/page/{name}?{turn}", callback=getattr(self, self.kind))

    def read_so_far(self) -> float:
        """The processor time of the reading processes."""
        running = self.readers.processes.running if self.readers and self.readers.processes else []
        return sum(seconds_of(one.pid) for one in running)

    def empty(self, response: Response) -> None:
        """Nothing."""

    def inline(self, response: Response) -> None:
        """Read the page here and now."""
        began = time.thread_time()
        read_page(response.body, response.url, status=response.status, content_type="text/html; charset=utf-8")
        self.reading += time.thread_time() - began

    async def spider(self, response: Response) -> None:
        """Read the page as `ListingSpider` does."""
        assert self.readers is not None
        await self.readers.read(response.body, response.url, response.status, "text/html; charset=utf-8")

    def closed(self, reason: str) -> None:  # noqa: ARG002
        """Stop the clocks, and end the reading processes."""
        self.seconds, self.cpu = time.monotonic() - self.began[0], time.process_time() - self.began[1]
        if self.readers is not None:
            self.reading += self.read_so_far()
            self.readers.close()


def seconds_of(pid: int | None) -> float:
    """The processor time of a process so far, 0 where the system does not tell."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Crawl."""
    kind, url, times = sys.argv[1:4]
    settings = get_project_settings()
    settings.setdict({**BARE, "LOG_ENABLED": False}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    crawler = process.create_crawler(Pages)
    names = urllib.request.urlopen(url).read().decode()
    process.crawl(crawler, kind=kind, url=url, times=times, names=names)
    process.start()
    spider = crawler.spider
    assert isinstance(spider, Pages)
    pages = crawler.stats.get_stats()["response_received_count"]
    figures = {"pages": pages, "seconds": spider.seconds, "cpu": spider.cpu, "reading": spider.reading}
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
