"""The part of an evidence folder that went along with a complaint (an unpacked evidence.zip), checked by itself.

What is there must be as it was signed, and what it says of the log must hold together; files that stayed with their
owner are counted and not missed.
"""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from monitor.errors import WorkFailedError
from monitor.evidence import log, stamps
from monitor.evidence.check import PACKAGES, STAMPS, look
from monitor.evidence.keys import PUBLIC, verifier
from monitor.evidence.stamp_files import AUTHORITY, MOST_BYTES, certificates_name
from monitor.packages import DIGESTS, MOST_LIST, digest_of
from monitor.plain_files import StrangeFileError, is_folder, read_file

README = "HOW-TO-CHECK.txt"
LINES, HEADS = "log", "heads"
OURS = frozenset({README, LINES, HEADS, STAMPS, PACKAGES, PUBLIC, log.HEAD})
NAMED = re.compile(r"(\d{6,9})-(\d{6,9})\.jsonl", re.ASCII)
STAMPED = re.compile(r"(\d{6,9})\.tsr", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """How many packages are there, how many of their files are not, the log's heads, timestamps, and what is wrong."""

    packages: int
    away: int
    heads: dict[int, log.Head]
    stamped: tuple[stamps.Stamp, ...]
    wrong: tuple[str, ...]


def is_part(folder: Path) -> bool:
    """Whether a folder is such a part, and no whole evidence folder."""
    return (folder / README).is_file() and not (folder / log.NAME).exists()


def verify_part(folder: Path) -> Part:
    """Check a part. Raises WorkFailedError where it has no key that can be read."""
    signed_by = verifier(folder)
    heads, logged, wrong = _lines(folder, signed_by)
    wrong += [f"{path.name}: was added" for path in sorted(folder.iterdir()) if path.name not in OURS]
    packages = sorted((folder / PACKAGES).iterdir()) if is_folder(folder / PACKAGES) else []
    away = 0
    for package in packages:
        if found := look(folder, package, signed_by, part=True):
            wrong += found
            continue
        if logged.get(package.name) != digest_of(package):
            wrong.append(f"{package.name}: is on none of the lines of the log that are here")
        away += len(_away(package))
    stamped, of_stamps = _stamps(folder, heads)
    return Part(len(packages), away, heads, tuple(stamped), (*wrong, *of_stamps, *_head(folder, heads, signed_by)))


def _lines(folder: Path, signed_by: log.Verify) -> tuple[dict[int, log.Head], dict[str, str], list[str]]:
    """The log's heads by their numbers, the digests of packages by their names, and what is wrong with the lines."""
    heads: dict[int, log.Head] = {}
    logged: dict[str, str] = {}
    wrong: list[str] = []
    signed = _signed_head(folder, signed_by)
    held = {path.name for path in _inside(folder, HEADS)} | ({f"{signed.lines:06d}"} if signed else set())
    for path in _inside(folder, LINES):
        name = f"{LINES}/{path.name}"
        said, content = NAMED.fullmatch(path.name), _content(path, log.MOST_BYTES)
        *lines, torn = (content or b"").split(b"\n")
        if said is None or torn or content is None or int(said[2]) - int(said[1]) + 1 != len(lines):
            wrong.append(f"{name}: is not the lines of the log that its name says")
            continue
        there = log.Log(tuple(lines), b"", None)
        entries, broken = there.read()
        wrong += [f"{name}: {what.removeprefix(f'{log.NAME}: ')}" for what in broken]
        for number, (line, entry) in enumerate(zip(lines, entries, strict=True), int(said[1])):
            # Lines of before are held by what follows them alone.
            follows = number < int(said[2]) or f"{number:06d}" in held
            if not log.is_signed(line, signed_by) and ("signature" in entry or not follows):
                wrong.append(f"{name}: line {number} is not signed by the key")
            heads[number] = log.Head(number, hashlib.sha256(line).hexdigest())
            if "stamp" not in entry:
                logged[entry.get("name", "")] = entry.get("digest", "")
    return heads, logged, wrong


def _stamps(folder: Path, heads: dict[int, log.Head]) -> tuple[list[stamps.Stamp], list[str]]:
    """The timestamps of heads, each of which must be that of a line that is here."""
    found, wrong, certificates = list[stamps.Stamp](), list[str](), []
    there = {path.name: _content(path, MOST_BYTES) for path in _inside(folder, STAMPS)}
    for name, content in there.items():
        if name.endswith(".pem") and name not in (AUTHORITY, certificates_name(content or b"")):
            wrong.append(f"{STAMPS}/{name}: is not named after its digest: it was changed or added")
        try:
            certificates += stamps.parsed(content or b"") if name.endswith(".pem") else []
        except ValueError as failure:
            wrong.append(f"{STAMPS}/{name}: holds no certificates: {failure}")
    shown = {path.name: _content(path, log.MOST_HEAD) for path in _inside(folder, HEADS)}
    for name, content in shown.items():
        number = int(name) if re.fullmatch(r"\d{6,9}", name, re.ASCII) else 0
        if number not in heads or content != heads[number].text:
            wrong.append(f"{HEADS}/{name}: is not the head of a line that is here")
        if f"{name}.tsr" not in there:
            wrong.append(f"{HEADS}/{name}: has no timestamp")
    for name, content in there.items():
        if name.endswith(".pem"):
            continue
        said = STAMPED.fullmatch(name)
        if said is None or said[1] not in shown or int(said[1]) not in heads:
            wrong.append(f"{STAMPS}/{name}: is of no head that is here")
            continue
        try:
            number = int(said[1])
            found.append(stamps.Stamp(number, stamps.time_of(content or b"", heads[number], certificates)))
        except WorkFailedError as failure:
            wrong.append(f"{STAMPS}/{name}: {failure}")
    return found, wrong


def _head(folder: Path, heads: dict[int, log.Head], signed_by: log.Verify) -> list[str]:
    """What is wrong with the log's signed head, where it went along: it is that of the last line here."""
    if not (folder / log.HEAD).exists():
        return []
    last = _signed_head(folder, signed_by)
    return [] if last is not None and heads.get(last.lines) == last else [f"{log.HEAD}: is not the head of a line here"]


def _signed_head(folder: Path, signed_by: log.Verify) -> log.Head | None:
    return log.Log((), b"", _content(folder / log.HEAD, log.MOST_HEAD)).head(signed_by)


def _away(package: Path) -> list[str]:
    """The files of a package that are on its list and not here."""
    listed = read_file(package / DIGESTS, MOST_LIST).decode().splitlines()
    return [name for line in listed if not (package / (name := line.partition("  ")[2])).exists()]


def _inside(folder: Path, name: str) -> list[Path]:
    return sorted((folder / name).iterdir()) if is_folder(folder / name) else []


def _content(path: Path, most: int) -> bytes | None:
    try:
        return read_file(path, most)
    except (OSError, StrangeFileError):
        return None
