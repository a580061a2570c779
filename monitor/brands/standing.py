"""Whether a seller may sell a brand's product: known by marketplace and seller id, on the day of the observation."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from monitor.brands.model import Brand, SellerEntry
from monitor.records import Listing


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the seller list says of one listing's seller, and the row that says it."""

    kind: StandingKind
    entry: SellerEntry | None = None

    @property
    def authorized(self) -> bool:
        """Whether the seller is on the list for this product, place and day."""
        return self.kind is StandingKind.AUTHORIZED


def standing(brand: Brand, listing: Listing, sku: str, day: date) -> Standing:
    """The standing of the listing's seller for a SKU ("" where the product is not known) on `day` (UTC)."""
    raise NotImplementedError
