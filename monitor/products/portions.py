"""Food that is eaten one by one out of a bag or box: "dog treats, 36 oz (36 treats)" is one bag.

Which food is data, in `goods.toml`; what is here is how a number of pieces and a weight stand beside each other. A
weight may be that of each piece or of all of them, which only its size tells.
"""

import re
from functools import lru_cache

from monitor.products.counting import (
    BOXES,
    CHOCOLATE,
    CONTAINERS,
    FIRST_ASIAN,
    PACK_WORDS,
    PACKED_WORDS,
    PORTIONS,
    WORD,
)
from monitor.products.lazy import lazily
from monitor.products.numerals import GRAMS, KILOS
from monitor.products.reading import Reading
from monitor.products.unread import LOOSE

IN_GRAMS = {
    **dict.fromkeys((*GRAMS, "g", "gr", "г", "гр", "克"), 1.0),
    **dict.fromkeys((*KILOS, "kg", "кг", "千克"), 1000.0),
    **dict.fromkeys(("oz", "ounce", "ounces"), 28.35),
}
MEASURES = "|".join(sorted(IN_GRAMS, key=len, reverse=True))
WEIGHT = lazily(
    r"(?<![\d.,])(?<!\d[x×*])(?<!\d\s[x×*])(?<!\d[x×*]\s)(?<!\d\s[x×*]\s)"
    rf"(\d{{1,5}}(?:[.,]\d+)?)\s?({MEASURES})(?![a-zà-ÿа-яё])(?!\s?[x×*])",
    re.IGNORECASE,
)
"""A weight that is multiplied by nothing."""
TIMES = lazily(r"\d\s?[x×*]|[x×*]\s?\d", re.IGNORECASE)
PIECES = lazily(rf"\d\s?-?(?:{LOOSE})\b\.?\W*$", re.IGNORECASE)
ASIAN_PIECES = lazily(r"[個个枚粒本支根块顆颗片개](?:入り?|装|入|입)?\W*$")
PER_PIECE = lazily(
    r"\d\s?(?:k?g|克|千克)[\s,]{0,2}\d+\s?[^\d\s]|\d\s?[개個个枚粒本支]입?\s?\d+\s?[박箱盒袋]", re.IGNORECASE
)
"""A weight right before a count ("120g, 40개"), and packs of pieces."""
HELD = lazily(r"入り?|[입装]")
SMALL_BAGS = lazily(
    r"\bmini(?:beutel|tüten|bags?|packs?)|\bindividu[ae]l|einzeln verpackt|incartat|envuelt"
    r"|個包装|個装|独立包?装|小包|小袋|낱개|개별",
    re.IGNORECASE,
)
"""Bags in a bag, for one each."""
LEAST = 4
"""Fewer pieces may be packs."""
MOST_EATEN = 100
"""No piece weighs more grams than that: a greater weight is that of all."""
LEAST_EATEN = 2
"""No piece weighs fewer grams than that."""
LEAST_UNWEIGHED = 10
"""So many pieces of a box are what it holds, though no weight is told."""


def of_food(said: str, many: int, text: str, folded: str, after: str = "") -> Reading | None:
    """Whether a number counts what a bag of food holds, certainly or perhaps; None of other goods.

    `said` are the words that count, `after` is what follows the number in the title.
    """
    if TIMES.search(said) or (PER_PIECE.search(said) and not HELD.search(said)):
        return None
    weight = _weight(text)
    if weight and SMALL_BAGS.search(folded) and WEIGHT.search(said) is None:
        return Reading.DOUBT
    eaten = PORTIONS.within_text(folded)
    if not (eaten or (weight and CHOCOLATE.within_text(folded))) or not _of_pieces(said, many, after):
        return None
    if weight is None:
        sure = ASIAN_PIECES.search(said) is not None and many >= LEAST_UNWEIGHED
        return Reading.CONTENT if sure else Reading.DOUBT
    grams = float(weight[1].replace(",", ".")) * IN_GRAMS[weight[2].casefold()]
    sure = eaten and grams > MOST_EATEN and grams >= LEAST_EATEN * many and many >= LEAST
    return Reading.CONTENT if sure else Reading.DOUBT


@lru_cache(maxsize=64)
def _weight(text: str) -> re.Match[str] | None:
    return WEIGHT.search(text)


def _of_pieces(said: str, many: int, after: str) -> bool:
    """Whether a count is of pieces, or of the food itself, and not of packs."""
    behind = WORD.findall((after or said.partition(str(many))[2]).casefold())[:2]
    if any(CONTAINERS.has(word) or PACK_WORDS.has(word) or PACKED_WORDS.has(word) for word in behind):
        return False
    if PIECES.search(said) or ASIAN_PIECES.search(said):
        return True
    words = WORD.findall(said.casefold())
    if any(map(BOXES.has, words)):
        return True
    if behind and PORTIONS.has(behind[0]):
        return True
    last = said.rstrip(" )]")[-1:]
    return last.isalpha() and last < FIRST_ASIAN and not any(map(PACK_WORDS.has, words))
