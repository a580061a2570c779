"""Telling goods from what is made for them: a strap for the watch is not the watch."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from monitor.marks.use import MARKS_OF_VOWELS
from monitor.products.identifiers import codes as all_codes
from monitor.products.words import SPACELESS, fold, lexicon, spaced, words

SIGNS_OF_VOWELS = MARKS_OF_VOWELS + "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
PIECE = re.compile(rf"[^\W_](?:[^\W_]|[{SIGNS_OF_VOWELS}])*(?:-(?=[^\W\d_]))?|[+&,(]")
"""A word, with the hyphen that joins it to the next one."""
SEPARATOR = re.compile(r"\s[-–—|]\s|[,;(]|:\s")
MAX_PIECES = 300
KEPT = 4096
"""What so many words are is kept."""
WITHOUT = frozenset(("without", "ohne", "sans", "sin", "senza", "sem", "zonder", "bez", "без", "utan", "uden", "uten"))
"""Words behind which stands what does not come with the goods."""
BACK = 3
AHEAD = 3
"""So many words behind one, less one, are read for "included"."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A title in two: what is sold, and what it is said to be for; and the words in it that name an accessory."""

    head: str
    tail: str
    accessories: frozenset[str]
    """Accessory words that name the goods themselves, not what comes with them."""


def parts(title: str) -> Parts:
    """Take a title apart at its first "for", up to the next dash or comma."""
    folded = spaced(fold(title))
    if found := lexicon().for_words.search(folded):
        tail, *after = SEPARATOR.split(folded[found.end() :], maxsplit=1)
        head = " ".join([folded[: found.start()], *after])
    else:
        head, tail = folded, ""
    return Parts(head, tail, accessory_words(folded))


def parted(title: str) -> tuple[str, str]:
    """A title before and behind its first short word for "for" ("do", "zu"), which elsewhere may say something else."""
    said = fold(title).split()
    at = next((at for at, word in enumerate(said) if word in lexicon().short_for), len(said))
    return " ".join(said[:at]), " ".join(said[at + 1 :])


def accessory_words(folded: str) -> frozenset[str]:
    """Words for accessories that do not come with the goods ("with case", "case included"), nor drive them."""
    found = set()
    pieces = PIECE.findall(folded)[:MAX_PIECES]
    for at, piece in enumerate(pieces):
        one = _accessory(piece, pieces[at + 1] if at + 1 < len(pieces) else "")
        if one and not _comes_with(pieces, at):
            found.add(one)
    return frozenset(found)


def _accessory(piece: str, following: str) -> str:
    """The word for an accessory that a word is, begins a pair of, or is a form of; or an empty string."""
    known = lexicon().accessories
    first = piece.removesuffix("-")
    if first in known.openers and (pair := f"{first} {following}") in known.words:
        return pair
    if piece.endswith("-"):  # the beginning of a compound says what the goods have: "Akku-Bohrschrauber"
        if following not in known.sets:
            return ""
        piece = first
    return _alone(piece)


@lru_cache(maxsize=KEPT)
def _alone(piece: str) -> str:
    """The word for an accessory that a word by itself is, or is a form of; or an empty string."""
    known = lexicon().accessories
    one = piece.removesuffix("s") if piece.removesuffix("s") in known.words else piece
    if one in known.words or piece.endswith(known.endings):
        return one
    if piece.startswith(known.beginnings):
        return next(start for start in known.beginnings if piece.startswith(start))
    return piece if _holds_one(piece) else ""


def _comes_with(pieces: Sequence[str], at: int) -> bool:
    """Whether what stands around an accessory says that it comes with the goods, drives them, or is missing."""
    known, piece, before = lexicon().accessories, pieces[at], pieces[max(0, at - BACK) : at]
    if not known.with_before.isdisjoint(before) or not known.drives.isdisjoint(before[-1:]):
        return True
    if not WITHOUT.isdisjoint(before):
        return True
    if SPACELESS.match(piece) and (piece.startswith(known.with_within) or piece.endswith(known.with_ends)):
        return True
    return any(word in known.with_after or word.endswith(known.with_ends) for word in pieces[at + 1 : at + AHEAD])


def _holds_one(piece: str) -> bool:
    """Whether a word of a script without blanks holds a word for an accessory."""
    if piece.isascii():
        return False
    for goods in lexicon().accessories.goods:
        piece = piece.replace(goods, "")
    return any(word in piece for word in lexicon().accessories.within)


def is_accessory(listing: Parts, product: Parts, name: frozenset[str], codes: frozenset[str]) -> bool:
    """Whether the listing sells something for the product; `name` are its own words, `codes` its model numbers.

    A product that is itself for something is compared as a whole, and a title that gives the model number outside of
    what it is for is left to the other reasons.
    """
    if product.tail or not listing.tail or codes & all_codes(listing.head):
        return False
    telling = name | codes
    head = telling & frozenset(words(listing.head))
    tail = telling & (frozenset(words(listing.tail)) | all_codes(listing.tail))
    return bool(listing.accessories - product.accessories) and (not head or bool(tail - head))
