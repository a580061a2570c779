"""Locks between processes that end with them; a file system that knows none lets everybody go on."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def held(handle: int, *, shared: bool = False) -> Iterator[None]:
    """Hold a lock on an open file or folder, waiting for whoever holds it; `handle` is closed after."""
    try:
        with suppress(OSError):  # some file systems know no locks
            fcntl.flock(handle, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
