"""The sealed evidence that goes along with a complaint, as the complaint names it. Pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from monitor.complaints.grounds import Ground

SUPPORTING = {
    Ground.TRADEMARK: frozenset({"capture", "photo", "certificate"}),
    Ground.COUNTERFEIT: frozenset({"capture", "photo", "purchase", "certificate"}),
    Ground.COPYRIGHT: frozenset({"capture", "photo", "certificate"}),
    Ground.NONE: frozenset({"capture"}),
}
"""Which kinds of evidence support a ground: notes are our own, and a test buy is alleged or stays here."""

OF_THE_LISTING = frozenset({"capture", "photo", "purchase"})
"""Which kinds can show what a listing does: a certificate shows our right, whatever is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A sealed package of evidence: its name and digest, the case, the kind, when (UTC) and by whom it was sealed."""

    name: str
    kind: str
    case: int
    at: str = ""
    by: str = ""
    digest: str = ""
    bears: bool = True
    """Whether it bears on what is alleged of the case; one that goes along and does not says something else."""

    unseen: frozenset[tuple[str, str]] = frozenset()
    """Kind and rule of the flags that a capture did not raise again or could not judge: it does not show them."""
    note: str = ""
    """What a person who added it says of it."""

    @property
    def label(self) -> str:
        """The package in a few words."""
        when = f" of {self.at[:16].replace('T', ' ')} UTC" if self.at else ""
        return f"{self.kind}{when} ({self.name})"


def without(evidence: Collection[Sealed], cases: Iterable[int]) -> list[int]:
    """The cases of which no evidence shows what is alleged of the listing."""
    shown = {one.case for one in evidence if one.bears and one.kind in OF_THE_LISTING}
    return [case for case in cases if case not in shown]


def of_case(evidence: Iterable[Sealed], case: int) -> Iterator[Sealed]:
    """The packages about one case."""
    return (one for one in evidence if one.case == case)
