"""Whether sellers come down in the same steps: on the same days a promotion that all keep, and no slide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from detectors._series import STEP, Dated, without_misreads

ALIKE = Decimal("0.03")
"""So much the shares of one step may differ."""
KEPT_BY = Decimal("0.75")
"""By so many of the others a promotion is kept, as far as reads show: one in ten is missing or wrong."""
DAY = timedelta(days=1)
"""So long after another a seller may follow a new list price, and so much the days between two steps may differ."""
HELD = timedelta(days=2)
"""For longer than this each price of a plan is asked; who undercuts comes down by the day."""
COURSE = timedelta(days=14)
"""So long before this seller another may have begun the same course."""


@dataclass(frozen=True, slots=True)
class Step:
    """A price that came down by a share, after the read at `before` and by the one at `when`."""

    before: datetime
    when: datetime
    share: Decimal

    def is_that(self, other: "Step", apart: timedelta) -> bool:
        """Whether both may have been on one day, or so far apart, and are of one depth."""
        return self.before < other.when + apart and other.before < self.when + apart and self.is_as_deep(other)

    def is_as_deep(self, other: "Step") -> bool:
        """Whether both are of one depth."""
        return abs(self.share - other.share) <= ALIKE


def keep_step(mine: Dated, others: Iterable[Iterable[Dated]], least: Decimal, *, by_plan: bool = False) -> bool:
    """Whether a price comes down in steps of the share `least` or more that most of the others take on the same days.

    Each of the others is a seller, with a series for each of his listings, one of which is enough. `by_plan` lets them
    follow a day later, where each price is held for days, as the steps of a new list price are.
    """
    steps = _steps(mine)
    if any(step.share < least for step in steps):
        return False
    apart = DAY if by_plan and _are_held(steps) else timedelta()
    kept = [any(_match(steps, series, mine[0][0], apart) for series in seller) for seller in others]
    return sum(kept) >= KEPT_BY * len(kept)


def run_one_course(mine: Dated, others: Iterable[Iterable[Dated]], least: Decimal) -> bool:
    """Whether most come down in the same steps, held for days and equally far apart, each from a day of his own on.

    That may be a promotion that grows deeper, which each begins when he likes, and it may be a slide.
    """
    steps = _steps(mine)
    if any(step.share < least for step in steps) or not _are_held(steps):
        return False
    kept = [any(_is_one_course(steps, _steps(without_misreads(series))) for series in seller) for seller in others]
    return sum(kept) >= KEPT_BY * len(kept)


def _match(steps: list[Step], series: Dated, since: datetime, apart: timedelta) -> bool:
    """Whether a series takes the same steps, as far as it was read by then."""
    known = [step for step in steps if step.when + apart <= series[-1][0]]
    begin = steps[0].before - apart if apart and steps else since
    theirs = [step for step in _steps(without_misreads(series)) if step.before >= begin or step.when > begin]
    both = zip(known, theirs, strict=False)
    return bool(known) and len(theirs) >= len(known) and all(one.is_that(other, apart) for one, other in both)


def _is_one_course(steps: list[Step], theirs: list[Step]) -> bool:
    """Whether others' steps are as deep and as far apart, as far as they have come."""
    theirs = [step for step in theirs if step.when >= steps[0].when - COURSE]
    both = list(zip(steps, theirs, strict=False))
    return bool(both) and all(
        one.is_as_deep(other) and abs((one.when - steps[0].when) - (other.when - theirs[0].when)) <= DAY
        for one, other in both
    )


def _are_held(steps: list[Step]) -> bool:
    """Whether each step but the last was held for days before the next one."""
    return len(steps) > 1 and all(later.when - step.when > HELD for step, later in pairwise(steps))


def _steps(series: Dated) -> list[Step]:
    return [
        Step(before, when, (level - price) / level)
        for (before, level), (when, price) in pairwise(series)
        if price <= level * (1 - STEP)
    ]
