from types import SimpleNamespace

import pytest
from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.settings import Settings
from scrapy.signalmanager import SignalManager

from monitor.crawling.robots import LONGEST_DELAY, MAX_BYTES, BoundedRobots, Robots

CRAWLER = SimpleNamespace(spider=None)
URL = "https://shop.example/private/1"


def rules(body: bytes) -> BoundedRobots:
    return BoundedRobots.from_crawler(CRAWLER, body)  # type: ignore[arg-type]


def test_only_whole_lines_of_the_beginning_count() -> None:
    wish = b"User-agent: *\nDisallow: /private/\n"
    assert not rules(wish + b"#" * 3_000_000).allowed(URL, "monitor")
    assert rules(b"#" * MAX_BYTES + b"\n" + wish).allowed(URL, "monitor")
    start = b"User-agent: *\nAllow: /\n"
    cut = start + b"#" * (MAX_BYTES - len(start) - len("Disallow: /") - 1) + b"\nDisallow: /private-and-more/\n"
    assert rules(cut).allowed(URL, "monitor"), "half a line is no wish"


@pytest.mark.parametrize(
    ("line", "host", "configured", "kept"),
    [
        ("Crawl-delay: 10", "shop.example", 1.0, (10.0, 0.0)),
        ("Crawl-delay: 0.5", "shop.example", 1.0, (1.0, 0.5)),
        ("Crawl-delay: 0.8", "shop.example", 1.0, (1.0, 0.0)),
        ("Crawl-delay: 10", "shop.example", 30.0, (30.0, 0.5)),
        ("Crawl-delay: 999999", "shop.example", 1.0, (LONGEST_DELAY, 0.0)),
        ("Crawl-delay: nan", "shop.example", 1.0, (1.0, 0.5)),
        ("Crawl-delay: -3", "shop.example", 1.0, (1.0, 0.5)),
        ("Crawl-delay: soon", "shop.example", 1.0, (1.0, 0.5)),
        ("Disallow: /private/", "shop.example", 1.0, (1.0, 0.5)),
        ("Crawl-delay: 10", "127.0.0.1", 1.0, (1.0, 0.5)),
    ],
)
def test_the_distance_of_requests_is_never_less_than_a_site_asks_for(
    line: str, host: str, configured: float, kept: tuple[float, float]
) -> None:
    slot = Slot(4, configured, 0.5)
    crawler = SimpleNamespace(
        settings=Settings({"ROBOTSTXT_OBEY": True, "USER_AGENT": "monitor"}),
        signals=SignalManager(),
        stats=None,
        spider=None,
        engine=SimpleNamespace(downloader=SimpleNamespace(slots={host: slot})),
    )
    robots = Robots(crawler)  # type: ignore[arg-type]
    request = Request(f"https://{host}/watch", meta={"download_slot": host})
    robots.process_request_2(rules(f"User-agent: *\n{line}\n".encode()), request)
    crawler.signals.send_catch_log(signals.request_reached_downloader, request=request)
    assert (slot.delay, slot.jitter) == kept
    slot.delay = min(configured, slot.delay)  # as AutoThrottle does where a site answers fast
    crawler.signals.send_catch_log(signals.response_downloaded, request=request, response=None)
    assert slot.delay * (1 - slot.jitter) >= kept[0] * (1 - kept[1])
