"""Rules of marketplaces whose pages need them: one a file, found by being there, chosen by host.

A module holds `RULES`, a `monitor.pages.rules.Rules`.
"""

import importlib
import pkgutil
from functools import cache
from urllib.parse import urlsplit

from monitor.pages.rules import Rules


def rules_for(host: str) -> Rules | None:
    """The rules for a host (without `www.`), or None; rules for `amazon.com` hold for `smile.amazon.com` too."""
    return _all().get(marketplace_of(host))


def marketplace_of(host: str) -> str:
    """The name of the marketplace that a host belongs to: `jd.com` for `item.jd.com`; the host itself for any other."""
    by_host, part = _all(), host
    while part:
        if part in by_host:
            return part
        part = part.partition(".")[2]
    return host


def hosts() -> frozenset[str]:
    """The hosts of all marketplaces that have rules, without `www.`."""
    return frozenset(_all())


def item_number_of(url: str) -> str:
    """The marketplace's own number of the item in an address; empty where it names none."""
    return _of(url).number_of(url)


def item_address(url: str) -> str:
    """The one address of the item behind a link, whatever else the link carries: what a listing is known by."""
    return _of(url).address_of(url)


def seller_id(url: str) -> str:
    """The id of the seller whose page an address is, by the marketplace's rule; empty where it has none."""
    return _of(url).seller_of(url)


def full_size(photo: str, url: str) -> str:
    """The address in full size of a photo that stands on the page `url`."""
    return _of(url).full_size(photo)


def _of(url: str) -> Rules:
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        host = ""
    return rules_for(host) or Rules()


@cache
def _all() -> dict[str, Rules]:
    found: dict[str, Rules] = {}
    for module in pkgutil.iter_modules(__path__):
        rules = importlib.import_module(f"{__name__}.{module.name}").RULES
        assert isinstance(rules, Rules)
        found.update(dict.fromkeys(rules.hosts, rules))
    return found
