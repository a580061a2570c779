"""Names that read as a branch or an outlet of the brand: its mark, its goods or a city, and a word for a shop."""

from functools import lru_cache

from detectors._marks_in_names import is_everyday, is_of_people
from monitor.marks import Mention, Use
from monitor.marks.folding import WORDS
from monitor.marks.lexicon import lexicon
from monitor.marks.names import NameParts, name_parts
from monitor.products import WholeGoods
from monitor.products.accessories import accessory_words
from monitor.products.own_kinds import is_of_own_kind
from monitor.products.uncertain import spares
from monitor.products.words import fold, spaced

LEAST_JOINED, LONGEST = 3, 40
"""Shorter words are not read when they are joined to others, longer ones not taken apart."""
PLURALS = (("", "s"), ("", "es"), ("fe", "ves"), ("f", "ves"), ("y", "ies"))
"""How words end that are told of one, and of several: "knife", "knives"."""


def outlet(mention: Mention, others: str, rest: NameParts, goods: WholeGoods, products: str) -> bool | None:
    """Whether a name poses as the brand's own branch; False where it may be a dealer's, None where it is another name.

    `others` is the name without the mark, which stands first, or behind a word for a shop ("Boutique <mark> Paris");
    nothing else is in it but words for the brand's whole goods, cities and words of trade. `products` are the names of
    the brand's products.
    """
    own_shops = lexicon().own_shops  # a store or a shop for somebody's goods may be a dealer's
    shops = (own_shops | lexicon().any_shops).intersection(rest.trade)
    before = others[: mention.start].translate(WORDS).split()
    if not shops or mention.use is not Use.CLAIM or not shops.issuperset(before):
        return None
    accessories = accessory_words(spaced(fold(others)))
    if not all(is_of_own_kind(word, products) for word in accessories) or any(spares(others)):
        return None
    people = is_of_people(mention.mark) or is_everyday(mention.mark)  # "Shop Michele Milano" may be Michele's own
    if (before and people) or any(sign in others for sign in "&+,/|"):
        return None
    text = f" {' '.join(others.translate(WORDS).split())} "
    placed = False
    for city in (city for city in lexicon().cities if " " in city):
        placed = placed or f" {city} " in text
        text = text.replace(f" {city} ", " ")
    own, made = 0, _words_of(products)
    for word in text.split():
        parts = name_parts(word)
        if word in lexicon().cities:
            placed = True
        elif (
            goods.named_in(word)
            or goods.is_line(word)
            or is_of_own_kind(word, products)
            or (bool(parts.core) and _is_made_of(word, made))
        ):
            own += 1
        elif parts.core or parts.official:
            return None
    if not placed and (before or not own):
        return None
    return placed or not own_shops.isdisjoint(shops)


@lru_cache(maxsize=1024)
def _words_of(products: str) -> frozenset[str]:
    """The words of products' names that say what they are, one and several."""
    words = {word for word in spaced(fold(products)).split() if len(word) >= LEAST_JOINED and word.isalpha()}
    several = (f"{word.removesuffix(end)}{many}" for word in words for end, many in PLURALS if word.endswith(end))
    return frozenset(words.union(several))


def _is_made_of(word: str, made: frozenset[str]) -> bool:
    """Whether a word is one of products' names, or such ones joined to each other and to words for a shop."""
    if len(word) > LONGEST:
        return False
    ends = {0}
    for end in range(LEAST_JOINED, len(word) + 1):
        pieces = (word[start:end] for start in ends if end - start >= LEAST_JOINED)
        if any(piece in made or bool(name_parts(piece).trade) for piece in pieces):
            ends.add(end)
    return len(word) in ends and any(piece in word for piece in made)
