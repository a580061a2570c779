"""A mark that was found in a text."""

from dataclasses import dataclass

from monitor.marks.forms import Mark
from monitor.marks.mention import Way


@dataclass(frozen=True, slots=True)
class Found:
    """A mark found in a text, before its use is judged."""

    mark: Mark
    start: int
    end: int
    ways: tuple[Way, ...]
    score: float
