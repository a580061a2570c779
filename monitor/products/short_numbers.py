"""Model numbers that mean a product only beside its maker's name, as they may be something else.

Two letters and one digit (`KS5`, `KS-5`) may be anything; `F42D`, `M8` and `12V` look like a lens opening, a thread
and a voltage. Such a one counts where the catalogue has it as a model, written as there but for hyphens.
"""

import re
from collections.abc import Collection, Container, Iterator
from itertools import islice

from monitor.products.identifiers import MAX_PIECES, PIECE, QUANTITY, alike_in_shape, compact, is_code
from monitor.products.kinds import is_of_its_kind
from monitor.products.makers import Makers
from monitor.products.norms import is_norm
from monitor.products.talk import is_everyday
from monitor.products.texts import Text, has_kin
from monitor.products.traits import UNIT
from monitor.products.words import fold, lexicon, spaced, words

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


def as_written(model: str) -> str:
    """The key under which a model that looks like something else is known again; empty for any other model.

    Hyphens say nothing, points and strokes do: `F18` is no `f/1.8`.
    """
    code = compact(model)
    has_both = any(map(str.isalpha, code)) and any(map(str.isdigit, code))
    return _plain(fold(model)) if code.isascii() and has_both and len(code) > 1 and not is_code(code) else ""


def as_catalogued(title: str, models: Collection[str]) -> Iterator[tuple[str, str]]:
    """The words of a title that are models of a catalogue by `as_written`, each with what stands before it."""
    folded = spaced(fold(title)) if models else ""
    for found in islice(PIECE.finditer(folded), MAX_PIECES):
        if (plain := _plain(found[0])) in models:
            yield plain, folded[: found.start()]


def _plain(folded: str) -> str:
    return folded.strip().replace("-", "").replace(" ", "")


def sisters(title: str, named: Container[str]) -> set[str]:
    """The short words of a title that are of one shape with one of its short numbers: `F44` beside `F42`."""
    pieces = {_plain(found) for found in PIECE.findall(spaced(fold(title)))[:MAX_PIECES]}
    short = [code for code in pieces if len(code) <= SHORT]
    return {other for code in short if code in named for other in short if _is_sister(code, other)}


def _is_sister(code: str, other: str) -> bool:
    return code[0] == other[0] and code != other and alike_in_shape(code, other)


def is_measure(code: str) -> bool:
    """Whether a compact number says how much of something goods have: `12v`, `64gb`."""
    return code[0].isdigit() and QUANTITY.fullmatch(code) is not None


def is_doubtful(code: str) -> bool:
    """Whether a compact number is so short, or so like a measure, that every word of a title has to be explained."""
    return len(code) <= SHORT or is_measure(code)


def says_little(code: str) -> bool:
    """Whether a compact number names goods of many makers (`M8`, `12V`, `E27`), and no product beside a name alone."""
    return len(code) < SHORT or code[0].isdigit() or is_norm(code, code)


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
