"""Text of strangers that is safe in a cell of a spreadsheet, and on a terminal."""

import re
import unicodedata

STARTS_FORMULA = re.compile(r"[\s\x00\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n]")
PLAIN_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")


def safe_cell(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula; a number stays as it is.

    Leading blanks and invisible characters do not hide a formula, nor do the wide forms of its first character.
    """
    if STARTS_FORMULA.match(text) and not PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text


def plain(text: str) -> str:
    """The text on one line, with control, direction and invisible characters written out as [U+XXXX]."""
    return "".join(
        " " if c in "\t\n\r" else f"[U+{ord(c):04X}]" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c
        for c in text
    )
