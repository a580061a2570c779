"""Where a brand's word marks stand in a listing's text, in plain writing or in disguise, and what the use means.

One index over all brands: its cost hardly grows with their number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from monitor.brands import Brand
from monitor.records import Listing


class Writing(StrEnum):
    """How the mark is written."""

    PLAIN = "plain"
    DISGUISED = "disguised"


class Use(StrEnum):
    """What the use of the mark means."""

    CLAIM = "claim"
    DESCRIPTIVE = "descriptive"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mark found in a field of a listing: `text` is what stands there, from `start` to `end` in the field's text."""

    mark: str
    field: str
    start: int
    end: int
    text: str
    writing: Writing
    use: Use
    score: float


class MarkIndex:
    """All word marks of all brands, prepared once."""

    def __init__(self, brands: Sequence[Brand]) -> None:
        raise NotImplementedError

    def find(self, listing: Listing) -> Mapping[str, tuple[Mention, ...]]:
        """The mentions by brand slug, in the order of the text; a brand that is not mentioned is absent."""
        raise NotImplementedError
