"""A package in a folder: its files, the attachments, and a list of digests; there whole and verified, or not at all."""

import hashlib
import io
import os
import re
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from monitor.errors import ConfigurationError, WorkFailedError
from monitor.plain_files import StrangeFileError, digest_of_file, is_folder, read_file

DIGESTS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.sig"
MOST_BYTES = 50_000_000
MOST_TOTAL = 500_000_000
MOST_FILES = 200
MOST_LIST = 1_000_000
ARCHIVE = (0, (b"PK\x03\x04", b"PK\x05\x06"))
BEGINS = {
    ".png": (0, (b"\x89PNG\r\n\x1a\n",)), ".jpg": (0, (b"\xff\xd8\xff",)), ".jpeg": (0, (b"\xff\xd8\xff",)),
    ".webp": (8, (b"WEBP",)), ".pdf": (0, (b"%PDF-",)), ".mp4": (4, (b"ftyp",)),
    ".docx": ARCHIVE, ".zip": ARCHIVE, ".wacz": ARCHIVE,
}  # fmt: skip
"""By which bytes, and from which on, a file is what its ending says."""
PROGRAMS = frozenset(
    {".exe", ".dll", ".com", ".bat", ".cmd", ".msi", ".scr", ".ps1", ".vbs", ".js", ".jar", ".sh", ".app"}
)
BINARIES = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
TEXTS = frozenset({".txt", ".csv", ".json"})
ALLOWED = frozenset({*BEGINS, *TEXTS})
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How text in UTF-16 begins, which has zero bytes."""


def read_attachment(path: Path) -> tuple[str, bytes]:
    """The safe name and content of a file to go along. Raises ConfigurationError that names it and what is wrong."""
    try:
        if path.is_symlink() or not path.is_file():
            raise ConfigurationError(f"{path}: is missing, a link, or no file; name the file itself")
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
    if wrong := _unlike(path.suffix.lower(), content):
        raise ConfigurationError(f"{path}: {wrong}; attach pictures and papers as they are")
    return safe_name(path.name), content


def _unlike(ending: str, content: bytes) -> str:
    """Why a content is not what the ending of its name says; empty where it is."""
    if not content:
        return "is empty"
    if ending in BEGINS:
        at, begins = BEGINS[ending]
        if not content.startswith(begins, at):
            return f"is no {ending[1:]} file, whatever its name says"
        return _program_in(content) if ending == ".zip" else ""
    if content.startswith(b"#!") or (b"\0" in content and not content.startswith(WIDE)):
        return "is a program or another file that is no text, whatever its name says"
    return ""


def _program_in(content: bytes) -> str:
    """Why an archive is not taken: what it holds is known by its name and first bytes; empty where it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for one in archive.infolist():
                if one.is_dir():
                    continue
                if one.flag_bits & 1:
                    return "holds a file under a password, which nobody can look at"
                with archive.open(one) as opened:
                    begins = opened.read(4)
                if Path(one.filename).suffix.lower() in PROGRAMS or begins.startswith(BINARIES):
                    return f"holds a program, {one.filename[:100]!r}"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, zlib.error) as failure:
        return f"cannot be read ({failure})"
    return ""


def safe_name(name: str) -> str:
    """A file name without folders, controls, or a leading dot."""
    last = re.sub(r"[^\w.()-]+", "_", name.replace("\\", "/").rsplit("/", 1)[-1]).lstrip("._-")
    return f"{Path(last).stem[:80]}{Path(last).suffix[:10]}" or "file"


def write_package(
    target: Path, files: Mapping[str, bytes], sign: Callable[[bytes], bytes] | None = None, begun: str = ""
) -> str:
    """Write a folder that must not be there yet; the digest of its list of digests. Raises WorkFailedError.

    `sign` makes a signature of the list of digests, which lies beside it; `begun` is the folder's name meanwhile.
    """
    total = sum(len(content) for content in files.values())
    if len(files) > MOST_FILES or total > MOST_TOTAL:
        raise ConfigurationError(f"{len(files)} files of {total} bytes; {MOST_FILES} of {MOST_TOTAL} are the most")
    names = sorted(files)
    listed = "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in names).encode()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        work = target.parent / begun if begun else Path(tempfile.mkdtemp(prefix=".making-", dir=target.parent))
        work.mkdir(mode=0o700, exist_ok=not begun)
        placed = False
        try:
            beside = {SIGNATURE: sign(listed)} if sign else {}
            for name, content in [*files.items(), (DIGESTS, listed), *beside.items()]:
                _write(work / name, content)
            sync(work)
            for inner in [path for path in work.rglob("*") if path.is_dir()]:
                sync(inner)
            _must_be_whole(work, signed=sign is not None)
            work.rename(target)
            placed = True
            sync(target.parent)
        except BaseException:
            shutil.rmtree(target if placed else work, ignore_errors=True)
            raise
    except OSError as failure:
        raise WorkFailedError(f"{target}: cannot be written: {failure.strerror or failure}") from failure
    return hashlib.sha256(listed).hexdigest()


def check_package(folder: Path, *, signed: bool = False, part: bool = False) -> list[str]:
    """Each file that was changed, removed or added since the digests were written; empty where none was.

    Of a `part` of a package some files may be away.
    """
    if not is_folder(folder):
        return [f"{folder.name}: is a link or a file, and no package"]
    own = (DIGESTS, SIGNATURE) if signed else (DIGESTS,)
    try:
        for name in own:
            read_file(folder / name, MOST_LIST)
        # Read as bytes and parted at one byte alone: a line end of another kind is a change.
        lines = read_file(folder / DIGESTS, MOST_LIST).decode().split("\n")
        there, empty = _entries(folder)
    except (OSError, UnicodeDecodeError, StrangeFileError) as failure:
        return [f"{DIGESTS}: cannot be read: {failure}"]
    wrong, named = [], set(own)
    if lines.pop():
        wrong.append(f"{DIGESTS}: does not end with a whole line")
    for line in lines:
        digest, _, name = line.partition("  ")
        named.add(name)
        if name not in there:
            wrong += [] if part else [f"{name}: is missing"]
            continue
        try:
            if digest_of_file(there[name], MOST_TOTAL) != digest:
                wrong.append(f"{name}: was changed")
        except (OSError, StrangeFileError) as failure:
            wrong.append(f"{name}: was changed: {failure}")
    wrong += [f"{name}: was added" for name in sorted(there.keys() - named)]
    return wrong + [f"{path.relative_to(folder).as_posix()}/: was added" for path in sorted(empty)]


def _entries(folder: Path) -> tuple[dict[str, Path], list[Path]]:
    """All but folders by name, and the folders that are empty; links are not followed."""
    found = list(folder.rglob("*"))
    there = {path.relative_to(folder).as_posix(): path for path in found if not is_folder(path)}
    return there, [path for path in found if is_folder(path) and not any(path.iterdir())]


def _must_be_whole(folder: Path, *, signed: bool) -> None:
    if wrong := check_package(folder, signed=signed):
        raise WorkFailedError(f"{folder}: what was written is not what is on the disk: {wrong[0]}")


def digest_of(folder: Path) -> str:
    """The digest of a package's list of digests."""
    return hashlib.sha256(read_file(folder / DIGESTS, MOST_LIST)).hexdigest()


def unfinished(parent: Path) -> Iterable[Path]:
    """What a killed process left behind; never a package."""
    return sorted(parent.glob(".making-*")) if is_folder(parent) else ()


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
