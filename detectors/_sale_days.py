"""Days on which shops everywhere sell for less: a price that is low on them alone does not swing."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from detectors._series import STEP, Dated
from monitor.brands import days_at

FIXED = frozenset({(6, 18), (11, 11), (12, 12), (12, 26)})
"""Month and day: the midyear sale, singles' day and double twelve of China, boxing day."""
NOVEMBER, THURSDAY = 11, 3
MONDAY_BEFORE, CYBER_MONDAY = timedelta(days=-3), timedelta(days=4)
"""Between which days from the fourth Thursday on the week of Black Friday lies."""


def is_sale_day(day: date) -> bool:
    """Whether shops sell for less on a day: one of `FIXED`, or of the week of Black Friday."""
    if (day.month, day.day) in FIXED:
        return True
    first = date(day.year, NOVEMBER, 1)
    fourth_thursday = first + timedelta(days=(THURSDAY - first.weekday()) % 7 + 21)
    return MONDAY_BEFORE <= day - fourth_thursday <= CYBER_MONDAY


def without_sale_days(series: Dated, territory: str) -> Dated:
    """A series without the reads of such days, by the calendar of a territory, that lie below the usual price.

    That is what was asked last on another day, or if all were such days so far the most that was asked. The series is
    left whole where as little was asked on another day before: who swings anyway does so on sale days too.
    """
    kept: list[tuple[datetime, Decimal]] = []
    usual, is_known, least = Decimal(0), False, Decimal("Infinity")
    for when, price in series:
        in_sale = any(map(is_sale_day, days_at(when, territory)))
        if not in_sale:
            usual, is_known, least = price, True, min(least, price)
        elif price <= usual * (1 - STEP):
            if least < price * (1 + STEP):
                return series
            continue
        elif not is_known:
            usual = max(usual, price)
        kept.append((when, price))
    return tuple(kept)
