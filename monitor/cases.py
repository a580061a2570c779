"""Flags to cases: how bad they are together, which moves a person may make, and the row of the CSV. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from monitor.records import Finding, Flag, Listing, is_said_anew

COLUMNS = (
    "case_id", "status", "severity", "brand", "marketplace", "listing_id", "url", "title", "seller_id", "seller_name",
    "sku", "price", "currency", "net_unit_price", "floor_price", "flags", "reasons", "first_seen", "last_seen",
    "sightings", "evidence",
)  # fmt: skip
JOIN = " | "
BANDS = ((85, "urgent"), (60, "violation"), (30, "suspicion"), (0, "note"))
SHARE_OF_OTHERS = 0.1
CLEARLY_WORSE = 15
DAYS_TO_REMOVE = 7


class Status(StrEnum):
    """Where a case stands."""

    CANDIDATE = "candidate"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    SUBMITTED = "submitted"
    UPHELD = "upheld"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


MOVES: Mapping[Status, tuple[Status, ...]] = {
    Status.CANDIDATE: (Status.CONFIRMED, Status.DISMISSED),
    Status.CONFIRMED: (Status.SUBMITTED, Status.DISMISSED),
    Status.DISMISSED: (Status.CANDIDATE,),
    Status.SUBMITTED: (Status.UPHELD, Status.REJECTED, Status.WITHDRAWN),
    Status.UPHELD: (Status.CANDIDATE,),
    Status.REJECTED: (Status.CANDIDATE,),
    Status.WITHDRAWN: (Status.CANDIDATE,),
}
"""The moves that a person may make."""
AFTER: Mapping[str, Status] = {
    "upheld": Status.UPHELD,
    "rejected": Status.REJECTED,
    "withdrawn": Status.WITHDRAWN,
    "settled": Status.WITHDRAWN,
    "answered": Status.CONFIRMED,
    "no_answer": Status.CONFIRMED,
}
"""What each result of a complaint makes of its case. Nobody decided about a letter: it is no finding against a seller,
and a case about which it came to nothing waits for the next step.
"""
CLOSED = frozenset({Status.DISMISSED, Status.UPHELD, Status.REJECTED, Status.WITHDRAWN})


def may_move(now: Status, then: Status) -> bool:
    """Whether a person may move a case from one status to the other."""
    return then in MOVES[now]


def band_of(severity: int) -> str:
    """What a severity means in a word."""
    return next(word for least, word in BANDS if severity >= least)


def severity_of(flags: Iterable[Flag]) -> int:
    """How bad flags are together: the highest, and a tenth of the highest of each other kind; 100 at most."""
    worst: dict[str, int] = {}
    for flag in flags:
        worst[flag.kind] = max(worst.get(flag.kind, 0), flag.severity)
    if not worst:
        return 0
    highest = max(worst.values())
    return min(100, highest + int((sum(worst.values()) - highest) * SHARE_OF_OTHERS))


def reopens(status: Status, known: Iterable[Flag], found: Iterable[Flag], *, days: int = 0) -> str:
    """Why a sighting reopens a closed case, in words, or an empty string.

    It does with a kind and rule that was not `known` when the case was closed, or one clearly worse than then. Where a
    complaint was upheld it does with any flag, `DAYS_TO_REMOVE` days after the last sighting before the decision;
    `days` says how long after that this sighting is.
    """
    if status not in CLOSED:
        return ""
    before: dict[tuple[str, str], int] = {}
    for flag in known:
        key = (flag.kind, flag.rule)
        before[key] = max(before.get(key, 0), flag.severity)
    for flag in found:
        earlier = before.get((flag.kind, flag.rule))
        if earlier is None:
            return f"new flag {flag.kind} ({flag.rule})"
        if flag.severity >= earlier + CLEARLY_WORSE:
            return f"{flag.kind} ({flag.rule}) rose from {earlier} to {flag.severity}"
        if status is Status.UPHELD and days >= DAYS_TO_REMOVE:
            return f"the listing is there {days} days after it was last seen, though the complaint was upheld"
    return ""


def stand(known: Iterable[Flag], found: Iterable[Flag]) -> tuple[Flag, ...]:
    """The flags of a case after a further sighting: of each kind and rule those that were found last."""
    latest = tuple(found)
    again = {(flag.kind, flag.rule) for flag in latest}
    kept = (flag for flag in known if not is_said_anew(flag.kind, flag.rule, again))
    return tuple(sorted((*kept, *latest), key=lambda flag: (-flag.severity, flag.kind, flag.rule)))


def finding_row(
    listing: Listing,
    finding: Finding,
    *,
    case_id: str = "",
    status: str = Status.CANDIDATE,
    first_seen: datetime,
    last_seen: datetime,
    sightings: int,
    evidence: str = "",
) -> dict[str, str]:
    """One row of the flagged-listings CSV (contract 2.5), cells not yet made safe for a spreadsheet."""
    flags = finding.flags
    return {
        "case_id": case_id,
        "status": str(status),
        "severity": str(severity_of(flags)),
        "brand": finding.brand,
        "marketplace": listing.marketplace,
        "listing_id": listing.listing_id,
        "url": listing.url,
        "title": listing.title,
        "seller_id": listing.seller_id,
        "seller_name": listing.seller_name,
        "sku": finding.sku,
        "price": _amount(listing.price),
        "currency": listing.currency,
        "net_unit_price": _amount(finding.unit_price),
        "floor_price": _amount(finding.floor_price),
        "flags": JOIN.join(dict.fromkeys(flag.kind for flag in flags)),
        "reasons": JOIN.join(dict.fromkeys(flag.sentence for flag in flags)),
        "first_seen": first_seen.isoformat(),
        "last_seen": last_seen.isoformat(),
        "sightings": str(sightings),
        "evidence": evidence,
    }


def _amount(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")
