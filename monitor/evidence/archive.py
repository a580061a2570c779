"""Exchanges as a web archive: WARC 1.1 (ISO 28500) within WACZ 1.1.1, which ReplayWeb.page opens.

https://specs.webrecorder.net/wacz/1.1.1/ and https://specs.webrecorder.net/cdxj/0.1.0/
"""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from monitor.evidence.seen import Exchange, Seen

WARC = "data.warc.gz"
VERSION = "1.1.1"
NOT_KEPT = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers about how a body was sent; what is kept is decoded."""
ZIP_BEGINS = 1980


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an answer lies in the WARC."""

    one: Exchange
    digest: str
    offset: int
    length: int


def wacz(seen: Seen, software: str) -> bytes:
    """The archive of one look at a page, stored without another compression so that it can be read in place."""
    archive, places = warc(seen, software)
    title = seen.title or seen.address
    main = {"url": seen.address, "ts": f"{seen.at:%Y-%m-%dT%H:%M:%SZ}", "title": title}
    pages = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, {"id": "1", **main}]
    files = {
        f"archive/{WARC}": archive,
        "indexes/index.cdx": _index(seen, places),
        "pages/pages.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in pages).encode(),
    }
    package = {
        "profile": "data-package",
        "wacz_version": VERSION,
        "software": software,
        "created": main["ts"],
        "title": title,
        "mainPageUrl": main["url"],
        "mainPageDate": main["ts"],
        "resources": [
            {"name": path.rpartition("/")[2], "path": path, "hash": _sha256(content), "bytes": len(content)}
            for path, content in files.items()
        ],
    }
    files["datapackage.json"] = json.dumps(package, ensure_ascii=False, indent=1).encode()
    digest = {"path": "datapackage.json", "hash": _sha256(files["datapackage.json"])}
    files["datapackage-digest.json"] = json.dumps(digest, indent=1).encode()
    target, day = io.BytesIO(), seen.at.timetuple()[:6]
    with zipfile.ZipFile(target, "w") as archived:
        for path, content in files.items():
            archived.writestr(zipfile.ZipInfo(path, (max(day[0], ZIP_BEGINS), *day[1:])), content)
    return target.getvalue()


def warc(seen: Seen, software: str) -> tuple[bytes, list[_Place]]:
    """The exchanges as gzipped WARC, each with its request, and where the answers lie."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    target = io.BytesIO()
    writer = WARCWriter(target, gzip=True, warc_version="WARC/1.1")
    moment = {"WARC-Date": f"{seen.at:%Y-%m-%dT%H:%M:%SZ}"}
    info = writer.create_warcinfo_record(WARC, {"software": software, "format": "WARC File Format 1.1"})
    _write(writer, info)
    places = []
    for one in seen.exchanges:
        if not one.url.startswith(("http://", "https://")):
            continue
        kept = [(name, value) for name, value in one.headers if name.lower() not in NOT_KEPT]
        kept.append(("Content-Length", str(len(one.body))))
        head = StatusAndHeaders(f"{one.status} {_ascii(one.reason)}".strip(), _safe(kept), protocol="HTTP/1.1")
        from_where = {"WARC-IP-Address": one.ip} if one.ip else {}
        ended = {"WARC-Truncated": "time"} if one.cut else {}
        answer = writer.create_warc_record(
            one.url, "response", payload=io.BytesIO(one.body), http_headers=head,
            warc_headers_dict={**moment, **from_where, **ended},
        )  # fmt: skip
        offset = target.tell()
        _write(writer, answer)
        digest = answer.rec_headers.get_header("WARC-Payload-Digest") or ""
        places.append(_Place(one, digest, offset, target.tell() - offset))
        parts = urlsplit(one.url)
        asked = StatusAndHeaders(
            _ascii(f"{one.method} {parts.path or '/'}{'?' * bool(parts.query)}{parts.query} HTTP/1.1"),
            _safe([(name, value) for name, value in one.asked if not name.startswith(":")]),
            is_http_request=True,
        )
        request = writer.create_warc_record(
            one.url, "request", payload=io.BytesIO(one.sent), http_headers=asked,
            warc_headers_dict={**moment, "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")},
        )  # fmt: skip
        _write(writer, request)
    return target.getvalue(), places


def _write(writer: Any, record: Any) -> None:
    """Write a record, and close the temporary file that the writer leaves open."""
    try:
        writer.write_record(record)
    finally:
        record.raw_stream.close()


def _index(seen: Seen, places: list[_Place]) -> bytes:
    """The index of what was fetched with GET, sorted by address; other exchanges are in the WARC alone."""
    lines = []
    for place in places:
        if place.one.method != "GET":
            continue
        mime = next((value for name, value in place.one.headers if name.lower() == "content-type"), "")
        entry = {
            "url": place.one.url,
            "mime": mime.partition(";")[0].strip() or "unk",
            "status": str(place.one.status),
            "digest": place.digest,
            "length": str(place.length),
            "offset": str(place.offset),
            "filename": WARC,
        }
        lines.append(f"{sort_key(place.one.url)} {seen.at:%Y%m%d%H%M%S} {json.dumps(entry)}\n")
    return "".join(sorted(lines)).encode()


def sort_key(url: str) -> str:
    """An address with its host turned round and in small letters, by which an index is sorted (SURT)."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    turned = host if ":" in host else ",".join(reversed(host.split(".")))
    default = {"http": 80, "https": 443}.get(parts.scheme)
    port = f":{parts.port}" if parts.port not in (None, default) else ""
    query = "?" + "&".join(sorted(parts.query.lower().split("&"))) if parts.query else ""
    return f"{turned}{port}){parts.path.lower() or '/'}{query}".replace(" ", "%20")


def _sha256(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _safe(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Headers that a page cannot use to write lines of its own."""
    return [(_line(name), _line(value)) for name, value in headers if _line(name)]


def _ascii(text: str) -> str:
    """On one line, in the letters that the first line of a message may have."""
    return _line(text).encode("ascii", "backslashreplace").decode()


def _line(text: str) -> str:
    return " ".join(text.split())
