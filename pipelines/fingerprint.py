"""The photos of an observation are fetched, kept, fingerprinted and read, each content once."""

import asyncio
import errno
import hashlib
import threading
from collections import Counter, OrderedDict, defaultdict
from dataclasses import replace
from functools import partial
from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK

from monitor.crawling.fetching import fetch
from monitor.crawling.image_files import ImageFiles
from monitor.crawling.photo_reading import HostilePhotoError, PhotoReading
from monitor.crawling.photo_words import PhotoWords
from monitor.crawling.politeness import PHOTO_SLOT, is_loopback
from monitor.crawling.reasons import UNREACHABLE, why_not_fetched
from monitor.crawling.session import Session
from monitor.crawling.unchanged import PHOTO
from monitor.images import VERSION, ImageProblem
from monitor.records import Fingerprint, Observation, Photo

MAX_PHOTOS = 8
MAX_BYTES = 10_000_000
TIMEOUT = 30
AT_ONCE_FROM_A_HOST = 4
FAILURES_OF_A_HOST = 3
"""So many photos in a row that a host does not answer for, and it is not asked again in this crawl."""
HOSTILE_OF_A_HOST = 10
"""So many photos of a host that broke their reader or held it up, and no more of it are read in this crawl."""
SILENT_HOSTS_OF_A_SITE = 10
"""When so many hosts that a site's listings name have not answered, only those are asked that did answer once."""
LEAST_FREE = 500_000_000
"""Bytes that photos leave free on the disk: the database must still be written."""
REMEMBERED = 256


class _NoPhotoError(Exception):
    """What was fetched is no photo, or nothing was fetched; the text says why."""


class FingerprintPhotos:
    """Item pipeline: Observation in, Observation with photos out. A photo that fails says why, and no more."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._session = Session.of(crawler)
        self._files = ImageFiles(self._session.workspace.images)
        self._words = PhotoWords(crawler, self._session.workspace, self._session.store)
        self._reading = PhotoReading(words=self._words.reads)
        self._fetched: dict[str, asyncio.Future[Photo]] = {}
        self._known: OrderedDict[str, Fingerprint] = OrderedDict()
        self._turns: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(AT_ONCE_FROM_A_HOST))
        self._silent: Counter[str] = Counter()
        self._hostile: Counter[str] = Counter()
        self._space = crawler.settings.getint("PHOTOS_SPACE") * 1_000_000
        self._booking = threading.Lock()
        self._answered: set[str] = set()
        self._unanswered: defaultdict[str, set[str]] = defaultdict(set)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def close_spider(self) -> None:
        """Let go of the processes; the last photo is read."""
        self._reading.close()

    async def process_item(self, item: Observation) -> Observation:
        """The observation with its first photos; those beyond are counted."""
        urls = item.listing.images[:MAX_PHOTOS]
        if len(item.listing.images) > MAX_PHOTOS:
            self._crawler.stats.inc_value("monitor/photos/beyond_the_limit", len(item.listing.images) - MAX_PHOTOS)
        if not urls:
            return item
        site = urlsplit(item.listing.url).hostname or ""
        return replace(item, photos=tuple(await asyncio.gather(*(self._photo(url, site) for url in urls))))

    async def _photo(self, url: str, site: str) -> Photo:
        """The photo at a URL, which is fetched once in a crawl, also when several listings ask at the same time."""
        if url not in self._fetched:
            self._fetched[url] = asyncio.ensure_future(self._fetch(url, site))
        photo = await asyncio.shield(self._fetched[url])
        if photo.problem:
            return photo
        # Read from the disk: photos wait long for their words, and their bytes would fill the memory.
        host = urlsplit(url).hostname or ""
        words = await self._words.of(photo, partial(self._load, photo.sha256, host), self._reading)
        return replace(photo, fingerprint=await self._fingerprint(photo.sha256, host), words=words)

    async def _fetch(self, url: str, site: str) -> Photo:
        try:
            content = await self._in_turn(url, site)
        except _NoPhotoError as problem:
            return self._problem(url, str(problem))
        except Exception as failure:  # noqa: BLE001 - whatever a photo does, its listing is still judged
            return self._problem(url, why_not_fetched(failure, url))
        try:
            sha256 = await asyncio.to_thread(self._keep, content)
            return await self._read(url, sha256)
        except _NoPhotoError as problem:
            return self._problem(url, str(problem))
        except OSError as failure:
            self._session.failed(f"photos not kept: {failure.strerror}")
            return self._problem(url, "could not be kept on this disk")

    async def _read(self, url: str, sha256: str) -> Photo:
        host = urlsplit(url).hostname or ""
        try:
            await self._fingerprint(sha256, host)
        except ImageProblem as problem:
            self._hostile[host] += isinstance(problem, HostilePhotoError)
            return replace(self._problem(url, str(problem)), sha256=sha256)
        self._crawler.stats.inc_value("monitor/photos/read")
        return Photo(url=url, sha256=sha256)

    async def _in_turn(self, url: str, site: str) -> bytes:
        host = urlsplit(url).hostname or ""
        async with self._turns[host]:
            if self._silent[host] >= FAILURES_OF_A_HOST:
                raise _NoPhotoError("host does not answer")
            if host not in self._answered and len(self._unanswered[site]) >= SILENT_HOSTS_OF_A_SITE:
                raise _NoPhotoError("not asked for, as too many hosts of this site's photos do not answer")
            try:
                content = await self._download(url, host)
            except Exception as failure:
                if why_not_fetched(failure, url) in UNREACHABLE:
                    self._silent[host] += 1
                    self._unanswered[site].add(host)
                raise
            self._silent[host] = 0
            return content

    async def _download(self, url: str, host: str) -> bytes:
        limits = {"download_maxsize": MAX_BYTES, "download_timeout": TIMEOUT, "max_retry_times": 1}
        meta: dict[str, object] = {PHOTO: True, **limits}
        if not is_loopback(host):
            meta["download_slot"] = PHOTO_SLOT + host
        try:
            request = Request(url, callback=NO_CALLBACK, headers={"Accept": "image/*,*/*;q=0.5"}, meta=meta)
        except ValueError:
            raise _NoPhotoError("is no readable address") from None
        response = await fetch(self._crawler, request)
        self._answered.add(host)
        if response.status != 200:
            raise _NoPhotoError(f"answered {response.status}")
        if not response.body:
            raise _NoPhotoError("is empty")
        return response.body

    def _keep(self, content: bytes) -> str:
        """The digest of a photo that is on the disk now, which strangers must not fill."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self._files.path(sha256).exists():
            self._book(len(content))
            self._files.save(sha256, content)
        return sha256

    def _book(self, size: int) -> None:
        """Take so many bytes of the space; photos come in several threads, and two must not take the same rest."""
        with self._booking:
            if self._space < size:
                raise _NoPhotoError("not kept, as new photos of this crawl take all of PHOTOS_SPACE")
            if self._files.free() < LEAST_FREE + size:
                raise OSError(errno.ENOSPC, "the disk is nearly full")
            self._space -= size

    async def _fingerprint(self, sha256: str, host: str) -> Fingerprint:
        """The fingerprint of a photo that is kept: remembered, else stored, else computed. Raises ImageProblem."""
        found = self._known.get(sha256)
        if found is None:
            stored = await asyncio.to_thread(self._session.store.fingerprint, sha256, VERSION)
            found = stored or await self._reading.print_of(partial(self._load, sha256, host))
            self._known[sha256] = found
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        self._known.move_to_end(sha256)
        return found

    def _load(self, sha256: str, host: str) -> bytes:
        """The bytes of a photo whose turn to be read has come."""
        if self._hostile[host] >= HOSTILE_OF_A_HOST:
            raise ImageProblem("not read, as others of its host broke their reader")
        return self._files.path(sha256).read_bytes()

    def _problem(self, url: str, problem: str) -> Photo:
        self._session.count(f"photos_failed/{problem[:80]}", at=url)
        return Photo(url=url, problem=problem)
