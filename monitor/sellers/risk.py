"""How much a seller account needs a person's look, from 0 to 100, as a sum of parts that are shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from monitor.sellers.clusters import Cluster
from monitor.sellers.profile import Offence, Profile

WORST, EACH, MANY, FLOOR, PROVEN, REPEATED, RELATED, RETURNED, RENAMED = 35, 3, 15, 15, 10, 10, 10, 10, 5
SOON, LATE = timedelta(days=1), timedelta(days=180)
"""How long after the listings of an account were gone another one is first seen that may be its return: what one crawl
sees was there at once, and after half a year much has changed."""
NAMED = 5
"""So many cases or names are written out in a part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the points, and what they are for: a sentence that is true of the account and names what it counts."""

    points: int
    says: str


@dataclass(frozen=True, slots=True)
class Risk:
    """The parts; `score` is their sum, 100 at most."""

    parts: tuple[Part, ...]

    @property
    def score(self) -> int:
        """From 0, nothing held against the account, to 100."""
        return min(100, sum(part.points for part in self.parts))


def risk_of(profile: Profile, cluster: Cluster | None, others: Iterable[Profile]) -> Risk:
    """The risk of an account. `others` are the profiles of the other accounts of its cluster."""
    parts: list[Part] = []
    standing, waiting, proven = profile.standing, profile.waiting, profile.proven
    if standing:
        worst = standing[0]
        says = f"case {worst.case} ({worst.status}), the most severe, has severity {worst.severity}"
        parts.append(Part(round(worst.severity * WORST / 100), says))
    if waiting:
        one = "1 case waits" if len(waiting) == 1 else f"{len(waiting)} cases wait"
        parts.append(Part(min(MANY, EACH * len(waiting)), f"{one} for a decision: {_cases(waiting)}"))
    parts += _below_floor(profile)
    if proven:
        one = "1 case" if len(proven) == 1 else f"{len(proven)} cases"
        parts.append(Part(PROVEN, f"{one} confirmed by a person: {_cases(proven)}"))
    if (listings := len({one.listing for one in proven})) > 1:
        parts.append(Part(REPEATED, f"a repeat offender: confirmed cases about {listings} listings"))
    if len(names := profile.different_names) > 1:
        parts.append(Part(RENAMED, f"{len(names)} names under one id: {_listed(names)}"))
    if cluster:
        parts += _related(profile, others)
    return Risk(tuple(part for part in parts if part.points))


def _below_floor(profile: Profile) -> list[Part]:
    if not profile.low:
        return []
    low, count = len({one.listing for one in profile.low}), len(profile.listings)
    says = f"{low} of {count} listing{'s' if count != 1 else ''} seen below the floor price: case {_cases(profile.low)}"
    return [Part(round(profile.below_floor * FLOOR), says)]


def _related(profile: Profile, others: Iterable[Profile]) -> list[Part]:
    """What is held against the accounts that belong to the same cluster."""
    guilty = sorted((other for other in others if other.proven), key=lambda other: other.account)
    if not guilty:
        return []
    first = guilty[0]
    says = f"shares contacts, at first hand or over others, with {first.account}, of whom a person confirmed case"
    parts = [Part(RELATED, f"{says} {_cases(first.proven)}")]
    for other in guilty:
        gone = other.gone_at
        if gone and SOON <= profile.first_seen - max(gone, other.last_seen) <= LATE:
            says = (
                f"first seen on {profile.first_seen:%Y-%m-%d}, when the listings with cases of {other.account} were "
                f"gone (by {gone:%Y-%m-%d}): it may have returned"
            )
            parts.append(Part(RETURNED, says))
            break
    return parts


def _cases(offences: Sequence[Offence]) -> str:
    return _listed([str(one.case) for one in offences])


def _listed(some: Sequence[str]) -> str:
    return ", ".join(some[:NAMED]) + (f" and {len(some) - NAMED} more" if len(some) > NAMED else "")
