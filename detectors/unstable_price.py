"""A price that swings, slides with all others, or leaves the prices of the other sellers of the product (乱价)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import groupby
from statistics import median

from detectors._below import Bounds, low, one_after_another
from detectors._order import began, by_seller, falls, has_fallen, lowest_by_seller, seller_of
from detectors._policy import Policed
from detectors._sale_days import without_sale_days
from detectors._sentences import asked_by
from detectors._series import SLOW_TURNS, WEEK, Dated, alternated, slid, swung, without_misreads
from detectors._stability import UnstablePriceSettings
from detectors._together import keep_step, run_one_course
from detectors.base import Detector, Example, Histories, Subject
from monitor.brands import Brand, Product, Trademark
from monitor.brands.territory import is_place
from monitor.products import Floor, Outcome, mildest_floor, site_of_floor
from monitor.records import HISTORY_DAYS, Evidence, Flag, History, Listing, PricePoint

WITHIN, ACROSS, WATCH = 45, 40, 30
MISREAD = Decimal("1.9")
ONE_COURSE = (
    "; all go down by the same steps in as many days, so that it may be a promotion that each begins when he likes"
)
REACH = timedelta(days=HISTORY_DAYS)


class UnstablePrice(Detector[UnstablePriceSettings]):
    """Follows the net price of one new unit within a listing, and compares it across the sellers of a product."""

    kind = "unstable_price"
    reads_history = True
    Settings = UnstablePriceSettings

    def inspect(self, subject: Subject, history: Histories) -> Iterator[Flag]:
        """At most one flag of swings, one of a slide or a sinking, and one of undercutting for each brand."""
        if not subject.sells_new:
            return
        for brand in subject.brands:
            match, net = subject.match(brand), subject.net_price(brand)
            if match.outcome is not Outcome.MATCH or net.unit is None or net.least > 1:
                continue
            if subject.policed(brand) is Policed.NO or subject.doubt(brand):
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
            yield from offer.slides() or offer.sinks()
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

    def _within(self, window: timedelta) -> Dated:
        """What this seller asked here, oldest first, without misreads, promotions, and what others asked.

        A promotion that a seller who is not authorised leaves and takes again is none that he keeps.
        """
        series = without_misreads(self._read_since(self.subject.observation.observed_at - window))
        taken = [self._promotion(*one) for one in series]
        runs = [promotion for promotion, _ in groupby(taken) if promotion]
        if len(set(runs)) < len(runs) and not self.authorized:
            return series
        return tuple(one for one, promotion in zip(series, taken, strict=True) if not promotion)

    def _read_since(self, earliest: datetime) -> Dated:
        """What this seller asked here from a moment on, and asks now."""
        now = self.subject.observation.observed_at
        asked = {
            point.observed_at: point.unit_price
            for point in self.seen.own
            if earliest <= point.observed_at < now
            and point.currency == self.currency
            and point.is_of(self.subject.listing)
        }
        return (*sorted(asked.items()), (now, self.unit))

    @property
    def authorized(self) -> bool:
        """Whether the seller may sell the product here and now."""
        return self.subject.standing(self.brand).authorized

    def _floor(self, moment: datetime, of: PricePoint | None = None) -> Decimal | None:
        """The floor that was in force at a moment for this listing, or where another price was asked."""
        found = self._row(moment, of or self.subject.listing)
        return found.amount if found else None

    def _row(self, moment: datetime, place: PricePoint | Listing) -> Floor | None:
        product = self.subject.match(self.brand).product
        assert product is not None
        return mildest_floor(
            self.brand,
            product,
            territory=site_of_floor(self.brand, product, place) or place.territory,
            channel=place.marketplace,
            currency=self.currency,
            moment=moment,
        )

    def _promotion(self, moment: datetime, price: Decimal) -> str:
        """The promotion of that day that allows the price, which the usual floor does not; "" if there is none."""
        product = self.subject.match(self.brand).product
        usual = product.floor_price if product and product.currency == self.currency else None
        if usual is None or price >= usual:
            return ""
        floor = self._row(moment, self.subject.listing)
        return floor.source if floor and price >= floor.amount else ""

    def swings(self) -> Iterator[Flag]:
        """Dips that come and go within one listing, by day or by night."""
        rule = self.settings
        days, brief = timedelta(days=rule.window_days), timedelta(days=rule.brief_days)
        for window, least, count in (
            (days, rule.turns, partial(swung, move=rule.move, brief=brief, least=rule.turns)),
            ((SLOW_TURNS + 1) * WEEK, SLOW_TURNS, partial(alternated, move=rule.move, brief=brief)),
        ):
            series = without_sale_days(self._within(window), self.subject.listing.territory)
            if len(series) > 1 and (turned := count(series)) and not self._only_drifts(series, count):
                yield self._swing(series, turned, least, window.days)
                return

    def _swing(self, series: Dated, turned: int, least: int, days: int) -> Flag:
        prices = [price for _, price in series]
        return self._flag(
            "swings",
            WITHIN,
            f"The price of one unit of {self.sku} in this listing went up and down between {min(prices):.2f} and "
            f"{max(prices):.2f} {self.currency} within {days} days: it changed direction {turned} times.",
            f"{turned} turns of {self.settings.move * 100:.0f} % or more",
            f"fewer than {least}",
            series,
        )

    def slides(self) -> list[Flag]:
        """A price that comes down step by step together with the others'."""
        rule, now, peers = self.settings, self.subject.observation.observed_at, self.others()
        series = self._within(window := timedelta(days=rule.window_days))
        if len(series) < 2 or len(peers) + 1 < rule.min_sellers or not slid(series, rule.slide, rule.steps):
            return []
        if series[-1][0] != now or self._only_drifts(series, lambda there: slid(there, rule.slide, rule.steps)):
            return []
        start = max(price for _, price in series)
        found = falls(self._read_since(now - REACH), window)
        known = by_seller((*self.seen.others(), *self.seen.own), self.currency)
        own = known.pop(seller_of(self.subject.listing), ())
        down = [one for one in peers if has_fallen(known[seller_of(one)], rule.slide, window, now - 2 * window)]
        if 2 * len(down) <= len(peers) or not found:
            return []
        of_peers = [[reads.series for reads in known[seller_of(one)]] for one in peers]
        is_allowed = self._depth_below(now) <= 0
        if keep_step(series, of_peers, rule.move, by_plan=is_allowed):
            return []
        one_course = is_allowed and run_one_course(series, of_peers, rule.move)
        others = [reads for each in known.values() for reads in each]
        order = began(found[-1], own, others, window, rule.move)
        flag = self._flag(
            "slides",
            WATCH if one_course else ACROSS,
            f"The price of one unit of {self.sku} in this listing came down from {start:.2f} to {self.unit:.2f} "
            f"{self.currency} step by step within {rule.window_days} days, as did {len(down)} of {len(peers)} other "
            f"sellers; {order}{ONE_COURSE if one_course else ''}.",
            f"{(1 - self.unit / start) * 100:.0f} % down",
            f"less than {rule.slide * 100:.0f} %, or a single step",
            series,
            others=asked_by(peers),
        )
        return [flag]

    def sinks(self) -> Iterator[Flag]:
        """Sellers, this one among them, who go below the floor one after another, whoever stays out."""
        rule, now, peers = self.settings, self.subject.observation.observed_at, self.others()
        if len(peers) + 1 < rule.min_sellers or self._depth_below(now) < rule.move:
            return
        window = timedelta(days=2 * rule.window_days)
        read, since = self._read_since(now - REACH), now - window
        series = without_misreads(read)
        here = Bounds(floor=self._floor, least=rule.move, fall=rule.slide, steps=rule.steps, since=since)
        mine = low("this seller", [read], here)
        if mine is None or series[-1][0] != now:
            return
        known = by_seller(self.seen.others(), self.currency)
        lows = []
        for one in peers:
            listings = known.get(seller_of(one), ())
            there = replace(here, floor=partial(self._floor, of=one))
            lows.append(low(listings[0].name if listings else "", [reads.series for reads in listings], there))
        recent = tuple(one for one in series if one[0] >= since)
        if keep_step(recent, ([reads.series for reads in known.get(seller_of(one), ())] for one in peers), rule.move):
            return
        if not (said := one_after_another(mine, [one for one in lows if one], len(peers) + 1)):
            return
        yield self._flag(
            "sinks_below_floor",
            ACROSS,
            f"The listing asks {self.unit:.2f} {self.currency} for one unit of {self.sku}, {mine.depth * 100:.0f} % "
            f"below the floor{self._of_site()}: {said}.",
            f"{self.unit} {self.currency}",
            f"{self._floor(now)} {self.currency} or more",
            self._within(window),
            others=asked_by(peers),
        )

    def _of_site(self) -> str:
        """By which country the floor was chosen, where the listing names none."""
        product = self.subject.match(self.brand).product
        site = site_of_floor(self.brand, product, self.subject.listing) if product else ""
        return f" in {site}, the country of its site" if site else ""

    def _depth_below(self, moment: datetime) -> Decimal:
        """How far below the floor the price is, as a share of it; 0 without one."""
        floor = self._floor(moment)
        return 1 - self.unit / floor if floor else Decimal(0)

    def _only_drifts(self, series: Dated, unstable: Callable[[Dated], object]) -> bool:
        """Whether the price is calm in the currency of the product's own price: then only the rate moved."""
        product = self.subject.match(self.brand).product
        own = product.currency if product else ""
        if not own or own == self.currency:
            return False
        rates = [self.brand.rates.find(self.currency, own, when.date()) for when, _ in series]
        there = [(when, price * rate.value) for (when, price), rate in zip(series, rates, strict=True) if rate]
        return len(there) == len(rates) and not unstable(tuple(there))

    def others(self) -> list[PricePoint]:
        """The lowest fresh price of each other seller."""
        earliest = self.subject.observation.observed_at - timedelta(days=self.settings.fresh_days)
        fresh = (one for one in self.seen.peers if one.observed_at >= earliest and one.currency == self.currency)
        found = lowest_by_seller(fresh)
        found.pop(seller_of(self.subject.listing), None)
        return list(found.values())

    def undercuts(self) -> Iterator[Flag]:
        """The rule across sellers; of each seller the lowest price counts."""
        rule, peers = self.settings, [point for point in self.others() if self._may_ask_as_little(point)]
        prices = [*(point.unit_price for point in peers), self.unit]
        if len(prices) < rule.min_sellers or self._is_fair():
            return
        middle = median(prices)
        bound = middle * (1 - rule.depth)
        likely = [price for price in prices if middle / MISREAD <= price <= middle * MISREAD] or [middle]
        spread = (max(likely) - min(likely)) / middle
        if spread < rule.spread or self.unit > bound or self._fell_lately(bound):
            return
        yield self._flag(
            "undercuts_sellers",
            ACROSS,
            f"The listing asks {self.unit:.2f} {self.currency} for one unit of {self.sku}, "
            f"{(1 - self.unit / middle) * 100:.0f} % below the median of {len(prices)} sellers ({middle:.2f} "
            f"{self.currency}); their lowest and highest price lie {spread * 100:.0f} % of that apart.",
            f"{self.unit} {self.currency}",
            f"more than {bound:.2f} {self.currency}",
            tuple(sorted((point.observed_at, point.unit_price) for point in peers)),
            others=asked_by(peers),
        )

    def _may_ask_as_little(self, peer: PricePoint) -> bool:
        """Whether one floor holds for both, as far as it is known where they sell: else they are not compared."""
        now = self.subject.observation.observed_at
        places = (self.subject.listing.territory, peer.territory)
        return not all(map(is_place, places)) or self._floor(now, of=peer) == self._floor(now)

    def _is_fair(self) -> bool:
        """Whether an authorised seller asks no less than the floor in force, or anybody what a promotion allows."""
        if self._promotion(self.subject.observation.observed_at, self.unit):
            return True
        held = self.subject.comparison(self.brand) if self.authorized else None
        return held is not None and held.floor is not None and held.unit >= held.floor.amount

    def _fell_lately(self, bound: Decimal) -> bool:
        """Whether the listing asked more than `bound` not long ago: a promotion, or a misread, until it lasts."""
        since = self.subject.observation.observed_at
        for point in reversed([point for point in self.seen.own if point.currency == self.currency]):
            if point.unit_price > bound:
                return self.subject.observation.observed_at - since < timedelta(days=self.settings.lasting_days)
            since = point.observed_at
        return False

    def _flag(
        self, rule: str, severity: int, sentence: str, observed: str, expected: str, series: Dated, others: str = ""
    ) -> Flag:
        if (policed := self.subject.policed(self.brand)) is Policed.UNKNOWN:
            severity, sentence = WATCH, f"{sentence[:-1]}; {policed.value}."
        facts = [Evidence(field="price", observed=observed, expected=expected, asset=self.sku, series=series)]
        if others:
            facts.append(Evidence(field="other sellers", observed=others, asset=self.sku))
        return Flag(
            kind=UnstablePrice.kind,
            brand=self.brand.slug,
            severity=severity,
            rule=rule,
            sentence=sentence,
            evidence=tuple(facts),
        )
