"""Keys of APIs are put on a request while it is on its way, and on nothing that is queued, cached, logged or stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

WITH_KEY = "with_key"
BARE_URL = "url_without_key"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What proves to an API who asks: headers, and values in the query where an API wants them there."""

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    query: Mapping[str, str] = field(default_factory=dict, repr=False)


class Keys:
    """Downloader middleware, the last before the download: asks the spider for the `credentials` of a request.

    All other middlewares, the retries, the cache and the queue see the request without them.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Put the key on."""
        if not request.meta.get(WITH_KEY):
            return
        given: Credentials = self._crawler.spider.credentials(request)  # type: ignore[union-attr]
        for name, value in given.headers.items():
            request.headers[name] = value
        request.meta[WITH_KEY] = tuple(given.headers) or True
        if given.query:
            request.meta[BARE_URL] = request.url
            joint = "&" if "?" in request.url else "?"
            request._set_url(f"{request.url}{joint}{urlencode(given.query)}")  # noqa: SLF001 - a copy would start anew

    def process_response(self, request: Request, response: Response) -> Response:
        """Take the key off."""
        bare = self._take_off(request)
        return response.replace(url=bare) if bare else response

    def process_exception(self, request: Request, exception: Exception) -> None:  # noqa: ARG002
        """Take the key off where no response came."""
        self._take_off(request)

    def _take_off(self, request: Request) -> str:
        names = request.meta.get(WITH_KEY)
        for name in names if isinstance(names, tuple) else ():
            request.headers.pop(name, None)
        bare = str(request.meta.pop(BARE_URL, ""))
        if bare:
            request._set_url(bare)  # noqa: SLF001
        return bare
