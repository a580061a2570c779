"""A unit's price beside the floor that holds for it: in its own currency, else at the exchange rate of the day."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_EVEN, Decimal

from monitor.brands import Brand, Product, Rate, days_at
from monitor.brands.territory import is_place
from monitor.products.floors import Floor, floor_in_force, floor_of_places

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`unit` and `floor` are in the currency of the floor; `rate` is set where the price was converted.

    `floor` is None where no floor is in force, and where none can be compared: then `problem` says why.
    `floor_here` is the floor in the currency that the listing asks.
    """

    unit: Decimal
    floor: Floor | None = None
    rate: Rate | None = None
    floor_here: Decimal | None = None
    step: str = ""
    problem: str = ""
    site: str = ""
    """The country of the site, by which the floor was chosen, where the listing names none and others may hold."""
    mildest: "Comparison | None" = None
    """Where the floor is that of one country, the price beside the lowest that may hold in any other."""


def compare_with_floor(
    brand: Brand,
    product: Product,
    unit: Decimal,
    *,
    currency: str,
    territory: str,
    channel: str,
    moment: datetime,
    site: str = "",
) -> Comparison:
    """Find the floor for a price of one unit, seen at a moment. A floor in the price's own currency always wins.

    Without one, the price is converted into the currency of each other floor in force, and the lowest floor counts. If
    a rate is missing for any of them, nothing is compared: that floor might be the lowest. Where the moment is two
    dates in the territory, the date counts that is the better for the seller.

    Where the territory is not known, and no floor in the price's own currency holds for everybody, the lowest of any
    territory in it counts; `mildest` is the price beside what would count without it, a floor in another currency or
    none. Where no floor holds for everybody, that of a territory in another currency counts as well.

    `site` is the country of the site, for a listing whose territory is not known: the floor is that of this country,
    and `mildest` says how the price stands where it is sold elsewhere.
    """
    rates_of = moment.astimezone(UTC).date()

    def held(place: str) -> Comparison:
        days = days_at(moment, place)
        found = (_on(day, rates_of, brand, product, unit, currency, place, channel) for day in days)
        return min(found, key=lambda one: one.floor_here or 0)

    mildest = held(territory)
    if not site:
        return (
            mildest if is_place(territory) else _in_its_own(mildest, brand, product, unit, currency, channel, rates_of)
        )
    there = held(site)
    if there.floor is None or mildest.problem:
        return mildest
    if mildest.floor_here == there.floor_here:
        return there
    return replace(there, site=site, mildest=mildest)


def _on(
    day: date,
    rates_of: date,
    brand: Brand,
    product: Product,
    unit: Decimal,
    currency: str,
    territory: str,
    channel: str,
) -> Comparison:
    found = []
    for other in (currency, *sorted(_currencies(brand, product) - {currency})):
        floor = floor_in_force(brand, product, territory=territory, channel=channel, currency=other, day=day)
        if floor is None:
            continue
        if other == currency:
            return Comparison(unit=unit, floor=floor, floor_here=floor.amount)
        rate = brand.rates.find(currency, other, rates_of)
        if rate is None:
            return Comparison(unit=unit, problem=_no_rate(currency, other))
        found.append(_converted(unit, currency, floor, rate))
    return min(found, key=lambda one: one.floor_here or 0, default=Comparison(unit=unit))


def _in_its_own(
    mildest: Comparison, brand: Brand, product: Product, unit: Decimal, currency: str, channel: str, day: date
) -> Comparison:
    """Beside the lowest floor of any territory, its own currency first, where none in that holds for everybody."""
    if mildest.floor and mildest.floor.currency == currency:
        return mildest
    floor = floor_of_places(brand, product, channel=channel, currency=currency, day=day)
    if floor:
        return Comparison(unit=unit, floor=floor, floor_here=floor.amount, mildest=mildest)
    if mildest.floor or mildest.problem:
        return mildest
    found = []
    for other in sorted(_currencies(brand, product) - {currency}):
        if not (floor := floor_of_places(brand, product, channel=channel, currency=other, day=day)):
            continue
        if (rate := brand.rates.find(currency, other, day)) is None:
            return Comparison(unit=unit, problem=_no_rate(currency, other))
        found.append(replace(_converted(unit, currency, floor, rate), mildest=mildest))
    return min(found, key=lambda one: one.floor_here or 0, default=mildest)


def _no_rate(currency: str, other: str) -> str:
    return f"no exchange rate from {currency} to {other} near the day; write one into rates.csv"


def _converted(unit: Decimal, currency: str, floor: Floor, rate: Rate) -> Comparison:
    there = (unit * rate.value).quantize(CENT, ROUND_HALF_EVEN)
    return Comparison(
        unit=there,
        floor=floor,
        rate=rate,
        floor_here=(floor.amount / rate.value).quantize(CENT, ROUND_HALF_EVEN),
        step=(
            f"times {rate.value:.6g} {floor.currency} for 1 {currency} on {rate.day} ({rate.source}) "
            f"= {there:f} {floor.currency}"
        ),
    )


def has_floor(brand: Brand, product: Product) -> bool:
    """Whether the dossier names any floor for the product, for whatever place, time and currency."""
    return bool(_currencies(brand, product))


def _currencies(brand: Brand, product: Product) -> set[str]:
    """The currencies in which the product has a floor."""
    rules = {rule.currency for rule in brand.price_rules.get(product.sku, ()) if rule.floor_price is not None}
    return rules | ({product.currency} if product.floor_price is not None else set())
