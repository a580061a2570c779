"""Pages read in processes beside the crawl: the same as here, and no page takes the crawl down."""

import asyncio
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from monitor.crawling.processes import SHARED
from monitor.crawling.reading import NotDoneError, Readers, read_there
from monitor.pages import Kind, Page

LIST = b"<html><body><ul>%s</ul></body></html>" % b"".join(
    b'<li><a href="/item/%d"><h3>Watch %d</h3></a><b class="price">EUR %d</b></li>' % (n, n, n) for n in range(10, 15)
)
URL = "https://shop.example/list"


def work(body: bytes, url: str, status: int, content_type: str) -> Page:
    if body == b"break":
        os._exit(3)
    if body == b"sleep":
        time.sleep(900)
    return read_there(body, url, status, content_type)


class WillNotArrive:
    """Work that cannot be unpacked in another process."""

    def __call__(self, body: bytes, url: str, status: int, content_type: str) -> Page:
        return read_there(body, url, status, content_type)

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (3,)


async def started(readers: Readers) -> None:
    """Reads until its processes read."""
    until = time.monotonic() + 300
    while readers.processes is None or not readers.processes.ready:
        assert time.monotonic() < until
        await readers.read(LIST, URL, 200, "text/html")
        await asyncio.sleep(0.02)


def test_processes_read_the_same() -> None:
    async def run() -> None:
        readers = Readers(here=0)
        here = await readers.read(LIST, URL, 200, "text/html")
        await started(readers)
        there = await readers.read(LIST, URL, 200, "text/html")
        long = LIST + b" " * SHARED  # goes another way than through shared memory
        several = await asyncio.gather(*(readers.read(one, URL, 200, "text/html") for one in [LIST, long] * 5))
        readers.close()
        assert here == there
        assert several == [here] * 10
        assert there.kind is Kind.SEARCH
        assert there.links == here.links
        assert len(there.links.products) == 5

    asyncio.run(run())
    assert_no_child()


@pytest.mark.parametrize(("body", "says"), [(b"break", "broke its reader"), (b"sleep", "took longer than 1 seconds")])
def test_a_page_that_breaks_its_reader_is_told_and_the_others_are_read(body: bytes, says: str) -> None:
    async def run() -> None:
        readers = Readers(work, here=0, patience=1)
        await started(readers)
        pages = [readers.read(one, URL, 200, "text/html") for one in (LIST, LIST, body, LIST, LIST)]
        found = await asyncio.gather(*pages, return_exceptions=True)
        assert [type(one).__name__ for one in found] == ["Page", "Page", "NotDoneError", "Page", "Page"]
        assert isinstance(found[2], NotDoneError)
        assert says in str(found[2])
        assert (await readers.read(LIST, URL, 200, "text/html")).kind is Kind.SEARCH
        readers.close()

    asyncio.run(run())
    assert_no_child()


def test_where_no_process_can_start_pages_are_read_in_the_crawl() -> None:
    async def run() -> None:
        readers = Readers(WillNotArrive(), here=0)
        await readers.read(LIST, URL, 200, "text/html")
        assert readers.processes is not None
        until = time.monotonic() + 300
        while readers.processes.running:
            assert time.monotonic() < until
            await asyncio.sleep(0.02)
        assert (await readers.read(LIST, URL, 200, "text/html")).kind is Kind.SEARCH
        readers.close()

    asyncio.run(run())
    assert_no_child()


def assert_no_child() -> None:
    until = time.monotonic() + 300
    while multiprocessing.active_children():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_the_processes_end_with_the_crawl_however_it_ends() -> None:
    code = (
        "import asyncio, os, signal\n"
        "from monitor.crawling.reading import Readers\n"
        "from tests.crawling.test_reading import started\n"
        "async def run():\n"
        "    readers = Readers(here=0)\n"
        "    await started(readers)\n"
        "    print(*(child.pid for child in readers.processes.running), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(run())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True, check=False
    )
    children = [int(pid) for pid in done.stdout.split()]
    assert children
    until = time.monotonic() + 300
    while any(Path(f"/proc/{pid}/stat").exists() and _alive(pid) for pid in children):
        assert time.monotonic() < until
        time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
