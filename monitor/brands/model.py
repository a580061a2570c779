"""The dossier of one brand as frozen data."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

from monitor.brands.rates import Rates
from monitor.records import Fingerprint, Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A picture of the brand: its path relative to the brand's folder (`logos/aurelia.png`), and its bytes.

    `lines` are what a logo surely reads, where somebody has read it; `fingerprint` is that of a photo, where somebody
    has kept it.
    """

    name: str
    content: bytes = field(repr=False)
    lines: tuple[Line, ...] = ()
    fingerprint: Fingerprint | None = field(default=None, repr=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The texts of its lines."""
        return tuple(line.text for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trademark:
    """A word mark (`text`) or a logo (`logo`), with its registration where it is known; one of the two is set."""

    text: str = ""
    logo: Asset | None = None
    also: tuple[str, ...] = ()
    registration: str = ""
    office: str = ""
    classes: tuple[int, ...] = ()
    certificate: str = ""
    valid_until: date | None = None


def numbered(office: str, registration: str) -> str:
    """A registration with its office before it, once."""
    own = registration.casefold().startswith(office.casefold())
    return registration if own else f"{office} {registration}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One row of products.csv. Prices are for one sales unit of `pack_count` pieces; `photos` are asset names."""

    sku: str
    name: str
    brand: str = ""
    model: str = ""
    gtin: str = ""
    description: str = ""
    pack_count: int = 1
    currency: str = ""
    list_price: Decimal | None = None
    floor_price: Decimal | None = None
    photos: tuple[str, ...] = ()
    line: int = field(default=0, compare=False, repr=False)
    """Where it stands in products.csv."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRule:
    """One row of prices.csv: prices of a SKU within limits; an empty limit means everywhere or always."""

    sku: str
    territory: str = ""
    channel: str = ""
    currency: str = ""
    list_price: Decimal | None = None
    floor_price: Decimal | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    line: int = field(default=0, compare=False, repr=False)
    """Where it stands in prices.csv."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchRule:
    """From which score on a listing surely offers a product, and how far ahead of the next one that must be.

    The defaults hold for any catalogue; matching.toml, which `monitor match --fit` writes, sets a brand's own.
    """

    match_at: float = 0.75
    least_lead: float = 0.04


class SellerStatus(StrEnum):
    """What the brand decided about a seller."""

    AUTHORIZED = "authorized"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerEntry:
    """One row of sellers.csv; an empty marketplace, territory, skus or date means no limit."""

    marketplace: str
    seller_id: str
    seller_name: str
    legal_entity: str
    status: SellerStatus
    territory: str = ""
    skus: frozenset[str] = frozenset()
    valid_from: date | None = None
    valid_until: date | None = None
    decided_at: datetime | None = None
    """When it was decided, where the row says so."""

    def supersedes(self, other: "SellerEntry") -> bool:
        """Whether this row stands where the other says the opposite: it was decided later.

        One without a time stands back on the very day on which it ends and a row with a time begins.
        """
        if self.decided_at and other.decided_at:
            return self.decided_at > other.decided_at
        return self.decided_at is not None and other.valid_until is not None and other.valid_until == self.valid_from


@dataclass(frozen=True, kw_only=True)
class Brand:
    """One brand's dossier, whole and valid. `sellers` is None where there is no sellers.csv: no seller policy.

    `detectors` holds the raw tables `[detectors.<kind>]` of brand.toml, which each detector reads and checks itself;
    `path` is the brand.toml they came from, for messages. `photos` are all official photos, `logos` all logos of
    its trademarks and of the folder `logos/`. `rates` are the workspace's exchange rates.
    """

    slug: str
    name: str
    owner: str = ""
    trademarks: tuple[Trademark, ...] = ()
    products: tuple[Product, ...] = ()
    prices: tuple[PriceRule, ...] = ()
    sellers: tuple[SellerEntry, ...] | None = None
    photos: tuple[Asset, ...] = ()
    logos: tuple[Asset, ...] = ()
    detectors: Mapping[str, Mapping[str, object]] = field(default_factory=lambda: MappingProxyType({}))
    path: str = "brand.toml"
    matching: MatchRule = field(default_factory=MatchRule)
    rates: Rates = field(default_factory=Rates, repr=False, compare=False)

    @property
    def word_marks(self) -> tuple[str, ...]:
        """Every text that names the brand: the marks and their other forms, without repeats."""
        return tuple(dict.fromkeys(text for mark in self.trademarks for text in (mark.text, *mark.also) if text))

    @cached_property
    def price_rules(self) -> Mapping[str, tuple[PriceRule, ...]]:
        """The rows of prices.csv by SKU."""
        rules: dict[str, list[PriceRule]] = defaultdict(list)
        for rule in self.prices:
            rules[rule.sku].append(rule)
        return {sku: tuple(found) for sku, found in rules.items()}
