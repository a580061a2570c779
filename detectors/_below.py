"""Sellers who go below the floor one after another: how many, how deep, who started and who followed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from detectors._series import Dated, slid, without_misreads

LEAST = 3
"""So many sellers at least come down one after another."""
SHARE = 3
"""One in so many of all sellers is below the floor at least."""
NAMED = 5
"""So many of those who came down are named."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is low: by the share `least` below the floor that `floor` says of a moment; and what is a fall to it.

    A fall is by the share `fall` from the most since the moment `since`, in so many `steps` or more and none up: one
    step is a promotion, and a floor that was raised makes nobody come down.
    """

    floor: Callable[[datetime], Decimal | None]
    least: Decimal
    fall: Decimal
    steps: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Low:
    """A seller who asks `depth` less than the floor, as a share of it.

    He went below it after the read at `before` and by the one at `first`; None where he was not seen to come down.
    """

    name: str
    depth: Decimal
    before: datetime | None = None
    first: datetime | None = None


def low(name: str, listings: Iterable[Dated], bounds: Bounds) -> Low | None:
    """How far a seller is below the floor, and since when, if he is low in one of his listings."""
    found = [one for series in listings if (one := _low(name, without_misreads(series), bounds))]
    return min(found, key=lambda one: (one.first is None, one.first)) if found else None


def _low(name: str, series: Dated, bounds: Bounds) -> Low | None:
    when, price = series[-1]
    floor = bounds.floor(when)
    if floor is None or price > floor * (1 - bounds.least):
        return None
    here = Low(name, 1 - price / floor)
    recent = tuple(one for one in series if one[0] >= bounds.since)
    if not recent or not slid(recent, bounds.fall, bounds.steps):
        return here
    first = when
    for before, asked in reversed(recent[:-1]):
        held = bounds.floor(before)
        if held is None:
            break
        if asked >= held:
            return Low(name, here.depth, before, first)
        first = before
    return here


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
