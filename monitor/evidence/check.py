"""Looking whether all evidence is as it was sealed: each byte, each file, and the chain. No database."""

import json
from dataclasses import dataclass
from pathlib import Path

from monitor.errors import WorkFailedError
from monitor.evidence import log
from monitor.evidence.keys import PRIVATE, PUBLIC, is_pair, verifier
from monitor.packages import DIGESTS, MOST_LIST, SIGNATURE, check_package, digest_of, unfinished
from monitor.plain_files import StrangeFileError, is_folder, read_file

ABOUT = "about.json"
PACKAGES = "packages"
STAMPS = "timestamps"
OURS = frozenset({PACKAGES, STAMPS, log.NAME, log.HEAD, log.LOCK, PRIVATE, PUBLIC})
BESIDE = frozenset({"digest", "previous", "signature", "adopted"})
"""What a line of the log says beside what the package says of itself."""


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """What lay there at a moment when nobody wrote."""

    log: log.Log
    packages: tuple[Path, ...]
    begun: tuple[Path, ...]
    strangers: tuple[str, ...]


def verify(folder: Path, *, own: bool = False) -> tuple[int, list[str], list[str]]:
    """How many packages there are, what is wrong, and what an interruption left, which is mended without loss.

    `own` is for the workspace's own folder, where a copy's missing private key is wrong. What is sealed meanwhile is
    left for the next time. Raises WorkFailedError where nothing can be verified.
    """
    with log.at_rest(folder):
        there = _snapshot(folder)
    wrong = list(there.strangers)
    if is_new(folder):
        return 0, wrong + there.log.read()[1], [f"{path.name}: was begun and is no evidence" for path in there.begun]
    if (folder / PRIVATE).exists() and not is_pair(folder):
        wrong.append(f"{PRIVATE}: is not the key of {PUBLIC}")
    signed_by = verifier(folder)
    entries, of_chain = there.log.read()
    of_head, waiting = there.log.check_head(signed_by)
    wrong += of_chain + of_head
    lines = {entry.get("name", ""): entry for entry in entries if "stamp" not in entry}
    if len(lines) < sum("stamp" not in entry for entry in entries):
        wrong.append(f"{log.NAME}: a package is logged twice")
    last = there.log.head(signed_by)
    for package in there.packages:
        entry = lines.get(package.name)
        found = look(folder, package, signed_by) or (_compared(package, entry) if entry else [])
        if not found and entry is None:
            if last is not None and follows(package) == last.digest:
                waiting.append(f"{package.name}: is whole and not logged yet")
            else:
                found = [f"{package.name}: is not on the log, and nothing says that it was to come next: it was added"]
        wrong += found
    there_too = {package.name for package in there.packages}
    wrong += [f"{name}: is logged and missing" for name in lines if name not in there_too]
    if own and not (folder / PRIVATE).exists():
        wrong.append(f"{PRIVATE}: is missing; put it back from your copy")
    for path in there.begun:
        ours = last is not None and not path.is_symlink() and log.is_begun(path.name, last, signed_by)
        name = path.relative_to(folder)
        (waiting if ours else wrong).append(f"{name}: was {'begun and is no evidence' if ours else 'added'}")
    return len(there.packages), wrong, waiting


def look(folder: Path, package: Path, signed: "log.Verify | None" = None, *, part: bool = False) -> list[str]:
    """What is wrong with one package: a byte, a file, its signature (by the folder's key) or its name.

    Of a `part` of a package some files may be away.
    """
    if wrong := check_package(package, signed=True, part=part):
        return [f"{package.name}: {what}" for what in wrong]
    try:
        listed, signature = (read_file(package / name, MOST_LIST) for name in (DIGESTS, SIGNATURE))
        if not (signed or verifier(folder))(signature, listed):
            wrong.append(f"{SIGNATURE}: is not the signature of {DIGESTS} by the workspace's key")
        if about(package).get("name") != package.name:
            wrong.append(f"{ABOUT}: names another package")
    except (OSError, ValueError, RecursionError, AttributeError, StrangeFileError) as failure:
        wrong.append(f"cannot be read: {failure}")
    return [f"{package.name}: {what}" for what in wrong]


def about(package: Path) -> dict[str, str]:
    """What a package says of itself. Raises OSError, ValueError, AttributeError or StrangeFileError for none."""
    found = json.loads(read_file(package / ABOUT, MOST_LIST))
    return {key: str(value) for key, value in found.items()}


def follows(package: Path) -> str:
    """The digest of the line of the log after which a package was sealed; empty where it says none."""
    try:
        return about(package).get("follows", "")
    except (OSError, ValueError, RecursionError, AttributeError, StrangeFileError):
        return ""


def _compared(package: Path, entry: dict[str, str]) -> list[str]:
    """Whether a whole package is what a line of the log says."""
    said = {key: value for key, value in entry.items() if key not in BESIDE}
    if digest_of(package) != entry.get("digest") or about(package) != said:
        return [f"{package.name}: is not what was logged"]
    if entry.get("previous") != said.get("follows", entry.get("previous")):
        return [f"{package.name}: was sealed after another line of the log than the one before its own"]
    return []


def _snapshot(folder: Path) -> _Snapshot:
    begun = (*unfinished(folder / PACKAGES), *unfinished(folder))
    inside = folder / PACKAGES
    packages = sorted(set(inside.iterdir()) - set(begun)) if is_folder(inside) else []
    return _Snapshot(log.Log.of(folder), tuple(packages), begun, tuple(_strangers(folder)))


def _strangers(folder: Path) -> list[str]:
    """What lies in the folder and is none of its parts, or is no longer what it was."""
    there = {path.name: path for path in sorted(folder.iterdir())} if folder.is_dir() else {}
    wrong = [f"{name}: was added" for name in there if name not in OURS and not name.startswith(log.BEGUN)]
    wrong += [f"{name}: is a link or a file, and no folder" for name in (PACKAGES, STAMPS)
              if name in there and not is_folder(there[name])]  # fmt: skip
    try:
        if log.LOCK in there and read_file(there[log.LOCK], log.MOST_HEAD):
            wrong.append(f"{log.LOCK}: was changed")
    except (OSError, StrangeFileError):
        wrong.append(f"{log.LOCK}: was changed")
    return wrong


def is_new(folder: Path) -> bool:
    """Whether nothing was ever sealed here: no package, no line, no key, or one that was not written to its end.

    The head is written before the public key, and that before the private one.
    """
    found = log.Log.of(folder)
    if found.lines or is_pair(folder) or (is_folder(folder / PACKAGES) and any((folder / PACKAGES).iterdir())):
        return False
    if found.signed is None:
        return not (folder / PUBLIC).exists() and not (folder / PRIVATE).exists()
    return found.signed.startswith(b"0 ")


def unlogged(folder: Path, head: log.Head) -> list[Path]:
    """The whole package that was sealed after a head and is not on the log yet; never more than one."""
    names = {entry.get("name") for entry in log.read(folder)[0]}
    inside = folder / PACKAGES
    found = sorted(inside.iterdir()) if is_folder(inside) else []
    return [
        package for package in found
        if package.name not in names and not package.name.startswith(log.BEGUN)
        and follows(package) == head.digest and not look(folder, package)
    ][:1]  # fmt: skip


def must_be_sound(folder: Path, signed_by: log.Verify) -> bool:
    """Whether the head waits to be renewed. Raises WorkFailedError for a log that is not as it was signed."""
    found = log.Log.of(folder)
    of_head, waiting = found.check_head(signed_by)
    if wrong := [*found.read()[1], *of_head]:
        raise WorkFailedError(
            f"{folder}: {wrong[0]}; nothing is added to evidence that is not as it was: "
            "see monitor evidence verify; put the folder back from a copy, or name another (evidence in monitor.toml)"
        )
    return bool(waiting)
