"""Tables for spreadsheets: UTF-8 with a byte order mark, no cell that starts a formula, written whole or not at all."""

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from monitor.errors import WorkFailedError
from monitor.records.cells import safe_cell


def write_table(
    columns: Sequence[str], rows: Iterable[Mapping[str, str]], target: Path | IO[bytes], *, private: bool = False
) -> None:
    """Write rows as CSV to a file or an open binary stream. Raises WorkFailedError where a file cannot be written.

    `private`: a file is for its owner alone.
    """
    if isinstance(target, Path):
        with replaced(target, private=private) as file:
            _write(columns, rows, file)
        return
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    try:
        _write(columns, rows, text)
    finally:
        text.detach()


def _write(columns: Sequence[str], rows: Iterable[Mapping[str, str]], file: IO[str]) -> None:
    writer = csv.DictWriter(file, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe_cell(value) for name, value in row.items()})


@contextmanager
def replaced(path: Path, *, private: bool = False, marked: bool = True) -> Iterator[IO[str]]:
    """A text file that takes the place of `path` when all went well; a link's target stands for it.

    `marked`: it begins with a byte order mark, so that spreadsheets read it as UTF-8.

    What is there and is no file (a pipe, a device) is written into. A file keeps its permissions, but where it is
    `private` its owner alone can read it then. Raises WorkFailedError where the folder cannot be written or the disk is
    full; `path` is then as it was.
    """
    encoding = "utf-8-sig" if marked else "utf-8"
    try:
        path = path.resolve()
        if path.exists() and not path.is_file():
            with path.open("w", encoding=encoding, newline="") as device:
                yield device
            return
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        with NamedTemporaryFile(
            "w", dir=path.parent, prefix=f".{path.name}.", delete=False, encoding=encoding, newline=""
        ) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                Path(file.name).unlink()
                raise
        Path(file.name).chmod(0o600 if private else mode)
        Path(file.name).replace(path)
    except OSError as failure:
        raise WorkFailedError(f"{path}: cannot be written: {failure.strerror or failure}") from failure


def _umask() -> int:
    """The permissions that this process does not give away; the system tells them only when they are set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
