"""Captures in a real Chromium that are killed at moments from the browser's start to the seal, and what is left then."""

import json
import multiprocessing
import os
import resource
import signal
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from monitor.chromium import find_chromium
from monitor.cli import _capturing, _waiting_captures, main
from monitor.evidence import capture
from monitor.evidence.check import PACKAGES, is_new, verify
from monitor.evidence.seal import seal
from monitor.workspace import load_workspace
from tests.evidence.hostile_site import FAKE, served
from tests.evidence.test_capture import call, trust

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_chromium() is None, reason="needs a Chromium"),
    pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="finds processes as Linux shows them"),
]
pytest.importorskip("warcio")
PATHS = ("/plain", "/item/1", "/cookies", "/dearer", "/push")
AFTER = (0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9)
"""Seconds after the page was asked for."""
MARK = "MONITOR_TEST_OF_KILLS"
PATIENCE = 60.0


def capture_waiting(workspace: str, days: int, room: int = 0) -> None:
    """In a process: capture what waits, as if so many days had passed. All that it starts carries the mark.

    With `room`, no file of a package has more bytes than that: the disk is full.
    """
    os.environ[MARK] = workspace
    if room:
        _capturing.seal = partial(seal_with_little_room, room)  # type: ignore[attr-defined]
    _waiting_captures.moment = lambda: datetime.now(UTC) + timedelta(days=days)  # type: ignore[attr-defined]
    capture.SETTLE = 200
    main(["evidence", "capture", "--waiting", "--workspace", workspace])


def seal_with_little_room(room: int, *given: Any, **named: Any) -> Path:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        return seal(*given, **named)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def started_by(workspace: Path) -> list[str]:
    """The command lines of what a capture started and what still runs."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"{MARK}={workspace}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:  # it has ended, or is of somebody else
            continue
    return [line for line in found if line]


def moments(site: ThreadingHTTPServer, workspace: Path) -> dict[str, Callable[[], bool]]:
    """When to kill, by what is seen from outside: in the order in which a capture gets there."""
    asked: list[str] = site.seen  # type: ignore[attr-defined]
    packages = workspace / "evidence" / PACKAGES
    at, there = dict[str, float](), set[Path]()

    def after(seconds: float) -> bool:
        if "/robots.txt" not in asked or not set(asked) & set(PATHS):
            at.clear()
            return False
        return time.monotonic() >= at.setdefault("asked", time.monotonic()) + seconds

    def sealed() -> bool:
        if "/robots.txt" not in asked:
            there.update(packages.glob("case-*"))
            return False
        return not there.issuperset(packages.glob("case-*"))

    return {
        "the driver runs": lambda: len(started_by(workspace)) > 0,
        "the browser runs": lambda: len(started_by(workspace)) > 1,
        "robots.txt was asked for": lambda: "/robots.txt" in asked,
        **{f"{seconds} s after the page was asked for": partial(after, seconds) for seconds in AFTER},
        "a package is begun": lambda: any(packages.glob(".making-*")) or sealed(),
        "a package is there": sealed,
    }


def until(has_come: Callable[[], bool], what: str) -> None:
    """Wait for it. Raises AssertionError where it does not come."""
    end = time.monotonic() + PATIENCE
    while not has_come():
        assert time.monotonic() < end, what
        time.sleep(0.002)


def test_a_capture_that_is_killed_breaks_nothing_loses_nothing_and_leaves_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    workspace, evidence = tmp_path / "w", tmp_path / "w" / "evidence"
    context = multiprocessing.get_context("forkserver")  # what is imported once is not waited for at each kill
    context.set_forkserver_preload([capture_waiting.__module__])
    killed = days = 0
    with served() as site:
        cases_of(workspace, site)

        def run(days: int) -> BaseProcess:
            site.seen.clear()  # type: ignore[attr-defined]
            process = context.Process(target=capture_waiting, args=(str(workspace), days))
            process.start()
            return process

        for number, (name, has_come) in enumerate(moments(site, workspace).items()):
            days = max(days, number // len(PATHS))
            process = run(days)
            until(lambda process=process, has_come=has_come: has_come() or not process.is_alive(), name)  # type: ignore[misc]
            if not process.is_alive():  # a slow machine let more of the cases have their try of the day
                days += 1
                process = run(days)
                until(has_come, name)
            process.kill()
            process.join()
            killed += process.exitcode == -9
            until(lambda: not started_by(workspace), f"killed when {name}: {started_by(workspace)} are left behind")
            if not is_new(evidence):
                assert verify(evidence)[1] == [], f"killed when {name}"
        packages = sorted((evidence / PACKAGES).iterdir())
        assert len(packages) < len(PATHS), "some case waits"
        full = context.Process(target=capture_waiting, args=(str(workspace), number, 5_000))
        full.start()
        full.join()
        assert full.exitcode == 1, "a disk that is full is told"
        assert sorted((evidence / PACKAGES).iterdir()) == packages
        assert verify(evidence) == (len(packages), [], [])
        process = context.Process(target=capture_waiting, args=(str(workspace), 2 * number))
        process.start()
        process.join()
    assert killed == len(moments(site, workspace))
    assert process.exitcode == 0
    assert verify(evidence)[1:] == ([], [])
    assert _waiting_captures.captured(load_workspace(workspace)) == set(range(1, len(PATHS) + 1)), "no case is lost"
    assert started_by(workspace) == []


def cases_of(workspace: Path, site: ThreadingHTTPServer) -> None:
    """A workspace with a case for each of the pages, to be captured by itself."""
    assert call("init", workspace) == 0
    base = f"http://127.0.0.1:{site.server_port}"
    rows = [
        {"marketplace": "m", "listing_id": path, "url": base + path, "seller_id": "s", "title": FAKE} for path in PATHS
    ]
    trust(workspace, site, least=30)
    (workspace / "l.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert call("check", workspace / "l.jsonl", "--save", "-o", workspace / "o.csv", "--workspace", workspace) == 0
