"""The files of timestamps: answers of authorities and certificates, each noted on the log by its digest.

They are written into a folder of their own, noted, and only then put in place: what an interruption left is put in
place by the next that writes, or cleared away where it was not noted.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from monitor.evidence import log
from monitor.evidence.check import STAMPS
from monitor.packages import sync, unfinished
from monitor.plain_files import StrangeFileError, is_folder, read_file

AUTHORITY = "authority.pem"
"""Certificates in folders of before they were named after their digest; only the last ones are there."""
ANSWER = re.compile(r"(\d{6,9})\.tsr", re.ASCII)
MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Files:
    """What lies in place: answers by name, the certificates to check them by, and what is wrong or waits."""

    answers: Mapping[str, bytes]
    certificates: tuple[bytes, ...]
    wrong: tuple[str, ...]
    waiting: tuple[str, ...]


def digest(content: bytes) -> str:
    """As it stands on the log."""
    return hashlib.sha256(content).hexdigest()


def lines(name: str) -> int:
    """Of how many lines of the log an answer is, by its name; 0 for a name that says none."""
    said = ANSWER.fullmatch(name)
    return int(said[1]) if said else 0


def certificates_name(content: bytes) -> str:
    """The name under which certificates are kept: an authority that is changed for another leaves them there."""
    return f"authority-{digest(content)[:16]}.pem"


def write(folder: Path, files: Mapping[str, bytes], begun: str) -> None:
    """Write files into the folder `begun`, which is not in place yet; all are on the disk when this returns."""
    work = folder / STAMPS / begun
    work.mkdir(parents=True)
    try:
        for name, content in files.items():
            with (work / name).open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        sync(work)
    except OSError:
        shutil.rmtree(work, ignore_errors=True)
        raise


def settle(folder: Path) -> None:
    """Put in place what is noted, and clear away what is not."""
    expected = _expected(log.read(folder)[0])
    for begun in unfinished(folder / STAMPS):
        for path in begun.iterdir() if is_folder(begun) else ():
            if _content(path) is not None and digest(_content(path) or b"") in expected.get(path.name, set()):
                path.replace(folder / STAMPS / path.name)
        shutil.rmtree(begun) if is_folder(begun) else begun.unlink()
    if is_folder(folder / STAMPS):
        sync(folder / STAMPS)
        if not any((folder / STAMPS).iterdir()):
            (folder / STAMPS).rmdir()


def look(folder: Path, entries: Iterable[Mapping[str, str]], head: log.Head | None, verify: log.Verify) -> Files:
    """Compare what lies there with what is noted. `head` is the log's last one but one."""
    place = folder / STAMPS
    there = {path.name: path for path in sorted(place.iterdir())} if is_folder(place) else {}
    wrong, waiting, found = [], [], {}
    wrong += [f"{STAMPS}: was added"] if is_folder(place) and not there else []
    begun = {name for name in there if name.startswith(log.BEGUN)}
    ours = {name for name in begun if head and is_folder(there[name]) and log.is_begun(name, head, verify)}
    wrong += [f"{STAMPS}/{name}: was added" for name in sorted(begun - ours)]
    waiting += [f"{STAMPS}/{name}: was begun and is no evidence" for name in sorted(ours)]
    expected = _expected(entries)
    for name, digests in sorted(expected.items()):
        places = [there.get(name), *(there[one] / name for one in sorted(ours))]
        content = next((one for path in places if path and (one := _content(path)) is not None), None)
        if content is None:
            wrong.append(f"{STAMPS}/{name}: is logged and missing, or is no file")
        elif digest(content) not in digests:
            wrong.append(f"{STAMPS}/{name}: was changed")
        else:
            found[name] = content
    wrong += [f"{STAMPS}/{name}: was added" for name in there if name not in expected and name not in begun]
    answers = {name: content for name, content in found.items() if lines(name)}
    return Files(
        answers, tuple(one for name, one in found.items() if name not in answers), tuple(wrong), tuple(waiting)
    )


def _expected(entries: Iterable[Mapping[str, str]]) -> dict[str, set[str]]:
    """The digests by name of what must be there; of certificates before they had names of their own, the last ones."""
    expected: dict[str, set[str]] = {}
    for entry in entries:
        if name := entry.get("stamp"):
            expected[name] = {entry.get("digest", "")}
            expected[entry.get("certificates", AUTHORITY)] = {entry.get("authority", "")}
    return expected


def _content(path: Path) -> bytes | None:
    try:
        return read_file(path, MOST_BYTES)
    except (OSError, StrangeFileError):
        return None
