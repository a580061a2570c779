"""What was seen before, as plain data for the detectors that judge over time."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from monitor.records.listing import Listing
from monitor.records.same_seller import same_seller


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePoint:
    """The net price of one unit of a brand's product, as one listing asked it at one moment."""

    brand: str
    sku: str
    marketplace: str
    listing_id: str
    seller_id: str
    seller_name: str
    territory: str
    observed_at: datetime
    unit_price: Decimal
    currency: str
    site: str = ""
    """The country of the site, where the listing named none: by it the floor is chosen."""

    def is_of(self, listing: Listing) -> bool:
        """Whether this was asked by the seller who asks now, and in the same place, as far as both are known.

        A listing may show one seller today and another tomorrow, or a price for each country.
        """
        same = same_seller((self.seller_id, self.seller_name), (listing.seller_id, listing.seller_name))
        return same and (not self.territory or not listing.territory or self.territory == listing.territory)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Price points that were stored before the observation that is judged.

    `own` are those of the same listing for the same product, oldest first; `peers` are the latest one of each other
    listing of the same product and brand, in the order of (marketplace, listing_id). Both reach back `HISTORY_DAYS`,
    and so does `others`, which gives all points of the other listings, oldest first: it is asked only where they count.
    """

    own: tuple[PricePoint, ...] = ()
    peers: tuple[PricePoint, ...] = ()
    others: Callable[[], tuple[PricePoint, ...]] = field(default=tuple, repr=False, compare=False)


HISTORY_DAYS = 60
