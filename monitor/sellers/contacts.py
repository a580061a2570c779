"""The facts of one account, bounded so that what is kept never depends on the order in which it came."""

from collections import defaultdict
from hashlib import sha256

from monitor.sellers.facts import Fact

OWN = 20
"""More different facts of one kind than a business has: a list of others, or noise. They join nobody."""
KEPT = 200
"""So many facts of a kind are kept, those of the least digests: which these are is settled by the facts alone."""


class Contacts:
    """What an account shows of how to reach it."""

    def __init__(self) -> None:
        self._photos: dict[str, dict[Fact, str]] = defaultdict(dict)

    def add(self, fact: Fact, photo: str = "") -> None:
        """Take in a fact; `photo` is the address of the picture that shows it, "" for a text."""
        found = self._photos[fact.kind]
        known = found.get(fact)
        found[fact] = min(filter(None, (known, photo)), default="")
        if len(found) > 2 * KEPT:
            self._photos[fact.kind] = _least(found)

    @property
    def all(self) -> frozenset[Fact]:
        """The facts that are kept."""
        return frozenset(fact for found in self._photos.values() for fact in _least(found))

    @property
    def noisy(self) -> frozenset[str]:
        """The kinds of which it shows more than one business has."""
        return frozenset(kind for kind, found in self._photos.items() if len(found) > OWN)

    @property
    def photos(self) -> dict[Fact, str]:
        """The facts that stand in photos, each with the first address of such a photo in the order of the alphabet."""
        return {fact: photo for found in self._photos.values() for fact, photo in _least(found).items() if photo}


def _least(found: dict[Fact, str]) -> dict[Fact, str]:
    """The facts that stay. What falls out once can never be among them later, so when it is asked does not matter."""
    if len(found) <= KEPT:
        return found
    return {fact: found[fact] for fact in sorted(found, key=_digest)[:KEPT]}


def _digest(fact: Fact) -> bytes:
    return sha256(fact.value.encode("utf-8", "replace")).digest()
