"""Pages are read beside the crawl, in processes of their own as soon as there is enough to read.

A page takes milliseconds of processor, and on one core the crawl would stand still for as long. And whoever writes a
page to break its reader breaks one of these processes, which is told and replaced, and not the crawl.
"""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial

from monitor.pages import Kind, Links, Page, read_page

LARGE_PAGE = 500_000
"""Bytes from which on a page leaves the event loop in any case."""
SECONDS_HERE = 1.0
"""Reading that is done here before processes are worth their start."""
SECONDS_A_PAGE = 60.0
MOST_PROCESSES = 4
GOODS = frozenset({Kind.PRODUCT, Kind.OFFERS})


class PageNotReadError(Exception):
    """A page that broke its reader, or kept it for too long; the text goes after the page's address."""


Work = Callable[[bytes, str, int, str], Page]


class Readers:
    """Reads pages for one crawl. `close` ends its processes."""

    def __init__(
        self, work: Work | None = None, *, here: float = SECONDS_HERE, patience: float = SECONDS_A_PAGE
    ) -> None:
        """`here` are the seconds of reading before processes are started, `patience` those that one page may take."""
        self._work = work or read_there
        self._limit, self._patience = here, patience
        self._here = 0.0
        self._several: _Pool | None = None
        self._careful: _Pool | None = None
        self._one_by_one = asyncio.Lock()

    async def read(self, body: bytes, url: str, status: int, content_type: str) -> Page:
        """What a page says. Raises PageNotReadError."""
        page = body, url, status, content_type
        pool = self._several
        if pool is None or not pool.ready:
            return await self._read_here(page)
        try:
            return await pool.read(self._work, page, self._patience)
        except (BrokenProcessPool, TimeoutError):
            self._drop(pool)
        return await self._read_carefully(page)

    def close(self) -> None:
        """End the processes."""
        for pool in (self._several, self._careful):
            if pool is not None:
                pool.stop()
        self._several = self._careful = None

    async def _read_here(self, page: tuple[bytes, str, int, str]) -> Page:
        body, url, status, content_type = page
        began = time.process_time()
        read = partial(read_page, body, url, status=status, content_type=content_type)
        found = await asyncio.to_thread(read) if len(body) > LARGE_PAGE else read()
        self._here += time.process_time() - began
        if self._here > self._limit and self._several is None:
            self._several = _Pool(min(MOST_PROCESSES, os.cpu_count() or 1))
        return found

    async def _read_carefully(self, page: tuple[bytes, str, int, str]) -> Page:
        """Once more, alone: one page broke the pool, and took with it the others that were being read."""
        async with self._one_by_one:
            if self._careful is None:
                self._careful = _Pool(1)
            try:
                await self._careful.started()
                return await self._careful.read(self._work, page, self._patience)
            except TimeoutError:
                reason = f"took longer than {self._patience:g} seconds to read"
            except BrokenProcessPool:
                reason = "broke its reader"
            self._careful.stop()
            self._careful = None
            raise PageNotReadError(reason)

    def _drop(self, pool: "_Pool") -> None:
        if self._several is pool:
            self._several, self._here = None, 0.0
            pool.stop()


class _Pool:
    """Some processes; `ready` once one of them has started."""

    def __init__(self, count: int) -> None:
        before = set(multiprocessing.active_children())
        context = multiprocessing.get_context("spawn")
        self._executor = ProcessPoolExecutor(count, mp_context=context, initializer=_begin)
        self._warm = [self._executor.submit(_warm) for _ in range(count)]
        self._children = set(multiprocessing.active_children()) - before

    @property
    def ready(self) -> bool:
        return any(one.done() for one in self._warm)

    async def started(self) -> None:
        """Wait for all processes. Raises BrokenProcessPool."""
        await asyncio.gather(*map(asyncio.wrap_future, self._warm))

    async def read(self, work: Work, page: tuple[bytes, str, int, str], patience: float) -> Page:
        """Raises BrokenProcessPool and TimeoutError."""
        return await asyncio.wait_for(asyncio.wrap_future(self._executor.submit(work, *page)), patience)

    def stop(self) -> None:
        """Kill the processes; whoever waits for one of them hears that the pool broke."""
        for child in self._children:
            child.kill()
        self._executor.shutdown(wait=False)


def _begin() -> None:
    """In each process: leave Ctrl-C to the crawl, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _warm() -> None:
    read_page(b"<!doctype html><h1>x</h1>", "https://shop.example/")


def read_there(body: bytes, url: str, status: int, content_type: str) -> Page:
    """In a process: the page, with its links worked out where the crawl will ask for them."""
    page = read_page(body, url, status=status, content_type=content_type)
    links = Links() if page.kind in GOODS else page.links
    return replace(page, find_links=partial(_same, links))


def _same(links: Links) -> Links:
    return links
