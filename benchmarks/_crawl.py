"""One crawl with a clock in every stage; its figures are the last line of standard output."""

import importlib
import json
import re
import sys
import threading
import time
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.utils.project import get_project_settings

STAGES = (
    ("reading the page, before processes do", "monitor.crawling.reading", "read_page"),
    ("cleaning the listing", "pipelines.validate", "observe"),
    ("keeping photos", "monitor.crawling.image_files", "ImageFiles.save"),
    ("looking up fingerprints", "monitor.store", "Store.fingerprint"),
    ("inspecting", "monitor.inspection", "Inspector.look"),
    ("judging with history, writing", "monitor.store", "Store.write"),
)
spent: dict[str, float] = defaultdict(float)
lock = threading.Lock()


def main() -> None:
    """Crawl as `bare` or as `shop`."""
    kind, url, workspace = sys.argv[1:4]
    settings = get_project_settings()
    settings.setdict({"WORKSPACE": workspace, "LOG_ENABLED": False}, priority="cmdline")
    if kind == "bare":
        settings.setdict(BARE, priority="cmdline")
        process = AsyncCrawlerProcess(settings)
        crawler, arguments = process.create_crawler(Bare), {"start_urls": list(product_pages(url))}
    else:
        for stage, module, name in STAGES:
            clock(stage, module, name)
        process = AsyncCrawlerProcess(settings)
        crawler, arguments = process.create_crawler("shop"), {"url": url, "render": "0", "pages": "1000000"}
    process.crawl(crawler, **arguments)
    began = time.process_time()
    process.start()
    stats = crawler.stats.get_stats()
    pages = stats["monitor/listings/stored"] if kind == "shop" else stats["response_received_count"]
    figures = {
        "pages": pages,
        "seconds": stats["elapsed_time_seconds"],
        "cpu": time.process_time() - began,
        "stages": spent,
    }
    print(json.dumps(figures))


def product_pages(url: str) -> Iterator[str]:
    """The addresses of all product pages, read by hand, so that none of this time counts."""
    base, following = url.rpartition("/all")[0], url
    while following:
        text = urllib.request.urlopen(following).read().decode()
        yield from (base + path for path in re.findall(r'href="(/product/\d+)"', text))
        more = re.search(r'rel="next" href="([^"]+)"', text)
        following = base + more[1] if more else ""


class Bare(Spider):
    """Fetches pages and does nothing with them."""

    name = "bare"

    def parse(self, response: Response) -> None:
        """Nothing."""


BARE = {
    "ADDONS": {},
    "ROBOTSTXT_OBEY": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "AUTOTHROTTLE_ENABLED": False,
    "ITEM_PIPELINES": {},
    "EXTENSIONS": {},
    "DOWNLOADER_MIDDLEWARES": {},
    "TWISTED_DNS_RESOLVER": "scrapy.resolver.CachingThreadedResolver",
}


def clock(stage: str, module: str, name: str) -> None:
    """Count the processor's seconds that a function takes in its thread."""
    owner: Any = importlib.import_module(module)
    *path, last = name.split(".")
    for part in path:
        owner = getattr(owner, part)
    function: Callable[..., Any] = getattr(owner, last)

    def timed(*args: Any, **kwargs: Any) -> Any:
        began = time.thread_time()
        try:
            return function(*args, **kwargs)
        finally:
            with lock:
                spent[stage] += time.thread_time() - began

    setattr(owner, last, timed)


if __name__ == "__main__":
    main()
