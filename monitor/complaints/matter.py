"""A confirmed case as a complaint needs it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from monitor.complaints.grounds import RESTS_ON_SELLER, Ground, grounds_of, rests_on_word
from monitor.records import Finding, Flag, Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A confirmed case as a complaint needs it."""

    case: int
    listing: Listing
    finding: Finding
    first_seen: datetime
    last_seen: datetime
    faded: frozenset[tuple[str, str]] = frozenset()
    """Kind and rule of flags that were not raised any more when the listing was last read: they allege nothing."""
    cleared: frozenset[tuple[str, str]] = frozenset()
    """Kind and rule of flags that the dossier of today does not raise: they allege nothing either."""
    sealed_before: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    """When a sealed capture last showed what the listing does not any more, by kind and rule: a complaint says so."""
    lists_sellers: bool = True
    """Whether the brand has a list of sellers: without one nobody can be said to lack a licence."""

    sure: str = ""
    """Why a person says that a word for a copy is said of the goods."""

    def grounds(self, *, test_buy: bool = False) -> frozenset[Ground]:
        """The grounds that its flags carry, by themselves or by a person's word, and a test buy."""
        found = grounds_of(self.flags, test_buy=test_buy)
        return found | {Ground.TRADEMARK} if self.is_by_word else found

    @property
    def is_by_word(self) -> bool:
        """Whether a trademark ground rests on what a person says of a word for a copy."""
        return bool(self.sure) and rests_on_word(self.flags)

    @property
    def flags(self) -> tuple[Flag, ...]:
        """The flags that can be relied on: those that the last read of the listing, by the dossier of today, raises.

        Where nobody knows whether who sells may, none that says he may not is among them.
        """
        known = self.listing.seller_is_readable and self.lists_sellers
        left_out = (self.faded - self.sealed_before.keys()) | self.cleared | (frozenset() if known else RESTS_ON_SELLER)
        return tuple(one for one in self.finding.flags if (one.kind, one.rule) not in left_out)

    def before(self, flag: Flag) -> str:
        """When a sealed capture last showed what a flag says and the listing does not any more, UTC; else empty."""
        at = self.sealed_before.get((flag.kind, flag.rule))
        return f"{at:%Y-%m-%d %H:%M} UTC" if at else ""
