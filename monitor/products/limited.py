"""What a description takes off the offer, or a title off the price: part of the goods, damage, a condition, others.

`stated` asks that a sentence says little else. Here the words themselves say it, whatever stands around them: a dent
that the blade has, the blade that does not come, a price for members, for resellers, on buying another thing. Denials
("no dent", "not only for members"), rules ("if it has a dent, we replace it") and what leaves the price alone ("members
get free shipping") say nothing. Which words is data, in `limited.toml`. What limits an offer leaves a doubt, no more.
"""

import re
from collections.abc import Collection, Iterator

from monitor.products.accessories import accessory_words, parted
from monitor.products.data import data
from monitor.products.kinds import TOKEN, folded_words, kinds_of
from monitor.products.phrases import BLANKLESS, tables
from monitor.products.stated import beside_words, goods_words, sentences
from monitor.products.wear import is_denied
from monitor.products.words import fold, lexicon
from monitor.records import Listing

MEMBERS = {f"members_{language}": row for language, row in data("limited.toml")["members"].items()}
SAYS = tables("limited.toml", MEMBERS)
LINKS = tuple(word.strip() for row in data("limited.toml")["links"].values() for word in row.split("|"))
MEANINGS = {
    "damaged": "may say that the goods are damaged",
    "on_buying": "may say that the price holds beside another purchase alone",
    "for_some": "may say that not everybody pays the price",
    "before_tax": "may say that taxes come on top of the price",
}
OF_PRICE = ("on_buying", "for_some", "before_tax")
"""What a title says as well; of damage and parts it speaks in words of its own, which are read elsewhere."""
LESS = "may say that a part alone is sold"
UNLESS = {"for_some": ("everybody",), "before_tax": ("with_tax",)}
"""What takes a statement back besides what takes back all, by kind."""
SIGN = re.compile(r"[,.;:()。、]|\s[-–—]\s")
BEHIND_GOODS = re.compile(r"\s?(?:$|[,.;:!()。、–-]|(?:and|und|et|y|e|en|i|in|im|with|mit)\s)")
"""What follows goods that do not come: the end, or the next of them."""
OF = re.compile(r"(?<=\w)\s(?:de|di|da|du|des|del|dell|do|à|au|al|d)[\s'’]")
"""What follows says what the goods are for or of: "moulin à café"."""
LEAST = 4
"""The end of a compound, and the beginning of another form of a word, have so many letters."""
ENDING = 2
"""So many letters at the end of a word make another form of it."""


def limited(listing: Listing, name: str = "", marks: Collection[str] = ()) -> str:
    """Why the price may not be that of one new whole unit for everybody, by the title or the description; or "".

    What the product's `name` says is its own; `marks` are words of the brand's names, which name no goods.
    """
    title, named = fold(listing.title), fold(name)
    for kind in OF_PRICE:
        if said := next((one for one in _said(title, kind) if one not in named), ""):
            return _because(said, MEANINGS[kind], "title")
    if not listing.description:
        return ""
    own = _Goods(listing.title, marks)
    for sentence in sentences(listing.description):
        for kind, meaning in MEANINGS.items():
            if said := next(_said(sentence, kind), ""):
                return _because(said, meaning)
        if said := next(_less(sentence, own), ""):
            return _because(said, LESS)
    return ""


def _because(said: str, meaning: str, where: str = "description") -> str:
    return f'"{said.strip(" ,;:.–-")}" in the {where} {meaning}, so that a person has to look'


def _said(sentence: str, kind: str) -> Iterator[str]:
    """The words of a kind that a sentence says."""
    for found in SAYS[kind].finditer(sentence):
        around = f"{sentence[: found.start()]} , {sentence[found.end() :]}"
        taken_back = any(SAYS[name].search(sentence) for name in ("not_only", *UNLESS.get(kind, ())))
        of_else = kind == "on_buying" and SAYS["on_top"].search(found[0])
        if not (is_denied(found) or taken_back or of_else or SAYS["unless"].search(around)):
            yield found[0]


def _less(sentence: str, own: "_Goods") -> Iterator[str]:
    """The words by which a sentence says that the goods do not come, or that something else is what is sold."""
    if SAYS["unless"].search(sentence):
        return
    for found in SAYS["left_out"].finditer(sentence):
        before = sentence[: found.start()].rstrip()
        while link := next((one for one in LINKS if before.endswith(f" {one}")), ""):
            before = before.removesuffix(link).rstrip()
        word = next(reversed(_words(before)), "")
        if before.endswith(word) and own.has(word):
            yield sentence[len(before) - len(word) : found.end()]
    for found in SAYS["without"].finditer(sentence):
        word = next(iter(_words(sentence[found.end() :])), "")
        end = sentence.index(word, found.end()) + len(word)
        needed = SAYS["never"].search(SIGN.split(sentence[: found.start()])[-1] + " ")
        if own.has(word) and not needed and BEHIND_GOODS.match(sentence, end):
            yield sentence[found.start() : end]
    for found in SAYS["sold_is"].finditer(sentence):
        clause = SIGN.split(sentence[found.end() :], maxsplit=1)[0]
        praised = SAYS["praise"].search(clause) is not None
        if not (praised or is_denied(found)) and own.are_not(_words(_before_for(clause))):
            yield found[0] + clause


def _before_for(clause: str) -> str:
    """What a clause names before it says for what, or without what."""
    return SAYS["without"].spaced.split(lexicon().for_words.split(clause, maxsplit=1)[0], maxsplit=1)[0]


def _words(folded: str) -> list[str]:
    return [word for word in TOKEN.findall(folded) if word[0].isalpha()]


class _Goods:
    """The goods that a title names: its words before "for", without those of marks; of an "iPhone case" the case."""

    def __init__(self, title: str, marks: Collection[str]) -> None:
        self._marks = frozenset(map(fold, marks))
        head, accessories = OF.split(parted(title)[0], maxsplit=1)[0], accessory_words(fold(title))
        self._words = sorted(accessories or folded_words([head]) - self._marks)
        self._kinds = () if accessories else kinds_of(head)

    def has(self, word: str) -> bool:
        """Whether a word names the goods: as the title does, as the end of a compound there, or in another form."""
        if not word or word in beside_words():
            return False
        if BLANKLESS.match(word):
            return any(word == one or (len(word) > 1 and word in one) or word.endswith(one) for one in self._words)
        if any(kind.says(word) for kind in self._kinds):
            return True
        return any(_is_form(word, one) or _ends(one, word) for one in self._words)

    def are_not(self, said: Collection[str]) -> bool:
        """Whether words name goods, and other ones."""
        named = [word for word in said if word not in self._marks | beside_words()]
        return bool(named) and goods_words().isdisjoint(said) and not any(map(self.has, named))


def _ends(compound: str, word: str) -> bool:
    """Whether a compound is goods of the kind that a word says: Sensenblatt, and not macinacaffè, which grinds it."""
    return len(word) >= LEAST and compound.endswith(word) and compound[: -len(word)][-1:] not in {"a", "i"}


def _is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one: hoja and hojas, ostrze and ostrza."""
    least = max(LEAST, max(len(word), len(other)) - ENDING)
    return word == other or (min(len(word), len(other)) >= least and word[:least] == other[:least])
