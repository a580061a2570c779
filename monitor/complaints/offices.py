"""Which registers of marks count in which country, and in which country a site sells. Pure.

A mark is protected where it is registered: to complain of a listing on a German site with a Chinese mark is a wrongful
notice. For a country whose offices are not listed here, a mark counts unless its office is listed as another country's.
An international mark (WIPO) counts where it designates the country, which a person must look up.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from monitor.brands.territory import UNIONS
from monitor.complaints.rights import Right

NATIONAL: Mapping[str, frozenset[str]] = {
    "AE": frozenset({"MOE", "MOET"}), "AR": frozenset({"INPI"}), "AT": frozenset({"OEPA", "ÖPA"}),
    "AU": frozenset({"IP AUSTRALIA", "IPA"}), "BR": frozenset({"INPI"}),
    "CA": frozenset({"CIPO"}), "CH": frozenset({"IGE", "IPI"}), "CL": frozenset({"INAPI"}),
    "CN": frozenset({"CNIPA"}), "CO": frozenset({"SIC"}), "DE": frozenset({"DPMA"}), "ES": frozenset({"OEPM"}),
    "FR": frozenset({"INPI"}), "GB": frozenset({"UKIPO"}), "HK": frozenset({"HKIPD"}), "ID": frozenset({"DGIP"}),
    "IE": frozenset({"IPOI"}), "IN": frozenset({"CGPDTM"}), "IT": frozenset({"UIBM"}), "JP": frozenset({"JPO"}),
    "MX": frozenset({"IMPI"}), "MY": frozenset({"MYIPO"}), "PE": frozenset({"INDECOPI"}),
    "PH": frozenset({"IPOPHL"}), "PL": frozenset({"UPRP"}), "SE": frozenset({"PRV"}), "SG": frozenset({"IPOS"}),
    "TH": frozenset({"DIP"}), "TR": frozenset({"TURKPATENT"}), "US": frozenset({"USPTO"}), "UY": frozenset({"DNPI"}),
    "VN": frozenset({"NOIP", "IP VIETNAM"}),
}  # fmt: skip
ANYWHERE = frozenset({"WIPO"})
REGIONAL = {"EUIPO": UNIONS["EU"], "BOIP": UNIONS["BENELUX"]}
"""Registers of several countries together."""
LISTED = frozenset(REGIONAL).union(*NATIONAL.values())
SHARED = {
    office: lands for office in LISTED if len(lands := {c for c, names in NATIONAL.items() if office in names}) > 1
}
"""Names that offices of several countries have; the country stands after the name, or before the number."""


def counts(right: Right, country: str) -> bool:
    """Whether a mark counts in a country."""
    office = " ".join(right.office.upper().split())
    if office in ANYWHERE:
        return True
    if office in REGIONAL:
        return country in REGIONAL[office]
    for name, lands in SHARED.items():
        if office == name or office in {f"{name} {land}" for land in lands}:
            return country in lands and (office == f"{name} {country}" or _begins(right.registration, country))
    return office in NATIONAL[country] if country in NATIONAL else office not in LISTED


def _begins(registration: str, country: str) -> bool:
    return bool(re.match(rf"{country}\b|{country}[0-9]", registration.strip().upper()))


def counting(rights: Sequence[Right], countries: Collection[str]) -> Sequence[Right]:
    """The rights but for marks that count in none of the countries; all of them where no country is known."""
    return [
        one
        for one in rights
        if one.kind != "trademark" or not countries or any(counts(one, country) for country in countries)
    ]


def unprotected(countries: Iterable[str], rights: Sequence[Right]) -> list[str]:
    """What is missing in words: for each country where none of the marks counts, a mark that does."""
    marks = [one for one in rights if one.kind == "trademark"]
    return [
        f"a mark registered for {country} (office = {', '.join(_offices(country))})"
        for country in sorted(set(countries))
        if not any(counts(one, country) for one in marks)
    ]


def _offices(country: str) -> list[str]:
    own = {f"{name} {country}" if name in SHARED else name for name in NATIONAL.get(country, ())}
    regional = {name for name, lands in REGIONAL.items() if country in lands}
    return sorted((own or {f"that of {country}"}) | ANYWHERE | regional)
