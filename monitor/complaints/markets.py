"""In which countries goods are offered: by the site, by what a person says, or as it was read. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from monitor.brands.territory import places
from monitor.complaints.base import Field, Matter, country_of

COUNTRY = Field(
    name="country",
    source="site or territory of the listings, or --set country=DE",
    requirement="own: a mark counts where it is registered",
)
"""Asked for by channels whose sites sell to many countries."""


def offered_in(matters: Sequence[Matter], given: Mapping[str, str], sites: Mapping[str, str]) -> frozenset[str]:
    """The countries of cases. `sites` are the countries of those sites, by host name, that sell to one alone."""
    return frozenset(country for one in matters for country in _countries(one, given, sites))


def _countries(matter: Matter, given: Mapping[str, str], sites: Mapping[str, str]) -> frozenset[str]:
    if country := country_of(matter.listing.url, sites):
        return frozenset({country})
    read = places(matter.listing.territory)
    return places(given.get("country", "")) or (read if len(read) == 1 else frozenset())


def no_country(given: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the country that a person gave, in words."""
    said = given.get("country", "")
    if said and not places(said):
        yield f"country is {said[:40]!r} and no code of a country; write one such as DE"
