"""In which countries goods are offered: by what a person says, by the site, or as it was read. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from monitor.brands.territory import places
from monitor.complaints.fields import Field
from monitor.complaints.hosts import country_of
from monitor.complaints.matter import Matter

COUNTRY = Field(
    name="country",
    source="site or territory of the listings, or --set country=DE; marks need it",
    closed=True,
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


MOST_CASES = 10
"""So many cases are named together."""


@cache
def sites() -> Mapping[str, str]:
    """The country of each known site that sells to one alone, by host name."""
    from monitor.complaints.discovery import channels

    return OTHERS | {site: country for one in channels().values() for site, country in one.sites.items()}


def offered_in(matters: Sequence[Matter], given: Mapping[str, str]) -> frozenset[str]:
    """The countries of cases, as far as they are known."""
    return frozenset(country for one in matters for country in _countries(one, given))


def sold_in(matters: Sequence[Matter]) -> frozenset[str]:
    """The countries of the cases' sites, of those that sell to one alone."""
    return frozenset(country for one in matters if (country := country_of(one.listing.url, sites())))


def unknown(matters: Sequence[Matter], given: Mapping[str, str]) -> list[Matter]:
    """The cases of which nobody knows in which country the goods are offered."""
    return [one for one in matters if not _countries(one, given)]


def anywhere(matter: Matter, given: Mapping[str, str]) -> frozenset[str]:
    """All countries of which anybody says that a case is offered there: its site, its page, a person."""
    return places(given.get("country", "")) | _known(matter)[0]


def contradicted(matter: Matter, given: Mapping[str, str]) -> str:
    """What a case's site or page says of its country where a person says another one; empty where they agree."""
    said, (known, source) = places(given.get("country", "")), _known(matter)
    return f"its {source} says {', '.join(sorted(known))}" if said and known and not said <= known else ""


def relied_on(matters: Sequence[Matter], given: Mapping[str, str], why: str) -> str:
    """In which countries cases are said to be offered, and by whose word, for the history; `why` is what a person said
    of a country that a listing does not say.
    """
    found: dict[str, list[str]] = {}
    for one in matters:
        countries, known = ", ".join(sorted(_countries(one, given))), _known(one)
        by = f"as it was typed, and {against} ({why})" if (against := contradicted(one, given)) else "as it was typed"
        by = by if places(given.get("country", "")) and _countries(one, given) != known[0] else f"by its {known[1]}"
        if countries:
            found.setdefault(f"{countries}, {by}", []).append(str(one.case))
    return "; ".join(
        f"case {', '.join(cases[:MOST_CASES])}{' and more' * (len(cases) > MOST_CASES)} offered in {words}"
        for words, cases in found.items()
    )


def _countries(matter: Matter, given: Mapping[str, str]) -> frozenset[str]:
    known, _ = _known(matter)
    return places(given.get("country", "")) or (known if len(known) == 1 else frozenset())


def _known(matter: Matter) -> tuple[frozenset[str], str]:
    """The countries that a case's site or else its page says, and which of both does."""
    if country := country_of(matter.listing.url, sites()):
        return frozenset({country}), "site"
    return places(matter.listing.territory), "page"


def no_country(given: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the country that a person gave, in words."""
    said = given.get("country", "")
    if said and not places(said):
        yield f"country is {said[:40]!r} and no code of a country; write one such as DE"
