"""Which catalogue product a listing offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from monitor.brands import Product
from monitor.records import Listing


class Outcome(StrEnum):
    """How sure the match is: act on it, let a person look, or nothing."""

    MATCH = "match"
    REVIEW = "review"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The product that a listing offers, `score` from 0 to 1, and the reason in words; `product` is None for NONE."""

    outcome: Outcome
    product: Product | None = None
    score: float = 0.0
    why: str = ""

    @property
    def sku(self) -> str:
        """The matched SKU, or an empty string."""
        return self.product.sku if self.product else ""


class Matcher:
    """A catalogue, prepared once."""

    def __init__(self, products: Sequence[Product]) -> None:
        raise NotImplementedError

    def match(self, listing: Listing) -> Match:
        """The product that the listing offers. A pure function of the listing and the catalogue."""
        raise NotImplementedError
