"""Cases in memory: what `check` finds in a file, gathered by brand and listing. The store keeps the same in tables."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.cases import finding_row, stand
from monitor.records import Finding, Flag, Listing, Observation, same_seller


@dataclass(slots=True)
class _Entry:
    listing: Listing
    finding: Finding
    flags: tuple[Flag, ...]
    first_seen: datetime
    last_seen: datetime
    sightings: int = 0


class Casebook:
    """All flags of each listing for each brand, over the observations that were added in the order of their time."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str, str], _Entry] = {}

    def add(self, observation: Observation, findings: Iterable[Finding]) -> None:
        """Take in what one inspection said; the latest flags of a kind and rule stand for the seller's earlier ones."""
        seen = observation.observed_at
        for finding in findings:
            key = (finding.brand, *observation.listing.key)
            entry = self._entries.get(key)
            if entry is None:
                entry = self._entries[key] = _Entry(observation.listing, finding, (), seen, seen)
            before, now = entry.listing, observation.listing
            same = same_seller((before.seller_id, before.seller_name), (now.seller_id, now.seller_name))
            entry.listing, entry.finding = now, finding
            entry.flags = stand(entry.flags if same else (), finding.flags)
            entry.last_seen = seen
            entry.sightings += 1

    def rows(self) -> list[dict[str, str]]:
        """One row of the flagged-listings CSV for each case, in the order of first sighting."""
        return [
            finding_row(
                entry.listing,
                replace(entry.finding, flags=entry.flags),
                first_seen=entry.first_seen,
                last_seen=entry.last_seen,
                sightings=entry.sightings,
            )
            for entry in self._entries.values()
        ]
