"""Judge stored observations again, in the order in which they were stored."""

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

from monitor.brands import Brand
from monitor.cli._differences import Differences
from monitor.cli._progress import track
from monitor.crawling.image_files import ImageFiles
from monitor.crawling.kept_sights import KeptSights
from monitor.images import VERSION, ImageProblem, fingerprint
from monitor.inspection import Inspector, Looked
from monitor.ledger import Ledger
from monitor.records import HISTORY_DAYS, Fingerprint, Photo
from monitor.store import Seen, Store

BATCH = 64


class Replay:
    """One replay over a store, which it only reads."""

    def __init__(
        self, store: Store, brands: Mapping[str, Brand], images: Path, *, only: str = "", since: datetime | None = None
    ) -> None:
        """Judge for the brand `only`, else for those brands for which each observation was judged when it was stored.

        A brand is always judged among the brands that it was judged with, as these may say more about a mark.
        """
        self._store = store
        self._brands = brands
        self._files = ImageFiles(images)
        self._sights = KeptSights(images)
        self._only = only
        self._since = since
        self._inspectors: dict[frozenset[str], Inspector] = {}
        self._failures: list[str] = []
        self._print = lru_cache(maxsize=256)(self._compute)

    @property
    def failures(self) -> Counter[str]:
        """What went wrong with detectors and photos, and how often."""
        return Counter(self._failures)

    def run(self) -> Differences:
        """Judge all, and tell the differences."""
        # What is older than `since` is judged too, as far back as detectors look.
        long_ago = datetime.min.replace(tzinfo=UTC) + timedelta(days=HISTORY_DAYS)
        earliest = self._since - timedelta(days=HISTORY_DAYS) if self._since and self._since > long_ago else None
        total = self._store.count_observations(earliest)
        stored = iter(track(self._store.observations(since=earliest), label="replayed", total=total))
        differences, ledger = Differences(), Ledger()
        with ThreadPoolExecutor() as pool:
            while batch := list(islice(stored, BATCH)):
                for seen, looked in zip(batch, pool.map(self._look, batch), strict=True):
                    self._compare(seen, looked, ledger, differences)
        self._sights.save()
        return differences

    def _look(self, seen: Seen) -> Looked:
        photos = tuple(self._up_to_date(photo) for photo in seen.observation.photos)
        return self._inspector(seen).look(replace(seen.observation, photos=photos))

    def _compare(self, seen: Seen, looked: Looked, ledger: Ledger, differences: Differences) -> None:
        inspector = self._inspector(seen)
        findings = inspector.judge(looked, partial(ledger.before, seen.observation))
        ledger.add(inspector.price_points(looked))
        if self._since and seen.observation.observed_at < self._since:
            return
        differences.observations += 1
        before = {finding.brand: finding.flags for finding in seen.findings}
        now = {finding.brand: finding.flags for finding in findings}
        for brand in sorted(before.keys() | now.keys()):
            if self._only in ("", brand):
                differences.add(seen, brand, before.get(brand, ()), now.get(brand, ()))

    def _inspector(self, seen: Seen) -> Inspector:
        slugs = frozenset(slug for slug in (*seen.brands, self._only) if slug in self._brands)
        if slugs not in self._inspectors:
            brands = [self._brands[slug] for slug in sorted(slugs)]
            self._inspectors[slugs] = Inspector(brands, report=self._detector_failed, memories=self._sights)
        return self._inspectors[slugs]

    def _detector_failed(self, kind: str, failure: BaseException) -> None:
        self._failures.append(f"detector {kind} failed ({type(failure).__name__}: {failure})"[:200])

    def _up_to_date(self, photo: Photo) -> Photo:
        """The photo with a fingerprint of the present method, which is computed where the stored one is older."""
        if photo.fingerprint is None or photo.fingerprint.version == VERSION:
            return photo
        fresh = self._print(photo.sha256)
        if fresh is None:
            self._failures.append("photo not judged: its fingerprint is of another method, and it is not kept any more")
        return replace(photo, fingerprint=fresh)

    def _compute(self, sha256: str) -> Fingerprint | None:
        try:
            return fingerprint(self._files.path(sha256).read_bytes())
        except (OSError, ImageProblem):
            return None
