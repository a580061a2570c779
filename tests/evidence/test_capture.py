"""A capture in a real Chromium, of a real server on loopback."""

import gzip
import io
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PIL import Image

import monitor.evidence.capture as evidence
from monitor.chromium import find_chromium
from monitor.cli import main
from monitor.crawling.browser_proxy import BrowserProxy
from monitor.errors import WorkFailedError
from monitor.evidence.seal import PACKAGES, verify
from monitor.net import UrlPolicy

pytestmark = pytest.mark.browser
PAGE = b"<title>Watch</title><h1>Replica</h1><img src='http://127.0.0.1:47001/inside.png'><div style='height:3000px'></div>"

PAGES = {
    "/item/1": PAGE,
    "/liar": b"<script>Object.defineProperty(document.documentElement,'scrollHeight',{value:'x'})</script>",
    "/busy": b"<script>addEventListener('load', () => setTimeout(() => { for (;;); }, 1))</script>",
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        gone = self.path not in PAGES
        self.send_response(404 if gone else 200)
        self.send_header("Content-Type", "text/html")
        body = b"<h1>Removed</h1>" if gone else PAGES[self.path]
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def call(*arguments: object) -> int:
    try:
        main([str(argument) for argument in arguments])
    except SystemExit as done:
        return int(done.code or 0)
    return 0


def test_a_page_is_captured_as_seen(
    site: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if find_chromium() is None:
        pytest.skip("needs a Chromium")
    pytest.importorskip("warcio")
    from warcio.archiveiterator import ArchiveIterator

    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    monkeypatch.setenv("MONITOR_WORKSPACE", str(tmp_path / "w"))
    assert call("init", tmp_path / "w") == 0
    listings = tmp_path / "l.jsonl"
    rows = [
        {"marketplace": "m", "listing_id": path, "url": f"http://127.0.0.1:{site}{path}", "seller_id": "s",
         "title": "AUR3LIA watch 1:1 replica"} for path in ("/item/1", "/item/2")
    ]  # fmt: skip
    listings.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert call("check", listings, "--save", "-o", tmp_path / "o.csv") == 0
    assert call("evidence", "capture", 1, "--by", "t") == 2
    assert "is on a private network" in capsys.readouterr().err
    with (tmp_path / "w" / "monitor.toml").open("a", encoding="utf-8") as file:
        file.write(f'\nprivate_hosts = ["127.0.0.1:{site}"]\n')
    assert call("evidence", "capture", 1, "--by", "t") == 0, capsys.readouterr().err
    (package,) = (tmp_path / "w" / "evidence" / PACKAGES).iterdir()
    with Image.open(package / "screenshot.png") as picture:
        assert picture.height > 3000
    facts = json.loads((package / "capture.json").read_bytes())
    assert (facts["status"], facts["url"]) == (200, rows[0]["url"])
    archive = io.BytesIO((package / "exchanges.warc.gz").read_bytes())
    kept = {one.rec_headers["WARC-Target-URI"]: one.content_stream().read() for one in ArchiveIterator(archive)}
    assert kept[rows[0]["url"]] == PAGE
    assert gzip.decompress((package / "exchanges.warc.gz").read_bytes()).startswith(b"WARC/1.")
    assert "1 connections to private addresses refused" in json.loads((package / "about.json").read_bytes())["note"]
    assert call("evidence", "capture", 2, "--by", "t") == 0, "a page that is gone is evidence too"
    assert verify(tmp_path / "w" / "evidence") == (2, [], [])


@pytest.mark.parametrize(("path", "said"), [("/liar", ""), ("/busy", "kept busy")])
def test_hostile_pages(site: int, path: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_chromium() is None:
        pytest.skip("needs a Chromium")
    monkeypatch.setattr(evidence, "MOST_SECONDS", 4)
    url = f"http://127.0.0.1:{site}{path}"
    guard = BrowserProxy(UrlPolicy.of([url]), lambda: None)
    if said:
        with pytest.raises(WorkFailedError, match=said):
            evidence.capture(url, find_chromium(), guard)
        return
    assert evidence.capture(url, find_chromium(), guard).picture.startswith(b"\x89PNG")
