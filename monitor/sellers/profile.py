"""What was seen of each seller account."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from monitor.brands.roster import folded, placed
from monitor.records import Listing, Photo
from monitor.sellers.facts import Fact, facts_in_photo, facts_of

MAX_FACTS = 200
PROVEN = frozenset(["confirmed", "submitted", "upheld"])
"""The standings of a case that a person has agreed with."""


@dataclass(frozen=True, slots=True, order=True)
class Account:
    """A seller account: marketplace and id; where only a name was read, the id is empty."""

    marketplace: str
    seller_id: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.seller_id or self.name} on {self.marketplace}"


def account_of(listing: Listing) -> Account | None:
    """The account that offers a listing; None where the page did not say."""
    place, seller = placed(listing.marketplace), folded(listing.seller_id)
    if seller:
        return Account(place, seller)
    name = folded(listing.seller_name)
    return Account(place, "", name) if name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """A case about a listing of the account."""

    case: int
    brand: str
    status: str
    severity: int
    kinds: frozenset[str]
    last_seen: datetime


@dataclass(slots=True, kw_only=True)
class Profile:
    """All that was seen of one account. `names` are the names it showed, in the order of the alphabet when asked.

    `photos` are digests; `read_in_photos` are the facts that a photo shows, each with the address of such a photo.
    """

    account: Account
    first_seen: datetime
    last_seen: datetime
    names: set[str] = field(default_factory=set)
    listings: set[str] = field(default_factory=set)
    facts: set[Fact] = field(default_factory=set)
    photos: set[str] = field(default_factory=set)
    read_in_photos: dict[Fact, str] = field(default_factory=dict)
    offences: list[Offence] = field(default_factory=list)

    @property
    def open_offences(self) -> list[Offence]:
        """The cases that a person has not dismissed, the most severe first."""
        kept = [one for one in self.offences if one.status not in ("dismissed", "rejected", "withdrawn")]
        return sorted(kept, key=lambda one: (-one.severity, one.case))

    @property
    def proven(self) -> list[Offence]:
        """The cases that a person has confirmed."""
        return [one for one in self.open_offences if one.status in PROVEN]

    @property
    def below_floor(self) -> float:
        """The share of its listings with an open case for a price below the floor, from 0 to 1."""
        low = sum("low_price" in one.kinds for one in self.open_offences)
        return min(1.0, low / len(self.listings)) if self.listings else 0.0


class Profiles:
    """The profiles by account; the order in which listings come does not matter."""

    def __init__(self) -> None:
        self._found: dict[Account, Profile] = {}

    def see(self, listing: Listing, at: datetime, photos: Iterable[Photo] = ()) -> None:
        """Take in one sighting of a listing, with its photos; one without a seller tells of nobody."""
        account = account_of(listing)
        if account is None:
            return
        profile = self._found.get(account)
        if profile is None:
            profile = self._found[account] = Profile(account=account, first_seen=at, last_seen=at)
        profile.first_seen, profile.last_seen = min(profile.first_seen, at), max(profile.last_seen, at)
        if listing.seller_name:
            profile.names.add(listing.seller_name)
        for photo in photos:
            if photo.sha256:
                profile.photos.add(photo.sha256)
            if len(profile.facts) < MAX_FACTS:
                for fact in facts_in_photo(photo.words):
                    profile.facts.add(fact)
                    known = profile.read_in_photos.get(fact, photo.url)
                    profile.read_in_photos[fact] = min(known, photo.url)
        profile.listings.add(listing.listing_id or listing.url)
        if len(profile.facts) < MAX_FACTS:
            profile.facts |= facts_of(listing)

    def accuse(self, listing: Listing, offence: Offence) -> None:
        """Take in a case about a listing."""
        account = account_of(listing)
        profile = self._found.get(account) if account else None
        if profile is not None:
            profile.offences.append(offence)

    def get(self, account: Account) -> Profile | None:
        """The profile of an account that was seen."""
        return self._found.get(account)

    def all(self) -> Iterable[Profile]:
        """Every profile, in the order of the accounts."""
        return [self._found[account] for account in sorted(self._found)]
