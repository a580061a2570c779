"""Log lines that a person can read: one line an event, and never the whole item."""

import logging
import re
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from monitor.records.cells import plain

USER = re.compile(r"(?<=://)[^/?#\s]{0,2000}@")
NOISY = (
    "scrapy.addons",
    "scrapy.core.engine",
    "scrapy.crawler",
    "scrapy.extensions.feedexport",
    "scrapy.middleware",
    "scrapy.utils.log",
)
SILENT = ("scrapy.downloadermiddlewares.robotstxt", "scrapy.core.downloader.handlers.http11", "scrapy-playwright")
"""These log a traceback for each page that cannot be fetched; that is counted, and named in the summary."""


class _From(logging.Filter):
    """Lets records of a level and above pass. A level set on a logger would not outlive Scrapy's own configuration."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= self._level


WARNINGS_ONLY, NOTHING = _From(logging.WARNING), _From(logging.CRITICAL)


class _Masked(logging.LogRecord):
    """A record that shows no user name and password of an address, and nothing a terminal obeys, whoever wrote it."""

    def getMessage(self) -> str:  # noqa: N802 - logging's own name
        return "\n".join(plain(line) for line in USER.sub("…@", super().getMessage()).split("\n"))


def prepare(level: str = "") -> None:
    """Keep credentials out of the log, and Scrapy's housekeeping, which the level DEBUG shows."""
    logging.setLogRecordFactory(_Masked)
    if level == "DEBUG":
        return
    logging.getLogger("alembic").setLevel(logging.WARNING)
    for name in NOISY:
        logging.getLogger(name).addFilter(WARNINGS_ONLY)
    for name in SILENT:
        logging.getLogger(name).addFilter(NOTHING)


def brief(value: object, limit: int = 120) -> str:
    """A value as one short line, without what a terminal would obey."""
    text = plain(" ".join(str(value)[: 4 * limit].split()))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def address(url: str, limit: int = 300) -> str:
    """An address for the log, without the user name and password that a page may have put into it."""
    return brief(USER.sub("…@", url), limit)


class OneLine(LogFormatter):
    """Scrapy's log lines without the items."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Spider) -> LogFormatterResult:  # noqa: ARG002
        """A listing was stored."""
        what = item.get("title", "") if isinstance(item, dict) else type(item).__name__
        flags = item.get("flags", "") if isinstance(item, dict) else ""
        return {
            "level": logging.DEBUG,
            "msg": "Stored: %(what)s %(flags)s",
            "args": {"what": brief(what), "flags": flags},
        }

    def dropped(
        self,
        item: Any,  # noqa: ARG002
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """A listing was not stored, and why."""
        level = getattr(exception, "log_level", None) or spider.crawler.settings["DEFAULT_DROPITEM_LOG_LEVEL"]
        url = response.url if isinstance(response, Response) else ""
        return {
            "level": getattr(logging, level) if isinstance(level, str) else level,
            "msg": "Not stored: %(why)s (%(url)s)",
            "args": {"why": brief(exception, 300), "url": address(url)},
        }

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,  # noqa: ARG002
    ) -> LogFormatterResult:
        """A pipeline broke."""
        url = response.url if isinstance(response, Response) else ""
        return {
            "level": logging.ERROR,
            "msg": "Failed on a listing (%(item)s, %(why)s) of %(url)s",
            "args": {"item": type(item).__name__, "why": brief(repr(exception), 300), "url": address(url)},
        }

    def download_error(
        self,
        failure: Failure,
        request: Request,
        spider: Spider,  # noqa: ARG002
        errmsg: str | None = None,
    ) -> LogFormatterResult:
        """A page could not be fetched."""
        return {
            "level": logging.WARNING,
            "msg": "Not fetched: %(url)s: %(why)s",
            "args": {"url": address(request.url), "why": brief(errmsg or failure.value, 300)},
        }
