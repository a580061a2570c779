"""Text that is safe in a cell of a spreadsheet."""

import re

STARTS_FORMULA = re.compile(r"[\s\x00\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n]")
PLAIN_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")


def safe_cell(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula; a number stays as it is.

    Leading blanks and invisible characters do not hide a formula, nor do the wide forms of its first character.
    """
    if STARTS_FORMULA.match(text) and not PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text
