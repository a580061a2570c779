"""The log of an evidence folder: one line a package, each with the digest of the line before; only ever added to.

Beside it lies its head: how many lines there are and the digest of the last, signed. So a last line that is taken away
together with its package is missed, too.
"""

import base64
import binascii
import fcntl
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

NAME = "log.jsonl"
HEAD = "log.head"
LOCK = ".lock"
BEGUN = ".making-"
"""How the names of files begin that are not whole yet."""
START = "0" * 64


class Head(NamedTuple):
    """How many lines a log has, and the digest of the last one, which stands for all of them."""

    lines: int
    digest: str

    @property
    def text(self) -> bytes:
        """What is signed."""
        return f"{self.lines} {self.digest}\n".encode()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One process at a time writes evidence."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def append(folder: Path, entry: Mapping[str, object], sign: Callable[[bytes], bytes]) -> Head:
    """Add a line and sign the new head; both are on the disk when this returns. A torn last line is taken away."""
    path = folder / NAME
    with path.open("a+b") as file:
        file.seek(0)
        content = file.read()
        whole = content[: content.rfind(b"\n") + 1]
        if len(whole) < len(content):
            file.truncate(len(whole))
        last = whole.splitlines()[-1] if whole else b""
        previous = hashlib.sha256(last).hexdigest() if last else START
        line = json.dumps({**entry, "previous": previous}, ensure_ascii=False, sort_keys=True).encode()
        file.write(line + b"\n")
        file.flush()
        os.fsync(file.fileno())
    head = Head(whole.count(b"\n") + 1, hashlib.sha256(line).hexdigest())
    write_head(folder, head, sign)
    return head


def write_head(folder: Path, head: Head, sign: Callable[[bytes], bytes]) -> None:
    """Sign the head and put it in place of the one before, whole."""
    work = folder / f"{BEGUN}{HEAD}"
    with work.open("wb") as file:
        file.write(head.text + base64.b64encode(sign(head.text)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    work.replace(folder / HEAD)
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def heads(folder: Path) -> list[Head]:
    """The head that the log had after each of its lines."""
    path = folder / NAME
    lines = path.read_bytes().splitlines() if path.exists() else []
    return [Head(number, hashlib.sha256(line).hexdigest()) for number, line in enumerate(lines, 1)]


def check_head(folder: Path, verify: Callable[[bytes, bytes], bool]) -> tuple[list[str], list[str]]:
    """What is wrong with the signed head, and whether it waits to be renewed after an interruption."""
    there = heads(folder)
    path = folder / HEAD
    if not path.exists():
        first = len(there) == 1  # a process may have been killed before it wrote one
        return ([] if first or not there else [f"{HEAD}: is missing"]), [f"{HEAD}: is not written yet"] * first
    signed = _signed(path.read_bytes(), verify)
    wrong = ""
    if signed is None:
        wrong = f"{HEAD}: is not signed by the workspace's key"
    elif signed.lines > len(there):
        wrong = f"{NAME}: has {len(there)} lines, {signed.lines} were written: the last were removed"
    elif there[signed.lines - 1] != signed:
        wrong = f"{NAME}: line {signed.lines} is not the one that was signed as the last"
    elif signed.lines < len(there) - 1:
        wrong = f"{HEAD}: is {len(there) - signed.lines} lines older than the log"
    behind = signed is not None and not wrong and signed.lines < len(there)
    return ([wrong] if wrong else []), [f"{HEAD}: is one line behind the log"] * behind


def _signed(content: bytes, verify: Callable[[bytes, bytes], bool]) -> Head | None:
    """The head in a file, None where it is not signed by the key, or holds anything else."""
    text, _, signature = content.partition(b"\n")
    try:
        raw = base64.b64decode(signature.removesuffix(b"\n"), validate=True)
    except (binascii.Error, ValueError):
        return None
    said = re.fullmatch(rb"([1-9]\d{0,9}) ([0-9a-f]{64})", text)
    if said is None or base64.b64encode(raw) + b"\n" != signature or not verify(raw, text + b"\n"):
        return None
    return Head(int(said[1]), said[2].decode())


def read(folder: Path) -> tuple[list[dict[str, str]], list[str]]:
    """The entries, and what is wrong with the chain in words; a torn last line is no entry."""
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
    if content and not content.endswith(b"\n"):
        wrong.append(f"{NAME}: something follows its last whole line; the next `monitor evidence add` takes it away")
    return entries, wrong
