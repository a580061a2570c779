"""What a brand tells the monitor about itself: the dossier as frozen data, how it is loaded, what is wrong with it."""

from monitor.brands.local_days import days_at
from monitor.brands.model import (
    Asset,
    Brand,
    MatchRule,
    PriceRule,
    Product,
    SellerEntry,
    SellerStatus,
    Trademark,
    numbered,
)
from monitor.brands.rates import Rate, Rates
from monitor.brands.standing import Standing, StandingKind, standing, standing_at

__all__ = [
    "Asset",
    "Brand",
    "MatchRule",
    "PriceRule",
    "Product",
    "Rate",
    "Rates",
    "SellerEntry",
    "SellerStatus",
    "Standing",
    "StandingKind",
    "Trademark",
    "days_at",
    "numbered",
    "standing",
    "standing_at",
]
