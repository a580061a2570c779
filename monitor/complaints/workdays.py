"""Deadlines in the working days of a country, with its holidays and the weekends that are worked instead."""

from datetime import date, timedelta
from functools import lru_cache

import holidays

MOST_DAYS = 250
SATURDAY = 5


@lru_cache(maxsize=64)
def _calendar(country: str) -> holidays.HolidayBase | None:
    """A country's calendar; None for one that the library does not know."""
    try:
        return holidays.country_holidays(country)
    except NotImplementedError:
        return None


def _calendars(countries: str) -> list[holidays.HolidayBase]:
    return [one for one in map(_calendar, countries.split()) if one is not None]


def add_working_days(start: date, days: int, countries: str) -> date:
    """The day that is so many working days after another; the first day does not count.

    `countries` are codes with spaces between them: a day counts that is worked in all of them, from Monday to Friday
    where none is known.
    """
    if not 0 <= days <= MOST_DAYS:
        raise ValueError(f"{days} is not within 0 to {MOST_DAYS} working days")
    calendars, day = _calendars(countries), start
    while days:
        day += timedelta(days=1)
        days -= all(one.is_working_day(day) for one in calendars) if calendars else day.weekday() < SATURDAY
    return day


def unsure(day: date, countries: str) -> str:
    """Why a deadline of a day may be off, in words; empty where the calendars know that year.

    A country whose government moves working days to weekends says so each year anew, and the calendar has to be told.
    """
    unknown = [country for country in countries.split() if _calendar(country) is None]
    if unknown or not countries:
        where = f"of {', '.join(unknown)}" if unknown else "as nobody read in which country it is"
        return f"no holidays are known {where}, so {day} counts weekends alone; look at the holidays there"
    for country, calendar in zip(countries.split(), _calendars(countries), strict=True):
        calendar.is_working_day(day)  # which loads its year
        moves = calendar.has_substituted_holidays
        if moves and not any(one.year == day.year for one in calendar.weekend_workdays):
            return (
                f"the calendar does not know yet which weekends of {day.year} are worked in {country}, so {day} may be "
                "some days off; look at the official notice, and update the package holidays"
            )
    return ""
