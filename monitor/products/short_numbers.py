"""Model numbers of two letters and one digit, `KS5` or `KS-5`, which mean a product only behind its maker's name."""

import re
from collections.abc import Iterator

from monitor.products.explained import is_everyday, is_of_its_kind
from monitor.products.makers import Makers
from monitor.products.texts import Text, has_kin
from monitor.products.traits import UNIT
from monitor.products.words import fold, lexicon, words

SHORT = 3
"""So many signs they have; beside one every word of a title has to be explained."""
JOINED = re.compile(
    r"(?<![^\W_])(?!(?:mk|no|nr|bt|ip|hd|ps)\W?\d)([a-z]{2})[-‐‑./]?(\d)(?![^\W_]|[.,/x-]\d)", re.IGNORECASE
)
"""In one piece or with a sign; what only counts versions, classes and norms (`Mk2`, `IP6`) names no product."""
APART = re.compile(
    rf"(?<![^\W_])([A-Z]{{2}})\s(\d)(?![^\W_]|[.,/x-]\d|\s?(?:[^\W\d]{{1,2}}|{'|'.join(filter(str.isalpha, UNIT))})\b)"
)
"""With a blank: only in capitals, and before no unit."""
SIGN = re.compile(r"[,;:|()\[\]{}•·+]|\s[-–—]\s")


def short_numbers(title: str) -> Iterator[tuple[str, str]]:
    """Each short number of a title, compact, with what stands before it."""
    for pattern in (JOINED, APART):
        for found in pattern.finditer(title):
            yield fold(found[1] + found[2]), title[: found.start()]


def is_named(before: str, product: Text, makers: Makers) -> bool:
    """Whether the maker's name stands before a number, and between them nothing but words that fit the product."""
    clause = JOINED.sub(" ", SIGN.split(before)[-1])
    said = words(clause)
    own = makers.within(product.words) | makers.own
    named = {word for name in own if name <= set(said) for word in name} | (product.maker & set(said))
    if not named or lexicon().for_words.search(fold(clause)):
        return False
    last = max(at for at, word in enumerate(said) if word in named)
    return all(
        word in product.words or has_kin(word, product) or is_everyday(word) or is_of_its_kind(word, product.title)
        for word in said[last + 1 :]
    )
