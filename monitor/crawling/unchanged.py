"""Asks a site whether a page or a photo has changed since it was fetched, and takes the kept one where it has not.

A page that is the same is a sighting like any other: its listings are observed anew, with today's time and all that
was on the page. So a price that does not move has a point for every day, and the site sent nothing twice.
"""

import asyncio
import sqlite3
import time
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from monitor.crawling.image_files import ImageFiles
from monitor.crawling.kept_pages import KeptPages, Version
from monitor.crawling.kept_photos import KeptPhotos
from monitor.crawling.keys import WITH_KEY
from monitor.crawling.session import Session

PAGES, PHOTOS = "pages.db", "photos.db"
PHOTO = "listing_photo"
"""In a request's meta: it is for a listing's photo."""
ASKED = "asked_whether_changed"
CONDITIONS = ("If-None-Match", "If-Modified-Since")
LONGEST = 500


class Unchanged:
    """Downloader middleware, between the unpacking of bodies and the retries."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        settings = crawler.settings
        self._asks = settings.getbool("CONDITIONAL_REQUESTS") and not settings.getbool("HTTPCACHE_ENABLED")
        workspace = Session.of(crawler).workspace
        self._pages = KeptPages(workspace.path / PAGES)
        self._photos = KeptPhotos(workspace.path / PHOTOS, ImageFiles(workspace.images))
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Add what the site knows the kept page by."""
        if request.meta.pop(ASKED, None):
            # A retry or the target of a redirect has taken these over.
            for name in CONDITIONS:
                request.headers.pop(name, None)
        if not self._asks or not _is_plain(request):
            return
        try:
            version = await asyncio.to_thread(self._kept(request).version, request.url, time.time())
        except sqlite3.Error:
            self._give_up()
            return
        if version is not None:
            request.meta[ASKED] = version
            for name, value in zip(CONDITIONS, (version.etag, version.modified), strict=True):
                if value:
                    request.headers[name] = value

    async def process_response(self, request: Request, response: Response) -> Response | Request:
        """Put the kept page in the place of a 304, and keep a page that can be asked about."""
        if "cached" in response.flags:
            if not request.meta.get(PHOTO):
                self._crawler.stats.inc_value("monitor/pages/from_cache")
            return response
        asked: Version | None = request.meta.get(ASKED)
        try:
            if response.status == 304 and asked is not None:
                return await self._as_before(request, response, asked)
            version = _version(response)
            if self._asks and version is not None and _is_plain(request):
                kind, keep = _text(response, "Content-Type"), self._kept(request).keep
                await asyncio.to_thread(keep, request.url, version, kind, response.body, time.time())
        except sqlite3.Error:
            self._give_up()
        return response

    async def _as_before(self, request: Request, response: Response, version: Version) -> Response | Request:
        found = await asyncio.to_thread(self._kept(request).body, request.url, version)
        if found is None:
            # Another crawl has just dropped it. Asked without a condition, the site sends the page.
            return request.replace(dont_filter=True, meta={**request.meta, "dont_cache": True})
        self._crawler.stats.inc_value(f"monitor/{'photos' if request.meta.get(PHOTO) else 'pages'}/unchanged")
        kind, body = found
        headers = Headers({"Content-Type": kind})
        respcls = responsetypes.from_args(headers=headers, url=response.url, body=body)
        return respcls(response.url, 200, headers, body, [*response.flags, "unchanged"], request)

    def spider_closed(self) -> None:
        """Close the files."""
        self._pages.close()
        self._photos.close()

    def _kept(self, request: Request) -> KeptPages | KeptPhotos:
        return self._photos if request.meta.get(PHOTO) else self._pages

    def _give_up(self) -> None:
        """Without the files all is fetched whole, as if it were the first time."""
        self._asks = False
        self._crawler.stats.set_value("monitor/pages/none_kept", 1)


def _is_plain(request: Request) -> bool:
    """Whether it is for a page of a site or a photo: nothing shown to a key holder alone, and not in the browser."""
    meta = request.meta
    special = meta.get("playwright") or meta.get(WITH_KEY) or meta.get("dont_cache")
    return bool(meta.get("listing_page") or meta.get(PHOTO)) and request.method == "GET" and not special


def _version(response: Response) -> Version | None:
    if response.status != 200 or b"no-store" in (response.headers.get("Cache-Control") or b"").lower():
        return None
    version = Version(_text(response, "ETag"), _text(response, "Last-Modified"))
    return version if version.etag or version.modified else None


def _text(response: Response, name: str) -> str:
    text = (response.headers.get(name) or b"").decode("latin-1").strip()
    return text if len(text) <= LONGEST and text.isprintable() else ""
