"""Many texts that are searched at once: the time for one pass hardly depends on how many they are."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation

Value = TypeVar("Value")
Places = Callable[[str], list[tuple[int, int, int]]]
MOST_LETTERS = 100_000
"""With so many letters in all, each step is a look into one table; with more, that table would take too much memory."""


class Keys(Generic[Value]):
    """Texts that are searched, each with a value; an Aho-Corasick automaton.

    `places` says where keys stand in a text, overlapping ones too, by their ends: the key's number, its start, its end.
    """

    def __init__(self, values: Mapping[str, Value]) -> None:
        """Raises ValueError for an empty key."""
        self._values = tuple(values.values())
        small = sum(map(len, values)) <= MOST_LETTERS
        implementation = Implementation.DFA if small else Implementation.ContiguousNFA
        automaton = AhoCorasick(values, implementation=implementation)
        self.places: Places = partial(automaton.find_matches_as_indexes, overlapping=True)

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """The start, the end and the value of each key in a text."""
        values = self._values
        for number, start, end in self.places(text):
            yield start, end, values[number]
