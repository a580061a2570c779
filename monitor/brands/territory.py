"""Places as a dossier names them: country codes, several in one cell, or a union of countries."""

import re
from collections.abc import Iterator
from functools import lru_cache

UNIONS = {
    "EU": frozenset(re.findall("..", "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK")),
    "DACH": frozenset(["DE", "AT", "CH"]),
    "BENELUX": frozenset(["BE", "NL", "LU"]),
}
UNIONS["EEA"] = UNIONS["EU"] | {"IS", "LI", "NO"}
LOCALE = re.compile(r"^[a-z]{2}[-_]([A-Z]{2})$")
PARTS = re.compile(r"[\s|,;/]+")
"""What stands between the codes of a cell."""
SAME = {"UK": "GB", "EL": "GR"}
_codes = """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_codes.split())
"""The codes of ISO 3166-1, and XK, which everybody uses for Kosovo."""


def covers(limit: str, territory: str) -> bool:
    """Whether a limit ("DE", "DE AT", "EU") includes a territory, or one of several. An empty limit includes all.

    A territory that was not read, or in words that are no code, is not judged: it is within any limit.
    """
    if not limit.strip():
        return True
    wanted = places(territory)
    return not wanted or bool(_countries(limit) & wanted)


def is_place(territory: str) -> bool:
    """Whether a listing's territory is one country's code; anything else is as good as not read."""
    return _code(territory) in COUNTRIES


def meet(one: str, other: str) -> bool:
    """Whether two limits have a place in common."""
    if not one.strip() or not other.strip():
        return True
    return bool(_countries(one) & _countries(other))


def size(limit: str) -> int:
    """How many countries a limit includes."""
    return len(_countries(limit)) if limit.strip() else len(COUNTRIES)


def is_within(one: str, other: str) -> bool:
    """Whether a limit includes some, and not all, of the places of another one, and none besides."""
    return bool(one.strip()) and (not other.strip() or _countries(one) < _countries(other))


def codes(limit: str) -> Iterator[str]:
    """The codes in a cell, in capitals, each by its usual name."""
    return (_code(part) for part in PARTS.split(limit) if part)


def places(territory: str) -> frozenset[str]:
    """The countries that a listing's territory names: codes, unions, and locales such as `de-DE`; else none."""
    named = {_code(LOCALE.sub(r"\1", part)) for part in PARTS.split(territory) if part}
    if not named <= COUNTRIES | UNIONS.keys():
        return frozenset()
    return frozenset(country for code in named for country in UNIONS.get(code, (code,)))


@lru_cache(maxsize=4096)
def _countries(limit: str) -> frozenset[str]:
    return frozenset(country for code in codes(limit) for country in UNIONS.get(code, (code,)))


def _code(text: str) -> str:
    code = text.strip().upper()
    return SAME.get(code, code)
