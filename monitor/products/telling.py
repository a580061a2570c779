"""What a listing says in the words of a catalogue, looked up once for all candidates."""

from dataclasses import dataclass, replace
from typing import Self

from monitor.products.makers import Naming


@dataclass(frozen=True, slots=True)
class Telling:
    """The words of a listing that stand in names of the catalogue, and the makers whom it names."""

    words: frozenset[str]
    naming: Naming
    said: frozenset[str]
    """All its words but those that say nothing."""

    def without(self, silent: frozenset[str]) -> Self:
        """The same but for words that say nothing beside one product."""
        return replace(self, words=self.words - silent, said=self.said - silent) if silent else self
