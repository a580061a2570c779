"""What statements of a person say of goods: that nothing differs, that they are genuine, or nothing at all.

Pure but for its words, which stand in `denials.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from monitor.complaints.typed_words import FIRST_UNSPACED, folded, holds_denial
from monitor.marks.lexicon import lexicon

CLAUSE = re.compile(r"([,.:!(。]|[—–]|\s-\s)")
AFTER_HEADING = (":", "-", "—", "–")
MOST_HEADING = 8
"""So many words a heading has at most."""
SHORT = 80
"""A longer statement says more than that nothing differs."""
LONG, MOST_LEFT = 4, 1
"""A clause with more long words besides says something else, too."""
SHORT_CLAUSE = 60
"""In a longer clause a word for what is genuine may be said of other goods."""


def denies(differs: str) -> bool:
    """Whether one of the statements, each before a semicolon, is that nothing differs."""
    said = _statements(differs)
    return any(map(_denied, said)) or all(not _words(one) or _is(one, "open") for one in said)


def in_doubt(differs: str) -> list[str]:
    """The clauses that sound as if nothing differed or the goods were genuine; a list of words cannot tell."""
    found = []
    for statement in _statements(differs):
        found += [statement] if _is(statement, "open") or (len(statement) <= SHORT and _doubtful(statement)) else []
        found += [one for one, _ in _clauses(statement) if _doubtful(one)] if statement not in found else []
    return [one.strip() for one in dict.fromkeys(found)]


def says_nothing(reason: str) -> bool:
    """Whether a reason has no word that says anything: "ok", "I am sure", "-", one letter."""
    words = _words(unicodedata.normalize("NFKC", reason)).split()
    return all(one in _denials("empty") or (len(one) == 1 and one < FIRST_UNSPACED) for one in words)


def is_no_reason(sure: str) -> bool:
    """Whether each clause of why a person is sure says what shows no counterfeit, or nothing, in few other words."""
    clauses = [one for statement in _statements(sure) for one, _ in _clauses(statement)]
    return bool(sure.strip()) and all(map(_is_beside, clauses))


def _is_beside(clause: str) -> bool:
    """Whether a clause says what shows no counterfeit; not where it denies that goods are ours, or names a fake."""
    if says_nothing(clause) or any(_is(clause, table) for table in ("nothing", "genuine", "open")):
        return True
    rest, found = _without(_words(clause), (*_denials("beside"), *_denials("anywhere")))
    rest, ours = _without(rest, _denials("ours"))
    denied = holds_denial(folded(rest).split())
    if (ours and denied) or (not denied and _names_a_fake(rest)):
        return False
    signs = sum(len(word) for word in rest.split() if word[0] >= FIRST_UNSPACED)
    long = [word for word in rest.split() if word[0] < FIRST_UNSPACED and len(word) >= LONG]
    return (found or ours) and len(long) <= MOST_LEFT and signs <= LONG


def _without(words: str, phrases: Collection[str]) -> tuple[str, bool]:
    """What is left of a clause without some phrases, and whether one was there."""
    rest = left = f" {words} "
    for one in sorted(phrases, key=lambda one: (-len(one), one)):
        left = left.replace(one if one[0] >= FIRST_UNSPACED else f" {one} ", "  ")
    return left.strip(), left != rest


def _names_a_fake(words: str) -> bool:
    """Whether a word for a counterfeit stands among words, in any language of the word files."""
    return _stand_in(words, _fakes())


@cache
def _fakes() -> frozenset[str]:
    """The words for a counterfeit, as words of a clause are compared: without hyphens and the like."""
    known = lexicon()
    return frozenset(map(_words, known.strong | known.told | known.weak))


def _doubtful(text: str) -> bool:
    """Whether a clause, or a short statement, holds words of what is genuine."""
    sounds = _is(text, "nothing") or _is(text, "genuine") or _holds(text, "anywhere") or _holds(text, "sounds")
    return sounds or (len(text) <= SHORT_CLAUSE and _holds(text, "doubtful"))


def _statements(differs: str) -> list[str]:
    return unicodedata.normalize("NFKC", differs).split(";")


def _denied(statement: str) -> bool:
    """Whether it begins by saying that nothing differs, or each of its clauses says so, headings left out."""
    marked = _clauses(statement)
    headed = [one for one, mark in marked if _heads(one, mark)]
    clauses = [one for one, mark in marked if not _heads(one, mark)]
    if _is(statement, "genuine") or (clauses and not headed and _is(clauses[0], "nothing")):
        return True
    begins = marked[:1] and marked[0][1] in (".", "。", "!") and _is(marked[0][0], "genuine")
    if begins and not _holds(statement, "exceptions"):
        return True
    denied = [_is(one, "genuine") or _is(one, "nothing") or _holds(one, "anywhere") for one in clauses]
    return bool(denied) and all(denied) and len(statement) <= SHORT and not _holds(statement, "exceptions")


def _clauses(statement: str) -> list[tuple[str, str]]:
    """The clauses of a statement, each with the sign after it."""
    parts = CLAUSE.split(statement)
    return [(one, mark.strip()) for one, mark in zip(parts[::2], [*parts[1::2], ""], strict=True) if _words(one)]


def _heads(clause: str, mark: str) -> bool:
    """Whether a clause only says of what the next one speaks: "Result of the examination:"."""
    few = len(_words(clause).split()) <= MOST_HEADING
    return mark in AFTER_HEADING and few and _holds(clause, "headings") and not _holds(clause, "anywhere")


def _is(text: str, table: str) -> bool:
    return _words(text) in _denials(table)


def _holds(text: str, table: str) -> bool:
    """Whether a phrase of a table stands in a text as words; anywhere where the script has no spaces."""
    return _stand_in(_words(text), _denials(table))


def _stand_in(words: str, phrases: Collection[str]) -> bool:
    said = f" {words} "
    return any(one in said if one[0] >= FIRST_UNSPACED else f" {one} " in said for one in phrases)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


@cache
def _denials(table: str) -> frozenset[str]:
    text = files("monitor.complaints").joinpath("denials.toml").read_text("utf-8")
    return frozenset(map(_words, tomllib.loads(text)[table]))
