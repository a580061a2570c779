"""What was seen before, as plain data for the detectors that judge over time."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal


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


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Price points that were stored before the observation that is judged.

    `own` are those of the same listing for the same product, oldest first; `peers` are the latest one of each other
    listing of the same product and brand, in the order of (marketplace, listing_id). Both reach back `HISTORY_DAYS`.
    """

    own: tuple[PricePoint, ...] = ()
    peers: tuple[PricePoint, ...] = ()


HISTORY_DAYS = 60
