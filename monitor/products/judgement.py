"""How well a listing fits one product of the catalogue, and the reasons for and against it in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz

from monitor.products.accessories import Parts, is_accessory, parts
from monitor.products.going_with import goes_with
from monitor.products.identifiers import PIECE, Writing, bare, codes, compact
from monitor.products.model_numbers import CERTAIN, SHARED, WEAK, Agreement, Numbers, Spread, compare
from monitor.products.traits import Traits, differences, traits
from monitor.products.words import fold, lexicon, spaced, words

REVIEW_AT = 0.54
FULL_NAME = 0.95
LEAST_EXPLAINED = 0.5
LEAST_COVERED = 0.03
TELLING = 7
MOST_FOREIGN = 0.1
STEM_OF_A_WORD = 4
ACCESSORY = "is made for it, and is not the product itself"
GOES_WITH = "the title names it as what its goods go with"
MAYBE_ACCESSORY = "may be an accessory"


@dataclass(frozen=True)
class Text:
    """A product's or a listing's text, taken apart once; `words` are without model numbers."""

    title: str
    words: frozenset[str]
    numbers: Numbers
    traits: Traits
    whole: str
    maker: frozenset[str] = frozenset()
    """The words of the maker's name, where a field gives it."""
    is_numbered: bool = False
    """Whether a model number stands in the title itself."""

    @cached_property
    def starts(self) -> frozenset[str]:
        """How the words start, to see soon that no form of a word is among them."""
        return frozenset(word[:STEM_OF_A_WORD] for word in self.words)

    @cached_property
    def parts(self) -> Parts:
        """What is sold and what for; of a product this is asked only where a listing speaks of accessories."""
        return parts(self.title)


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate (its number in the catalogue): score, reasons, and whether it may be acted upon if that is enough."""

    number: int
    score: float
    reasons: tuple[str, ...]
    sure: bool


def take_apart(title: str, model: str = "", soft: frozenset[str] = frozenset(), maker: str = "") -> Text:
    """Read a title, a model number and a maker's name that stand elsewhere, and codes that may only agree."""
    found = codes_of(title, model)
    found_words = frozenset(words(title))
    return Text(
        title=title,
        words=found_words - _words_of_codes(title, found),
        numbers=Numbers(found, soft - found, Writing.of(f"{title} {model}")),
        traits=traits(title),
        whole=" ".join(sorted(found_words)),
        maker=frozenset(words(maker)),
        is_numbered=bool(codes(title)),
    )


def codes_of(title: str, model: str) -> frozenset[str]:
    """The model numbers of a title and of a field; the field may hold a short one, such as `D60`."""
    named = compact(model)
    return codes(title) | ({named} if len(named) >= 3 and any(c.isdigit() for c in named) else set())


def _words_of_codes(title: str, found: frozenset[str]) -> frozenset[str]:
    if not found:
        return frozenset()
    pieces = (piece for piece in PIECE.findall(spaced(fold(title))) if not piece.isalpha())
    return frozenset(word for piece in pieces if bare(piece) in found for word in words(piece))


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a listing that stand in names of the catalogue, and the makers that it names."""

    words: frozenset[str]
    makers: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the whole catalogue says: how telling each word is, the names of the brand, who bears a model number."""

    weights: Mapping[str, float]
    unknown: float
    marks: frozenset[str]
    makers: Mapping[str, frozenset[frozenset[str]]]
    """By each word of a maker's name, the names with that word; empty where the catalogue is of one maker."""
    spread: Spread

    def telling(self, listing: Text) -> Telling:
        """What the listing says in the words of the catalogue, looked up once for all candidates."""
        known = (listing.words & self.weights.keys()) - self.marks - lexicon().fillers
        return Telling(known, self._makers_in(listing.words | listing.maker) if self.makers else frozenset())

    def judge(self, listing: Text, product: Text, number: int, similarity: float, telling: Telling) -> Judged:
        """Compare a listing with one product; `similarity` is that of the retrieval, 0 to 1.

        Sure, if its score is enough, is what agrees by model number, or by the whole name where no model number is at
        hand, and is contradicted by nothing.
        """
        if listing.parts.tail and is_accessory(
            listing.parts, product.parts, product.words - self.marks, product.numbers.codes
        ):
            return Judged(number, REVIEW_AT - 0.01 if similarity else 0.0, (ACCESSORY,), sure=False)
        covered = self._share(product.words, listing)
        explained = self._share(listing.words - lexicon().fillers, product)
        alike = fuzz.token_set_ratio(product.whole, listing.whole) / 100
        score = 0.45 * covered + 0.25 * similarity + 0.2 * alike + 0.1 * explained
        model = compare(listing.numbers, product.numbers, self.spread)
        if model.strength == WEAK and not model.contradicted and listing.traits.colours & product.traits.colours:
            model = replace(model, strength=SHARED, reason=f"{model.reason}, and the colour agrees")
        reasons = [model.reason] if model.reason else []
        if model.strength:
            score = model.strength + (1 - model.strength) * score
            sure = model.strength >= 0.5
        else:
            foreign = self._foreign(telling, product)
            score *= model.factor * (1 - min(foreign, 1 - covered))
            whole = len(product.words - self.marks) >= 2 and covered >= FULL_NAME and explained >= LEAST_EXPLAINED
            sure = whole and model.factor == 1 and foreign <= MOST_FOREIGN and self._is_named(telling, product)
        against = self._against(listing, product, model)
        if 0 < len(model.code) < TELLING and covered < LEAST_COVERED:
            against.append(("nothing else agrees", 0.8, True))
        if telling.makers and (maker := _other_maker(telling.makers, self._makers_of(product))):
            against.append((f"{maker} is named as the maker", 0.7, True))
        for reason, factor, doubtful in against:
            reasons.append(reason)
            score *= factor
            sure = sure and not doubtful
        if score >= REVIEW_AT and not product.parts.tail and (phrase := self._goes_with(listing, product)):
            return Judged(number, REVIEW_AT - 0.01, (f'{GOES_WITH} ("{phrase}")',), sure=False)
        reasons.append(f"{covered:.0%} of the name's words agree")
        return Judged(number, score, tuple(reasons), sure)

    def _goes_with(self, listing: Text, product: Text) -> str:
        """The phrase by which the listing's title says "for" before or after the product's name; or an empty string."""
        name = (product.words | self.marks | frozenset(product.whole.split())) - lexicon().fillers
        telling = self.weights
        return goes_with(listing.title, name, product.numbers.codes, lambda word: telling.get(word, self.unknown))

    def _against(self, listing: Text, product: Text, model: Agreement) -> list[tuple[str, float, bool]]:
        """Reasons against, each with the factor for the score and whether it forbids to be sure."""
        found = []
        certain = model.strength >= CERTAIN
        for difference in differences(product.traits, listing.traits):
            colour = difference.startswith("colour")
            if certain and not difference.startswith(("size", "generation differs")):
                found.append((difference, 0.97, difference.startswith(("colour", "wearer"))))
            else:
                found.append((difference, 0.9 if colour else 0.8, True))
        others = listing.parts.accessories and sorted(listing.parts.accessories - product.parts.accessories)
        if others and not (certain and product.parts.accessories):
            found.append((f"{MAYBE_ACCESSORY} ({', '.join(others[:3])})", 0.95, True))
        return found

    def _is_named(self, telling: Telling, product: Text) -> bool:
        """Whether a title with all words of a name leaves nothing open: no number of the name's, and no maker."""
        makers = self._makers_of(product)
        return not product.is_numbered and (not makers or bool(makers & telling.makers))

    def _foreign(self, telling: Telling, product: Text) -> float:
        """How much the listing says in words of other products' names, as a share of the name: almond, not lavender."""
        foreign = telling.words - product.words
        if not foreign:
            return 0.0
        said = sum(self.weights[word] for word in foreign if not _has_kin(word, product))
        total = sum(self.weights.get(word, self.unknown) for word in product.words - self.marks)
        return said / total if total else 0.0

    def _makers_of(self, product: Text) -> frozenset[frozenset[str]]:
        """The makers' names, of several in the catalogue, that the product's field or its name holds."""
        named = self._makers_in(product.words)
        return named | {product.maker} if product.maker and self.makers else named

    def _makers_in(self, said: frozenset[str]) -> frozenset[frozenset[str]]:
        return frozenset(name for word in said & self.makers.keys() for name in self.makers[word] if name <= said)

    def _share(self, wanted: frozenset[str], found: Text) -> float:
        """The weighted share of the wanted words that are found; words of the brand's name say nothing."""
        total = got = 0.0
        for word in wanted - self.marks:
            weight = self.weights.get(word, self.unknown)
            total += weight
            if word in found.words:
                got += weight
            elif _has_kin(word, found):
                got += 0.8 * weight
        return got / total if total else 0.0


def _other_maker(named: frozenset[frozenset[str]], own: frozenset[frozenset[str]]) -> str:
    """A maker whom the listing names, where the product has another whom it does not name; else an empty string."""
    return min((" ".join(sorted(name)) for name in named - own), default="") if own and not own & named else ""


def _has_kin(word: str, found: Text) -> bool:
    """Whether another form of a word is there: carry and carrying, speaker and speakers."""
    start = word[:STEM_OF_A_WORD]
    if len(word) < STEM_OF_A_WORD or start not in found.starts or not word.isalpha():
        return False
    return any(_kin(word, other) for other in found.words if other.startswith(start))


def _kin(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return len(long) - len(short) <= 3 and long.startswith(short)
