"""Full disks, clocks that jump, two processes, kills: what is there is whole, and what is not is told."""

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.errors import WorkFailedError
from monitor.evidence import log
from monitor.evidence.check import verify
from monitor.evidence.keys import PUBLIC
from monitor.evidence.seal import PACKAGES, adopt, mend, seal

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
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


def test_a_kill_at_any_moment_breaks_nothing(tmp_path: Path) -> None:
    def seal_on() -> None:
        for case in range(1, 10_000):
            add(tmp_path, case)

    dice = random.Random(5)
    for _ in range(50):
        number = child(seal_on)
        time.sleep(dice.uniform(0, 0.05))
        os.kill(number, signal.SIGKILL)
        assert code_of(number) == -signal.SIGKILL
        if (tmp_path / PUBLIC).exists():
            assert verify(tmp_path)[1] == []
    adopt(tmp_path)
    count, wrong, waiting = verify(tmp_path)
    assert count > 0
    assert (wrong, waiting) == ([], [])


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
