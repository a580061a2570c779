"""`monitor crawl`: run the targets of targets.toml."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._columns import Narrow, show_rows
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, MonitorError, WorkFailedError

if TYPE_CHECKING:
    from monitor.cli._runner import Outcome
    from monitor.cli._schedule import Plan
    from monitor.store import Store
    from monitor.workspace import Target, Workspace

HEAD = ("target", "spider", "schedule (UTC)", "last run", "next due", "outcome")
NARROW = Narrow(lines={"target": 10, "schedule (UTC)": 11, "last run": 10, "next due": 10, "outcome": 14})


@click.command(
    epilog="""\b
Examples:
  monitor crawl                     run all targets now
  monitor crawl watches outlet      run two of them
  monitor crawl --due               run those that are due; for cron
  monitor crawl --list"""
)
@click.argument("targets", nargs=-1, metavar="[TARGET]...")
@click.option("--due", is_flag=True, help="Only targets whose schedule has come round since they were started last.")
@click.option("--list", "listing", is_flag=True, help="Show the targets, when they ran and when they are due.")
@click.option("--jobs", type=click.IntRange(1, 16), default=1, show_default=True, help="Marketplaces at a time.")
@workspace_option
def command(targets: tuple[str, ...], due: bool, listing: bool, jobs: int, workspace: Path) -> None:
    """Run the targets of targets.toml: all, those named, or those that are due.

    Each runs in a process of its own, one after another for each marketplace; one that fails does not stop the others,
    and makes the exit code 1. A target that another process runs at the moment is left to it.
    """
    from monitor.cli._runner import run_all
    from monitor.cli._schedule import plans
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    chosen = _chosen(settings, targets)
    if not chosen:
        tell(f"{settings.path / 'targets.toml'}: no target yet; add a [[target]] with a name, a spider and args")
        return
    now = datetime.now(UTC)
    with open_store(settings) as store:
        planned = plans(chosen, store.last_starts(), now)
        if listing:
            _show(planned, store)
            return
        wanted = [plan for plan in planned if plan.is_due or not due]
        if due and not any(plan.target.schedule for plan in planned):
            tell('No target has a schedule; add one to targets.toml, such as schedule = "0 3 * * *"', err=True)
        outcomes = run_all(wanted, store, settings, jobs)
        if len(outcomes) > 1:
            width = max(len(name) for name in outcomes)
            for name, outcome in outcomes.items():
                tell(f"{name:<{width}}  {outcome}", err=True)
        problem = _capture(settings, store, outcomes.values())
    failed = [name for name, outcome in outcomes.items() if outcome.failed]
    if failed:
        raise WorkFailedError(f"{len(failed)} of {len(outcomes)} targets failed: {', '.join(failed)}; see above")
    if problem:
        raise WorkFailedError("the crawl is done, and its cases were not captured; see above")


def _capture(settings: "Workspace", store: "Store", outcomes: "Collection[Outcome]") -> bool:
    """Capture what waits for it, unless the crawl was stopped; whether that cannot be done at all."""
    if not settings.captures.least or not outcomes or any(outcome.stopped for outcome in outcomes):
        return False
    from monitor.cli._stamping import stamp_now
    from monitor.cli._waiting_captures import capture_waiting

    try:
        ended = capture_waiting(settings, store)
        if ended.total():
            stamp_now(settings)
    except MonitorError as failure:
        tell(f"No case is captured: {failure}", err=True)
        return True
    if ended.total():
        tell(f"Captures of cases of severity {settings.captures.least} or more: {ended}.", err=True)
    return False


def _chosen(settings: "Workspace", names: Sequence[str]) -> "list[Target]":
    """The targets that are named, each once, or all."""
    known = {target.name: target for target in settings.targets}
    for name in names:
        if name not in known:
            raise ConfigurationError(
                f"{settings.path / 'targets.toml'}: there is no target {name}; known are: {', '.join(known) or 'none'}"
            )
    return [known[name] for name in dict.fromkeys(names)] if names else list(known.values())


def _show(planned: "Sequence[Plan]", store: "Store") -> None:
    """The targets with their schedules, their last runs and when they are due."""

    runs = store.last_runs()
    rows = []
    for plan in planned:
        run = runs.get(plan.target.name)
        rows.append(
            (
                plan.target.name,
                plan.target.spider,
                plan.target.schedule or "none",
                f"{run.started_at:%Y-%m-%d %H:%M}" if run else "never",
                "now" if plan.is_due else f"{plan.next_due:%Y-%m-%d %H:%M}" if plan.next_due else "when asked for",
                run.outcome if run else "",
            )
        )
    show_rows(HEAD, rows, NARROW)
