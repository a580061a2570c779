"""Identifiers of goods in any writing: trade item numbers, and model numbers as makers and sellers print them."""

import re
import unicodedata
from collections.abc import Iterator

QUANTITY = re.compile(
    r"\d+(?:[.,/x]\d+)*(?:k|p|i|x|w|v|a|g|kg|mg|oz|lb|lbs|ml|cl|l|mm|cm|m|ft|in|inch|zoll|gb|tb|mb|mp|mah|hz|khz|mhz|ghz|"
    r"rpm|btu|bit|port|pin|pack|pcs|pc|ct|er|th|st|nd|rd|way|disc|d|h|ch|channel|cu|qt|watt|watts|volt|megapixel)?s?"
)
PIECE = re.compile(r"[^\W_]+(?:[-/._#+][^\W_]+)*")
NO_LETTERS_OR_DIGITS = re.compile(r"[\W_]+")


def gtin_key(value: str) -> str:
    """A GTIN as 14 digits, so that UPC, EAN and GTIN-14 of one item are equal; empty if its check digit is wrong.

    Source: GS1 General Specifications, section 7.9.
    """
    digits = re.sub(r"[\s-]", "", value)
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,14}", digits) or not int(digits):
        return ""
    body = [int(digit) for digit in reversed(digits[:-1])]
    check = -sum(digit * (3 if place % 2 == 0 else 1) for place, digit in enumerate(body)) % 10
    return digits.zfill(14) if check == int(digits[-1]) else ""


def compact(value: str) -> str:
    """Letters and digits alone, folded: `PS-LX350H/B` is `pslx350hb`."""
    return NO_LETTERS_OR_DIGITS.sub("", unicodedata.normalize("NFKC", value).casefold())


def is_code(text: str) -> bool:
    """Whether a compact text looks like a model number: it has a digit, is long enough, and is no quantity."""
    if len(text) < 4 or len(text) > 30 or not any(c.isdigit() for c in text) or not text.isascii():
        return False
    return not QUANTITY.fullmatch(text) or (text.isdigit() and len(text) >= 5)


def codes(text: str) -> frozenset[str]:
    """All model numbers that may stand in a text, compact, also those that a seller split into two words."""
    return frozenset(_codes(text))


def _codes(text: str) -> Iterator[str]:
    pieces = PIECE.findall(unicodedata.normalize("NFKC", text).casefold())[:200]
    before = ""
    for piece in pieces:
        this = compact(piece)
        if is_code(this) and not QUANTITY.fullmatch(re.sub(r"[-_]", "", piece)):
            yield this
        if before and len(before) <= 5 and _may_join(before, this) and is_code(before + this):
            yield before + this
        before = this


def _may_join(before: str, this: str) -> bool:
    """A short word of letters before a piece with digits, such as `MDR EX32LP`."""
    has_digit = any(c.isdigit() for c in this)
    return before.isalpha() and before not in SMALL_WORDS and has_digit and not QUANTITY.fullmatch(this)


SMALL_WORDS = frozenset({"for", "of", "the", "and", "with", "pack", "set", "size", "to", "in", "no", "model", "new"})


def same_family(one: str, other: str) -> bool:
    """Whether one model number is the other with a short ending, such as a country's or a colour's: FS105, FS105NA."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and len(long) - len(short) <= 3 and long.startswith(short)
