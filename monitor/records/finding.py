"""What a detector says, and why."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

SCORE = re.compile(r" \(score [-+.0-9e]+\)$")
"""What follows the words on a find in a picture, for the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One fact behind a flag: the field, what was seen there, and what was expected instead.

    `span` is a half-open range of characters in the field's text; `box` is left, top, right, bottom in pixels of the
    listing's photo as decoded; `asset` names the brand's asset (`logos/acme.png`, `AURELIA`, a SKU); `image` is the
    photo's URL; `series` are dated values, oldest first.
    """

    field: str
    observed: str
    expected: str = ""
    span: tuple[int, int] | None = None
    box: tuple[int, int, int, int] | None = None
    asset: str = ""
    image: str = ""
    series: tuple[tuple[datetime, Decimal], ...] = ()

    @property
    def told(self) -> str:
        """What was seen, for people: without the score of a picture, whose scale nobody can know."""
        return SCORE.sub("", self.observed) if self.image else self.observed


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One detector's finding about one observation: which kind, for which brand, by which rule, how bad, and why.

    `severity` is 0 to 100 (below 30 a note, 30 suspicion, 60 violation, 85 urgent); `rule` names the rule within the
    detector (`below_floor`); `sentence` is one sentence that a lawyer can read; one of `TO_WHO_DECIDES` may follow it.
    """

    kind: str
    brand: str
    severity: int
    rule: str
    sentence: str
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.severity <= 100:
            raise ValueError(f"severity {self.severity} of {self.kind} is not within 0 to 100")


COPY_OR_ELSE = " It may mean a copy or something else; look at the goods."
WHICH_IS_MEANT = " Read which is meant."
TO_WHO_DECIDES = (COPY_OR_ELSE, WHICH_IS_MEANT)
"""What follows the sentence of a doubtful flag, for who decides about the case alone: it is told to nobody outside."""

SELLER_UNKNOWN = "_seller_unknown"
"""What a rule ends with where the same was found, and nobody knows who sells."""


STANDINGS = frozenset({"unknown", "denied", "expired", "not_yet", "out_of_territory", "sku_not_allowed"})
"""The rules of `unauthorized_seller` that each say what the seller list says of a seller: one of them at a time."""


def is_said_anew(kind: str, rule: str, found: Collection[tuple[str, str]]) -> bool:
    """Whether flags of the kinds and rules `found` say what another one said: the same, or now with who sells.

    What the seller list says of a seller is said anew by whatever else it says of him: who was unknown and is denied
    now was not cleared.
    """
    if kind == "unauthorized_seller" and rule in STANDINGS:
        return any(one == kind and other in STANDINGS for one, other in found)
    return (kind, rule) in found or (kind, rule.removesuffix(SELLER_UNKNOWN)) in found


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """All that one inspection says of one observation for one brand: the flags, and the figures they rest on."""

    brand: str
    flags: tuple[Flag, ...]
    sku: str = ""
    unit_price: Decimal | None = None
    currency: str = ""
    floor_price: Decimal | None = None
