"""`monitor health`: how well the latest crawls read each marketplace, compared with those before."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import click

from monitor.cli._columns import Narrow, show_rows
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.errors import WorkFailedError
from monitor.health import FIELDS

if TYPE_CHECKING:
    from monitor.health import Coverage
    from monitor.store import Checkup

SHOWN_FIELDS = ("price", "currency", "seller", "images", "availability")
HEAD = ("marketplace", "target", "started (UTC)", "listings", "usually", "blocked", *SHOWN_FIELDS, "")
DETAIL = ("field", "now", "usually", "", "a listing without it")
NARROW = Narrow(
    cut={"marketplace": 12, "target": 10},
    without=("availability", "images", "currency", "started (UTC)", "seller"),
    lines={"target": 10},
)
NARROW_DETAIL = Narrow(lines={"a listing without it": 20})
SHOWN_SCOPE = 40


@click.command(
    epilog="""\b
Examples:
  monitor health
  monitor health --marketplace amazon.de --runs 5
  monitor health || mail -s "crawls need a look" you@brand.example < /dev/null"""
)
@click.option("--marketplace", default="", help="Show this marketplace alone, with every field.")
@click.option(
    "--runs",
    type=click.IntRange(0, 10),
    default=0,
    show_default=True,
    metavar="N",
    help="With --marketplace: a column for each of the N runs before.",
)
@workspace_option
def command(marketplace: str, runs: int, workspace: Path) -> None:
    """Show what the latest crawl of each target read of each marketplace, against its usual share.

    A field that is read of far fewer listings than usually, a rise of blocked pages, and silence where listings used
    to be are alarms: each names the marketplace, the field, the figures and a page. So is a crawl that was killed.
    With an alarm the exit code is 1, so that cron or a script can send a mail.
    """
    from monitor.cli._text import plain
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    with open_store(load_workspace(workspace)) as store:
        store.end_killed(datetime.now(UTC))
        found, unread = store.checkups(marketplace), [] if marketplace else store.unread()
    if not found and not unread:
        of = f" of {marketplace}" if marketplace else ""
        raise WorkFailedError(f"no crawl{of} has been stored yet; start one with: monitor crawl")
    if marketplace:
        for one in found:
            _show(one, runs)
    elif found:
        show_rows(HEAD, [_row(one) for one in found], NARROW)
    alarms = [str(alarm) for one in found for alarm in one.alarms]
    alarms += [
        f"{run.target or run.spider}: run {run.number} of {run.started_at:%Y-%m-%d %H:%M} {run.outcome}"
        for run in unread
    ]
    for alarm in alarms:
        tell(f"ALARM  {plain(alarm)}")
    if alarms:
        raise WorkFailedError(f"{len(alarms)} alarm{'s' if len(alarms) != 1 else ''}; open the pages named above")


def _show(one: "Checkup", runs: int) -> None:
    """One target on one marketplace, with every field, and with its share in so many runs before, newest first."""
    from monitor.cli._text import plain

    pages = ", ".join(f"{count} {what.replace('_', ' ')}" for what, count in sorted(one.now.pages.items()))
    tell(f"{plain(one.now.marketplace)}  {plain(one.scope)}  {one.started_at:%Y-%m-%d %H:%M} UTC: {one.outcome}")
    tell(f"{one.now.listings} listings, usually {_usual_listings(one)}; pages: {pages or 'none'}")
    earlier = one.before[:runs]
    head = (*DETAIL[:3], *(str(-number) for number, _ in enumerate(earlier, 1)), *DETAIL[3:])
    show_rows(head, [_field(one, name, earlier) for name in FIELDS], NARROW_DETAIL)


def _field(one: "Checkup", name: str, earlier: "Sequence[Coverage]") -> tuple[str, ...]:
    usual = [f"{median(run.share(name) for run in one.before):.0%}"] if one.before else ["-"]
    alarm = "ALARM" if any(alarm.field == name for alarm in one.alarms) else ""
    without = one.now.examples.get(name, "") if one.now.fields.get(name, 0) < one.now.listings else ""
    before = [f"{run.share(name):.0%}" if run.listings else "-" for run in earlier]
    return (name, f"{one.now.share(name):.0%}" if one.now.listings else "-", *usual, *before, alarm, without)


def _row(one: "Checkup") -> tuple[str, ...]:
    from monitor.cli._text import plain

    now, scope = one.now, plain(one.scope)
    shares = [f"{now.share(name):.0%}" if now.listings else "-" for name in SHOWN_FIELDS]
    return (
        plain(now.marketplace),
        scope if len(scope) <= SHOWN_SCOPE else f"{scope[: SHOWN_SCOPE - 1]}…",
        f"{one.started_at:%Y-%m-%d %H:%M}",
        str(now.listings),
        _usual_listings(one),
        f"{now.blocked:.0%}",
        *shares,
        f"{len(one.alarms)} ALARM" if one.alarms else "",
    )


def _usual_listings(one: "Checkup") -> str:
    return f"{median(run.listings for run in one.before):g}" if one.before else "-"
