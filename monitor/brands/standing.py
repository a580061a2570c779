"""Whether a seller may sell a brand's product: known by marketplace and seller id, on the day of the observation."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from monitor.brands.ids import callings
from monitor.brands.local_days import days_at
from monitor.brands.model import Brand, SellerEntry, SellerStatus
from monitor.brands.roster import is_called, roster
from monitor.brands.territory import covers
from monitor.records import Listing, host_of


class StandingKind(StrEnum):
    """The answers of the seller list."""

    AUTHORIZED = "authorized"
    UNKNOWN = "unknown"
    DENIED = "denied"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    OUT_OF_TERRITORY = "out_of_territory"
    SKU_NOT_ALLOWED = "sku_not_allowed"
    UNREADABLE = "unreadable"
    NO_POLICY = "no_policy"


NEARNESS = (
    StandingKind.AUTHORIZED,
    StandingKind.SKU_NOT_ALLOWED,
    StandingKind.OUT_OF_TERRITORY,
    StandingKind.EXPIRED,
    StandingKind.NOT_YET,
)
"""How near a row comes to authorising the seller; the nearest gives the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the seller list says of one listing's seller, and the row that says it.

    For one who is unknown it is a row whose id differs in case alone, if there is one.
    """

    kind: StandingKind
    entry: SellerEntry | None = None

    @property
    def authorized(self) -> bool:
        """Whether the seller is on the list for this product, place and day."""
        return self.kind is StandingKind.AUTHORIZED


def standing(brand: Brand, listing: Listing, sku: str, day: date) -> Standing:
    """The standing of the listing's seller for a SKU ("" where the product is not known) on a day.

    A denial in force beats everything but an authorisation for just this that was decided later; then any row that
    authorises the seller for this SKU, place and day; else the row that comes nearest says why not. What the listing
    does not say (its territory, its SKU) is not held against the seller. Where a page names no seller at all, or
    without an id the one whom the row names, a row whose id is the host of the site authorises the shop itself.
    """
    if brand.sellers is None:
        return Standing(kind=StandingKind.NO_POLICY)
    if not listing.seller_id.strip():
        alone = _shop_alone(brand, listing, sku, day)
        return alone if alone and alone.authorized else Standing(kind=_without_id(brand, listing))
    rows = roster(brand).rows_of(listing)
    in_force = [entry for entry in rows if is_in_force(entry, listing.territory, sku, day)]
    later = [entry for entry in in_force if entry.status is SellerStatus.AUTHORIZED]
    for entry in in_force:
        if entry.status is SellerStatus.DENIED and not any(one.supersedes(entry) for one in later):
            return Standing(kind=StandingKind.DENIED, entry=entry)
    found = [
        (_judge(entry, listing.territory, sku, day), entry) for entry in rows if entry.status is not SellerStatus.DENIED
    ]
    if not found:
        alike = roster(brand).but_for_case(listing.marketplace, listing.seller_id)
        return Standing(kind=StandingKind.UNKNOWN, entry=alike[0] if alike and not rows else None)
    kind, entry = min(found, key=lambda pair: (NEARNESS.index(pair[0]), _distance(pair[1], day)))
    return Standing(kind=kind, entry=entry)


def standing_at(brand: Brand, listing: Listing, sku: str, moment: datetime) -> Standing:
    """The standing at a moment. Where that is two dates in the listing's territory, the kinder one counts."""
    found = [standing(brand, listing, sku, day) for day in days_at(moment, listing.territory)]
    return min(found, key=lambda one: (not one.authorized, one.kind is StandingKind.DENIED))


def _shop_alone(brand: Brand, listing: Listing, sku: str, day: date) -> Standing | None:
    """What the list says of a shop that sells alone, and names no seller or itself: its id is the site's host."""
    host, name = host_of(listing.url), listing.seller_name.strip()
    said = [standing(brand, replace(listing, seller_id=one), sku, day) for one in callings(host) if one]
    found = min(said, key=lambda one: (one.kind is not StandingKind.DENIED, not one.authorized), default=None)
    is_named = not name or (found is not None and found.entry is not None and is_called(found.entry, name))
    return found if is_named else None


def _without_id(brand: Brand, listing: Listing) -> StandingKind:
    """A name alone proves nothing: it may only show that the seller cannot be one of the list."""
    name = listing.seller_name.strip()
    if not name or roster(brand).may_hold(listing):
        return StandingKind.UNREADABLE
    return StandingKind.UNKNOWN


def _judge(entry: SellerEntry, territory: str, sku: str, day: date) -> StandingKind:
    if entry.valid_from and day < entry.valid_from:
        return StandingKind.NOT_YET
    if entry.valid_until and day > entry.valid_until:
        return StandingKind.EXPIRED
    if not covers(entry.territory, territory):
        return StandingKind.OUT_OF_TERRITORY
    if entry.skus and sku and sku not in entry.skus:
        return StandingKind.SKU_NOT_ALLOWED
    return StandingKind.AUTHORIZED


def is_in_force(entry: SellerEntry, territory: str, sku: str, day: date) -> bool:
    """Whether a row surely speaks of this; one that is limited to places or SKUs needs to know them."""
    known = (not entry.territory or territory) and (not entry.skus or sku)
    return bool(known) and _judge(entry, territory, sku, day) is StandingKind.AUTHORIZED


def _distance(entry: SellerEntry, day: date) -> int:
    """How many days the row is from being in force: the latest that ended, the earliest that will begin."""
    if entry.valid_from and day < entry.valid_from:
        return (entry.valid_from - day).days
    if entry.valid_until and day > entry.valid_until:
        return (day - entry.valid_until).days
    return 0
