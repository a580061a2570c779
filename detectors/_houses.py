"""Firms whose names are longer than the mark, and who sell their own goods under them: "<mark> Studio Official"."""

import re
from collections.abc import Sequence
from functools import cached_property

from monitor.brands import Brand
from monitor.marks import Mention, name_parts, same_name
from monitor.marks.eastern import simplified
from monitor.marks.folding import WORDS, is_cjk
from monitor.marks.lexicon import lexicon
from monitor.marks.names import CAMEL, without_trade
from monitor.products import WholeGoods
from monitor.products.explained import ENDING, STEM
from monitor.products.kinds import kinds_in, says_one_of
from monitor.products.own_kinds import is_of_own_kind
from monitor.records import Listing

WORD = re.compile(r"[^\W_]+(?:['’&][^\W_]+)*")
LEAST_FORM = 5
"""Shorter words have too many others that begin with them to be known by a form of theirs."""
WORD_OF_SIGNS = 2
"""A Chinese or Japanese word has mostly so many signs."""


class Houses:
    """What a word beside one brand's mark says in a seller's name: the brand's own goods, or another firm."""

    def __init__(self, brand: Brand, goods: WholeGoods) -> None:
        self._goods = goods
        self.products = goods.product_names
        self._own = [key for name in (brand.name, brand.owner) if (key := same_name(name))]

    @cached_property
    def products_folded(self) -> str:
        """The names of the brand's products without capitals."""
        return self.products.casefold()

    @cached_property
    def _in_signs(self) -> str:
        """The names of the products with the simplified forms of Chinese signs."""
        return simplified(self.products)

    def longer_name(self, mention: Mention, listing: Listing) -> str:
        """The mark in a seller's name with a further word, where the goods are sold under both and are not the brand's.

        Empty where title and brand field have not both together, where the title names goods of the brand's kind, or
        where the word is one for such goods, a city, or of the name of the brand or its owner.
        """
        beside = next((one for one in beside_mark(listing.seller_name, mention) if not self.is_own(one, mention)), "")
        if not beside:
            return ""
        found = _together(beside, listing.title) or _together(beside, listing.brand)
        title = listing.title.casefold().replace(beside.casefold(), " ")
        return beside if found and not self._goods.named_in(title) else ""

    def other_words(self, mention: Mention, name: str) -> tuple[str, ...]:
        """The words of a seller's name by which it is another than the mark, its owner's, or one for the brand's goods.

        Words of trade, cities, countries, and those that say how a shop is ("deals") make no other name of it.
        """
        if is_cjk(mention.text[-1]):
            return tuple(one for one in beside_mark(name, mention) if not self.is_own(one, mention))
        others = f"{name[: mention.start]}{' ' * len(mention.text)}{name[mention.end :]}"
        own = name_parts(others).core
        found = (word for word in WORD.findall(CAMEL.sub(" ", without_trade(others))) if same_name(word) in own)
        return tuple(
            word for word in found if not _is_plain(word) and not self.is_own(f"{mention.text} {word}", mention)
        )

    def tells_of_another(self, said: Mention, words: Sequence[str], listing: Listing) -> bool:
        """Whether a mention in the description is again the longer name that such a word makes: "<mark> Farm"."""
        if said.field != "description":
            return False
        beside = " ".join(beside_mark(listing.description, said)).casefold().replace(said.text.casefold(), " ").split()
        return any(word.casefold() in beside for word in words)

    def is_own(self, beside: str, mention: Mention) -> bool:
        """Whether the mark and the word beside it name the brand's own house or its goods."""
        if any(same_name(beside) in own for own in self._own):
            return True
        words = beside.casefold().replace(mention.text.casefold(), " ").split()
        return all(word in lexicon().cities or self.names_goods(word) for word in words)

    def goods_in(self, title: str) -> bool:
        """Whether a title names goods of the kind that the brand is known to make."""
        known = self._goods.are_known
        return known and (bool(self._goods.named_in(title)) or says_one_of(self._kinds, title))

    @cached_property
    def _kinds(self) -> tuple[int, ...]:
        """The kinds of goods that the names of the products say."""
        return kinds_in(self.products)

    @cached_property
    def _in_names(self) -> frozenset[str]:
        """The words that the names of the products are made of, but for figures."""
        return frozenset(word for word in WORD.findall(self.products_folded) if len(word) >= LEAST_FORM)

    @cached_property
    def _stems(self) -> frozenset[str]:
        """Those words, and what is left of them without an ending."""
        cut = (word[: len(word) - size] for word in self._in_names for size in range(ENDING + 1))
        return frozenset(stem for stem in cut if len(stem) >= STEM)

    def _is_form(self, word: str) -> bool:
        """Whether a word is one of the names of the products, or a form of one, as `is_form` tells of two words."""
        return word in self._stems or any(word[:-size] in self._in_names for size in range(1, ENDING + 1))

    def names_goods(self, word: str) -> bool:
        """Whether a word is one for goods of the brand's, for all goods of its class, or of its products' names."""
        word = simplified(word.casefold())
        if is_cjk(word[-1]) and word in self._in_signs:
            return True
        own = self._goods.named_in(word) if self._goods.are_known else ()
        if own or self._goods.words_in(word) or self._goods.is_line(word) or is_of_own_kind(word, self.products):
            return True
        return self._is_form(word) or says_one_of(self._kinds, word)


def beside_mark(name: str, mention: Mention) -> tuple[str, ...]:
    """The mark with the word behind it and with the one before it, as a name has them; none that is a word of trade."""
    before, after = name[: mention.start], name[mention.end :]
    if is_cjk(mention.text[-1]):
        left = without_trade(before).rpartition(" ")[2][-WORD_OF_SIGNS:]
        right = without_trade(after).partition(" ")[0][:WORD_OF_SIGNS]
        return tuple(one for one in (mention.text + right, left + mention.text) if one != mention.text)
    first = WORD.findall(CAMEL.sub(" ", after))[:1]
    last = WORD.findall(CAMEL.sub(" ", before))[-1:]
    found = [f"{mention.text} {word}" for word in first if name_parts(word).core]
    return (*found, *(f"{word} {mention.text}" for word in last if name_parts(word).core))


def _is_plain(word: str) -> bool:
    """Whether a word beside a mark makes no other name of it."""
    word, known = word.casefold(), lexicon()
    small = len(word) == 1 and not is_cjk(word)
    return (
        small or word.isdigit() or any(word in words for words in (known.plain, known.of, known.articles, known.boast))
    )


def _words(text: str) -> list[str]:
    return CAMEL.sub(" ", text).translate(WORDS).split()


def _together(words: str, text: str) -> bool:
    """Whether a text has words side by side, or written as one."""
    if is_cjk(words[-1]):
        return simplified(words) in simplified("".join(text.split()))
    said, read = _words(words), f" {' '.join(_words(text))} "
    return f" {' '.join(said)} " in read or f" {''.join(said)} " in read
