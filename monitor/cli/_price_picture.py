"""The picture of `monitor prices`: what is drawn of a product's price points, and what its legend calls them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli._who_sells import clean, who_sells, within_site
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.brands import Brand, Product
    from monitor.records import PricePoint

MOST_FLOORS, MOST_PLACES = 3, 3


def draw(plot: Path, brand: "Brand", product: "Product", points: "Sequence[PricePoint]", wanted: str) -> None:
    """Draw the prices in the `wanted` currency, or where it is empty in the most common one."""
    from monitor.products.plot import price_plot

    counted = Counter(point.currency for point in points)
    if wanted and wanted not in counted:
        raise ConfigurationError(
            f"--currency {clean(wanted)}: no price is in it; there are {', '.join(sorted(counted))}"
        )
    currency = wanted or counted.most_common(1)[0][0]
    others = [(other, count) for other, count in counted.most_common() if other != currency]
    shown = [point for point in points if point.currency == currency]
    lines = defaultdict(list)
    for name, same in _named(shown).items():
        lines[name] = [(point.observed_at, point.unit_price) for point in same]
    levels: dict[str, list[tuple[datetime, Decimal | None]]] = {}
    if product.list_price is not None and product.currency == currency:
        levels["list price"] = [(min(point.observed_at for point in shown), product.list_price)]
    floors, notes = _floors(brand, product, currency, shown)
    notes += [f"not drawn: {count} in {other} (--currency {other})" for other, count in others]
    picture = price_plot(f"{product.sku} {product.name} ({currency}, one unit)", lines, levels | floors, notes)
    try:
        plot.write_text(picture, "utf-8")
    except OSError as failure:
        raise WorkFailedError(f"{plot}: could not be written: {failure.strerror}") from None


def _named(points: "Sequence[PricePoint]") -> "dict[str, list[PricePoint]]":
    """The points of each seller and place by what it is called: with the marketplace and the listing where it needs."""
    one_channel = len({point.marketplace for point in points}) == 1

    def who(point: "PricePoint") -> str:
        place = point.territory if one_channel else f"{point.marketplace} {point.territory}".strip()
        seller = who_sells(point.marketplace, point.seller_name, point.seller_id)
        return " · ".join(filter(None, (seller, place if place != seller else "")))

    listings: dict[str, set[str]] = defaultdict(set)
    for point in points:
        listings[who(point)].add(point.listing_id)
    lines: dict[str, list[PricePoint]] = defaultdict(list)
    for point in points:
        name = who(point)
        lines[name if len(listings[name]) == 1 else f"{name} · {within_site(point.listing_id)}"].append(point)
    return lines


def _floors(
    brand: "Brand", product: "Product", currency: str, points: "Sequence[PricePoint]"
) -> "tuple[dict[str, list[tuple[datetime, Decimal | None]]], list[str]]":
    """The floors in force over the days in each place and channel where they differ, and what is not drawn of them.

    Where a listing names no place, that of its site counts. None is drawn where the brand does not police prices.
    """
    from detectors._policy import Policed, policed
    from monitor.products import has_floor, site_of_floor

    first, last = min(point.observed_at for point in points), max(point.observed_at for point in points)
    by_course: dict[tuple[tuple[datetime, Decimal | None], ...], list[str]] = defaultdict(list)
    seen: dict[str, int] = Counter()
    off: set[str] = set()
    one_channel = len({point.marketplace for point in points}) == 1
    kinds = Counter((one.territory, one.marketplace, site_of_floor(brand, product, one)) for one in points)
    for (territory, channel, site), count in sorted(kinds.items()):
        if policed(brand, territory) is Policed.NO:
            off.add(territory)
            continue
        course: list[tuple[datetime, Decimal | None]] = []
        origin = ""
        for days in range((last.date() - first.date()).days + 1):
            day = first.date() + timedelta(days=days)
            amount, converted = _floor_on(day, brand, product, site or territory, channel, currency)
            origin = converted or origin
            if not course or course[-1][1] != amount:
                course.append((max(first, datetime.combine(day, time(), first.tzinfo)), amount))
        where = f"{site} by its site" if site else territory
        place = where or "place not read" if one_channel else f"{channel} {where}".strip()
        place += f" (from {origin} by rate)" if origin else ""
        by_course[tuple(course)].append(place)
        seen[place] = count
    named = {course: places for course, places in by_course.items() if any(amount for _, amount in course)}
    notes = [f"no floor is policed in {' '.join(sorted(off))} (off_in)"] if off else []
    if by_course and not named and has_floor(brand, product):
        notes.append(f"the floor is in another currency than {currency}, no rate is known, and it is not drawn")
    drawn = sorted(named.items(), key=lambda one: -sum(seen[place] for place in one[1]))
    notes += [f"the floor of {_few(places)} is not drawn" for _, places in drawn[MOST_FLOORS:]]
    alone = len(by_course) == 1 and not off and not any(place.endswith(" by rate)") for place in seen)
    levels = {"floor" if alone else f"floor, {_few(places)}": list(course) for course, places in drawn[:MOST_FLOORS]}
    return levels, notes


def _floor_on(
    day: date, brand: "Brand", product: "Product", territory: str, channel: str, currency: str
) -> "tuple[Decimal | None, str]":
    """The floor of a day, and from which currency it was converted at the rate of the day; None without either."""
    from monitor.products import compare_with_floor, floor_in_force

    if held := floor_in_force(brand, product, territory=territory, channel=channel, currency=currency, day=day):
        return held.amount, ""
    noon = datetime.combine(day, time(12), UTC)
    one = compare_with_floor(
        brand, product, Decimal(1), currency=currency, territory=territory, channel=channel, moment=noon
    )
    return (one.floor_here, one.floor.currency if one.rate else "") if one.floor else (None, "")


def _few(places: "Sequence[str]") -> str:
    more = len(places) - MOST_PLACES
    return ", ".join(places[:MOST_PLACES]) + (f" and {more} more" if more > 0 else "")
