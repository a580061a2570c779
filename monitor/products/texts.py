"""A product's or a listing's text, taken apart once for all comparisons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from monitor.products.accessories import Parts, parts
from monitor.products.counting import PIECE_WORDS
from monitor.products.identifiers import PIECE, QUANTITY, WORD, Writing, bare, codes, codes_and_norms, compact
from monitor.products.lazy import lazily
from monitor.products.lettered import lettered
from monitor.products.model_numbers import Numbers
from monitor.products.packs import pieces_in
from monitor.products.traits import Traits, traits
from monitor.products.unread import LOOSE
from monitor.products.words import fold, lexicon, spaced, words

OF_PIECES = rf"\s?(?:{LOOSE}|{PIECE_WORDS.either}|pièces?)\b"
ONE = lazily(rf"(?<![\w.,/-])1(?:{OF_PIECES}|\s?[x×]\s)", re.IGNORECASE)
PIECES = lazily(rf"\d{{1,4}}{OF_PIECES}\W*", re.IGNORECASE)
"""How many pieces; a set of two may be other goods."""
STEM_OF_A_WORD = 4

LABEL = r"(?:sku|ref|item|art|artikel|art[íi]culo|article)\.?[\s-]*(?:no|nr|nummer|number)?[.:#\s]*"
"""What may say before a seller's number that it is one."""


@dataclass(frozen=True)
class Text:
    """A product's or a listing's text, taken apart once; `words` are without model numbers."""

    title: str
    words: frozenset[str]
    numbers: Numbers
    whole: str
    maker: frozenset[str] = frozenset()
    """The words of the maker's name, where the catalogue gives it."""
    first: str = ""
    """The first word."""
    is_numbered: bool = False
    """Whether a model number stands in the title itself."""
    line: frozenset[str] = frozenset()
    """The words of the name of a product's line: "Fjell 20"."""
    sku: str = ""
    """The seller's own number of a product, where it is one."""
    model: str = ""
    """The model number that stands elsewhere, compact."""
    packed: frozenset[str] = frozenset()
    """The words by which the catalogue names packs of it."""

    @cached_property
    def starts(self) -> frozenset[str]:
        """How the words start, to see soon that no form of a word is among them."""
        return frozenset(word[:STEM_OF_A_WORD] for word in self.words)

    @cached_property
    def with_numbers(self) -> Self:
        """The same text with the words of its model numbers among its words."""
        return replace(self, words=frozenset(self.whole.split()))

    @cached_property
    def silent(self) -> frozenset[str]:
        """The colours and wearers, where it names none: a product then comes in all of them, or is for all.

        The words of its packs are silent too.
        """
        kinds = (lexicon().colour_names, lexicon().wearer_names)
        return self.packed.union(*(kind for kind in kinds if kind.isdisjoint(self.words)))

    @cached_property
    def tally(self) -> frozenset[str]:
        """The words that say how many units are sold, or may do so ("2er-Pack", "1 Stück"), and no other goods."""
        pack = pieces_in(self.title)
        if pack.problem:
            return frozenset(words(pack.doubted if PIECES.fullmatch(pack.doubted) else ""))
        one = None if pack.units > 1 else ONE.search(self.title)
        return frozenset(words(one[0] if one else pack.text if pack.units > 1 else ""))

    @cached_property
    def traits(self) -> Traits:
        """What tells it from its sisters; of a product this is asked only where it is like enough."""
        return traits(self.title)

    @cached_property
    def parts(self) -> Parts:
        """What is sold and what for; of a product this is asked only where a listing speaks of accessories."""
        return parts(self.title)


def take_apart(title: str, model: str = "", soft: frozenset[str] = frozenset(), maker: str = "") -> Text:
    """Read a title, a model number and a maker's name that stand elsewhere, and codes that may only agree.

    Norms among the numbers may only agree too: with what a product has in its column for the model.
    """
    of_title, norms = codes_and_norms(title)
    found = of_title | codes_of("", model)
    in_order = words(title)
    found_words = frozenset(in_order)
    return Text(
        title=title,
        words=found_words - _words_of_codes(title, found),
        numbers=Numbers(
            found, (soft | norms) - found, Writing.of(f"{title} {model}"), frozenset(filter(None, [lettered(model)]))
        ),
        whole=" ".join(sorted(found_words)),
        maker=frozenset(words(maker)),
        first=in_order[0] if in_order else "",
        is_numbered=bool(of_title),
        model=compact(model),
    )


def with_codes(text: Text, more: Iterable[str]) -> Text:
    """The same text with more model numbers."""
    return replace(text, numbers=replace(text.numbers, codes=text.numbers.codes.union(more)))


def with_line(text: Text, line: str) -> Text:
    """The same text of a product with the name of its line."""
    numbers = replace(text.numbers, lines=frozenset([compact(line)]))
    return replace(text, numbers=numbers, line=frozenset(words(line)))


def with_packs(text: Text, said: frozenset[str]) -> Text:
    """The same text of a product with the words by which the catalogue names packs of it."""
    return replace(text, packed=said - text.words)


def with_sku(text: Text, sku: str) -> Text:
    """The same text of a product with the seller's own number of it, where that is one: letters and figures."""
    key = compact(sku)
    is_number = any(map(str.isdigit, key)) and any(map(str.isalpha, key)) and not QUANTITY.fullmatch(key)
    return replace(text, sku=sku.strip()) if is_number else text


def without_sku(listing: Text, product: Text) -> Numbers:
    """The model numbers of a listing but for a product's own SKU, which contradicts no number of its maker's."""
    key = compact(product.sku) if product.sku else ""
    if key not in listing.numbers.codes or key in product.numbers.codes:
        return listing.numbers
    return replace(listing.numbers, codes=listing.numbers.codes - {key})


def words_of_sku(listing: Text, product: Text) -> frozenset[str]:
    """The words of a product's own SKU, where it stands in a listing's title: "s" and "7" of S-7 say nothing more."""
    found = _own_sku(listing, product)
    return frozenset((*words(found[0]), compact(product.sku))) if found else frozenset()


def traits_beside_sku(listing: Text, product: Text) -> Traits:
    """What tells a listing's goods from their sisters, but for words in the product's own SKU: PRO-2 is no edition."""
    found = _own_sku(listing, product)
    return traits(f"{listing.title[: found.start()]} {listing.title[found.end() :]}") if found else listing.traits


def _own_sku(listing: Text, product: Text) -> re.Match[str] | None:
    if not product.sku or compact(product.sku) not in compact(listing.title):
        return None
    pieces = r"[\W_]*".join(map(re.escape, WORD.findall(product.sku)))
    return re.search(rf"(?<![^\W_])(?:{LABEL})?{pieces}(?![^\W_])", listing.title, re.IGNORECASE)


def codes_of(title: str, model: str) -> frozenset[str]:
    """The model numbers of a title and of a field; the field may hold a short one, such as `D60` or `K2`."""
    named = compact(model)
    is_number = any(c.isdigit() for c in named) and (len(named) >= 3 or (len(named) == 2 and named[0].isalpha()))
    return codes(title) | ({named} if is_number else set())


def _words_of_codes(title: str, found: frozenset[str]) -> frozenset[str]:
    if not found:
        return frozenset()
    pieces = (piece for piece in PIECE.findall(spaced(fold(title))) if not piece.isalpha())
    return frozenset(word for piece in pieces if bare(piece) in found for word in words(piece))


def start_of(word: str) -> str:
    """How a word starts whose other forms are looked for; an empty string where it has none."""
    return word[:STEM_OF_A_WORD] if len(word) >= STEM_OF_A_WORD and word.isalpha() else ""


def has_kin(word: str, found: Text) -> bool:
    """Whether another form of a word is there: carry and carrying, speaker and speakers."""
    start = start_of(word)
    if start not in found.starts:
        return False
    return any(_kin(word, other) for other in found.words if other.startswith(start))


def _kin(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return len(long) - len(short) <= 3 and long.startswith(short)
