"""The pages that sites let us ask about again: the last body of each with what the site knows it by, in one file."""

import hashlib
import sqlite3
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from monitor.store.write_ahead import write_ahead

MAX_BYTES = 500_000_000
"""So many bytes of packed pages are kept in all; the ones fetched longest ago go first."""
LARGEST = 5_000_000
SECONDS = 7 * 86_400
"""After so long a page is fetched anew, whatever its site says: some sites never say that a page has changed."""
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Version:
    """What a site knows a version of a page by: `ETag` and `Last-Modified`, of which one may be empty."""

    etag: str
    modified: str


class KeptFile:
    """A file of what sites sent, safe in threads and beside other processes. Methods raise sqlite3.Error."""

    TABLE: ClassVar[str]

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Drop what is too much, and let go of the file."""
        with self._lock:
            if self._connection is None:
                return
            with suppress(sqlite3.Error):
                self._trim(self._connection)
            self._connection.close()
            self._connection = None

    def _trim(self, connection: sqlite3.Connection) -> None:
        raise NotImplementedError

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            try:
                write_ahead(connection, PATIENCE)
                connection.execute("PRAGMA synchronous = OFF")  # what is lost in a crash is fetched again
                connection.execute(self.TABLE)
            except BaseException:
                connection.close()
                raise
            self._connection = connection
        return self._connection


class KeptPages(KeptFile):
    """The last body of each page."""

    TABLE = """CREATE TABLE IF NOT EXISTS page (
        digest TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, type TEXT NOT NULL, fetched REAL NOT NULL,
        size INTEGER NOT NULL, body BLOB NOT NULL
    ) WITHOUT ROWID"""

    def __init__(self, path: Path, *, max_bytes: int = MAX_BYTES) -> None:
        super().__init__(path)
        self._max_bytes = max_bytes

    def version(self, url: str, now: float) -> Version | None:
        """The version of a page that is kept and not too old."""
        query = "SELECT etag, modified FROM page WHERE digest = ? AND fetched > ?"
        with self._lock:
            row = self._open().execute(query, (digest_of(url), now - SECONDS)).fetchone()
        return Version(*row) if row else None

    def body(self, url: str, version: Version) -> tuple[str, bytes] | None:
        """Content type and body of that very version; None where it has gone or another has taken its place."""
        query = "SELECT type, size, body FROM page WHERE digest = ? AND etag = ? AND modified = ?"
        with self._lock:
            row = self._open().execute(query, (digest_of(url), version.etag, version.modified)).fetchone()
        if row is None:
            return None
        try:
            body = zlib.decompressobj().decompress(row[2], LARGEST + 1)
        except zlib.error:
            return None
        return (row[0], body) if len(body) == row[1] else None

    def keep(self, url: str, version: Version, content_type: str, body: bytes, now: float) -> None:
        """Keep a page in the place of the one that was kept of this address."""
        if not 0 < len(body) <= LARGEST:
            return
        values = (digest_of(url), version.etag, version.modified, content_type, now, len(body), zlib.compress(body, 1))
        with self._lock:
            self._open().execute("INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def _trim(self, connection: sqlite3.Connection) -> None:
        total = 0
        newest_first = "SELECT digest, length(body) FROM page ORDER BY fetched DESC"
        surplus = []
        for digest, size in connection.execute(newest_first):
            total += size
            if total > self._max_bytes:
                surplus.append((digest,))
        connection.executemany("DELETE FROM page WHERE digest = ?", surplus)


def digest_of(url: str) -> str:
    """What a URL is kept under."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
