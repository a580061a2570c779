"""CSV files of a dossier: any order of columns, comma, semicolon or tab, with or without a byte order mark."""

import csv
import io
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from monitor.brands.problems import Problems, shown

MAX_BYTES = 200_000_000
MAX_CELL = 200_000
DELIMITERS = ",;\t"
SLIP = 0.8
"""How alike the name of a column and its slip are at least, so that its cells are looked at too."""


def delimiter_of(content: str) -> str:
    """What stands between the cells of a file, by its first row."""
    return max(DELIMITERS, key=content.lstrip("\r\n").partition("\n")[0].count)


def names_separator(cells: Collection[str]) -> bool:
    """Whether a first row is none of the table: the `sep=;` by which a spreadsheet is told what parts the cells."""
    return "".join(cells).strip().lower() == "sep="


class Sheet:
    """The rows of one file; what is wrong with it goes to `problems`. `whole` once every row of it could be read."""

    def __init__(self, path: Path, columns: Collection[str], required: Collection[str], problems: Problems) -> None:
        self.path, self.problems = path, problems
        self._columns, self._required = columns, required
        self.whole = False

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Line number and cells by column of each row that is not blank."""
        content = _read(self.path, self.problems)
        if content is None:
            return
        csv.field_size_limit(MAX_CELL)
        rows = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter_of(content), strict=True)
        names: list[str] = []
        line, skipped = 1, False
        try:
            for cells in rows:
                while cells and not cells[-1].strip():
                    cells.pop()
                if cells and not names and not names_separator(cells):
                    names = [name.strip().lower() for name in cells]
                    if not self._is_right(line, names):
                        if not self._can_go_on(names):
                            return
                        skipped = True
                elif names and len(cells) > len(names):
                    skipped = True
                    what = f"has {len(cells)} cells where the head names {len(names)}"
                    self.problems.add(
                        self.path,
                        f"line {line}",
                        f"{what}; put a cell that holds a delimiter, such as 42,00, in quotes",
                    )
                elif cells and names:
                    yield line, dict(zip(names, cells, strict=False))
                line = rows.line_num + 1
        except csv.Error as failure:
            self.problems.add(self.path, f"line {line}", f"{failure}; check the quotes of the row that begins here")
            return
        if names:
            self.whole = not skipped
            return
        known = ", ".join(self._columns)
        self.problems.add(self.path, "", f"is empty; name the columns in its first row ({known}), or remove the file")

    def _is_right(self, line: int, names: list[str]) -> bool:
        """Whether the head names columns that are known, each once, and those that are required."""
        before, where = self.problems.count, f"line {line}"
        for place, name in enumerate(names):
            if name in names[:place]:
                self.problems.add(self.path, where, f"the column {shown(name)} stands there twice; remove one")
            elif name not in self._columns:
                known = ", ".join(self._columns)
                close = get_close_matches(name, self._columns, n=1)
                meant = f"; is {close[0]} meant?" if close else ""
                self.problems.add(self.path, where, f"unknown column {shown(name)}; known are: {known}{meant}")
        for name in self._required:
            if name not in names:
                self.problems.add(self.path, where, f"the column {name!r} is missing; add it")
        return self.problems.count == before

    def _can_go_on(self, names: list[str]) -> bool:
        """Whether the rows below a wrong head can be looked at all the same; a slip in a column's name is put right."""
        for place, name in enumerate(names):
            if name not in self._columns:
                close = get_close_matches(name, [one for one in self._columns if one not in names], n=1, cutoff=SLIP)
                names[place] = close[0] if close else name
        return len(set(names)) == len(names) and set(self._required) <= set(names)


def _read(path: Path, problems: Problems) -> str | None:
    """The file's text, or None with the problem told."""
    try:
        if path.stat().st_size > MAX_BYTES:
            problems.add(path, "", f"is larger than {MAX_BYTES} bytes; split the brand")
            return None
        content = path.read_bytes()
    except OSError as failure:
        problems.add(path, "", f"cannot be read: {failure.strerror or failure}")
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = content.count(b"\n", 0, failure.start) + 1
        found = f"byte 0x{content[failure.start]:02X}"
        problems.add(path, f"line {line}", f"is not UTF-8 text ({found}); save the file as CSV UTF-8")
    return None
