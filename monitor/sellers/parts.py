"""Accounts in parts that grow together, as far as nobody keeps them apart; many joins at once, so none comes first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from monitor.sellers.profile import Account
from monitor.sellers.sharing import Pair

Near = Mapping[Account, set[Account]]
"""A graph of parts, each named by its first account."""


class Parts:
    """Parts of accounts; `apart` are pairs of accounts that never come into one."""

    def __init__(self, apart: Iterable[Pair]) -> None:
        self._name: dict[Account, Account] = {}
        self._members: dict[Account, set[Account]] = {}
        self._apart: dict[Account, set[Account]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def name(self, account: Account) -> Account:
        """The first account, in the order of the alphabet, of the part that an account is in."""
        return self._name.get(account, account)

    def members(self, account: Account) -> frozenset[Account]:
        """The accounts of its part."""
        return frozenset(self._members.get(self.name(account), {account}))

    def are_one(self, one: Account, other: Account) -> bool:
        """Whether two accounts are in one part."""
        return self.name(one) == self.name(other)

    def are_apart(self, one: Account, other: Account) -> bool:
        """Whether somebody keeps apart a member of the one's part and one of the other's."""
        return self.name(other) in self._kept_from(one)

    def join(self, pairs: Collection[Pair]) -> set[Pair]:
        """Join the parts of all pairs at once; returned are the pairs that stay apart, as not all could be joined."""
        near: dict[Account, set[Account]] = defaultdict(set)
        for pair in pairs:
            one, other = map(self.name, pair)
            if one != other and not self.are_apart(one, other):
                near[one].add(other)
                near[other].add(one)
        for connected in _connected(near):
            torn = {one for one in connected if not self._kept_from(one).isdisjoint(connected)}
            self._join_around(connected, torn, near)
        return {(one, other) for one, other in pairs if not self.are_one(one, other)}

    def _join_around(self, connected: set[Account], torn: set[Account], near: Near) -> None:
        """Join what is connected, but for the ways that would lead from one torn part to another."""
        if not torn:
            self._unite(connected)
            return
        ways: dict[Account, set[Account]] = defaultdict(set)
        for one in torn:
            ways[one] |= near[one] & torn
        free = _connected({one: near[one] - torn for one in connected - torn})
        touched = [{other for one in region for other in near[one] & torn} for region in free]
        for others in touched:
            for one in others:
                ways[one] |= others - {one}
        together = [way for way in _connected(ways) if not self._holds_apart(way)]
        for region, others in zip(free, touched, strict=True):
            if len(others) == 1:
                self._unite(region | others)
            else:
                self._unite(region)
        for way in together:
            through = [
                region for region, others in zip(free, touched, strict=True) if len(others) > 1 and others <= way
            ]
            self._unite(way.union(*through))

    def _holds_apart(self, names: set[Account]) -> bool:
        return any(not self._kept_from(one).isdisjoint(names) for one in names)

    def _kept_from(self, account: Account) -> set[Account]:
        """The parts, by name, from which its part is kept apart."""
        own = self._members.get(self.name(account), {account})
        return {self.name(other) for one in own if one in self._apart for other in self._apart[one]}

    def _unite(self, accounts: set[Account]) -> None:
        members = set().union(*(self.members(account) for account in accounts))
        first = min(members)
        for account in accounts:
            self._members.pop(self.name(account), None)
        self._members[first] = members
        self._name.update(dict.fromkeys(members, first))


def _connected(near: Near) -> list[set[Account]]:
    """The connected pieces of a graph, in the order of their first accounts."""
    found: list[set[Account]] = []
    seen: set[Account] = set()
    for start in sorted(near):
        if start in seen:
            continue
        piece, ahead = {start}, [start]
        while ahead:
            new = near[ahead.pop()] - piece
            piece |= new
            ahead += new
        seen |= piece
        found.append(piece)
    return found
