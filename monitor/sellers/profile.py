"""What was seen of each seller account."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from monitor.brands.ids import folded, placed, seller_key
from monitor.marks import same_name
from monitor.records import Listing, Photo
from monitor.sellers.contacts import Contacts
from monitor.sellers.facts import Fact, facts_in_photo, facts_of

WAITING = "candidate"
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
    place, seller = placed(listing.marketplace), seller_key(listing.marketplace, listing.seller_id)
    if seller:
        return Account(place, seller)
    name = folded(listing.seller_name)
    return Account(place, "", name) if name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offence:
    """A case about a listing of the account.

    `is_low`: the price was below the floor, and nothing left a doubt of it; `may_be_low`: something did.
    `gone_at`: when the listing was found gone. `is_clear`: it was read again, and nothing was flagged any more.
    """

    case: int
    brand: str
    status: str
    severity: int
    kinds: frozenset[str]
    listing: str
    is_low: bool = False
    may_be_low: bool = False
    is_clear: bool = False
    gone_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Profile:
    """All that was seen of one account. `names` are the names it showed, in the order of the alphabet when asked.

    `photos` are digests.
    """

    account: Account
    first_seen: datetime
    last_seen: datetime
    names: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    """Its id in each case in which a page wrote it."""
    listings: set[str] = field(default_factory=set)
    contacts: Contacts = field(default_factory=Contacts)
    photos: set[str] = field(default_factory=set)
    offences: list[Offence] = field(default_factory=list)

    @property
    def facts(self) -> frozenset[Fact]:
        """The facts that were read in its listings."""
        return self.contacts.all

    @property
    def read_in_photos(self) -> Mapping[Fact, str]:
        """The facts that a photo shows, each with the address of such a photo."""
        return self.contacts.photos

    @property
    def seller_id(self) -> str:
        """Its id as it is written, capitals before small letters; empty where only a name was read."""
        return min(self.ids, default=self.account.seller_id)

    @property
    def different_names(self) -> list[str]:
        """The names it showed under its id, one of those that differ in case, spaces and legal form alone."""
        names = {same_name(name) or name: name for name in sorted(self.names, reverse=True)}
        return sorted(names.values()) if self.account.seller_id else []

    @property
    def cases(self) -> list[Offence]:
        """The cases that wait for a person or that one has confirmed, and did not end; the most severe first."""
        kept = [one for one in self.offences if one.status == WAITING or one.status in PROVEN]
        return sorted(kept, key=lambda one: (-one.severity, one.case))

    @property
    def standing(self) -> list[Offence]:
        """Of these, those that something still speaks for: not undecided ones whose listing is clear now."""
        return [one for one in self.cases if one.status in PROVEN or not one.is_clear]

    @property
    def waiting(self) -> list[Offence]:
        """The cases that no person has decided yet, and whose listing is not clear now."""
        return [one for one in self.standing if one.status == WAITING]

    @property
    def proven(self) -> list[Offence]:
        """The cases that a person has confirmed."""
        return [one for one in self.standing if one.status in PROVEN]

    @property
    def low(self) -> list[Offence]:
        """The cases that stand whose price was surely below the floor."""
        return [one for one in self.standing if one.is_low]

    @property
    def below_floor(self) -> float:
        """The share of its listings that were surely below the floor, from 0 to 1."""
        low = {one.listing for one in self.low}
        return min(1.0, len(low) / len(self.listings)) if self.listings else 0.0

    @property
    def doubted_low(self) -> int:
        """How many more of its listings may have been below the floor, with a doubt that their flags tell."""
        return len({one.listing for one in self.standing if one.may_be_low} - {one.listing for one in self.low})

    @property
    def gone_at(self) -> datetime | None:
        """When the last of its listings with a case that stands was found gone; None while one is not known to be."""
        times = [one.gone_at for one in self.standing]
        known = [time for time in times if time is not None]
        return max(known) if known and len(known) == len(times) else None


class Profiles:
    """The profiles by account; the order in which listings come does not matter."""

    def __init__(self) -> None:
        self._found: dict[Account, Profile] = {}
        self._read: set[tuple[Account, int]] = set()

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
        if account.seller_id:
            profile.ids.add(listing.seller_id.strip())
        for photo in photos:
            if photo.sha256:
                profile.photos.add(photo.sha256)
            for fact in facts_in_photo(photo.words, listing.marketplace, listing.seller_country):
                profile.contacts.add(fact, photo.url)
        profile.listings.add(listing.listing_id or listing.url)
        texts = hash((listing.seller_name, listing.title, listing.description, *listing.attributes.items()))
        if (account, texts) not in self._read:
            self._read.add((account, texts))
            for fact in facts_of(listing):
                profile.contacts.add(fact)

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
