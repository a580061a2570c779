"""Cases in memory: what `check` finds in a file, gathered by brand and listing. The store keeps the same in tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.cases import Rule, could_show, finding_row, stand
from monitor.records import Finding, Flag, Listing, Observation, listing_to_record, same_seller


@dataclass(slots=True)
class _Entry:
    listing: Listing
    finding: Finding
    flags: Mapping[Flag, datetime]
    """What stands, and when it was seen."""
    first_seen: datetime
    last_seen: datetime
    last_read: Listing
    sightings: int = 0

    @property
    def older(self) -> dict[Rule, datetime]:
        """When the flags were seen that the last read raised no more, though it could have."""
        record = listing_to_record(self.last_read)
        return {
            (flag.kind, flag.rule): seen
            for flag, seen in self.flags.items()
            if seen != self.last_read.observed_at and could_show(flag.evidence, record)
        }


class Casebook:
    """All flags of each listing for each brand, over the observations that were added in the order of their time."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], dict[str, _Entry]] = defaultdict(dict)

    def add(self, observation: Observation, findings: Iterable[Finding]) -> None:
        """Take in what one inspection said; the latest flags of a kind and rule stand for the seller's earlier ones."""
        seen = observation.observed_at
        now = replace(observation.listing, observed_at=seen)
        entries = self._entries.get(now.key, {})
        for entry in entries.values():
            entry.last_read = now
        for finding in findings:
            entries = self._entries[now.key]
            known = entries.get(finding.brand)
            entry = known or _Entry(now, finding, {}, seen, seen, now)
            entries[finding.brand] = entry
            before = entry.listing
            same = same_seller((before.seller_id, before.seller_name), (now.seller_id, now.seller_name))
            entry.listing, entry.finding = now, finding
            times = entry.flags if same else {}
            latest = dict.fromkeys(finding.flags, seen)
            entry.flags = {flag: latest.get(flag) or times[flag] for flag in stand(times, finding.flags)}
            entry.last_seen = seen
            entry.sightings += 1

    def rows(self) -> list[dict[str, str]]:
        """One row of the flagged-listings CSV for each case, in the order of first sighting."""
        found = [entry for entries in self._entries.values() for entry in entries.values()]
        return [
            finding_row(
                entry.listing,
                replace(entry.finding, flags=tuple(entry.flags)),
                older=entry.older,
                last_read=entry.last_read,
                first_seen=entry.first_seen,
                last_seen=entry.last_seen,
                sightings=entry.sightings,
            )
            for entry in sorted(found, key=lambda entry: entry.first_seen)
        ]
