"""Each rule of the web archive's format is broken once, and named."""

import gzip
import hashlib
import io
import json
import random
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from monitor.evidence.archive import wacz
from monitor.evidence.archive_check import problems
from monitor.evidence.seen import Exchange, Seen

pytest.importorskip("warcio")
Files = dict[str, bytes]
PLACES = ("http://s.example/", "http://s.example/b.png")
INDEX, WARC, PAGES = "indexes/index.cdx", "archive/data.warc.gz", "pages/pages.jsonl"


@pytest.fixture(scope="module")
def sound() -> bytes:
    exchanges = tuple(
        Exchange(url=url, method="GET", status=200, reason="OK", headers=(("Content-Type", "text/html"),), body=b"x\r\n\r\ny")
        for url in PLACES
    )  # fmt: skip
    seen = Seen(
        url=PLACES[0], address=PLACES[0], status=200, at=datetime(2026, 5, 4, 12, tzinfo=UTC), seconds=1.0,
        clock_moved=0.0, browser="b", user_agent="u", proxy="", title="t", picture=b"", html="", cut=False,
        exchanges=exchanges,
    )  # fmt: skip
    return wacz(seen, "us")


def unpacked(content: bytes) -> Files:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, way: int = zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", way) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def listed(files: Files) -> Files:
    """The files with a list of digests that is right."""
    package = json.loads(files["datapackage.json"])
    package["resources"] = [
        {"name": name.rpartition("/")[2], "path": name, "hash": hashed(content), "bytes": len(content)}
        for name, content in files.items() if not name.startswith("datapackage")
    ]  # fmt: skip
    return signed({**files, "datapackage.json": json.dumps(package).encode()})


def signed(files: Files) -> Files:
    said = {"path": "datapackage.json", "hash": hashed(files["datapackage.json"])}
    return {**files, "datapackage-digest.json": json.dumps(said).encode()}


def hashed(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def without(name: str) -> Callable[[Files], Files]:
    return lambda files: {one: content for one, content in files.items() if one != name}


def changed(name: str, before: bytes, after: bytes) -> Callable[[Files], Files]:
    """A file with other words, and a list of digests that knows them."""

    def change(files: Files) -> Files:
        packed_file = name.endswith(".gz")
        content = gzip.decompress(files[name]) if packed_file else files[name]
        assert before in content
        content = content.replace(before, after)
        done = {**files, name: gzip.compress(content) if packed_file else content}
        return signed(done) if name == "datapackage.json" else listed(done)

    return change


def of_package(**fields: object) -> Callable[[Files], Files]:
    def change(files: Files) -> Files:
        return signed(
            {**files, "datapackage.json": json.dumps({**json.loads(files["datapackage.json"]), **fields}).encode()}
        )

    return change


def of_records(change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Files], Files]:
    """The WARC with its records changed, each packed by itself."""

    def done(files: Files) -> Files:
        raw = gzip.decompress(files[WARC])
        parts = [b"WARC/1.1" + part for part in raw.split(b"WARC/1.1")[1:]]
        return listed({**files, WARC: b"".join(map(gzip.compress, change(parts)))})

    return done


BROKEN: dict[str, tuple[Callable[[Files], Files], str]] = {
    "no list": (without("datapackage.json"), "datapackage.json: is missing"),
    "a list that is none": (lambda files: signed({**files, "datapackage.json": b"["}), "or no JSON object"),
    "profile": (of_package(profile="x"), "profile is not"),
    "version": (of_package(wacz_version="0.9"), "wacz_version is not"),
    "created": (of_package(created="yesterday"), "created is no moment"),
    "date": (of_package(mainPageDate="2026-13-01T00:00:00Z"), "mainPageDate is no moment"),
    "no resources": (of_package(resources=[]), "resources is no list"),
    "a name twice": (of_package(resources=[{"name": "a", "path": "x"}, {"name": "a", "path": "y"}]), "names a name twice"),
    "a name with letters": (changed("datapackage.json", b'"index.cdx"', b'"Index CDX"'), "has a name that is none"),
    "listed, not there": (without(PAGES), f"{PAGES} is listed and missing"),
    "another byte": (lambda files: {**files, PAGES: files[PAGES] + b" "}, f"{PAGES} has another digest"),
    "not listed": (lambda files: {**files, "more": b""}, "more is not listed"),
    "no digest": (without("datapackage-digest.json"), "is not the digest of"),
    "another digest": (lambda files: {**files, "datapackage.json": files["datapackage.json"] + b" "}, "is not the digest of"),
    "no archive": (lambda files: listed(without(WARC)(files)), "archive/: holds nothing"),
    "no index": (lambda files: listed(without(INDEX)(files)), "indexes/: holds nothing"),
    "a stranger": (lambda files: listed({**files, "archive/a.exe": b"x"}), "does not belong into archive/"),
    "no pages": (lambda files: listed(without(PAGES)(files)), f"{PAGES}: is missing"),
    "no head of pages": (changed(PAGES, b"json-pages-1.0", b"json"), "does not begin as a list"),
    "no page": (lambda files: listed({**files, PAGES: files[PAGES].splitlines(keepends=True)[0]}), "names no page"),
    "a page without moment": (changed(PAGES, b'"ts"', b'"at"'), "line 2 has no address, or no moment"),
    "a page without address": (changed(PAGES, b'"http:', b'"file:'), "line 2 has no address, or no moment"),
    "index torn": (lambda files: listed({**files, INDEX: files[INDEX][:-1]}), "is not sorted, or its last line is torn"),
    "index not sorted": (
        lambda files: listed({**files, INDEX: b"".join(reversed(files[INDEX].splitlines(keepends=True)))}), "not sorted",
    ),
    "index moment": (changed(INDEX, b" 2026", b" 026"), "is no key, moment and JSON"),
    "index offset": (changed(INDEX, b'"offset": "', b'"offset": "1'), "points at no answer"),
    "index file": (changed(INDEX, b"data.warc.gz", b"other.warc.gz"), "points at no answer"),
    "index address": (changed(INDEX, b'"url": "http:', b'"url": "https:'), "of another address"),
    "index digest": (changed(INDEX, b"sha1:", b"sha1:A"), "of another address, content or moment"),
    "index status": (changed(INDEX, b'"200"', b'"404"'), "has another status"),
    "index of another time": (changed(INDEX, b" 20260504120000 ", b" 20260504120001 "), "content or moment"),
    "no WARC": (lambda files: listed({**files, WARC: b"WARC/1.1"}), "cannot be unpacked"),
    "WARC cut": (lambda files: listed({**files, WARC: files[WARC][:-9]}), "ends within a record"),
    "WARC empty": (lambda files: listed({**files, WARC: b""}), "holds no record"),
    "records as one": (lambda files: listed({**files, WARC: gzip.compress(gzip.decompress(files[WARC]))}), "points at no answer"),
    "another version": (changed(WARC, b"WARC/1.1", b"WARC/9.1"), "does not begin as a record"),
    "no id": (of_records(lambda all_: [one.replace(b"WARC-Record-ID", b"X") for one in all_]), "has no warc-record-id"),
    "a record twice": (of_records(lambda all_: [*all_, all_[1]]), "has the name of another"),
    "a kind": (of_records(lambda all_: [one.replace(b"WARC-Type: response", b"WARC-Type: answer") for one in all_]), "no known kind"),
    "no address": (of_records(lambda all_: [one.replace(b"WARC-Target-URI", b"X") for one in all_]), "names no address"),
    "an answer away": (of_records(lambda all_: [all_[0], *all_[2:]]), "belongs to a record that is not there"),
    "body": (of_records(lambda all_: [one.replace(b"x\r\n\r\ny", b"z\r\n\r\ny") for one in all_]), "is not what its digest says"),
    "longer": (of_records(lambda all_: [one.replace(b"\r\n\r\ny", b"\r\n\r\nyy") for one in all_]), "is not as long as it says"),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_each_rule_is_looked_at(sound: bytes, what: str) -> None:
    assert problems(sound) == []
    change, named = BROKEN[what]
    found = problems(packed(change(unpacked(sound))))
    assert any(named in one for one in found), found


def test_a_zip_that_is_packed_again_doubled_or_none_is_told(sound: bytes) -> None:
    assert problems(packed(unpacked(sound))) == []
    assert any("packed again" in one for one in problems(packed(unpacked(sound), zipfile.ZIP_DEFLATED)))
    target = io.BytesIO(sound)
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(PAGES, unpacked(sound)[PAGES])
    assert "holds two files of one name" in problems(target.getvalue())
    for content in (b"", b"PK", sound[:-30]):
        assert problems(content)[0].startswith("is no ZIP")


def test_any_byte_of_a_file_within_is_missed(sound: bytes) -> None:
    dice, files = random.Random(6), unpacked(sound)
    for name, content in files.items():
        for _ in range(20):
            at = dice.randrange(len(content))
            other = content[:at] + bytes([content[at] ^ 1 << dice.randrange(8)]) + content[at + 1 :]
            assert problems(packed({**files, name: other})), f"{name}: byte {at}"
