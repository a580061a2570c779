"""The fields of a channel's form, each with where it says that it asks for it. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing that a channel asks for: where we take it from, and where it says so (`read` is the day we read it).

    An empty `read` says honestly that the requirement could not be read.
    """

    name: str
    source: str
    required: bool = True
    longest: int = 4_000
    requirement: str = ""
    read: str = ""
    names: bool = False
    """Whether what a person says there is a name of somebody whom it alleges nothing of."""
    closed: bool = False
    """Whether a person may say there one of few things alone, such as a country: `missing` looks."""
    to_seller: bool = False
    """Whether the seller reads what a person says there."""

    @property
    def is_given(self) -> bool:
        """Whether a person may say it; the others are what the cases, the register and the evidence say."""
        return "--set" in self.source
