"""In which countries goods are offered: by the site, by what a person says, or as it was read. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from monitor.brands.territory import places
from monitor.complaints.base import Field
from monitor.complaints.hosts import country_of
from monitor.complaints.matter import Matter

COUNTRY = Field(
    name="country",
    source="site or territory of the listings, or --set country=DE; marks need it",
    requirement="own: a mark counts where it is registered",
    required=False,
)
"""For channels with sites that sell to many countries; a draft that relies on marks asks for it by itself."""
OTHERS = {
    "walmart.com": "US", "walmart.ca": "CA", "walmart.com.mx": "MX", "rakuten.co.jp": "JP", "shopee.sg": "SG",
    "shopee.com.my": "MY", "shopee.ph": "PH", "shopee.co.th": "TH", "shopee.co.id": "ID", "shopee.vn": "VN",
    "shopee.tw": "TW", "shopee.com.br": "BR", "shopee.com.mx": "MX", "shopee.cl": "CL", "shopee.com.co": "CO",
}  # fmt: skip
"""Sites of no channel of their own that sell to one country."""


@cache
def sites() -> Mapping[str, str]:
    """The country of each known site that sells to one alone, by host name."""
    from monitor.complaints.discovery import channels

    return OTHERS | {site: country for one in channels().values() for site, country in one.sites.items()}


def offered_in(matters: Sequence[Matter], given: Mapping[str, str]) -> frozenset[str]:
    """The countries of cases, as far as they are known."""
    return frozenset(country for one in matters for country in _countries(one, given))


def unknown(matters: Sequence[Matter], given: Mapping[str, str]) -> list[Matter]:
    """The cases of which nobody knows in which country the goods are offered."""
    return [one for one in matters if not _countries(one, given)]


def _countries(matter: Matter, given: Mapping[str, str]) -> frozenset[str]:
    if country := country_of(matter.listing.url, sites()):
        return frozenset({country})
    read = places(matter.listing.territory)
    return places(given.get("country", "")) or (read if len(read) == 1 else frozenset())


def no_country(given: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the country that a person gave, in words."""
    said = given.get("country", "")
    if said and not places(said):
        yield f"country is {said[:40]!r} and no code of a country; write one such as DE"
