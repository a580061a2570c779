"""Files for spreadsheets, written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from monitor.errors import WorkFailedError


@contextmanager
def replaced(path: Path) -> Iterator[IO[str]]:
    """A text file (UTF-8 with a byte order mark) that takes the place of `path` when all went well.

    Raises WorkFailedError where the folder cannot be written or the disk is full; `path` is then as it was.
    """
    try:
        with NamedTemporaryFile(
            "w", dir=path.parent, prefix=f".{path.name}.", delete=False, encoding="utf-8-sig", newline=""
        ) as file:
            try:
                yield file
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                Path(file.name).unlink()
                raise
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as failure:
        raise WorkFailedError(f"{path}: cannot be written: {failure.strerror or failure}") from failure
