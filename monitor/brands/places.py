"""On which line of a TOML file a key stands, as far as its text tells. Only asked when something is wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

HEADER = re.compile(r"\s*\[{1,2}([^\[\]]{1,200})\]{1,2}\s*(#.*)?$")
Path = tuple[tuple[str, int], ...]
"""The way down to a table: keys, each with the number of the table in its list, from 1 (1 where there is no list)."""


def line_of(source: str, path: Path, key: str) -> int | None:
    """The line of a table's key, from 1; else that of the table's header; None where the text does not tell."""
    lines = source.split("\n")
    place = _Place(lines, 0, len(lines))
    for name, number in path:
        place = place.inner(name, number)
    return place.line(key)


@dataclass(frozen=True, slots=True)
class _Place:
    """The lines of one table, from `first` to before `last`, counted from 0; `name` is what its header says."""

    lines: Sequence[str] = field(repr=False)
    first: int
    last: int
    name: str = ""
    inline: bool = False

    def line(self, key: str) -> int | None:
        if self.inline:
            return self.first + 1
        written = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        own = True
        for number in range(self.first, self.last):
            header = _header(self.lines[number])
            if header is not None:
                own = False
            if header == self._full(key) or (own and written.match(self.lines[number])):
                return number + 1
        return self.first if self.name and self.first else None

    def inner(self, key: str, number: int) -> "_Place":
        name, seen = self._full(key), 0
        for first in range(self.first, self.last):
            if _header(self.lines[first]) == name:
                seen += 1
                if seen == number:
                    return replace(self, first=first + 1, last=self._end(first + 1, name), name=name)
        line = None if seen else self.line(key)
        if line is None:
            return replace(self, first=0, last=0, name=name)
        return replace(self, first=line - 1, last=line, name=name, inline=True)

    def _full(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def _end(self, first: int, name: str) -> int:
        headers = ((number, _header(self.lines[number])) for number in range(first, self.last))
        return next((number for number, header in headers if header and not header.startswith(f"{name}.")), self.last)


def _header(line: str) -> str | None:
    found = HEADER.match(line)
    return re.sub(r"[\s\"']", "", found[1]) if found else None
