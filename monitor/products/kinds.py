"""What kinds of goods texts say, in words or in phrases: "heat gun", "Wasserkocher", 咖啡机.

What goods are called is data, in `called.toml`; which of them are whole devices, in `devices.toml`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.words import CJK, fold, spaced

BLANKLESS = f"{CJK}\u0e00-\u0eff"
LETTERS = rf"[^\W_{BLANKLESS}]+"
TOKEN = re.compile(rf"[{BLANKLESS}]+|{LETTERS}(?:-{LETTERS})*|[,;:|/()\[\]!+]|\s[-–—]+\s")
KEPT = 4096
"""The kinds of goods are kept for so many words."""


@cache
def all_kinds() -> tuple[Kind, ...]:
    """The kinds of goods, each with what it is called in all languages."""
    return tuple(kind_of(row.replace("|", " ")) for row in data("called.toml")["kinds"].values())


@cache
def _devices() -> frozenset[int]:
    """Where the kinds stand that are whole devices, and no part of others."""
    devices = data("devices.toml")["kinds"].split()
    return frozenset(at for at, name in enumerate(data("called.toml")["kinds"]) if name in devices)


@cache
def _loose() -> Kind:
    """Words of such kinds that say the kind only beside others."""
    return kind_of(data("devices.toml")["loose"])


def says_a_kind(text: str) -> bool:
    """Whether a text says any kind of goods that the table knows."""
    return bool(kinds_of(text))


def is_of_its_kind(text: str, name: str, *, phrases_alone: bool = False) -> bool:
    """Whether a text says the kind of goods that a product's name says, in any language: "Gaskocher", "gas stove".

    With `phrases_alone` single words of the name say no kind, only several together: "heat gun".
    """
    kinds = _at(_phrased(spaced(fold(name)))) if phrases_alone else kinds_of(name)
    return any(is_called_so(kind, text) for kind in kinds)


def kinds_in(names: str) -> tuple[int, ...]:
    """Which kinds of goods names say, as `says_one_of` takes them; whoever asks for a whole catalogue keeps them."""
    said = {place for word in folded_words([names]) for place in kinds_with(word)}
    return tuple(sorted(said | {*_phrased(spaced(fold(names)))}))


@lru_cache(maxsize=KEPT)
def devices_in(names: str) -> frozenset[int]:
    """Which kinds of whole devices names say, as `kinds_in` numbers them."""
    return _devices().intersection(kinds_in(names))


def says_one_of(kinds: Sequence[int], text: str) -> bool:
    """Whether a text says one of such kinds of goods, in any language."""
    return any(is_called_so(kind, text) for kind in _at(kinds))


def is_called_so(kind: Kind, text: str) -> bool:
    """Whether a text says one kind of goods."""
    return _is_phrased(kind, spaced(fold(text))) or any(kind.says(word) for word in folded_words([text]))


def device_in(title: str) -> tuple[Kind, ...]:
    """The kinds of the first device that a title names."""
    return _at(first_device(title))


def first_device(title: str) -> tuple[int, ...]:
    """The kinds of the first device that a title names, as `kinds_in` numbers them."""
    text = spaced(fold(title))
    phrased = tuple(at for at in _phrased(text) if at in _devices())
    words = (word for word in TOKEN.findall(text) if word[0].isalnum() and not _loose().has(word))
    found = (tuple(at for at in kinds_with(word) if at in _devices()) for word in words)
    return phrased or next(filter(None, found), ())


@lru_cache(maxsize=KEPT)
def kinds_of(text: str) -> tuple[Kind, ...]:
    """The kinds of goods that a text says, in words or in phrases: "heat gun"."""
    return _at(kinds_in(text))


def _at(places: Iterable[int]) -> tuple[Kind, ...]:
    kinds = all_kinds()
    return tuple(kinds[place] for place in places)


# Places in the table, not kinds: threads that ask first may build a table each, and only places agree in both.
@lru_cache(maxsize=KEPT)
def _phrased(folded: str) -> tuple[int, ...]:
    """Where the kinds of goods stand that several words of a folded text say together."""
    return tuple(place for place, kind in enumerate(all_kinds()) if _is_phrased(kind, folded))


def _is_phrased(kind: Kind, folded: str) -> bool:
    """Whether a folded text has a phrase of the kind."""
    return any(phrase in folded for found in kind.phrases.values() for phrase in found)


@lru_cache(maxsize=KEPT)
def kinds_with(word: str) -> tuple[int, ...]:
    """Where the kinds of goods stand that one word says."""
    return tuple(place for place, kind in enumerate(all_kinds()) if kind.says(word))


def folded_words(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of texts, compounds with a hyphen and runs of signs as a whole."""
    return frozenset(word for text in texts for word in TOKEN.findall(spaced(fold(text))) if word[0].isalnum())
