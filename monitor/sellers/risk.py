"""How much a seller account needs a person's look, from 0 to 100, as a sum of parts that are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.sellers.clusters import Cluster
from monitor.sellers.profile import Profile

WORST, EACH, MANY, FLOOR, PROVEN, REPEATED, RELATED, RETURNED, RENAMED = 35, 3, 15, 15, 10, 10, 10, 10, 5


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the points, and what they are for."""

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
    offences, proven = profile.open_offences, profile.proven
    if offences:
        worst = offences[0]
        parts.append(
            Part(round(worst.severity * WORST / 100), f"case {worst.case}, the most severe, has {worst.severity}")
        )
        count = len(offences)
        parts.append(Part(min(MANY, EACH * count), f"{count} open case{'s' if count > 1 else ''}"))
    if profile.below_floor:
        share = f"{profile.below_floor:.0%}"
        parts.append(Part(round(profile.below_floor * FLOOR), f"{share} of its listings below the floor price"))
    if proven:
        parts.append(Part(PROVEN, f"{len(proven)} confirmed by a person (case {proven[0].case})"))
    if len(proven) > 1:
        parts.append(Part(REPEATED, "a repeat offender: more than one confirmed case"))
    if len(profile.names) > 1:
        parts.append(Part(RENAMED, f"{len(profile.names)} names under one id"))
    if cluster:
        parts += _related(profile, others)
    return Risk(tuple(part for part in parts if part.points))


def _related(profile: Profile, others: Iterable[Profile]) -> list[Part]:
    """What is held against the accounts that belong to the same cluster."""
    guilty = sorted((other for other in others if other.proven), key=lambda other: other.account)
    if not guilty:
        return []
    parts = [Part(RELATED, f"belongs together with {guilty[0].account}, which has confirmed cases")]
    before = [other for other in guilty if other.last_seen < profile.first_seen]
    if before:
        parts.append(Part(RETURNED, f"was first seen after {before[0].account} was seen last: it may have returned"))
    return parts
