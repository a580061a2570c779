"""A new unit of a matched product costs less than the floor in force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial

from detectors._policy import Policed
from detectors._promised import promised_price
from detectors._seen_before import SeenBefore
from detectors.base import Detector, Example, Histories, Settings, Subject
from monitor.brands import Brand, Product, Trademark
from monitor.brands.territory import COUNTRIES, UNIONS, codes
from monitor.products import Comparison, Floor, NetPrice, Outcome, compare_with_floor
from monitor.records import HISTORY_DAYS, Evidence, Flag, PricePoint

SUSPECT_SHARE = Decimal("0.2")
JUMP_SHARE = Decimal("0.55")
LEAST_RATES, MOST_RATES = 3, 24
"""Into so many rates instalment plans part a price; half of it comes and goes as a sale."""
ROUNDED = Decimal("0.01")
"""A rate is rounded by at most this share of it."""
WATCH, SUSPECT, LEAST, MOST = 30, 45, 60, 80
FOLLOW = timedelta(days=3)
"""So long a seller may take to follow a floor that was raised."""
RULE = "below_floor"
"""One rule for all: in a case the newest flag of a rule stands, so a confirmed read replaces the doubt before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LowPriceSettings(Settings):
    """When a price counts as low; all shares are of the floor, and how far the price lies below it.

    `tolerance` is let pass, `converted_tolerance` where the price was converted; from there a price is watched, from
    `violation` it is one, from `severe` it weighs most. `confirm_hours` must lie between a first read and one that
    confirms it; 0 trusts the first. `with_shipping` makes shipping part of the price; `wholesale` holds offers that
    begin above one unit against the floor too, for a person to look at. `plain_words` are words of titles that name the
    product and no part of it, so that a deep price beside them leaves no doubt. `off_in` are territories (`DE`, `EU`)
    where the brand may not police prices: there `unstable_price` is silent as well.
    """

    tolerance: Decimal = Decimal("0.005")
    converted_tolerance: Decimal = Decimal("0.02")
    violation: Decimal = Decimal(0)
    severe: Decimal = Decimal("0.5")
    confirm_hours: int = 4
    with_shipping: bool = False
    wholesale: bool = False
    off_in: tuple[str, ...] = ()
    plain_words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("tolerance", "converted_tolerance", "violation"):
            if not 0 <= getattr(self, name) < 1:
                raise ValueError(f"{name}: {getattr(self, name)} is not a share from 0 to less than 1, such as 0.005")
        if not self.violation < self.severe <= 1:
            raise ValueError(f"severe: {self.severe} is not a share above the violation of {self.violation}, up to 1")
        if not 0 <= self.confirm_hours <= HISTORY_DAYS * 24:
            raise ValueError(f"confirm_hours: {self.confirm_hours} is not from 0 to {HISTORY_DAYS * 24}")
        for code in codes(" ".join(self.off_in)):
            if code not in COUNTRIES and code not in UNIONS:
                raise ValueError(f"off_in: {code} is no country code and no union such as EU")

    def is_low(self, held: Comparison) -> bool:
        """Whether a price lies below its floor by more than is let pass."""
        passed = self.converted_tolerance if held.rate else self.tolerance
        return held.floor is not None and held.unit < held.floor.amount * (1 - max(passed, self.tolerance))


class LowPrice(Detector[LowPriceSettings]):
    """Compares the net price of one unit with the floor for the SKU, territory, channel, currency and day."""

    kind = "low_price"
    reads_history = True
    Settings = LowPriceSettings

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:
        """One flag for each brand whose product is offered too low; used goods and what cannot be bought are left."""
        if not subject.sells_new:
            return
        for brand in subject.brands:
            match = subject.match(brand)
            if match.outcome is not Outcome.MATCH or match.product is None:
                continue
            net, rule, doubt = subject.net_price(brand), self.settings[brand.slug], ""
            held = subject.held(brand, net)
            if subject.policed(brand) is not Policed.NO and not (held and rule.is_low(held)):
                net, doubt = promised_price(subject, brand, match.product)
                held = subject.held(brand, net)
            if held is None or not rule.is_low(held) or subject.policed(brand) is Policed.NO:
                continue
            seen = history(brand.slug, match.sku)
            own = tuple(point for point in seen.own if point.is_of(subject.listing))
            assert held.floor is not None
            before = SeenBefore(
                now=subject.observation.observed_at,
                unit=held.unit,
                own=own,
                peers=seen.peers,
                low=partial(_low_read, brand, match.product, held.floor.currency, rule),
                listing=subject.listing,
                hours=rule.confirm_hours,
            )
            yield _Low(
                brand=brand,
                product=match.product,
                net=net,
                held=held,
                floor=held.floor,
                doubt=doubt or subject.doubt(brand),
                why=match.why,
                own=own,
                before=before,
                rule=rule,
                policed=subject.policed(brand),
                asks="promises" if doubt else "asks",
            ).flag()

    @classmethod
    def examples(cls) -> Sequence[Example]:
        """A new watch below its floor, and the same price for a used one and for what a pack makes of it."""
        watch = Product(
            sku="MER-40", name="Aurelia Meridian 40 automatic watch", model="MER40A", currency="EUR",
            floor_price=Decimal(900),
        )  # fmt: skip
        brand = Brand(slug="aurelia", name="Aurelia", trademarks=(Trademark(text="AURELIA"),), products=(watch,))
        offer = {
            "marketplace": "m", "url": "https://m.example/1", "title": "Aurelia Meridian 40 automatic watch MER40A",
            "currency": "EUR", "seller_id": "s1",
        }  # fmt: skip
        return (
            Example(says="below the floor", brand=brand, listing=offer | {"price": "799.00"}, flagged=True),
            Example(says="at the floor", brand=brand, listing=offer | {"price": "900.00"}, flagged=False),
            Example(says="used", brand=brand, listing=offer | {"price": "700", "condition": "used"}, flagged=False),
            Example(
                says="two for one price", brand=brand, listing=offer | {"price": "900", "pack_count": 2}, flagged=True
            ),
        )


def _held_then(brand: Brand, product: Product, point: PricePoint) -> Comparison:
    """An earlier read beside the floor of its own day."""
    return compare_with_floor(
        brand,
        product,
        point.unit_price,
        currency=point.currency,
        territory=point.territory,
        channel=point.marketplace,
        moment=point.observed_at,
    )


def _low_read(
    brand: Brand, product: Product, currency: str, rule: LowPriceSettings, point: PricePoint
) -> Decimal | None:
    """What an earlier read asked in this currency, if it lay below the floor of its own day, wherever it was sold."""
    held = _held_then(brand, product, point)
    if not rule.is_low(held) or held.floor is None or held.floor.currency != currency:
        return None
    return None if held.mildest and not rule.is_low(held.mildest) else held.unit


@dataclass(frozen=True, slots=True, kw_only=True)
class _Low:
    """A price below the floor, with the reads before it."""

    brand: Brand
    product: Product
    net: NetPrice
    held: Comparison
    floor: Floor
    doubt: str
    """What leaves open whether it is the price of one new unit of the product."""
    why: str
    own: tuple[PricePoint, ...]
    before: SeenBefore
    rule: LowPriceSettings
    policed: Policed
    asks: str

    def flag(self) -> Flag:
        """The flag: a suspicion while anything speaks for a misreading, else weighed by depth."""
        depth = 1 - self.unit / self.floor.amount
        product = f"{self.product.sku} ({self.product.name[:80]})"
        asked = f"{self.net.unit:.2f} {self.net.currency}{self._there()} for one unit of {product}"
        has_steps = len(self.net.steps) > 1 or self.net.stated is not None
        worked_out = f", worked out as {', '.join(self.net.steps)}; that is" if has_steps else ","
        below = f"{depth * 100:.1f} % below the floor of {self.floor.amount:.2f} {self.floor.currency}{self._place()}"
        severity, note = self._weigh(depth)
        return Flag(
            kind=LowPrice.kind,
            brand=self.brand.slug,
            severity=severity,
            rule=RULE,
            sentence=f"The listing {self.asks} {asked}{worked_out} {below}{self.before.says()}{note and f'; {note}'}.",
            evidence=self._evidence(),
        )

    @property
    def unit(self) -> Decimal:
        """The net price of one unit in the currency of the floor."""
        return self.held.unit

    def _place(self) -> str:
        """By which country the floor was chosen, where the listing names none."""
        if self.held.site:
            return f" in {self.held.site}, the country of its site, as the listing names none"
        places = self.floor.places
        return f" (no country is known of this listing: the lowest floor of {places} is used)" if places else ""

    def _there(self) -> str:
        """What the price is in the currency of the floor, where that is another."""
        rate = self.held.rate
        return f" ({self.unit:.2f} {self.floor.currency} at the rate of {rate.day})" if rate else ""

    def _weigh(self, depth: Decimal) -> tuple[int, str]:
        """The severity, and what leaves doubt."""
        rule = self.rule
        if self.policed is Policed.UNKNOWN:
            return WATCH, self.policed.value
        doubt = self._place_doubt() or self._offer_doubt() or self.doubt or self._read_doubt() or self._unmoved()
        if doubt:
            return SUSPECT, doubt
        if depth < rule.violation:
            return WATCH, "so little that it is only watched"
        before = self.before
        if not (before.in_a_row or before.came_again or before.elsewhere):
            hours = f"{rule.confirm_hours} hours or more later"
            return SUSPECT, f"a second read {hours} has to confirm it"
        return LEAST + int((MOST - LEAST) * min(depth / rule.severe, Decimal(1))), ""

    def _place_doubt(self) -> str:
        """Whether the price is low only if the listing sells in the country of the floor, which it does not say."""
        mildest = self.held.mildest
        if mildest is None or self.rule.is_low(mildest):
            return ""
        there = f"a floor of {mildest.floor.amount:.2f} {mildest.floor.currency}" if mildest.floor else "no floor"
        there = "a floor in another currency" if mildest.problem else there
        return f"where it is sold elsewhere, {there} may hold, so that a person has to look"

    def _offer_doubt(self) -> str:
        """Whether the price is not one at retail, or not of these days in the currency of the floor."""
        if self.net.least > 1:
            return f"it is a wholesale offer from {self.net.least} units on, which a person has to look at"
        if self.net.stated and self.net.unit and self.net.stated > self.net.unit * self.net.units:
            return f"its own price of {self.net.stated:.2f} {self.net.currency} is another one than that of one unit"
        if self.held.rate and self.held.rate.old:
            return f"the newest exchange rate is of {self.held.rate.day}; write a newer one into rates.csv"
        return ""

    def _read_doubt(self) -> str:
        """Whether the price may be misread, and was not yet seen again."""
        if self.before.in_a_row_alike:
            return ""
        if self.unit < self.floor.amount * SUSPECT_SHARE:
            return "so low a price may be a misreading and needs a second look"
        if self.before.came_again:
            return self._rate_doubt()
        seen = {when for when, _ in self.before.alike}
        before = [one for one in self.own if one.currency == self.net.currency and one.observed_at not in seen]
        if before and self.net.unit is not None and self.net.unit <= before[-1].unit_price * JUMP_SHARE:
            was = f"{before[-1].unit_price:.2f} {self.net.currency} on {before[-1].observed_at:%Y-%m-%d}"
            return f"the price was {was}, and so large a jump may be a misreading until it is seen again"
        return ""

    def _rate_doubt(self) -> str:
        """Whether what comes and goes is a whole part of the price between, as rates of instalment plans are."""
        since, unit = self.before.alike[0][0], self.net.unit
        for point in reversed(self.own):
            if unit and point.currency == self.net.currency and point.observed_at > since:
                parts = round(point.unit_price / unit)
                if LEAST_RATES <= parts <= MOST_RATES and abs(point.unit_price / parts - unit) <= ROUNDED * unit:
                    was = f"{point.unit_price:.2f} {point.currency} on {point.observed_at:%Y-%m-%d}"
                    return f"it is one of {parts} parts of the {was}, and may be the rate of an instalment plan"
        return ""

    def _unmoved(self) -> str:
        """Whether the price was fair as it stands, and only the exchange rate moved, or the floor rose these days."""
        run, fair = self.before.run, self.own[: len(self.own) - len(self.before.run)]
        if not fair or self.net.unit is None or fair[-1].currency != self.net.currency:
            return ""
        then = _held_then(self.brand, self.product, fair[-1])
        if self.rule.is_low(then) or fair[-1].unit_price > self.net.unit * (1 + self.rule.tolerance):
            return ""
        was = f"it asked no more on {fair[-1].observed_at:%Y-%m-%d}, when that was not below the floor"
        if then.floor is None or then.floor.amount < self.floor.amount:
            since = run[0][0] if run else self.before.now
            known = then.floor is not None and then.floor.limited
            return "" if known or self.before.now - since >= FOLLOW else f"{was}, which has risen since"
        moved = then.rate and self.held.rate and then.rate.value != self.held.rate.value
        return f"{was}, and only the exchange rate has moved since" if moved else ""

    def _evidence(self) -> tuple[Evidence, ...]:
        observed, least = f"{self.unit} {self.floor.currency}", f"{self.floor.amount} {self.floor.currency}"
        steps = (*self.net.steps, *([self.held.step] if self.held.step else []))
        series = (*self.before.series, (self.before.now, self.unit))
        return (
            Evidence(field="price", observed=observed, expected=f"{least} or more", series=series),
            Evidence(field="price", observed="; ".join(steps)),
            Evidence(field="floor", observed=least, asset=self.floor.source),
            Evidence(field="title", observed=self.why, asset=self.product.sku),
        )
