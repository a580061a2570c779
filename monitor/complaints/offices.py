"""Which registers of marks count in which country, and in which country a site sells. Pure.

A mark is protected where it is registered: to complain of a listing on a German site with a Chinese mark is a wrongful
notice. For a country whose offices are not listed here, a mark counts unless its office is listed as another country's.
An international mark (WIPO) counts where it designates the country, which a person must look up.
"""

from collections.abc import Iterable, Mapping, Sequence

from monitor.brands.territory import UNIONS
from monitor.complaints.rights import Right

NATIONAL: Mapping[str, frozenset[str]] = {
    "AE": frozenset({"MOE", "MOET"}), "AR": frozenset({"INPI"}), "AT": frozenset({"OEPA", "ÖPA"}),
    "AU": frozenset({"IP AUSTRALIA", "IPA"}), "BE": frozenset({"BOIP"}), "BR": frozenset({"INPI"}),
    "CA": frozenset({"CIPO"}), "CH": frozenset({"IGE", "IPI"}), "CL": frozenset({"INAPI"}),
    "CN": frozenset({"CNIPA"}), "CO": frozenset({"SIC"}), "DE": frozenset({"DPMA"}), "ES": frozenset({"OEPM"}),
    "FR": frozenset({"INPI"}), "GB": frozenset({"UKIPO"}), "HK": frozenset({"HKIPD"}), "ID": frozenset({"DGIP"}),
    "IE": frozenset({"IPOI"}), "IN": frozenset({"CGPDTM"}), "IT": frozenset({"UIBM"}), "JP": frozenset({"JPO"}),
    "MX": frozenset({"IMPI"}), "MY": frozenset({"MYIPO"}), "NL": frozenset({"BOIP"}), "PE": frozenset({"INDECOPI"}),
    "PH": frozenset({"IPOPHL"}), "PL": frozenset({"UPRP"}), "SE": frozenset({"PRV"}), "SG": frozenset({"IPOS"}),
    "TH": frozenset({"DIP"}), "TR": frozenset({"TURKPATENT"}), "US": frozenset({"USPTO"}), "UY": frozenset({"DNPI"}),
    "VN": frozenset({"NOIP", "IP VIETNAM"}),
}  # fmt: skip
ANYWHERE = frozenset({"WIPO"})


LISTED = frozenset({"EUIPO"}).union(*NATIONAL.values())


def counts(office: str, country: str) -> bool:
    """Whether a mark of an office counts in a country."""
    office, union = office.strip().upper(), country in UNIONS["EU"]
    if office in ANYWHERE or office == "EUIPO":
        return office in ANYWHERE or union
    return office in NATIONAL[country] if country in NATIONAL else office not in LISTED


def unprotected(countries: Iterable[str], rights: Sequence[Right]) -> list[str]:
    """What is missing in words: for each country where none of the marks counts, a mark that does."""
    offices = {one.office for one in rights if one.kind == "trademark"}
    return [
        f"a mark registered for {country} (office = {', '.join(_offices(country))})"
        for country in sorted(set(countries))
        if not any(counts(office, country) for office in offices)
    ]


def _offices(country: str) -> list[str]:
    own = NATIONAL.get(country, frozenset({f"that of {country}"}))
    return sorted(own | ANYWHERE | ({"EUIPO"} if country in UNIONS["EU"] else frozenset()))
