"""What sites know the photos by that were fetched: so they can be asked whether one has changed.

The photos themselves are in the workspace's folder of images, each content once.
"""

import sqlite3
from hashlib import sha256
from pathlib import Path

from monitor.crawling.image_files import ImageFiles
from monitor.crawling.kept_pages import SECONDS, KeptFile, Version, digest_of

LARGEST = 10_000_000


class KeptPhotos(KeptFile):
    """The last version of each photo, by its address."""

    TABLE = """CREATE TABLE IF NOT EXISTS photo (
        digest TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, type TEXT NOT NULL, fetched REAL NOT NULL,
        sha256 TEXT NOT NULL
    ) WITHOUT ROWID"""

    def __init__(self, path: Path, files: ImageFiles) -> None:
        super().__init__(path)
        self._files = files

    def version(self, url: str, now: float) -> Version | None:
        """The version of a photo that is kept and not too old."""
        query = "SELECT etag, modified FROM photo WHERE digest = ? AND fetched > ?"
        with self._lock:
            row = self._open().execute(query, (digest_of(url), now - SECONDS)).fetchone()
        return Version(*row) if row else None

    def body(self, url: str, version: Version) -> tuple[str, bytes] | None:
        """Content type and bytes of that very version; None where they are not there any more, or not whole."""
        query = "SELECT type, sha256 FROM photo WHERE digest = ? AND etag = ? AND modified = ?"
        with self._lock:
            row = self._open().execute(query, (digest_of(url), version.etag, version.modified)).fetchone()
        if row is None:
            return None
        try:
            body = self._files.path(row[1]).read_bytes()
        except OSError:
            return None
        return (row[0], body) if sha256(body).hexdigest() == row[1] else None

    def keep(self, url: str, version: Version, content_type: str, body: bytes, now: float) -> None:
        """Keep what the site knows the photo by, in the place of what was kept of this address."""
        if not 0 < len(body) <= LARGEST:
            return
        values = (digest_of(url), version.etag, version.modified, content_type, now, sha256(body).hexdigest())
        with self._lock:
            self._open().execute("INSERT OR REPLACE INTO photo VALUES (?, ?, ?, ?, ?, ?)", values)

    def _trim(self, connection: sqlite3.Connection) -> None:
        old = "DELETE FROM photo WHERE fetched < (SELECT MAX(fetched) FROM photo) - ?"
        connection.execute(old, (SECONDS,))
