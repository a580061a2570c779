"""Which facts join accounts, and which are only a hint for a person: those that more than one business may show."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from monitor.sellers.facts import LOCAL, UNPLACED, Fact
from monitor.sellers.profile import Account, Profile

TOO_COMMON = 12
"""A fact of more accounts is the marketplace's, or a service's, and says nothing of who they are."""

ENTITIES = 4
"""What accounts with more different register numbers than this show serves several businesses, and joins none."""

HOUSE = "an address alone may be that of a house with several businesses, an office to hire or a parcel station"

PUBLIC = frozenset(["instagram", "facebook", "tiktok", "discord"])

Pair = tuple[Account, Account]
"""Two accounts, in the order of the alphabet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the dossiers know: the brands' own contacts, mail hosts and marks, and the accounts that they authorised.

    `marks` are in small letters without signs.
    """

    contacts: frozenset[Fact] = frozenset()
    hosts: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    authorised: frozenset[Account] = frozenset()

    def is_brands(self, fact: Fact) -> bool:
        """Whether a fact is a brand's own contact, which anybody may copy."""
        host = fact.value.rpartition("@")[2] if fact.kind == "email" else ""
        told = {fact, Fact("phone", fact.value)} if fact.kind == LOCAL else {fact}
        return not self.contacts.isdisjoint(told) or any(host == one or host.endswith(f".{one}") for one in self.hosts)

    def may_be_brands(self, fact: Fact) -> bool:
        """Whether a fact is a page of a network that shows a mark: whoever follows the brand may name it."""
        letters = "".join(filter(str.isalnum, fact.value))
        return fact.kind in PUBLIC and any(mark in letters for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Hint:
    """A fact that an account shares with others, and why it joins nobody."""

    fact: Fact
    others: tuple[Account, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Sharing:
    """The facts by which pairs are joined, and the hints by account."""

    joins: Mapping[Pair, frozenset[Fact]] = field(default_factory=dict)
    hints: Mapping[Account, tuple[Hint, ...]] = field(default_factory=dict)


def sharing_of(profiles: Iterable[Profile], known: Known | None = None) -> Sharing:
    """What accounts share. The same whatever the order of profiles."""
    known = known or Known()
    by_fact: dict[Fact, set[Account]] = defaultdict(set)
    noisy: dict[Account, frozenset[str]] = {}
    registered: dict[Account, frozenset[Fact]] = {}
    for profile in profiles:
        noisy[profile.account] = profile.contacts.noisy
        registered[profile.account] = frozenset(fact for fact in profile.facts if fact.kind == "licence")
        for fact in profile.facts:
            by_fact[fact].add(profile.account)
    joins: dict[Pair, set[Fact]] = defaultdict(set)
    hints: dict[Account, list[Hint]] = defaultdict(list)
    for fact, accounts in sorted(by_fact.items()):
        surely = by_fact.get(Fact("phone", fact.value), set()) if fact.kind == LOCAL else set()
        everybody = sorted(accounts | surely)
        if len(everybody) < 2:
            continue
        loud = [one for one in everybody if fact.kind in noisy[one]]
        why = _why_not(fact, everybody, known) or _of_many(fact, [registered[one] for one in everybody])
        if not why:
            for pair in combinations([one for one in everybody if one not in loud], 2):
                if not surely.issuperset(pair):
                    joins[pair].add(fact)
        for one, reason in _told(fact, everybody, loud, why):
            hints[one].append(Hint(fact, tuple(other for other in everybody if other != one), reason))
    for (one, fact), others in sorted(_of_one_house(joins).items()):
        hints[one].append(Hint(fact, tuple(sorted(others)), HOUSE))
    return Sharing(
        {pair: frozenset(facts) for pair, facts in joins.items() if not _is_one_house(facts)},
        {one: tuple(sorted(found, key=lambda hint: (hint.fact, hint.others))) for one, found in hints.items()},
    )


def _is_one_house(facts: Iterable[Fact]) -> bool:
    return {fact.kind for fact in facts} == {"address"}


def _of_one_house(joins: Mapping[Pair, set[Fact]]) -> Mapping[tuple[Account, Fact], set[Account]]:
    """By account and address, the others that share nothing but an address with it."""
    found: dict[tuple[Account, Fact], set[Account]] = defaultdict(set)
    for (one, other), facts in joins.items():
        for fact in facts if _is_one_house(facts) else ():
            found[one, fact].add(other)
            found[other, fact].add(one)
    return found


def _why_not(fact: Fact, accounts: list[Account], known: Known) -> str:
    """Why a fact joins none of the accounts that show it; "" where it does."""
    if fact.kind == UNPLACED:
        return "nothing says of which country the number is"
    if known.is_brands(fact):
        return "it is a contact of the brand"
    if known.may_be_brands(fact):
        return "it shows a mark, and may be the brand's own page"
    if trusted := [one for one in accounts if one in known.authorised]:
        return f"it is also shown by {trusted[0]}, whom a brand authorised"
    if len(accounts) > TOO_COMMON:
        return f"{len(accounts)} accounts show it, too many for one business"
    return ""


def _of_many(fact: Fact, registered: Iterable[frozenset[Fact]]) -> str:
    """Why a fact joins nobody if the accounts that show it name too many different businesses; "" where they do not.

    Accounts that share a register number are of one business, and those that name none say nothing.
    """
    seen: set[Fact] = set()
    businesses = 0
    for numbers in registered if fact.kind != "licence" else ():
        businesses += bool(numbers) and seen.isdisjoint(numbers)
        seen |= numbers
    if businesses > ENTITIES:
        return (
            f"accounts with {businesses} different register numbers show it: it may be a service's or the marketplace's"
        )
    return ""


def _told(fact: Fact, accounts: list[Account], loud: list[Account], why: str) -> Iterator[tuple[Account, str]]:
    """Whom to tell of a fact that joins nobody, or not those who show too many of its kind."""
    if why:
        yield from ((one, why) for one in accounts)
    elif loud:
        says = f"{loud[0]} shows more of the kind {fact.kind} than one business has"
        told = accounts if len(accounts) - len(loud) < 2 else loud
        yield from ((one, says) for one in told)
