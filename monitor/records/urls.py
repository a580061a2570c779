"""One spelling for one address, so that one page is one listing."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

DEFAULT_PORTS = {"http": 80, "https": 443}
TRACKING = frozenset(
    [
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "yclid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "ref",
        "ref_",
        "spm",
        "scm",
        "_ga",
        "_gl",
        "srsltid",
        "_trksid",
        "_trkparms",
    ]
)
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
SAFE_IN_PATH = "/:@!$&'()*+,;=-._~%"


@lru_cache(maxsize=500)
def canonical_url(url: str) -> str:
    """The normal form of a URL: lower-case host, no default port, user, fragment or tracking, the query sorted.

    A text that is no URL with a host comes back stripped and otherwise as it was.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if not parts.hostname:
        return url
    host = parts.hostname.lower().rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    scheme = parts.scheme.lower()
    if port is not None and port != DEFAULT_PORTS.get(scheme):
        host = f"{host}:{port}"
    path = quote(ESCAPE.sub(_unescape, parts.path), safe=SAFE_IN_PATH)
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in TRACKING and not name.lower().startswith("utm_")
    )
    return urlunsplit((scheme, host, path or "/", urlencode(query), ""))


def host_of(url: str) -> str:
    """The host of an address as a marketplace is named: without `www.`, with the port where it is not the usual one.

    Empty where there is none.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").lower().removeprefix("www."), parts.port
    except ValueError:
        return ""
    return f"{host}:{port}" if port and port != DEFAULT_PORTS.get(parts.scheme) else host


def _unescape(escape: re.Match[str]) -> str:
    """An escaped letter, digit or one of `-._~` as itself, any other escape in capitals."""
    character = chr(int(escape[1], 16))
    return character if UNRESERVED.fullmatch(character) else escape[0].upper()
