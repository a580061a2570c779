"""Sellers who go below the floor one after another: how many, how deep, who started and who followed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from detectors._series import Dated, without_misreads

LEAST = 3
"""So many sellers at least come down one after another."""
SHARE = 3
"""One in so many of all sellers is below the floor at least."""
NAMED = 5
"""So many of those who came down are named."""

FloorAt = Callable[[datetime], Decimal | None]


@dataclass(frozen=True, slots=True)
class Low:
    """A seller who asks `depth` less than the floor, as a share of it.

    He went below it after the read at `before` and by the one at `first`; None where he was not seen above it.
    """

    name: str
    depth: Decimal
    before: datetime | None = None
    first: datetime | None = None


def low(
    name: str, listings: Iterable[Dated], floor: FloorAt, least: Decimal, fall: Decimal, since: datetime
) -> Low | None:
    """How a seller is below the floor by the share `least` or more, if he is in one of his listings.

    He came down to it if he asked as much as the floor of its day before, no earlier than `since`, and asks less than
    the most since then by the share `fall` now: a floor that was raised makes nobody come down.
    """
    found = [one for series in listings if (one := _low(name, without_misreads(series), floor, least, fall, since))]
    return min(found, key=lambda one: (one.first is None, one.first)) if found else None


def _low(name: str, series: Dated, floor: FloorAt, least: Decimal, fall: Decimal, since: datetime) -> Low | None:
    when, price = series[-1]
    bound = floor(when)
    if bound is None or price > bound * (1 - least):
        return None
    first = when
    for before, asked in reversed(series[:-1]):
        held = floor(before)
        if held is None:
            break
        if asked >= held:
            top = max(one for moment, one in series if moment >= min(since, before))
            came_down = before >= since and price <= top * (1 - fall)
            return Low(name, 1 - price / bound, before, first) if came_down else Low(name, 1 - price / bound)
        first = before
    return Low(name, 1 - price / bound)


def one_after_another(mine: Low, others: Sequence[Low], sellers: int) -> str:
    """How many of all sellers are how far below the floor, and who went there first; "" unless they went on days apart.

    Of all on one day, or of fewer than three, nothing is said.
    """
    all_low = [mine, *others]
    fallen = sorted((one for one in all_low if one.first), key=lambda one: (one.first, one.name))
    if mine.first is None or len(fallen) < LEAST or SHARE * len(all_low) < sellers:
        return ""
    if max(one.before for one in fallen if one.before) < min(one.first for one in fallen if one.first):
        return ""
    depths = [round(one.depth * 100) for one in all_low]
    deep = f"{min(depths)} to {max(depths)}" if min(depths) < max(depths) else f"{depths[0]}"
    named = ", then ".join(f"{one.name} from {one.first:%Y-%m-%d} on" for one in fallen[:NAMED])
    more = f", and {len(fallen) - NAMED} more" if len(fallen) > NAMED else ""
    sure = all(fallen[0].first <= one.before for one in fallen[1:] if one.before and fallen[0].first)
    order = "" if sure else "; who was the first is not known from what was seen"
    return (
        f"{len(all_low)} of {sellers} sellers ask {deep} % less than the floor in force; {len(fallen)} of them were "
        f"seen to go below it one after another: {named}{more}{order}"
    )
