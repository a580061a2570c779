"""Judge stored observations again, in the order in which they were stored."""

from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path

from monitor.brands import Brand
from monitor.cli._differences import Differences
from monitor.cli._progress import track
from monitor.cli._rejudging import Rejudging
from monitor.inspection import Looked
from monitor.ledger import Ledger
from monitor.records import HISTORY_DAYS
from monitor.store import Seen, Store

BATCH = 64


class Replay:
    """One replay over a store, which it only reads."""

    def __init__(
        self, store: Store, brands: Mapping[str, Brand], images: Path, *, only: str = "", since: datetime | None = None
    ) -> None:
        """Judge for the brand `only`, else for those brands for which each was judged when it was stored."""
        self._store = store
        self._again = Rejudging(brands, images, only=only)
        self._only = only
        self._since = since

    @property
    def failures(self) -> Counter[str]:
        """What went wrong with detectors and photos, and how often."""
        return self._again.failures

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
                for seen, looked in zip(batch, pool.map(self._again.look, batch), strict=True):
                    self._compare(seen, looked, ledger, differences)
        self._again.save()
        return differences

    def _compare(self, seen: Seen, looked: Looked, ledger: Ledger, differences: Differences) -> None:
        inspector = self._again.inspector(seen)
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
