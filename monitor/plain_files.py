"""Reading files that others may have put there: a file is a file, and no link, pipe, folder or endless thing."""

import hashlib
import os
import stat
from pathlib import Path

from monitor.errors import WorkFailedError

PIECE = 1 << 20


class StrangeFileError(WorkFailedError):
    """What lies under a name is no plain file, or larger than it can be."""


def read_file(path: Path, most: int) -> bytes:
    """The content of a plain file of `most` bytes. Raises StrangeFileError for anything else, OSError as usual."""
    handle = _opened(path, most)
    with os.fdopen(handle, "rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise StrangeFileError(f"{path.name}: is larger than {most} bytes")
    return content


def digest_of_file(path: Path, most: int) -> str:
    """The SHA-256 of a plain file, read piece by piece. Raises as `read_file` does."""
    digest = hashlib.sha256()
    with os.fdopen(_opened(path, most), "rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def is_folder(path: Path) -> bool:
    """Whether a folder itself lies there, and no link to one."""
    return path.is_dir() and not path.is_symlink()


def _opened(path: Path, most: int) -> int:
    if path.is_symlink():
        raise StrangeFileError(f"{path.name}: is a link, and no file")
    # Without waiting: a pipe that nobody writes to would never open.
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_size > most:
        os.close(handle)
        what = f"is larger than {most} bytes" if stat.S_ISREG(found.st_mode) else "is a folder or a pipe, and no file"
        raise StrangeFileError(f"{path.name}: {what}")
    return handle
