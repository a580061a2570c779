"""Fit the rule of matching to a brand from decisions that people made. Pure; nothing here is random."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from monitor.brands import MatchRule
from monitor.products.matching import Matcher, Outcome, Weighed
from monitor.records import Listing

LEAST, LEAST_OF_A_KIND = 30, 5
FOLDS = 5
WRONG_COSTS = 5
"""A wrong match accuses a seller; a missed one waits for a person."""
MATCH_AT = tuple(n / 100 for n in range(50, 100, 3))
LEAST_LEAD = (0.0, 0.02, 0.04, 0.08, 0.12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A listing, and the SKU that a person said it offers; an empty one says: none of the catalogue."""

    listing: Listing
    sku: str


@dataclass(frozen=True, slots=True)
class Score:
    """How a rule does on decisions: matches that are right, matches that are wrong, and products that it missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def cost(self) -> int:
        """The lower the better."""
        return WRONG_COSTS * self.wrong + self.missed

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    def __str__(self) -> str:
        return f"{self.right} right, {self.wrong} wrong, {self.missed} missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """The rule that does best on all decisions. `after` is cross-validated: each fifth by a rule fitted to the rest."""

    rule: MatchRule
    before: Score
    after: Score

    @property
    def helps(self) -> bool:
        """Whether it is worth more than the rule before, on decisions that it did not see."""
        return self.after.cost < self.before.cost


def too_few(decisions: Sequence[Decided]) -> str:
    """Why nothing can be learned from these decisions; empty where something can."""
    of_none = sum(not one.sku for one in decisions)
    of_some = len(decisions) - of_none
    if len(decisions) >= LEAST and min(of_none, of_some) >= LEAST_OF_A_KIND:
        return ""
    return (
        f"{len(decisions)} decisions say which product a listing offers ({of_some}) or that it is another ({of_none}); "
        f"{LEAST} are needed, {LEAST_OF_A_KIND} of each kind"
    )


def fit(matcher: Matcher, decisions: Sequence[Decided], now: MatchRule) -> Fit:
    """The best rule for these decisions, beside the rule that holds `now`."""
    told = sorted(decisions, key=lambda one: one.listing.key)
    weighed = [(matcher.weigh(one.listing), one.sku) for one in told]
    after = Score()
    for fold in range(FOLDS):
        rest = [one for at, one in enumerate(weighed) if at % FOLDS != fold]
        kept = [one for at, one in enumerate(weighed) if at % FOLDS == fold]
        after += score(matcher, kept, _best(matcher, rest, now))
    return Fit(rule=_best(matcher, weighed, now), before=score(matcher, weighed, now), after=after)


def score(matcher: Matcher, decisions: Sequence[tuple[Weighed, str]], rule: MatchRule) -> Score:
    """How a rule does."""
    right = wrong = missed = 0
    for weighed, sku in decisions:
        match = matcher.decide(weighed, rule)
        if match.outcome is not Outcome.MATCH:
            missed += bool(sku)
        elif match.sku == sku:
            right += 1
        else:
            wrong += 1
    return Score(right, wrong, missed)


def _best(matcher: Matcher, decisions: Sequence[tuple[Weighed, str]], now: MatchRule) -> MatchRule:
    """The cheapest rule; among equals that nearest to the one that holds now."""
    rules = [now, *(MatchRule(match_at=at, least_lead=lead) for at, lead in product(MATCH_AT, LEAST_LEAD))]

    def rank(rule: MatchRule) -> tuple[int, float]:
        far = abs(rule.match_at - now.match_at) + abs(rule.least_lead - now.least_lead)
        return score(matcher, decisions, rule).cost, far

    return min(rules, key=rank)
