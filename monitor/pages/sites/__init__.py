"""Rules of marketplaces whose pages need them: one a file, found by being there, chosen by host.

A module holds `RULES`, a `monitor.pages.rules.Rules`.
"""

import importlib
import pkgutil
from functools import cache

from monitor.pages.rules import Rules


def rules_for(host: str) -> Rules | None:
    """The rules for a host (without `www.`), or None; rules for `amazon.com` hold for `smile.amazon.com` too."""
    by_host = _all()
    while host:
        if host in by_host:
            return by_host[host]
        host = host.partition(".")[2]
    return None


@cache
def _all() -> dict[str, Rules]:
    found: dict[str, Rules] = {}
    for module in pkgutil.iter_modules(__path__):
        rules = importlib.import_module(f"{__name__}.{module.name}").RULES
        assert isinstance(rules, Rules)
        found.update(dict.fromkeys(rules.hosts, rules))
    return found
