"""Which catalogue product a listing offers.

Identifiers decide where there are any; else the few most similar products are compared word by word. What contradicts
(another model number, size or colour, an accessory for the product) weighs against.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from math import log
from operator import itemgetter

from monitor.brands import MatchRule, Product
from monitor.products.accessories import parted
from monitor.products.attributes import gtins, model, soft_codes
from monitor.products.bundles import Bundles, words_of_pack
from monitor.products.components import way_out
from monitor.products.figures import left_out
from monitor.products.identifiers import compact, core, gtin_key, is_code, stem
from monitor.products.judged import Judged, Rough
from monitor.products.judgement import (
    ACCESSORY,
    MAYBE_ACCESSORY,
    REVIEW_AT,
    Judgement,
)
from monitor.products.kinds import is_of_its_kind
from monitor.products.lettered import lettered
from monitor.products.line_names import line_names, lines_in
from monitor.products.makers import Makers, Naming
from monitor.products.model_numbers import LETTERED
from monitor.products.retrieval import Retrieval
from monitor.products.short_numbers import (
    as_catalogued,
    as_written,
    is_doubtful,
    is_measure,
    is_named,
    says_little,
    short_numbers,
    sisters,
)
from monitor.products.telling import Telling
from monitor.products.texts import Text, codes_of, take_apart, with_codes, with_line, with_packs, with_sku
from monitor.products.uncertain import OF_OTHERS, spares, spoken
from monitor.products.words import lexicon, words
from monitor.records import Listing

CANDIDATES = 12
KEPT = 8192
FAR_BEHIND = 0.25
"""A product so far behind the best one is no rival of it, if the rule asks for no greater lead."""
SHORT = 2
"""A line of so few letters tells no goods."""


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
    for_line: bool = False
    """Whether nothing matches surely, and the title names an accessory and the line of a product ("funda Aurelia
    Meridian"), or names mark and line behind "for" alone ("gasket for stove Aurelia Meridian")."""
    single: Product | None = None
    """Of a pack that a count alone chose: the single one that the title names."""

    @property
    def sku(self) -> str:
        """The matched SKU, or an empty string."""
        return self.product.sku if self.product else ""

    @property
    def may_be_accessory(self) -> bool:
        """Whether the title names the product and an accessory word: something for it, from anybody.

        A mark on an accessory alone ("<mark> phone case") is no such thing: it says whose goods they are.
        """
        return self.for_line or (self.outcome is Outcome.REVIEW and MAYBE_ACCESSORY in self.why)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A listing beside the catalogue, before it is decided: who bears its item number, the candidates best first."""

    bearers: Sequence[int]
    judged: Sequence[Judged]
    text: Text


class Matcher:
    """A catalogue, prepared once."""

    def __init__(
        self, products: Sequence[Product], *, marks: Iterable[str] = (), rule: MatchRule | None = None
    ) -> None:
        """Index the products by their identifiers and by their words; `marks` are names of the brand, no evidence.

        `rule` says from which score on a match is sure.
        """
        self._bundles = Bundles.of(products)
        self._products = self._bundles.stated(products)
        self._rule = rule or MatchRule()
        self._text = lru_cache(maxsize=KEPT)(self._take_apart)
        self._by_gtin: dict[str, list[int]] = defaultdict(list)
        self._by_code: dict[str, list[int]] = defaultdict(list)
        self._by_model: dict[str, list[int]] = defaultdict(list)
        spread: Counter[str] = Counter()
        marks = tuple(marks)
        self._lines = line_names(products, marks)
        self._by_line = {compact(line): number for number, line in enumerate(self._lines) if line}
        self._retrieval = Retrieval(self._indexed(spread))
        self._makers = Makers.of(products, marks)
        self._numbers = {id(product): n for n, product in enumerate(self._products)} if self._bundles.single else {}
        self._judgement = Judgement(
            weights={word: log((1 + len(products)) / n) + 0.1 for word, n in spread.items()},
            unknown=log(1 + len(products)) + 0.1,
            makers=self._makers,
            marks=frozenset(self._makers.by_word),
            spread=lambda code: len(self._by_code.get(code, ())),
        )

    def _indexed(self, spread: Counter[str]) -> Iterator[tuple[str, ...]]:
        """The words of each product, while its identifiers are indexed and its words are counted."""
        for number, product in enumerate(self._products):
            if key := gtin_key(product.gtin):
                self._by_gtin[key].append(number)
            sku = compact(product.sku)
            for code in _keys(codes_of(product.name, product.model) | ({sku} if is_code(sku) else set())):
                self._by_code[code].append(number)
            if line := self._lines[number]:
                self._by_code[compact(line)].append(number)
            if letters := lettered(product.model):
                self._by_code[f"{LETTERED}{letters}"].append(number)
            if written := as_written(product.model):
                self._by_model[written].append(number)
            said = words(product.name)
            spread.update(set(said))
            yield (*said, *words(product.model))

    def has_word_of(self, title: str) -> bool:
        """Whether a title has a word of the catalogue's names; marks, fillers and bare numbers aside."""
        said = [word for word in words(title) if not word.isdigit()]
        known = self._judgement.weights.keys() - self._judgement.marks - lexicon().fillers
        return not known.isdisjoint(said)

    def of_others(self, title: str) -> str:
        """What a title speaks of that others make of the goods, or do for them, in words; an empty string if nothing.

        Words that names of the catalogue have speak of the brand's own goods.
        """
        own = self._judgement.weights.keys()
        found = ((what, said) for what, said in spoken(title, OF_OTHERS) if not own >= set(words(said)))
        told = (f'"{said}", which speaks of {what}' for what, said in found)
        parts = (f'"{said}", which speaks of a part' for said in spares(title) if not own >= set(words(said)))
        return next(chain(told, parts), "")

    def _take_apart(self, number: int) -> Text:
        product = self._products[number]
        text = with_sku(take_apart(product.name, product.model, maker=product.brand), product.sku)
        if packs := self._bundles.packs.get(number):
            text = with_packs(text, frozenset().union(*(words_of_pack(self._products[at]) for at in packs.values())))
        return with_line(text, self._lines[number]) if self._lines[number] else text

    def match(self, listing: Listing) -> Match:
        """The product that the listing offers. A pure function of the listing and the catalogue."""
        found = self.decide(self.weigh(listing), self._rule)
        return self._by_count(listing, found) if found.product and self._bundles.single else found

    def _by_count(self, listing: Listing, found: Match) -> Match:
        """The pack of a product that the listing sells by its number of units, where the catalogue has such packs."""
        at = self._numbers[id(found.product)]
        sold, doubt = self._bundles.sold(listing, at, self._products)
        if doubt:
            found = replace(found, outcome=Outcome.REVIEW, why=f"{doubt}; {found.why}")
        if sold == at:
            return found
        product = self._products[sold]
        single = found.product if self._bundles.single.get(sold) == at else None
        return replace(
            found,
            product=product,
            single=single,
            why=found.why if doubt else f"its number is that of {product.sku}; {found.why}",
        )

    def weigh(self, listing: Listing) -> Weighed:
        """The candidates, judged; `decide` makes a match of them."""
        text = self._with_short(take_apart(listing.title, model(listing), soft_codes(listing)))
        bearers = sorted({number for key in gtins(listing) for number in self._by_gtin.get(key, ())})
        similar = dict(self._retrieval.best(listing.title, CANDIDATES))
        keys = _keys(text.numbers.codes | text.numbers.soft).union(f"{LETTERED}{one}" for one in text.numbers.lettered)
        shared = {n for key in keys for n in self._by_code.get(key, ())[:CANDIDATES]}
        if self._by_line:
            shared |= {self._by_line[line] for line in lines_in(text.numbers.writing.folded) if line in self._by_line}
        telling = self._judgement.telling(text, Naming(self._makers, listing))
        judged: list[Judged] = []
        best = 0.0
        for bound, rough in self._roughly(text, similar, {*similar, *shared, *bearers}, telling):
            is_like = bound >= REVIEW_AT and bound >= best - max(FAR_BEHIND, self._rule.least_lead)
            if is_like or bound > best or rough.number in bearers or text.parts.tail:
                one = self._judgement.judge(text, rough, telling)
                if rough.number in bearers:
                    one = replace(one, denial=self._judgement.denial(text, rough.product, telling))
                judged.append(one)
                best = max(best, one.score)
        judged.sort(key=lambda one: (-one.score, one.number))
        return Weighed(bearers, judged, text)

    def _with_short(self, text: Text) -> Text:
        """A listing's text with those among its model numbers that count beside their maker's name alone."""
        named = {
            code
            for code, before in short_numbers(text.title)
            for n in self._by_code.get(code, ())[:CANDIDATES]
            if code not in text.numbers.codes and is_named(before, self._text(n), self._makers)
        }
        written = {
            compact(model)
            for model, before in as_catalogued(text.title, self._by_model)
            for n in self._by_model[model][:CANDIDATES]
            if self._is_of(text, compact(model), before, self._text(n))
        }
        if written:
            named |= written | sisters(text.title, written)
        return with_codes(text, named) if named else text

    def _is_of(self, text: Text, code: str, before: str, product: Text) -> bool:
        """Whether a word that is a model of the catalogue, and looks like something else, means that product.

        Where it may be anything, the maker has to be named and a word of the name, beside a measure half of them. That
        the number stands right behind the maker's name is as good, unless goods of many makers have the like.
        """
        marks = self._judgement.marks | product.maker
        own = product.words - marks
        shared, has_maker = len(own & text.words), not marks.isdisjoint(text.words)
        if not is_doubtful(code):
            return has_maker or shared > 0
        if shared and (not is_measure(code) or 2 * shared >= len(own)):
            return has_maker
        return has_maker and not says_little(code) and is_named(before, product, self._makers)

    def _roughly(
        self, text: Text, similar: Mapping[int, float], numbers: Iterable[int], telling: Telling
    ) -> list[tuple[float, Rough]]:
        """The candidates beside the listing, each with its bound, those with the highest one first."""
        products = {number: self._text(number) for number in sorted(numbers)}
        found = []
        for number, product in products.items():
            said = telling.without(left_out(text, product, products.values()))
            found.append(self._judgement.roughly(text, product, number, similar.get(number, 0.0), said))
        return sorted(((rough.bound, rough) for rough in found), key=itemgetter(0), reverse=True)

    def decide(self, weighed: Weighed, rule: MatchRule) -> Match:
        """The match by a rule."""
        judged = weighed.judged
        if weighed.bearers:
            return self._by_item_number(weighed.bearers, judged, rule)
        if not judged or judged[0].score < REVIEW_AT:
            return replace(_none(judged), for_line=bool(judged) and self._is_for_line(judged[0], weighed.text))
        best = judged[0]
        # A pack of the best one is no rival of it: which of the two is sold, the number says.
        rival = next((one for one in judged[1:] if not self._bundles.are_kin(best.number, one.number)), None)
        lead = best.score - (rival.score if rival else 0.0)
        reasons, sure = list(best.reasons), best.sure and best.score >= rule.match_at
        if sure and rival and lead < rule.least_lead:
            reasons.insert(0, f"{self._products[rival.number].sku} is as likely")
            sure = False
        if sure and (other := _named_too(best, judged)):
            reasons.insert(0, f"{other.upper()} is named as well")
            sure = False
        if best.sure and best.score < rule.match_at:
            reasons.insert(0, f"its likeness of {best.score:.2f} is below that of a match, {rule.match_at:g}")
        if sure:
            return self._match(best, Outcome.MATCH, best.score, reasons)
        found = self._match(best, Outcome.REVIEW, best.score, reasons)
        return replace(found, for_line=self._is_for_line(best, weighed.text))

    def _by_item_number(self, bearers: Sequence[int], judged: Sequence[Judged], rule: MatchRule) -> Match:
        """A GTIN decides, unless the title speaks of something else or several products bear it."""
        fitting = [one for one in judged if one.number in bearers]
        best, key = fitting[0], f"GTIN {gtin_key(self._products[fitting[0].number].gtin).lstrip('0')} agrees"
        if ACCESSORY in best.reasons:
            return _none([best])
        if len(bearers) > 1:
            others = ", ".join(self._products[n].sku for n in bearers if n != best.number)
            return self._match(
                best, Outcome.REVIEW, max(best.score, 0.7), [f"{key}, but {others} bears it too", *best.reasons]
            )
        rival = judged[0]
        ahead = rival.score > best.score + rule.least_lead and rival.score >= rule.match_at
        if rival.number != best.number and rival.sure and ahead:
            named = self._products[rival.number].sku
            return self._match(best, Outcome.REVIEW, 0.7, [f"{key}, but the title fits {named} better", *best.reasons])
        if other := _named_too(best, judged):
            reasons = [f"{key}, but {other.upper()} is named as well", *best.reasons]
            return self._match(best, Outcome.REVIEW, 0.7, reasons)
        if best.denial:
            left = (reason for reason in best.reasons if reason != best.denial)
            return self._match(best, Outcome.REVIEW, 0.7, [f"{key}, but {best.denial}", *left])
        return self._match(best, Outcome.MATCH, 1.0, [key, *best.reasons])

    def _is_for_line(self, nearest: Judged, text: Text) -> bool:
        """Whether it names the line of a product, the first word behind the mark, as what an accessory is for.

        That is beside a word for an accessory, or with the mark behind "for" where nothing before it says whose goods
        or goods of which kind are offered.
        """
        product = self._products[nearest.number]
        line = next((word for word in words(product.name) if word.isalpha() and word not in self._judgement.marks), "")
        if len(line) <= SHORT or line in lexicon().accessories.words:
            return False
        if any(reason.startswith(MAYBE_ACCESSORY) for reason in nearest.reasons):
            return line in text.words
        before, behind = (text.parts.head, text.parts.tail) if text.parts.tail else parted(text.title)
        head, tail = set(words(before)), set(words(behind))
        if line not in tail or self._judgement.marks.isdisjoint(tail) or not self._judgement.marks.isdisjoint(head):
            return False
        return head.isdisjoint(words(product.name)) and not is_of_its_kind(before, product.name)

    def _match(self, one: Judged, outcome: Outcome, score: float, reasons: Sequence[str]) -> Match:
        product = self._products[one.number]
        why = "; ".join([*reasons, *filter(None, (way_out(reason, product.sku) for reason in reasons))])
        return Match(outcome=outcome, product=product, score=round(score, 3), why=why)


def _none(judged: Sequence[Judged]) -> Match:
    if not judged or not judged[0].score:
        return Match(outcome=Outcome.NONE, why="nothing similar in the catalogue")
    why = f"nothing similar enough; nearest: {'; '.join(judged[0].reasons)}"
    return Match(outcome=Outcome.NONE, score=round(judged[0].score, 3), why=why)


def _named_too(best: Judged, others: Sequence[Judged]) -> str:
    """Another product's own number that is named beside the best one's, as of a bundle, or its words; or ""."""
    codes = (one.code for one in others if one.number != best.number and one.code)
    return next((code for code in codes if code not in best.code and not (best.code and best.code in code)), "")


def _keys(found: frozenset[str]) -> set[str]:
    """Model numbers with their stems and cores, by which sisters and other writings are found."""
    return {*found, *(f"^{stem(code)}" for code in found), *(f"#{core(code)}" for code in found if core(code))}
