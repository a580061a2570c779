"""Why something was not fetched, in a few words that can be counted."""

from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)

from monitor.crawling.resolver import GuardedResolver
from monitor.net import Refusal

TOO_LARGE = "is too large"
UNREACHABLE = ("host not found", "host refuses the connection", "connection broke", "took too long")
WORDS: tuple[tuple[type[BaseException], str], ...] = (
    (CannotResolveHostError, "host not found"),
    (DownloadConnectionRefusedError, "host refuses the connection"),
    (DownloadTimeoutError, "took too long"),
    (DownloadFailedError, "connection broke"),
    (ResponseDataLossError, "connection broke"),
    (UnsupportedURLSchemeError, f"refused: {Refusal.SCHEME}"),
    (DownloadCancelledError, TOO_LARGE),
)
UNPACKERS = frozenset({"brotli", "_brotli", "zlib"})
IGNORED = (
    ("robots.txt does not come", "robots.txt does not come, so nothing is asked for"),
    ("robots.txt", "robots.txt forbids it"),
    ("DOWNLOAD_MAXSIZE", TOO_LARGE),
    ("max redirections", "redirects without end"),
)


def why_not_fetched(failure: BaseException, url: str) -> str:
    """The reason in words that go after the address, the same for all failures of one kind."""
    text = str(failure)
    if isinstance(failure, IgnoreRequest):
        return next(
            (words for part, words in IGNORED if part in text), text.partition("\n")[0][:100] or "was not wanted"
        )
    if isinstance(failure, CannotResolveHostError) and (urlsplit(url).hostname or "") in GuardedResolver.refused:
        return f"refused: {Refusal.PRIVATE}"
    for kind, words in WORDS:
        if isinstance(failure, kind):
            return words
    if type(failure).__module__.startswith("playwright."):
        return "broke in the browser"
    if isinstance(failure, (OSError, EOFError)) or type(failure).__module__ in UNPACKERS:
        return "is compressed in an unreadable way"
    return f"failed with {type(failure).__name__}"
