"""How well a listing fits one product of the catalogue, and the reasons for and against it in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz

from monitor.products.accessories import Parts, is_accessory, parts
from monitor.products.identifiers import PIECE, Writing, bare, codes, compact
from monitor.products.model_numbers import CERTAIN, OTHER_NUMBERING, SHARED, WEAK, Agreement, Numbers, Spread, compare
from monitor.products.traits import Traits, differences, traits
from monitor.products.words import fold, lexicon, spaced, words

REVIEW_AT = 0.42
FULL_NAME = 0.95
LEAST_EXPLAINED = 0.5
STEM_OF_A_WORD = 4
ACCESSORY = "is made for it, and is not the product itself"
MAYBE_ACCESSORY = "may be an accessory"


@dataclass(frozen=True)
class Text:
    """A product's or a listing's text, taken apart once; `words` are without model numbers."""

    title: str
    words: frozenset[str]
    numbers: Numbers
    traits: Traits
    whole: str

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


def take_apart(title: str, model: str = "", soft: frozenset[str] = frozenset()) -> Text:
    """Read a title, a model number that stands elsewhere, and codes that may only agree."""
    found = codes_of(title, model)
    found_words = frozenset(words(title))
    return Text(
        title=title,
        words=found_words - _words_of_codes(title, found),
        numbers=Numbers(found, soft - found, Writing.of(f"{title} {model}")),
        traits=traits(title),
        whole=" ".join(sorted(found_words)),
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
class Judgement:
    """What the whole catalogue says: how telling each word is, the names of the brand, who bears a model number."""

    weights: Mapping[str, float]
    unknown: float
    marks: frozenset[str]
    spread: Spread

    def judge(self, listing: Text, product: Text, number: int, similarity: float) -> Judged:
        """Compare a listing with one product; `similarity` is that of the retrieval, 0 to 1.

        Sure, if its score is enough, is what agrees by model number, or by the whole name where no model number is at
        hand, and is contradicted by nothing.
        """
        if listing.parts.tail and is_accessory(
            listing.parts, product.parts, product.words - self.marks, product.numbers.codes
        ):
            return Judged(number, REVIEW_AT - 0.01 if similarity else 0.0, (ACCESSORY,), sure=False)
        covered = self._share(product.words, listing.words)
        explained = self._share(listing.words - lexicon().fillers, product.words)
        alike = fuzz.token_set_ratio(product.whole, listing.whole) / 100
        score = 0.45 * covered + 0.25 * similarity + 0.2 * alike + 0.1 * explained
        model = compare(listing.numbers, product.numbers, self.spread)
        if model.strength == WEAK and listing.traits.colours & product.traits.colours:
            model = replace(model, strength=SHARED, reason=f"{model.reason}, and the colour agrees")
        reasons = [model.reason] if model.reason else []
        if model.strength:
            score = model.strength + (1 - model.strength) * score
            sure = model.strength >= 0.5
        else:
            score *= model.factor
            named = len(product.words - self.marks) >= 2 and covered >= FULL_NAME and explained >= LEAST_EXPLAINED
            sure = named and model.factor >= OTHER_NUMBERING
        for reason, factor, doubtful in self._against(listing, product, model):
            reasons.append(reason)
            score *= factor
            sure = sure and not doubtful
        reasons.append(f"{covered:.0%} of the name's words agree")
        return Judged(number, score, tuple(reasons), sure)

    def _against(self, listing: Text, product: Text, model: Agreement) -> list[tuple[str, float, bool]]:
        """Reasons against, each with the factor for the score and whether it forbids to be sure."""
        found = []
        certain = model.strength >= CERTAIN
        for difference in differences(product.traits, listing.traits):
            colour = difference.startswith("colour")
            if certain and not difference.startswith(("size", "generation differs")):
                found.append((difference, 0.97, colour and self._has_sisters(product)))
            else:
                found.append((difference, 0.9 if colour else 0.8, True))
        others = listing.parts.accessories and sorted(listing.parts.accessories - product.parts.accessories)
        if others and not (certain and product.parts.accessories):
            found.append((f"{MAYBE_ACCESSORY} ({', '.join(others[:3])})", 0.95, True))
        return found

    def _has_sisters(self, product: Text) -> bool:
        """Whether the catalogue has products whose model number differs in its ending alone."""
        return any(self.spread(f"^{root}") > 1 for root in product.numbers.stems)

    def _share(self, wanted: frozenset[str], found: frozenset[str]) -> float:
        """The weighted share of the wanted words that are found; words of the brand's name say nothing."""
        total = got = 0.0
        for word in wanted - self.marks:
            weight = self.weights.get(word, self.unknown)
            total += weight
            if word in found:
                got += weight
            elif len(word) > STEM_OF_A_WORD and word.isalpha() and any(_kin(word, other) for other in found):
                got += 0.8 * weight
        return got / total if total else 0.0


def _kin(one: str, other: str) -> bool:
    """Forms of one word: carry and carrying, speaker and speakers."""
    if one[:STEM_OF_A_WORD] != other[:STEM_OF_A_WORD]:
        return False
    short, long = (one, other) if len(one) < len(other) else (other, one)
    return len(short) >= STEM_OF_A_WORD and len(long) - len(short) <= 3 and long.startswith(short)
