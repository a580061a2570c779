"""Who came down first, as far as dated reads tell: a slide is blamed on nobody whom the record does not show."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from detectors._sentences import shown
from detectors._series import STEP, Dated, without_misreads
from monitor.records import Listing, PricePoint

Seller = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Fall:
    """A price that came down: last read at `top` at the moment `before`, first read lower at `first`, `low` at last."""

    before: datetime
    first: datetime
    top: Decimal
    low: Decimal

    @property
    def share(self) -> Decimal:
        """How far, as a share of where it began."""
        return 1 - self.low / self.top

    def precedes(self, other: "Fall") -> bool:
        """Whether this one was seen lower when the other was still seen at its old price, or earlier."""
        return self.first <= other.before


def falls(series: Dated, pause: timedelta) -> list[Fall]:
    """All falls of one price, oldest first: steps down, none of them up, with no more than `pause` between them."""
    if not series:
        return []
    series = without_misreads(series)
    found: list[Fall] = []
    open_since: datetime | None = None
    (before, level), *later = series
    for when, price in later:
        if price <= level * (1 - STEP):
            if open_since is not None and when - open_since <= pause:
                found[-1] = Fall(found[-1].before, found[-1].first, found[-1].top, price)
            else:
                found.append(Fall(before, when, level, price))
            open_since, level, before = when, price, when
        elif price >= level:
            open_since = None if price >= level * (1 + STEP) else open_since
            level, before = price, when
    return found


@dataclass(frozen=True, slots=True)
class Reads:
    """What one seller asked in one listing."""

    name: str
    series: Dated


def by_seller(points: Iterable[PricePoint], currency: str) -> dict[Seller, list[Reads]]:
    """All reads in a currency by seller and listing, oldest first; of two at one moment the lower."""
    found: dict[Seller, dict[str, list[PricePoint]]] = defaultdict(lambda: defaultdict(list))
    for point in points:
        if point.currency == currency:
            found[seller_of(point)][point.listing_id].append(point)
    return {seller: [_reads(same) for same in listings.values()] for seller, listings in found.items()}


def seller_of(one: PricePoint | Listing) -> Seller:
    """Who sells, by marketplace and id; the listing where that was not read."""
    return one.marketplace, one.seller_id or one.seller_name or one.listing_id


def lowest_by_seller(points: Iterable[PricePoint]) -> dict[Seller, PricePoint]:
    """Of each seller's prices the lowest."""
    lowest: dict[Seller, PricePoint] = {}
    for point in points:
        who = seller_of(point)
        if who not in lowest or point.unit_price < lowest[who].unit_price:
            lowest[who] = point
    return lowest


def _reads(points: Sequence[PricePoint]) -> Reads:
    lowest: dict[datetime, Decimal] = {}
    for point in points:
        lowest[point.observed_at] = min(point.unit_price, lowest.get(point.observed_at, point.unit_price))
    last = points[-1]
    name = f"{shown(last.seller_name or last.seller_id or last.listing_id)} on {shown(last.marketplace)}"
    return Reads(name, tuple(sorted(lowest.items())))


def has_fallen(seller: Sequence[Reads], share: Decimal, pause: timedelta, since: datetime) -> bool:
    """Whether a seller came down by a share since a moment, and is down now."""
    return any(
        fall.first >= since and reads.series[-1][1] <= fall.top * (1 - share)
        for reads in seller
        for fall in falls(reads.series, pause)
    )


def began(mine: Fall, own: Iterable[Reads], others: Sequence[Reads], pause: timedelta, least: Decimal) -> str:
    """Whether the seller of the fall `mine` came down first, in words that its dated reads and the others' bear out.

    `own` are the reads of that seller, whose other listings may have come down before. Falls of less than `least`, or
    more than `pause` before, do not count.
    """
    mine = min([mine, *(fall for fall, _ in _near(mine, own, pause, least))], key=lambda fall: fall.first)
    near = _near(mine, others, pause, least)
    if earlier := [(fall.first, name) for fall, name in near if fall.precedes(mine)]:
        when, name = earlier[0]
        more = len({other for _, other in earlier} - {name})
        days = f"seen lower from {_day(when, mine.first)} on, this seller from {_day(mine.first, when)} on"
        return f"{name}{f' (and {more} more)' if more else ''} came down before: {days}"
    if not all(mine.precedes(fall) for fall, _ in near) or any(_hides(mine, reads) for reads in others):
        return "who came down first is not known from what was seen"
    next_one = near[0][0].first if near else mine.first
    said = f"this seller was the first that was seen to come down, from {_day(mine.first, next_one)} on"
    if near:
        said += f", before {near[0][1]} from {_day(next_one, mine.first)} on"
    below = len({reads.name for reads in others if _asked_less(mine, reads)})
    return said + (f"; {below} asked less before already" if below else "")


def _near(mine: Fall, all_reads: Iterable[Reads], pause: timedelta, least: Decimal) -> list[tuple[Fall, str]]:
    """The falls that may belong together with one, the first begun first: deep enough, and not begun long before."""
    found = [(fall, reads.name) for reads in all_reads for fall in falls(reads.series, pause)]
    near = [(fall, name) for fall, name in found if fall.share >= least and fall.first >= mine.first - pause]
    return sorted(near, key=lambda one: (one[0].first, one[1]))


def _hides(mine: Fall, reads: Reads) -> bool:
    """Whether somebody was not seen before the fall and asked less when he was: he may have come down before."""
    when, price = reads.series[0]
    return when > mine.before and price <= mine.top * (1 - STEP)


def _asked_less(mine: Fall, reads: Reads) -> bool:
    """Whether a price was below where the fall began before it began."""
    known = [price for when, price in reads.series if when <= mine.before]
    return bool(known) and known[-1] <= mine.top * (1 - STEP)


def _day(moment: datetime, *others: datetime) -> str:
    """The day of a moment, with the time of day where another one is of that day too."""
    same = any(moment != other and moment.date() == other.date() for other in others)
    return f"{moment:%Y-%m-%d %H:%M}" if same else f"{moment:%Y-%m-%d}"
