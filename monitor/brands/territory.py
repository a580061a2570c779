"""Places as sellers.csv names them: country codes, several in one cell, or a union of countries."""

import re

UNIONS = {
    "EU": frozenset(re.findall("..", "ATBEBGCYCZDEDKEEESFIFRGRHRHUIEITLTLULVMTNLPLPTROSESISK")),
    "DACH": frozenset(["DE", "AT", "CH"]),
    "BENELUX": frozenset(["BE", "NL", "LU"]),
}
UNIONS["EEA"] = UNIONS["EU"] | {"IS", "LI", "NO"}
SAME = {"UK": "GB", "EL": "GR"}


def covers(limit: str, territory: str) -> bool:
    """Whether a limit ("DE", "DE AT", "EU") includes a territory. An empty limit includes all.

    A territory that was not read is not judged: it is within any limit.
    """
    if not limit.strip() or not territory.strip():
        return True
    wanted = _code(territory)
    for part in re.split(r"[\s|,;/]+", limit.strip()):
        code = _code(part)
        if code == wanted or wanted in UNIONS.get(code, ()):
            return True
    return False


def _code(text: str) -> str:
    code = text.strip().upper()
    return SAME.get(code, code)
