"""A site that asks for time gets it: no request goes out before the moment that it named."""

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.asyncio import call_later

GIVE_WAY = frozenset({429, 503})
LONGEST_WAIT = 120.0
"""A site that asks for more seconds is left alone for the rest of the crawl."""
LONGEST_DELAY = 60.0
NEGLIGIBLE = 0.05


class AskedToStayAway(IgnoreRequest):
    """A request to a site that asked for so much time that it is left alone."""


class GiveWay:
    """Downloader middleware: waits as long as `Retry-After` says, goes slower after 429 and 503, and comes back slowly.

    The whole site waits, not the one request alone. It stands before the retries, which know nothing of time.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._least = crawler.settings.getfloat("DOWNLOAD_DELAY")
        self._usual: dict[str, float] = {}
        self._until: dict[str, float] = {}
        crawler.signals.connect(self.response_downloaded, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse what would go to a site that is left alone."""
        if self._left(self._key(request)) > LONGEST_WAIT:
            raise AskedToStayAway("the site asks to come back later")

    def process_response(self, request: Request, response: Response) -> Response:
        """Keep the retries off a site that is left alone."""
        if response.status in GIVE_WAY and self._left(self._key(request)) > LONGEST_WAIT:
            request.meta["dont_retry"] = True
        return response

    def response_downloaded(self, response: Response, request: Request, spider: Spider) -> None:  # noqa: ARG002
        """Hold a site's queue where it asks for time. Scrapy sends this before it looks at the queue again."""
        key = self._key(request)
        slot = self._crawler.engine.downloader.slots.get(key)
        if slot is None:
            return
        if response.status in GIVE_WAY:
            self._crawler.stats.inc_value("monitor/pages/gave_way")
            self._usual.setdefault(key, slot.delay)
            slot.delay = min(LONGEST_DELAY, max(slot.delay * 2, self._least))
            asked = seconds(response.headers.get("Retry-After"), datetime.now(UTC))
            # Half the delay more than asked for, so that those who were told the same do not all come back at once.
            self._hold(key, slot, max(asked + (slot.delay / 2 if asked else 0.0), slot.delay))
        elif key in self._usual and response.status in {200, 304} and not self._left(key):
            slot.delay = max(self._usual[key], slot.delay / 2)
            if slot.delay < NEGLIGIBLE or slot.delay == self._usual[key]:
                slot.delay = self._usual.pop(key)

    def _hold(self, key: str, slot: Slot, wait: float) -> None:
        """Let nothing out of a queue for so long. A shorter hold never ends a longer one."""
        if wait <= self._left(key):
            return
        self._until[key] = time.monotonic() + wait
        if wait > LONGEST_WAIT:
            while slot.queue:
                _, waiting = slot.queue.popleft()
                waiting.errback(AskedToStayAway("the site asks to come back later"))
            return
        if slot.latercall is not None:
            slot.latercall.cancel()
        # The queue looks at nothing else while a call is planned; a delay alone would be shortened by jitter.
        slot.latercall = call_later(wait, self._crawler.engine.downloader._latercall, slot)  # noqa: SLF001

    def _left(self, key: str) -> float:
        return max(0.0, self._until.get(key, 0.0) - time.monotonic())

    def _key(self, request: Request) -> str:
        return self._crawler.engine.downloader.get_slot_key(request)


def seconds(retry_after: bytes | None, now: datetime) -> float:
    """What a Retry-After header asks for, in seconds from `now`; 0 where it asks for nothing readable."""
    text = (retry_after or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return 0.0
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return max(0.0, (moment - now).total_seconds())
