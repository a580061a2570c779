"""A product beside a listing: at first how like they are, then judged, with the reasons in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from monitor.products.model_numbers import SHARED, WEAK, Agreement
from monitor.products.texts import Text, has_kin
from monitor.products.words import lexicon, words

FULL_NAME = 0.95
LEAST_WORDS = 2
"""A name of fewer words than these is said by chance."""
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate (its number in the catalogue): score, reasons, and whether it may be acted upon if that is enough."""

    number: int
    score: float
    reasons: tuple[str, ...]
    sure: bool
    denial: str = ""
    """The reason for which even the product's own item number is not believed; empty where there is none."""
    code: str = ""
    """The whole model number that agrees, where it is this product's alone."""


class Rough(NamedTuple):
    """A product beside a listing before anything was held against it: how like they are, and how far numbers agree."""

    number: int
    product: Text
    similarity: float
    covered: float
    explained: float
    likeness: float
    foreign: float
    model: Agreement

    @property
    def may_agree_by_colour(self) -> bool:
        """Whether the colour decides which of several sisters a number means."""
        return self.model.strength == WEAK and not self.model.contradicted

    @property
    def bound(self) -> float:
        """The score that it cannot exceed."""
        return self.score(SHARED if self.may_agree_by_colour else self.model.strength)

    def score(self, strength: float) -> float:
        """The score by likeness and the strength of an agreeing number."""
        if strength:
            return strength + (1 - strength) * self.likeness
        return self.likeness * self.model.factor * (1 - min(self.foreign, 1 - self.covered))

    def unsure(self, listing: Text, *, marks: frozenset[str], foreign: frozenset[str]) -> Iterator[str]:
        """Why a product that nothing contradicts is no sure match; `foreign` are the words of other names in the title.

        Of a number that agrees, that it may be a sister's; else what the name lacks in the title, or the title in it.
        """
        if self.model.strength:
            yield "so much of a model number may be a sister's"
            return
        if self.product.is_numbered and not self.model.reason:
            yield "its model number is not in the title"
        if len(self.product.words - marks) < LEAST_WORDS:
            own = sorted(self.product.words - marks) or [self.product.title]
            yield f"one word, {_quoted(own)}, is all that agrees, which may name other goods too"
        elif self.covered < FULL_NAME:
            said = listing.with_numbers.words
            missing = [word for word in dict.fromkeys(words(self.product.title)) if word not in said | marks]
            lacking = [word for word in missing if not has_kin(word, listing)]
            if lacking:
                yield f"the title does not say {_quoted(lacking)}"
            else:
                yield (
                    f"the title says another form of {_quoted(missing)}"
                    if missing
                    else "the title says not all of its name"
                )
        elif foreign:
            yield f"the title also says {_quoted(sorted(foreign))}, as names of other products do"
        else:
            known = self.product.words | marks | lexicon().fillers
            more = [word for word in dict.fromkeys(words(listing.title)) if word not in known]
            yield f"the title also says {_quoted(more)}, which its name does not"


def _quoted(some: list[str]) -> str:
    return ", ".join(f'"{word}"' for word in some[:MOST_SHOWN])
