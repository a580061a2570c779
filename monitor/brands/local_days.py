"""The date on the calendar where a listing is: a promotion's last day ends when it has ended there, not in UTC."""

from collections import defaultdict
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from monitor.brands.territory import places


def days_at(moment: datetime, territory: str) -> tuple[date, ...]:
    """The dates that it may be in a listing's territory at a moment (aware), the date in UTC first if it is among them.

    One date where there is one time zone, and two now and then where there are several. Where the territory was not
    read, or in words that are no code, it is the date in UTC.
    """
    in_utc = moment.astimezone(UTC).date()
    zones = [zone for country in places(territory) for zone in _zones().get(country, ())]
    found = {moment.astimezone(zone).date() for zone in zones} or {in_utc}
    return tuple(sorted(found, key=lambda day: (day != in_utc, day)))


@cache
def _zones() -> dict[str, tuple[ZoneInfo, ...]]:
    """The time zones of each country, as the IANA database lists them for people who choose one."""
    zones: dict[str, list[ZoneInfo]] = defaultdict(list)
    for line in files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _place, name, *_comment = line.split("\t")
            zones[code].append(ZoneInfo(name))
    return {code: tuple(each) for code, each in zones.items()}
