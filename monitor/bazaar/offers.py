"""What a listing of the invented world is: what everybody may see, and apart from it what it deserves."""

from dataclasses import dataclass, field
from decimal import Decimal

from monitor.bazaar.makers import Good, Maker
from monitor.bazaar.merchants import Merchant

Shape = str
SHAPES: dict[Shape, int] = {"jsonld": 32, "microdata": 20, "opengraph": 12, "state": 16, "plain": 14, "script": 6}
"""The shapes of listing pages, and how many of a hundred have each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What somebody wants to sell and how, before it has a number and a page.

    `prices` are by day, the last one stays; `photos` name pictures of the world; `deserves` is the truth: pairs of a
    brand's slug and a kind of flag; `story` says in a few words what was planted.
    """

    story: str
    title: str
    merchant: Merchant
    prices: tuple[Decimal, ...]
    locale: str
    photos: tuple[str, ...] = ()
    description: str = ""
    used: bool = False
    good: Good | None = None
    maker: Maker | None = None
    shows_model: bool = True
    brand_field: str = ""
    shape: Shape = ""
    region: str = ""
    was: Decimal | None = None
    deserves: frozenset[tuple[str, str]] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A listing with its number and its page's shape."""

    number: int
    plan: Plan
    shape: Shape

    def price(self, day: int) -> Decimal:
        """What it costs on a day, from 0."""
        return self.plan.prices[min(day, len(self.plan.prices) - 1)]
