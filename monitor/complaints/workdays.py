"""Deadlines in the working days of a country, with its holidays and the weekends that are worked instead."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

MOST_DAYS = 250


@lru_cache(maxsize=16)
def _calendar(country: str) -> holidays.HolidayBase:
    return holidays.country_holidays(country)


def add_working_days(start: date, days: int, country: str) -> date:
    """The day that is so many working days after another; the first day does not count."""
    if not 0 <= days <= MOST_DAYS:
        raise ValueError(f"{days} is not within 0 to {MOST_DAYS} working days")
    calendar, day = _calendar(country), start
    while days:
        day += timedelta(days=1)
        days -= calendar.is_working_day(day)
    return day
