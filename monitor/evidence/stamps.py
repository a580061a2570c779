"""Timestamps of the log by an authority (RFC 3161): that it was there at a time, said by somebody else.

What is stamped is the log's head, `LINES DIGEST` as in `log.head`, which stands for all packages so far. The answers
lie in `timestamps/`, each named after the line and noted on the log, beside the certificates they are checked by.
"""

import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPException, HTTPResponse
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.errors import ConfigurationError, WorkFailedError
from monitor.evidence import log, stamp_files
from monitor.evidence.check import STAMPS, is_new
from monitor.evidence.der import with_sorted_certificates
from monitor.evidence.keys import signer, verifier
from monitor.evidence.seal import adopt, writing
from monitor.evidence.stamp_files import MOST_BYTES, lines

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse, VerifierBuilder

SECONDS = 20
OFF = timedelta(minutes=10)
"""So far an authority's time may be from this machine's; more means that one of the two is wrong."""
SLACK = timedelta(minutes=1)
"""So far two authorities may be from one another."""


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
    stamped = max((lines(entry["stamp"]) for entry in entries if "stamp" in entry), default=0)
    return sum("stamp" not in entry for entry in entries[stamped:])


def stamp(folder: Path, url: str, authority: Path) -> Stamp | None:
    """Have the log stamped by the authority at `url`; None where nothing new is on it.

    `authority` holds the certificates (PEM) of who signs the authority's own. Raises WorkFailedError where the
    authority is away or its answer is not good, and keeps nothing of it; what waits goes on waiting. While the
    authority is asked, others may add to the log.
    """
    if is_new(folder):
        return None
    with writing(folder):
        head = adopt(folder)
        if not waiting(folder):
            return None
        before = _last(folder)
    answer, at = _asked(url, head, _certificates(authority))
    _must_be_likely(url, at, before)
    with writing(folder):
        last, sign = adopt(folder), signer(folder)
        name, certificates = f"{head.lines:06d}.tsr", authority.read_bytes()
        if all(entry.get("stamp") != name for entry in log.read(folder)[0]):  # else another asked at the same time
            kept = stamp_files.certificates_name(certificates)
            noted = {
                "at": at.isoformat(), "digest": stamp_files.digest(answer),
                "authority": stamp_files.digest(certificates), "certificates": kept,
            }  # fmt: skip
            stamp_files.write(folder, {name: answer, kept: certificates}, log.begun_name(last, sign))
            log.append(folder, {"stamp": name, **noted}, last, sign)
            stamp_files.settle(folder)
    return Stamp(head.lines, at)


def check(folder: Path) -> tuple[list[Stamp], list[str], list[str]]:
    """The timestamps, oldest first, what is wrong, and what an interruption left.

    They are checked by the certificates beside them, which are noted on the signed log.
    """
    with log.at_rest(folder):
        found = log.Log.of(folder)
        entries = found.read()[0]
        noted = {entry["stamp"]: entry for entry in entries if "stamp" in entry}
        there = (folder / STAMPS).exists() or (folder / STAMPS).is_symlink()
        if not noted and not there:
            return [], [], []
        before = [*found.heads[-2:], None][0] if noted else found.head(verifier(folder))
        files = stamp_files.look(folder, entries, before, verifier(folder))
    wrong, stamps = list(files.wrong), []
    try:
        certificates = [one for content in files.certificates for one in parsed(content)]
    except ValueError as failure:
        return [], [*wrong, f"{STAMPS}: holds certificates that cannot be read: {failure}"], list(files.waiting)
    for name, content in files.answers.items():
        if not 0 < lines(name) <= len(found.heads):
            wrong.append(f"{STAMPS}/{name}: is of a line that is not there")
            continue
        try:
            stamps.append(Stamp(lines(name), time_of(content, found.heads[lines(name) - 1], certificates)))
        except WorkFailedError as failure:
            wrong.append(f"{STAMPS}/{name}: {failure}")
    wrong += [
        f"{STAMPS}: the one of {later.lines} lines says {later.at:%Y-%m-%d %H:%M:%S}, which is before the one of "
        f"{earlier.lines} lines, {earlier.at:%Y-%m-%d %H:%M:%S}: an authority's time was false"
        for earlier, later in pairwise(stamps) if later.at < earlier.at - SLACK
    ]  # fmt: skip
    return stamps, wrong, list(files.waiting)


def contradicted(folder: Path, stamped: Stamp) -> list[str]:
    """The packages that say of themselves that they were sealed after the timestamp that stands for them."""
    return [
        entry.get("name", "") for entry in log.read(folder)[0][: stamped.lines]
        if "stamp" not in entry and (at := _time(entry)) is not None and at > stamped.at + OFF
    ]  # fmt: skip


def _last(folder: Path) -> datetime | None:
    """The time of the timestamp before."""
    return max((at for entry in log.read(folder)[0] if "stamp" in entry and (at := _time(entry))), default=None)


def _time(entry: Mapping[str, str]) -> datetime | None:
    try:
        return datetime.fromisoformat(entry.get("at", "")).astimezone(UTC)
    except ValueError:
        return None


def _must_be_likely(url: str, at: datetime, before: datetime | None) -> None:
    """Raises WorkFailedError for a time that cannot be."""
    now = datetime.now(UTC)
    if abs(at - now) > OFF:
        raise WorkFailedError(
            f"{url}: its answer is not taken: it says {at:%Y-%m-%d %H:%M:%S} UTC and this machine's clock "
            f"{now:%Y-%m-%d %H:%M:%S}; set the clock right, or ask another authority"
        )
    if before is not None and at < before - SLACK:
        raise WorkFailedError(
            f"{url}: its answer is not taken: it says {at:%Y-%m-%d %H:%M:%S} UTC, which is before the timestamp of "
            f"{before:%Y-%m-%d %H:%M:%S}; ask another authority"
        )


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
        at = time_of(content, head, certificates, VerifierBuilder.from_request(question))
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


def time_of(
    content: bytes, head: log.Head, certificates: "list[Certificate]", builder: "VerifierBuilder | None" = None
) -> datetime:
    """The time that an answer gives for a head. Raises WorkFailedError for one that is not good."""
    from rfc3161_client import VerificationError, VerifierBuilder, decode_timestamp_response

    try:
        answer: TimeStampResponse = decode_timestamp_response(with_sorted_certificates(content))
        builder = builder or VerifierBuilder()
        for certificate in dict.fromkeys(certificates):
            builder = builder.add_root_certificate(certificate)
        builder.build().verify_message(answer, head.text)
        return answer.tst_info.gen_time.astimezone(UTC)
    except (ValueError, VerificationError) as failure:
        raise WorkFailedError(f"is no timestamp of this log by this authority ({_plainly(failure)})") from failure


def _plainly(failure: Exception) -> str:
    """Why an answer is not good, without the inside of the library that says so."""
    said = str(failure)
    inside = len(said) > 200 or "ErrorStack" in said or not said
    return "it is not signed by the certificates that are named" if inside else said


def _certificates(path: Path) -> "list[Certificate]":
    """The certificates in a PEM file. Raises ConfigurationError."""
    try:
        return parsed(path.read_bytes())
    except (OSError, ValueError) as failure:
        raise ConfigurationError(f"{path}: holds no certificates in PEM: {failure}") from failure


def parsed(content: bytes) -> "list[Certificate]":
    """Certificates in PEM. Raises ValueError, and ConfigurationError where they cannot be used here."""
    try:
        import rfc3161_client  # noqa: F401
        from cryptography.x509 import load_pem_x509_certificates
    except ModuleNotFoundError as failure:
        raise ConfigurationError(
            f"{failure.name} is missing, which timestamps need; run: pip install 'marketplace-monitor[evidence]'"
        ) from failure
    return load_pem_x509_certificates(content)
