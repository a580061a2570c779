"""A Latin mark as other scripts write it by its sound: Вельмора, ベルモラ, 벨모라, ולמורה for Velmora.

Both are reduced to their consonants, in which what a script cannot tell apart is one (b, v, f, p; l, r; s, sh, ch), and
vowels are compared where the script writes them. By itself that is far from sure: ask only where a name speaks for a
brand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

from monitor.marks.eastern import simplified

MAX_NAME = 300
LEAST_CONSONANTS, LEAST_SURE, LEAST_LETTERS = 2, 4, 7
"""Marks of fewer consonants are not looked for. Of fewer than the second, and fewer letters, or where vowels are not
written, the find is not sure."""
WRITTEN = re.compile(
    r"[\u30a1-\u30fa\u30fc]+|[\uac00-\ud7a3]+|[\u4e00-\u9fff]+|(?:(?![\u30a1-\u30fc\uac00-\ud7a3\u4e00-\u9fff])[^\W\d_a-zA-Z\u00c0-\u024f]"
    r"[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u0983\u093a-\u094f\u0e30-\u0e4e\u0bbe-\u0bcd'’]*)+"
)
"""A word in one script that is not Latin; Chinese signs, kana and Hangul stand beside others without a space."""
ALEF = re.compile(r"[\u0622\u0623\u0625\u0627\u0649]")
ABJAD = re.compile(r"[\u0590-\u06ff]")
UNSAID = re.compile(r"ッ|ー|(?<=[\u05d0-\u05ea])ו|[ьъ'’]")
"""Signs that say nothing of a consonant: doubling and length of kana, the vowel vav, Cyrillic signs."""
HAN, THAI = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[\u0e00-\u0eff]")
FIGURES = (
    ("tsh", "s"), ("sch", "s"), ("zh", "s"), ("sh", "s"), ("ch", "s"), ("ph", "f"), ("ck", "k"), ("x", "ks"),
    ("qu", "k"),
)  # fmt: skip
NASAL = re.compile(r"n[gj](?![aeiou])")
CONSONANTS = str.maketrans("bvfpcgqkdtszjlrmnaeiouyhw", "bbbbkkkkttsssllmn--------")
TWICE = re.compile(r"(\w)\1+")
OPEN = "aeiouyh"
"""What a word begins with that begins with a vowel, said with a breath or without."""
VOWEL = re.compile(r"[aeiou]")
LONG = {"a": "a", "w": "ou", "y": "ie", "o": "ou", "u": "ou", "i": "ie", "e": "ie"}
"""What a vowel that an abjad writes may be."""
ADDED, ADDED_TO_SHORT = frozenset("iou"), frozenset("iu")
"""Vowels that scripts of syllables put between consonants and behind them."""


def foreign_words(name: str) -> Iterator[tuple[int, int]]:
    """Where words stand in a name that are written in no Latin letters."""
    for found in WRITTEN.finditer(name[:MAX_NAME]):
        yield found.span()


def sounds_like(word: str, mark: str) -> float:
    """How sure it is that a word of another script writes a Latin mark by its sound: 1 it surely does, 0 it does not.

    0.5 where the script writes no vowels, or the mark is so short that other names sound like it.
    """
    if not mark.isascii() or word.isascii():
        return 0
    own, said = _consonants(_latin(mark)), _consonants(_said(word))
    if len(own) < LEAST_CONSONANTS or own != said or (_latin(mark)[0] in OPEN and _said(word)[0] not in OPEN):
        return 0
    if ABJAD.search(word):
        return 0.5 if _long_vowels_agree(_latin(mark), _said(word)) else 0
    if THAI.search(word) or HAN.search(word):
        return 0.5 if len(own) >= LEAST_SURE else 0
    enough = len(own) >= LEAST_SURE
    if not _vowels_agree(_latin(mark), _said(word), ADDED if enough else ADDED_TO_SHORT):
        return 0
    return 1 if enough or len(_latin(mark)) >= LEAST_LETTERS else 0.5


@lru_cache(maxsize=1024)
def _latin(mark: str) -> str:
    return "".join(filter(str.isalpha, mark.lower()))


def _said(word: str) -> str:
    """A word in Latin letters, by its sound."""
    latin = anyascii(ALEF.sub("a", UNSAID.sub("", simplified(word)))).lower()
    latin = "".join(filter(str.isalpha, latin)).replace("eu", "u").replace("eo", "o")
    latin = latin.lstrip("aeiou") if THAI.search(word) else latin
    return latin.replace("x", "s").replace("q", "s") if HAN.search(word) else latin


def _consonants(latin: str) -> str:
    """The consonants of a word; those that scripts do not tell apart are one, and a first w is a v."""
    text = f"v{latin[1:]}" if latin.startswith("w") else latin
    for written, plain in FIGURES:
        text = text.replace(written, plain)
    return TWICE.sub(r"\1", NASAL.sub("n", text).translate(CONSONANTS)).replace("-", "")


def _vowels_agree(mark: str, said: str, added: frozenset[str]) -> bool:
    """Whether a mark's vowels stand in a word in their order, with none but `added` ones between; a last e is mute."""
    own, there = VOWEL.findall(mark.replace("y", "i")), VOWEL.findall(said.replace("y", "i"))
    mute = own[:-1] if mark.endswith("e") and len(own) > 1 else own
    return _within(own, there, added) or _within(mute, there, added)


def _long_vowels_agree(mark: str, said: str) -> bool:
    """Whether the vowels that an abjad writes are vowels of the mark in their order."""
    own = iter(VOWEL.findall(mark.replace("y", "i")))
    return all(any(vowel in alike for vowel in own) for alike in (LONG[sign] for sign in said if sign in LONG))


def _within(own: list[str], there: list[str], added: frozenset[str]) -> bool:
    left = list(own)
    for vowel in there:
        if left and vowel == left[0]:
            left.pop(0)
        elif vowel not in added:
            return False
    return not left
