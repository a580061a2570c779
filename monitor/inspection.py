"""Run every detector over one observation. Pure: the caller brings the observation and what was seen before it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from detectors._policy import Policed
from detectors._told_once import told_once
from detectors.base import Detector, Histories, Portfolio, Subject, discover, wrong_settings
from monitor.brands import Brand
from monitor.brands.territory import is_place
from monitor.errors import ConfigurationError
from monitor.images import Memories, Recent
from monitor.products import Outcome, has_floor, home_country, territories_of_floors
from monitor.records import Finding, Flag, History, Observation, PricePoint

VIOLATION = 60
"""A flag so severe says what is wrong by itself, whatever the goods are."""

Report = Callable[[str, BaseException], None]
"""Told of a detector's kind and its failure, so that it is counted and shown; the other detectors go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """An observation half judged: what needs no history is done, off any lock."""

    subject: Subject
    flags: tuple[Flag, ...]
    not_judged: tuple[str, ...] = ()
    """Why the price of what may be a product was held against no floor, by brand that it concerns."""
    of_no_product: tuple[Brand, ...] = ()
    """The brands with floors under whose name goods are offered that no product matches, and nothing else accuses."""
    allowed_somewhere: tuple[str, ...] = ()
    """Of what floors the price keeps the lowest and not all, where no country is known: one entry for each brand."""


class Inspector:
    """All detectors, prepared for all brands of a workspace."""

    def __init__(
        self,
        brands: Sequence[Brand],
        *,
        detectors: Sequence[type[Detector[Any]]] | None = None,
        report: Report | None = None,
        memories: Memories = Recent,
    ) -> None:
        """Prepare the detectors; `report` is called when one fails on a listing. Raises ConfigurationError.

        `memories` keep what was found in photos, so that it is not looked for again.
        """
        kinds = discover() if detectors is None else tuple(detectors)
        if wrong := [says for brand in brands for says in wrong_settings(brand, kinds)]:
            raise ConfigurationError("\n".join(wrong))
        self.portfolio = Portfolio(brands, memories)
        self._detectors = tuple(kind(self.portfolio) for kind in kinds)
        self._with_floors = frozenset(b.slug for b in brands if any(has_floor(b, product) for product in b.products))
        self._report = report

    def look(self, observation: Observation) -> Looked:
        """Judge what needs no history, which is where the time goes."""
        subject = Subject(observation, self.portfolio)
        flags = told_once(tuple(self._run(subject, _no_history, reads_history=False)))
        accused = {flag.brand for flag in flags if flag.severity >= VIOLATION}
        return Looked(
            subject=subject,
            flags=flags,
            not_judged=tuple(_not_judged(subject)),
            of_no_product=tuple(
                brand for brand in _of_no_product(subject) if brand.slug in self._with_floors - accused
            ),
            allowed_somewhere=tuple(_allowed_somewhere(subject)),
        )

    def judge(self, looked: Looked, history: Histories) -> tuple[Finding, ...]:
        """Judge the rest, and gather all that was found by brand; a brand without a flag has no finding."""
        flags = [*looked.flags, *self._run(looked.subject, history, reads_history=True)]
        by_brand: dict[str, list[Flag]] = defaultdict(list)
        for flag in flags:
            by_brand[flag.brand].append(flag)
        return tuple(self._finding(looked.subject, slug, by_brand[slug]) for slug in sorted(by_brand))

    def inspect(self, observation: Observation, history: Histories) -> tuple[Finding, ...]:
        """Both steps at once."""
        return self.judge(self.look(observation), history)

    def price_points(self, looked: Looked) -> tuple[PricePoint, ...]:
        """What the observation adds to the history of each brand's products: no price that may be of other goods."""
        subject, listing = looked.subject, looked.subject.listing
        if not subject.sells_new:
            return ()
        points = []
        for brand in subject.brands:
            match, net = subject.match(brand), subject.net_price(brand)
            if match.outcome is not Outcome.MATCH or net.unit is None or net.least > 1 or subject.doubt(brand):
                continue
            points.append(
                PricePoint(
                    brand=brand.slug,
                    sku=match.sku,
                    marketplace=listing.marketplace,
                    listing_id=listing.listing_id,
                    seller_id=listing.seller_id,
                    seller_name=listing.seller_name,
                    territory=listing.territory,
                    observed_at=subject.observation.observed_at,
                    unit_price=net.unit,
                    currency=net.currency,
                    site="" if is_place(listing.territory) else home_country(listing),
                )
            )
        return tuple(points)

    def _run(self, subject: Subject, history: Histories, *, reads_history: bool) -> Iterable[Flag]:
        for detector in self._detectors:
            if detector.reads_history is not reads_history:
                continue
            try:
                found = list(detector.inspect(subject, history))
            except Exception as failure:
                if self._report is None:
                    raise
                self._report(detector.kind, failure)
            else:
                yield from found

    def _finding(self, subject: Subject, slug: str, flags: Sequence[Flag]) -> Finding:
        brand = self.portfolio.by_slug[slug]
        match, flagged = subject.match(brand), tuple(sorted(flags, key=lambda one: (-one.severity, one.kind, one.rule)))
        if match.outcome is not Outcome.MATCH:
            return Finding(brand=slug, flags=flagged)
        net, compared = subject.net_price(brand), subject.comparison(brand)
        return Finding(
            brand=slug,
            flags=flagged,
            sku=match.sku,
            unit_price=net.unit,
            currency=net.currency,
            floor_price=compared.floor_here if compared else None,
        )


def _not_judged(subject: Subject) -> Iterable[str]:
    """What keeps the price of new goods that match from being judged: silence is not to be taken for calm."""
    if not subject.sells_new or subject.listing.price is None:
        return
    for brand in subject.brands:
        match = subject.match(brand)
        if match.product is None or not has_floor(brand, match.product):
            continue
        if match.outcome is Outcome.REVIEW:
            if not match.may_be_accessory:
                yield f"which product of {brand.name} it is, is not sure; why: monitor match FILE --brand {brand.slug}"
            continue
        compared, net = subject.comparison(brand), subject.net_price(brand)
        if compared is None:
            yield net.problem
        elif net.doubt and compared.floor and compared.unit >= compared.floor.amount:
            yield net.doubt
        elif compared.problem:
            yield compared.problem
        elif compared.floor is None and not is_place(subject.listing.territory):
            if places := territories_of_floors(brand, match.product):
                yield f"no country is known of the listing, and the floors are for {', '.join(places)} alone"
        elif compared.floor and subject.policed(brand) is Policed.NO:
            place = subject.listing.territory.strip().upper()[:20]
            yield f"{brand.name} does not police prices in {place} ([detectors.low_price] off_in)"


def _of_no_product(subject: Subject) -> Iterable[Brand]:
    """The brands under whose name new goods are offered that may be a product which the catalogue lacks."""
    if not subject.sells_new or subject.listing.price is None:
        return
    for brand in subject.brands:
        match = subject.match(brand)
        if match.outcome is Outcome.NONE and not match.may_be_accessory:
            yield brand


def _allowed_somewhere(subject: Subject) -> Iterable[str]:
    """The places among whose floors the lowest one lets a price pass that is too low in another one."""
    if not subject.sells_new:
        return
    for brand in subject.brands:
        if subject.match(brand).outcome is not Outcome.MATCH or subject.policed(brand) is Policed.NO:
            continue
        compared = subject.comparison(brand)
        floor = compared.floor if compared else None
        if compared and floor and floor.highest and floor.amount <= compared.unit < floor.highest:
            yield floor.places


def _no_history(_brand: str, _sku: str) -> History:
    return History()
