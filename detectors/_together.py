"""Whether sellers come down on the same days by as much: a promotion that all keep, and no slide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from detectors._series import STEP, Dated, without_misreads

ALIKE = Decimal("0.03")
"""So much the shares of one step may differ."""
KEPT_BY = Decimal("0.75")
"""By so many of the others a promotion is kept, as far as reads show: one in ten is missing or wrong."""


@dataclass(frozen=True, slots=True)
class Step:
    """A price that came down by a share, after the read at `before` and by the one at `when`."""

    before: datetime
    when: datetime
    share: Decimal

    def is_that(self, other: "Step") -> bool:
        """Whether both may have been on one day, and are of one depth."""
        return self.before < other.when and other.before < self.when and abs(self.share - other.share) <= ALIKE


def keep_step(mine: Dated, others: Iterable[Iterable[Dated]], least: Decimal) -> bool:
    """Whether a price comes down in steps of the share `least` or more that most of the others take on the same days.

    Each of the others is a seller, with a series for each of his listings, one of which is enough.
    """
    steps = _steps(mine)
    if any(step.share < least for step in steps):
        return False
    kept = [any(_match(steps, series, mine[0][0]) for series in seller) for seller in others]
    return sum(kept) >= KEPT_BY * len(kept)


def _match(steps: list[Step], series: Dated, since: datetime) -> bool:
    """Whether a series takes the same steps, as far as it was read by then."""
    known = [step for step in steps if step.when <= series[-1][0]]
    theirs = [step for step in _steps(without_misreads(series)) if step.before >= since or step.when > since]
    both = zip(known, theirs, strict=False)
    return bool(known) and len(theirs) >= len(known) and all(one.is_that(other) for one, other in both)


def _steps(series: Dated) -> list[Step]:
    return [
        Step(before, when, (level - price) / level)
        for (before, level), (when, price) in pairwise(series)
        if price <= level * (1 - STEP)
    ]
