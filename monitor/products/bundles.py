"""Packs that a brand sells as products of their own: "socks" and "socks 3 pairs", "camera" and "camera set of 3".

Such a pack has a floor of its own, mostly below that of as many single ones: the number that a title sells picks the
product, so that who sells the brand's own pack for its price is not held against the price of one.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from monitor.brands import Product
from monitor.products.counting import CONTAINERS, LOOSE_PACKS, OF_OR_WITH, OUTER, PACKED_WORDS, PAIRS, SAID
from monitor.products.identifiers import compact
from monitor.products.lazy import lazily
from monitor.products.numerals import AFTER, BEFORE, CJK_N, N, number
from monitor.products.of_one import may_be_of_one
from monitor.products.pack_patterns import CJK_COUNTER, IN_WORDS
from monitor.products.packs import Pack
from monitor.products.units_sold import units_sold
from monitor.products.unread import LOOSE, PACKS
from monitor.products.words import fold, words
from monitor.records import Listing

HELD = rf"(?:{PACKS}|{OUTER.either}|{PACKED_WORDS.either}|{LOOSE}|{CONTAINERS.either}|{PAIRS.either}|pk)"
PATTERNS = (
    lazily(
        rf"(?<!\w)(?:{PACKS}|{PACKED_WORDS.either})\.?\s(?:(?:{OF_OR_WITH.either})\s)?(?:[x×]\s?)?{N}{AFTER}(?:\s?{HELD}(?!\w))?"
    ),
    lazily(rf"{BEFORE}{N}[\s-]?(?:er[\s-]?|['’]?\s?l[iıuü]\s)?{HELD}\.?(?!\w)"),
    lazily(rf"{BEFORE}{N}\s?[x×]\s?(?=\w)"),
    lazily(rf"(?<!\w)[x×]\s?{N}{AFTER}"),
    lazily(rf"(?<![\d.]){CJK_N}\s?{CJK_COUNTER}(?:セット|装|入り?|組|组)?"),
)
"""How the name of a pack says its number."""
ENDING = re.compile(r"(?<=[^\W\d_]{3})(?:e[snr]|[aeinos])(?![^\W\d_])")
"""What a word has more or less in the plural."""
WORD = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Bundles:
    """The packs of each product that the catalogue sells single too, by their number of pieces."""

    packs: Mapping[int, Mapping[int, int]]
    """For each single product (its number in the catalogue): which pack holds so many."""
    single: Mapping[int, int]
    """For each pack the product of which it holds several; of two packs of a number the second is goods of its own."""

    @classmethod
    def of(cls, products: Sequence[Product]) -> "Bundles":
        """Find the packs: of the words of a single product's name and a number, or of its model and a pack count."""
        numbers = [number_of(product) for product in products]
        if all(many <= 1 for many, _ in numbers):
            return cls({}, {})
        alone: dict[frozenset[str] | str, int] = {}
        for at, (many, rest) in enumerate(numbers):
            if many <= 1:
                alone.setdefault(key_of(rest), at)
                alone.setdefault(compact(products[at].model), at)
        packs: dict[int, dict[int, int]] = defaultdict(dict)
        single: dict[int, int] = {}
        for at, (many, rest) in enumerate(numbers):
            key, model = key_of(rest, packed=True) if many > 1 else frozenset(), compact(products[at].model)
            one = alone.get(key, alone.get(model) if model and products[at].pack_count > 1 else None) if key else None
            if one is None or not _may_hold(products[at], many, products[one]):
                continue
            if packs[one].setdefault(many, at) == at:
                single[at] = one
        return cls(packs, single)

    def are_kin(self, one: int, other: int) -> bool:
        """Whether two products are packs of one, or one of them a pack of the other."""
        first, second = self.single.get(one, one), self.single.get(other, other)
        return first == second and first in self.packs

    def sold(self, listing: Listing, at: int, products: Sequence[Product]) -> tuple[int, str]:
        """The product among packs and single one that a listing sells by its number, and why that is not sure.

        More than the smallest pack has may be bought as packs and single ones, and then no floor is certain. A
        named pack stays the product where the number is less than it holds: "2x shoe rack 12 pairs".
        """
        one = self.single.get(at, at)
        packs = self.packs.get(one)
        said = units_sold(listing, products[one]) if packs else Pack()
        if not packs or (not said.problem and said.units == 1):
            return at, ""
        if said.problem:
            maybe = packs.get(said.maybe) if at == one else None
            return (at, "") if maybe is None else (maybe, f"{products[one].sku} is as likely, and {said.problem}")
        if at == one and self._is_of_one(listing.title, said.text, one, products):
            return at, ""
        if held := [many for many in packs if said.units % many == 0]:
            return packs[max(held)], ""
        return (at, "") if at != one and said.units < min(packs) else (one, self._mixed(said, packs, products))

    def _is_of_one(self, title: str, said: str, one: int, products: Sequence[Product]) -> bool:
        """Whether a title's count may be of what one unit has, and no pack's name counts such things."""
        names = " ".join(products[at].name for at in (one, *self.packs[one].values()))
        return may_be_of_one(title, said, replace(products[one], name=names))

    @staticmethod
    def _mixed(said: Pack, packs: Mapping[int, int], products: Sequence[Product]) -> str:
        """Why so many may be packs and single ones together; an empty string of fewer than the smallest pack has."""
        if said.units < min(packs):
            return ""
        others = " and ".join(sorted(products[pack].sku for pack in packs.values()))
        return f"the title sells {said.units} ({said.text.strip()}), and the catalogue has packs of them: {others}"

    def stated(self, products: Sequence[Product]) -> tuple[Product, ...]:
        """The same products; packs have the pieces that their names say, if the catalogue left that out."""
        found = list(products)
        for packs in self.packs.values():
            for many, at in packs.items():
                found[at] = products[at] if products[at].pack_count > 1 else replace(products[at], pack_count=many)
        return tuple(found)


def number_of(product: Product) -> tuple[int, str]:
    """How many single ones the name of a product or its pack count says, and the name without what says so."""
    name = fold(product.name)
    for pattern in PATTERNS if DIGIT.search(name) or not name.isascii() else ():
        for found in pattern.finditer(name):
            many = number(found[1])
            if product.pack_count in (1, many):
                return many, f"{name[: found.start()]} {name[found.end() :]}"
    if found_in_words := IN_WORDS.search(name):
        return SAID[found_in_words[0]], f"{name[: found_in_words.start()]} {name[found_in_words.end() :]}"
    return product.pack_count, name


def _may_hold(pack: Product, many: int, one: Product) -> bool:
    """Whether the floors fit a pack of so many single ones: it costs more than one, and no more than all of them.

    Another price is that of other goods: "earbuds Lyra X2" are a model, "shoe rack 12 pairs" is a smaller rack. A pack
    without a floor, beside a single one that has one, could excuse any price.
    """
    if one.floor_price is None or (pack.floor_price and pack.currency != one.currency):
        return True
    return pack.floor_price is not None and one.floor_price < pack.floor_price <= many * one.floor_price


def key_of(name: str, *, packed: bool = False) -> frozenset[str]:
    """The words of a folded name in one form; of a pack without those that say that it is one."""
    if packed:
        name = " ".join(word for word in WORD.findall(name) if not _says_a_pack(word))
    return frozenset(WORD.findall(ENDING.sub("", name)))


def _says_a_pack(word: str) -> bool:
    return LOOSE_PACKS.has(word) or OUTER.has(word)


def words_of_pack(product: Product) -> frozenset[str]:
    """The words by which the name of a pack says its number."""
    _, rest = number_of(product)
    return frozenset(words(product.name)) - frozenset(words(rest)) | {
        word for word in words(rest) if _says_a_pack(word)
    }
