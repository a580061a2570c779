"""Words that are written upside down, backwards, drawn with signs or taken apart, read the right way round."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from monitor.marks.mention import Way

TURNED: Final = dict(
    zip("ɐɔǝɟƃɓɥᴉıɾſʞʃɯɹʇʌʍʎ∀ƆƎℲ⅁⅂˥ʅԀ┴∩Λ⅄bdpqnuWM", "acefgghiijjklmrtvwyacefglllptuvyqpdbunMW", strict=True)
)
"""A letter on its head, and the letter; the others look the same or are read as they stand."""
SURE: Final = re.compile("[ɐɔǝɟƃɓɥᴉɾʞʃɯɹʇʌʍʎ∀ƆƎℲ⅁⅂˥ʅԀ┴⅄]")
"""Those that nobody writes for another reason."""
MAX_WORDS = 100
BACKWARDS: Final = re.compile("\u202e([^\u202c\n]{2,100})")
"""What a sign of direction shows from right to left."""
JAMO: Final = re.compile("[\u3131-\u3163]")
APART: Final = re.compile("[\u3131-\u3163\uac00-\ud7a3]{2,40}")
FIRST: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
MIDDLE: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
LAST: Final = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
"""The letters of Korean syllables in the order of Unicode: those that begin one, its vowel, those that end it."""
DRAWN: Final = (
    (r"|\|", "n"), ("|\\/|", "m"), ("|-|", "h"), ("|_|", "u"), ("/-\\", "a"), ("(_)", "o"), ("|<", "k"),
    ("|{", "k"), ("|)", "d"),
    ("/\\", "a"), ("\\/", "v"),
)  # fmt: skip
"""Letters drawn with several signs, the longest first."""
DRAWING: Final = re.compile("|".join(re.escape(drawn) for drawn, _ in DRAWN))
LETTERS: Final = dict(DRAWN)


def upright(text: str) -> Iterator[tuple[int, int, str, Way]]:
    """Each word, and each pair of words, that holds a letter on its head: its place, how it reads turned, and the way.

    Also what stands backwards behind a sign of direction, and words with letters drawn with signs (`|<` for k).
    """
    yield from _backwards(text)
    yield from _drawn(text)
    yield from _composed(text)
    if not SURE.search(text):
        return
    words = [match.span() for match in re.finditer(r"\S+", text)][:MAX_WORDS]
    for first, last in [(word, word) for word in words] + list(pairwise(words)):
        start, end = first[0], last[1]
        if end - start <= 100 and SURE.search(text, start, end):
            yield start, end, "".join(TURNED.get(char, char) for char in reversed(text[start:end])), Way.STYLED


def is_drawn(word: str) -> bool:
    """Whether a word holds letters, and one that is drawn with signs."""
    return ("|" in word or "/" in word or "(_)" in word) and bool(DRAWING.search(word)) and any(map(str.isalpha, word))


def _backwards(text: str) -> Iterator[tuple[int, int, str, Way]]:
    for run in BACKWARDS.finditer(text) if "\u202e" in text else ():
        for word in re.finditer(r"\S+", run[1]):
            yield run.start(1) + word.start(), run.start(1) + word.end(), word[0][::-1], Way.BACKWARDS


def _composed(text: str) -> Iterator[tuple[int, int, str, Way]]:
    """Words of Korean letters that stand one by one (ㅈㅣ방시), put together into syllables."""
    for word in APART.finditer(text) if JAMO.search(text) else ():
        if JAMO.search(word[0]):
            yield *word.span(), unicodedata.normalize("NFC", _modern(word[0])), Way.SEPARATORS


def _modern(text: str) -> str:
    """The letters as those of which Unicode composes syllables: one before a vowel begins a syllable, others end it."""
    spread = unicodedata.normalize("NFD", text)
    found: list[str] = []
    for place, char in enumerate(spread):
        if char in MIDDLE:
            found.append(chr(0x1161 + MIDDLE.index(char)))
        elif char not in FIRST + LAST:
            found.append(char)
        elif spread[place + 1 : place + 2] in (*MIDDLE, *map(chr, range(0x1161, 0x1176))):
            found.append(chr(0x1100 + FIRST.index(char)) if char in FIRST else char)
        else:
            found.append(chr(0x11A8 + LAST.index(char)) if char in LAST else char)
    return "".join(found)


def _drawn(text: str) -> Iterator[tuple[int, int, str, Way]]:
    if "|" not in text and "/" not in text and "(_)" not in text:
        return
    for word in re.finditer(r"\S+", text):
        if is_drawn(word[0]):
            yield *word.span(), DRAWING.sub(lambda drawn: LETTERS[drawn[0]], word[0]), Way.DIGITS
