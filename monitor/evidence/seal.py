"""Sealing a package of evidence and putting it on the log. No database."""

import json
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from monitor.errors import WorkFailedError
from monitor.evidence import keys, log, stamp_files
from monitor.evidence.check import ABOUT, PACKAGES, about, is_new, look, must_be_sound, unlogged
from monitor.packages import digest_of, unfinished, write_package
from monitor.plain_files import is_folder

__all__ = ["ABOUT", "PACKAGES", "adopt", "look", "mend", "seal", "writing"]


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
    facts: Mapping[str, str] | None = None,
) -> Path:
    """Write a signed package about a case and log it; where it lies. Raises WorkFailedError, and leaves nothing.

    `shows` is what a capture shows, `facts` are further fields, such as what a test buy cost. A time before that of an
    earlier package is kept as it is, and said.
    """
    with writing(folder):
        head, sign = adopt(folder), keys.signer(folder)
        name = f"case-{case}-{kind}-{at:%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}"
        said = {"name": name, "case": str(case), "kind": kind, "by": by, "at": at.isoformat(), "note": note}
        said |= {key: value for key, value in {"shows": shows, **(facts or {})}.items() if value} | {
            "follows": head.digest
        }
        if (last := _latest(folder)) > at:
            said["clock"] = f"is behind that of an earlier package, {last.isoformat()}"
        content = json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1).encode()
        package = folder / PACKAGES / name
        digest = write_package(package, {**files, ABOUT: content}, sign, log.begun_name(head, sign))
        try:
            log.append(folder, {**said, "digest": digest}, head, sign)
        except OSError:
            shutil.rmtree(package)
            raise
    return package


def mend(folder: Path) -> None:
    """Put on the log what a killed process did not come to log; begins no new folder. Raises WorkFailedError."""
    with writing(folder):
        _clear(folder)
        if not is_new(folder):
            adopt(folder)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Alone with the folder; failures of the disk are told as such."""
    try:
        with log.locked(folder):
            yield
    except OSError as failure:
        raise WorkFailedError(f"{folder}: cannot be written: {failure.strerror or failure}") from failure


def adopt(folder: Path) -> log.Head:
    """Mend what an interruption left, and begin a new folder; the head of the log.

    Raises WorkFailedError, and changes nothing that was sealed, where the log is not as it was signed.
    """
    _clear(folder)
    if is_new(folder):
        keys.make(folder, partial(log.begin, folder))
    sign, signed_by = keys.signer(folder), keys.verifier(folder)
    log.trim(folder)
    stamp_files.settle(folder)
    waits = must_be_sound(folder, signed_by)
    head = log.Log.of(folder).head(signed_by)
    if head is None:
        raise WorkFailedError(f"{folder}: {log.HEAD}: is missing")
    if waits:
        log.write_head(folder, head, sign)
    for package in unlogged(folder, head):
        adopted = {**about(package), "digest": digest_of(package), "adopted": "after an interruption"}
        head = log.append(folder, adopted, head, sign)
    return head


def _clear(folder: Path) -> None:
    """Take away what was begun and not brought to its end."""
    for beginning in (*unfinished(folder / PACKAGES), *unfinished(folder)):
        shutil.rmtree(beginning) if is_folder(beginning) else beginning.unlink()


def _latest(folder: Path) -> datetime:
    """The latest time that any package on the log gives itself; long ago where there is none."""
    found = [datetime.min.replace(tzinfo=UTC)]
    for entry in log.read(folder)[0]:
        with suppress(KeyError, ValueError):
            found.append(datetime.fromisoformat(entry["at"]).astimezone(UTC))
    return max(found)
