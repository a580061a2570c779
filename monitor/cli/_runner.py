"""Runs targets, each in a process of its own: one at a time for each marketplace, and in no two processes at once."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import FrameType
from urllib.parse import urlsplit

import click

from monitor.cli._schedule import Plan
from monitor.crawling.summary_words import NEW_CASES, STORED, counted
from monitor.errors import WorkFailedError
from monitor.store import Run, Store
from monitor.store.runs import HOLD, RUNNING
from monitor.workspace import Target, Workspace

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a target's crawl ended, in words."""

    says: str
    failed: bool
    stopped: bool = False
    """Whether somebody had asked the whole crawl to stop when it ended."""

    def __str__(self) -> str:
        return self.says


def run_all(plans: Sequence[Plan], store: Store, workspace: Workspace, jobs: int) -> dict[str, Outcome]:
    """Run the targets, `jobs` marketplaces at a time; how each ended, in their order."""
    groups: dict[str, list[Plan]] = {}
    for plan in plans:
        groups.setdefault(place_of(plan.target), []).append(plan)
    runner = _Runner(store, workspace, prefix=jobs > 1 and len(groups) > 1)
    with runner.listening(), ThreadPoolExecutor(max_workers=jobs) as pool:
        done = [outcome for group in pool.map(runner.run_group, groups.values()) for outcome in group]
    outcomes = dict(done)
    return {plan.target.name: outcomes[plan.target.name] for plan in plans}


def place_of(target: Target) -> str:
    """The marketplace of a target, for politeness: the host of its url, else its spider."""
    try:
        host = urlsplit(target.args.get("url", "")).hostname
    except ValueError:
        host = None
    return host or target.spider


class _Runner:
    """Holds the claims of running targets, and passes signals on to their processes."""

    def __init__(self, store: Store, workspace: Workspace, *, prefix: bool) -> None:
        self._store = store
        self._workspace = workspace
        self._prefix = prefix
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._stopping = threading.Event()
        self._done = threading.Event()

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Pass SIGINT and SIGTERM on, and renew claims, while targets run."""
        before = {number: signal.signal(number, self._pass_on) for number in SIGNALS}
        renewing = threading.Thread(target=self._renew, daemon=True)
        renewing.start()
        try:
            yield
        finally:
            self._done.set()
            renewing.join()
            for number, handler in before.items():
                signal.signal(number, handler)

    def run_group(self, plans: Sequence[Plan]) -> list[tuple[str, Outcome]]:
        """Run the targets of one marketplace, one after another."""
        outcomes = ((plan.target.name, self._run(plan)) for plan in plans)
        return [(name, replace(outcome, stopped=self._stopping.is_set())) for name, outcome in outcomes]

    def _run(self, plan: Plan) -> Outcome:
        target = plan.target
        if self._stopping.is_set():
            return Outcome("not started, as the crawl was stopped", failed=True)
        try:
            refused = self._store.take(target.name, place_of(target), plan.last_start, datetime.now(UTC))
            if refused:
                click.echo(f"{target.name}: left alone, {refused}", err=True)
                return Outcome(f"left alone, {refused}", failed=False)
            try:
                return self._crawl(target)
            finally:
                self._store.release(target.name)
        except WorkFailedError as failure:
            return Outcome(f"failed: {failure}", failed=True)

    def _crawl(self, target: Target) -> Outcome:
        before = self._store.last_runs().get(target.name)
        started = datetime.now(UTC)
        click.echo(f"{target.name}: {' '.join(_command(target)[2:])}", err=True)
        code = self._wait(target)
        run = self._store.last_runs().get(target.name)
        if run is None or (before is not None and run.number == before.number):
            says = f"failed before it began{_ending(code)}"
            number = self._store.start_run(target.name, target.spider, target.args, started)
            self._store.finish_run(number, datetime.now(UTC), says, {})
            return Outcome(f"{says}; see above", failed=True)
        if run.outcome == RUNNING:
            says = f"failed: it ended before its time{_ending(code)}"
            self._store.finish_run(run.number, datetime.now(UTC), says, run.stats)
            return Outcome(says, failed=True)
        took = (datetime.now(UTC) - started).total_seconds()
        return Outcome(f"{_counts(run)}, in {took:.0f} s{_trouble(run, code)}", failed=code != 0)

    def _wait(self, target: Target) -> int:
        """Run Scrapy to its end; its exit code, negative for a signal."""
        environment = os.environ | {
            "SCRAPY_SETTINGS_MODULE": "monitor.settings",
            "MONITOR_WORKSPACE": str(self._workspace.path),
        }
        # A session of its own: Ctrl-C reaches it through us, once, and Scrapy ends cleanly.
        with subprocess.Popen(
            _command(target),
            env=environment,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if self._prefix else None,
            stderr=subprocess.STDOUT if self._prefix else None,
        ) as process:
            self._running[target.name] = process
            if self._stopping.is_set():
                process.terminate()
            try:
                for line in process.stdout or ():
                    click.echo(f"{target.name} | {line.decode('utf-8', 'replace').rstrip()}", err=True)
                return process.wait()
            finally:
                del self._running[target.name]

    def _pass_on(self, number: int, _frame: FrameType | None) -> None:
        self._stopping.set()
        for process in list(self._running.values()):
            with suppress(ProcessLookupError):
                process.send_signal(number)

    def _renew(self) -> None:
        while not self._done.wait(HOLD.total_seconds() / 5):
            for name in list(self._running):
                with suppress(WorkFailedError):
                    self._store.hold(name, datetime.now(UTC))


def _command(target: Target) -> list[str]:
    arguments = dict(target.args)
    if target.brands:
        arguments.setdefault("brand", ",".join(target.brands))
    given = [part for name, value in arguments.items() for part in ("-a", f"{name}={value}")]
    return [sys.executable, "-m", "scrapy", "crawl", target.spider, *given, "-s", f"TARGET={target.name}"]


def _counts(run: Run) -> str:
    found = (("listings/stored", STORED), ("listings/flagged", "flagged"), ("cases/new", NEW_CASES))
    return ", ".join(counted(run.stats.get(what, 0), words) for what, words in found)


def _trouble(run: Run, code: int) -> str:
    if code == 0:
        return ""
    return f"; failed{_ending(code)}{f': {run.outcome}' if run.outcome != 'finished' else ''}"


def _ending(code: int) -> str:
    return f" (killed by {signal.Signals(-code).name})" if code < 0 else f" (exit {code})"
