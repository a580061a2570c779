"""Crawls forked from a process that has imported what a crawl needs: most of a short crawl's time goes there otherwise.

From then on it is `scrapy crawl` as from the shell, in a process of its own. Tests of the commands start real shells.
"""

import multiprocessing
import os
import resource
import selectors
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).parents[2]


class ForkedCrawl:
    """Used as a subprocess.Popen whose output and errors are one pipe of text."""

    def __init__(self, arguments: Sequence[str], environment: Mapping[str, str], largest_file: int = 0) -> None:
        """`largest_file` is the size in bytes that no file of the crawl can outgrow; 0 is no limit."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["tests.spiders.imported"])
        self._out, theirs = context.Pipe(duplex=False)
        self._process = context.Process(target=_scrapy, args=(theirs, arguments, environment, largest_file))
        self._process.start()
        theirs.close()
        assert self._process.pid
        self.pid = self._process.pid

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

    def communicate(self, timeout: float) -> tuple[str, None]:
        """All that it printed, once it has ended. Raises subprocess.TimeoutExpired."""
        until, said = time.monotonic() + timeout, bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(self._out, selectors.EVENT_READ)
            while True:
                if not waiting.select(until - time.monotonic()):
                    raise subprocess.TimeoutExpired(["scrapy"], timeout, bytes(said))
                if not (more := os.read(self._out.fileno(), 1 << 16)):
                    break
                said += more
        self._process.join(until - time.monotonic())
        if self.returncode is None:
            raise subprocess.TimeoutExpired(["scrapy"], timeout, bytes(said))
        self._out.close()
        return said.decode(), None


def _scrapy(out: Connection, arguments: Sequence[str], environment: Mapping[str, str], largest_file: int) -> None:
    """In the new process: become the command."""
    for number in (1, 2):
        os.dup2(out.fileno(), number)
    out.close()
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    warnings.resetwarnings()
    warnings.simplefilter("default")
    if largest_file:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    sys.argv = ["scrapy", *arguments]
    from scrapy.cmdline import execute

    execute()
