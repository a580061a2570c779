"""The words of `contacts.toml` as patterns that look at what stands right before a number."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

NEAR = 40
"""So many characters before a number are looked at for what names it."""


@cache
def words(table: str) -> Mapping[str, tuple[str, ...]]:
    """A table of `contacts.toml`: lists of words, as they are written there."""
    text = files("monitor.sellers").joinpath("contacts.toml").read_text("utf-8")
    return {name: tuple(found) for name, found in tomllib.loads(text)[table].items()}


def one_of(some: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; where one begins or ends in Latin, no letter goes on there."""
    return "|".join(_bounded(word) for word in sorted(some, key=lambda word: (-len(word), word)))


def is_labelled(text: str, start: int, table: str, name: str = "labels", between: str = "") -> bool:
    """Whether one of the words is right before a place in a text; `between` is a pattern of what may follow it."""
    return _label(table, name, between).search(text[max(0, start - NEAR) : start]) is not None


@cache
def _label(table: str, name: str, between: str) -> re.Pattern[str]:
    """A word of the list, and up to the end nothing but what stands between a label and its number."""
    signs = r"(?:[^\w\n]|nr|no|number|id|us|号|號|码){0,8}"
    return re.compile(rf"(?:{one_of(words(table)[name])}){between}{signs}$", re.IGNORECASE)


def _bounded(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", r"\s?")
    left = r"(?<![a-zà-ɏа-я])" if word[0].isascii() and word[0].isalpha() else ""
    right = r"(?![a-zà-ɏа-я])" if word[-1].isascii() and word[-1].isalpha() else ""
    return f"{left}{escaped}{right}"
