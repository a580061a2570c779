"""What the head of a CSV file calls the fields of a listing: `Preis` is the price. The words are in headings.toml."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib.resources import files
from typing import NamedTuple
from unicodedata import normalize

from monitor.cli._money_cells import AMOUNTS
from monitor.errors import ConfigurationError
from monitor.pages.fields import field_of
from monitor.records import FIELDS
from monitor.records.currency import WITH_SIGN, currency_code
from monitor.records.parse import REQUIRED

SIGNS = re.compile(r"[\W_]+")
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d"})
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
OF_PAGES = frozenset({"brand", "mpn", "gtin", "list_price", "condition"})
"""The fields of which pages have the same words."""
MOST_NAMES, LONGEST = 30, 40
LEAST_BEGUN = 4
ALIKE = 0.87
"""So like a known word is what may be a slip of it; `Einkaufspreis` is none of `Verkaufspreis`."""
WITH_UNIT = re.compile(r"(.+?)\s*[(\[]\s*(?:in\s+)?([^\s()\[\]]{1,4})\s*[)\]]|(.+?)\s(?:in\s)?([^\s()\[\]]{1,4})")
"""An amount's word with a currency: `Preis (EUR)`, `price in $`."""
NO_WORDS = frozenset(
    [
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "JPY",
        "CNY",
        "INR",
        "CAD",
        "AUD",
        "NZD",
        "PLN",
        "CZK",
        "HUF",
        "SEK",
        "NOK",
        "DKK",
        "BRL",
        "MXN",
        "EURO",
    ]
)
"""Units that are no word of their own however they are written; `all`, `top`, `try`, `cup` and `ft` are."""


def _plain(name: str) -> str:
    """A name as it is looked up: without case, spaces, signs and accents."""
    return SIGNS.sub("", normalize("NFKD", name.casefold().translate(LETTERS)))


class Asked(NamedTuple):
    """What a word may stand for: the field, and what the column must hold to be named so."""

    field: str
    holds: str


class Words(NamedTuple):
    """What headings.toml holds, by words in plain form."""

    known: Mapping[str, str]
    either: Mapping[str, tuple[str, ...]]
    asked: Mapping[str, Asked]
    weak: frozenset[str]
    shown: Mapping[str, str]
    """A known word as it is written."""


def _read() -> Words:
    tables = tomllib.loads((files("monitor.cli") / "headings.toml").read_text("utf-8"))
    asked = {_plain(word): Asked(one["field"], one["holds"]) for one in tables.pop("asked") for word in one["words"]}
    either = {_plain(word): tuple(one["fields"]) for one in tables.pop("either") for word in one["words"]}
    known, shown = {_plain(field): field for field in FIELDS}, {_plain(field): field for field in FIELDS}
    for field, languages in tables.items():
        for word in (word for words in languages.values() for word in words):
            for written in (word, word.lower().translate(WRITTEN_OUT)):
                known.setdefault(_plain(written), field)
                shown.setdefault(_plain(written), word)
    weak = frozenset(_plain(word) for languages in tables.values() for word in languages.get("weak", ()))
    return Words(known, either, asked, weak, shown)


KNOWN, EITHER, ASKED, WEAK, SHOWN = _read()


def meant_by(name: str) -> tuple[str, ...]:
    """The fields that a name may stand for, of which it is one; empty where nobody knows."""
    plain = _plain(name)
    if plain in KNOWN:
        return (KNOWN[plain],)
    if plain in EITHER:
        return EITHER[plain]
    found = field_of(name)
    return (found,) if found in OF_PAGES else ()


def asked_of(name: str) -> Asked | None:
    """What a name that is read as no field may stand for, where what the column holds decides it."""
    return ASKED.get(_plain(name))


def nearest(name: str) -> tuple[str, str]:
    """The known word that a name begins or nearly is, as written, with its field; empty texts where there is none.

    A field's own name goes before other words. Where the words that begin so are of several fields it is none.
    """
    plain = _plain(name)
    begun = [word for word in SHOWN if len(plain) >= LEAST_BEGUN and word.startswith(plain)]
    close = (
        [word for word in begun if SHOWN[word] in FIELDS] or begun or get_close_matches(plain, SHOWN, n=1, cutoff=ALIKE)
    )
    return (SHOWN[close[0]], KNOWN[close[0]]) if len({KNOWN[word] for word in close}) == 1 else ("", "")


def _with_unit(name: str) -> tuple[str, str]:
    """The amount that a name with a currency stands for, and the code of the currency; empty where it is none such."""
    found = WITH_UNIT.fullmatch(name)
    if found is None or name.lower() in KNOWN:
        return "", ""
    word, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
    in_capitals = unit in WITH_SIGN and not word.isupper()
    if unit.isascii() and unit.isalpha() and not in_capitals and unit.upper() not in NO_WORDS:
        return "", ""
    meant, code = meant_by(word.strip()), currency_code(unit)
    return (meant[0], code) if code and len(meant) == 1 and meant[0] in AMOUNTS else ("", "")


class Columns(NamedTuple):
    """The fields of a file's columns by place, a sentence on other words for them, and the currency of a heading."""

    names: list[str]
    says: str
    currency: str


def columns(head: Sequence[str]) -> Columns:
    """The names of a file's columns, where one is another word for a field that field.

    A column that has a field's own name is that field. A currency beside the word for the price (`Preis (EUR)`) is that
    of all rows, where no column says it; other amounts with a currency are read where the price has the same beside it.
    Of two words for one field neither is read. Raises ConfigurationError where a column that is required is missing, or
    where two words may be one that is.
    """
    names = [name.strip().lower() for name in head]
    twice = [name for name in names if name and names.count(name) > 1]
    if twice:
        raise ConfigurationError(f"line 1: the column {twice[0][:LONGEST]} is there twice; leave one of them out")
    read_as, units = dict[str, str](), dict[str, str]()
    for name, written in zip(names, head, strict=True):
        amount, unit = _with_unit(written.strip())
        meant = (amount,) if amount else meant_by(name)
        if len(meant) == 1 and not {name, *meant} & set(names).intersection(FIELDS):
            read_as[name] = meant[0]
            units |= {name: unit} if unit else {}
    fields = list(read_as.values())
    read_as = {name: field for name, field in read_as.items() if fields.count(field) == 1 or _plain(name) not in WEAK}
    of_price = {units.get(name, "") for name, field in read_as.items() if field == "price"}
    read_as = {name: field for name, field in read_as.items() if name not in units or {units[name]} == of_price}
    read_as, doubled = _read_once(read_as)
    found = [read_as.get(name, name) for name in names]
    if missing := set(REQUIRED) - set(found):
        raise ConfigurationError(_missing(missing, found))
    stated = "currency" in found or "currency_code" in found
    currency = "" if stated else next((units[name] for name in read_as if name in units), "")
    shown = ", ".join(
        f"{word[:LONGEST]!r} is read as {field}{f' in {currency}' if currency and word in units else ''}"
        for word, field in read_as.items()
    )
    return Columns(found, "; ".join(filter(None, [shown, *doubled])), currency)


def _read_once(read_as: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """The words that alone stand for a field, and a sentence for each field for which several do."""
    says, kept = list[str](), dict(read_as)
    for field in dict.fromkeys(read_as.values()):
        words = [word for word, one in read_as.items() if one == field]
        if len(words) == 1:
            continue
        both = " and ".join(word[:LONGEST] for word in words)
        if field in REQUIRED:
            raise ConfigurationError(f"line 1: the columns {both} both mean {field}; name the right one {field}")
        says.append(f"the columns {both} both mean {field}, so neither is read; name the right one {field}")
        kept = {word: one for word, one in kept.items() if one != field}
    return kept, says


def _missing(missing: set[str], names: Sequence[str]) -> str:
    """Which columns are missing, which are there, and which of these may be meant."""
    one = len(missing) == 1
    which = f"the column {min(missing)} is" if one else f"the columns {', '.join(sorted(missing))} are"
    others = [name for name in names if name not in FIELDS]
    found = ", ".join(name[:LONGEST] for name in names[:MOST_NAMES])
    either = [(name, field) for field in sorted(missing) for name in others if field in _may_be(name)]
    close = [(alike[0], field) for field in sorted(missing) if (alike := get_close_matches(field, others, n=1))]
    asked = dict.fromkeys([*close, *either])
    meant = [f"is {name[:LONGEST]} the {field}?" for name, field in asked]
    fields = " and ".join(dict.fromkeys(field for _, field in asked))
    wanted, over = " and ".join(sorted(missing)), "the column that holds it" if one else "the columns that hold them"
    add = f"write {wanted} over {over}, or add {'it' if one else 'them'}"
    way_out = f"if so, write {fields} there instead" if asked else add
    return "; ".join([f"line 1: {which} missing", f"found: {found}", *meant, way_out])


def _may_be(name: str) -> tuple[str, ...]:
    """The fields that a name may stand for, also where only what its column holds decides it."""
    asked = asked_of(name)
    return (*meant_by(name), *([asked.field] if asked else []))
