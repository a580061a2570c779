"""The lowest price allowed for a product, on a day, in a place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from monitor.brands import Brand, PriceRule, Product, days_at
from monitor.brands.ids import callings
from monitor.brands.territory import covers, is_place, is_within, size


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A floor in force: the amount for one unit, its currency, the file and row it is written in, and why that row."""

    amount: Decimal
    currency: str
    source: str
    lowest_of: tuple[str, ...] = ()
    """The territories whose rows may hold too, as the listing's is not known; empty where they name no other amount."""
    highest: Decimal | None = None
    """The highest amount of those, promotions apart: a price from there on is allowed wherever the listing sells."""
    limited: bool = False
    """Whether it is that of a promotion, whose end is known from its beginning."""
    elsewhere: bool = True
    """Whether a floor of no territory is among those that it is the lowest of."""

    @property
    def places(self) -> str:
        """What it is the lowest floor of, as no country is known; empty where it is the only one."""
        return f"{', '.join(self.lowest_of)}{' and elsewhere' if self.elsewhere else ''}" if self.lowest_of else ""


PROMOTION_DAYS = 92
"""A row that is valid for no longer than this is a promotion: its lower floor holds wherever the row fits."""

UNPLACED = " (the listing's territory is not known, so the lowest floor that may hold counts)"


def floor_in_force(
    brand: Brand, product: Product, *, territory: str, channel: str, currency: str, day: date
) -> Floor | None:
    """The floor of prices.csv that is valid on `day`, else that of products.csv, in this currency.

    The most specific row counts: one for the channel beats one for the territory (the fewer countries first), which
    beats one for a limited time (the shorter first), which beats one without limits; among equals the lower floor. A
    promotion that fits lowers it, and so do a row that contradicts it, and any territory's row for a listing whose
    territory was not read or is no country code: the most lenient floor that may be in force decides, and the source
    says so. A row's territory may be several countries or a union (`DE AT`, `EU`).
    """
    placed_at = territory.strip() if is_place(territory) else ""
    rules = [
        rule
        for rule in brand.price_rules.get(product.sku, ())
        if rule.floor_price is not None and rule.currency == currency and _may_fit(rule, channel, day)
    ]
    fitting = [rule for rule in rules if not rule.territory or (placed_at and covers(rule.territory, placed_at))]
    if fitting:
        most_specific = min(fitting, key=rank)
        floor = _floor(most_specific, currency)
        lowering = [_floor(rule, currency) for rule in fitting if is_promotion(rule) or _rivals(most_specific, rule)]
    elif product.floor_price is not None and product.currency == currency:
        floor, lowering = Floor(amount=product.floor_price, currency=currency, source="products.csv"), []
    else:
        return None
    if placed_at:
        return min((floor, *lowering), key=lambda one: one.amount)
    return _lowest([floor, *lowering], [rule for rule in rules if rule.territory])


def floor_of_places(brand: Brand, product: Product, *, channel: str, currency: str, day: date) -> Floor | None:
    """The lowest floor in this currency of any territory, where no floor in it holds for everybody.

    It is for a listing whose territory is not known, and says by what row. None where no row of a territory fits.
    """
    rules = [
        rule
        for rule in brand.price_rules.get(product.sku, ())
        if rule.floor_price is not None
        and rule.territory
        and rule.currency == currency
        and _may_fit(rule, channel, day)
    ]
    if not rules:
        return None
    lowest = min((_floor(rule, currency, UNPLACED) for rule in rules), key=lambda one: one.amount)
    lasting = [rule.floor_price for rule in rules if rule.floor_price is not None and not is_promotion(rule)]
    return replace(
        lowest,
        lowest_of=tuple(sorted({rule.territory for rule in rules})),
        highest=max(lasting, default=lowest.amount),
        elsewhere=False,
    )


def territories_of_floors(brand: Brand, product: Product) -> tuple[str, ...]:
    """The territories for which the product has floors of their own, whenever and in whatever currency."""
    rules = brand.price_rules.get(product.sku, ())
    return tuple(sorted({rule.territory for rule in rules if rule.territory and rule.floor_price is not None}))


def mildest_floor(
    brand: Brand, product: Product, *, territory: str, channel: str, currency: str, moment: datetime
) -> Floor | None:
    """The lowest floor of the dates that it is in the territory at a moment; None where one of them has no floor."""
    found = [
        floor_in_force(brand, product, territory=territory, channel=channel, currency=currency, day=day)
        for day in days_at(moment, territory)
    ]
    known = [floor for floor in found if floor]
    return min(known, key=lambda one: one.amount) if len(known) == len(found) else None


def _lowest(anywhere: Sequence[Floor], placed_rows: Sequence[PriceRule]) -> Floor:
    """The lowest of the floors that hold anywhere and of those for territories, with what it was chosen from."""
    floors = [_floor(rule, rule.currency, UNPLACED) for rule in placed_rows]
    usual = min(anywhere, key=lambda one: one.amount)
    lowest = min((usual, *floors), key=lambda one: one.amount)
    others = [rule for rule in placed_rows if rule.floor_price != usual.amount]
    lasting = [rule.floor_price for rule in others if rule.floor_price is not None and not is_promotion(rule)]
    return replace(
        lowest,
        lowest_of=tuple(sorted({rule.territory for rule in others})),
        highest=max((usual.amount, *lasting)) if others else None,
    )


def _floor(rule: PriceRule, currency: str, why: str = "") -> Floor:
    assert rule.floor_price is not None
    source = f"prices.csv, {_limits(rule)}{why}"
    return Floor(amount=rule.floor_price, currency=currency, source=source, limited=is_promotion(rule))


def _may_fit(rule: PriceRule, channel: str, day: date) -> bool:
    begin, end = days(rule)
    return rule.channel in ("", *callings(channel)) and begin <= day <= end


def _rivals(one: PriceRule, other: PriceRule) -> bool:
    """Whether two rows that fit are for one channel, and neither by place nor by days the first is the exception."""
    return one.channel == other.channel and not is_within(one.territory, other.territory) and not is_inside(one, other)


def days(rule: PriceRule) -> tuple[date, date]:
    """The first day and the last on which a row is valid."""
    return rule.valid_from or date.min, rule.valid_until or date.max


def is_inside(one: PriceRule, other: PriceRule) -> bool:
    """Whether the days of one are some of those of the other, and not all."""
    (begin, end), around = days(one), days(other)
    return around[0] <= begin and end <= around[1] and (begin, end) != around


def _length(rule: PriceRule) -> int:
    begin, end = days(rule)
    return (end - begin).days + 1


def is_promotion(rule: PriceRule) -> bool:
    """Whether a row is valid for so few days that it is a promotion."""
    return _length(rule) <= PROMOTION_DAYS


def rank(rule: PriceRule) -> tuple[int, int, int, Decimal]:
    """By which rows with a floor are in order, the most specific one first: a channel at a port is the longer one."""
    assert rule.floor_price is not None
    return -len(rule.channel), size(rule.territory), _length(rule), rule.floor_price


def _limits(rule: PriceRule) -> str:
    valid = f"{rule.valid_from or 'always'} to {rule.valid_until or 'further notice'}"
    return ", ".join(part for part in (rule.sku, rule.territory, rule.channel, valid) if part)
