"""What the head of a CSV file calls the fields of a listing: `Preis` is the price. The words are in headings.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib.resources import files
from unicodedata import normalize

from monitor.errors import ConfigurationError
from monitor.pages.fields import field_of
from monitor.records import FIELDS
from monitor.records.parse import REQUIRED

SIGNS = re.compile(r"[\W_]+")
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d"})
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
OF_PAGES = frozenset({"brand", "mpn", "gtin", "list_price", "condition"})
"""The fields of which pages have the same words."""
MOST_NAMES, LONGEST = 30, 40


def _plain(name: str) -> str:
    """A name as it is looked up: without case, spaces, signs and accents."""
    return SIGNS.sub("", normalize("NFKD", name.casefold().translate(LETTERS)))


def _read() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """The field of each word, and the fields of each that may mean either of them, in plain form."""
    tables = tomllib.loads((files("monitor.cli") / "headings.toml").read_text("utf-8"))
    either = {_plain(word): tuple(one["fields"]) for one in tables.pop("either") for word in one["words"]}
    known = {_plain(field): field for field in FIELDS}
    for field, languages in tables.items():
        for word in (word for words in languages.values() for word in words):
            for written in (word, word.lower().translate(WRITTEN_OUT)):
                known.setdefault(_plain(written), field)
    return known, either


KNOWN, EITHER = _read()


def meant_by(name: str) -> tuple[str, ...]:
    """The fields that a name may stand for, of which it is one; empty where nobody knows."""
    plain = _plain(name)
    if plain in KNOWN:
        return (KNOWN[plain],)
    if plain in EITHER:
        return EITHER[plain]
    found = field_of(name)
    return (found,) if found in OF_PAGES else ()


def columns(head: Sequence[str]) -> tuple[list[str], str]:
    """The names of a file's columns, where one is another word for a field that field; and a sentence on these words.

    A column that has a field's own name is that field. Raises ConfigurationError where a column that is required is
    missing, or where two may be the same field.
    """
    names = [name.strip().lower() for name in head]
    twice = [name for name in names if name and names.count(name) > 1]
    if twice:
        raise ConfigurationError(f"line 1: the column {twice[0][:LONGEST]} is there twice; leave one of them out")
    read_as: dict[str, str] = {}
    for name in names:
        meant = meant_by(name)
        if len(meant) == 1 and not {name, *meant} & set(names).intersection(FIELDS):
            read_as[name] = meant[0]
    for field in read_as.values():
        words = [word for word, one in read_as.items() if one == field]
        if len(words) > 1:
            both = " and ".join(word[:LONGEST] for word in words)
            raise ConfigurationError(f"line 1: the columns {both} both mean {field}; name the right one {field}")
    found = [read_as.get(name, name) for name in names]
    if missing := set(REQUIRED) - set(found):
        raise ConfigurationError(_missing(missing, found))
    return found, ", ".join(f"{word[:LONGEST]!r} is read as {field}" for word, field in read_as.items())


def _missing(missing: set[str], names: Sequence[str]) -> str:
    """Which columns are missing, which are there, and which of these may be meant."""
    one = len(missing) == 1
    which = f"the column {min(missing)} is" if one else f"the columns {', '.join(sorted(missing))} are"
    others = [name for name in names if name not in FIELDS]
    found = ", ".join(name[:LONGEST] for name in names[:MOST_NAMES])
    either = [(name, field) for field in sorted(missing) for name in others if field in meant_by(name)]
    close = [(alike[0], field) for field in sorted(missing) if (alike := get_close_matches(field, others, n=1))]
    meant = [f"is {name[:LONGEST]} the {field}?" for name, field in dict.fromkeys([*close, *either])]
    return "; ".join([f"line 1: {which} missing", f"found: {found}", *meant])
