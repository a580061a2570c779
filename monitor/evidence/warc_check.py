"""The records of a gzipped WARC file, and what is wrong with them by WARC 1.1 (ISO 28500), which is read here anew."""

import base64
import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

NEEDED = ("warc-record-id", "warc-date", "warc-type", "content-length")
VERSIONS = (b"WARC/1.0", b"WARC/1.1")
STATUS = re.compile(rb"HTTP/\d\.\d (\d{3})")
KINDS = frozenset({"warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"})
OF_A_PLACE = frozenset({"response", "resource", "request", "revisit"})
END = b"\r\n\r\n"
MOST_BYTES = 200_000_000
"""Of one record."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: `moment` as an index writes it, `digest` of the content without its HTTP head, `status` of HTTP."""

    kind: str
    url: str
    digest: str
    moment: str
    status: str


def records(content: bytes) -> tuple[dict[tuple[int, int], Record], list[str]]:
    """The records by offset and length of their own piece of the file, and what is wrong, in words."""
    found: dict[tuple[int, int], Record] = {}
    wrong: list[str] = []
    known: set[str] = set()
    at = 0
    for length, raw in _pieces(content, wrong):
        number = len(found) + 1
        head, _, body = raw.partition(END)
        version, *lines = head.split(b"\r\n")
        fields = _fields(lines)
        wrong += [f"record {number}: {what}" for what in _broken(version, fields, body, known)]
        known.add(fields.get("warc-record-id", ""))
        status, payload = "", body.removesuffix(END)
        if "application/http" in fields.get("content-type", ""):
            first, _, payload = payload.partition(END)
            said = STATUS.match(first)
            status = said[1].decode() if said else ""
        if (given := fields.get("warc-payload-digest", "")) and given not in _digests(payload):
            wrong.append(f"record {number}: its content is not what its digest says")
        found[at, length] = Record(
            kind=fields.get("warc-type", ""), url=fields.get("warc-target-uri", ""), digest=given,
            moment=re.sub(r"\D", "", fields.get("warc-date", ""))[:14], status=status,
        )  # fmt: skip
        at += length
    if not found:
        wrong.append("holds no record")
    return found, wrong


def _pieces(content: bytes, wrong: list[str]) -> Iterator[tuple[int, bytes]]:
    """The length in the file and the content of each gzipped record; what cannot be unpacked is told as `wrong`."""
    rest = content
    while rest:
        unpack = zlib.decompressobj(wbits=31)
        try:
            raw = unpack.decompress(rest, MOST_BYTES)
        except zlib.error as failure:
            wrong.append(f"cannot be unpacked {len(content) - len(rest)} bytes from its begin: {failure}")
            return
        if not unpack.eof:
            wrong.append(f"ends within a record, or one is larger than {MOST_BYTES} bytes")
            return
        yield len(rest) - len(unpack.unused_data), raw
        rest = unpack.unused_data


def _broken(version: bytes, fields: Mapping[str, str], body: bytes, known: set[str]) -> Iterator[str]:
    if version not in VERSIONS:
        yield "does not begin as a record"
    yield from (f"has no {name}" for name in NEEDED if not fields.get(name))
    if fields.get("warc-type") not in KINDS:
        yield "is of no known kind"
    if fields.get("warc-type") in OF_A_PLACE and not fields.get("warc-target-uri"):
        yield "names no address"
    if fields.get("warc-record-id") in known:
        yield "has the name of another one"
    beside = fields.get("warc-concurrent-to")
    if beside and beside not in known:
        yield "belongs to a record that is not there"
    if not body.endswith(END) or fields.get("content-length") != str(len(body) - len(END)):
        yield "is not as long as it says"
    if (given := fields.get("warc-block-digest", "")) and given not in _digests(body.removesuffix(END)):
        yield "is not what its digest says"


def _fields(lines: list[bytes]) -> dict[str, str]:
    pairs = (line.decode("utf-8", "replace").partition(":") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _digests(content: bytes) -> tuple[str, ...]:
    """A content's digests as records may write them."""
    names = ("sha1", "sha256")
    made = [(name, hashlib.new(name, content, usedforsecurity=False)) for name in names]
    return (
        *(f"{name}:{one.hexdigest()}" for name, one in made),
        *(f"{name}:{base64.b32encode(one.digest()).decode()}" for name, one in made),
    )
