"""Filters that nothing has: which brands and marketplaces there are."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from monitor.cli._text import plain
from monitor.errors import ConfigurationError

SHOWN = 12


def check_brand(workspace: Path, brand: str, seen: Iterable[str] = ()) -> None:
    """Raise ConfigurationError for a brand that has no folder in brands/ and of which nothing was `seen`."""
    folders = (path.parent.name for path in (workspace / "brands").glob("*/brand.toml"))
    _check("--brand", "brand", brand, {*folders, *seen})


def check_marketplace(marketplace: str, seen: Iterable[str]) -> None:
    """Raise ConfigurationError for a marketplace of which nothing was `seen`."""
    _check("--marketplace", "marketplace here", marketplace, set(seen))


def unknown_marketplace(marketplace: str, seen: Iterable[str]) -> str:
    """That nothing was `seen` of a marketplace, and of which ones it was; "" for one of these."""
    return _unknown("marketplace here", marketplace, set(seen))


def _check(option: str, what: str, named: str, known: set[str]) -> None:
    if named and (said := _unknown(what, named, known)):
        raise ConfigurationError(f"{option} {plain(named)}: {said}")


def _unknown(what: str, named: str, known: set[str]) -> str:
    if named in known:
        return ""
    near = get_close_matches(named, known, n=SHOWN, cutoff=0.6)
    first = [
        *near,
        *sorted(one for one in known if one not in near and named in (*one.split("."), one.partition(":")[0])),
    ]
    listed = [*first, *sorted(known.difference(first))]
    more = f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
    there = f"known are: {plain(', '.join(listed[:SHOWN]))}{more}" if listed else "there is none yet"
    return f"there is no such {what}; {there}"
