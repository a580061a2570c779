"""A real site on loopback, and real crawls of it in processes of their own (a Twisted reactor starts once)."""

import json
import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.spiders.forked import ForkedCrawl

ROOT = Path(__file__).parents[2]


@dataclass
class Answer:
    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    seconds: float = 0.0
    busy: int = 0
    """So many times it answers first that it has no time."""
    busy_status: int = 429
    busy_headers: Mapping[str, str] = field(default_factory=lambda: {"Retry-After": "1"})


class Site:
    """Answers by path; what is not in `pages` is 404. `visits` are the paths that were asked for, with their headers."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.visits: list[tuple[str, Mapping[str, str]]] = []
        self.moments: list[tuple[str, float]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                asked = {name.title(): value for name, value in self.headers.items()}
                site.visits.append((self.path, asked))
                site.moments.append((self.path, time.monotonic()))
                answer = site.pages.get(self.path, Answer(b"Not found", 404))
                if answer.headers.get("ETag") and answer.headers["ETag"] == asked.get("If-None-Match"):
                    answer = Answer(b"", 304, {"ETag": answer.headers["ETag"]})
                elif answer.headers.get("Last-Modified", "") == asked.get("If-Modified-Since"):
                    answer = Answer(b"", 304)
                time.sleep(answer.seconds)
                if answer.busy:
                    answer.busy -= 1
                    answer = Answer(b"Busy", answer.busy_status, answer.busy_headers)
                try:
                    self.send_response(answer.status)
                    for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(answer.body)
                except OSError:
                    self.close_connection = True

            def handle(self) -> None:
                with suppress(OSError):  # a crawler that is killed says no goodbye
                    super().handle()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.visits]

    def page(self, path: str, html: str | bytes, **values: Any) -> None:
        self.pages[path] = Answer(html.encode() if isinstance(html, str) else html, **values)

    def product(
        self, path: str, title: str, *, price: str = "49.90", images: tuple[str, ...] = (), **values: Any
    ) -> None:
        """A product page as shops have it."""
        data = {
            "@context": "https://schema.org",
            "@type": "Product",
            "name": title,
            "sku": path.rpartition("/")[2],
            "image": list(images),
            "offers": {
                "@type": "Offer",
                "price": price,
                "priceCurrency": "EUR",
                "availability": "https://schema.org/InStock",
                "seller": {"@type": "Organization", "name": "Corner Shop"},
            },
        }
        script = json.dumps(data).replace("</", "<\\/")
        head = f'<title>Shop</title><script type="application/ld+json">{script}</script>'
        self.page(path, f"<!doctype html><html><head>{head}</head><body><h1>Product</h1></body></html>", **values)

    def catalogue(self, path: str, links: list[str], following: str = "") -> None:
        items = "".join(f'<li><a href="{link}"><img alt="">Product {n}</a> 10 EUR</li>' for n, link in enumerate(links))
        more = f'<a rel="next" href="{following}">next</a>' if following else ""
        self.page(path, f"<!doctype html><html><body><h1>Products</h1><ul>{items}</ul>{more}</body></html>")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    yield from serve()


@pytest.fixture(scope="module")
def forbidden_site() -> Iterator[Site]:
    """A site that no crawl may visit."""
    yield from serve()


def serve() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join()


@dataclass
class Crawl:
    """A crawl that has ended: exit code, all that it printed, and the rows of its feed."""

    code: int
    said: str
    rows: list[dict[str, Any]]
    workspace: Path
    feed: Path


Crawler = Callable[..., Crawl]


def make_workspace(folder: Path, *, words: bool = False) -> Path:
    """A workspace of one mark; `words` in photos are read where a test is about them, as the models take seconds."""
    brand = folder / "brands" / "aurelia"
    brand.mkdir(parents=True)
    (folder / "monitor.toml").write_text(
        f'[images]\nwords = {str(words).lower()}\n[politeness]\ndelay = 0\ncontact = "https://brand.example/crawler"\n'
    )
    (brand / "brand.toml").write_text('name = "Aurelia"\n[[trademark]]\ntext = "AURELIA"\n')
    return folder


def start_crawl(
    workspace: Path, feed: Path, *arguments: str, largest_file: int = 0, proxy: str = "", keys: Mapping[str, str] = {}
) -> ForkedCrawl:
    """`largest_file` is the size in bytes that no file of the crawl can outgrow: a disk that is full.

    `proxy` answers in the place of all hosts; `keys` are added to the environment.
    """
    environment = {**os.environ, "MONITOR_WORKSPACE": str(workspace)}
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "SCRAPY_SETTINGS_MODULE"):
        environment.pop(name, None)
    environment |= keys
    if proxy:
        environment["http_proxy"] = proxy
    return ForkedCrawl(["crawl", *arguments, "-O", str(feed)], environment, largest_file)


def rows_of(feed: Path) -> list[dict[str, Any]]:
    """The whole lines of a JSON lines feed."""
    if not feed.exists():
        return []
    return [json.loads(line) for line in feed.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Crawler:
    """Run `scrapy crawl` with arguments to its end, by default in a fresh workspace."""

    def run(
        *arguments: str,
        workspace: Path | None = None,
        feed: str = "all.jsonl",
        proxy: str = "",
        keys: Mapping[str, str] = {},
    ) -> Crawl:
        folder = tmp_path_factory.mktemp("crawl")
        where = workspace or make_workspace(folder / "workspace")
        process = start_crawl(where, folder / feed, *arguments, proxy=proxy, keys=keys)
        said, _ = process.communicate(timeout=300)
        rows = rows_of(folder / feed) if feed.endswith(".jsonl") else []
        return Crawl(process.returncode, said, rows, where, folder / feed)

    return run


@dataclass
class Running:
    """A crawl that has been started."""

    process: ForkedCrawl
    workspace: Path
    feed: Path

    def wait_for_rows(self, count: int) -> None:
        """Until the feed shows so many listings as stored."""
        until = time.monotonic() + 300
        while len(rows_of(self.feed)) < count:
            assert self.process.poll() is None, self.process.communicate(timeout=300)[0]
            assert time.monotonic() < until
            time.sleep(0.05)

    def end(self) -> Crawl:
        """Its end."""
        said, _ = self.process.communicate(timeout=300)
        return Crawl(self.process.returncode, said, rows_of(self.feed), self.workspace, self.feed)


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Start `scrapy crawl` in a fresh workspace, or in one that is there."""
    started: list[Running] = []

    def start(*arguments: str, workspace: Path | None = None, **limits: int) -> Running:
        where = workspace or make_workspace(tmp_path / "workspace")
        feed = tmp_path / f"{len(started)}.jsonl"
        started.append(Running(start_crawl(where, feed, *arguments, **limits), where, feed))
        return started[-1]

    yield start
    for running in started:
        if running.process.poll() is None:
            running.process.kill()
            running.process.communicate(timeout=300)
