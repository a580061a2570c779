"""CSV files of a dossier: any order of columns, comma or semicolon, with or without a byte order mark."""

import csv
import io
from collections.abc import Collection, Iterator
from pathlib import Path

from monitor.brands.problems import Problems

MAX_BYTES = 200_000_000
MAX_CELL = 200_000


def read_rows(
    path: Path, columns: Collection[str], required: Collection[str], problems: Problems
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by column of each row that is not blank; what is wrong with the file goes to `problems`."""
    content = _read(path, problems)
    if content is None:
        return
    head = content.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(MAX_CELL)
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(rows, [])]
        if not _heads_are_right(path, names, columns, required, problems):
            return
        line = rows.line_num + 1
        for cells in rows:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(names):
                    problems.add(path, f"line {line}", f"has {len(cells)} cells where the head names {len(names)}")
                else:
                    yield line, dict(zip(names, cells, strict=False))
            line = rows.line_num + 1
    except csv.Error as failure:
        problems.add(path, f"line {rows.line_num}", f"{failure}; check the quotes")


def _read(path: Path, problems: Problems) -> str | None:
    try:
        if path.stat().st_size > MAX_BYTES:
            problems.add(path, "", f"is larger than {MAX_BYTES} bytes; split the brand")
            return None
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        line = path.read_bytes()[: failure.start].count(b"\n") + 1
        problems.add(path, f"line {line}", "is not UTF-8 text; save the file as CSV in UTF-8")
    except OSError as failure:
        problems.add(path, "", f"cannot be read: {failure.strerror or failure}")
    return None


def _heads_are_right(
    path: Path, names: list[str], columns: Collection[str], required: Collection[str], problems: Problems
) -> bool:
    right = True
    for name in names:
        if name not in columns:
            problems.add(path, "line 1", f"unknown column {name!r}; known are: {', '.join(columns)}")
            right = False
        elif names.count(name) > 1:
            problems.add(path, "line 1", f"the column {name!r} stands there twice")
            return False
    for name in required:
        if name not in names:
            problems.add(path, "line 1", f"the column {name!r} is missing")
            right = False
    return right
