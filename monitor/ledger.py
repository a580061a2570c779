"""Price points in memory: the history for `check`, `replay` and tests. The store keeps the same in the database."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from monitor.records import HISTORY_DAYS, History, Observation, PricePoint


class Ledger:
    """What was seen so far, in the order in which it was added."""

    def __init__(self) -> None:
        self._points: dict[tuple[str, str], dict[tuple[str, str], list[PricePoint]]] = defaultdict(
            lambda: defaultdict(list)
        )

    def add(self, points: Iterable[PricePoint]) -> None:
        """Remember what an observation added, after it was judged."""
        for point in points:
            self._points[point.brand, point.sku][point.marketplace, point.listing_id].append(point)

    def before(self, observation: Observation, brand: str, sku: str) -> History:
        """What was added before, of the last `HISTORY_DAYS` days and not later than the observation itself."""
        now, key = observation.observed_at, observation.listing.key
        earliest = now - timedelta(days=HISTORY_DAYS)
        seen = self._points.get((brand, sku), {})
        kept = {
            other: [point for point in points if earliest <= point.observed_at <= now] for other, points in seen.items()
        }
        own = tuple(sorted(kept.pop(key, []), key=lambda point: point.observed_at))
        peers = tuple(max(points, key=lambda point: point.observed_at) for _, points in sorted(kept.items()) if points)

        def others() -> tuple[PricePoint, ...]:
            return tuple(sorted((one for points in kept.values() for one in points), key=lambda one: one.observed_at))

        return History(own=own, peers=peers, others=others)
