"""Identifiers of goods in any writing: trade item numbers, and model numbers as makers and sellers print them."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from monitor.products.norms import is_norm
from monitor.products.words import fold, spaced

MAX_PIECES = 200
QUANTITY = re.compile(
    r"\d+(?:[.,/x-]\d+)*[.,/x-]?(?:k|p|i|x|w|v|a|g|kg|mg|oz|lb|lbs|ml|cl|l|mm|cm|m|ft|in|inch|zoll|gb|tb|mb|mp|mah|"
    r"hz|khz|mhz|ghz|kw|nm|bar|ah|rpm|btu|bit|port|pin|pack|pcs|pc|ct|er|th|st|nd|rd|way|disc|d|h|ch|channel|cu|qt|watt|volt|megapixel|year|piece)s?"
    r"|\d{1,3}(?:[/x]\d{1,4})?(?:-[a-z]{3,}|[a-z]{4,})(?:-[a-z]{1,3})?"  # 5-user, 40bags, 10/100base-tx
    r"|f/?\d{1,2}(?:\.\d)?(?:-\d{1,2}(?:\.\d)?)?[a-z]?"  # f/4-5.6 of a lens
)
PIECE = re.compile(r"[^\W_]+(?:[-/._#+][^\W_]+)*")
WORD = re.compile(r"[^\W_]+")
NO_LETTERS_OR_DIGITS = re.compile(r"[\W_]+")
STEM = re.compile(r"(.*\d)[a-z]{1,4}")
LETTERS, NO_DIGITS = re.compile(r"[a-z]*"), re.compile(r"\D")
ALIKE = 3
"""Numbers of digits alone are of one list where so many of the first ones are the same."""
CORE = re.compile(r"\d{5,}")


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
    return bare(fold(value))


def bare(folded: str) -> str:
    """Letters and digits of a folded text."""
    return folded if folded.isalnum() else NO_LETTERS_OR_DIGITS.sub("", folded)


def is_code(text: str) -> bool:
    """Whether a compact text looks like a model number: it has a digit, is long enough, and is no quantity."""
    if not 4 <= len(text) <= 30 or not text.isascii() or text.isalpha():
        return False
    if text.isdigit():
        return len(text) >= 5 and not text.endswith("000")
    return not QUANTITY.fullmatch(text)


def codes(text: str) -> frozenset[str]:
    """All model numbers in a text, compact; of `966193-0403` also what is before the hyphen, and all beside strokes."""
    return codes_and_norms(text)[0]


def codes_and_norms(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The model numbers of a text, and what looks like one and is a norm that many makers share (`FFP2`), compact."""
    found: set[str] = set()
    norms: set[str] = set()
    for piece in PIECE.findall(spaced(fold(text)))[:MAX_PIECES] if text else ():
        if piece.isalpha() or QUANTITY.fullmatch(piece):
            continue
        if piece.isalnum():
            if is_code(piece):
                (norms if is_norm(piece, piece) else found).add(piece)
            continue
        whole, parts = bare(piece), {piece.split("-", 1)[0], *piece.split("/")} - {piece}
        if is_norm(whole, piece):
            norms.update([whole] if is_code(whole) else ())
            continue
        shared = {bare(part) for part in parts if is_norm(bare(part), part)}
        norms.update(filter(is_code, shared))
        # `KN95-masks` is a norm and words; `CAT6-4711` may be anybody's number.
        named = {whole} if not shared or any(sign.isdigit() for sign in whole[len(min(shared)) :]) else set()
        found.update(code for code in named | {bare(part) for part in parts} - shared if is_code(code))
    return frozenset(found), frozenset(norms - found)


def stem(code: str) -> str:
    """A model number without the letters at its end, which name a colour or country; itself if too little is left."""
    found = STEM.fullmatch(code)
    return found[1] if found and len(found[1]) >= 5 and any(c.isalpha() for c in found[1]) else code


def core(code: str) -> str:
    """The longest run of five digits or more, which survives prefixes (`TV24734`, `24734`); empty if there is none."""
    return max(CORE.findall(code), key=len, default="")


def alike_in_kind(one: str, other: str) -> bool:
    """Whether two model numbers are of one numbering, so that being different means something."""
    return one[:2] == other[:2] or (one.isdigit() and other.isdigit() and len(one) == len(other))


def alike_in_shape(one: str, other: str) -> bool:
    """Whether letters and digits stand at the same places, as in two numbers of one maker's list."""
    return len(one) == len(other) and all(a.isdigit() == b.isdigit() for a, b in zip(one, other, strict=True))


def is_sister(own: str, other: str) -> bool:
    """Whether two compact model numbers are two of one numbering: BR10 and BR8, not BR10 and BR10-EU."""
    if own.startswith(other) or other.startswith(own) or stem(own) == stem(other):
        return False
    mine, theirs = LETTERS.match(own), LETTERS.match(other)
    if not (mine and theirs) or mine[0] != theirs[0] or NO_DIGITS.sub("", own) == NO_DIGITS.sub("", other):
        return False
    return bool(mine[0]) or (own.isdigit() and len(own) == len(other) and own[:ALIKE] == other[:ALIKE])


@dataclass(frozen=True)
class Writing:
    """A folded text, as it is searched for codes without its blanks and signs."""

    folded: str

    @classmethod
    def of(cls, text: str) -> "Writing":
        """Of a text as it is."""
        return cls(spaced(fold(text)))

    @cached_property
    def _text(self) -> str:
        return bare(self.folded)

    @cached_property
    def _borders(self) -> tuple[frozenset[int], frozenset[int]]:
        """Where words start and end in the text without blanks and signs."""
        lengths = [len(word) for word in WORD.findall(self.folded)[:MAX_PIECES]]
        ends = list(accumulate(lengths))
        return frozenset([0, *ends]), frozenset(ends)

    def has(self, code: str) -> bool:
        """Whether a model number stands here in any writing: `SLINGSHOT200AW` in `SlingShot 200 AW`."""
        at = self._text.find(code)
        while at >= 0:
            starts, ends = self._borders
            if at in starts and at + len(code) in ends:
                return True
            at = self._text.find(code, at + 1)
        return False
