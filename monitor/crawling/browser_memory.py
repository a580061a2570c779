"""The memory of pages in the browser: its limit for scripts holds for their objects alone, not for their buffers."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
SECONDS = 0.5
OF_A_PAGE = b"--type=renderer"


async def watch(limit: int, ended: Callable[[], None]) -> None:
    """End each process of pages below this one that holds more bytes than `limit`, until cancelled; `ended` counts.

    Its pages break, and the browser goes on. Without /proc there is nothing to look at, and no limit.
    """
    while (PROC / "self" / "stat").exists():
        await asyncio.sleep(SECONDS)
        for pid in await asyncio.to_thread(too_large, os.getpid(), limit):
            with suppress(OSError):
                os.kill(pid, signal.SIGKILL)
                ended()


def too_large(ancestor: int, limit: int) -> list[int]:
    """The processes of pages below an ancestor that hold more bytes than `limit`."""
    return [pid for pid, size in _descendants(ancestor) if size > limit and _is_of_a_page(pid)]


def _descendants(ancestor: int) -> Iterator[tuple[int, int]]:
    """Number and resident bytes of each process below one."""
    page = os.sysconf("SC_PAGE_SIZE")
    children: dict[int, list[tuple[int, int]]] = {}
    for stat in PROC.glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            after_name = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
            children.setdefault(int(after_name[1]), []).append((int(stat.parent.name), int(after_name[21]) * page))
    todo = [ancestor]
    while todo:
        for pid, size in children.get(todo.pop(), ()):
            todo.append(pid)
            yield pid, size


def _is_of_a_page(pid: int) -> bool:
    try:
        return OF_A_PAGE in (PROC / str(pid) / "cmdline").read_bytes()
    except OSError:
        return False
