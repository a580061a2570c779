"""Whether a web archive of a capture is what others open: the rules of WACZ 1.1.1 and of what lies in it.

Nothing of what wrote the archive is used here: https://specs.webrecorder.net/wacz/1.1.1/ and cdxj/0.1.0/.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from monitor.evidence.warc_check import Record, records

PACKAGE, DIGEST, PAGES = "datapackage.json", "datapackage-digest.json", "pages/pages.jsonl"
VERSION = "1.1.1"
SOUND = f"it is as WACZ {VERSION} asks"
ENDINGS = {"archive": ".warc.gz", "indexes": ".cdx", "pages": ".jsonl"}
"""What lies where; the specification allows more forms than captures have."""
MOST_BYTES = 400_000_000
NAME = re.compile(r"[-a-z0-9._/]+")
LINE = re.compile(r"(?P<key>\S+) (?P<moment>\d{14}) (?P<fields>\{.*\})")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
POINTS_AT = frozenset({"response", "revisit", "resource", "metadata"})


def problems(content: bytes) -> list[str]:
    """What breaks the specification, in words with the file within; empty for an archive that all can open."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if sum(one.file_size for one in entries) > MOST_BYTES:
                return [f"holds more than {MOST_BYTES} bytes"]
            files = {one.filename: archive.read(one) for one in entries}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, EOFError) as failure:
        return [f"is no ZIP that can be read: {failure}"]
    wrong = ["holds two files of one name"] if len(files) < len(entries) else []
    for one in entries:
        if one.filename.endswith(".gz") and one.compress_type != zipfile.ZIP_STORED:
            wrong.append(f"{one.filename}: is packed again, and cannot be read in place")
    wrong += [*_package(files), *_digest(files), *_places(files), *_pages(files)]
    found: dict[str, dict[tuple[int, int], Record]] = {}
    for name, body in _of(files, "archive").items():
        found[name.removeprefix("archive/")], broken = records(body)
        wrong += [f"{name}: {what}" for what in broken]
    for name, body in _of(files, "indexes").items():
        wrong += [f"{name}: {what}" for what in _index(body, found)]
    return wrong


def _package(files: Mapping[str, bytes]) -> Iterator[str]:
    """The list of all that is in the archive (Frictionless Data Package)."""
    said = _object(files.get(PACKAGE))
    if said is None:
        yield f"{PACKAGE}: is missing, or no JSON object"
        return
    if said.get("profile") != "data-package":
        yield f"{PACKAGE}: profile is not data-package"
    if said.get("wacz_version") != VERSION:
        yield f"{PACKAGE}: wacz_version is not {VERSION}"
    for field in ("created", "mainPageDate"):
        if field in said and not _is_moment(said[field]):
            yield f"{PACKAGE}: {field} is no moment"
    yield from (f"{PACKAGE}: {what}" for what in _resources(said.get("resources"), files))


def _resources(listed: object, files: Mapping[str, bytes]) -> Iterator[str]:
    rows = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    if not rows or not isinstance(listed, list) or len(rows) < len(listed):
        yield "resources is no list of files"
    for key in ("name", "path"):
        values = [str(one.get(key)) for one in rows]
        if len(set(values)) < len(values):
            yield f"names a {key} twice"
    for one in rows:
        path = str(one.get("path"))
        if not NAME.fullmatch(str(one.get("name", ""))):
            yield f"{path} has a name that is none"
        if path not in files:
            yield f"{path} is listed and missing"
        elif (one.get("hash"), one.get("bytes")) != (_hash(files[path]), len(files[path])):
            yield f"{path} has another digest or size than is listed"
    for path in sorted(files.keys() - {str(one.get("path")) for one in rows} - {PACKAGE, DIGEST}):
        yield f"{path} is not listed"


def _digest(files: Mapping[str, bytes]) -> Iterator[str]:
    said = _object(files.get(DIGEST))
    if said is None or (said.get("path"), said.get("hash")) != (PACKAGE, _hash(files.get(PACKAGE, b""))):
        yield f"{DIGEST}: is not the digest of {PACKAGE}"


def _places(files: Mapping[str, bytes]) -> Iterator[str]:
    """What must be there, and nothing else beside it."""
    for folder, ending in ENDINGS.items():
        if not _of(files, folder):
            yield f"{folder}/: holds nothing"
        for name in _of(files, folder):
            if not name.endswith(ending):
                yield f"{name}: does not belong into {folder}/"


def _pages(files: Mapping[str, bytes]) -> Iterator[str]:
    rows = [_object(line) for line in files.get(PAGES, b"").splitlines()]
    if not rows or rows[0] is None or rows[0].get("format") != "json-pages-1.0":
        yield f"{PAGES}: is missing, or does not begin as a list of pages"
        return
    if len(rows) == 1:
        yield f"{PAGES}: names no page"
    for number, row in enumerate(rows[1:], 2):
        if row is None or not _is_url(row.get("url")) or not _is_moment(row.get("ts")):
            yield f"{PAGES}: line {number} has no address, or no moment"


def _index(body: bytes, found: Mapping[str, Mapping[tuple[int, int], Record]]) -> Iterator[str]:
    """The index, by which a reader finds an answer without reading all."""
    lines = body.split(b"\n")
    if lines.pop() or lines != sorted(lines):
        yield "is not sorted, or its last line is torn"
    for number, line in enumerate(lines, 1):
        parts = LINE.fullmatch(line.decode("utf-8", "replace"))
        said = _object(parts["fields"].encode()) if parts else None
        if parts is None or said is None:
            yield f"line {number} is no key, moment and JSON"
            continue
        try:
            place = int(said["offset"]), int(said["length"])
        except (KeyError, TypeError, ValueError):
            place = (-1, -1)
        one = found.get(str(said.get("filename")), {}).get(place)
        if one is None or one.kind not in POINTS_AT:
            yield f"line {number} points at no answer"
        elif (one.url, one.digest, one.moment) != (said.get("url"), said.get("digest"), parts["moment"]):
            yield f"line {number} points at the answer of another address, content or moment"
        elif one.status and one.status != said.get("status"):
            yield f"line {number} has another status than its answer"


def _of(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    return {name: body for name, body in files.items() if name.startswith(f"{folder}/") and not name.endswith("/")}


def _object(content: bytes | None) -> dict[str, Any] | None:
    try:
        found = json.loads(content or b"")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _is_url(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _is_moment(value: object) -> bool:
    """Whether it is a moment as RFC 3339 writes it."""
    try:
        return isinstance(value, str) and bool(MOMENT.fullmatch(value) and datetime.fromisoformat(value))
    except ValueError:
        return False
