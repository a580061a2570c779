"""Full disks, clocks that jump, two processes, kills: what is there is whole, and what is not is told."""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from monitor.errors import WorkFailedError
from monitor.evidence import log
from monitor.evidence.check import verify
from monitor.evidence.keys import PUBLIC
from monitor.evidence.seal import PACKAGES, mend, seal

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
CHANGES = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate"})
"""What Python says of changes of files, beside those that it opens to write."""
LARGE = {"files/a.jpg": b"\xff\xd8" + b"x" * 200_000}


def add(folder: Path, case: int = 1, at: datetime = AT) -> Path:
    return seal(folder, LARGE, case=case, kind="photo", by="t", at=at, note="n")


def child(work: Callable[[], None]) -> int:
    """A process of its own that does some work and ends without the test's clearing up; its number."""
    number = os.fork()
    if number == 0:
        code = 1
        try:
            work()
            code = 0
        except WorkFailedError:
            code = 3
        finally:
            os._exit(code)
    return number


def code_of(number: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def die_at(number: int, folder: Path) -> None:
    """Let this process be killed when it comes to change a folder for this time."""
    changes = 0

    def look(event: str, given: tuple[Any, ...]) -> None:
        nonlocal changes
        writes = event in CHANGES or (event == "open" and given[2] & (os.O_WRONLY | os.O_RDWR))
        if writes and str(folder) in str(given[0]):
            changes += 1
            if changes == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(look)


@pytest.mark.parametrize("is_new", [True, False])
def test_a_kill_at_any_step_of_sealing_breaks_nothing(tmp_path: Path, is_new: bool) -> None:
    """Of a first package with the key and the chain, and of a further one."""
    here = tmp_path / "e"
    for number in range(1, 1_000):
        if is_new:
            shutil.rmtree(here, ignore_errors=True)
        elif number == 1:
            add(here)

        def seal_one(number: int = number) -> None:
            die_at(number, here)
            add(here, 7)

        if (code := code_of(child(seal_one))) == 0:
            break
        assert code == -signal.SIGKILL, f"step {number}"
        if (here / PUBLIC).exists():
            assert verify(here)[1] == [], f"step {number}"
        there = set((here / PACKAGES).glob("case-*"))
        add(here, 8)
        packages = set((here / PACKAGES).iterdir())
        assert len(packages - there) == 1, "what was begun is taken away, and what was whole stays"
        assert verify(here) == (len(packages), [], []), f"step {number}"
    assert number > 10, "there are steps"


@pytest.mark.parametrize("full_at", ["package", "log"])
def test_a_full_disk_leaves_nothing(tmp_path: Path, full_at: str) -> None:
    add(tmp_path)
    room, content = 100_000, LARGE
    if full_at == "log":  # its next line begins, and does not come to its end
        line = (tmp_path / log.NAME).read_bytes()
        room, content = len(line) + len(line) // 2, {"a": b"x"}

    def seal_without_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        seal(tmp_path, content, case=2, kind="photo", by="t", at=AT, note="n")

    assert code_of(child(seal_without_room)) == 3, "the failure is told"
    mend(tmp_path)
    assert len(list((tmp_path / PACKAGES).iterdir())) == 1
    add(tmp_path, 3)
    assert verify(tmp_path) == (2, [], [])


def test_a_head_that_finds_no_room_is_told_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    add(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(log, "write_head", full)
        with pytest.raises(WorkFailedError, match="do not add it again"):
            add(tmp_path, 2)
    assert verify(tmp_path) == (2, [], ["log.head: is one line behind the log"])
    mend(tmp_path)
    assert verify(tmp_path) == (2, [], [])


def test_who_verifies_beside_a_capture_raises_no_alarm(tmp_path: Path) -> None:
    def seal_some() -> None:
        for case in range(2, 40):
            add(tmp_path, case)

    add(tmp_path)
    number = child(seal_some)
    looks = 0
    while os.waitpid(number, os.WNOHANG) == (0, 0):
        assert verify(tmp_path)[1:] == ([], [])
        looks += 1
    assert looks > 1
    assert verify(tmp_path) == (39, [], [])


def test_processes_wait_for_each_other(tmp_path: Path) -> None:
    def seal_some() -> None:
        for case in range(1, 9):
            add(tmp_path, case)

    assert [code_of(number) for number in [child(seal_some) for _ in range(3)]] == [0, 0, 0]
    assert verify(tmp_path) == (24, [], [])


def test_a_clock_that_jumps_back_is_said(tmp_path: Path) -> None:
    add(tmp_path, 1, AT)
    add(tmp_path, 2, AT - timedelta(days=400))
    add(tmp_path, 3, AT + timedelta(seconds=1))
    entries, wrong = log.read(tmp_path)
    assert wrong == []
    assert [entry.get("clock", "") for entry in entries] == [
        "", "is behind that of an earlier package, 2026-05-04T12:00:00+00:00", "",
    ]  # fmt: skip
    assert verify(tmp_path) == (3, [], [])


@pytest.mark.parametrize("name", ["files/a.jpg", "about.json", "SHA256SUMS", "SHA256SUMS.sig"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_links_and_pipes_are_no_part_of_a_package(tmp_path: Path, name: str, kind: str) -> None:
    victim = add(tmp_path / "e") / name
    other = tmp_path / "other"
    victim.rename(other)
    if kind == "link":
        victim.symlink_to(other)
    else:
        os.mkfifo(victim)
    assert verify(tmp_path / "e")[1], "and nobody waits for ever"
