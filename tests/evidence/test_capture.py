"""Captures in a real Chromium, of a real server on loopback that means ill."""

import asyncio
import gzip
import hashlib
import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from monitor.chromium import find_chromium
from monitor.cli import main
from monitor.cli._waiting_captures import captured
from monitor.crawling.browser_proxy import BrowserProxy
from monitor.errors import WorkFailedError
from monitor.evidence import archive_check, capture, check, seal, watch
from monitor.evidence.clock import clock
from monitor.evidence.seen import Seen
from monitor.evidence.statement import statement
from monitor.net import UrlPolicy
from monitor.store import open_store
from monitor.workspace import load_workspace
from tests.evidence.hostile_site import FAKE, GOODS, OTHER_CONTENT, STILL_THERE, STYLES, UNSAID, served
from tests.evidence.test_stamps import OPENSSL, Authority

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_chromium() is None, reason="needs a Chromium"),
]
pytest.importorskip("warcio")
SEEN = {
    "/liar": (200, ""),
    "/tries": (200, "7 dialogs were dismissed"),
    "/endless": (200, ""),
    "/stream": (200, ""),
    "/forged": (403, ""),
    "/nothing": (404, "answer was empty"),
    "/to-item": (200, ""),
    "/drip": (200, ""),
    "/crowd": (200, ""),
    "/push": (200, ""),
    "/led-on": (200, "was held"),
    "/led-off": (200, "was held"),
    "/drawn": (200, ""),
    "/large": (200, ""),
}
"""Pages that mean ill and are seen all the same: their status, and what they tried."""
FAILED = {
    "/later": "went on to about:blank",
    "/to-file": "UNSAFE_REDIRECT",
    "/to-inside": "nobody answers there, or the address is private",
    "/file": "it sends a file to download, and no page that could be seen",
    "/busy": "kept busy",
}


SECONDS = {"/busy": 3, "/endless": 12}
"""What these pages get, whatever they do; others have as many as a busy machine needs."""


class PutBack(datetime):
    """A clock that is put back by an hour after it was first asked."""

    asked = 0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        cls.asked += 1
        return datetime.now(tz) - timedelta(hours=int(cls.asked > 1))


@pytest.fixture(scope="module")
def site() -> Iterator[ThreadingHTTPServer]:
    with served() as server:
        yield server


def looked_at(site: ThreadingHTTPServer) -> dict[str, Seen | str]:
    """What one browser saw of each page, or why nothing."""
    found: dict[str, Seen | str] = {}
    base = f"http://127.0.0.1:{site.server_port}"
    policy = UrlPolicy.of([f"{base}/"])

    async def look_at_all() -> None:
        guard = lambda: BrowserProxy(policy, lambda: None, 20_000_000)  # noqa: E731
        async with capture.Camera(find_chromium(), guard, agent="monitor/1 (+us)") as camera:
            for path in (*SEEN, *FAILED):
                capture.MOST_SECONDS = SECONDS.get(path, 30)
                capture.datetime = PutBack if path == "/to-item" else datetime  # type: ignore[attr-defined]
                try:
                    found[path] = await camera.look(base + path)
                except WorkFailedError as failure:
                    found[path] = str(failure)

    asyncio.run(look_at_all())
    return found


def test_pages_that_mean_ill(site: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("MOST_SECONDS", 30), ("TO_LOAD", 1_000), ("SETTLE", 600)):
        monkeypatch.setattr(capture, name, value)
    monkeypatch.setattr(watch, "MOST_EXCHANGES", 20)
    looks = looked_at(site)
    for path, (status, happened) in SEEN.items():
        seen = looks[path]
        assert isinstance(seen, Seen), seen
        assert seen.status == status, path
        assert happened in " ".join(seen.happened), path
        assert seen.user_agent.endswith("monitor/1 (+us)")
        assert abs(seen.clock_moved + 3600 * (path == "/to-item")) < 1
        with Image.open(io.BytesIO(seen.picture)) as picture:
            assert picture.height <= capture.MOST_HEIGHT, path
        assert "root:" not in seen.html + "".join(one.body.decode("latin-1") for one in seen.exchanges), path
        assert all("monitor-guard" not in dict(one.headers) or path == "/forged" for one in seen.exchanges), path
    for path, why in FAILED.items():
        assert why in str(looks[path]), path
    base = f"http://127.0.0.1:{site.server_port}"
    for path in SEEN:
        seen = looks[path]
        assert isinstance(seen, Seen)
        assert seen.address == base + ("/item/1" if path == "/to-item" else path), (
            "what was asked for, not what is said"
        )
        assert seen.ip == "127.0.0.1", path
        assert seen.kept == ("in part" if path in ("/drip", "/crowd") else "whole"), path
    assert looks["/crowd"].left_out > 0  # type: ignore[union-attr]
    (drip,) = [one for one in looks["/drip"].exchanges if one.cut]  # type: ignore[union-attr]
    assert b"AUR3LIA" in drip.body
    assert "/innocent" in looks["/push"].shown_address  # type: ignore[union-attr]
    liar, endless = looks["/liar"], looks["/endless"]
    assert isinstance(liar, Seen)
    assert isinstance(endless, Seen)
    drawn = looks["/drawn"]
    assert isinstance(drawn, Seen)
    seen_there = [f"seen {name}" for name in STYLES["seen"]]
    lines = [" ".join(line.split()) for line in drawn.text.splitlines()]
    assert lines == ["over it", *seen_there] * 2, "pixels say it at the top and 9,000 pixels below"
    late = [one.status for one in drawn.exchanges if one.url == f"{base}/late.png"]
    assert late == [404], "what loads when it comes into sight is waited for"
    assert "<p>told</p>" in liar.html, "scripts cannot answer in the place of the page"
    assert endless.cut
    stated = statement(looks["/to-item"], None, "other", None, software="", settings=b"", clock=clock())  # type: ignore[arg-type]
    assert stated["clock_set_meanwhile"] == "by -3600.0 s"
    asked: list[str] = site.seen  # type: ignore[attr-defined]
    assert "/sw.js" not in asked, "no worker of the page outlives it"
    assert "cut off" in asked, "a flood ends at the guard"


@pytest.fixture
def workspace(site: ThreadingHTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with a case for each of three pages of the site."""
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    assert call("init", tmp_path / "w") == 0
    rows = [
        {"marketplace": "m", "listing_id": path, "url": f"http://127.0.0.1:{site.server_port}{path}",
         "seller_id": "s", "title": "AUR3LIA watch 1:1 replica"}
        for path in ("/item/1", "/item/2", "/secret", "/blocked", "/last")
    ]  # fmt: skip
    (tmp_path / "l.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert call("check", tmp_path / "l.jsonl", "--save", "-o", tmp_path / "o.csv") == 0
    return tmp_path / "w"


def call(*arguments: object) -> int:
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        return int(done.code or 0)
    return 0


def trust(workspace: Path, site: ThreadingHTTPServer, least: int = 0) -> None:
    """Let the monitor go to the site, and capture cases of this severity by itself."""
    file = workspace / "monitor.toml"
    text = file.read_text().replace("# from = 0", f"from = {least}")
    file.write_text(f'{text}\nprivate_hosts = ["127.0.0.1:{site.server_port}"]\n')


def packages(workspace: Path) -> dict[str, Path]:
    """The captures by what they show."""
    found = sorted((workspace / "evidence" / seal.PACKAGES).glob("case-*-capture-*"))
    return {json.loads((path / "about.json").read_bytes())["shows"]: path for path in found}


def test_cases_are_captured_by_themselves_as_they_are(
    workspace: Path, site: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("evidence", "capture", 1, "--by", "t") == 2
    said = capsys.readouterr().err
    assert "is on a private network" in said
    assert "name the host in [network] private_hosts" in said
    assert call("evidence", "capture", "--waiting") == 2
    assert "[captures]" in capsys.readouterr().err
    trust(workspace, site, least=30)
    assert call("evidence", "capture", "--waiting") == 1, "robots.txt forbids one, and one is blocked"
    said = capsys.readouterr()
    assert "2 made, 2 failed and tried again later, 1 wait for another run" in said.out
    assert "robots.txt asks to stay away" in said.err
    assert "THE SITE BLOCKED THE CAPTURE" in said.err
    found = packages(workspace)
    assert found.keys() == {"listing", "gone", "blocked"}
    assert check.verify(workspace / "evidence") == (3, [], [])
    assert "/secret" not in site.seen  # type: ignore[attr-defined]
    assert call("evidence", "waiting") == 0
    assert "THE SITE BLOCKED" in capsys.readouterr().out
    assert call("evidence", "capture", "--waiting") == 0, "what failed is tried again later, and not at once"
    assert "1 made, 2 wait for another run" in capsys.readouterr().out, "the site is asked again in another run"
    assert call("cases", "show", 1) == 0
    shown = capsys.readouterr().out
    assert "what was seen is a lead; what was sealed is evidence" in shown
    assert "evidence sealed, capture, by monitor: the page shows the listing (status 200)" in " ".join(shown.split())
    package = found["listing"]
    facts = json.loads((package / "capture.json").read_bytes())
    assert (facts["status"], facts["shows"], facts["ip"]) == (200, "listing", "127.0.0.1")
    assert facts["clock"].startswith("this machine's own")
    assert facts["proxy"].startswith("none")
    assert facts["settings_sha256"] == digest(package / "settings.sha256")
    listed = dict(line.split("  ")[::-1] for line in (package / "settings.sha256").read_text().splitlines())
    assert listed["monitor.toml"] == digest(workspace / "monitor.toml")
    assert "brands/aurelia/brand.toml" in listed
    assert json.loads((package / "crawl" / "record.json").read_bytes())["flags"]
    (read,) = json.loads((package / "record-at-capture.json").read_bytes())
    assert read["price"] == "19.00"
    check_archive(package / "page.wacz", facts["url"])
    assert facts["archive_checked"] == archive_check.SOUND
    capsys.readouterr()
    assert call("evidence", "verify", "--archives") == 0
    assert "4 web archives opened, each as WACZ asks." in capsys.readouterr().out
    (workspace / "evidence").rename(workspace / "elsewhere")
    assert call("evidence", "capture", 2, "--by", "t") == 1, "sealed evidence is missed"
    assert call("evidence", "capture", "--waiting", "--new-folder", "w") == 2
    assert call("evidence", "capture", 2, "--by", "t", "--new-folder", "moved") == 0, "a person may capture again"
    assert "THE LISTING WAS GONE" in capsys.readouterr().out
    (about,) = (workspace / "evidence" / seal.PACKAGES).glob("*/about.json")
    assert json.loads(about.read_bytes())["new_folder"] == "moved"
    with open_store(load_workspace(workspace)) as store:
        assert store.case(2).case.removed_at is not None, "a capture is a sighting, too"
        assert store.case(1).case.removed_at is None
    assert call("evidence", "capture") == 2


def test_what_a_person_does_not_see_is_not_what_was_captured(
    site: ThreadingHTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    monkeypatch.setattr(capture, "SETTLE", 200)
    assert call("init", tmp_path / "w") == 0
    trust(tmp_path / "w", site)
    toml = tmp_path / "w" / "monitor.toml"
    toml.write_text(
        toml.read_text().replace('private_hosts = ["', f'private_hosts = ["localhost:{site.server_port}", "')
    )
    paths = ["/leave", *(path for path in OTHER_CONTENT if path != "/away"), *STILL_THERE]
    rows = [
        {"marketplace": "m", "listing_id": path.replace("leave", "away"), "seller_id": "s", "title": UNSAID if path == "/unsaid" else FAKE,
         "url": f"http://127.0.0.1:{site.server_port}{path}", "price": "19.00", "currency": "EUR"} for path in paths
    ]  # fmt: skip
    (tmp_path / "l.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert call("check", tmp_path / "l.jsonl", "--save", "-o", tmp_path / "o.csv") == 0
    assert call("evidence", "capture", *range(1, len(paths) + 1), "--by", "t") == 0
    found = {}
    for package in (tmp_path / "w" / "evidence" / check.PACKAGES).iterdir():
        about = json.loads((package / "about.json").read_bytes())
        found[paths[int(about["case"]) - 1]] = about["shows"]
        compared = json.loads((package / "crawl" / "comparison.json").read_bytes())
        assert (compared["other_content"] == "no") == (about["shows"] == "listing")
        words = [one["again"] for one in compared["flags"] if one["rule"].startswith("counterfeit_word")]
        match paths[int(about["case"]) - 1]:
            case "/dearer":
                assert compared["differs"] == {"price": {"crawled": "19.00", "captured": "25.00"}}
                assert words == ["raised again"]
            case "/unsaid":
                assert words[0].startswith("NOT raised again"), "nobody can read them on the picture"
    assert found == {path: "listing" if path in STILL_THERE else "changed" for path in paths}
    assert "the site led to another one, localhost" in capsys.readouterr().out
    settings = load_workspace(tmp_path / "w")
    assert len(captured(settings)) == len(STILL_THERE), "the others are tried again"


def test_a_crawl_captures_what_it_found_when_it_is_done_and_waits_for_no_other_capture(
    site: ThreadingHTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    assert call("init", tmp_path / "w") == 0
    trust(tmp_path / "w", site, least=30)
    base = f"http://127.0.0.1:{site.server_port}"
    (tmp_path / "l.jsonl").write_text(json.dumps({"marketplace": "m", "url": f"{base}/busy", "title": FAKE}))
    assert call("check", tmp_path / "l.jsonl", "--save", "-o", tmp_path / "o.csv") == 0
    assert call("cases", "decide", 1, "dismissed", "--why", "w", "--by", "t") == 0
    target = f'[[target]]\nname = "it"\nargs = {{ url = "{base}/item/1", render = "0" }}\n'
    (tmp_path / "w" / "targets.toml").write_text(target)
    toml = tmp_path / "w" / "monitor.toml"
    certificates = Authority(tmp_path / "tsa").certificates if OPENSSL else None
    away = f'\n[timestamps]\nurl = "http://127.0.0.1:9/"\nauthority = "{certificates}"\n' if certificates else ""
    toml.write_text(toml.read_text() + away)
    site.seen.clear()  # type: ignore[attr-defined]
    with subprocess.Popen([sys.executable, "-m", "monitor", "evidence", "capture", "1", "--by", "t"]) as beside:
        while "/busy" not in site.seen:  # type: ignore[attr-defined]
            assert beside.poll() is None
            time.sleep(0.05)
        assert call("crawl") == 0
        still_there = beside.poll() is None
        beside.kill()
    said = capsys.readouterr().err
    assert "Captures of cases of severity 30 or more: 1 made." in said
    assert ("the timestamp waits" in said) == bool(away), "an authority is asked after a crawl, too"
    assert packages(tmp_path / "w").keys() == {"listing"}
    assert still_there, "a page that keeps a capture busy keeps no crawl and no other capture"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_archive(path: Path, url: str) -> None:
    """Read the archive as ReplayWeb.page does, by its index; and by the rules of its format."""
    from warcio.archiveiterator import ArchiveIterator

    assert archive_check.problems(path.read_bytes()) == []
    with zipfile.ZipFile(path) as archive:
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
        files = {name: archive.read(name) for name in archive.namelist()}
    package = json.loads(files["datapackage.json"])
    assert {one["path"]: (one["hash"], one["bytes"]) for one in package["resources"]} == {
        name: (f"sha256:{hashlib.sha256(content).hexdigest()}", len(content))
        for name, content in files.items()
        if not name.startswith("datapackage")
    }
    assert json.loads(files["datapackage-digest.json"])["hash"].endswith(
        hashlib.sha256(files["datapackage.json"]).hexdigest()
    )
    (page,) = [json.loads(line) for line in files["pages/pages.jsonl"].splitlines()[1:]]
    assert page["url"] == package["mainPageUrl"] == url
    warc, index = files["archive/data.warc.gz"], files["indexes/index.cdx"].decode().splitlines()
    assert index == sorted(index)
    bodies: dict[str, bytes] = {}
    for line in index:
        entry: dict[str, Any] = json.loads(line.split(" ", 2)[2])
        start = int(entry["offset"])
        record = next(
            iter(ArchiveIterator(io.BytesIO(warc[start : start + int(entry["length"])]), check_digests="raise"))
        )
        assert record.rec_headers["WARC-Target-URI"] == entry["url"]
        assert record.rec_headers["WARC-Payload-Digest"] == entry["digest"]
        assert record.http_headers.get_statuscode() == entry["status"]
        bodies[entry["url"]] = record.content_stream().read()
    assert bodies == {url: GOODS.encode()}
    kinds = {}
    for record in ArchiveIterator(io.BytesIO(warc)):
        kinds[record.rec_type, record.rec_headers.get_header("WARC-Target-URI")] = record.content_stream().read()
    asked = url.replace("/item/1", "/asked")
    assert kinds["request", asked] == b"order=1"
    assert {kind for kind, _ in kinds} == {"warcinfo", "request", "response"}
    assert gzip.decompress(warc).startswith(b"WARC/1.1")
