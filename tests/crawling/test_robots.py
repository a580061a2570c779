from types import SimpleNamespace

from monitor.crawling.robots import MAX_BYTES, BoundedRobots

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
