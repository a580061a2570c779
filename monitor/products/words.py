"""Titles as words, sizes and colours, for comparing goods."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?")
SIZE = re.compile(
    r"(?<![\w.])(\d+(?:[.,]\d+)?)[\s-]*(gb|tb|mb|mp|mah|ml|cl|l|kg|g|oz|mm|cm|inch|in|zoll|ft|feet|w|watt|watts|v|hz|ghz|\"|')(?![\w])"
)
UNIT = {'"': "inch", "'": "inch", "in": "inch", "zoll": "inch", "feet": "ft", "watt": "w", "watts": "w"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with a meaning for comparing goods, folded, from lexicon.toml."""

    colours: dict[str, str]
    accessories: frozenset[str]
    for_words: tuple[str, ...]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that is shipped with the package."""
    table = tomllib.loads(resources.files("monitor.products").joinpath("lexicon.toml").read_text("utf-8"))
    return Lexicon(
        colours={word: colour for colour, words in table["colours"].items() for word in (colour, *words)},
        accessories=frozenset(table["accessories"]["words"]),
        for_words=tuple(table["accessories"]["for"]),
    )


def fold(text: str) -> str:
    """Text in one case, width and compatibility form."""
    return unicodedata.normalize("NFKC", text).casefold()


def words(text: str) -> list[str]:
    """The words of a text, folded; a model number with hyphens gives its parts."""
    return WORD.findall(fold(text))[:300]


def sizes(text: str) -> frozenset[tuple[str, str]]:
    """Numbers with a unit, as (unit, number): `500 ml` and `500ml` are equal."""
    found = ((UNIT.get(unit, unit), number.replace(",", ".")) for number, unit in SIZE.findall(fold(text)))
    return frozenset((unit, number.rstrip("0").rstrip(".") if "." in number else number) for unit, number in found)


def colours(text: str) -> frozenset[str]:
    """The colours named in a text, in English."""
    known = lexicon().colours
    return frozenset(known[word] for word in words(text) if word in known)


def is_for_something(text: str) -> bool:
    """Whether the text says that the goods are meant for other goods, such as `strap for X`."""
    folded = f" {fold(text)} "
    return any((f" {word} " in folded) if word.isascii() else (word in folded) for word in lexicon().for_words)


def accessory_words(text: str) -> frozenset[str]:
    """The words of the text that name an accessory."""
    known = lexicon().accessories
    folded = fold(text)
    return frozenset(word for word in words(text) if word in known) | frozenset(
        word for word in known if not word.isascii() and word in folded
    )
