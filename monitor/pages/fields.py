"""Which field of a listing the name of a value on a page stands for: `Herstellernummer`, `GTIN / EAN`, `型番`."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

NUMBER = re.compile(r"[#№]")
SIGNS = re.compile(r"[\W_]+")
PARTS = re.compile(r"\s*[/(（|,)）]\s*")
MAX_PARTS = 4


def _plain(name: str) -> str:
    """A name as it is looked up: without case, spaces and signs."""
    return SIGNS.sub("", NUMBER.sub("number", name.lower()))


_tables = tomllib.loads((files("monitor.pages") / "fields.toml").read_text("utf-8"))
NAMES: list[tuple[str, str]] = [
    (name, field) for field, languages in _tables.items() for names in languages.values() for name in names
]
"""All names as written, each with its field."""
FIELDS: dict[str, str] = {_plain(name): field for name, field in reversed(NAMES)}
"""The field of each name in plain form; the first counts."""


@lru_cache(maxsize=10_000)
def field_of(name: str) -> str:
    """The field that a name stands for, as `fields.toml` groups them: `brand`, `mpn`, `model`, …; or empty.

    A name in several parts stands for a field where the whole does, or each of them.
    """
    if known := FIELDS.get(_plain(name)):
        return known
    parts = [part for part in PARTS.split(name) if part]
    if not 1 < len(parts) <= MAX_PARTS:
        return ""
    named = {FIELDS.get(_plain(part), "") for part in parts}
    return named.pop() if len(named) == 1 else ""
