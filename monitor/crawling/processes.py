"""Processes for what strangers wrote: pages and pictures. Whoever breaks one does not break the crawl.

A piece goes to one of them through memory that both share, its answer back through a pipe. The crawl's own thread hands
over and takes back, as other threads would wait for their turn while the crawl computes. A process has the next piece
at hand while it works on one. If it breaks, the piece that it was working on is known.
"""

import asyncio
import ctypes
import gc
import logging
import multiprocessing
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

AHEAD = 2
"""Pieces that a process has at hand: the one that it works on, and the next."""
SHARED = 2_000_000
"""Bytes of memory shared for each of them; a longer piece goes through the pipe."""
ATTEMPTS = 2
"""How often a piece is tried that breaks its process, since processes end for other reasons too."""

T = TypeVar("T")
Slots = Sequence[ctypes.Array[ctypes.c_char]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[T]):
    """What is done in the processes; all of it must be importable there.

    `work` is given the bytes of a piece and what else is asked with them. `prepare` is called once at the start of a
    process. `patience` are the seconds that one piece may take; `memory` the bytes that a process may take beyond what
    it has when it is prepared, 0 for as many as there are.
    """

    work: Callable[..., T]
    prepare: Callable[[], object]
    patience: float
    memory: int = 0


class NotDoneError(Exception):
    """A piece that broke its process, or kept it for too long; the text goes after what the piece is."""


class _BrokenError(Exception):
    """A process ended; `guilty` says that it was working on this piece."""

    def __init__(self, *, guilty: bool) -> None:
        super().__init__()
        self.guilty = guilty


class Processes(Generic[T]):
    """Some processes; they belong to the event loop in which they were started. `stop` ends them."""

    def __init__(self, count: int, task: Task[T]) -> None:
        self._task = task
        self._places = asyncio.Semaphore(count * AHEAD)
        self.running = [self._start() for _ in range(count)]

    @property
    def ready(self) -> bool:
        """Whether a process has started, so that a piece need not wait for it."""
        return any(process.ready for process in self.running)

    async def do(self, piece: bytes | Callable[[], bytes], *asked: object) -> T:
        """What comes of a piece, which may be loaded when its turn comes: on a thread, as that takes time.

        Raises NotDoneError, and what the work and the loading raise.
        """
        async with self._places:
            body = piece if isinstance(piece, bytes) else await asyncio.to_thread(piece)
            attempts = 0
            while self.running and attempts < ATTEMPTS:
                process = min(self.running, key=lambda one: (len(one.asked) >= AHEAD, not one.ready, len(one.asked)))
                try:
                    return await process.do(body, asked)
                except _BrokenError as broken:
                    attempts += broken.guilty
        raise NotDoneError("broke its reader" if self.running else "found no process to read it")

    def stop(self) -> None:
        """End the processes; a piece that still waits is not done."""
        running, self.running = self.running, []
        for process in running:
            process.end(NotDoneError("was not read before the crawl ended"))

    def _start(self) -> "_Process[T]":
        return _Process(self._task, self._ended)

    def _ended(self, process: "_Process[T]") -> None:
        if process not in self.running:
            return
        if process.ready:
            self.running[self.running.index(process)] = self._start()
        else:  # where one cannot start, another could not either
            self.stop()


class _Process(Generic[T]):
    """One process and the pieces that it was asked for, the one that it works on first."""

    def __init__(self, task: Task[T], ended: Callable[["_Process[T]"], None]) -> None:
        context = multiprocessing.get_context("spawn")
        self._slots = [context.RawArray(ctypes.c_char, SHARED) for _ in range(AHEAD)]
        self._free = list(range(AHEAD))
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=serve, args=(theirs, self._slots, task), daemon=True)
        self._child.start()
        theirs.close()
        self._sending = asyncio.Lock()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._pipe.fileno(), self._hear)
        self._patience, self._ended = task.patience, ended
        self._clock: asyncio.TimerHandle | None = None
        self.asked: deque[tuple[asyncio.Future[T], int]] = deque()
        self.ready = False

    @property
    def pid(self) -> int | None:
        """The number of the process."""
        return self._child.pid

    async def do(self, body: bytes, asked: tuple[object, ...]) -> T:
        """What comes of a piece. Raises NotDoneError where it takes too long, and _BrokenError."""
        answer: asyncio.Future[T] = self._loop.create_future()
        slot = self._free.pop()
        self.asked.append((answer, slot))
        if len(self.asked) == 1 and self.ready:
            self._begin()
        try:
            async with self._sending:
                await self._send(body, asked, slot)
        except OSError:
            self._hear()  # it ended, which is heard in the pipe
        return await answer

    async def _send(self, body: bytes, asked: tuple[object, ...], slot: int) -> None:
        size = len(body)
        if size <= SHARED:
            memoryview(self._slots[slot]).cast("B")[:size] = body
        self._pipe.send((slot, size, asked))
        if size > SHARED:
            await asyncio.to_thread(self._pipe.send_bytes, body)

    def _begin(self) -> None:
        """Look at the clock: the first piece is begun."""
        if self._clock is not None:
            self._clock.cancel()
        self._clock = self._loop.call_later(self._patience, self._too_long) if self.asked else None

    def _hear(self) -> None:
        """An answer, or the end."""
        if self._pipe.closed:
            return
        try:
            said: Any = self._pipe.recv()
        except Exception:  # noqa: BLE001 - the pipe's end, or what a broken process wrote last
            self.end(_BrokenError(guilty=True))
            return
        if self.ready:
            answer, slot = self.asked.popleft()
            self._free.append(slot)
            if not answer.done():
                answer.set_exception(said) if isinstance(said, Exception) else answer.set_result(said)
        self.ready = True
        self._begin()

    def _too_long(self) -> None:
        self.end(NotDoneError(f"took longer than {self._patience:g} seconds to read"))

    def end(self, reason: Exception) -> None:
        """Kill it. The piece that it was working on hears the reason, the next one that its process broke."""
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


def serve(pipe: Connection, slots: Slots, task: Task[Any]) -> None:
    """In a process: work until the crawl ends."""
    _leave_signals_to_the_crawl()
    task.prepare()
    gc.freeze()  # what was imported stays, and need not be looked through for garbage
    _bound(task.memory)
    pipe.send(None)
    while True:
        try:
            slot, size, asked = pipe.recv()
        except (EOFError, OSError):
            return
        body = memoryview(slots[slot]).cast("B")[:size].tobytes() if size <= SHARED else pipe.recv_bytes()
        try:
            pipe.send(task.work(body, *asked))
        except Exception as failure:  # noqa: BLE001 - it is raised where the piece was asked for
            pipe.send(failure)


def _bound(memory: int) -> None:
    """Let this process take so many bytes more; beyond, it is told that there is no memory, and does not swell."""
    statm = Path("/proc/self/statm")
    if memory and statm.exists():  # elsewhere than on Linux pixels are counted, and no more
        pages = int(statm.read_text("ascii").split()[0])
        limit = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


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
