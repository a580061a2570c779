"""`monitor evidence`: add what was found about a case, and verify that nothing changed."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._complaints import person
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.store import Store
    from monitor.workspace import Workspace

KINDS = ("photo", "purchase", "certificate", "note")
NUMBER = click.IntRange(1, 2**63 - 1)
SHOWN = 50
MOST_OFF = 60
"""Seconds that this machine's clock may be off an authority's, whose answer takes some."""


@click.group(
    epilog="""\b
Examples:
  monitor evidence add 17 --kind purchase --note "order A-1, 89.00 EUR" parcel.jpg
  monitor evidence verify"""
)
def command() -> None:
    """Keep evidence in signed packages on a chained log, and verify it without the database."""


@command.command(
    epilog='\b\nExample:\n  monitor evidence add 17 --kind purchase --note "order A-1, 89.00 EUR" parcel.jpg'
)
@click.argument("case", type=NUMBER)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), required=True, help="What it is.")
@click.option("--note", default="", help="What is to be known: order, date, price, seller, what differs.")
@click.option("--by", default="", help="Who adds it; by default $MONITOR_USER, else the user of this machine.")
@workspace_option
def add(case: int, files: tuple[Path, ...], kind: str, note: str, by: str, workspace: Path) -> None:
    """Add photos, papers or a note about a case, with the record and flags as they stand; signed and logged."""
    from monitor.cli._case_text import describe
    from monitor.evidence.seal import seal
    from monitor.packages import read_attachment
    from monitor.records.parse import clean_text
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings, words, who = load_workspace(workspace), clean_text(note, 5_000), person(by)
    if not files and not words:
        raise click.UsageError("give a file, or --note with words")
    found: dict[str, bytes] = {}
    for path in files:
        name, content = read_attachment(path)
        if f"files/{name}" in found:
            raise ConfigurationError(f"{path}: another file is named {name} too; rename one")
        found[f"files/{name}"] = content
    with open_store(settings) as store:
        found["case.txt"] = ("\n".join(describe(store.case(case))) + "\n").encode()
    at = datetime.now(UTC)
    package = seal(settings.evidence, found, case=case, kind=kind, by=who, at=at, note=words)
    click.echo(f"Evidence for case {case}: {package}")
    _stamped(settings)


@command.command(
    epilog="""\b
Examples:
  monitor evidence capture 17
  monitor evidence capture --waiting     from a schedule; see [captures] in monitor.toml"""
)
@click.argument("case", type=NUMBER, required=False)
@click.option("--waiting", is_flag=True, help="Capture the candidate cases that wait for it, within the bounds set.")
@click.option("--by", default="", help="Who captures; by default $MONITOR_USER, else the user of this machine.")
@workspace_option
def capture(case: int | None, waiting: bool, by: str, workspace: Path) -> None:
    """Open a case's page in Chromium and keep what a person sees: screenshot, page, HTTP exchanges, record, flags."""
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    if (case is None) == (not waiting):
        raise click.UsageError("name a case, or give --waiting")
    settings = load_workspace(workspace)
    with open_store(settings) as store:
        if case is None:
            _capture_waiting(settings, store)
        else:
            _capture(settings, store, case, person(by))
    _stamped(settings)


def _capture(settings: "Workspace", store: "Store", case: int, by: str) -> None:
    import asyncio

    from monitor.cli._capturing import Capturing, Done
    from monitor.evidence.statement import WORDS

    async def once() -> Done:
        async with Capturing(settings, store, by) as capturing:
            return await capturing.capture(case)

    store.case(case)
    done = asyncio.run(once())
    click.echo(f"Capture for case {case}: {done.package} (status {done.status}, {done.exchanges} exchanges)")
    click.echo(f"What it shows: {WORDS[done.shows]}.")


def _capture_waiting(settings: "Workspace", store: "Store") -> None:
    from monitor.cli._waiting_captures import capture_waiting

    if not settings.captures.least:
        raise ConfigurationError(
            f"{settings.path / 'monitor.toml'}: says of no case that it is captured by itself; "
            "add a table [captures] with a severity: from = 60"
        )
    ended = capture_waiting(settings, store)
    click.echo(f"Captures: {ended}.")
    if ended["failed"]:
        raise WorkFailedError(f"{ended['failed']} captures failed; see above, or: monitor evidence waiting")


@command.command(epilog="\b\nExample:\n  monitor evidence waiting")
@workspace_option
def waiting(workspace: Path) -> None:
    """List the candidate cases that wait to be captured by themselves, with what failed how often."""
    from monitor.cli import _waiting_captures
    from monitor.cli._columns import aligned
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    with open_store(settings) as store:
        found = _waiting_captures.waiting(settings, store)
    if not found:
        click.echo("No case waits to be captured.")
        return
    rows = [
        (str(one.case), str(one.severity), str(one.tries), "given up" if one.given_up else
         f"{one.due:%Y-%m-%d %H:%M}" if one.due else "now", one.why) for one in found
    ]  # fmt: skip
    for line in aligned(("case", "severity", "tries", "next (UTC)", "why it failed"), rows):
        click.echo(line)


@command.command(epilog="\b\nExample:\n  monitor evidence stamp")
@workspace_option
def stamp(workspace: Path) -> None:
    """Have the log stamped by the timestamp authority of monitor.toml; for a schedule, where it was away before."""
    from monitor.evidence.stamps import stamp as ask
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    if settings.timestamp_authority is None:
        raise ConfigurationError(f"{settings.path / 'monitor.toml'}: names no timestamp authority; see [timestamps]")
    found = ask(settings.evidence, settings.timestamp_url, settings.timestamp_authority)
    if found:
        _compare_clocks(found.at)
    click.echo(f"The log's {found.lines} lines were there at {found.at:%Y-%m-%d %H:%M:%S} UTC."
               if found else "Nothing is on the log since the last timestamp.")  # fmt: skip


def _stamped(settings: "Workspace") -> None:
    """Ask for a timestamp at once, where an authority is set; one that is away is said, and asked again later."""
    from monitor.evidence.stamps import stamp as ask

    if settings.timestamp_authority is not None:
        try:
            if found := ask(settings.evidence, settings.timestamp_url, settings.timestamp_authority):
                _compare_clocks(found.at)
        except WorkFailedError as failure:
            click.echo(f"{failure}; the timestamp waits for `monitor evidence stamp`", err=True)


def _compare_clocks(at: datetime) -> None:
    """Say it where the authority's time is another than this machine's."""
    if abs(off := (datetime.now(UTC) - at).total_seconds()) > MOST_OFF:
        click.echo(f"This machine's clock is {off:+.0f} s off the timestamp authority's; set it right", err=True)


@command.command(epilog="\b\nExample:\n  monitor evidence verify --folder /media/stick/evidence")
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), help="An evidence folder; no workspace needed."
)
@click.option("--head", default="", help="A digest of the log's head that was noted before: is it on the log still?")
@workspace_option
def verify(folder: Path | None, head: str, workspace: Path) -> None:
    """Find any byte or file that was changed, removed or added, and any break of the log; exit 1 and name it."""
    from monitor.evidence import log, seal, stamps
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace) if folder is None else None
    place = folder or (settings.evidence if settings else workspace)
    if folder is not None and not place.is_dir():
        raise ConfigurationError(f"{place}: is no folder; name the evidence folder")
    count, wrong, waiting = seal.verify(place)
    stamped, also = stamps.check(place, settings.timestamp_authority if settings else None)
    wrong += also
    heads = log.heads(place)
    if head and head.strip().lower() not in {one.digest for one in heads}:
        wrong.append(f"{log.NAME}: has no line with the digest {head}: what was there when it was noted is gone")
    for line in waiting:
        click.echo(f"{line}; an interruption, which the next `monitor evidence add` mends", err=True)
    for line in wrong[:SHOWN]:
        click.echo(line, err=True)
    if wrong:
        raise WorkFailedError(f"{place}: {len(wrong)} things are not as they were")
    click.echo(f"{count} packages verified, all as they were sealed.")
    if heads:
        click.echo(f"Head of the log: {heads[-1].digest}")
    if stamped:
        at, by = stamped[-1].at, place / stamps.STAMPS / stamps.AUTHORITY
        click.echo(f"Its first {stamped[-1].lines} lines were there at {at:%Y-%m-%d %H:%M:%S} UTC, says {by}.")
    if settings and settings.timestamp_url and (late := stamps.waiting(place)):
        click.echo(f"{late} packages wait for a timestamp; run: monitor evidence stamp")
