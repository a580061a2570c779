"""What is wrong with a dossier, gathered so that a person mends all of it at once."""

from pathlib import Path

from monitor.errors import ConfigurationError

SHOWN = 20


class Problems:
    """Collects complaints about files; `raise_if_any` turns them into one error."""

    def __init__(self) -> None:
        self._found: list[str] = []

    def add(self, file: Path, where: str, what: str) -> None:
        """Remember one: `where` is a line or a key, or empty; `what` names the value and the way out."""
        self._found.append(f"{file}: {where}: {what}" if where else f"{file}: {what}")

    def raise_if_any(self) -> None:
        """Raise a ConfigurationError that lists the problems, one a line."""
        if not self._found:
            return
        lines = self._found[:SHOWN]
        if len(self._found) > SHOWN:
            lines.append(f"and {len(self._found) - SHOWN} more")
        raise ConfigurationError("\n".join(lines))
