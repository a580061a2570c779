"""Captures cases: what the browser sees, what was read there, and the case as it stands, sealed as one package."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from monitor import __version__
from monitor.brands.loader import load_brands
from monitor.chromium import find_chromium
from monitor.cli._case_pictures import pictures_of
from monitor.cli._case_text import describe
from monitor.cli._known_evidence import remember
from monitor.cli._photos_now import PhotosNow, photos_now
from monitor.crawling.browser_proxy import BrowserProxy
from monitor.crawling.image_files import ImageFiles
from monitor.crawling.photo_prints import with_photo_prints
from monitor.crawling.photo_reading import PhotoReading
from monitor.crawling.politeness import user_agent
from monitor.crawling.reading import NotDoneError, Readers
from monitor.errors import ConfigurationError
from monitor.evidence.archive import wacz
from monitor.evidence.archive_check import SOUND, problems
from monitor.evidence.capture import Camera
from monitor.evidence.clock import clock
from monitor.evidence.comparison import Compared, compare, same_listing
from monitor.evidence.layout import layout_of
from monitor.evidence.seal import seal
from monitor.evidence.seen import Seen
from monitor.evidence.statement import GOODS, comparison, files_of, settings_digests, shown, statement, why_other
from monitor.images import ImageProblem, Search, photo_search
from monitor.inspection import Inspector
from monitor.net import Refusal, UrlPolicy
from monitor.pages import Page
from monitor.proxies import proxy_for
from monitor.records import Flag, History, Listing, Observation, listing_to_record
from monitor.store import Case, Store
from monitor.store.codec import evidence_to_json
from monitor.store.queries import CaseFile
from monitor.workspace import Workspace

MOST_BYTES = 150_000_000
"""So much a page may load, all in all; then its connections end."""
INLINE = ("data:", "blob:", "about:")
SOFTWARE = f"marketplace-monitor {__version__}"


class Done(NamedTuple):
    """A capture: its package, the page's status, and what it shows (a key of `WORDS`)."""

    package: Path
    status: int
    shows: str
    words: str
    """What it shows, with what differs from the crawl."""
    exchanges: int


class Capturing:
    """Captures cases of a workspace one after another, with one browser; an async context manager."""

    def __init__(self, settings: Workspace, store: Store, by: str, facts: Mapping[str, str] | None = None) -> None:
        """`facts` are sealed with each capture. Raises ConfigurationError where none can be made on this machine."""
        self._settings, self._store, self._by, self._facts = settings, store, by, facts
        self.policy = UrlPolicy.of(settings.operator_urls, settings.private_hosts)  # what crawls of the targets go by
        self._refused = 0
        agent = user_agent(settings.politeness.contact)
        self._camera = Camera(find_chromium(), self._guard, agent=agent, proxy=proxy_for, refuses=self._is_refused)
        self._readers = Readers()
        self._inspectors: dict[str, Inspector] = {}
        self._reading = PhotoReading(words=False)
        self._searches: dict[str, Search | None] = {}

    async def __aenter__(self) -> Self:
        await self._camera.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._readers.close()
        self._reading.close()
        await self._camera.__aexit__(kind, failure, trace)

    async def capture(self, key: int) -> Done:
        """Capture a case. Raises ConfigurationError for one that must not be, WorkFailedError for no answer."""
        file = await asyncio.to_thread(self._store.case, key)
        listing = file.case.listing
        if refusal := self.policy.refusal(listing.url):
            way_out = "; name the host in [network] private_hosts of monitor.toml, or as the url of a target"
            way_out *= refusal is Refusal.PRIVATE
            raise ConfigurationError(f"case {key}: {listing.url} {refusal}; a capture does not go there{way_out}")
        seen = await self._camera.look(listing.url)
        page = await self._read(seen)
        goods = page.listings if page is not None and page.kind in GOODS else ()
        found, sure = same_listing(goods, listing, seen.address)
        photos = await self._photos_now(file.case, found, seen)
        compared = await asyncio.to_thread(self._compared, file.case, seen, found, photos)
        return await asyncio.to_thread(self._seal, file, seen, page, compared and replace(compared, sure=sure))

    async def _read(self, seen: Seen) -> Page | None:
        try:
            return await self._readers.read(seen.html.encode(), seen.address, seen.status, "text/html; charset=utf-8")
        except NotDoneError:
            return None

    def _seal(self, file: CaseFile, seen: Seen, page: Page | None, compared: Compared | None) -> Done:
        case, settings = file.case, settings_digests(self._settings.path, file.case.finding.brand)
        shows = shown(page, seen.status, compared)
        if shows == "gone":  # known before it is sealed: should that fail, the listing is gone all the same
            self._store.mark_removed([case.listing.url], seen.at)
        stated = statement(seen, page, shows, compared, software=SOFTWARE, settings=settings, clock=clock())
        archive = wacz(seen, SOFTWARE)
        stated["archive_checked"] = "; ".join(problems(archive)) or SOUND
        flags = [
            {"kind": flag.kind, "rule": flag.rule, "severity": flag.severity, "sentence": flag.sentence,
             "evidence": evidence_to_json(flag.evidence)} for flag in case.finding.flags
        ]  # fmt: skip
        record = {"observed_at": case.last_seen.isoformat(), **listing_to_record(case.listing, sources=True)}
        brand = self._settings.path / "brands" / case.finding.brand
        photos = self._store.photos(case.id)
        files = {
            **files_of(seen, page, stated, settings, archive),
            **pictures_of(case, photos, ImageFiles(self._settings.images), brand, (one.body for one in seen.exchanges)),
            "crawl/record.json": json.dumps({"listing": record, "flags": flags}, ensure_ascii=False, indent=1).encode(),
            "crawl/comparison.json": comparison(compared),
            "case.txt": ("\n".join(describe(file)) + "\n").encode(),
        }
        note = f"{stated['shows_in_words']} (status {seen.status}); {SOFTWARE}"
        package = seal(
            self._settings.evidence,
            files,
            case=case.id,
            kind="capture",
            by=self._by,
            at=seen.at,
            note=note,
            shows=shows,
            facts=self._facts,
        )
        remember(self._settings, self._store)
        broken = f"THE WEB ARCHIVE BREAKS ITS FORMAT: {stated['archive_checked']}" * (
            stated["archive_checked"] != SOUND
        )
        words = ": ".join(filter(None, (str(stated["shows_in_words"]), why_other(compared), broken)))
        return Done(package, seen.status, shows, words, len(seen.exchanges))

    async def _photos_now(self, case: Case, found: Listing | None, seen: Seen) -> PhotosNow:
        crawled = await asyncio.to_thread(self._store.photos, case.id)
        search = await asyncio.to_thread(self._search, case)
        return await photos_now(crawled, case.finding.flags, found, seen, search, self._reading)

    def _search(self, case: Case) -> Search | None:
        """What finds the photos of a case's brand; None where no flag rests on one, or one of them is no picture."""
        slug = case.finding.brand
        if not any(flag.kind == "photo_match" for flag in case.finding.flags):
            return None
        if slug not in self._searches:
            brands = with_photo_prints(load_brands(self._settings.path, only=slug), self._settings)
            own = [(brand.slug, photo) for brand in brands for photo in brand.photos]
            try:
                self._searches[slug] = photo_search(own) if own else None
            except ImageProblem:  # told where the dossier is judged
                self._searches[slug] = None
        return self._searches[slug]

    def _compared(self, case: Case, seen: Seen, found: Listing | None, photos: PhotosNow) -> Compared | None:
        """The page's listing beside the crawl; None where no goods are on it."""
        if found is None:
            return None

        def judge(listing: Listing) -> list[Flag]:
            findings = self._inspector(case.finding.brand).inspect(
                Observation(listing=listing, observed_at=seen.at), lambda _brand, _sku: History()
            )
            return [flag for one in findings for flag in one.flags]

        return compare(
            found, case.listing, case.finding.flags, seen.text, seen.address, photos.there, judge, photos.replaced,
            layout_of(seen.html),
        )  # fmt: skip

    def _inspector(self, brand: str) -> Inspector:
        """The detectors for one brand, made when they are first needed."""
        if brand not in self._inspectors:
            self._inspectors[brand] = Inspector(load_brands(self._settings.path, only=brand))
        return self._inspectors[brand]

    def _guard(self) -> BrowserProxy:
        return BrowserProxy(self.policy, self._count, MOST_BYTES)

    def _is_refused(self, url: str) -> bool:
        return not url.startswith(INLINE) and self.policy.refusal(url) is not None

    def _count(self) -> None:
        self._refused += 1


def moment() -> datetime:
    """Now."""
    return datetime.now(UTC)
