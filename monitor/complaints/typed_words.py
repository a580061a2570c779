"""What words that a person types say, by language, from the files in `wording/`. Pure but for its words.

A file is a language; how its phrases are written is said in `wording/en.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

FIRST_UNSPACED = "\u2e80"
"""From here on stand the signs of scripts without spaces."""
LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "o", "æ": "ae", "ł": "l", "ı": "i", "đ": "d",
                         "ة": "ه", "ى": "ي", "ـ": None, "’": "'", "‘": "'", "`": "'"})  # fmt: skip
MARKS = re.compile("[\u0300-\u036f\u064b-\u0655]")
"""Accents and vowel signs, without which words are typed as well."""
STOPS = re.compile(r"[.,;:!?…]+(?=\s|$)|[\"()\[\]{}<>«»„“”/\\|–—*#=]")
STOP, LEFT_OUT = "¶", " § "
"""What stands for a stop, and for what was left out, where words are compared."""
QUESTION = re.compile(
    r"(?<![^\s.!?;:。(\"'„“«¿¡])([^.!?;:。\n]{1,40}?)\s?\?+\s*¡?([^\W\d_]+(?: [^\W\d_]+){0,2})\s?(?:[.!…。]+|$)"
)
"""A question of a few words, and what answers it alone."""
ANSWERED = re.compile(
    r"(?:^|(?<=[.!;:。\n!?]))[^\S\n]*([^.!?;。\n]{1,100}?)\s?(?:\?+|:|\s[–—-])\s*¡?"
    r"([^\W\d_]+(?:[ ']+[^\W\d_]+){0,3})\s?(?=[.!…。,、;:\n]|\s[–—-]|$)"
)
"""A question or a heading of any length, and what answers it, whatever follows."""
MOST_HEADING = 3
"""A heading of more words is a sentence."""
MOST_ASKED = 4
"""With more words it says more than what it asks."""
NEAR = 120
"""So far from what says that nothing is threatened a condition takes it back."""
REACH = 3
"""So many words may stand between two that belong together."""


class Says(StrEnum):
    """What words may say."""

    ALLEGES = "alleges"
    """That goods are not genuine, or that somebody deceives."""
    BOUGHT = "bought"
    """That goods were bought and looked at, of which a sealed purchase alone is the proof."""
    CRIME = "crime"
    """That police, courts or customs come."""
    THREAT = "threat"
    MONEY = "money"


NOT_NEUTRAL = (Says.ALLEGES, Says.BOUGHT)
"""What a sentence that says that nothing was bought, or nothing of what is genuine, does not say."""
THREATS = (Says.THREAT, Says.CRIME)
"""What a sentence that says that nothing is threatened does not say, in whatever language: some share their words."""


def said(text: str, *kinds: Says) -> list[str]:
    """The words of a text that say one of some kinds, each once, as compared: in small letters, without accents."""
    plain = folded(text).replace(STOP, " ")
    flat = _flat(plain, " ")
    found = list[str]()
    for kind in kinds:
        by_words, by_signs = _threatening(plain) if kind in THREATS else (flat, plain)
        for language, pattern in _patterns(kind).items():
            read = by_words if _is_spaced(language) else by_signs
            if kind in NOT_NEUTRAL and (left := _patterns("neutral").get(language)):
                read = left.sub(LEFT_OUT, read)
            found += (hit.group().strip() for hit in pattern.finditer(read))
    return list(dict.fromkeys(filter(None, found)))


def _flat(plain: str, stop: str) -> str:
    """The words of a folded text with one blank between them, and what is to stand for each stop."""
    return " ".join(STOPS.sub(stop, plain).split())


def _threatening(plain: str) -> tuple[str, str]:
    """A text by words and by signs, without what says that nothing is threatened.

    That stays where a word near it makes a condition, or goes on with a but, and never goes on beyond a stop: what
    follows may be the threat.
    """
    flat = _flat(plain, f" {STOP} ")
    for language, harmless in _patterns("harmless").items():
        unless = _patterns("unless")[language]
        if _is_spaced(language):
            flat = _without(harmless, flat, unless)
        else:
            plain = _without(harmless, plain, unless)
    return " ".join(flat.replace(STOP, " ").split()), plain


def _without(left: re.Pattern[str], text: str, unless: re.Pattern[str]) -> str:
    def kept(hit: re.Match[str]) -> str:
        near = unless.search(text, max(0, hit.start() - NEAR), hit.end() + NEAR)
        return hit[0] if near else LEFT_OUT

    return left.sub(kept, text)


def _is_spaced(language: str) -> bool:
    return bool(_tables()[language].get("spaces", True))


def without_denied(text: str) -> str:
    """A text without the short questions that the next words answer with no, as a heading does: "Replica? No!"."""
    return QUESTION.sub(
        lambda found: " " if _denied(found[1], found[2]) else found[0], unicodedata.normalize("NFKC", text)
    )


def answered(text: str) -> list[str]:
    """The words that allege by a question or heading which the next words answer with no: "Genuine? No!".

    Each word of the question is denied, in the languages of the answer; what it alleges without that is read elsewhere.
    One that asks for more than whether goods are genuine ("The original box?") says nothing of them.
    """
    plain, found = unicodedata.normalize("NFKC", text).replace("؟", "?").replace("’", "'"), dict[str, None]()
    read = set[tuple[str, str]]()
    denies_it = cache(lambda word, denied: bool(said(denied.format(word), Says.ALLEGES)))
    for one in ANSWERED.finditer(plain):
        asked, answer = folded(one[1]).strip("¿ "), folded(one[2])
        is_question = "?" in plain[one.start() : one.start(2)] or len(asked.split()) <= MOST_HEADING
        if is_question and answer in _denials() and (asked, answer) not in read:
            read.add((asked, answer))
            found |= dict.fromkeys(_alleged(asked.split(), answer, denies_it))
    return list(found)


def _alleged(asked: Sequence[str], answer: str, denies_it: Callable[[str, str], bool]) -> Iterator[str]:
    """What the words of a question allege, each denied as by its answer, where it asks whether goods are genuine."""
    rest = [word for word in asked if word not in _asking() and word[0] < FIRST_UNSPACED]
    for denied in _denials()[answer]:
        if all(denies_it(word, denied) for word in rest):
            itself, statement = said(" ".join(asked), Says.ALLEGES), " ".join(denied.format(word) for word in asked)
            yield from (words for words in said(statement, Says.ALLEGES) if words not in itself)


@cache
def _asking() -> frozenset[str]:
    """The words of a question whether goods are genuine that say nothing of what is asked."""
    words = (f"{table['small']} {table.get('asks', '')}" for table in _tables().values())
    return frozenset(folded(" ".join(words)).split())


@cache
def _denials() -> Mapping[str, Sequence[str]]:
    """How a word is denied by each answer that says no, in the languages that have it."""
    found: dict[str, list[str]] = {}
    for table in _tables().values():
        for answer in {folded(one) for one in table.get("answers", ())}:
            found.setdefault(answer, []).append(table["denied"])
    return found


def _denied(question: str, answer: str) -> bool:
    """Whether an answer denies a question; not where that denies something itself."""
    asked = folded(question).strip("¿ ").split()
    return len(asked) <= MOST_ASKED and not holds_denial(asked) and folded(answer) in _denials()


def holds_denial(words: Collection[str]) -> bool:
    """Whether one of some folded words denies something, in any language."""
    return any(one in _denying() or _unspaced(one, _denying()) for one in words)


@cache
def _denying() -> frozenset[str]:
    return frozenset(word for table in _tables().values() for word in folded(table["deny"]).split())


def _unspaced(word: str, denies: Iterable[str]) -> bool:
    """Whether a word of a script without spaces holds one that denies."""
    return not word.isascii() and any(one in word for one in denies if one[0] >= FIRST_UNSPACED)


def folded(text: str) -> str:
    """A text as words are compared: one form, small letters, no accents, one blank."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold()).translate(LETTERS)
    bare = MARKS.sub("", unicodedata.normalize("NFD", plain))
    return " ".join(unicodedata.normalize("NFC", bare).split())


@cache
def _patterns(what: str) -> Mapping[str, re.Pattern[str]]:
    """One pattern a language, by its file."""
    return {
        language: re.compile("|".join(_pattern(folded(one), table) for one in table[what]))
        for language, table in _tables().items()
        if table.get(what)
    }


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    there = sorted(files("monitor.complaints").joinpath("wording").iterdir(), key=lambda one: one.name)
    return {one.name: tomllib.loads(one.read_text("utf-8")) for one in there if one.name.endswith(".toml")}


def _pattern(phrase: str, table: Mapping[str, Any]) -> str:
    """A phrase of a file as a regular expression."""
    written = re.sub(r"(?<![\\\]?}])\*", r"\\w*", re.sub(r"(\\[wd])\*", r"\1{0,}", phrase))
    if not table.get("spaces", True):
        return written
    written = re.sub(r"(?<!\?)!(?= )", _one_of(table["deny"]).replace("\\", r"\\"), written)
    written = re.sub(r"(?<!\w)_ ", f"(?:{_one_of(table['small'])} ){{0,{REACH}}}".replace("\\", r"\\"), written)
    written = re.sub(r"~ ", rf"(?:[^\\s{STOP}]+ ){{0,{REACH}}}", written)
    return rf"(?<!\w)(?:{written})(?!\w)"


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(map(re.escape, folded(words).split()))})"
