"""The tests shared out among processes forked from the one that has collected them: `pytest --processes 4`.

To import and to collect everything takes seconds, and is done once. A file of tests is one process's; who is free takes
the next file.
"""

import atexit
import gc
import os
import sys
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

import pytest

WIDTH = 4
"""Bytes of a turn: the number of the file that is next. So few are read from a pipe all or none."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--processes`, beside what pytest knows."""
    parser.addoption("--processes", type=int, default=1, help="share the files of tests out among so many processes")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Run them so where it is asked for; else as pytest does."""
    config = session.config
    count = config.getoption("processes")
    if count < 2 or session.testsfailed or config.option.collectonly:
        return None
    files: dict[Path, list[pytest.Item]] = {}
    for item in session.items:
        files.setdefault(item.path, []).append(item)
    _run(session, list(files.values()), count)
    if session.shouldfail:
        raise session.Failed(session.shouldfail)
    if session.shouldstop:
        raise session.Interrupted(session.shouldstop)
    return True


@dataclass
class Part:
    """What a process was given, as far as it said."""

    pid: int
    left: list[pytest.Item] = field(default_factory=list)
    done: bool = False


def _run(session: pytest.Session, files: list[list[pytest.Item]], count: int) -> None:
    """Fork the processes, pass on what they report, and see that none is lost."""
    turns, ours = os.pipe()
    os.write(ours, b"".join(number.to_bytes(WIDTH, "big") for number in range(len(files))))
    os.close(ours)
    base = session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    gc.collect()
    gc.freeze()
    parts: dict[Connection, Part] = {}
    sys.stdout.flush()
    try:
        for number in range(count):
            heard, told = Pipe(duplex=False)
            pid = os.fork()
            if not pid:
                _become(session, files, turns, told, base / f"part{number}")
            told.close()
            parts[heard] = Part(pid)
        while parts:
            for heard in wait(list(parts)):
                _hear(session, files, parts, heard)
            if session.shouldfail or session.shouldstop:
                _take_all(turns)
    finally:
        _take_all(turns)
        for heard, part in parts.items():
            heard.close()
            os.waitpid(part.pid, 0)
        os.close(turns)


def _turn(turns: int) -> int | None:
    """The number of the next file that nobody has."""
    read = os.read(turns, WIDTH)
    return int.from_bytes(read, "big") if read else None


def _take_all(turns: int) -> None:
    """Leave no file to anybody."""
    while _turn(turns) is not None:
        pass


def _hear(
    session: pytest.Session, files: list[list[pytest.Item]], parts: dict[Connection, Part], heard: Connection
) -> None:
    """Take what a process says: the file that it begins, the reports of a test, or that it has done."""
    part, hook = parts[heard], session.config.hook
    try:
        said = heard.recv()
    except EOFError:
        del parts[heard]
        heard.close()
        code = os.waitstatus_to_exitcode(os.waitpid(part.pid, 0)[1])
        if not part.done:
            _tell_lost(session, part, code)
        return
    if said is None:
        part.done = True
    elif isinstance(said, int):
        part.left = list(files[said])
    else:
        reports, warned = said
        item = part.left.pop(0)
        for text, values in warned:
            message = warnings.WarningMessage(text, pytest.PytestWarning, "", 0)  # type: ignore[arg-type]
            hook.pytest_warning_recorded.call_historic(kwargs={"warning_message": message, **values})
        _pass_on(session, item, [hook.pytest_report_from_serializable(config=session.config, data=r) for r in reports])


def _pass_on(session: pytest.Session, item: pytest.Item, reports: list[pytest.TestReport]) -> None:
    """Let all who listen hear of a test, as if it had run here."""
    hook = session.config.hook
    hook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    for report in reports:
        hook.pytest_runtest_logreport(report=report)
    hook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)


def _tell_lost(session: pytest.Session, part: Part, code: int) -> None:
    """A process ended before its time: the test that it was at failed, and so did those that it had still to run."""
    why = f"the process that ran it ended (exit {code})"
    if not part.left:
        raise RuntimeError(f"a process of tests ended when it had none (exit {code})")
    for item in part.left:
        lost = pytest.TestReport(item.nodeid, item.location, {}, "failed", why, "call")
        _pass_on(session, item, [lost])
        why = f"was not run: the process that had its file ended (exit {code})"


class Teller:
    """Keeps the reports and warnings of a test until they are told."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._reports: list[dict[str, Any]] = []
        self._warned: list[tuple[str, dict[str, Any]]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        data = self._config.hook.pytest_report_to_serializable(config=self._config, report=report)
        self._reports.append(data)

    def pytest_warning_recorded(self, warning_message: warnings.WarningMessage, when: str, nodeid: str) -> None:
        text = f"{warning_message.category.__name__}: {warning_message.message}"
        self._warned.append((text, {"when": when, "nodeid": nodeid, "location": None}))

    def take(self) -> tuple[list[dict[str, Any]], list[tuple[str, dict[str, Any]]]]:
        """All that came since it was asked last."""
        taken = self._reports, self._warned
        self._reports, self._warned = [], []
        return taken


def _become(
    session: pytest.Session, files: list[list[pytest.Item]], turns: int, told: Connection, folder: Path
) -> None:
    """In the new process: run files until there are no more, and end."""
    code = 1
    try:
        _settle(session.config, folder)
        teller = Teller(session.config)
        session.config.pluginmanager.register(teller)
        teller.take()  # what was warned of before
        for item, following in _items(files, turns, told):
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            told.send(teller.take())
        told.send(None)
        code = 0
    except BaseException:  # noqa: BLE001  whatever it was, the process ends here
        traceback.print_exc(file=sys.__stderr__)
        session._setupstate.teardown_exact(None)
    finally:
        told.close()
        atexit._run_exitfuncs()
        os._exit(code)


def _settle(config: pytest.Config, folder: Path) -> None:
    """Print nothing; have a folder and files for what is captured of one's own."""
    capture, terminal = map(config.pluginmanager.getplugin, ("capturemanager", "terminalreporter"))
    capture.stop_global_capturing()
    capture.start_global_capturing()
    capture.suspend_global_capture()
    terminal._tw._file = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    folder.mkdir()
    config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]


def _items(
    files: list[list[pytest.Item]], turns: int, told: Connection
) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Each test of this process and the one behind it, which says what it may keep."""
    turn = _turn(turns)
    while turn is not None:
        told.send(turn)
        *most, last = files[turn]
        yield from pairwise((*most, last))
        turn = _turn(turns)
        yield last, None if turn is None else files[turn][0]
