"""Pages are read beside the crawl, in processes of their own as soon as there is enough to read.

A page takes milliseconds of processor, and on one core the crawl would stand still for as long. And whoever writes a
page to break its reader breaks one of these processes, which is told and replaced, and not the crawl.
"""

import asyncio
import os
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from monitor.crawling.processes import NotDoneError, Processes, Task
from monitor.pages import Kind, Links, Page, read_page

__all__ = ["NotDoneError", "Readers", "read_there"]

LARGE_PAGE = 500_000
"""Bytes from which on a page leaves the event loop in any case."""
SECONDS_HERE = 1.0
"""Reading that is done here before processes are worth their start."""
SECONDS_A_PAGE = 60.0
MOST_PROCESSES = 4
GOODS = frozenset({Kind.PRODUCT, Kind.OFFERS})


class Readers:
    """Reads pages for one crawl. `close` ends its processes."""

    def __init__(
        self, work: Callable[..., Page] | None = None, *, here: float = SECONDS_HERE, patience: float = SECONDS_A_PAGE
    ) -> None:
        """`here` are the seconds of reading before processes are started, `patience` those that one page may take."""
        self._task = Task(work=work or read_there, prepare=warm, patience=patience)
        self._limit = here
        self._here = 0.0
        self.processes: Processes[Page] | None = None

    async def read(self, body: bytes, url: str, status: int, content_type: str) -> Page:
        """What a page says. Raises NotDoneError."""
        if self.processes is not None and self.processes.ready:
            return await self.processes.do(body, url, status, content_type)
        return await self._read_here(body, url, status, content_type)

    def close(self) -> None:
        """End the processes."""
        if self.processes is not None:
            self.processes.stop()
        self.processes = None

    async def _read_here(self, body: bytes, url: str, status: int, content_type: str) -> Page:
        began = time.process_time()
        read = partial(read_page, body, url, status=status, content_type=content_type)
        found = await asyncio.to_thread(read) if len(body) > LARGE_PAGE else read()
        self._here += time.process_time() - began
        if self._here > self._limit and self.processes is None:
            count = min(MOST_PROCESSES, os.cpu_count() or 1)
            self.processes = Processes(count, self._task)
        return found


def warm() -> None:
    """In a process: what the first page would wait for."""
    read_page(b"<!doctype html><h1>x</h1>", "https://shop.example/")


def read_there(body: bytes, url: str, status: int, content_type: str) -> Page:
    """In a process: the page, with its links worked out where the crawl will ask for them."""
    page = read_page(body, url, status=status, content_type=content_type)
    links = Links() if page.kind in GOODS else page.links
    return replace(page, find_links=partial(_same, links))


def _same(links: Links) -> Links:
    return links
