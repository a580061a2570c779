"""The log of an evidence folder: one line a package, each with the digest of the line before; only ever added to."""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

NAME = "log.jsonl"
START = "0" * 64


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One process at a time writes evidence."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def append(folder: Path, entry: Mapping[str, object]) -> None:
    """Add a line, which is on the disk when this returns; a line that a killed process left torn is taken away."""
    path = folder / NAME
    with path.open("a+b") as file:
        file.seek(0)
        content = file.read()
        whole = content[: content.rfind(b"\n") + 1]
        if len(whole) < len(content):
            file.truncate(len(whole))
        last = whole.splitlines()[-1] if whole else b""
        previous = hashlib.sha256(last).hexdigest() if last else START
        line = json.dumps({**entry, "previous": previous}, ensure_ascii=False, sort_keys=True)
        file.write(line.encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())


def read(folder: Path) -> tuple[list[dict[str, str]], list[str]]:
    """The entries, and what is wrong with the chain in words; a torn last line is no entry, and nothing wrong."""
    path = folder / NAME
    content = path.read_bytes() if path.exists() else b""
    entries: list[dict[str, str]] = []
    wrong: list[str] = []
    previous = START
    for number, line in enumerate(content[: content.rfind(b"\n") + 1].splitlines(), 1):
        try:
            entry = json.loads(line)
            entry = {str(key): str(value) for key, value in entry.items()}
        except (ValueError, AttributeError):
            wrong.append(f"{NAME}: line {number} is not readable")
            entry = {}
        if entry.get("previous") != previous:
            wrong.append(f"{NAME}: line {number} does not follow the line before: one was removed, moved or changed")
        previous = hashlib.sha256(line).hexdigest()
        entries.append(entry)
    return entries, wrong
