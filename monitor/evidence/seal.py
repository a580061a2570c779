"""Sealing a package of evidence and putting it on the log; and looking whether all is as it was. No database."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from monitor.errors import WorkFailedError
from monitor.evidence import log
from monitor.evidence.keys import signer, verifier
from monitor.packages import DIGESTS, SIGNATURE, check_package, digest_of, write_package

ABOUT = "about.json"
PACKAGES = "packages"


def seal(folder: Path, files: Mapping[str, bytes], *, case: int, kind: str, by: str, at: datetime, note: str) -> Path:
    """Write a signed package about a case and log it; where it lies. Raises WorkFailedError, and leaves nothing."""
    try:
        with log.locked(folder):
            adopt(folder)
            name = f"case-{case}-{kind}-{at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"
            about = {"name": name, "case": str(case), "kind": kind, "by": by, "at": at.isoformat(), "note": note}
            content = json.dumps(about, ensure_ascii=False, sort_keys=True, indent=1).encode()
            digest = write_package(folder / PACKAGES / name, {**files, ABOUT: content}, signer(folder))
            log.append(folder, {**about, "digest": digest})
    except OSError as failure:
        raise WorkFailedError(f"{folder}: cannot be written: {failure.strerror or failure}") from failure
    return folder / PACKAGES / name


def adopt(folder: Path) -> None:
    """Log the packages that are whole and ours, and that a killed process did not come to log."""
    entries, _ = log.read(folder)
    logged = {entry.get("name") for entry in entries}
    for package in _packages(folder):
        if package.name not in logged and not look(folder, package):
            about = json.loads((package / ABOUT).read_bytes())
            log.append(folder, {**about, "digest": digest_of(package), "adopted": "after an interruption"})


def look(folder: Path, package: Path) -> list[str]:
    """What is wrong with one package: a byte, a file, its signature or its name."""
    wrong = check_package(package, signed=True)
    try:
        listed, signature = (package / DIGESTS).read_bytes(), (package / SIGNATURE).read_bytes()
        if not verifier(folder)(signature, listed):
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
    digests = {entry.get("name", ""): entry.get("digest", "") for entry in entries}
    if len(digests) < len(entries):
        wrong.append(f"{log.NAME}: a package is logged twice")
    for package in packages:
        found = look(folder, package)
        if not found and package.name in digests and digest_of(package) != digests[package.name]:
            found = [f"{package.name}: is not what was logged"]
        wrong += found
    there = {package.name for package in packages}
    wrong += [f"{name}: is logged and missing" for name in digests if name not in there]
    return len(packages), wrong, sorted(there - digests.keys())


def _packages(folder: Path) -> list[Path]:
    inside = folder / PACKAGES
    return sorted(path for path in inside.iterdir() if path.name[0] != ".") if inside.is_dir() else []
