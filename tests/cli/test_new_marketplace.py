"""A new marketplace in a copy of the checkout: what is written, and the test that fails until the page is read."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

ROOT = Path(__file__).parents[2]
PAGE = b"""<!doctype html><html><head><title>Aurelia 40</title><script type="application/ld+json">
{"@type": "Product", "name": "Aurelia 40", "offers": {"@type": "Offer", "price": "1290.00", "priceCurrency": "EUR"}}
</script></head><body><h1>Aurelia 40</h1><p class="by">at the counter: <a href="/shop/9">Uhren Meyer</a></p></body></html>"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the command needs of the project."""
    for name in ("spiders", "pipelines", "detectors", "monitor", "tests/spiders"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("scrapy.cfg", "pyproject.toml", "tests/conftest.py", "tests/forked.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "page.html").write_bytes(PAGE)
    return tmp_path


def call(checkout: Path, *arguments: str, module: str = "monitor") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=300, check=False)


def test_from_a_saved_page_to_a_spider_that_reads_it(checkout: Path) -> None:
    url = "https://www.chrono.example/item/1"
    done = call(checkout, "new-marketplace", "chrono", url, "--page", "page.html")
    assert done.returncode == 0, done.stderr
    assert "  price         1290.00" in done.stdout
    assert "  seller_name   - not read" in done.stdout
    assert "  brand         - not read" in done.stdout
    assert "Wrote monitor/pages/sites/chrono.py" in done.stdout
    test = ("tests/spiders/test_saved_pages.py", "-q", "-k", "chrono", "-p", "no:cacheprovider")
    failing = call(checkout, *test, module="pytest")
    assert failing.returncode == 1
    assert "look at the page" in failing.stdout
    assert "brand         read None, expected None" in failing.stdout
    sheet = checkout / "tests/spiders/saved/chrono/product.json"
    said = json.loads(sheet.read_text("utf-8"))
    said["checked"] = True
    said["expected"] |= {"seller_id": "9", "seller_name": "Uhren Meyer"}
    sheet.write_text(json.dumps(said), "utf-8")
    failing = call(checkout, *test, module="pytest")
    assert "seller_id     read None, expected '9'" in failing.stdout
    rules = checkout / "monitor/pages/sites/chrono.py"
    more = (
        'hosts=["chrono.example"], fields={"seller_name": ".by a", "seller_url": ".by a@href"}, seller=r"/shop/(\\d+)",'
    )
    rules.write_text(rules.read_text("utf-8").replace('hosts=["chrono.example"],', more), "utf-8")
    passing = call(checkout, *test, module="pytest")
    assert passing.returncode == 0, passing.stdout
    assert "chrono" in call(checkout, "list", module="scrapy").stdout.split()
    again = call(checkout, "new-marketplace", "chrono", url, "--page", "page.html")
    assert (again.returncode, "spiders/chrono.py is there already" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("../evil", "https://a.example/1"), "is no name for a spider"),
        (("class", "https://a.example/1"), "is no name for a spider"),
        (("amazon", "https://a.example/1"), "spiders/amazon.py is there already"),
        (("mine", "nonsense"), "this is no web address"),
        (("mine", "https://www.amazon.de/dp/B000000001"), "amazon.de has rules already"),
        (("mine", "http://user:word@a.example/1"), "carries a user name or a password"),
        (("mine", "https://a.example/1", "--page", "none.html"), "none.html: cannot be read"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(checkout: Path, arguments: tuple[str, ...], says: str) -> None:
    before = sorted(checkout.rglob("*.py"))
    done = call(checkout, "new-marketplace", *arguments)
    assert done.returncode in (1, 2)
    assert says in done.stderr
    assert sorted(checkout.rglob("*.py")) == before


class Handler(BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, tuple[int, bytes, str]]] = {}

    def do_GET(self) -> None:
        status, body, location = self.answers.get(self.path, (404, b"", ""))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_page_is_fetched_as_a_good_guest(site: str) -> None:
    from monitor.cli._one_page import fetch_page
    from monitor.errors import WorkFailedError

    Handler.answers = {
        "/robots.txt": (200, b"User-agent: *\nDisallow: /private", ""),
        "/item/1": (200, PAGE, ""),
        "/moved": (302, b"", "/item/1"),
        "/away": (302, b"", "http://127.0.0.1:9/"),
        "/large": (200, b"x" * 20_000_001, ""),
    }
    assert fetch_page(f"{site}/item/1") == fetch_page(f"{site}/moved") == PAGE
    for path, says in (
        ("/private/1", "robots.txt asks"),
        ("/none", "the site answered 404"),
        ("/away", "which is on a private network"),
        ("/large", "longer than 20 MB"),
    ):
        with pytest.raises(WorkFailedError, match=says):
            fetch_page(f"{site}{path}")
