from datetime import UTC, datetime

import pytest

from monitor.crawling.giving_way import seconds
from monitor.crawling.politeness import is_loopback, user_agent

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        (None, 0.0),
        (b"", 0.0),
        (b"30", 30.0),
        (b"999999999999999999999", 999_999_999.0),
        (b"-5", 0.0),
        (b"soon", 0.0),
        (b"Mon, 04 May 2026 09:31:00 GMT", 60.0),
        (b"Mon, 04 May 2026 09:29:00 GMT", 0.0),
        (b"\xff\xfe", 0.0),
        (b"Mon, 01 Jan 2030 00:00:00 +99999999999999", 0.0),
        (b"Mon, 01 Jan 99999999999 00:00:00 GMT", 0.0),
    ],
)
def test_what_a_site_asks_for(header: bytes | None, asked: float) -> None:
    assert seconds(header, NOW) == asked


@pytest.mark.parametrize(
    ("host", "loopback"),
    [("127.0.0.1", True), ("localhost", True), ("[::1]", True), ("10.0.0.1", False), ("a.b", False)],
)
def test_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_the_user_agent_says_who_crawls_and_nothing_else() -> None:
    assert user_agent("").startswith("marketplace-monitor/")
    assert user_agent("https://brand.example/crawler").endswith(" (+https://brand.example/crawler)")
    wild = user_agent("me@x.example\r\nX-Evil: 1)")
    assert "\r" not in wild
    assert "\n" not in wild
    assert wild.count(")") == 1
