"""Captures in a real Chromium that are killed at moments from the driver's start to the seal, and what is left then."""

import json
import os
import resource
import signal
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from monitor.chromium import find_chromium
from monitor.cli import _capturing, _waiting_captures, main
from monitor.evidence import capture, log
from monitor.evidence.check import verify
from monitor.evidence.seal import seal
from monitor.store import open_store
from monitor.workspace import load_workspace
from tests.evidence.hostile_site import FAKE, served
from tests.evidence.test_capture import call, trust
from tests.forked import forking

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(find_chromium() is None, reason="needs a Chromium"),
    pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="finds processes as Linux shows them"),
]
pytest.importorskip("warcio")
MOMENTS = {
    "robots.txt is to be asked for, the driver runs": (_waiting_captures.Robots, "allow"),
    "the pictures are taken, the browser runs": (capture, "Seen"),
    "the package is there, and is to be put on the log": (log, "append"),
}
"""What a process is about to call, in the order of a capture. `test_evidence_robustness` kills at each step of sealing."""
PATHS = ("/plain", "/cookies", "/dearer")
"""The last kill leaves a whole package of one of them; then one finds the disk full, and one does not."""
MARK = "MONITOR_TEST_OF_KILLS"
PATIENCE = 300.0


def die(*_: object, **__: object) -> None:
    """As an end of memory or a power cut does it: nothing of this process does anything any more."""
    os.kill(os.getpid(), signal.SIGKILL)


def capture_waiting(workspace: str, days: int, moment: str = "", room: int = 0) -> None:
    """In a process: capture what waits, as if so many days had passed. All that it starts carries the mark.

    It dies at `moment`. With `room`, no file of the first package has more bytes than that: the disk is full.
    """
    os.environ[MARK] = workspace
    if moment:
        setattr(*MOMENTS[moment], die)
    if room:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # here, as it can be said in a main thread alone
        _capturing.seal = partial(seal_with_little_room, room)  # type: ignore[attr-defined]
    _waiting_captures.moment = lambda: datetime.now(UTC) + timedelta(days=days)  # type: ignore[attr-defined]
    capture.SETTLE, capture.MOST_SECONDS = 200, 300
    main(["evidence", "capture", "--waiting", "--workspace", workspace])


def seal_with_little_room(room: int, *given: Any, **named: Any) -> Path:
    """Seal where files have no more room, which the browser beside would not run with; the next package has it."""
    _capturing.seal = seal  # type: ignore[attr-defined]
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


def nobody_is_left(workspace: Path) -> bool:
    """Whether all that was started ends, which a browser does when its driver's end is seen."""
    end = time.monotonic() + PATIENCE
    while started_by(workspace) and time.monotonic() < end:
        time.sleep(0.1)
    return not started_by(workspace)


def test_a_capture_that_is_killed_breaks_nothing_loses_nothing_and_leaves_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MONITOR_DATABASE", raising=False)
    workspace, evidence = tmp_path / "w", tmp_path / "w" / "evidence"
    context = forking()  # what is imported once is not waited for at each kill

    def run(days: int, moment: str = "", room: int = 0) -> int | None:
        process = context.Process(target=capture_waiting, args=(str(workspace), days, moment, room))
        process.start()
        process.join()
        return process.exitcode

    with served() as site:
        cases_of(workspace, site)
        for number, moment in enumerate(MOMENTS):
            assert run(number, moment) == -signal.SIGKILL, moment
            assert nobody_is_left(workspace), f"killed when {moment}: {started_by(workspace)} are left behind"
        assert verify(evidence)[:2] == (1, []), "what was sealed is whole"
        assert run(number, room=5_000) == 1, "a disk that is full is told"
    assert verify(evidence) == (2, [], [])
    settings = load_workspace(workspace)
    with open_store(settings) as store:
        (waits,) = _waiting_captures.waiting(settings, store)
    assert "cannot be written: File too large" in waits.why
    assert waits.tries == 1, "kills do not count"
    captured = _waiting_captures.captured(settings)
    assert captured | {waits.case} == set(range(1, len(PATHS) + 1)), "no case is lost"
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
