"""Where pages and answers lead, through Scrapy's own middlewares in the form that a crawl uses them."""

import pytest
from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from monitor.crawling.redirects import Redirects, Refreshes

URL = "https://shop.example/item/1"


def refreshed(content: str, content_type: str = "text/html") -> Request | Response:
    """What comes of a page that says so in its head."""
    middleware = Refreshes.from_crawler(get_crawler(settings_dict={"METAREFRESH_MAXDELAY": 6}))
    body = f'<html><head><meta http-equiv="refresh" content="{content}"></head></html>'.encode()
    page = HtmlResponse(URL, body=body, headers={"Content-Type": content_type})
    return middleware.process_response(Request(URL), page)


@pytest.mark.parametrize("content", ["0;url=/item/2", "3; url='https://shop.example/item/2'"])
def test_a_page_that_sends_on_at_once_is_followed(content: str) -> None:
    found = refreshed(content)
    assert isinstance(found, Request)
    assert found.url == "https://shop.example/item/2"


@pytest.mark.parametrize(
    "content",
    [
        "5",
        f"3;url={URL}",
        "0;url=/item/1?utm_source=again",
        "30;url=/session-is-over",
        "0;url=http://[::1",
        "0;url=javascript:alert(1)",
        "0;url=http://x:99999999/",
    ],
)
def test_a_page_that_renews_itself_or_leads_nowhere_is_a_page(content: str) -> None:
    assert isinstance(refreshed(content), Response)


@pytest.mark.parametrize("charset", ["idna", "zlib_codec", "nonsense", "undefined"])
def test_a_charset_that_is_none_is_left_to_our_own_reader(charset: str) -> None:
    assert isinstance(refreshed("30;url=/x", f"text/html; charset={charset}"), Response)


@pytest.mark.parametrize("target", [b"http://[::1/", b"http://127.0.0.1:99999999/"])
def test_a_redirect_to_no_address_is_said(target: bytes) -> None:
    answer = Response(URL, status=302, headers={"Location": target})
    with pytest.raises(IgnoreRequest, match="redirects to no readable address"):
        Redirects.from_crawler(get_crawler()).process_response(Request(URL), answer)
