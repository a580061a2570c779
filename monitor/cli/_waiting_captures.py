"""Captures the open cases that wait for it: as a guest, within bounds, and with all that failed told."""

import asyncio
import time
from collections import Counter
from urllib.parse import urlsplit

import click

from monitor.cli._capturing import Capturing, moment
from monitor.cli._known_evidence import must_be_there
from monitor.cli._one_page import Robots
from monitor.cli._text import plain
from monitor.crawling.politeness import is_loopback
from monitor.errors import MonitorError
from monitor.evidence import log
from monitor.evidence.seal import mend
from monitor.store import Store
from monitor.store.captures import Waiting
from monitor.workspace import Workspace

BY = "monitor"
AGAIN = frozenset({"blocked", "changed"})
"""What is sealed and tried again all the same: it shows nothing of what was crawled."""


class Ended(Counter[str]):
    """How many captures were `made`, `failed`, are `waiting` for a later run, and are `given up`."""

    def __str__(self) -> str:
        return f"{self['made']} made" + "".join(
            f", {self[what]} {words}"
            for what, words in (
                ("failed", "failed and tried again later"),
                ("waiting", "wait for another run"),
                ("given up", "given up after several tries; see: monitor evidence waiting"),
            )
            if self[what]
        )


def captured(settings: Workspace) -> set[int]:
    """The cases that have a capture on the log that shows something."""
    entries, _ = log.read(settings.evidence)
    found = [entry for entry in entries if entry.get("kind") == "capture" and entry.get("shows") not in AGAIN]
    return {int(entry["case"]) for entry in found if entry.get("case", "").isdecimal()}


def waiting(settings: Workspace, store: Store) -> list[Waiting]:
    """The cases that are to be captured by themselves and are not yet."""
    least = settings.captures.least
    return store.captures_waiting(least, captured(settings), moment()) if least else []


def capture_waiting(settings: Workspace, store: Store) -> Ended:
    """Capture what waits, as far as the bounds of the settings go.

    Raises ConfigurationError where none can be made, WorkFailedError where sealed evidence is not there any more.
    """
    must_be_there(settings, store)
    if settings.evidence.exists():
        mend(settings.evidence)
    todo = waiting(settings, store)
    ended = Ended()
    ended["given up"] = sum(one.given_up for one in todo)
    due = [one for one in todo if not one.given_up and (one.due is None or one.due <= moment())]
    ended["waiting"] = len(todo) - ended["given up"] - len(due)
    if due:
        ended.update(asyncio.run(_Run(settings, store).all(due)))
    return ended


class _Run:
    """One run over the cases that wait: so many, so long, a pause for each site, and no more of a site that blocks."""

    def __init__(self, settings: Workspace, store: Store) -> None:
        self._settings, self._store = settings, store
        self._end = time.monotonic() + settings.captures.minutes * 60
        self._visited: dict[str, float] = {}
        self._left_alone: set[str] = set()

    async def all(self, due: list[Waiting]) -> Counter[str]:
        """How many were made, failed, and are left for another run."""
        ended: Counter[str] = Counter()
        async with Capturing(self._settings, self._store, BY) as capturing:
            robots = Robots(capturing.policy, self._settings.politeness.contact)
            for one in due:
                host = urlsplit(one.url).hostname or ""
                full = ended["made"] + ended["failed"] >= self._settings.captures.most
                if full or time.monotonic() > self._end or host in self._left_alone:
                    ended["waiting"] += 1
                elif await asyncio.to_thread(self._store.begin_capture, one.case, moment()):
                    why = await self._one(capturing, robots, one, host)
                    await asyncio.to_thread(self._store.end_capture, one.case, moment(), why[:500])
                    ended["failed" if why else "made"] += 1
        return ended

    async def _one(self, capturing: Capturing, robots: Robots, one: Waiting, host: str) -> str:
        """Why a case was not captured; empty where it was."""
        try:
            await self._pause(host)
            if not await asyncio.to_thread(robots.allow, one.url):
                return _told(one, f"{one.url}: robots.txt asks to stay away; capture it by hand")
            done = await capturing.capture(one.case)
        except MonitorError as failure:
            return _told(one, str(failure))
        except Exception as failure:  # noqa: BLE001 - one page must not end the captures of all others
            return _told(one, f"the capture broke: {type(failure).__name__}: {failure}")
        said = _told(one, f"{done.words} (status {done.status}): {done.package.name}")
        if done.shows == "blocked":
            self._left_alone.add(host)
        return said if done.shows in AGAIN else ""

    async def _pause(self, host: str) -> None:
        """Wait as a crawl does between two pages of a site."""
        last, delay = self._visited.get(host), self._settings.politeness.delay
        if last is not None and not is_loopback(host):
            await asyncio.sleep(max(0.0, last + delay - time.monotonic()))
        self._visited[host] = time.monotonic()


def _told(one: Waiting, what: str) -> str:
    """What happened with a case, after it was said."""
    click.echo(f"case {one.case}: {plain(what)}", err=True)
    return what
