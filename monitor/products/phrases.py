"""Lists of phrases by language, as `condition.toml` and `uncertain.toml` have them, as patterns that are quick to try.

A phrase is a regular expression between borders of words; `*` at its end leaves that border open, `~` at its beginning
the other. Phrases in Chinese, Japanese and Korean have no borders: these scripts write no blanks.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from monitor.products.data import data
from monitor.products.lazy import lazily

BLANKLESS = re.compile("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0600-\u06ff\u0e00-\u0e7f]")
AHEAD = re.compile(r"\(\?!.*")
"""What must not follow a phrase says nothing of its own script."""
BEHIND = re.compile(r"(?:\(\?<!\w[\w ]*\))+")
INNER = r"\(\?:((?:[^()\[\]\\]|\\.|\[[^\]]*\])*)\)"
CHOICE = re.compile(rf"{INNER}(?![?*+{{])")
"""A choice at the beginning of a phrase, without groups in it."""
OPTIONAL = re.compile(rf"{INNER}\?")
END = r"(?= ?(?:$|[,.;!)\]/|+])| [-–—])"
"""`{end}` in a phrase: the title or the clause ends there."""
PLAIN_BEGINNING = re.compile(r"[^\W_](?![?*+{])")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases to be found in folded texts: those of scripts with blanks, and those tried in others only."""

    spaced: re.Pattern[str]
    blankless: re.Pattern[str] | None

    def finditer(self, folded: str, together: str = "") -> Iterator[re.Match[str]]:
        """The places of all phrases; `together` is the same text without added blanks, for scripts that have none."""
        yield from self.spaced.finditer(folded)
        if self.blankless is not None and not folded.isascii():
            yield from self.blankless.finditer(together or folded)

    def search(self, folded: str, together: str = "") -> re.Match[str] | None:
        """The first place of a phrase."""
        return next(self.finditer(folded, together), None)


def tables(name: str, fill: Mapping[str, str] | None = None) -> dict[str, Phrases]:
    """The tables of a file of this package by name; `{key}` in a phrase stands for an entry of `fill`."""
    return {kind: phrases(text) for kind, text in rows(name, fill).items()}


def rows(name: str, fill: Mapping[str, str] | None = None) -> dict[str, str]:
    """The phrases of each table of a file, in one row."""
    filled = {}
    for kind, languages in data(name).items():
        text = "|".join(languages.values())
        for key, pattern in {"end": END, **(fill or {})}.items():
            text = text.replace(f"{{{key}}}", pattern)
        filled[kind] = text
    return filled


def phrases(row: str) -> Phrases:
    """The phrases of a row, which `|` divides, as one pattern for each kind of script."""
    listed = [phrase for one in top_level(row) if (phrase := one.strip())]
    blankless = [phrase for phrase in listed if BLANKLESS.search(AHEAD.sub("", phrase))]
    return Phrases(_spaced(one for one in listed if one not in blankless), _compiled(blankless) if blankless else None)


def _compiled(alternatives: Iterable[str]) -> re.Pattern[str]:
    return lazily("|".join(alternatives))


def _spaced(listed: Iterable[str]) -> re.Pattern[str]:
    """Phrases with their borders, those with one first letter together, so that one look passes over many."""
    anywhere, at_border = [], defaultdict(list)
    for phrase in listed:
        ended = phrase.removesuffix("*") if phrase.endswith("*") else rf"{phrase}\b"
        if ended.startswith("~"):
            anywhere.append(ended[1:])
            continue
        for one in _beginnings(ended):
            at_border[one[0] if PLAIN_BEGINNING.match(one) else ""].append(one)
    grouped = [f"{first}(?:{'|'.join(one[len(first) :] for one in group)})" for first, group in at_border.items()]
    return _compiled([*([rf"\b(?:{'|'.join(grouped)})"] if grouped else []), *anywhere])


def _beginnings(phrase: str) -> Iterator[str]:
    """A phrase written out so that it begins with a letter: `(?:a|b)c` as `ac` and `bc`, `(?<!x )a` as `a(?<!x a)`.

    A beginning that may be missing is left out: where it stands, what follows it is found.
    """
    behind = BEHIND.match(phrase)
    conditions, rest = (behind[0], phrase[behind.end() :]) if behind else ("", phrase)
    if not behind and (optional := OPTIONAL.match(rest)) and optional[1][-1:] == " ":
        yield from _beginnings(rest[optional.end() :])
    elif choice := CHOICE.match(rest):
        for one in top_level(choice[1]):
            yield from _beginnings(conditions + one + rest[choice.end() :])
    elif behind and PLAIN_BEGINNING.match(rest):
        yield rest[0] + conditions.replace(")", f"{rest[0]})") + rest[1:]
    else:
        yield phrase


def top_level(pattern: str) -> list[str]:
    """A pattern's alternatives outside of all brackets."""
    found, depth, start, in_class = [], 0, 0, False
    at = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 2
            continue
        if in_class:
            in_class = sign != "]"
        elif sign == "[":
            in_class = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]
