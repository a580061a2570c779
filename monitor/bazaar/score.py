"""What the monitor found in the invented world beside what was planted there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Found = Mapping[int, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Score:
    """One kind of flag: how many were planted, found, and found rightly."""

    kind: str
    planted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share of what was found that was planted; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was planted that was found; 1 where nothing was planted."""
        return self.right / self.planted if self.planted else 1.0


def score(truth: Found, found: Found, kinds: Iterable[str]) -> list[Score]:
    """A score for each kind over all (listing, brand) pairs."""
    scores = []
    for kind in kinds:
        wanted = {(number, slug) for number, flags in truth.items() for slug, one in flags if one == kind}
        got = {(number, slug) for number, flags in found.items() for slug, one in flags if one == kind}
        scores.append(Score(kind, len(wanted), len(got), len(wanted & got)))
    return scores
