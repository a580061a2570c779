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


def unsure(day: date, country: str) -> str:
    """Why a deadline of a day may be off, in words; empty where the calendar knows that year.

    A country whose government moves working days to weekends says so each year anew, and the calendar has to be told.
    """
    calendar = _calendar(country)
    if not calendar.has_substituted_holidays:
        return ""
    calendar.is_working_day(day)  # which loads its year
    if any(one.year == day.year for one in calendar.weekend_workdays):
        return ""
    return (
        f"the calendar does not know yet which weekends of {day.year} are worked in {country}, so {day} may be some "
        "days off; look at the official notice, and update the package holidays"
    )
