"""Telling goods from what is made for them: a strap for the watch is not the watch."""

import re
from dataclasses import dataclass

from monitor.products.identifiers import codes as all_codes
from monitor.products.words import fold, lexicon, spaced, words

PIECE = re.compile(r"[^\W_]+|[+&,(]")
SEPARATOR = re.compile(r"\s[-–—|]\s|[,;(]|:\s")
MAX_PIECES = 300
BACK = 3


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


def accessory_words(folded: str) -> frozenset[str]:
    """Words for accessories that do not follow "with", "and" or the like closely."""
    known, found = lexicon(), set()
    pieces = PIECE.findall(folded)[:MAX_PIECES]
    for at, piece in enumerate(pieces):
        one = piece.removesuffix("s") if piece.removesuffix("s") in known.accessories else piece
        if one in known.accessories or piece.endswith(known.accessory_endings) or _holds_one(piece):
            before = pieces[max(0, at - BACK) : at]
            if not any(word in known.with_words for word in before):
                found.add(one)
    return frozenset(found)


def _holds_one(piece: str) -> bool:
    """Whether a word of a script without blanks holds a word for an accessory."""
    return not piece.isascii() and any(word in piece for word in lexicon().accessories_within)


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
