"""The write-ahead log of an SQLite file, which lets readers read beside one writer."""

import sqlite3
import time
from typing import Any

A_MOMENT = 0.01
PRIMARY = 0xFF
"""SQLite's error codes carry the kind of error in their lowest byte."""


def write_ahead(connection: Any, patience: float) -> None:
    """Switch to one. SQLite does not wait when two processes do so to one new file; this does, so many seconds.

    Raises sqlite3.Error.
    """
    until = time.monotonic() + patience
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as failure:
            if failure.sqlite_errorcode & PRIMARY != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(A_MOMENT)
        else:
            return
