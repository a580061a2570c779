"""The words in the photos of a crawl: read on threads of their own, each content once, beside fetching and judging."""

import asyncio
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from scrapy.crawler import Crawler

from monitor.crawling.log import brief
from monitor.images import ImageProblem
from monitor.images.words import VERSION, read_words, why_not
from monitor.records import Words
from monitor.store import Store
from monitor.workspace import Workspace

logger = logging.getLogger(__name__)


class PhotoWords:
    """Reads words where the workspace wants it and this machine can; says once, at its start, where it cannot."""

    def __init__(self, crawler: Crawler, workspace: Workspace, store: Store) -> None:
        self._crawler = crawler
        self._store = store
        self._found: dict[str, asyncio.Future[Words | None]] = {}
        problem = why_not() if workspace.read_words else "off"
        self._reads = not problem
        if workspace.read_words and problem:
            logger.warning("%s; [images] words = false in monitor.toml says that it is meant so", brief(problem, 300))
        # Reading keeps a core busy: half of them are left to fetching and judging.
        workers = max(1, (os.cpu_count() or 2) // 2)
        self._workers = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="words") if self._reads else None

    async def of(self, sha256: str, load: Callable[[], bytes]) -> Words | None:
        """The words of a photo: remembered, else stored, else read. None where it is not read, which is counted."""
        if self._workers is None:
            return None
        if sha256 not in self._found:
            self._found[sha256] = asyncio.ensure_future(self._read(sha256, load, self._workers))
        return await asyncio.shield(self._found[sha256])

    def close(self) -> None:
        """Let go of the threads."""
        if self._workers is not None:
            self._workers.shutdown(wait=False, cancel_futures=True)

    async def _read(self, sha256: str, load: Callable[[], bytes], workers: ThreadPoolExecutor) -> Words | None:
        stats = self._crawler.stats
        try:
            words = await asyncio.get_running_loop().run_in_executor(workers, self._look_up, sha256, load)
        except (ImageProblem, OSError) as problem:
            stats.inc_value(f"monitor/words_failed/{str(problem)[:80]}")
            return None
        if words.lines:
            stats.inc_value("monitor/photos/with_words")
        if words.unread:
            stats.inc_value("monitor/photos/lines_beyond_the_limit", words.unread)
        return words

    def _look_up(self, sha256: str, load: Callable[[], bytes]) -> Words:
        return self._store.words(sha256, VERSION) or read_words(load())
