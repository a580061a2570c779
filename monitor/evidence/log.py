"""The log of an evidence folder: one line a package, each with the digest of the line before; only ever added to.

Beside it lies its head: how many lines there are and the digest of the last, signed. So a last line that is taken away
together with its package is missed, too. The head is there before the first line: then its digest is one by chance,
which the first line follows, so that no package of another folder fits in.
"""

import base64
import binascii
import errno
import fcntl
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from monitor.errors import WorkFailedError
from monitor.locks import held
from monitor.plain_files import StrangeFileError, read_file

NAME = "log.jsonl"
HEAD = "log.head"
LOCK = ".lock"
BEGUN = ".making-"
"""How the names of files begin that are not whole yet."""
MOST_BYTES, MOST_HEAD = 200_000_000, 1_000

Sign = Callable[[bytes], bytes]
Verify = Callable[[bytes, bytes], bool]


class Head(NamedTuple):
    """How many lines a log has, and the digest of the last one, which stands for all of them."""

    lines: int
    digest: str

    @property
    def text(self) -> bytes:
        """What is signed."""
        return f"{self.lines} {self.digest}\n".encode()


@dataclass(frozen=True, slots=True)
class Log:
    """A log as it lay there at one moment: its whole lines, what follows the last of them, and its signed head."""

    lines: tuple[bytes, ...]
    torn: bytes
    signed: bytes | None

    @classmethod
    def of(cls, folder: Path) -> "Log":
        """Read it. Raises StrangeFileError where something else lies in its place."""
        try:
            content = read_file(folder / NAME, MOST_BYTES)
        except FileNotFoundError:
            content = b""
        try:
            signed = read_file(folder / HEAD, MOST_HEAD)
        except FileNotFoundError:
            signed = None
        # At this byte alone: `splitlines` also ends lines at others, and would not see those change.
        *lines, torn = content.split(b"\n")
        return cls(tuple(lines), torn, signed)

    @property
    def heads(self) -> list[Head]:
        """The head that the log had after each of its lines."""
        return [Head(number, hashlib.sha256(line).hexdigest()) for number, line in enumerate(self.lines, 1)]

    def head(self, verify: Verify) -> Head | None:
        """The last head, also of a log without lines; None where nothing signed says how it begins."""
        return self.heads[-1] if self.lines else self._signed(verify)

    def read(self) -> tuple[list[dict[str, str]], list[str]]:
        """The entries, and what is wrong with the chain in words; a torn last line is no entry."""
        entries: list[dict[str, str]] = []
        wrong: list[str] = []
        previous = ""  # the first line follows a digest by chance
        for number, line in enumerate(self.lines, 1):
            entry = {key: str(value) for key, value in _fields(line).items()}
            if not entry:
                wrong.append(f"{NAME}: line {number} is not readable")
            if (previous or entry.get("previous")) != entry.get("previous") or not entry.get("previous"):
                wrong.append(
                    f"{NAME}: line {number} does not follow the line before: one was removed, moved or changed"
                )
            previous = hashlib.sha256(line).hexdigest()
            entries.append(entry)
        if self.torn:
            wrong.append(
                f"{NAME}: something follows its last whole line; the next `monitor evidence add` takes it away"
            )
        return entries, wrong

    def check_head(self, verify: Verify) -> tuple[list[str], list[str]]:
        """What is wrong with the signed head, and whether it waits to be renewed after an interruption."""
        signed, there = self._signed(verify), self.heads
        if signed is None:
            return [f"{HEAD}: is {'missing' if self.signed is None else 'not signed by the key of the workspace'}"], []
        if wrong := self._compared(signed, there):
            return [wrong], []
        if signed.lines == len(there):
            return [], []
        if not is_signed(self.lines[-1], verify):
            return [f"{NAME}: line {len(there)} is signed neither by itself nor by {HEAD}: it was added"], []
        return [], [f"{HEAD}: is one line behind the log"]

    def _compared(self, signed: Head, there: list[Head]) -> str:
        """What is wrong with the lines by a head that is signed; one line more than that is none."""
        if signed.lines > len(there):
            return f"{NAME}: has {len(there)} lines, {signed.lines} were written: the last were removed"
        begins = _fields(self.lines[0]).get("previous") if self.lines else signed.digest
        if (there[signed.lines - 1] if signed.lines else Head(0, str(begins))) != signed:
            return f"{NAME}: line {max(signed.lines, 1)} is not the one that was signed as the last"
        late = len(there) - signed.lines
        return f"{HEAD}: is {late} lines older than the log" if late > 1 else ""

    def _signed(self, verify: Verify) -> Head | None:
        """The signed head, None where it is not signed by the key, or holds anything else."""
        text, _, signature = (self.signed or b"").partition(b"\n")
        raw = _bytes(signature.removesuffix(b"\n"))
        said = re.fullmatch(rb"(0|[1-9]\d{0,9}) ([0-9a-f]{64})", text)
        if said is None or base64.b64encode(raw) + b"\n" != signature or not verify(raw, text + b"\n"):
            return None
        return Head(int(said[1]), said[2].decode())


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One process at a time writes evidence."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o666)
    except OSError as failure:
        raise StrangeFileError(f"{folder / LOCK}: cannot be locked: {failure.strerror}; take it away") from failure
    with os.fdopen(handle, "rb"):
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def at_rest(folder: Path) -> Iterator[None]:
    """Nobody writes evidence meanwhile; where the folder has no lock, as a copy has none, nobody writes at all."""
    try:
        handle = os.open(folder / LOCK, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        yield
        return
    with held(handle, shared=True):
        yield


def begin(folder: Path, sign: Sign) -> None:
    """Begin the chain of a new folder with a digest by chance."""
    write_head(folder, Head(0, os.urandom(32).hex()), sign)


def append(folder: Path, entry: Mapping[str, object], after: Head, sign: Sign) -> Head:
    """Add a line after a head, signed by itself, and sign the new head; both are on the disk when this returns.

    Raises OSError, and leaves no part of the line; WorkFailedError where the line is there and its head is not, which
    the next one mends.
    """
    fields = {**entry, "previous": after.digest}
    signature = base64.b64encode(sign(_line(fields))).decode()
    line = _line({**fields, "signature": signature})
    _write_line(folder / NAME, line + b"\n")
    head = Head(after.lines + 1, hashlib.sha256(line).hexdigest())
    try:
        write_head(folder, head, sign)
    except OSError as failure:
        raise WorkFailedError(
            f"{folder}: it is sealed and on the log, so do not add it again; {HEAD} could not be renewed "
            f"({failure.strerror or failure}): make room, and run: monitor evidence mend"
        ) from failure
    return head


def _write_line(path: Path, line: bytes) -> None:
    """Write a line to the disk whole, or not at all."""
    with path.open("ab", buffering=0) as file:
        begins = file.tell()
        try:
            written = file.write(line)
            os.fsync(file.fileno())
        except OSError:
            written = 0
            raise
        finally:
            if written != len(line):
                with suppress(OSError):
                    os.truncate(path, begins)
    if written != len(line):
        raise OSError(errno.ENOSPC, "no room is left for a line of the log")


def trim(folder: Path) -> None:
    """Take away what follows the last whole line."""
    if torn := Log.of(folder).torn:
        os.truncate(folder / NAME, (folder / NAME).stat().st_size - len(torn))


def write_head(folder: Path, head: Head, sign: Sign) -> None:
    """Sign the head and put it in place of the one before, whole."""
    work = folder / begun_name(head, sign)
    try:
        with work.open("wb") as file:
            file.write(head.text + base64.b64encode(sign(head.text)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        work.replace(folder / HEAD)
    except OSError:
        work.unlink(missing_ok=True)
        raise
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def begun_name(head: Head, sign: Sign) -> str:
    """The name of what is begun at a head: nobody else can leave something that looks like our own beginning."""
    return BEGUN + _text(sign(b"begun " + head.text))


def is_begun(name: str, head: Head, verify: Verify) -> bool:
    """Whether a name is that of our own beginning at a head."""
    signature = name.removeprefix(BEGUN)
    try:
        raw = base64.urlsafe_b64decode(signature + "==")
    except (binascii.Error, ValueError):
        return False
    return verify(raw, b"begun " + head.text) and name == BEGUN + _text(raw)


def heads(folder: Path) -> list[Head]:
    """The head that the log had after each of its lines."""
    return Log.of(folder).heads


def check_head(folder: Path, verify: Verify) -> tuple[list[str], list[str]]:
    """What is wrong with the signed head, and whether it waits to be renewed after an interruption."""
    return Log.of(folder).check_head(verify)


def read(folder: Path) -> tuple[list[dict[str, str]], list[str]]:
    """The entries, and what is wrong with the chain in words; a torn last line is no entry."""
    return Log.of(folder).read()


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(signature: bytes) -> bytes:
    try:
        return base64.b64decode(signature, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _line(fields: Mapping[str, object]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()


def _fields(line: bytes) -> dict[str, object]:
    """The fields of a line; none of one that cannot be read."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def is_signed(line: bytes, verify: Verify) -> bool:
    """Whether a line carries the key's signature and is written to the byte as it was signed."""
    fields = _fields(line)
    signature = str(fields.get("signature", "")).encode()
    unsigned = {key: value for key, value in fields.items() if key != "signature"}
    return _line(fields) == line and verify(_bytes(signature), _line(unsigned))
