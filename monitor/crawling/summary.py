"""What a crawl says at its end, to a person and to the record of runs."""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from twisted.python.failure import Failure

from monitor.crawling.log import brief
from monitor.crawling.session import Session
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
GROUPS = (
    ("not_fetched", "pages not fetched"),
    ("dropped", "listings dropped"),
    ("photos_failed", "photos failed"),
    ("words_failed", "photos whose words could not be read"),
    ("prices_without_a_floor", "prices not held against a floor"),
    (
        "offers_of_no_product",
        "offers under a brand's name that no product of its products.csv is like, so that no floor holds for them",
    ),
)
COUNTS = (
    ("pages/blocked", "pages blocked by the site"),
    ("pages/gave_way", "answers that asked to slow down, which was done"),
    ("pages/unchanged", "pages that have not changed since they were fetched last, and so were not sent again"),
    (
        "pages/none_kept",
        "file of what is kept (pages.db, photos.db) cannot be used, so all was fetched whole; remove it",
    ),
    ("pages/from_cache", "ANSWERS FROM THE HTTP CACHE, NOT FROM THE SITE: what is stored of them may be a day old"),
    ("pages/gone", "pages gone"),
    ("listings/removed", "listings found removed"),
    ("revisits/there", "listings of open cases that are still there"),
    ("revisits/gone", "listings of open cases that are gone"),
    ("revisits/something_else", "addresses of open cases that show something else; look at them"),
    ("revisits/not_read", "listings of open cases whose page could not be read"),
    ("pages/empty", "pages empty"),
    ("pages/not_html", "pages that are no HTML"),
    ("pages/needs_javascript", "pages not read because they need a browser; see monitor doctor"),
    ("pages/rendered", "pages opened in the browser"),
    ("pages/empty_in_the_browser", "pages that are empty in the browser too"),
    ("browser/refused", "private addresses refused to pages in the browser"),
    ("browser/too_large", "processes of pages ended in the browser, as they took too much memory"),
    ("pages/nothing_found", "searches and pages that hold no listing"),
    ("listings/from_the_search_alone", "listings known from a result page alone, as their own page did not come"),
    ("pages/problems", "values on pages not understood"),
    ("pages/beyond_the_limit", "pages not visited, as the limit is reached; raise it with -a pages=N or items=N"),
    ("listings/stored_before", "observations that were stored before, the same in all"),
    ("listings/seen_before", "listings met again on other pages"),
    ("photos/beyond_the_limit", "photos not read, beyond the first of a listing"),
    ("photos/unchanged", "photos that have not changed since they were fetched last, and so were not sent again"),
    ("photos/with_words", "photos with words in them"),
    ("photos/lines_beyond_the_limit", "lines of text in photos not read, beyond what one photo may cost"),
)
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
        print(describe(name, counts, session.failures, session.problem, alarms, coverage), file=sys.stderr, flush=True)


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
) -> str:
    """The summary as lines of text."""

    def number(what: str) -> int:
        return counts.get(what, 0)

    found = f"{number('listings/flagged')} flagged: {number('cases/new')} new cases, {number('cases/again')} seen again"
    done = f"{number('pages/read')} pages and {number('photos/read')} photos read"
    lines = [f"{name}: {done}, {number('listings/stored')} listings stored, {found}"]
    lines += [f"  {number(what)} {words}" for what, words in COUNTS if number(what)]
    for group, words in GROUPS:
        parts = {key.partition("/")[2]: value for key, value in counts.items() if key.startswith(f"{group}/")}
        if parts:
            worst = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
            shown = ", ".join(f"{value} {key}" for key, value in worst[:SHOWN_REASONS])
            more = f", and {len(worst) - SHOWN_REASONS} other reasons" if len(worst) > SHOWN_REASONS else ""
            lines.append(f"  {sum(parts.values())} {words}: {shown}{more}")
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
