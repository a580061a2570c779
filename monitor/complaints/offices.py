"""Which registers of marks count in which country, and in which country a site sells. Pure.

A mark is protected where it is registered: to complain of a listing on a German site with a Chinese mark is a wrongful
notice. A country that is not listed here is not judged. An international mark (WIPO) counts where it designates the
country, which a person must look up.
"""

from collections.abc import Iterable, Mapping, Sequence

from monitor.brands.territory import UNIONS
from monitor.complaints.rights import Right

NATIONAL: Mapping[str, frozenset[str]] = {
    "AE": frozenset({"MOE", "MOET"}), "AR": frozenset({"INPI"}), "AU": frozenset({"IP AUSTRALIA", "IPA"}),
    "BE": frozenset({"BOIP"}), "BR": frozenset({"INPI"}), "CA": frozenset({"CIPO"}), "CL": frozenset({"INAPI"}),
    "CN": frozenset({"CNIPA"}), "CO": frozenset({"SIC"}), "DE": frozenset({"DPMA"}), "ES": frozenset({"OEPM"}),
    "FR": frozenset({"INPI"}), "GB": frozenset({"UKIPO"}), "IE": frozenset({"IPOI"}), "IN": frozenset({"CGPDTM"}),
    "IT": frozenset({"UIBM"}), "JP": frozenset({"JPO"}), "MX": frozenset({"IMPI"}), "NL": frozenset({"BOIP"}),
    "PE": frozenset({"INDECOPI"}), "PL": frozenset({"UPRP"}), "SE": frozenset({"PRV"}), "SG": frozenset({"IPOS"}),
    "TR": frozenset({"TURKPATENT"}), "US": frozenset({"USPTO"}), "UY": frozenset({"DNPI"}),
}  # fmt: skip
ANYWHERE = frozenset({"WIPO"})


def counting(country: str) -> frozenset[str]:
    """The offices whose marks count in a country; empty for a country that is not judged."""
    if country not in NATIONAL:
        return frozenset()
    return NATIONAL[country] | ANYWHERE | ({"EUIPO"} if country in UNIONS["EU"] else frozenset())


def unprotected(countries: Iterable[str], rights: Sequence[Right]) -> list[str]:
    """What is missing in words: for each country where none of the marks counts, a mark that does."""
    offices = {one.office.upper() for one in rights if one.kind == "trademark"}
    return [
        f"a mark registered for {country} (office = {', '.join(sorted(counting(country)))})"
        for country in sorted(set(countries))
        if counting(country) and not counting(country) & offices
    ]
