"""Currencies: the codes of ISO 4217, and what the signs and words on pages mean."""

from collections.abc import Mapping

_codes = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF
    CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
    HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR
    PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP
    TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL
"""
CODES = frozenset(_codes.split())
"""All codes in use."""

PLAIN: Mapping[str, str] = {
    "€": "EUR", "£": "GBP", "￡": "GBP", "₹": "INR", "₽": "RUB", "₩": "KRW", "￦": "KRW", "₺": "TRY", "₴": "UAH",
    "₫": "VND", "Đ": "VND", "VNĐ": "VND", "₱": "PHP", "₪": "ILS", "฿": "THB", "₸": "KZT", "₦": "NGN", "₡": "CRC",
    "₵": "GHS", "₲": "PYG", "₼": "AZN", "₾": "GEL", "৳": "BDT", "元": "CNY", "人民币": "CNY", "円": "JPY", "원": "KRW",
    "US$": "USD", "U.S.$": "USD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD",
    "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "AR$": "ARS", "CLP$": "CLP",
    "COL$": "COP", "S/": "PEN", "S/.": "PEN", "KČ": "CZK", "ZŁ": "PLN", "FT": "HUF", "ЛВ": "BGN", "РУБ": "RUB",
    "РУБЛЕЙ": "RUB", "РУБЛЯ": "RUB", "ГРН": "UAH", "ТГ": "KZT", "ТЕНГЕ": "KZT", "Б.Р": "BYN", "RM": "MYR", "RP": "IDR",
    "TL": "TRY", "SFR": "CHF", "CN¥": "CNY", "JP¥": "JPY", "RMB": "CNY", "DHS": "AED", "E£": "EGP", "جنيه": "EGP",
    "KSH": "KES", "KSHS": "KES", "TSH": "TZS", "USH": "UGX", "GS": "PYG", "B/": "PAB", "บาท": "THB", "֏": "AMD",
    "₮": "MNT", "₭": "LAK", "៛": "KHR",
    "EURO": "EUR", "EUROS": "EUR", "KD": "KWD", "BD": "BHD", "JD": "JOD", "DT": "TND",
    "د.ك": "KWD", "د.ب": "BHD", "ر.ع": "OMR", "د.أ": "JOD", "د.ا": "JOD", "د.ت": "TND", "د.ع": "IQD", "د.ل": "LYD",
    "د.إ": "AED", "ر.ق": "QAR", "ر.س": "SAR", "ج.م": "EGP", "ریال": "IRR",
}  # fmt: skip
"""Signs and words (upper case, without a full stop at the end) that mean one currency wherever they are shown."""

LOCAL: Mapping[str, Mapping[str, str]] = {
    "$": {
        "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP",
        "SG": "SGD", "HK": "HKD", "TW": "TWD", "UY": "UYU", "BR": "BRL", "DO": "DOP", "EC": "USD", "PR": "USD",
        "PA": "USD", "SV": "USD",
    },
    "¥": {"CN": "CNY", "JP": "JPY"},
    "￥": {"CN": "CNY", "JP": "JPY"},
    "KR": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "RS": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "₨": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "FR": {"CH": "CHF", "LI": "CHF"},
    "LEI": {"RO": "RON", "MD": "MDL"},
    "BR": {"BY": "BYN", "ET": "ETB"},
    "Р": {"RU": "RUB", "BY": "BYN"},
    "R": {"ZA": "ZAR"},
    "KM": {"BA": "BAM"},
    "LE": {"EG": "EGP"},
    "DH": {"AE": "AED", "MA": "MAD"},
    "DA": {"DZ": "DZD"},
    "KS": {"MM": "MMK"},
    "KZ": {"AO": "AOA"},
    "DIN": {"RS": "RSD"},
    "ДИН": {"RS": "RSD"},
    "ДЕН": {"MK": "MKD"},
    "СУМ": {"UZ": "UZS"},
    "СОМ": {"KG": "KGS"},
    "ريال": {"SA": "SAR", "QA": "QAR", "OM": "OMR", "YE": "YER"},
    "درهم": {"AE": "AED", "MA": "MAD"},
}  # fmt: skip
"""Signs and words that several currencies share, by country (ISO 3166)."""

WITH_SIGN = frozenset([*PLAIN.values(), *(code for shared in LOCAL.values() for code in shared.values())])
"""The codes that have a sign or word of their own here."""


def currency_code(text: str, country: str = "") -> str:
    """The ISO 4217 code for a code, sign or word as shown (`eur`, `€`, `US $`); empty where it is not beyond doubt.

    A sign that several currencies share means something only with the country (`$` in `CA` is CAD).
    """
    shown = "".join(text.split()).upper()
    if shown in CODES:
        return shown
    bare = shown.rstrip(".") or shown
    return PLAIN.get(shown) or PLAIN.get(bare) or LOCAL.get(bare, {}).get(country.upper(), "")


def contradicts(sign: str, code: str) -> bool:
    """Whether a sign that several currencies share is never that of this code, which has a sign of its own."""
    shared = LOCAL.get("".join(sign.split()).upper().rstrip("."))
    return shared is not None and code not in shared.values() and code in WITH_SIGN
