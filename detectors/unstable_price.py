"""A price that swings, or that leaves the prices of all other sellers of the product (乱价)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from statistics import median

from detectors.base import Detector, Example, Histories, Settings, Subject
from monitor.brands import Brand, Product, Trademark
from monitor.products import Outcome
from monitor.records import HISTORY_DAYS, Evidence, Flag, History, PricePoint

WITHIN, ACROSS = 45, 40
MOST_DAYS = HISTORY_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class UnstablePriceSettings(Settings):
    """When a price counts as unstable.

    Within a listing, over `window_days`: at least `turns` turns, a turn being a move of the share `move` or more
    against the direction of the move before it. Across sellers, over `fresh_days`: at least `min_sellers` sellers,
    their spread `spread` of the median or more, and this listing `depth` or more below the median.
    """

    window_days: int = 14
    move: Decimal = Decimal("0.05")
    turns: int = 2
    fresh_days: int = 3
    min_sellers: int = 4
    spread: Decimal = Decimal("0.35")
    depth: Decimal = Decimal("0.20")

    def __post_init__(self) -> None:
        for name, least in (("window_days", 1), ("turns", 1), ("fresh_days", 1), ("min_sellers", 2)):
            if not least <= getattr(self, name) <= MOST_DAYS:
                raise ValueError(f"{name}: {getattr(self, name)} is not a whole number from {least} to {MOST_DAYS}")
        for name in ("move", "spread", "depth"):
            if not 0 < getattr(self, name) < 1:
                raise ValueError(f"{name}: {getattr(self, name)} is not a share between 0 and 1, such as 0.05")


class UnstablePrice(Detector[UnstablePriceSettings]):
    """Follows the net price of one new unit within a listing, and compares it across the sellers of a product."""

    kind = "unstable_price"
    reads_history = True
    Settings = UnstablePriceSettings

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:
        """At most one flag of each of the two rules for each brand."""
        if not subject.sells_new:
            return
        for brand in subject.brands:
            match, net = subject.match(brand), subject.net_price(brand)
            if match.outcome is not Outcome.MATCH or net.unit is None:
                continue
            offer = _Offer(
                subject=subject,
                brand=brand,
                sku=match.sku,
                unit=net.unit,
                currency=net.currency,
                seen=history(brand.slug, match.sku),
                settings=self.settings[brand.slug],
            )
            yield from offer.swings()
            yield from offer.undercuts()

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """A price that goes down, up and down again, and a promotion that ends."""
        watch = Product(sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A")
        brand = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(watch,))
        offer = {
            "marketplace": "m", "url": "https://m.example/1", "title": "Aurelia Meridian 40 automatic watch MER40A",
            "currency": "EUR", "seller_id": "s1",
        }  # fmt: skip

        def days(*prices: int) -> list[dict[str, str]]:
            return [
                offer | {"price": str(price), "observed_at": f"2026-03-{day:02}T03:00:00Z"}
                for day, price in enumerate(prices, 1)
            ]

        *swings, swinging = days(1000, 850, 1000, 850)
        *promotion, after = days(1000, 850, 850, 1000)
        *lasting, lowered = days(1000, 900, 900, 900)
        return (
            Example(says="down, up, down", brand=brand, listing=swinging, flagged=True, history=swings),
            Example(says="one promotion", brand=brand, listing=after, flagged=False, history=promotion),
            Example(says="a lasting change", brand=brand, listing=lowered, flagged=False, history=lasting),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    """One product's net unit price as asked now, with all that was seen before."""

    subject: Subject
    brand: Brand
    sku: str
    unit: Decimal
    currency: str
    seen: History
    settings: UnstablePriceSettings

    def swings(self) -> Iterator[Flag]:
        """The rule within one listing."""
        now, rule = self.subject.observation.observed_at, self.settings
        earliest = now - timedelta(days=rule.window_days)
        own = (p for p in self.seen.own if p.observed_at >= earliest and p.currency == self.currency)
        series = (*((point.observed_at, point.unit_price) for point in own), (now, self.unit))
        prices = [price for _, price in series]
        turned = count_turns(prices, rule.move)
        if turned < rule.turns:
            return
        yield Flag(
            kind=UnstablePrice.kind,
            brand=self.brand.slug,
            severity=WITHIN,
            rule="swings",
            sentence=(
                f"The price of one unit of {self.sku} in this listing turned {turned} times within {rule.window_days} "
                f"days, between {min(prices):.2f} and {max(prices):.2f} {self.currency}."
            ),
            evidence=(
                Evidence(
                    field="price",
                    observed=f"{turned} turns of {rule.move * 100:.0f} % or more",
                    expected=f"fewer than {rule.turns}",
                    asset=self.sku,
                    series=series,
                ),
            ),
        )

    def undercuts(self) -> Iterator[Flag]:
        """The rule across sellers; of each seller the lowest price counts."""
        rule = self.settings
        earliest = self.subject.observation.observed_at - timedelta(days=rule.fresh_days)
        lowest: dict[tuple[str, str], PricePoint] = {}
        for point in self.seen.peers:
            if point.observed_at < earliest or point.currency != self.currency:
                continue
            who = (point.marketplace, point.seller_id or point.seller_name or point.listing_id)
            if who not in lowest or point.unit_price < lowest[who].unit_price:
                lowest[who] = point
        listing = self.subject.listing
        lowest.pop((listing.marketplace, listing.seller_id or listing.seller_name or listing.listing_id), None)
        prices = [*(point.unit_price for point in lowest.values()), self.unit]
        if len(prices) < rule.min_sellers:
            return
        middle = median(prices)
        spread = (max(prices) - min(prices)) / middle
        bound = middle * (1 - rule.depth)
        if spread < rule.spread or self.unit > bound:
            return
        yield Flag(
            kind=UnstablePrice.kind,
            brand=self.brand.slug,
            severity=ACROSS,
            rule="undercuts_sellers",
            sentence=(
                f"The listing asks {self.unit:.2f} {self.currency} for one unit of {self.sku}, "
                f"{(1 - self.unit / middle) * 100:.0f} % below the median of {len(prices)} sellers ({middle:.2f}), "
                f"whose prices spread by {spread * 100:.0f} %."
            ),
            evidence=(
                Evidence(
                    field="price",
                    observed=f"{self.unit} {self.currency}",
                    expected=f"more than {bound:.2f} {self.currency}",
                    asset=self.sku,
                    series=tuple(sorted((point.observed_at, point.unit_price) for point in lowest.values())),
                ),
            ),
        )


def count_turns(prices: Sequence[Decimal], move: Decimal) -> int:
    """How often a price moved by the share `move` or more against the direction of the last such move.

    Moves are counted from the last extreme, so that many small steps in one direction are one move.
    """
    turns, direction, extreme = 0, 0, prices[0]
    lowest = highest = prices[0]
    for price in prices[1:]:
        if direction == 0:
            lowest, highest = min(lowest, price), max(highest, price)
            if price >= lowest * (1 + move):
                direction, extreme = 1, price
            elif price <= highest * (1 - move):
                direction, extreme = -1, price
        elif (price - extreme) * direction >= 0:
            extreme = price
        elif abs(price - extreme) >= extreme * move:
            turns, direction, extreme = turns + 1, -direction, price
    return turns
