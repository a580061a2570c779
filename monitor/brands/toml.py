"""TOML tables of a workspace: keys are taken one by one, and what is left over is unknown."""

import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from monitor.brands import places
from monitor.brands.problems import LONGEST, Problems, shown
from monitor.brands.values import day, text

MAX_BYTES = 2_000_000
LONGEST_TEXT = 1_000


class Table:
    """One table of a TOML file; `where` is its path of keys. What is wrong goes to `problems`, naming file and line."""

    def __init__(self, values: Mapping[str, Any], file: Path, source: str, problems: Problems) -> None:
        self._values = dict(values)
        self._known: list[str] = []
        self._path: places.Path = ()
        self.file, self.source, self.problems, self.where = file, source, problems, ""

    def wrong(self, key: str, what: str) -> None:
        """Tell a problem with a key of this table."""
        self.problems.add(self.file, self.spot(key), what)

    def spot(self, key: str) -> str:
        """Where a key stands: its line, if that can be told, and its path of keys."""
        line = None if self.problems.full else places.line_of(self.source, self._path, key)
        return f"line {line}: {self._within(key)}" if line else self._within(key)

    def _within(self, key: str) -> str:
        """The path of keys down to a key of this table."""
        name = key if key.isprintable() and len(key) <= LONGEST else shown(key)
        return f"{self.where}.{name}" if self.where else name

    def _take(self, key: str, kind: type, example: str) -> Any:
        self._known.append(key)
        value = self._values.pop(key, None)
        if value is None or type(value) is kind:
            return value
        self.wrong(key, f"{shown(value)} does not fit; write {example}")
        return None

    def text(self, key: str, default: str = "") -> str:
        """A string; an empty one counts as not written."""
        value = self._take(key, str, f'{key} = "..."')
        if value is None:
            return default
        return self._clean(key, value) or default

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self._take(key, int, f"a whole number from {least} to {most}")
        if value is None or least <= value <= most:
            return default if value is None else int(value)
        self.wrong(key, f"{shown(value)} is not a whole number from {least} to {most}")
        return default

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._take(key, bool, "true or false")
        return default if value is None else bool(value)

    def number(self, key: str, default: float, least: float, most: float) -> float:
        """A number within bounds."""
        self._known.append(key)
        value = self._values.pop(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
            self.wrong(key, f"{shown(value)} is not a number from {least:g} to {most:g}")
            return default
        return float(value)

    def day(self, key: str) -> date | None:
        """A date, written bare or in quotes."""
        self._known.append(key)
        value = self._values.pop(key, None)
        if isinstance(value, str) and value.strip():
            with suppress(ValueError):
                value = day(value)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.wrong(key, f"{shown(value)} is not a date; write {key} = 2031-05-04")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self._take(key, list, f'a list: {key} = ["...", "..."]') or []
        found = []
        for value in values:
            if not isinstance(value, str):
                self.wrong(key, f"{shown(value)} is no text; put it in quotes")
            elif cleaned := self._clean(key, value):
                found.append(cleaned)
        return tuple(dict.fromkeys(found))

    def _clean(self, key: str, value: str) -> str | None:
        """The text, or None with the problem told."""
        try:
            cleaned = text(value)
        except ValueError as reason:
            self.wrong(key, str(reason))
            return None
        if len(cleaned) > LONGEST_TEXT:
            self.wrong(key, f"{shown(value)} is {len(cleaned)} characters long; {LONGEST_TEXT} are the most")
        return cleaned

    def wholes(self, key: str, least: int, most: int) -> tuple[int, ...]:
        """A list of whole numbers within bounds."""
        values = self._take(key, list, f"a list: {key} = [{least}, {most}]") or []
        for value in values:
            if type(value) is not int or not least <= value <= most:
                self.wrong(key, f"{shown(value)} is not a whole number from {least} to {most}")
                return ()
        return tuple(values)

    def table(self, key: str) -> "Table":
        """A table within this one; empty where it is absent."""
        values = self._take(key, dict, f"a table: [{key}]") or {}
        return self._inner(values, key, 1, self._within(key))

    def tables(self, key: str) -> list["Table"]:
        """A list of tables: `[[key]]`."""
        values = self._take(key, list, f"a list of tables: [[{key}]] above each") or []
        if not all(isinstance(value, dict) for value in values):
            self.wrong(key, f"{shown(values)} is not a list of tables; write [[{key}]] above each")
            return []
        where = self._within(key)
        return [self._inner(value, key, number, f"{where} {number}") for number, value in enumerate(values, 1)]

    def _inner(self, values: Mapping[str, Any], key: str, number: int, where: str) -> "Table":
        inner = Table(values, self.file, self.source, self.problems)
        inner._path, inner.where = (*self._path, (key, number)), where
        return inner

    def rest(self) -> dict[str, Any]:
        """All that was not taken; nothing is unknown after that."""
        rest, self._values = self._values, {}
        return rest

    def knows(self, key: str) -> bool:
        """Whether a key was asked for here."""
        return key in self._known

    def done(self, others: Iterable["Table"] = ()) -> None:
        """Tell each key that nobody took, and in which of the `others` it would be known."""
        for key in self._values:
            home = next((one for one in others if one is not self and one.knows(key)), None)
            place = f"; {key} belongs {f'below [{home.where}]' if home.where else 'above all tables'}" if home else ""
            self.wrong(key, f"unknown key; known are: {', '.join(self._known)}{place}")


def read_table(path: Path, problems: Problems) -> Table | None:
    """The whole file as a table, or None with the problem told."""
    try:
        if path.stat().st_size > MAX_BYTES:
            problems.add(path, "", f"is larger than {MAX_BYTES} bytes; it should hold a page of settings")
            return None
        source = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        return Table(tomllib.loads(source), path, source, problems)
    except UnicodeDecodeError as failure:
        problems.add(path, "", f"is not UTF-8 text (byte {failure.start}); save it as UTF-8")
    except RecursionError:
        problems.add(path, "", "is not TOML: nested too deeply")
    except ValueError as failure:
        problems.add(path, "", f"is not TOML: {_reason(str(failure))}")
    except OSError as failure:
        problems.add(path, "", f"cannot be read: {failure.strerror or failure}")
    return None


def _reason(reason: str) -> str:
    """The reader's own words on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in reason).split())[:200]
