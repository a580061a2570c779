"""The words of `contacts.toml` as patterns that look at what stands right before a number."""

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

SPACE = re.compile(r"[^\S\n]")
NEAR = 40
"""So many characters before a number are looked at for what names it."""


@cache
def words(table: str) -> Mapping[str, tuple[str, ...]]:
    """A table of `contacts.toml`: lists of words, written as the texts are that are searched for them."""
    text = files("monitor.sellers").joinpath("contacts.toml").read_text("utf-8")
    return {name: tuple(map(readable, found)) for name, found in tomllib.loads(text)[table].items()}


def readable(text: str) -> str:
    """A text as it is searched: plain letters and figures, invisible and combining ones gone, one kind of space."""
    if text.isascii():
        return SPACE.sub(" ", text)
    return SPACE.sub(" ", "".join(map(_readable, unicodedata.normalize("NFKC", text))))


@lru_cache(4096)
def _readable(char: str) -> str:
    kind = unicodedata.category(char)
    if kind in ("Cf", "Mn", "Cs"):
        return ""
    return str(unicodedata.decimal(char)) if kind == "Nd" else char


def one_of(some: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first.

    Where one begins or ends in a script of words apart, no letter goes on, but where it ends with `*`.
    """
    groups: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for word in sorted(some, key=lambda word: (-len(word), word)):
        bare = word.removesuffix("*")
        groups[_has_cases(bare[0]), bare == word and _has_cases(bare[-1])].append(bare)
    return "|".join(
        ("(?<![a-zà-ɏа-яё])" if left else "")
        + f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', chr(92) + 's?') for word in words)})"
        + ("(?![a-zà-ɏа-яё])" if right else "")
        for (left, right), words in sorted(groups.items(), reverse=True)
    )


def is_labelled(text: str, start: int, table: str, name: str = "labels", between: str = "") -> bool:
    """Whether one of the words is right before a place in a text; `between` is a pattern of what may follow it."""
    return _label(table, name, between).search(text[max(0, start - NEAR) : start]) is not None


@cache
def _label(table: str, name: str, between: str) -> re.Pattern[str]:
    """A word of the list, and up to the end nothing but what stands between a label and its number."""
    signs = r"(?:[^\w\n]|nr|no|number|id|us|号|號|码){0,8}"
    return re.compile(rf"(?:{one_of(words(table)[name])}){between}{signs}$", re.IGNORECASE)


def _has_cases(letter: str) -> bool:
    """Whether it is of a script whose words stand apart: Latin, Greek, Cyrillic."""
    return letter.lower() != letter.upper()
