"""A stored listing as one flat row of a feed."""

from collections.abc import Mapping, Sequence
from typing import Any

from monitor.records import FIELDS, Finding, Observation, listing_to_record

JOIN = " | "
COLUMNS = [*FIELDS, "flags", "severity", "reasons", "case_ids"]


def feed_row(
    observation: Observation, findings: Sequence[Finding], severity: int, case_ids: Sequence[object]
) -> dict[str, Any]:
    """The record of contract 2.3 with what was found: `flags` and `reasons` joined by ` | `, worst first."""
    flags = sorted(
        (flag for finding in findings for flag in finding.flags), key=lambda f: (-f.severity, f.kind, f.rule)
    )
    row: dict[str, Any] = listing_to_record(observation.listing)
    row["observed_at"] = observation.observed_at.isoformat()
    row["flags"] = JOIN.join(dict.fromkeys(flag.kind for flag in flags))
    row["severity"] = severity if flags else ""
    row["reasons"] = JOIN.join(dict.fromkeys(flag.sentence for flag in flags))
    row["case_ids"] = JOIN.join(str(case) for case in case_ids)
    return row


def is_flagged(row: Mapping[str, Any]) -> bool:
    """Whether a row of a feed carries a flag."""
    return bool(row.get("flags"))
