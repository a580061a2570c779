"""The words in the photos of a crawl: each content is read once, beside fetching and judging."""

import asyncio
import logging
from collections.abc import Callable

from scrapy.crawler import Crawler

from monitor.crawling.log import brief
from monitor.crawling.photo_reading import PhotoReading
from monitor.crawling.session import Session
from monitor.images import ImageProblem
from monitor.images.words import VERSION, why_not
from monitor.records import Photo, Words
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
        self.reads = not problem
        if workspace.read_words and problem:
            logger.warning("%s; [images] words = false in monitor.toml says that it is meant so", brief(problem, 300))

    async def of(self, photo: Photo, load: Callable[[], bytes], reading: PhotoReading) -> Words | None:
        """The words of a photo: remembered, else stored, else read. None where it is not read, which is counted."""
        if not self.reads:
            return None
        if photo.sha256 not in self._found:
            self._found[photo.sha256] = asyncio.ensure_future(self._read(photo, load, reading))
        return await asyncio.shield(self._found[photo.sha256])

    async def _read(self, photo: Photo, load: Callable[[], bytes], reading: PhotoReading) -> Words | None:
        count = Session.of(self._crawler).count
        try:
            stored = await asyncio.to_thread(self._store.words, photo.sha256, VERSION)
            words = stored or await reading.words_of(load)
        except (ImageProblem, OSError) as problem:
            count(f"words_failed/{str(problem)[:80]}", at=photo.url)
            return None
        if words.lines:
            count("photos/with_words")
        if words.unread:
            count("photos/lines_beyond_the_limit", words.unread, at=photo.url)
        return words
