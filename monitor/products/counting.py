"""Kinds of words that tell a count of units from other numbers: containers, goods, parts, doses, in nine languages.

They are data (`counting.toml`), a row a language, so that whoever knows a language can complete its row.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Kind:
    """Words of one kind: `words` as they stand, `affixes` a pattern of those with an open end.

    `within` are those that count wherever they stand.
    """

    words: frozenset[str]
    affixes: re.Pattern[str] | None
    within: tuple[str, ...]

    def within_text(self, text: str) -> bool:
        """Whether a case-folded text has a word of this kind."""
        if not self.words.isdisjoint(words_of(text)):
            return True
        if self.affixes is not None and self.affixes.search(text):
            return True
        return any(part in text for part in self.within)

    @property
    def either(self) -> str:
        """The words as alternatives of a pattern, the longest first."""
        return "|".join(re.escape(word) for word in sorted(self.words, key=len, reverse=True))


@lru_cache(maxsize=64)
def words_of(text: str) -> frozenset[str]:
    """The words of a case-folded text, compounds with a hyphen as a whole and in parts."""
    found = WORD.findall(text)
    return frozenset(found) | {part for word in found if "-" in word for part in word.split("-")}


def _kind(rows: dict[str, str]) -> Kind:
    listed = [word.casefold() for row in rows.values() for word in row.split()]
    open_ended = [word for word in listed if "*" in word]
    patterns = [r"\b" + re.escape(word).replace(r"\*", r"\w*") + r"\b" for word in open_ended]
    return Kind(
        words=frozenset(word for word in listed if "*" not in word and not word.startswith("~")),
        affixes=re.compile("|".join(patterns)) if patterns else None,
        within=tuple(word[1:].replace("_", " ") for word in listed if word.startswith("~")),
    )


_table = tomllib.loads(resources.files("monitor.products").joinpath("counting.toml").read_text("utf-8"))
CONTAINERS, GOODS, PARTS, DOSES, WHOLES, HOLDERS, SAME, SHEETS, PODS, EXTRAS, DOSE_PACKS = (
    _kind(_table[name])
    for name in (
        "containers",
        "goods",
        "parts",
        "doses",
        "wholes",
        "holders",
        "same",
        "sheets",
        "pods",
        "extras",
        "dose_packs",
    )
)
CLASSIFIERS = {counter: tuple(goods.split()) for counter, goods in _table["classifiers"].items()}


def head_is_goods(folded: str) -> bool:
    """Whether a case-folded title begins, within four words, with goods that are sold singly, in the plural."""
    return not GOODS.words.isdisjoint(WORD.findall(folded[:80])[:4])
