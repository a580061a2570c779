"""Processes forked from one that has imported what they need: most of a short one's time goes there otherwise.

There is one such process a run, as Python has it. Tests of how a command starts start real ones.
"""

import io
import multiprocessing
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
IMPORTED = ["tests.spiders.imported", "tests.store.store_world", "psycopg"]
"""What the first that asks for a process imports for all: another list would come too late."""


def forking() -> ForkServerContext:
    """Where to start a process from."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(IMPORTED)
    return context


class Forked:
    """Used as a subprocess.Popen whose output and errors are one pipe; it runs a function of a module in this checkout."""

    def __init__(self, work: Callable[..., None], *given: Any) -> None:
        """`work` and what it is given can be pickled."""
        context = forking()
        out, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_run, args=(theirs, work, given))
        self._process.start()
        theirs.close()
        assert self._process.pid
        self.pid = self._process.pid
        self.stdout = io.FileIO(os.dup(out.fileno()))
        out.close()

    @property
    def returncode(self) -> int | None:
        """The exit code, or a negative signal; None while it runs."""
        return self._process.exitcode

    def poll(self) -> int | None:
        """The same."""
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float = 300) -> tuple[str, None]:
        """All that it printed and nobody read, once it has ended. Raises subprocess.TimeoutExpired."""
        until, said = time.monotonic() + timeout, bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(self.stdout, selectors.EVENT_READ)
            while True:
                if not waiting.select(until - time.monotonic()):
                    raise subprocess.TimeoutExpired([str(self.pid)], timeout, bytes(said))
                if not (more := os.read(self.stdout.fileno(), 1 << 16)):
                    break
                said += more
        self._process.join(until - time.monotonic())
        if self.returncode is None:
            raise subprocess.TimeoutExpired([str(self.pid)], timeout, bytes(said))
        self.stdout.close()
        return said.decode(), None


def _run(out: Connection, work: Callable[..., None], given: tuple[Any, ...]) -> None:
    """In the new process: become the command."""
    for number in (1, 2):
        os.dup2(out.fileno(), number)
    out.close()
    os.chdir(ROOT)
    work(*given)
