"""What a crawl says at its end, to a person and to the record of runs."""

import asyncio
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from twisted.python.failure import Failure

from monitor.crawling.log import address, brief
from monitor.crawling.session import Session
from monitor.crawling.summary_words import COUNTS, GROUPS, NEW_CASES, OF_NO_PRODUCT, STORED, counted
from monitor.health import EMPTY, Alarm, Coverage, seldom_read

ENDINGS = {
    "finished": "",
    "shutdown": "stopped before its end",
    "blocked": "stopped: the site blocks this crawler",
    "database": "stopped: the database failed",
    "cancelled": "stopped before its end",
    "silent": "stopped: the site does not answer",
}
WHOLE = frozenset({"finished", "blocked"})
"""Ends at which a crawl has read what it could, so that its coverage can be compared."""
SHOWN_REASONS = 6


class Summary:
    """Extension: closes the record of the run, sets its outcome, and prints what was done."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._session = Session.of(crawler)
        crawler.signals.connect(self.spider_error, signals.spider_error)
        crawler.signals.connect(self.item_error, signals.item_error)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)
        crawler.signals.connect(self.engine_stopped, signals.engine_stopped)
        self._reason = ""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def spider_error(self, failure: Failure) -> None:
        """A page broke the spider: an error of ours, and what was on the page is missing."""
        self._session.failed(f"page not read, the spider broke: {brief(repr(failure.value))}")

    def item_error(self, failure: Failure) -> None:
        """A listing broke a pipeline: an error of ours, and the listing is missing."""
        self._session.failed(f"listing not stored, a pipeline broke: {brief(repr(failure.value))}")

    def spider_closed(self, reason: str) -> None:
        """Note why the crawl ends."""
        self._reason = reason

    async def engine_stopped(self) -> None:
        """Say how it went. Sent after the last listing is stored and the feeds are closed."""
        session, stats = self._session, self._crawler.stats.get_stats()
        if any(name.startswith("feedexport/failed_count") for name in stats):
            session.failed("feed not written; see the error above")
        counts = own_counts(stats)
        session.problem = problem = problem_of(self._reason, counts, session.failures)
        alarms: list[Alarm] = []
        coverage = session.tally.coverage()
        try:
            if session.run is not None:
                outcome = problem or "finished"
                await asyncio.to_thread(session.store.finish_run, session.run, datetime.now(UTC), outcome, counts)
                if self._reason in WHOLE:
                    alarms = await asyncio.to_thread(session.store.note_coverage, session.run, coverage)
        except Exception as failure:  # noqa: BLE001 - the summary is printed whatever happens
            session.problem = problem or f"the run could not be closed in the database: {failure}"
        session.close()
        name = self._crawler.spidercls.name
        said = describe(name, counts, session.failures, session.problem, alarms, coverage, session.examples)
        print(said, file=sys.stderr, flush=True)


def own_counts(stats: Mapping[str, Any]) -> dict[str, int]:
    """What this project counted, without what Scrapy did."""
    return {name.removeprefix("monitor/"): value for name, value in stats.items() if name.startswith("monitor/")}


def problem_of(reason: str, counts: Mapping[str, int], failures: Mapping[str, int]) -> str:
    """Why a crawl counts as failed, or an empty string."""
    ending = ENDINGS.get(reason, f"stopped: {reason}")
    if ending:
        return ending
    if failures:
        return "not all that was found is stored and judged"
    gone = counts.get("revisits/gone") and not counts.get("pages/blocked")  # an answer, and the one hoped for
    if gone or counts.get("revisits/none_due"):
        return ""
    if not counts.get("pages/read"):
        return "the site blocks this crawler" if counts.get("pages/blocked") else "no page could be read"
    if counts.get("listings/stored") or counts.get("listings/stored_before"):
        return ""
    unread = (
        ("are blocked", bool(counts.get("pages/blocked"))),
        ("are empty or need a browser", any(counts.get(f"pages/{what}") for what in EMPTY)),
        ("did not come", any(value for name, value in counts.items() if name.startswith("not_fetched/"))),
    )
    what = next((words for words, there in unread if there), "")
    return f"pages {what}, so that no listing was found says nothing" if what else ""


def describe(
    name: str,
    counts: Mapping[str, int],
    failures: Mapping[str, int],
    problem: str,
    alarms: Sequence[Alarm] = (),
    coverage: Sequence[Coverage] = (),
    examples: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The summary as lines of text; `examples` are addresses where each thing was counted first."""

    def number(what: str) -> int:
        return counts.get(what, 0)

    new_cases = counted(number("cases/new"), NEW_CASES)
    found = f"{number('listings/flagged')} flagged: {new_cases}, {number('cases/again')} seen again"
    pages, photos = counted(number("pages/read"), "{page|pages}"), counted(number("photos/read"), "{photo|photos}")
    lines = [f"{name}: {pages} and {photos} read, {counted(number('listings/stored'), STORED)}, {found}"]
    for what, words in COUNTS:
        if number(what):
            lines += [f"  {counted(number(what), words)}", *_first(what, "first", examples)]
    lines += [line for group, words in GROUPS for line in _by_reason(group, words, counts, examples)]
    lines += [f"  {brief(words, 300)}" for one in coverage for words in seldom_read(one)]
    lines += [f"  failed: {count} × {what}" for what, count in sorted(failures.items())]
    lines += [f"  ALARM {brief(str(alarm), 700)}" for alarm in alarms]
    if problem:
        lines.append(f"  This crawl counts as failed: {problem}.")
    elif number("revisits/none_due"):
        lines.append("  No listing of an open case waits for a second look.")
    elif number("revisits/gone"):
        lines.append("  See what that means for complaints with: monitor complaint due")
    elif not number("listings/stored") and not number("listings/stored_before"):
        lines.append("  No listing was found; see what a page says with: monitor extract FILE --url URL")
    elif number("listings/flagged"):
        lines.append("  See them with: monitor cases list")
    return "\n".join(lines)


def _by_reason(group: str, words: str, counts: Mapping[str, int], examples: Mapping[str, str]) -> Iterator[str]:
    """How many there are of a group, by reason, and below where the first of each was; nothing where there are none."""
    parts = {key.partition("/")[2]: value for key, value in counts.items() if key.startswith(f"{group}/")}
    if not parts:
        return
    worst = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    shown = ", ".join(f"{value} {key}" for key, value in worst[:SHOWN_REASONS])
    more = f", and {len(worst) - SHOWN_REASONS} other reasons" if len(worst) > SHOWN_REASONS else ""
    yield f"  {counted(sum(parts.values()), words)}: {shown}{more}"
    for key, _ in worst[:SHOWN_REASONS]:
        yield from _first(f"{group}/{key}", key if len(worst) > 1 else "first", examples)
    if group == OF_NO_PRODUCT:
        yield f"    why: crawl with -O listings.csv, then monitor match listings.csv --brand {worst[0][0]}"


def _first(what: str, label: str, examples: Mapping[str, str]) -> Iterator[str]:
    if what in examples:
        yield f"    {label}: {address(examples[what])}"
