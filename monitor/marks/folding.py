"""Characters to the plain letters that a person reads in them, and texts to skeletons that can be searched.

A skeleton is lower case without marks, spaces and punctuation, in which letters that look alike are one letter. It only
finds candidates; what really stands in the text is looked at afterwards, at the original positions.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import compress
from typing import Final

FACTS: Final = tomllib.loads((files("monitor.marks") / "lookalikes.toml").read_text("utf-8"))
LOOKALIKES: Final[dict[str, str]] = {char: letter for letter, chars in FACTS["lookalikes"].items() for char in chars}
LEET: Final[dict[str, str]] = FACTS["leet"]
PAIRS: Final[dict[str, list[str]]] = FACTS["pairs"]
AMBIGUOUS: Final = "!|+"
"""Signs that stand for a letter in one word and separate letters in another."""

NAMED = re.compile(
    r"(?:NEGATIVE |CROSSED )?(?:LATIN (?:CAPITAL |SMALL |EPIGRAPHIC |SUBSCRIPT )?LETTER |"
    r"REGIONAL INDICATOR SYMBOL LETTER |(?:SQUARED|CIRCLED) LATIN CAPITAL LETTER )"
    r"(?:SMALL CAPITAL |TURNED |REVERSED |SIDEWAYS |INVERTED |OPEN |CLOSED |DOTLESS |LONG |SCRIPT |STIRRUP |INSULAR )*"
    r"([A-Z]|AE|OE)(?: WITH .*)?"
)
NOTHING = "\u0640\u115f\u1160\u3164\uffa0"
"""Letters that show nothing: fillers, and the stroke that only makes an Arabic word longer."""
KANA_VOICING = "\u3099\u309a"
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW")
"""Scripts whose letters are the same letters when the marks above and below fall off."""
SQUARED_PAIRS = {"🆎": "ab", "🆑": "cl", "🆗": "ok", "🆕": "new", "🆚": "vs"}


@cache
def read(char: str) -> str:
    """The lower-case letters and digits that a person reads in a character; "" for what is invisible or a mark above.

    Spaces, punctuation and signs come back as they are.
    """
    if char.isascii():
        return char.lower() if char.isprintable() or char.isspace() else ""
    if looks := look_of(char):
        return looks
    if char.isspace() or char in SQUARED_PAIRS:
        return SQUARED_PAIRS.get(char, " ")
    category = unicodedata.category(char)
    if (category in ("Mn", "Me", "Cf", "Cs", "Cc") and char not in KANA_VOICING) or char in NOTHING:
        return ""
    named = NAMED.fullmatch(unicodedata.name(char, ""))
    return named[1].lower() if named else _decomposed(char)


def look_of(char: str) -> str:
    """The letter of the table that a character looks like, in this case or the other one; "" where there is none."""
    for form in (char, char.upper(), char.lower()):
        if form in LOOKALIKES:
            return LOOKALIKES[form]
    return ""


def _decomposed(char: str) -> str:
    """A character by its decomposition: accents fall off letters, other scripts keep what belongs to their letters."""
    parts = unicodedata.normalize("NFKD", char)
    if parts == char:
        return char.casefold()
    base = parts.lstrip("(")[:1]
    if not parts.strip("()"):
        return parts
    if base.isascii() or look_of(base) or unicodedata.name(base, "").startswith(SCRIPTS):
        return "".join(read(part) for part in parts if part != char and part not in "()").strip()
    composed = unicodedata.normalize("NFKC", char).casefold()
    return "".join(part for part in composed if part in KANA_VOICING or unicodedata.category(part) != "Mn")


def small(text: str) -> str:
    """A text in small letters, of which each stands where its capital stood: `str.lower` makes two of İ."""
    return text.replace("İ", "i").lower()


def is_cjk(char: str) -> bool:
    """Whether words of the character's script stand together without spaces."""
    code = ord(char)
    return 0x2E80 <= code < 0xFF00 or 0xFF66 <= code <= 0xFF9F or code >= 0x20000 or 0x0E00 <= code <= 0x0EFF


class Table(dict[int, str | None]):
    """A table for `str.translate` that works characters out as they come; bounded by the number of characters."""

    def __init__(self, *, merged: bool, signs: bool, spaced: bool = False) -> None:
        """`merged`: letters that look alike become one; `signs`: "!", "|", "+" are letters; `spaced`: keep gaps."""
        super().__init__()
        self._merged, self._signs, self._gap = merged, signs, " " if spaced else ""
        for code in range(128):
            self[code] = self._work_out(chr(code))
        self.kept = frozenset(chr(code) for code in range(128) if self[code])

    def __missing__(self, code: int) -> str | None:
        self[code] = self._work_out(chr(code))
        return self[code]

    def _work_out(self, char: str) -> str | None:
        return "".join(self._one(part) for part in read(char)) or None

    def _one(self, part: str) -> str:
        if self._merged:
            if part in AMBIGUOUS and not self._signs:
                return self._gap
            part = LEET.get(part, part)
            if part == "l":
                part = "i"
        return part if part.isalnum() else self._gap


LETTERS: Final = Table(merged=True, signs=True)
"""The usual reading: digits and signs are letters, everything else between letters is gone."""
SEPARATED: Final = Table(merged=True, signs=False)
"""The other reading: "!", "|" and "+" separate letters."""
WORDS: Final = Table(merged=False, signs=False, spaced=True)
"""Letters and digits as they read, in words."""


def skeleton(text: str, table: Table = LETTERS) -> str:
    """The text as it is searched."""
    return text.translate(table)


def positions(text: str, table: Mapping[int, str | None]) -> list[int]:
    """For each character of `text.translate(table)`, the position in `text` that it came from."""
    if text.isascii() and isinstance(table, Table):
        return list(compress(range(len(text)), map(table.kept.__contains__, text)))
    found: list[int] = []
    for place, char in enumerate(text):
        folded = table[ord(char)]
        if folded:
            found.append(place) if len(folded) == 1 else found.extend([place] * len(folded))
    return found


def squeeze(text: str) -> str:
    """The text with each run of one letter written once."""
    return "".join(char for place, char in enumerate(text) if place == 0 or text[place - 1] != char)
