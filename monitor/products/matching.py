"""Which catalogue product a listing offers.

Identifiers decide where there are any; else the few most similar products are compared word by word. What contradicts
(another model number, size or colour, an accessory for the product) weighs against.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import log

from rapidfuzz import fuzz

from monitor.brands import Product
from monitor.products.identifiers import codes, compact, gtin_key, is_code, same_family
from monitor.products.retrieval import Retrieval
from monitor.products.words import accessory_words, colours, is_for_something, sizes, words
from monitor.records import Listing

CANDIDATES = 12
MATCH_AT = 0.74
REVIEW_AT = 0.43
LEAST_LEAD = 0.04


class Outcome(StrEnum):
    """How sure the match is: act on it, let a person look, or nothing."""

    MATCH = "match"
    REVIEW = "review"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The product that a listing offers, `score` from 0 to 1, and the reason in words; `product` is None for NONE."""

    outcome: Outcome
    product: Product | None = None
    score: float = 0.0
    why: str = ""

    @property
    def sku(self) -> str:
        """The matched SKU, or an empty string."""
        return self.product.sku if self.product else ""


@dataclass(frozen=True, slots=True)
class _Text:
    """A product's or a listing's text, taken apart once."""

    words: frozenset[str]
    codes: frozenset[str]
    sizes: frozenset[tuple[str, str]]
    colours: frozenset[str]
    accessories: frozenset[str]
    is_for: bool
    whole: str


def _take_apart(title: str, model: str, more: str = "") -> _Text:
    named = compact(model)
    return _Text(
        words=frozenset(words(title)),
        codes=codes(f"{title} {more}") | ({named} if len(named) >= 3 and any(c.isdigit() for c in named) else set()),
        sizes=sizes(title),
        colours=colours(title),
        accessories=accessory_words(title),
        is_for=is_for_something(title),
        whole=" ".join(sorted(set(words(title)))),
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """A candidate with its score and the reasons for and against it."""

    number: int
    score: float
    reasons: tuple[str, ...]
    sure: bool


class Matcher:
    """A catalogue, prepared once."""

    def __init__(self, products: Sequence[Product]) -> None:
        """Index the products by their identifiers and by their words."""
        self._products = tuple(products)
        self._texts = tuple(_take_apart(product.name, product.model) for product in products)
        self._by_gtin: dict[str, list[int]] = defaultdict(list)
        self._by_code: dict[str, list[int]] = defaultdict(list)
        spread: Counter[str] = Counter()
        for number, (product, text) in enumerate(zip(products, self._texts, strict=True)):
            if key := gtin_key(product.gtin):
                self._by_gtin[key].append(number)
            for code in sorted(text.codes | {compact(product.sku)}):
                self._by_code[code].append(number)
            spread.update(text.words)
        self._weights = {word: log((1 + len(products)) / n) + 0.1 for word, n in spread.items()}
        self._unknown = log(1 + len(products)) + 0.1
        self._brand_words = frozenset(word for product in products for word in words(product.brand))
        self._retrieval = Retrieval([f"{product.name} {product.model}" for product in products])

    def match(self, listing: Listing) -> Match:
        """The product that the listing offers. A pure function of the listing and the catalogue."""
        by_gtin = self._by_gtin.get(gtin_key(listing.gtin), [])
        text = _take_apart(listing.title, listing.mpn, listing.sku if is_code(compact(listing.sku)) else "")
        if len(by_gtin) == 1 and not self._is_accessory(text, self._texts[by_gtin[0]]):
            product = self._products[by_gtin[0]]
            return Match(outcome=Outcome.MATCH, product=product, score=1.0, why=f"GTIN {listing.gtin} agrees")
        similar = dict(self._retrieval.best(listing.title, CANDIDATES))
        shared = {number for code in text.codes for number in self._by_code.get(code, ())[:CANDIDATES]}
        judged = [
            self._judge(text, number, similar.get(number, 0.0)) for number in sorted({*similar, *shared, *by_gtin})
        ]
        judged.sort(key=lambda one: (-one.score, one.number))
        if not judged or judged[0].score < REVIEW_AT:
            return Match(
                outcome=Outcome.NONE, score=round(judged[0].score, 3) if judged else 0.0, why="nothing similar"
            )
        best, lead = judged[0], judged[0].score - (judged[1].score if len(judged) > 1 else 0.0)
        reasons = list(best.reasons)
        sure = best.sure and best.score >= MATCH_AT
        if sure and lead < LEAST_LEAD:
            reasons.append(f"{self._products[judged[1].number].sku} is as likely")
            sure = False
        return Match(
            outcome=Outcome.MATCH if sure else Outcome.REVIEW,
            product=self._products[best.number],
            score=round(best.score, 3),
            why="; ".join(reasons),
        )

    def _judge(self, listing: _Text, number: int, similarity: float) -> _Judged:
        product = self._texts[number]
        covered = self._share(product.words, listing.words)
        alike = fuzz.token_set_ratio(product.whole, listing.whole) / 100
        score = 0.5 * covered + 0.3 * similarity + 0.2 * alike
        reasons = [f"{covered:.0%} of the name's words agree"]
        agrees, said = self._compare_codes(listing, product)
        sure = covered >= 0.85 and not product.codes
        if agrees:
            score, sure = agrees + (1 - agrees) * score, True
        elif agrees is None:
            score *= 0.55
        if said:
            reasons.insert(0, said)
        for what, mine, theirs, factor in (
            ("size", product.sizes, listing.sizes, 0.7),
            ("colour", product.colours, listing.colours, 0.85),
        ):
            if mine and theirs and not _compatible(mine, theirs):
                reasons.append(f"{what} differs")
                score *= 0.95 if agrees and agrees > 0.8 else factor
                sure = sure and bool(agrees and agrees > 0.8 and what == "colour")
        if self._is_accessory(listing, product):
            reasons.append("looks like an accessory for it")
            score, sure = score * 0.4, False
        return _Judged(number, score, tuple(reasons), sure)

    def _compare_codes(self, listing: _Text, product: _Text) -> tuple[float | None, str]:
        """How far model numbers agree: a share to add, 0 where nothing can be said, None where they contradict."""
        exact = sorted(listing.codes & product.codes, key=lambda code: (-len(code), code))
        for code in exact:
            rare = len(self._by_code[code])
            if rare <= 3 and len(code) >= 4:
                return (0.85 if rare == 1 else 0.7), f"model {code.upper()} agrees"
        family = sorted((a, b) for a in listing.codes for b in product.codes if same_family(a, b))
        if family:
            return 0.7, f"model {family[0][1].upper()} agrees but for its ending ({family[0][0].upper()})"
        strong = [code for code in product.codes if len(self._by_code[code]) <= 3]
        theirs = [code for code in listing.codes if code not in product.codes]
        if strong and theirs and not exact:
            return None, f"model {min(strong).upper()} is not named, {min(theirs).upper()} is"
        return 0.0, ""

    def _share(self, wanted: frozenset[str], found: frozenset[str]) -> float:
        """The weighted share of the wanted words that are found; words of the brand's name say nothing."""
        wanted -= self._brand_words
        total = sum(self._weights.get(word, self._unknown) for word in wanted)
        return sum(self._weights.get(word, self._unknown) for word in wanted & found) / total if total else 0.0

    @staticmethod
    def _is_accessory(listing: _Text, product: _Text) -> bool:
        return bool((listing.is_for and not product.is_for) and (listing.accessories - product.accessories)) or (
            listing.is_for and not product.is_for and not product.words & listing.words
        )


def _compatible(one: frozenset[object], other: frozenset[object]) -> bool:
    return bool(one & other)
