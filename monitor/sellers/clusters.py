"""Accounts that belong together, since they share exact facts; a person's split is kept whatever is seen later."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from monitor.sellers.facts import Fact
from monitor.sellers.profile import Account, Profile

TOO_COMMON = 12
"""A fact of more accounts is the marketplace's, or a service's, and says nothing of who they are."""


FEW = 4
"""A photo of more accounts is a maker's or goes round; it is nobody's own."""


@dataclass(frozen=True, slots=True)
class Split:
    """A person's word that two accounts do not belong together."""

    one: Account
    other: Account


@dataclass(frozen=True, slots=True)
class Join:
    """Why two accounts are joined."""

    one: Account
    other: Account
    facts: tuple[Fact, ...]

    def __str__(self) -> str:
        return f"{self.one} and {self.other} share {', '.join(map(str, self.facts))}"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Two accounts or more, and the joins that hold them together."""

    accounts: tuple[Account, ...]
    joins: tuple[Join, ...]


def clusters_of(profiles: Iterable[Profile], splits: Iterable[Split] = ()) -> Mapping[Account, Cluster]:
    """The cluster of each account that has one. The same whatever the order of profiles and splits.

    Joins are taken from the one with the most facts down; one that would bring two split accounts together, be it over
    others, is left out.
    """
    shared = _shared(profiles)
    group: dict[Account, set[Account]] = {}
    apart: dict[Account, set[Account]] = defaultdict(set)
    for split in splits:
        apart[split.one].add(split.other)
        apart[split.other].add(split.one)
    joins: list[Join] = []
    for one, other in sorted(shared, key=lambda pair: (-len(shared[pair]), pair)):
        left, right = group.setdefault(one, {one}), group.setdefault(other, {other})
        if left is not right:
            if any(not apart[account].isdisjoint(right) for account in left if account in apart):
                continue
            left |= right
            for account in right:
                group[account] = left
        joins.append(Join(one, other, tuple(sorted(shared[one, other]))))
    found: dict[Account, Cluster] = {}
    by_group: dict[int, list[Join]] = defaultdict(list)
    for join in joins:
        by_group[id(group[join.one])].append(join)
    for held in by_group.values():
        members = group[held[0].one]
        cluster = Cluster(tuple(sorted(members)), tuple(held))
        found.update(dict.fromkeys(members, cluster))
    return found


def hints_of(profiles: Iterable[Profile], official: Collection[str]) -> Mapping[Account, Mapping[Account, int]]:
    """How many same photos each account has with others: a weaker hint, which joins nobody.

    Photos of the brand (`official`, digests) and those of more than `FEW` accounts do not count.
    """
    by_photo: dict[str, set[Account]] = defaultdict(set)
    for profile in profiles:
        for photo in profile.photos.difference(official):
            by_photo[photo].add(profile.account)
    found: dict[Account, dict[Account, int]] = defaultdict(lambda: defaultdict(int))
    for accounts in by_photo.values():
        if 1 < len(accounts) <= FEW:
            for one, other in combinations(sorted(accounts), 2):
                found[one][other] += 1
                found[other][one] += 1
    return {account: dict(sorted(others.items())) for account, others in found.items()}


def _shared(profiles: Iterable[Profile]) -> Mapping[tuple[Account, Account], set[Fact]]:
    """The facts that pairs of accounts share."""
    by_fact: dict[Fact, set[Account]] = defaultdict(set)
    for profile in profiles:
        for fact in profile.facts:
            by_fact[fact].add(profile.account)
    shared: dict[tuple[Account, Account], set[Fact]] = defaultdict(set)
    for fact, accounts in by_fact.items():
        if 1 < len(accounts) <= TOO_COMMON:
            for pair in combinations(sorted(accounts), 2):
                shared[pair].add(fact)
    return shared
