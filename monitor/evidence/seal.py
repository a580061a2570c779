"""Sealing a package of evidence and putting it on the log; and looking whether all is as it was. No database."""

import json
import secrets
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from monitor.errors import WorkFailedError
from monitor.evidence import log
from monitor.evidence.keys import PRIVATE, PUBLIC, is_pair, signer, verifier
from monitor.evidence.stamps import STAMPS
from monitor.packages import DIGESTS, SIGNATURE, check_package, digest_of, unfinished, write_package

ABOUT = "about.json"
PACKAGES = "packages"
OURS = frozenset({PACKAGES, STAMPS, log.NAME, log.HEAD, log.LOCK, PRIVATE, PUBLIC})


def seal(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    case: int,
    kind: str,
    by: str,
    at: datetime,
    note: str,
    shows: str = "",
) -> Path:
    """Write a signed package about a case and log it; where it lies. Raises WorkFailedError, and leaves nothing.

    `shows` is what a capture shows. A time before that of an earlier package is kept as it is, and said.
    """
    try:
        with log.locked(folder):
            adopt(folder)
            name = f"case-{case}-{kind}-{at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"
            about = {"name": name, "case": str(case), "kind": kind, "by": by, "at": at.isoformat(), "note": note}
            about |= {"shows": shows} if shows else {}
            if (last := _latest(folder)) > at:
                about["clock"] = f"is behind that of an earlier package, {last.isoformat()}"
            content = json.dumps(about, ensure_ascii=False, sort_keys=True, indent=1).encode()
            sign, package = signer(folder), folder / PACKAGES / name
            digest = write_package(package, {**files, ABOUT: content}, sign)
            try:
                log.append(folder, {**about, "digest": digest}, sign)
            except OSError:
                if all(entry.get("name") != name for entry in log.read(folder)[0]):
                    shutil.rmtree(package)
                raise
    except OSError as failure:
        raise WorkFailedError(f"{folder}: cannot be written: {failure.strerror or failure}") from failure
    return package


def mend(folder: Path) -> None:
    """Put on the log what a killed process did not come to log. Raises WorkFailedError."""
    try:
        with log.locked(folder):
            adopt(folder)
    except OSError as failure:
        raise WorkFailedError(f"{folder}: cannot be written: {failure.strerror or failure}") from failure


def _latest(folder: Path) -> datetime:
    """The latest time that any package on the log gives itself; long ago where there is none."""
    found = [datetime.min.replace(tzinfo=UTC)]
    for entry in log.read(folder)[0]:
        with suppress(KeyError, ValueError):
            found.append(datetime.fromisoformat(entry["at"]).astimezone(UTC))
    return max(found)


def adopt(folder: Path) -> None:
    """Log what is whole and ours and what a killed process did not come to log, and clear its beginnings away."""
    for beginning in (*unfinished(folder / PACKAGES), *unfinished(folder)):
        shutil.rmtree(beginning) if beginning.is_dir() else beginning.unlink()
    entries, _ = log.read(folder)
    logged = {entry.get("name") for entry in entries}
    if entries and (log.check_head(folder, verifier(folder))[1]):
        log.write_head(folder, log.heads(folder)[-1], signer(folder))
    for package in _packages(folder):
        if package.name not in logged and not look(folder, package):
            about = json.loads((package / ABOUT).read_bytes())
            adopted = {**about, "digest": digest_of(package), "adopted": "after an interruption"}
            log.append(folder, adopted, signer(folder))


def look(folder: Path, package: Path, signed: Callable[[bytes, bytes], bool] | None = None) -> list[str]:
    """What is wrong with one package: a byte, a file, its signature (by the folder's key) or its name."""
    if wrong := check_package(package, signed=True):
        return [f"{package.name}: {what}" for what in wrong]
    try:
        listed, signature = (package / DIGESTS).read_bytes(), (package / SIGNATURE).read_bytes()
        if not (signed or verifier(folder))(signature, listed):
            wrong.append(f"{SIGNATURE}: is not the signature of {DIGESTS} by the workspace's key")
        if json.loads((package / ABOUT).read_bytes()).get("name") != package.name:
            wrong.append(f"{ABOUT}: names another package")
    except (OSError, ValueError, AttributeError) as failure:
        wrong.append(f"cannot be read: {failure}")
    return [f"{package.name}: {what}" for what in wrong]


def verify(folder: Path) -> tuple[int, list[str], list[str]]:
    """How many packages there are, what is wrong, and what waits to be logged after an interruption."""
    packages = _packages(folder)
    entries, wrong = log.read(folder)
    sealed = [entry for entry in entries if "stamp" not in entry]
    digests = {entry.get("name", ""): entry.get("digest", "") for entry in sealed}
    if len(digests) < len(sealed):
        wrong.append(f"{log.NAME}: a package is logged twice")
    signed = verifier(folder) if packages else None
    for package in packages:
        found = look(folder, package, signed)
        if not found and package.name in digests and digest_of(package) != digests[package.name]:
            found = [f"{package.name}: is not what was logged"]
        wrong += found
    there = {package.name for package in packages}
    wrong += [f"{name}: is logged and missing" for name in digests if name not in there]
    waiting = [f"{name}: is whole and not logged yet" for name in sorted(there - digests.keys())]
    begun = (*unfinished(folder / PACKAGES), *unfinished(folder))
    waiting += [f"{path.relative_to(folder)}: was begun and is no evidence" for path in begun]
    if entries or packages:
        head_wrong, head_waits = log.check_head(folder, verifier(folder))
        wrong += head_wrong
        waiting += head_waits
    return len(packages), wrong + _strangers(folder), waiting


def _strangers(folder: Path) -> list[str]:
    """What lies in the folder and is none of its parts."""
    ours = OURS | {path.name for path in unfinished(folder)}
    there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    wrong = [f"{name}: was added" for name in there if name not in ours]
    if (folder / log.LOCK).exists() and (folder / log.LOCK).stat().st_size:
        wrong.append(f"{log.LOCK}: was changed")
    if (folder / PRIVATE).exists() and not is_pair(folder):
        wrong.append(f"{PRIVATE}: is not the key of {PUBLIC}")
    return wrong


def _packages(folder: Path) -> list[Path]:
    """What lies where packages lie, but for what a killed process began."""
    inside = folder / PACKAGES
    begun = set(unfinished(inside))
    return sorted(path for path in inside.iterdir() if path not in begun) if inside.is_dir() else []
