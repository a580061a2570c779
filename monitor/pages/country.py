"""What a site's address says of its country, and what a country says of its prices."""

from typing import NamedTuple
from urllib.parse import urlsplit

EURO = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK"
CURRENCIES = {
    "US": "USD", "GB": "GBP", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "CH": "CHF", "CN": "CNY", "JP": "JPY",
    "IN": "INR", "PK": "PKR", "BR": "BRL", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PE": "PEN",
    "UY": "UYU", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "RO": "RON", "BG": "BGN", "SE": "SEK", "NO": "NOK",
    "DK": "DKK", "RU": "RUB", "BY": "BYN", "UA": "UAH", "KZ": "KZT", "TR": "TRY", "KR": "KRW", "TW": "TWD",
    "HK": "HKD", "SG": "SGD", "MY": "MYR", "TH": "THB", "VN": "VND", "PH": "PHP", "ID": "IDR", "ZA": "ZAR",
    "AE": "AED", "SA": "SAR", "EG": "EGP", "IL": "ILS", "NG": "NGN", "KE": "KES", "LK": "LKR", "BD": "BDT",
    "IS": "ISK", "RS": "RSD", "KW": "KWD", "QA": "QAR", "BH": "BHD", "OM": "OMR", "JO": "JOD", "MA": "MAD", "TN": "TND",
    "EC": "USD", "PA": "USD", "SV": "USD", "CR": "CRC", "GT": "GTQ", "HN": "HNL", "NI": "NIO", "DO": "DOP", "BO": "BOB",
    "PY": "PYG", "VE": "VES",
    **dict.fromkeys(EURO.split(), "EUR"),
}  # fmt: skip
COMMA = frozenset(
    f"{EURO} BR AR CL CO UY PL CZ HU RO BG SE NO DK RU BY UA KZ TR VN ID IS RS".split()
) - frozenset(["CY", "IE", "MT"])  # fmt: skip
"""Countries that write 1.299,00."""
NO_CENTS = frozenset(["CLP", "JPY", "KRW", "VND", "PYG", "ISK", "HUF", "IDR", "COP", "XAF", "XOF", "UGX"])
"""Currencies whose prices are shown without a fraction."""
THREE_DECIMALS = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])
NOT_COUNTRIES = frozenset(
    ["co", "tv", "me", "io", "cc", "ws", "fm", "ai", "to", "ly", "gg", "sh", "so", "la", "ac", "ag", "am"]
)
"""Country domains that are used for anything, and name the country only below another (`.com.co`)."""
SECOND = frozenset(["com", "co", "net", "org"])
NAMED_ALONE = frozenset(["us", "gb", "au", "nz", "ie", "sg", "hk", "mx"])
"""Countries that a step of the path or a subdomain names, as no language is written so."""
KNOWN_LANGUAGES = frozenset(
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "nl",
        "pt",
        "pl",
        "da",
        "fi",
        "no",
        "se",
        "sv",
        "cs",
        "ar",
        "ja",
        "ko",
        "tr",
        "ru",
        "uk",
    ]
)
LANGUAGES = {
    "DE": "de", "AT": "de", "CH": "de", "FR": "fr", "BE": "fr", "IT": "it", "ES": "es", "MX": "es", "AR": "es",
    "CL": "es", "CO": "es", "PE": "es", "PT": "pt", "BR": "pt", "PL": "pl", "CZ": "cs", "NL": "nl",
    "SE": "sv", "DK": "da", "NO": "no",
}  # fmt: skip
"""The language that a country's sites are likely built in."""


SPOKEN_IN = {
    "ja": "JP", "ko": "KR", "sv": "SE", "nb": "NO", "nn": "NO", "no": "NO", "da": "DK", "is": "IS", "cs": "CZ",
}  # fmt: skip
"""The country of a language that shops of no other country write, for what a sign means (`¥`, `kr`)."""


class Site(NamedTuple):
    """Where a site sells: the country (ISO 3166), its currency (ISO 4217), and whether a comma ends the units."""

    country: str = ""
    currency: str = ""
    comma: bool | None = None


def site_of(url: str) -> Site:
    """What the address says: a country domain (`.co.uk`), a path that starts with it (`/gb/en/`), a subdomain."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return Site()
    names = host.split(".")
    top = names[-1]
    anywhere = top in NOT_COUNTRIES and not SECOND.intersection(names[-2:-1])
    country = "" if anywhere else {"uk": "GB", "eu": ""}.get(top, top.upper() if len(top) == 2 else "")
    if country not in CURRENCIES:
        country = _in_path(parts.path) or (names[0].upper() if len(names) > 2 and names[0] in NAMED_ALONE else "")
    if not country:
        return Site()
    return Site(country, CURRENCIES[country], country in COMMA)


def _in_path(path: str) -> str:
    """The country of `/gb/en/…`, `/en-gb/…`, `/en_GB/…`, `/gb/…`; what may be a language alone (`/de/`) names none."""
    steps = path.strip("/").split("/")[:2]
    for step in steps[:1]:
        language, _, country = step.replace("_", "-").partition("-")
        if len(language) == 2 and len(country) == 2 and country.upper() in CURRENCIES:
            return country.upper()
    if len(steps) == 2 and len(steps[0]) == 2 and steps[1].lower() in KNOWN_LANGUAGES:
        first = {"uk": "GB"}.get(steps[0].lower(), steps[0].upper())
        return first if first in CURRENCIES else ""
    return steps[0].upper() if steps[0].lower() in NAMED_ALONE else ""
