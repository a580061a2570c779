"""What was found in photos, kept in the workspace: the photos of tonight are mostly those of last night."""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock

from monitor.images import Sight

FOLDER = "found"
MOST_KEPT = 100_000
"""So many photos are remembered for one set of assets, those that were looked at last."""
MOST_FILES = 50
"""Files of sets of assets that were not used for longest are removed beyond."""

Found = tuple[Sight, ...]


class KeptSights:
    """The memories of all searches of a process, kept in a folder: one file a set of assets and version of the method.

    A folder that cannot be read or written only means that photos are looked at again. Several processes may use it.
    """

    def __init__(self, images: Path) -> None:
        self._folder = images / FOLDER
        self._open: dict[str, _Kept] = {}

    def __call__(self, key: str) -> "_Kept":
        """The memory for the key of a search."""
        if key not in self._open:
            self._open[key] = _Kept(self._folder / f"{key}.jsonl")
        return self._open[key]

    def save(self) -> None:
        """Write what was found since."""
        for kept in self._open.values():
            kept.save()
        with suppress(OSError):
            files = sorted(self._folder.iterdir(), key=lambda file: file.stat().st_mtime)
            for file in files[:-MOST_FILES]:
                file.unlink(missing_ok=True)


class _Kept:
    """A memory in a file of JSON lines, read whole and appended to."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._new: dict[bytes, Found] = {}
        self._known = dict(_read(path))
        if self._known:
            with suppress(OSError):
                os.utime(path)
        if len(self._known) > MOST_KEPT:
            self._known = dict(list(self._known.items())[-MOST_KEPT:])
            with suppress(OSError):
                rewritten = path.with_name(f".{os.getpid()}-{path.name}")
                rewritten.write_bytes(_lines(self._known))
                rewritten.replace(path)

    def get(self, sha256: str) -> Found | None:
        """What was found; None where the photo was not looked at yet."""
        return self._known.get(bytes.fromhex(sha256))

    def put(self, sha256: str, found: Found) -> None:
        """Keep what was found."""
        digest = bytes.fromhex(sha256)
        with self._lock:
            self._known[digest] = self._new[digest] = found
            if len(self._known) > MOST_KEPT:
                del self._known[next(iter(self._known))]

    def save(self) -> None:
        """Append what is new, in one piece, so that processes which write at once do not mix their lines."""
        with self._lock:
            new, self._new = self._new, {}
        if not new:
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            try:
                # A line that a kill has torn ends here.
                os.write(file, b"\n" + _lines(new))
            finally:
                os.close(file)


def _lines(found: dict[bytes, Found]) -> bytes:
    rows = (
        [digest.hex(), *([sight.brand, sight.asset, sight.box, sight.how, sight.score] for sight in sights)]
        for digest, sights in found.items()
    )
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def _read(path: Path) -> Iterator[tuple[bytes, Found]]:
    """What the lines say that are whole."""
    try:
        content = path.read_bytes()
    except OSError:
        return
    for line in content.splitlines():
        with suppress(ValueError, TypeError):
            digest, *rows = json.loads(line)
            sights = tuple(
                Sight(str(brand), str(asset), _box(box), str(how), float(score))
                for brand, asset, box, how, score in rows
            )
            yield bytes.fromhex(digest), sights


def _box(sides: list[int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = map(int, sides)
    return left, top, right, bottom
