"""Flags to cases: how bad they are together, which moves a person may make, and the row of the CSV. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from monitor.records import FIELDS, Evidence, Finding, Flag, Listing, is_said_anew
from monitor.records.listing import KNOWN_FROM, RESULT_PAGE

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
UNDECIDED = ("answered", "no_answer")
"""The results after which a complaint goes on: nobody decided, so that a later answer counts."""
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


def reopens(
    status: Status, known: Iterable[Flag], found: Iterable[Flag], *, days: int = 0, since: str = "it was last seen"
) -> str:
    """Why a sighting reopens a closed case, in words, or an empty string.

    It does with a kind and rule that was not `known` when the case was closed, or one clearly worse than then. Where a
    complaint was upheld it does with any flag, `DAYS_TO_REMOVE` days after the last sighting before the decision, or
    the answer that came later; `days` says how long after that this sighting is, `since` what it is.
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
            return f"the listing is there {days} days after {since}, though the complaint was upheld"
    return ""


def stand(known: Iterable[Flag], found: Iterable[Flag]) -> tuple[Flag, ...]:
    """The flags of a case after a further sighting: of each kind and rule those that were found last."""
    latest = tuple(found)
    again = {(flag.kind, flag.rule) for flag in latest}
    kept = (flag for flag in known if not is_said_anew(flag.kind, flag.rule, again))
    return tuple(sorted((*kept, *latest), key=lambda flag: (-flag.severity, flag.kind, flag.rule)))


Rule = tuple[str, str]
"""The kind and the rule of a flag."""


def could_show(evidence: Sequence[Evidence], record: Mapping[str, Any]) -> bool:
    """Whether a read could have raised a flag again that rests on this evidence.

    A search's card could if it holds all fields that the flag rests on, or a title that is another than the flag says.
    """
    if (record.get("attributes") or {}).get(KNOWN_FROM) != RESULT_PAGE:
        return True
    title = record.get("title") or ""
    return all(_holds(record, fact) for fact in evidence) or any(
        fact.field == "title" and fact.observed not in title for fact in evidence
    )


def _holds(record: Mapping[str, Any], fact: Evidence) -> bool:
    """Whether a record has what a fact was read in: the field, or the very photo; what no listing says it need not."""
    field, _, name = fact.field.partition(".")
    value = record.get(field)
    if field == "images":
        return fact.image in (value or ())
    return field not in FIELDS or bool((value or {}).get(name) if name else value)


def finding_row(
    listing: Listing,
    finding: Finding,
    *,
    older: Mapping[Rule, datetime] = {},
    last_read: Listing | None = None,
    case_id: str = "",
    status: str = Status.CANDIDATE,
    first_seen: datetime,
    last_seen: datetime,
    sightings: int,
    evidence: str = "",
) -> dict[str, str]:
    """One row of the flagged-listings CSV (contract 2.5), cells not yet made safe for a spreadsheet.

    `older` says when the flags were seen that the last read of the listing, `last_read`, raised no more: their reasons
    begin with that time, and end with what the listing asked in the end.
    """
    flags = finding.flags
    reasons = (_reason(flag, older.get((flag.kind, flag.rule)), last_read or listing) for flag in flags)
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
        "reasons": JOIN.join(dict.fromkeys(reasons)),
        "first_seen": first_seen.isoformat(),
        "last_seen": last_seen.isoformat(),
        "sightings": str(sightings),
        "evidence": evidence,
    }


def _reason(flag: Flag, seen: datetime | None, last: Listing) -> str:
    if seen is None:
        return flag.sentence
    read = last.observed_at or seen
    time = "%Y-%m-%d %H:%M" if seen.date() == read.date() else "%Y-%m-%d"
    asked = f", when the listing asked {_amount(last.price)} {last.currency}".rstrip() if last.price is not None else ""
    return f"On {seen:{time}}: {flag.sentence} Not raised any more on {read:{time}}{asked}."


def _amount(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")
