"""The saved pages of real shops, served as one marketplace by the tool that comes with them."""

import json
import socket
import subprocess
import sys
import time
import urllib.request

import pytest


@pytest.fixture(scope="module")
def marketplace(shared):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(shared / "tools" / "serve_pages.py"), str(shared / "data" / "product_pages")]
    with subprocess.Popen([*command, "--port", str(port)], stdout=subprocess.DEVNULL) as server:
        url = f"http://127.0.0.1:{port}/"
        for _ in range(100):
            try:
                urllib.request.urlopen(url).close()
                break
            except OSError:
                time.sleep(0.1)
        yield url
        server.terminate()


@pytest.mark.shared
def test_what_can_be_read_of_real_pages_is_stored(marketplace, shared, crawl) -> None:
    done = crawl("shop", "-a", f"url={marketplace}sitemap.xml", "-a", "render=0")
    assert done.code == 0, done.said
    assert "Traceback" not in done.said
    pages = len(json.loads((shared / "data" / "product_pages" / "truth.json").read_text("utf-8")))
    assert f"shop: {pages + 1} pages" in done.said
    assert len(done.rows) > pages / 2
    assert f"{len(done.rows)} listings stored" in done.said
