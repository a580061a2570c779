"""Where a low price was seen before: in a row up to now, on other days, or in another listing of the seller."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from monitor.records import Listing, PricePoint

ALIKE = Decimal("0.05")
"""So much two reads of one price may differ, as a share of it."""
OTHER_DAYS = 2
"""On so many earlier days a price that comes and goes must have been read: a page may be read wrong twice."""
GAP = timedelta(days=7)
"""So long nobody looked between two reads at most, where they are told as one time."""

Read = tuple[datetime, Decimal]
"""When one unit was asked for how much, in the currency of the floor."""
Lowness = Callable[[PricePoint], Decimal | None]
"""What an earlier read asks in the currency of the floor; None where it was not below the floor of its own day."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The newest read of another listing of the same seller, which was as low."""

    listing_id: str
    when: datetime


@dataclass(frozen=True, kw_only=True)
class SeenBefore:
    """The earlier reads of a low price of `unit` at the moment `now`; `own` are the listing's, oldest first."""

    now: datetime
    unit: Decimal
    own: Sequence[PricePoint]
    peers: Sequence[PricePoint]
    low: Lowness
    listing: Listing
    hours: int

    @cached_property
    def run(self) -> tuple[Read, ...]:
        """The low reads in a row right before, oldest first."""
        found: list[Read] = []
        for point in reversed(self.own):
            if (unit := self.low(point)) is None:
                break
            found.append((point.observed_at, unit))
        return tuple(reversed(found))

    @cached_property
    def alike(self) -> tuple[Read, ...]:
        """All low reads of about this price, oldest first, whatever was asked between them."""
        near = ((point.observed_at, unit) for point in self.own if (unit := self.low(point)) is not None)
        return tuple(read for read in near if self._is_alike(read[1]))

    @property
    def in_a_row(self) -> bool:
        """Whether it was low all the time since a read that is long enough ago."""
        return self._is_old(self.run)

    @property
    def in_a_row_alike(self) -> bool:
        """Whether it was so, at about this price."""
        return self._is_old([read for read in self.run if self._is_alike(read[1])])

    @cached_property
    def came_again(self) -> bool:
        """Whether about this price was read on several earlier days, so that it comes and goes."""
        return self._is_old(self.alike) and len(self._days) >= OTHER_DAYS

    @cached_property
    def elsewhere(self) -> Elsewhere | None:
        """Another listing of the seller that asked about this price on an earlier day, as of goods listed anew."""
        for point in self.peers:
            if self._is_of_seller(point) and point.observed_at.date() < self.now.date():
                unit = self.low(point)
                if unit is not None and self._is_alike(unit) and self._is_old([(point.observed_at, unit)]):
                    return Elsewhere(point.listing_id, point.observed_at)
        return None

    def says(self) -> str:
        """Since when and how often it was low, as the end of a sentence; empty for a first read."""
        if self.came_again and not self.in_a_row:
            return f", as on {len(self._days)} earlier days from {min(self._days)} on, with higher prices in between"
        if self.elsewhere and not self.in_a_row:
            return f", as did another listing of the seller on {self.elsewhere.when:%Y-%m-%d}"
        return f", seen {len(self.run) + 1} times in a row {self._since()}" if self.run else ""

    @property
    def series(self) -> tuple[Read, ...]:
        """The earlier reads that count, oldest first."""
        if self.in_a_row or not self.came_again:
            return self.run
        return tuple(sorted({*self.alike, *self.run}))

    @cached_property
    def _days(self) -> frozenset[str]:
        """The earlier days on which about this price was read."""
        days = {f"{when:%Y-%m-%d}" for when, _ in self.alike}
        return frozenset(days - {f"{self.now:%Y-%m-%d}"})

    def _since(self) -> str:
        """How long the run is; where nobody looked for long, only its two ends are known."""
        moments = [*(when for when, _ in self.run), self.now]
        longest = max(after - before for before, after in pairwise(moments))
        if longest > GAP:
            return f"from {moments[0]:%Y-%m-%d} to {self.now:%Y-%m-%d}, of which {longest.days} days were not looked at"
        days = (self.now.date() - moments[0].date()).days + 1
        return "on one day" if days == 1 else f"over {days} days"

    def _is_alike(self, unit: Decimal) -> bool:
        return abs(unit - self.unit) <= ALIKE * self.unit

    def _is_old(self, reads: Sequence[Read]) -> bool:
        """Whether the earliest of the reads is long enough ago."""
        hours = timedelta(hours=self.hours)
        return not hours or any(self.now - when >= hours for when, _ in reads)

    def _is_of_seller(self, point: PricePoint) -> bool:
        """Whether a read of another listing is surely of this seller, and in the same place as far as that is known."""
        one, other = (point.marketplace, point.seller_id), (self.listing.marketplace, self.listing.seller_id)
        return bool(point.seller_id) and one == other and point.is_of(self.listing)
