import logging
from collections.abc import Iterator

import pytest

from monitor.crawling.log import NOISY, SILENT, address, brief, prepare


@pytest.fixture
def own_log(request: pytest.FixtureRequest) -> Iterator[logging.Logger]:
    """A logger as in a crawl; afterwards all is as before."""
    before, noisy = logging.getLogRecordFactory(), [logging.getLogger(name) for name in (*NOISY, *SILENT)]
    filters, level = [list(one.filters) for one in noisy], logging.getLogger("alembic").level
    prepare(request.param)
    yield logging.getLogger("scrapy.downloadermiddlewares.redirect")
    logging.setLogRecordFactory(before)
    logging.getLogger("alembic").setLevel(level)
    for one, had in zip(noisy, filters, strict=True):
        one.filters = had


@pytest.mark.parametrize("own_log", ["", "INFO", "DEBUG"], indirect=True)
def test_no_library_logs_credentials_either(own_log: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, own_log.name):
        own_log.debug("Redirecting (%s) to %s\n%s", 302, "<GET https://me:secret@shop.example/>", "\x1b[2J")
    assert caplog.messages == ["Redirecting (302) to <GET https://…@shop.example/>\n[U+001B][2J"]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://shop.example/a@b", "https://shop.example/a@b"),
        ("https://user:password@shop.example/a", "https://…@shop.example/a"),
        ("http://a@b@[::1]:80/?x=http://c@d/", "http://…@[::1]:80/?x=http://…@d/"),
        ("https://shop.example?mail=a@b", "https://shop.example?mail=a@b"),
        ("https://x\x1b[2Jy@shop.example/", "https://…@shop.example/"),
        ("https://shop.example/\x1b[2J\u202e", "https://shop.example/[U+001B][2J[U+202E]"),
    ],
)
def test_an_address_is_logged_without_who_goes_there(url: str, shown: str) -> None:
    assert address(url) == shown


def test_what_a_site_says_is_one_short_line_that_no_terminal_obeys() -> None:
    assert brief("Bad\nkey \x1b]0;owned\x07") == "Bad key [U+001B]]0;owned[U+0007]"
    assert len(brief("x" * 10_000_000)) == 120
