"""How large and how many a title says its goods are in words: "size 9", "60 capsules", "10 Stück", "30粒".

They tell a small pack from a large one, and one size from the next, also where both bear one model number. The words
are data, in `amounts.toml`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from monitor.products.counting import CONTENTS, PIECE_WORDS
from monitor.products.data import data
from monitor.products.lazy import lazily

_table = data("amounts.toml")
_words = {name: "|".join(rows.values()) for name, rows in _table.items()}
LETTERS = r"(?:[2-6]?x{0,3}[sl]|m|one size)"
A_SIZE = rf"(\d{{1,3}}(?:[.,]\d)?(?:[/-]\d{{1,3}}(?:[.,]\d)?)?|{LETTERS})(?![\w/]|[.,]\d)"
SIZED = lazily(
    rf"(?<![^\W_])(?:{_words['size']})\s?:?\s?(?:(?:eu|uk|us|de|fr|it)\s?)?{A_SIZE}"
    rf"|(?<![\w.,])(\d{{2}}(?:[.,]5)?|{LETTERS})\s?(?:{_words['after']})"
)
SIZE_HINT = re.compile(rf"{_words['size']}|{_words['after']}")
"""Whether any word of a size is there, which is quick to see."""
COUNTED = re.compile(r"(?<![\w.,/×*+-])(\d{1,4})[\s-]?([^\W\d_]+)(?:[\s-]([^\W\d_]+))?", re.IGNORECASE)
NOUN = lazily(_words["pieces"])
CJK_COUNTED = lazily(rf"(?<![\d.,第×x*])(\d{{1,4}})\s?(?:{'|'.join(_table['counters'].values())})")
KEPT = 8192
"""What so many titles and names say is kept."""
ASIAN = "\u2e80"


@lru_cache(maxsize=KEPT)
def sizes(folded: str) -> frozenset[str]:
    """The sizes that a folded title states as such: `{"9"}` of "gloves, size 9"."""
    if SIZE_HINT.search(folded) is None:
        return frozenset()
    return frozenset((found[1] or found[2]).replace(",", ".") for found in SIZED.finditer(folded))


@lru_cache(maxsize=KEPT)
def pieces(folded: str) -> frozenset[int]:
    """The numbers of pieces that a folded title states, of whatever kind; one piece says nothing."""
    return frozenset(many for many in _counts(folded) if many > 1)


def _counts(folded: str) -> Iterator[int]:
    for found in COUNTED.finditer(folded):
        if _is_counted(found[2]) or (found[3] and _is_counted(found[3])):
            yield int(found[1])
    if not folded.isascii() and max(folded) >= ASIAN:
        yield from (int(found[1]) for found in CJK_COUNTED.finditer(folded))


def _is_counted(noun: str) -> bool:
    return noun in PIECE_WORDS.words or CONTENTS.has(noun) or NOUN.fullmatch(noun) is not None


def is_other_content(product: frozenset[int], listing: frozenset[int]) -> bool:
    """Whether a listing holds other numbers of pieces than the product, and no number of its packs."""
    return bool(product and listing) and not any(many % one == 0 for one in product for many in listing)
