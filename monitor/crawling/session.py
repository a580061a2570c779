"""What the parts of one crawl share, and what the workspace says about how to crawl."""

import os
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings, Settings

from detectors.base import wrong_settings
from monitor.brands import Brand
from monitor.brands.loader import load_brands
from monitor.crawling import politeness, render
from monitor.crawling.kept_sights import KeptSights
from monitor.crawling.logo_words import with_logo_words
from monitor.crawling.photo_prints import with_photo_prints
from monitor.crawling.reading import Readers
from monitor.crawling.resolver import GuardedResolver
from monitor.errors import ConfigurationError
from monitor.health import Tally
from monitor.inspection import Inspector
from monitor.net import UrlPolicy
from monitor.store import Store, open_store
from monitor.workspace import Workspace, load_workspace


class Session:
    """A Scrapy add-on: loaded before anything else of a crawl, so that what is wrong is said before a page is fetched.

    `workers` are threads for work that would hold up the reactor. `failures` counts by reason what should have been
    stored and was not, or not been judged in full; any makes the crawl end with exit code 1. `tally` counts what was
    read of each marketplace. `examples` are the addresses where each thing was counted first.
    """

    workspace: Workspace
    brands: Sequence[Brand]
    inspector: Inspector
    sights: KeptSights
    policy: UrlPolicy
    store: Store
    observed_at: datetime | None
    run: int | None = None
    problem: str | None = None
    """Why the crawl counts as failed, empty when it does not; None until it has ended."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._lock = threading.Lock()
        self.failures: Counter[str] = Counter()
        self.examples: dict[str, str] = {}
        self.tally = Tally()
        self.readers = Readers()
        self.workers = ThreadPoolExecutor(max_workers=os.cpu_count() or 2, thread_name_prefix="inspect")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """The session of a crawl."""
        session = crawler.get_addon(cls)
        if session is None:
            raise ConfigurationError("ADDONS: monitor.crawling.session.Session is missing; use monitor.settings")
        return session

    def update_settings(self, settings: Settings) -> None:
        """Load what the crawl needs, and fit Scrapy's settings to it. Raises ConfigurationError."""
        folder = Path(settings["WORKSPACE"])
        spider = self._crawler.spider
        arguments = getattr(spider, "arguments", None)
        urls: tuple[str, ...] = getattr(spider, "operator_urls", ())
        self.observed_at = _moment(settings)
        self.workspace = load_workspace(folder)
        self.brands = _brands(folder, getattr(arguments, "brand", ()))
        self.policy = UrlPolicy.of(urls, self.workspace.private_hosts)
        GuardedResolver.trust(self.policy)
        self.brands = with_photo_prints(with_logo_words(self.brands, self.workspace), self.workspace)
        self.sights = KeptSights(self.workspace.images)
        self.inspector = Inspector(self.brands, report=self._detector_failed, memories=self.sights)
        politeness.apply(settings, self.workspace, urls)
        render.apply(settings, arguments)
        settings.set("HTTPCACHE_DIR", str(self.workspace.path / "httpcache"), priority="project")
        _filter_feeds(settings)
        self.store = open_store(self.workspace)

    def count(self, what: str, number: int = 1, *, at: str = "") -> None:
        """Count something for the summary, with the address of the page, listing or photo of which it is."""
        assert self._crawler.stats is not None
        self._crawler.stats.inc_value(f"monitor/{what}", number)
        if at:
            self.examples.setdefault(what, at)

    def failed(self, reason: str, count: int = 1) -> None:
        """Count something that should have worked; safe in threads."""
        with self._lock:
            self.failures[reason] += count

    def close(self) -> None:
        """Let go of threads and database."""
        self.readers.close()
        self.workers.shutdown(wait=False)
        self.sights.save()
        self.store.close()

    def _detector_failed(self, kind: str, failure: BaseException) -> None:
        self.failed(f"detector {kind} failed ({type(failure).__name__}: {failure})"[:200])


def _brands(folder: Path, slugs: Sequence[str]) -> Sequence[Brand]:
    if len(slugs) == 1:
        return load_brands(folder, only=slugs[0], settings=wrong_settings)
    brands = load_brands(folder, settings=wrong_settings)
    missing = set(slugs) - {brand.slug for brand in brands}
    if missing:
        known = ", ".join(brand.slug for brand in brands) or "none"
        raise ConfigurationError(
            f"-a brand={','.join(sorted(missing))}: no such brand in {folder}/brands; known: {known}"
        )
    return [brand for brand in brands if not slugs or brand.slug in slugs]


def _moment(settings: BaseSettings) -> datetime | None:
    text = (settings["OBSERVED_AT"] or "").strip()
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigurationError(
            f"OBSERVED_AT={text[:40]}: give a time in ISO 8601 such as 2026-05-04T09:30:00Z"
        ) from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _filter_feeds(settings: Settings) -> None:
    if settings.getbool("FLAGGED_ONLY"):
        for feed in settings["FEEDS"].values():
            feed.setdefault("item_filter", "monitor.crawling.feeds.FlaggedOnly")
