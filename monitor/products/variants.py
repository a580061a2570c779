"""Words of a title that a product's name does not explain: "Intense", "Kids", "dimmable" make another product of it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from monitor.products.clothes import is_garment
from monitor.products.counting import Kind, kind_of
from monitor.products.data import data
from monitor.products.identifiers import bare
from monitor.products.texts import Text, has_kin
from monitor.products.traits import GENERATION, GENERATION_HINT, NUMERAL, SIZE, UNIT
from monitor.products.words import POSSESSIVE, WHOLLY, fold, lexicon, spaced, words

TOKEN = re.compile(r"\d+(?:-\d+)+|x \d{1,3}(?!\w)|[^\W_]+(?:[.,]\d+)?|[,;:|()\[\]{}•·!+/]|(?<=\s)[-–—](?=\s)")
MAX_TITLE = 300
EARLIEST_YEAR = 1990
SHORT = 3
"""Words of so few letters tell no goods."""
LEAST_SHORT = 3
"""So many letters begin a word for which they stand: `vol` for `volume`."""
UNITS = frozenset({*UNIT, *(unit for unit, _ in UNIT.values())})
TIMES = re.compile(r"x \d+")
ARTICLE_NUMBER = re.compile(r"\d{4,}-[\d-]+")
AT_MOST = re.compile(r"(?<!\w)max\.\s?(?=\d)", re.IGNORECASE)
PLUS = re.compile(r"(?<=\w)[+＋](?=\s|$)")
LETTERS = re.compile(r"[2-6]?x{0,3}[sl]|m")
"""A size of clothes."""
ORDINALS = frozenset("234")
"""Generations that words may say: "zweite Generation", and not "second hand"."""
FIRST = frozenset("1")
"""The generation that needs no name."""
MOST_PARTS = 4
"""In so many pieces a model number is written: `PS LX 350 H`."""


@lru_cache(maxsize=1)
def _kinds() -> tuple[Kind, Kind, Kind]:
    """The words of a variant, those of trade and of selling as whole words, and those before a size of clothes."""
    table = data("variants.toml")
    trade, worn = (table.pop(name)["words"] for name in ("trade", "worn"))
    del table["goods"], table["dated"]
    selling = " ".join(data("selling.toml")["selling"].values()).replace("~", "")
    return kind_of(" ".join(row["words"] for row in table.values())), kind_of(f"{trade} {selling}"), kind_of(worn)


@lru_cache(maxsize=1)
def _editions() -> tuple[frozenset[str], frozenset[str]]:
    """The words of editions right behind a model number, and those among them that may begin a kind of goods."""
    table = data("variants.toml")
    known = (word for word, edition in lexicon().editions.items() if word == edition)
    return frozenset((*known, *table["behind"]["words"].split())), frozenset(table["goods"]["words"].split())


@lru_cache(maxsize=1)
def _said_as() -> dict[str, str]:
    """The editions and generations that words of other scripts and ordinals say."""
    rows = data("variants.toml")["behind"]
    return {word: said for said, row in rows.items() if said != "words" for word in row.split()}


def unexplained(listing: Text, product: Text, known: frozenset[str]) -> str:
    """The first word that may tell another product, or an empty string; `known` are words that the brand explains.

    That is a word of a variant anywhere, and any word among those of the product's name or right beside them, up to a
    comma, a dash or the like. Colours, sizes, words of trade and how many units are sold tell nothing.
    """
    odd = _odd(listing, product, known)
    return next((token for token, said in odd if not said or not said <= listing.tally), "")


def variant(listing: Text, product: Text, known: frozenset[str]) -> str:
    """The first word of a variant that the product's name does not have, or an empty string."""
    variants, _, _ = _kinds()
    tokens = ((token, said) for token, said in _tokens(listing.title) if variants.within_text(token))
    return next((token for token, said in tokens if not (said <= known or _is_own(said, product))), "")


def beside_line(listing: Text, product: Text, known: frozenset[str]) -> str:
    """The first word that may tell another product where its line alone is named; or an empty string.

    In a title in another language than the name's all words are other, so that there those of a variant alone tell.
    """
    own = {word for word in product.words - product.line - known if word.isalpha() and len(word) > SHORT}
    in_its_words = 2 * len(own & listing.words) >= len(own)
    return (unexplained if in_its_words else variant)(listing, product, known)


def _odd(listing: Text, product: Text, known: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The words that may tell another product, each with its forms; those of a variant first."""
    variants, trade, worn = _kinds()
    tokens = list(_tokens(listing.title))
    own = [bool(said) and (said <= known or _is_own(said, product)) for _, said in tokens]
    if any(LETTERS.fullmatch(token) for token, _ in tokens) and comes_in_sizes(product):
        own = [mine or _is_size(tokens, own, at) for at, mine in enumerate(own)]
    before = ["", *(token for token, _ in tokens)]
    open_ = [at for at in range(len(tokens)) if not (own[at] or worn.has(tokens[at][0]) or worn.has(before[at]))]
    yield from (tokens[at] for at in open_ if variants.within_text(tokens[at][0]))
    beside = set(_beside(tokens, own))
    for at in open_:
        token, said = tokens[at]
        plain = said <= lexicon().fillers or trade.within_text(token) or _is_plain(token, said)
        if at in beside and not plain:
            yield token, said


def _is_size(tokens: list[tuple[str, frozenset[str]]], own: list[bool], at: int) -> bool:
    """Whether letters are a size: one right before words of the name ends a model, as in "Trail S shirt"."""
    token = tokens[at][0]
    behind = at + 1 < len(tokens) and own[at + 1] and not tokens[at + 1][1] <= lexicon().colour_names
    return LETTERS.fullmatch(token) is not None and (len(token) > 1 or not behind)


def comes_in_sizes(product: Text) -> bool:
    """Whether a product is a garment and its name gives no size: then XL is one of its sizes, and no other product."""
    return not any(map(LETTERS.fullmatch, product.with_numbers.words)) and is_garment(product.title)


def follows(listing: Text, product: Text, code: str) -> str:
    """The edition that stands right behind a model number (`HA500 Pro`), or an empty string."""
    tokens = list(_tokens(listing.title))
    for at in _behind(tokens, code):
        following, said = tokens[at]
        if lexicon().editions.get(following) == following and not _is_own(said, product):
            return "" if LETTERS.fullmatch(following) and comes_in_sizes(product) else following
    return ""


def _behind(tokens: list[tuple[str, frozenset[str]]], code: str) -> Iterator[int]:
    """The places right behind a model number."""
    for start in range(len(tokens)):
        joined = ""
        for at in range(start, min(start + MOST_PARTS, len(tokens) - 1)):
            joined += bare(tokens[at][0])
            if joined == code:
                yield at + 1


def edition_left_out(listing: Text, product: Text, code: str) -> str:
    """The edition or generation right behind a number in a product's name that a title lacks; or an empty string.

    `HX500` is no `HX500 Pro`, unless the catalogue states that this is the number of the Pro.
    """
    if code == product.model:
        return ""
    editions, begin_goods = _editions()
    generations = listing.traits.generations | listing.traits.numbers | listing.words
    behind = {_said_as().get(token, "") for token, _ in _tokens(listing.title)}
    if GENERATION_HINT.search(listing.traits.folded) is None:
        behind -= ORDINALS
    said_too = listing.traits.editions | generations | behind
    if PLUS.search(listing.title):
        said_too |= {"plus"}
    tokens = list(_tokens(AT_MOST.sub(" , ", product.title)))
    for at in _behind(tokens, code):
        for place, (token, said) in enumerate(takewhile(lambda one: one[0] in editions, tokens[at:]), at + 1):
            begins = place < len(tokens) and _begins_goods(token, tokens[place], begin_goods)
            if not (begins or _is_own(said, listing) or {token, NUMERAL.get(token)} & said_too):
                return token
        generation = GENERATION.match(" ".join(token for token, _ in tokens[at:]))
        if generation and not product.traits.generations & (generations | behind | FIRST):
            return generation[0]
    return ""


def _begins_goods(token: str, behind: tuple[str, frozenset[str]], begin_goods: frozenset[str]) -> bool:
    """Whether the word of an edition begins a kind of goods with the word behind it: "air purifier", "mini fridge"."""
    following, said = behind
    return bool(said) and (token in begin_goods or f"{token}_{following}" in begin_goods)


def _tokens(title: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The words of a title, each with its forms, and the signs that part it; sizes are left out."""
    folded = WHOLLY.sub(" ", SIZE.sub(" ", POSSESSIVE.sub("", spaced(fold(title[:MAX_TITLE])))))
    for token in TOKEN.findall(folded):
        yield token, frozenset(words(token))


def _is_own(said: frozenset[str], product: Text) -> bool:
    return all(
        any(_stands_for(word, other) for other in product.with_numbers.words) or has_kin(word, product) for word in said
    )


def _stands_for(word: str, other: str) -> bool:
    return word == other or (len(word) >= LEAST_SHORT and word.isalpha() and other.startswith(word))


def _beside(tokens: list[tuple[str, frozenset[str]]], own: list[bool]) -> Iterator[int]:
    """The places of other words between the first and the last own one, and of those up to the signs around them."""
    if True not in own:
        return
    first, last = own.index(True), len(own) - 1 - own[::-1].index(True)
    while first and tokens[first - 1][1]:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1][1] and not tokens[last + 1][1] <= lexicon().fillers:
        last += 1
    yield from (at for at in range(first, last + 1) if not own[at] and tokens[at][1])


def _is_plain(token: str, said: frozenset[str]) -> bool:
    """Whether a word is a colour, a unit, how many there are, a year or an article number."""
    if said <= lexicon().colour_names or token in UNITS:
        return True
    if TIMES.fullmatch(token) or ARTICLE_NUMBER.fullmatch(token):
        return True
    return token.isdigit() and int(token) >= EARLIEST_YEAR
