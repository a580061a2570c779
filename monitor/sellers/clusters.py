"""Accounts that belong together, since they share exact facts; a person's split is kept whatever is seen later."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from monitor.sellers.facts import Fact
from monitor.sellers.parts import Parts
from monitor.sellers.profile import Account, Profile
from monitor.sellers.sharing import Pair

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


@dataclass(frozen=True, slots=True)
class Clusters:
    """The cluster of each account that has one; `undecided` are joins that a split leaves to a person, by account."""

    of: Mapping[Account, Cluster] = field(default_factory=dict)
    undecided: Mapping[Account, tuple[Join, ...]] = field(default_factory=dict)


def clusters_of(shared: Mapping[Pair, Collection[Fact]], splits: Iterable[Split] = ()) -> Clusters:
    """The clusters by the facts that pairs of accounts share. The same whatever the order of pairs and splits.

    Joins are taken by the number of their facts, all of one number at once. An account between two that are split stays
    with the one that it shares more with; where it shares as much with both, it stays alone and a person is asked.
    """
    parts = Parts((split.one, split.other) for split in splits)
    by_strength: dict[int, list[Pair]] = defaultdict(list)
    for pair, facts in shared.items():
        by_strength[len(facts)].append(pair)
    open_: set[Pair] = set()
    for strength in sorted(by_strength, reverse=True):
        open_ |= parts.join(by_strength[strength])
    joins: dict[Account, list[Join]] = defaultdict(list)
    undecided: dict[Account, list[Join]] = defaultdict(list)
    for one, other in sorted(shared, key=lambda pair: (-len(shared[pair]), pair)):
        join = Join(one, other, tuple(sorted(shared[one, other])))
        if parts.are_one(one, other):
            joins[parts.name(one)].append(join)
        elif (one, other) in open_ and not parts.are_apart(one, other):
            undecided[one].append(join)
            undecided[other].append(join)
    of: dict[Account, Cluster] = {}
    for name, held in joins.items():
        members = parts.members(name)
        of.update(dict.fromkeys(members, Cluster(tuple(sorted(members)), tuple(held))))
    return Clusters(of, {account: tuple(found) for account, found in undecided.items()})


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
