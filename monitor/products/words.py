"""Titles as words, and the lexicon of words that mean something for comparing goods."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from monitor.marks.lexicon import lexicon as marks_lexicon
from monitor.products.data import data
from monitor.products.numerals import GRAMS, KILOS

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)?")
CJK = "\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3"
BORDER = re.compile(f"(?<=[{CJK}])(?=[a-z0-9])|(?<=[a-z0-9])(?=[{CJK}])")
CJK_CHARACTER = re.compile(f"[{CJK}]")
SPACELESS = re.compile(f"[{CJK}\u0e00-\u0eff]")
"""A sign of a script without blanks."""
CJK_WORD = re.compile(f"[{CJK}]{{2,}}")
MEASURE = re.compile(
    r"(?<![\w.,])(\d{1,5}(?:[.,]\d{1,3})?)(gb|tb|mb|mp|mah|ml|cl|l|kg|g|oz|mm|cm|inch|ft|kw|w|v|hz|ghz|nm|bar|ah)\b"
)
AMOUNT = re.compile(rf"(?<![\w.,])(\d{{1,5}}(?:[.,]\d{{1,3}})?)[ -]?(ml|cl|l|kg|g|kw|{'|'.join(GRAMS + KILOS)})(?!\w)")
TOUCHING = re.compile(r"\d[gtmckloifwvhnba]")
"""Whether a unit may stand right behind its number, which is quick to see."""
MEASURED = re.compile(r"\d[ -]?[kcmlg]")
SMALLEST = {"cl": ("ml", 10), "l": ("ml", 1000), "kg": ("g", 1000), "kw": ("w", 1000)}
SMALLEST |= {**dict.fromkeys(GRAMS, ("g", 1)), **dict.fromkeys(KILOS, ("g", 1000))}
POSSESSIVE = re.compile(r"(?<=[^\W\d_])['’]s\b")
BLU_RAY = re.compile(r"\bblu[ -]ray")
"""A disc, and not Italian for blue."""
WHOLLY = re.compile(r"(?<![\w.,/-])100\s?%")
"""A word of praise, "100 % cotton"; other shares tell one product from the next, "85 % cocoa"."""
VERSION = re.compile(r"v?(\d{1,4})\.0|v(\d{1,2})")
MAX_WORDS = 300
SHORT = 2
"""Words of so few letters mean "for" only beside a name."""


@dataclass(frozen=True, slots=True)
class Accessories:
    """Words for goods that others make for goods, folded, of all languages: see `monitor/marks/words/en.toml`.

    `within` are those of scripts without blanks, `with_within` what says there that they come with the goods.
    """

    words: frozenset[str]
    within: tuple[str, ...]
    endings: tuple[str, ...]
    beginnings: tuple[str, ...]
    goods: tuple[str, ...]
    openers: frozenset[str]
    """The first of two words that are one only together."""
    with_before: frozenset[str]
    with_within: tuple[str, ...]
    with_after: frozenset[str]
    with_ends: tuple[str, ...]
    sets: frozenset[str]
    drives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words with a meaning for comparing goods, folded, from lexicon.toml."""

    colours: dict[str, str]
    wearers: dict[str, str]
    editions: dict[str, str]
    accessories: Accessories
    for_words: re.Pattern[str]
    short_for: frozenset[str]
    colour_names: frozenset[str]
    wearer_names: frozenset[str]
    fillers: frozenset[str]
    no_maker: frozenset[str]
    same: dict[str, str]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that is shipped with the package."""
    table = data("lexicon.toml")
    return Lexicon(
        colours=_by_word(table["colours"]),
        wearers=_by_word(table["wearers"]),
        editions=_by_word(table["editions"]),
        accessories=_accessories(),
        for_words=_any_of(_for_words()),
        short_for=frozenset(p for p in marks_lexicon().cues["descriptive"].before if len(p) <= SHORT),
        colour_names=frozenset(table["colours"]),
        wearer_names=frozenset(table["wearers"]),
        fillers=frozenset(table["fillers"]["words"]),
        no_maker=frozenset(table["no_maker"]["words"]),
        same=_by_word(table["same"]),
    )


def _accessories() -> Accessories:
    found = {key: frozenset(map(fold, words)) for key, words in marks_lexicon().accessories.items()}
    return Accessories(
        words=found["words"],
        within=_spaceless(found["words"]),
        endings=tuple(sorted(found["endings"])),
        beginnings=tuple(sorted(found["beginnings"])),
        goods=tuple(sorted(found["not"])),
        openers=frozenset(first for first, blank, _ in (word.partition(" ") for word in found["words"]) if blank),
        with_before=found["with"],
        with_within=_spaceless(found["with"]),
        with_after=found["with_after"],
        with_ends=_spaceless(found["with_after"]),
        sets=found["sets"],
        drives=found["drives"],
    )


def _spaceless(words: frozenset[str]) -> tuple[str, ...]:
    """Those of scripts without blanks."""
    return tuple(sorted(word for word in words if SPACELESS.match(word)))


def _for_words() -> list[str]:
    """The phrases that say "for" wherever they stand; short ones ("do") do so only right before a name."""
    known = marks_lexicon().cues["descriptive"]
    return sorted(p for p in known.before | known.governs if len(p) > SHORT or CJK_WORD.match(p))


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in (name, *words)}


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases, as whole words where the script has blanks; only those with the sign that stands there are
    tried, the longest first."""
    groups: dict[str, dict[str, list[str]]] = {r"\b": defaultdict(list), "": defaultdict(list)}
    for phrase in sorted(phrases, key=len, reverse=True):
        edge = r"\b" if CJK_CHARACTER.search(phrase) is None else ""
        groups[edge][re.escape(phrase[0])].append(f"{re.escape(phrase[1:])}{edge}")
    either = ("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in some.items()) for some in groups.values())
    return re.compile("|".join(f"{edge}(?:{signs})" for edge, signs in zip(groups, either, strict=True) if signs))


def fold(text: str) -> str:
    """Text in one case, width and compatibility form."""
    # Case folding alone makes two signs of the Turkish capital.
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).replace("İ", "i").casefold()


def spaced(folded: str) -> str:
    """Folded text with a blank wherever Latin letters or digits touch Chinese, Japanese or Korean ones."""
    return folded if folded.isascii() else BORDER.sub(" ", folded)


def _in_smallest(amount: re.Match[str]) -> str:
    """Litres, kilograms and kilowatts in their smaller unit, so that 0,75 l and 750 ml are the same words."""
    number, unit = amount[1], amount[2]
    whole, _, rest = number.replace(",", ".").partition(".")
    to, factor = SMALLEST.get(unit, (unit, 1))
    if len(rest) == 3 and whole != "0" and factor == 1:
        return f"{whole}{rest} {to}"
    value = float(f"{whole}.{rest or 0}") * factor
    return f"{value:.10g} {to}"


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, colours and numerals in one form; scripts without blanks give pairs of signs."""
    known = lexicon()
    same, colours, wearers = known.same, known.colours, known.wearers
    found: list[str] = []
    plain = spaced(fold(text))
    if "'" in plain or "’" in plain:
        plain = POSSESSIVE.sub("", plain)
    if "blu" in plain:
        plain = BLU_RAY.sub("bluray", plain)
    if "%" in plain:
        plain = WHOLLY.sub(" ", plain)
    if MEASURED.search(plain):
        plain = AMOUNT.sub(_in_smallest, plain)
    if TOUCHING.search(plain):
        plain = MEASURE.sub(r"\1 \2", plain)
    for word in WORD.findall(plain)[:MAX_WORDS]:
        if word in colours:
            found.append(colours[word])
        elif word in wearers:
            found.append(wearers[word])
        elif word[-1].isdecimal() and (version := VERSION.fullmatch(word)):
            found.append(version[1] or version[2])
        elif not word.isascii() and CJK_WORD.fullmatch(word):
            found.extend(word[at : at + 2] for at in range(len(word) - 1))
        else:
            found.append(same.get(word, word))
    return tuple(found[:MAX_WORDS])
