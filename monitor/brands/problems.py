"""What is wrong with a dossier, gathered so that a person mends all of it at once."""

from datetime import date
from pathlib import Path

from monitor.errors import ConfigurationError

SHOWN = 20
LONGEST = 80


class Problems:
    """Collects complaints about files; `raise_if_any` turns them into one error."""

    def __init__(self) -> None:
        self._found: list[str] = []
        self.count = 0

    def add(self, file: Path, where: str, what: str) -> None:
        """Remember one: `where` is a line or a key, or empty; `what` names the value and the way out."""
        self.told(f"{file}: {where}: {what}" if where else f"{file}: {what}")

    def told(self, line: str) -> None:
        """Remember one that names its place itself."""
        self.count += 1
        if len(self._found) < SHOWN:
            self._found.append(line)

    @property
    def full(self) -> bool:
        """Whether more would only be counted."""
        return self.count >= SHOWN

    def raise_if_any(self) -> None:
        """Raise a ConfigurationError that lists the problems, one a line."""
        if not self.count:
            return
        more = self.count - len(self._found)
        raise ConfigurationError("\n".join([*self._found, f"and {more} more"] if more else self._found))


def shown(value: object) -> str:
    """A value as a message shows it: on one line, and no longer than a line."""
    if isinstance(value, date):
        return str(value)
    try:
        text = repr(value)
    except ValueError:
        return "a number of thousands of digits"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
