"""How well a listing fits one product of the catalogue, and the reasons for and against it in words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from math import fsum

from rapidfuzz import fuzz

from monitor.marks.vocabulary import common_words
from monitor.products import explained
from monitor.products.accessories import accessory_words, is_accessory
from monitor.products.components import beside
from monitor.products.contents import contents, sold_alone
from monitor.products.contradicting import contradicting
from monitor.products.delivered import other_contents
from monitor.products.going_with import goes_with
from monitor.products.joined_devices import joined
from monitor.products.judged import FULL_NAME, LEAST_WORDS, Judged, Rough
from monitor.products.kinds import is_of_its_kind
from monitor.products.kits import less_than_the_kit
from monitor.products.lettered import names_by_itself
from monitor.products.makers import Makers, Name, Naming
from monitor.products.model_numbers import (
    CERTAIN,
    SAME_NUMBERING,
    SHARED,
    Agreement,
    Spread,
    compare,
)
from monitor.products.own_kinds import is_of_other_kind, is_of_own_kind
from monitor.products.short_numbers import SHORT, is_doubtful
from monitor.products.telling import Telling
from monitor.products.texts import Text, has_kin, start_of, without_sku, words_of_sku
from monitor.products.uncertain import other_goods
from monitor.products.variants import beside_line, edition_left_out, follows, unexplained
from monitor.products.versus import held_against
from monitor.products.words import fold, lexicon

KEPT = 8192
"""The weights of so many names are kept."""
REVIEW_AT = 0.54
LEAST_EXPLAINED = 0.5
LEAST_EXPLAINED_BESIDE_GTIN = 0.33
SURE_NUMBER = 0.5
ANOTHER_FORM = 0.8
"""So much of a word another form of it says."""
LEAST_COVERED = 0.03
TELLING = 7
TELLING_SHARE = 0.1
MOST_FOREIGN = 0.1
ACCESSORY = "is made for it, and is not the product itself"
GOES_WITH = "the title names it as what its goods go with"
MAYBE_ACCESSORY = "may be an accessory"


@dataclass(frozen=True)
class Judgement:
    """What the whole catalogue says: how telling each word is, the names of the brand, who bears a model number."""

    weights: Mapping[str, float]
    unknown: float
    marks: frozenset[str]
    makers: Makers
    spread: Spread

    def telling(self, listing: Text, naming: Naming) -> Telling:
        """What the listing says in the words of the catalogue, looked up once for all candidates."""
        said = listing.words - lexicon().fillers
        return Telling((said & self.weights.keys()) - self.marks, naming, said)

    def roughly(self, listing: Text, product: Text, number: int, similarity: float, telling: Telling) -> Rough:
        """How like a listing and a product are; `similarity` is that of the retrieval, 0 to 1."""
        numbers = without_sku(listing, product)
        # "20" of a name may stand in the SKU too, and is none of the listing's words then.
        covered = self._covered(listing if numbers is listing.numbers else listing.with_numbers, product)
        explained = self._share(telling.said, product)
        alike = fuzz.token_set_ratio(product.whole, listing.whole) / 100
        likeness = 0.45 * covered + 0.25 * similarity + 0.2 * alike + 0.1 * explained
        model = compare(numbers, product.numbers, self.spread)
        foreign = 0.0 if model.strength else self._foreign(telling.words - product.words - product.silent, product)
        return Rough(number, product, similarity, covered, explained, likeness, foreign, model)

    def judge(self, listing: Text, rough: Rough, telling: Telling) -> Judged:
        """Look for what speaks against a product that is like enough.

        Sure, if its score is enough, is what agrees by model number, or by the whole name where no model number is at
        hand, and is contradicted by nothing.
        """
        number, product, covered, model = rough.number, rough.product, rough.covered, rough.model
        if listing.parts.tail and is_accessory(
            listing.parts, product.parts, product.words - self.marks, product.numbers.codes
        ):
            return Judged(number, REVIEW_AT - 0.01 if rough.similarity else 0.0, (ACCESSORY,), sure=False)
        if rough.may_agree_by_colour and listing.traits.colours & product.traits.colours:
            model = replace(model, strength=SHARED, reason=f"{model.reason}, and the colour agrees")
        reasons = [model.reason] if model.reason else []
        score = rough.score(model.strength)
        against = self._against(listing, product, model, telling)
        if model.strength:
            sure = model.strength >= SURE_NUMBER and not model.contradicted
            if covered < LEAST_COVERED and self._may_be_chance(model.code, product, telling):
                against.append(("nothing else agrees", 0.8, True))
        else:
            whole = covered >= FULL_NAME and (
                len(product.words - self.marks) >= LEAST_WORDS or self._is_nothing_else(listing, product)
            )
            explained = whole and self._is_explained(listing, rough, telling)
            sure = explained and model.factor == 1 and rough.foreign <= MOST_FOREIGN and not product.is_numbered
        for reason, factor, doubtful in against:
            reasons.append(reason)
            score *= factor
            sure = sure and not doubtful
        if score >= REVIEW_AT and (phrase := self._goes_with(listing, product)):
            return Judged(number, REVIEW_AT - 0.01, (f'{GOES_WITH} ("{phrase}")',), sure=False)
        if sure and (doubts := list(self._doubts(listing, rough, model, telling))):
            reasons.extend(doubts)
            sure = False
        # A word of the name may stand in the listing's model number too, and is none of its words then.
        shared = f"{self._share(product.words, listing.with_numbers):.0%} of the name's words agree"
        if not sure and len(reasons) == bool(model.reason) and model.factor == 1 and not model.contradicted:
            foreign = frozenset(w for w in telling.words - product.words - product.silent if not has_kin(w, product))
            shared = f"{', '.join(rough.unsure(listing, marks=self.marks, foreign=foreign))}, though {shared}"
        reasons.append(shared)
        return Judged(number, score, tuple(reasons), sure, code=model.code if model.strength >= CERTAIN else "")

    def _is_nothing_else(self, listing: Text, product: Text) -> bool:
        """Whether a title says the mark, the one word of a name, of no other name of the catalogue, and nothing else.

        A word for goods of which makers have many (`toaster`), of everyday language (`spade`) or for how goods are
        names none by itself.
        """
        if self.marks.isdisjoint(listing.words):
            return False
        rest = listing.with_numbers.words - product.words - self.marks - lexicon().fillers - listing.tally
        own = product.with_numbers.words - self.marks
        if rest or any(self.weights.get(word) != self.unknown for word in own):
            return False
        return own.isdisjoint(common_words()) and all(map(names_by_itself, own))

    def _may_be_chance(self, code: str, product: Text, telling: Telling) -> bool:
        """Whether a number that agrees alone may be anybody's; one without a figure, beside words of other products."""
        if code in product.numbers.lettered and telling.words - product.words:
            return True
        return 0 < len(code) < TELLING and not self._is_claimed(telling, product)

    def _covered(self, listing: Text, product: Text) -> float:
        """How much of a product's name a listing says; several units in the plural: "2 Wetzsteine" of a Wetzstein."""
        covered = self._share(product.words, listing)
        if FULL_NAME * ANOTHER_FORM <= covered < FULL_NAME:
            plural = self._share(product.words, listing, another_form=1.0)
            if plural > covered and listing.tally:
                return plural
        return covered

    def _is_explained(self, listing: Text, rough: Rough, telling: Telling) -> bool:
        """Whether the product's name says enough of the listing's words; how many units are sold is no word of it."""
        if rough.explained >= LEAST_EXPLAINED:
            return True
        return bool(listing.tally) and self._share(telling.said - listing.tally, rough.product) >= LEAST_EXPLAINED

    def _doubts(self, listing: Text, rough: Rough, model: Agreement, telling: Telling) -> Iterator[str]:
        """What is asked of a product that would be a match: who makes it, and whether the title says more or other."""
        product = rough.product
        if instead := self._instead(listing, product):
            yield instead
        if not self._is_vouched(telling, product, model, rough.covered):
            yield self._unnamed(product)
        known = self.marks | telling.naming.disguised | words_of_sku(listing, product)
        if model.code in product.numbers.lines:
            other = follows(listing, product, model.code)
            other = other or beside_line(listing, product, known)
        elif model.strength:
            other = follows(listing, product, model.code)
        else:
            other = unexplained(listing, product, known)
        if not other and model.code and is_doubtful(model.code):
            others = sorted(code for code in listing.numbers.codes - product.numbers.codes if len(code) <= SHORT)
            beside = self.marks | product.numbers.codes
            other = next(iter(others), "") or explained.unexplained(listing.title, product.title, beside)
        if other:
            yield f'"{other}" is not in its name'
        elif model.code and (edition := edition_left_out(listing, product, model.code)):
            yield f'the title does not say "{edition}"'
        elif (
            model.code in product.numbers.lines
            and product.numbers.codes
            and not is_of_its_kind(listing.title, product.title)
        ):
            # A line without its number may stand on anything for the goods.
            yield "neither its model number nor its kind of goods is in the title"

    def _instead(self, listing: Text, product: Text) -> str:
        """What the title speaks of instead of the product, or beside it; an empty string if of nothing."""
        return (
            other_goods(listing.title, product.title)
            or held_against(listing.title, product.title, self.marks)
            or beside(listing, product, self.marks)
            or less_than_the_kit(listing.title, product.title, self.marks | product.maker)
            or joined(listing.title, product.title)
        )

    def denial(self, listing: Text, product: Text, telling: Telling) -> str:
        """Why a title denies the product whose item number the listing bears; an empty string where it does not."""
        model = compare(listing.numbers, product.numbers, self.spread)
        against = (reason for reason, _, doubtful in self._against(listing, product, model, telling) if doubtful)
        if reason := next(against, ""):
            return reason
        if phrase := self._goes_with(listing, product):
            return f'{GOES_WITH} ("{phrase}")'
        if instead := self._instead(listing, product):
            return instead
        if not model.strength and model.factor <= SAME_NUMBERING:
            return model.reason
        return "" if model.strength else self._other_words(listing, product, telling)

    def _other_words(self, listing: Text, product: Text, telling: Telling) -> str:
        """What the title speaks of beside or instead of the product; an empty string where its words fit."""
        known = lexicon()
        silent = known.fillers | known.colour_names | known.wearer_names
        if not self._is_claimed(telling, product):
            if not any(w in product.words or has_kin(w, product) for w in telling.words - silent if not w.isdigit()):
                return "no word of its name is in the title"
            if self._share(listing.words - silent, product) < LEAST_EXPLAINED_BESIDE_GTIN:
                return f"the title speaks of other things, and {self._unnamed(product)}"
        covered = self._share(product.words, listing)
        return (
            "the title is in words of other products"
            if self._foreign(telling.words - product.words, product) >= covered
            else ""
        )

    def _goes_with(self, listing: Text, product: Text) -> str:
        """The phrase by which the listing's title says "for" before or after the product's name; or an empty string."""
        if product.parts.tail:
            return ""
        name = (product.words | self.marks | product.with_numbers.words) - lexicon().fillers
        telling = self.weights
        return goes_with(listing.title, name, product.numbers.codes, lambda word: telling.get(word, self.unknown))

    def _against(
        self, listing: Text, product: Text, model: Agreement, telling: Telling
    ) -> list[tuple[str, float, bool]]:
        """Reasons against, each with the factor for the score and whether it forbids to be sure."""
        found = []
        certain = model.strength >= CERTAIN
        for difference in contradicting(product, listing, certain=certain):
            colour = difference.startswith("colour")
            if certain and not difference.startswith(("size", "number of", "generation differs")):
                found.append((difference, 0.97, difference.startswith(("colour", "wearer", "year"))))
            else:
                found.append((difference, 0.9 if colour else 0.8, True))
        if others := self._accessories(listing, product, certain=certain):
            found.append((f"{MAYBE_ACCESSORY} ({', '.join(others[:3])})", 0.95, True))
        if other := other_contents(listing.title, product.title):
            found.append((other, 0.9, True))
        if maker := self._other_maker(telling.naming, product):
            found.append((f"{maker} is named as the maker", 0.7, True))
        elif telling.naming.states_other_than(self._own(product), product.words):
            found.append((f"{telling.naming.field} is stated as the maker", 0.9, True))
        return found

    def _accessories(self, listing: Text, product: Text, *, certain: bool) -> list[str]:
        """The words of a title for accessories that the product is not, and that do not come with it.

        What a product comes with is none of its own words: "CD184 charger" is no drill with a charger.
        """
        if not listing.parts.accessories:
            return []
        comes_with = contents(product.title)
        own = accessory_words(comes_with.sold) if comes_with.has else product.parts.accessories
        if certain and comes_with.has & contents(listing.title).has:
            return []
        sold = sold_alone(product.title)
        said = listing.parts.accessories
        if certain and own and not product.numbers.lines:
            # A bag is called an accessory itself: only a word for something else tells, where none says the bag.
            others = () if any(is_of_own_kind(one, sold) for one in said) else said - own
            return sorted(one for one in others if is_of_other_kind(one, sold))
        return sorted(
            word
            for word in said - own
            if not is_of_own_kind(word, sold) and not explained.in_name_of_goods(word, listing.title, sold)
        )

    def _is_vouched(self, telling: Telling, product: Text, model: Agreement, covered: float) -> bool:
        """Whether it is sure who makes the goods: by a long model number, or by the maker's name or the mark.

        Where nothing in the catalogue says who makes a product, the first word of its name stands for the maker beside
        a model number, and so do other words of it. The name of a line or a number without a figure may be anybody's.
        """
        if not self._own(product) or self._is_claimed(telling, product):
            return True
        if model.code in product.numbers.lines | product.numbers.lettered:
            return False
        if len(model.code) >= TELLING:
            return True
        if not model.strength or self._makers_of(product):
            return False
        return product.first in telling.naming.title or covered >= TELLING_SHARE

    def _unnamed(self, product: Text) -> str:
        return f"{self.makers.spoken(self._makers_of(product) or self.makers.own)} is not named as the maker"

    def _is_claimed(self, telling: Telling, product: Text) -> bool:
        """Whether the listing names the maker as that of its goods; of goods for something he may stand after "for"."""
        said = telling.naming.named if product.parts.tail else telling.naming.claimed
        return not self._own(product).isdisjoint(said) or bool(telling.naming.disguised)

    def _foreign(self, foreign: frozenset[str], product: Text) -> float:
        """How much words of other products' names say, as a share of the name: almond, not lavender."""
        if not foreign:
            return 0.0
        said = fsum(self.weights[word] for word in foreign if not has_kin(word, product))
        total, _ = self._weighed(product.words)
        return said / total if total else 0.0

    def _own(self, product: Text) -> frozenset[Name]:
        """The names under which the product's maker may stand, the brand's among them."""
        return self._makers_of(product) | self.makers.own

    def _makers_of(self, product: Text) -> frozenset[Name]:
        """The makers' names that the product's field or its name holds."""
        named = self.makers.within(product.words)
        return named | {product.maker} if product.maker else named

    def _other_maker(self, naming: Naming, product: Text) -> str:
        """A maker of the catalogue whom the listing names, where the product has another whom it does not name."""
        mine, others = self._makers_of(product), naming.named - self.makers.own
        if not others or not mine or mine & naming.named:
            return ""
        return fold(self.makers.spoken(others - mine))

    def _share(self, wanted: frozenset[str], found: Text, another_form: float = ANOTHER_FORM) -> float:
        """The weighted share of the wanted words that are found; words of the brand's name say nothing.

        Sets have no order that lasts: the sums are exact, so that what is alike is alike in every run.
        """
        total, each = self._weighed(wanted)
        got, words, starts = [], found.words, found.starts
        for word, weight, start in each:
            if word in words:
                got.append(weight)
            elif start in starts and has_kin(word, found):
                got.append(another_form * weight)
        return fsum(got) / total if total else 0.0

    @cached_property
    def _weighed(self) -> Callable[[frozenset[str]], tuple[float, tuple[tuple[str, float, str], ...]]]:
        """What words weigh in all, and each with its weight and how it starts; found once for a product's name."""
        return lru_cache(maxsize=KEPT)(self._weigh)

    def _weigh(self, wanted: frozenset[str]) -> tuple[float, tuple[tuple[str, float, str], ...]]:
        known = wanted - self.marks
        each = tuple((word, self.weights.get(word, self.unknown), start_of(word)) for word in known)
        return fsum(weight for _, weight, _ in each), each
