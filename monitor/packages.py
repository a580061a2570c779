"""A package in a folder: its files, the attachments, and a list of digests; there whole and verified, or not at all."""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from monitor.errors import ConfigurationError, WorkFailedError

DIGESTS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
MOST_BYTES = 50_000_000
MOST_TOTAL = 500_000_000
MOST_FILES = 200
ALLOWED = frozenset(
    {".png", ".jpg", ".jpeg", ".webp", ".pdf", ".txt", ".csv", ".json", ".docx", ".zip", ".wacz", ".mp4"}
)
MAGIC = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa", b"\xca\xfe\xba\xbe")


def read_attachment(path: Path) -> tuple[str, bytes]:
    """The safe name and content of a file to go along. Raises ConfigurationError that names it and what is wrong."""
    try:
        if not path.is_file():
            raise ConfigurationError(f"{path}: is missing or no file; mend the path")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ConfigurationError(f"{path}: is {size} bytes large, {MOST_BYTES} are the most; save it smaller")
        content = path.read_bytes()
    except OSError as failure:
        raise ConfigurationError(f"{path}: cannot be read: {failure.strerror or failure}") from failure
    if path.suffix.lower() not in ALLOWED:
        raise ConfigurationError(
            f"{path}: {path.suffix or 'no ending'} is not taken; give {', '.join(sorted(ALLOWED))}"
        )
    if content.startswith(MAGIC):
        raise ConfigurationError(f"{path}: is a program, whatever its name says; attach pictures and papers")
    return safe_name(path.name), content


def safe_name(name: str) -> str:
    """A file name without folders, controls, or a leading dot."""
    last = re.sub(r"[^\w.()-]+", "_", name.replace("\\", "/").rsplit("/", 1)[-1]).lstrip("._-")
    return f"{Path(last).stem[:80]}{Path(last).suffix[:10]}" or "file"


def write_package(target: Path, files: Mapping[str, bytes], sign: Callable[[bytes], bytes] | None = None) -> str:
    """Write a folder that must not be there yet; the digest of its list of digests. Raises WorkFailedError.

    `sign` makes a signature of the list of digests, which lies beside it.
    """
    total = sum(len(content) for content in files.values())
    if len(files) > MOST_FILES or total > MOST_TOTAL:
        raise ConfigurationError(f"{len(files)} files of {total} bytes; {MOST_FILES} of {MOST_TOTAL} are the most")
    names = sorted(files)
    listed = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in names).encode()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=".making-", dir=target.parent))
        try:
            beside = {SIGNATURE: sign(listed)} if sign else {}
            for name, content in [*files.items(), (DIGESTS, listed), *beside.items()]:
                _write(work / name, content)
            sync(work)
            for inner in [path for path in work.rglob("*") if path.is_dir()]:
                sync(inner)
            _must_be_whole(work, signed=sign is not None)
            work.rename(target)
            sync(target.parent)
        except BaseException:
            shutil.rmtree(work, ignore_errors=True)
            raise
    except OSError as failure:
        raise WorkFailedError(f"{target}: cannot be written: {failure.strerror or failure}") from failure
    return hashlib.sha256(listed).hexdigest()


def check_package(folder: Path, *, signed: bool = False) -> list[str]:
    """Each file that was changed, removed or added since the digests were written; empty where none was."""
    own = [folder / name for name in ((DIGESTS, SIGNATURE) if signed else (DIGESTS,))]
    if links := [path.name for path in (folder, *own) if path.is_symlink() or (path.exists() and path.is_fifo())]:
        return [f"{name}: is a link or a pipe, and no part of a package" for name in links]
    try:
        listed = (folder / DIGESTS).read_text(encoding="utf-8")
        there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if _is_entry(path)}
        empty = [path for path in folder.rglob("*") if not _is_entry(path) and not any(path.iterdir())]
    except (OSError, UnicodeDecodeError) as failure:
        return [f"{DIGESTS}: cannot be read: {failure}"]
    wrong, named = [], {DIGESTS, SIGNATURE} if signed else {DIGESTS}
    for line in listed.splitlines():
        digest, _, name = line.partition("  ")
        named.add(name)
        if name not in there or there[name].is_symlink() or not there[name].is_file():
            wrong.append(f"{name}: is missing")
        elif hashlib.sha256(there[name].read_bytes()).hexdigest() != digest:
            wrong.append(f"{name}: was changed")
    wrong += [f"{name}: was added" for name in sorted(there.keys() - named)]
    return wrong + [f"{path.relative_to(folder).as_posix()}/: was added" for path in sorted(empty)]


def _is_entry(path: Path) -> bool:
    return path.is_symlink() or not path.is_dir()


def _must_be_whole(folder: Path, *, signed: bool) -> None:
    if wrong := check_package(folder, signed=signed):
        raise WorkFailedError(f"{folder}: what was written is not what is on the disk: {wrong[0]}")


def digest_of(folder: Path) -> str:
    """The digest of a package's list of digests."""
    return hashlib.sha256((folder / DIGESTS).read_bytes()).hexdigest()


def unfinished(parent: Path) -> Iterable[Path]:
    """What a killed process left behind; never a package."""
    return parent.glob(".making-*") if parent.is_dir() else ()


def sync(folder: Path) -> None:
    """Make a folder's entries last."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
