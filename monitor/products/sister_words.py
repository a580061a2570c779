"""Colours and wearers that a title names in words of many languages: "cyan", "Kinderlaufschuhe", "детские".

They are asked for only of a product whose own name gives one. The words are data, in `sisters.toml`.
"""

import re
from functools import lru_cache

from monitor.products.data import data
from monitor.products.lazy import lazily
from monitor.products.phrases import top_level

KEPT = 8192
"""What so many titles and names say is kept."""
SPACELESS = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def _pattern(rows: dict[str, str]) -> str:
    """Any of the words of some rows: whole ones, and those of scripts without blanks anywhere."""
    each = [one for row in rows.values() for one in top_level(row)]
    asian = [one for one in each if SPACELESS.match(one)]
    spoken = rf"(?<!\w)(?:{'|'.join(one for one in each if not SPACELESS.match(one))})(?!\w)"
    return "|".join([spoken, *asian])


def _any_of(tables: dict[str, dict[str, str]]) -> re.Pattern[str]:
    """A group for each name, so that a text is gone through once."""
    return lazily("|".join(f"(?P<{name}>{_pattern(rows)})" for name, rows in tables.items()))


_tables = data("sisters.toml")
_wearers, _colours = _any_of(_tables["wearers"]), _any_of(_tables["colours"])


@lru_cache(maxsize=KEPT)
def wearers_in(folded: str) -> frozenset[str]:
    """For whom a folded text says that its goods are made: `kids`, `men`, `women`."""
    return frozenset(found.lastgroup or "" for found in _wearers.finditer(folded))


@lru_cache(maxsize=KEPT)
def colours_in(folded: str) -> frozenset[str]:
    """The colours that a folded text names beside those that `lexicon.toml` knows."""
    return frozenset(found.lastgroup or "" for found in _colours.finditer(folded))
