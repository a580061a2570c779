"""Saved pages on disk, and an index that names many of them."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from monitor.errors import ConfigurationError

MAX_PAGE = 20_000_001
"""Bytes of a page that are read: one more than the reader takes, so that it can say that the page was cut."""
MAX_LINE = 1_000_000
HOST = re.compile(r"[\w.:%-]{1,255}")
GZIP = b"\x1f\x8b"


class Saved(NamedTuple):
    """One row of an index: its line, the page's id, file and address; or what is wrong with the row."""

    line: int
    id: object = ""
    """As the index gives it: a number stays a number."""
    file: Path = Path()
    url: str = ""
    problem: str = ""


def read_saved(path: Path) -> bytes:
    """A page's bytes, unpacked where it is gzipped, at most 20 MB. Raises ValueError, whose text says why."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_PAGE)
    except OSError as failure:
        raise ValueError(f"{path}: cannot be read: {failure.strerror or failure}") from None
    if data.startswith(GZIP):
        return _unpacked(path, data)
    if path.suffix.lower() == ".gz":
        raise ValueError(f"{path}: is named .gz and is not gzipped")
    return data


def _unpacked(path: Path, data: bytes) -> bytes:
    """All members of a gzip file, never more than the limit in memory."""
    pages = bytearray()
    while data and len(pages) < MAX_PAGE:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            pages += unpacker.decompress(data, MAX_PAGE - len(pages))
        except zlib.error as failure:
            raise ValueError(f"{path}: is not whole gzip: {failure}") from None
        if not unpacker.eof and len(pages) < MAX_PAGE:
            raise ValueError(f"{path}: gzip that ends too early")
        data = unpacker.unused_data if unpacker.unused_data.startswith(GZIP) else b""
    return bytes(pages)


def read_index(path: Path) -> Iterator[Saved]:
    """The rows of an index; a file's name counts from the index's folder. Raises ConfigurationError without one."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(MAX_LINE + 1):
                number += 1
                if len(line) > MAX_LINE:
                    while line and not line.endswith(b"\n"):
                        line = file.readline(MAX_LINE)
                    yield Saved(number, problem=f"is longer than {MAX_LINE} bytes")
                elif line.strip():
                    yield _row(number, line, path.parent)
    except OSError as failure:
        raise ConfigurationError(f"{path}: cannot be read: {failure.strerror or failure}") from None


def _row(number: int, line: bytes, folder: Path) -> Saved:
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return Saved(number, problem="is not a JSON object in one line of UTF-8")
    if problem := _wrong_in(row):
        return Saved(number, problem=problem)
    return Saved(number, row.get("id", row["file"]), folder / row["file"], row["url"])


def _wrong_in(row: object) -> str:
    """What is wrong with a row of an index; empty where nothing is."""
    if not isinstance(row, Mapping):
        return "is not a JSON object with names and values"
    for name in ("file", "url"):
        if not isinstance(row.get(name), str) or not row[name]:
            return f"{name}: is required and missing"
    identity = row.get("id")
    if isinstance(identity, (Mapping, list)):
        return "id: is neither a text nor a number"
    if any(isinstance(text, str) and not text.isprintable() for text in (identity, row["file"])):
        return "id or file: holds a character that cannot be printed"
    wrong = what_is_wrong(row["url"])
    return f"url: {wrong}" if wrong else ""


def what_is_wrong(url: str) -> str:
    """Why a text is no address that a page can have been saved from, as half a sentence; empty where it is one."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme in ("http", "https") and HOST.fullmatch(host) and url.isprintable():
        return ""
    shown = "".join(c if c.isprintable() else "?" for c in url[:80])
    return f"{shown!r} is no web address; give the one the page was saved from, such as https://shop.example/p/1"
