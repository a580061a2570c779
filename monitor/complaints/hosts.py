"""Addresses of sites, and papers by the names that they have in a package. Pure."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath
from urllib.parse import urlsplit

from monitor.packages import safe_name


def enclosed(papers: Iterable[str]) -> str:
    """Papers of the dossier by the names that they have in the package; empty where there is none."""
    return ", ".join(dict.fromkeys(f"attachments/{safe_name(PurePath(one).name)}" for one in papers if one))


def country_of(url: str, countries: Mapping[str, str]) -> str:
    """The country of the site of an address, by host names; empty where no site of them is its own."""
    host = host_of(url)
    return next((land for site, land in countries.items() if within(host, site)), "")


def host_of(url: str) -> str:
    """The host of an address in small letters; empty where it has none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def within(host: str, domain: str) -> bool:
    """Whether a host is a domain or of it."""
    return host == domain or host.endswith(f".{domain}")
