"""Timestamps of the log by an authority (RFC 3161): that it was there at a time, said by somebody else.

What is stamped is the log's head, `LINES DIGEST` as in `log.head`, which stands for all packages so far. The answers
lie in `timestamps/`, each named after the line and noted on the log, beside the certificates they are checked by.
"""

import hashlib
import re
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.errors import ConfigurationError, WorkFailedError
from monitor.evidence import log
from monitor.evidence.der import with_sorted_certificates
from monitor.evidence.keys import signer

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse, VerifierBuilder

STAMPS = "timestamps"
AUTHORITY = "authority.pem"
ANSWER = re.compile(r"(\d{6,9})\.tsr")
SECONDS = 20
MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """The log's first `lines` lines were there `at` a time (UTC)."""

    lines: int
    at: datetime


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """An authority answers where it is asked."""

    def redirect_request(self, *_: object) -> None:
        return None


def waiting(folder: Path) -> int:
    """How many packages are on the log and in no timestamp yet."""
    entries, _ = log.read(folder)
    stamped = max((_lines(entry["stamp"]) for entry in entries if "stamp" in entry), default=0)
    return sum("stamp" not in entry for entry in entries[stamped:])


def stamp(folder: Path, url: str, authority: Path) -> Stamp | None:
    """Have the log stamped by the authority at `url`; None where nothing new is on it.

    `authority` holds the certificates (PEM) of who signs the authority's own. Raises WorkFailedError where the
    authority is away or its answer is not good, and keeps nothing of it; what waits goes on waiting. While the
    authority is asked, others may add to the log.
    """
    try:
        with log.locked(folder):
            if not waiting(folder):
                return None
            head = log.heads(folder)[-1]
        answer, at = _asked(url, head, _certificates(authority))
        with log.locked(folder):
            _clear(folder)
            place = folder / STAMPS
            place.mkdir(exist_ok=True)
            name, certificates = f"{head.lines:06d}.tsr", authority.read_bytes()
            if not (place / name).exists():  # else another process asked at the same time
                (place / AUTHORITY).write_bytes(certificates)
                (place / name).write_bytes(answer)
                noted = {"at": at.isoformat(), "digest": _digest(answer), "authority": _digest(certificates)}
                log.append(folder, {"stamp": name, **noted}, signer(folder))
    except OSError as failure:
        raise WorkFailedError(f"{folder}: cannot be written: {failure.strerror or failure}") from failure
    return Stamp(head.lines, at)


def _clear(folder: Path) -> None:
    """Take away answers that a killed process did not come to note."""
    noted = {entry.get("stamp") for entry in log.read(folder)[0]}
    for path in (folder / STAMPS).glob("*.tsr"):
        if path.name not in noted:
            path.unlink()


def check(folder: Path, authority: Path | None = None) -> tuple[list[Stamp], list[str]]:
    """The timestamps, oldest first, and what is wrong; checked by `authority`, else by the certificates beside them."""
    place = folder / STAMPS
    entries, _ = log.read(folder)
    noted = {entry["stamp"]: entry for entry in entries if "stamp" in entry}
    there = {path.name: path for path in place.iterdir()} if place.is_dir() else {}
    wrong = [f"{STAMPS}/{name}: is logged and missing" for name in sorted(noted.keys() - there.keys())]
    wrong += [f"{STAMPS}/{name}: was added" for name in sorted(there.keys() - noted.keys() - {AUTHORITY})]
    if not noted:
        return [], wrong + ([f"{STAMPS}/{AUTHORITY}: was added"] if AUTHORITY in there else [])
    last = noted[max(noted)]
    if AUTHORITY in there and _digest(there[AUTHORITY].read_bytes()) != last.get("authority"):
        wrong.append(f"{STAMPS}/{AUTHORITY}: was changed")
    try:
        certificates = _certificates(authority or place / AUTHORITY)
    except ConfigurationError as failure:
        return [], [*wrong, str(failure)]
    heads, found = log.heads(folder), []
    for name in sorted(noted.keys() & there.keys()):
        content, lines = there[name].read_bytes(), _lines(name)
        if _digest(content) != noted[name].get("digest"):
            wrong.append(f"{STAMPS}/{name}: was changed")
        elif not 0 < lines <= len(heads):
            wrong.append(f"{STAMPS}/{name}: is of a line that is not there")
        else:
            try:
                found.append(Stamp(lines, _time_of(content, heads[lines - 1], certificates)))
            except WorkFailedError as failure:
                wrong.append(f"{STAMPS}/{name}: {failure}")
    return found, wrong


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _lines(name: str) -> int:
    said = ANSWER.fullmatch(name)
    return int(said[1]) if said else 0


def _asked(url: str, head: log.Head, certificates: "list[Certificate]") -> tuple[bytes, datetime]:
    """The authority's answer, checked against what was asked, and its time."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder, VerifierBuilder

    question = TimestampRequestBuilder().data(head.text).hash_algorithm(HashAlgorithm.SHA256).build()
    request = urllib.request.Request(  # noqa: S310  the settings take http and https alone
        url, data=question.as_bytes(), headers={"Content-Type": "application/timestamp-query"}
    )
    try:
        with urllib.request.build_opener(_NoRedirect).open(request, timeout=SECONDS) as response:
            content = _read(response)
    except (urllib.error.URLError, OSError, HTTPException, ValueError) as failure:
        reason = getattr(failure, "reason", failure)
        raise WorkFailedError(f"{url}: the timestamp authority is away: {reason}") from failure
    if len(content) > MOST_BYTES:
        raise WorkFailedError(f"{url}: answered {len(content)} bytes, which is no timestamp")
    try:
        at = _time_of(content, head, certificates, VerifierBuilder.from_request(question))
    except WorkFailedError as failure:
        raise WorkFailedError(f"{url}: its answer is not taken: {failure}") from failure
    return content, at


def _read(response: HTTPResponse) -> bytes:
    """An answer, but for what is too much of it. Raises OSError for one that comes drop by drop."""
    content, end = b"", time.monotonic() + SECONDS
    while len(content) <= MOST_BYTES and (part := response.read1(MOST_BYTES + 1 - len(content))):
        content += part
        if time.monotonic() > end:
            raise OSError(f"its answer took longer than {SECONDS} seconds")
    return content


def _time_of(
    content: bytes, head: log.Head, certificates: "list[Certificate]", builder: "VerifierBuilder | None" = None
) -> datetime:
    """The time that an answer gives for a head. Raises WorkFailedError for one that is not good."""
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    try:
        answer: TimeStampResponse = decode_timestamp_response(with_sorted_certificates(content))
        builder = builder or VerifierBuilder()
        for certificate in certificates:
            builder = builder.add_root_certificate(certificate)
        builder.build().verify_message(answer, head.text)
        return answer.tst_info.gen_time.astimezone(UTC)
    except (ValueError, VerificationError) as failure:
        raise WorkFailedError(f"is no timestamp of this log by this authority ({failure})") from failure


def _certificates(path: Path) -> "list[Certificate]":
    """The certificates in a PEM file. Raises ConfigurationError."""
    try:
        import rfc3161_client  # noqa: F401
        from cryptography.x509 import load_pem_x509_certificates
    except ModuleNotFoundError as failure:
        raise ConfigurationError(
            f"{failure.name} is missing, which timestamps need; run: pip install 'marketplace-monitor[evidence]'"
        ) from failure
    try:
        return load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as failure:
        raise ConfigurationError(f"{path}: holds no certificates in PEM: {failure}") from failure
