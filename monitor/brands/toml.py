"""TOML tables of a workspace: keys are taken one by one, and what is left over is unknown."""

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from monitor.brands.problems import Problems
from monitor.brands.values import text

MAX_BYTES = 5_000_000


class Table:
    """One table of a TOML file; `where` is its path of keys. What is wrong goes to `problems`, naming file and line."""

    def __init__(self, values: Mapping[str, Any], file: Path, source: str, problems: Problems, where: str = "") -> None:
        self._values = dict(values)
        self._known: list[str] = []
        self.file, self.source, self.problems, self.where = file, source, problems, where

    def wrong(self, key: str, what: str) -> None:
        """Tell a problem with a key of this table."""
        self.problems.add(self.file, self._place(key), what)

    def _place(self, key: str) -> str:
        name = f"{self.where}.{key}" if self.where and key else self.where or key
        lines = [
            number
            for number, line in enumerate(self.source.splitlines(), 1)
            if key and re.match(rf"\s*{re.escape(key)}\s*=", line)
        ]
        return f"line {lines[0]}: {name}" if len(lines) == 1 else name

    def _take(self, key: str, kind: type, example: str) -> Any:
        self._known.append(key)
        value = self._values.pop(key, None)
        if value is None or (type(value) is kind):
            return value
        self.wrong(key, f"{value!r} does not fit; write it as {key} = {example}")
        return None

    def text(self, key: str, default: str = "") -> str:
        """A string."""
        value = self._take(key, str, '"..."')
        return default if value is None else text(value)

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        value = self._take(key, bool, "true")
        return default if value is None else bool(value)

    def number(self, key: str, default: float, least: float, most: float) -> float:
        """A number within bounds."""
        self._known.append(key)
        value = self._values.pop(key, default)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value <= most:
            self.wrong(key, f"{value!r} is not a number from {least:g} to {most:g}")
            return default
        return float(value)

    def day(self, key: str) -> date | None:
        """A date, written bare or in quotes."""
        self._known.append(key)
        value = self._values.pop(key, None)
        if isinstance(value, str):
            with suppress(ValueError):
                value = date.fromisoformat(value)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.wrong(key, f"{value!r} is not a date; write it as {key} = 2031-05-04")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self._take(key, list, '["...", "..."]') or []
        if not all(isinstance(value, str) for value in values):
            self.wrong(key, f"{values!r} holds something else than text in quotes")
            return ()
        return tuple(text(value) for value in values if value.strip())

    def numbers(self, key: str, least: int, most: int) -> tuple[int, ...]:
        """A list of whole numbers within bounds."""
        values = self._take(key, list, "[14, 25]") or []
        for value in values:
            if type(value) is not int or not least <= value <= most:
                self.wrong(key, f"{value!r} is not a whole number from {least} to {most}")
                return ()
        return tuple(values)

    def table(self, key: str) -> "Table":
        """A table within this one; empty where it is absent."""
        values = self._take(key, dict, "a table: [" + key + "]") or {}
        where = f"{self.where}.{key}" if self.where else key
        return Table(values, self.file, self.source, self.problems, where)

    def tables(self, key: str) -> list["Table"]:
        """A list of tables: `[[key]]`."""
        values = self._take(key, list, "a list of tables: [[" + key + "]]") or []
        where = f"{self.where}.{key}" if self.where else key
        if not all(isinstance(value, dict) for value in values):
            self.wrong(key, f"{values!r} is not a list of tables; write [[{key}]] above each")
            return []
        return [
            Table(value, self.file, self.source, self.problems, f"{where} {number}")
            for number, value in enumerate(values, 1)
        ]

    def rest(self) -> dict[str, Any]:
        """All that was not taken; nothing is unknown after that."""
        rest, self._values = self._values, {}
        return rest

    def done(self) -> None:
        """Tell each key that nobody took."""
        for key in self._values:
            self.wrong(key, f"unknown key; known are: {', '.join(self._known)}")


def read_table(path: Path, problems: Problems) -> Table:
    """The whole file as a table; a file that cannot be read gives an empty one, with the problem told."""
    source, values = "", {}
    try:
        if path.stat().st_size > MAX_BYTES:
            problems.add(path, "", f"is larger than {MAX_BYTES} bytes")
        else:
            source = path.read_bytes().decode("utf-8-sig")
            values = tomllib.loads(source)
    except UnicodeDecodeError as failure:
        problems.add(path, "", f"is not UTF-8 text (byte {failure.start}); save it as UTF-8")
    except (tomllib.TOMLDecodeError, RecursionError) as failure:
        problems.add(path, "", f"is not TOML: {failure or 'nested too deeply'}")
    except OSError as failure:
        problems.add(path, "", f"cannot be read: {failure.strerror or failure}")
    return Table(values, path, source, problems)
