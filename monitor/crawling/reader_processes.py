"""Processes that read pages. A page goes to one of them through memory that both share, its answer back through a pipe.

The crawl's own thread hands over and takes back, as other threads would wait for their turn while the crawl computes. A
process has the next page at hand while it reads one. If it breaks, the page that it was reading is known.
"""

import asyncio
import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import NamedTuple

from monitor.pages import Page, read_page

AHEAD = 2
"""Pages that a process has at hand: the one that it reads, and the next."""
SHARED = 2_000_000
"""Bytes of memory shared for each of them; a longer page goes through the pipe."""
ATTEMPTS = 2
"""How often a page is read that breaks its reader, since processes end for other reasons too."""

Work = Callable[[bytes, str, int, str], Page]
Slots = Sequence[ctypes.Array[ctypes.c_char]]


class PageToRead(NamedTuple):
    """A page as it was fetched."""

    body: bytes
    url: str
    status: int
    content_type: str


class PageNotReadError(Exception):
    """A page that broke its reader, or kept it for too long; the text goes after the page's address."""


class _BrokenError(Exception):
    """A process ended; `guilty` says that it was reading this page."""

    def __init__(self, *, guilty: bool) -> None:
        super().__init__()
        self.guilty = guilty


class ReaderProcesses:
    """Some processes; they belong to the event loop in which they were started. `stop` ends them."""

    def __init__(self, count: int, work: Work, patience: float) -> None:
        """`patience` are the seconds that one page may take."""
        self._work, self._patience = work, patience
        self._places = asyncio.Semaphore(count * AHEAD)
        self.running = [self._start() for _ in range(count)]

    @property
    def ready(self) -> bool:
        """Whether a process has started, so that a page need not wait for it."""
        return any(process.ready for process in self.running)

    async def read(self, page: PageToRead) -> Page:
        """What a page says. Raises PageNotReadError."""
        async with self._places:
            attempts = 0
            while self.running and attempts < ATTEMPTS:
                process = min(self.running, key=lambda one: (len(one.asked) >= AHEAD, not one.ready, len(one.asked)))
                try:
                    return await process.read(page)
                except _BrokenError as broken:
                    attempts += broken.guilty
        raise PageNotReadError("broke its reader" if self.running else "found no process to read it")

    def stop(self) -> None:
        """End the processes; a page that still waits is not read."""
        running, self.running = self.running, []
        for process in running:
            process.end(PageNotReadError("was not read before the crawl ended"))

    def _start(self) -> "ReaderProcess":
        return ReaderProcess(self._work, self._patience, self._ended)

    def _ended(self, process: "ReaderProcess") -> None:
        if process not in self.running:
            return
        if process.ready:
            self.running[self.running.index(process)] = self._start()
        else:  # where one cannot start, another could not either
            self.stop()


class ReaderProcess:
    """One process and the pages that it was asked to read, the one that it reads first."""

    def __init__(self, work: Work, patience: float, ended: Callable[["ReaderProcess"], None]) -> None:
        context = multiprocessing.get_context("spawn")
        self._slots = [context.RawArray(ctypes.c_char, SHARED) for _ in range(AHEAD)]
        self._free = list(range(AHEAD))
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=serve, args=(theirs, self._slots, work), daemon=True)
        self._child.start()
        theirs.close()
        self._sending = asyncio.Lock()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._pipe.fileno(), self._hear)
        self._patience, self._ended = patience, ended
        self._clock: asyncio.TimerHandle | None = None
        self.asked: deque[tuple[asyncio.Future[Page], int]] = deque()
        self.ready = False

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._child.pid

    async def read(self, page: PageToRead) -> Page:
        """What a page says. Raises PageNotReadError where it takes too long, and _BrokenError."""
        answer: asyncio.Future[Page] = self._loop.create_future()
        slot = self._free.pop()
        self.asked.append((answer, slot))
        if len(self.asked) == 1 and self.ready:
            self._begin()
        try:
            async with self._sending:
                await self._send(page, slot)
        except OSError:
            self._hear()  # it ended, which is heard in the pipe
        return await answer

    async def _send(self, page: PageToRead, slot: int) -> None:
        size = len(page.body)
        if size <= SHARED:
            memoryview(self._slots[slot]).cast("B")[:size] = page.body
        self._pipe.send((slot, size, *page[1:]))
        if size > SHARED:
            await asyncio.to_thread(self._pipe.send_bytes, page.body)

    def _begin(self) -> None:
        """Look at the clock: the first page begins to be read."""
        if self._clock is not None:
            self._clock.cancel()
        self._clock = self._loop.call_later(self._patience, self._too_long) if self.asked else None

    def _hear(self) -> None:
        """An answer, or the end."""
        if self._pipe.closed:
            return
        try:
            said: Page | Exception | None = self._pipe.recv()
        except Exception:  # noqa: BLE001 - the pipe's end, or what a broken process wrote last
            self.end(_BrokenError(guilty=True))
            return
        if self.ready:
            answer, slot = self.asked.popleft()
            self._free.append(slot)
            if not answer.done():
                answer.set_exception(said) if isinstance(said, Exception) else answer.set_result(said)  # type: ignore[arg-type]
        self.ready = True
        self._begin()

    def _too_long(self) -> None:
        self.end(PageNotReadError(f"took longer than {self._patience:g} seconds to read"))

    def end(self, reason: Exception) -> None:
        """Kill it. The page that it was reading hears the reason, the next one that its process broke."""
        if self._pipe.closed:
            return
        self._loop.remove_reader(self._pipe.fileno())
        self._pipe.close()
        self._child.kill()
        if self._clock is not None:
            self._clock.cancel()
        asked, self.asked = self.asked, deque()
        self._ended(self)
        for place, (answer, _) in enumerate(asked):
            if not answer.done():
                answer.set_exception(_BrokenError(guilty=False) if place else reason)


def serve(pipe: Connection, slots: Slots, work: Work) -> None:
    """In a process: read pages until the crawl ends."""
    _leave_signals_to_the_crawl()
    read_page(b"<!doctype html><h1>x</h1>", "https://shop.example/")
    gc.freeze()  # what was imported stays, and need not be looked through for garbage
    pipe.send(None)
    while True:
        try:
            slot, size, url, status, content_type = pipe.recv()
        except (EOFError, OSError):
            return
        body = memoryview(slots[slot]).cast("B")[:size].tobytes() if size <= SHARED else pipe.recv_bytes()
        try:
            pipe.send(work(body, url, status, content_type))
        except Exception as failure:  # noqa: BLE001 - it is raised where the page was asked for
            pipe.send(failure)


def _leave_signals_to_the_crawl() -> None:
    """Leave Ctrl-C to the crawl, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
