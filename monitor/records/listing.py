"""A listing as one offer: what a page asks for one thing at one moment, and who asks it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

KNOWN_FROM, RESULT_PAGE = "known_from", "result page"
"""An attribute of a listing whose own page did not come, so that only a card in a search speaks of it."""


class Condition(StrEnum):
    """The state of the goods; `unknown` is one that was named in words that nobody knows, and never taken for new."""

    NEW = "new"
    USED = "used"
    REFURBISHED = "refurbished"
    DAMAGED = "damaged"
    UNKNOWN = "unknown"


class Availability(StrEnum):
    """Whether the goods can be bought."""

    IN_STOCK = "in_stock"
    OUT_OF_STOCK = "out_of_stock"
    PREORDER = "preorder"
    DISCONTINUED = "discontinued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One offer as read from a page, an API or a file; known by (marketplace, listing_id).

    Text that was not read is an empty string, a number that was not read is None. A page with several sellers or
    variants gives one listing each. All text is NFC; `observed_at`, where it is known, is aware UTC.
    """

    marketplace: str
    url: str
    title: str
    listing_id: str = ""
    description: str = ""
    brand: str = ""
    mpn: str = ""
    gtin: str = ""
    sku: str = ""
    price: Decimal | None = None
    currency: str = ""
    list_price: Decimal | None = None
    shipping: Decimal | None = None
    coupon: Decimal | None = None
    pack_count: int | None = None
    condition: Condition = Condition.NEW
    availability: Availability | None = None
    seller_id: str = ""
    seller_name: str = ""
    seller_country: str = ""
    seller_url: str = ""
    """The address of the seller's own page or store, to which the listing's page leads."""
    territory: str = ""
    images: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    observed_at: datetime | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    """Where each value came from, by field name, such as `price: json-ld offers.price`; not part of the judgement."""

    @property
    def key(self) -> tuple[str, str]:
        """What a listing is known by."""
        return self.marketplace, self.listing_id

    @property
    def seller_not_asked(self) -> bool:
        """Whether the seller is unknown only because the page that names one did not come."""
        return not self.seller_is_readable and self.attributes.get(KNOWN_FROM) == RESULT_PAGE

    @property
    def seller_is_readable(self) -> bool:
        """Whether the page said who sells."""
        return bool(self.seller_id or self.seller_name)
