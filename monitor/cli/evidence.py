"""`monitor evidence`: add what was found about a case, and verify that nothing changed."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._added_pictures import LISTING, SHOWS
from monitor.cli._complaints import person
from monitor.cli._evidence_verify import verify
from monitor.cli._groups import Group
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.cli._purchases import must_count, purchase
from monitor.cli._stamping import compare_clocks, stamp_now
from monitor.errors import ConfigurationError, MonitorError, WorkFailedError

if TYPE_CHECKING:
    from monitor.store import Store
    from monitor.workspace import Workspace

WAITING = ("case", "severity", "tries", "next (UTC)", "why it failed")
KINDS = ("photo", "purchase", "certificate", "note")
NUMBER = click.IntRange(1, 2**63 - 1)
NEW_FOLDER = click.option(
    "--new-folder", default="", help="Begin a new evidence folder though another is known; say why."
)


@click.group(
    cls=Group,
    epilog="""\b
Examples:
  monitor evidence add 17 --kind photo --note "not our crown" crown.jpg
  monitor evidence verify""",
)
def command() -> None:
    """Keep evidence in signed packages on a chained log, and verify it without the database."""


@command.command(
    epilog="""\b
Examples:
  monitor evidence add 17 --kind photo --note "not our crown" crown.jpg
  monitor evidence add 17 --kind purchase --order A-1 \\
      --bought-on 2026-05-04 --price 89.00 --currency EUR \\
      --seller-id shop99 --differs "the movement is not ours" parcel.jpg"""
)
@click.argument("case", type=NUMBER)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(KINDS), required=True, help="What it is.")
@click.option("--note", default="", help="What else is to be known; of a photo what it shows.")
@click.option(
    "--shows",
    type=click.Choice(SHOWS),
    default=None,
    help="Whether a photo shows the listing's page with what is alleged; any other stands behind nothing but its note.",
)
@click.option("--order", default="", help="The number of the order; with --kind purchase, like the next five.")
@click.option("--bought-on", default="", help="The day of the order, as 2026-05-04.")
@click.option("--price", default="", help="What was paid, as 89.00.")
@click.option("--currency", default="", help="Its currency, as EUR.")
@click.option("--seller-id", default="", help="Who sold, as the marketplace names the seller.")
@click.option("--differs", default="", help="What differs from the genuine goods; a complaint quotes it.")
@click.option("--incomplete", is_flag=True, help="Seal a purchase though its order, day, price or seller is missing.")
@click.option("--other-seller", is_flag=True, help="Seal a purchase though another seller than the listing's sold it.")
@NEW_FOLDER
@click.option("--by", default="", help="Who adds it; by default $MONITOR_USER, else the user of this machine.")
@workspace_option
def add(
    case: int,
    files: tuple[Path, ...],
    kind: str,
    note: str,
    shows: str | None,
    new_folder: str,
    incomplete: bool,
    other_seller: bool,
    by: str,
    workspace: Path,
    **bought: str,
) -> None:
    """Add photos, papers or a note about a case, with the record and flags as they stand; signed and logged."""
    from monitor.cli import _known_evidence
    from monitor.cli._case_text import describe
    from monitor.cli._test_buys import stated_of
    from monitor.complaints.statements import denies
    from monitor.evidence.seal import seal
    from monitor.records.parse import clean_text
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings, words, who = load_workspace(workspace), clean_text(note, 5_000), person(by)
    facts, missing = purchase(kind, bought, anyway=incomplete or other_seller)
    if not files and not words and not facts.get("differs"):
        raise click.UsageError("give a file, or --note with words")
    found = _read(files, kind)
    if kind == "photo" and not (files and words):
        raise click.UsageError("a photo needs its file, and --note with what it shows; without, it proves nothing")
    if shows and kind != "photo":
        raise click.UsageError(f"--shows is for photos; a {kind} says by its kind what it is")
    if why := clean_text(new_folder, 500):
        facts = {**facts, "new_folder": why}
    with open_store(settings) as store:
        shown = store.case(case)
        if kind == "purchase":
            before = stated_of(settings.evidence, case, facts.get("order", ""))
            must_count(shown.case, facts, before, incomplete=incomplete, other_seller=other_seller)
        found["case.txt"] = ("\n".join(describe(shown)) + "\n").encode()
        (_known_evidence.must_be_new if why else _known_evidence.must_be_there)(settings, store)
        at = datetime.now(UTC)
        package = seal(
            settings.evidence, found, case=case, kind=kind, by=who, at=at, note=words, shows=shows or "", facts=facts
        )
        _known_evidence.remember(settings, store)
    tell(f"Evidence for case {case}: {package}")
    if kind == "photo" and shows != LISTING:
        tell(f"Note: it stands behind nothing but its note, unless it shows the page: --shows {LISTING}", err=True)
    if missing:
        tell(f"Missing for a test buy, which supports no complaint without: {', '.join(missing)}", err=True)
    if (differs := facts.get("differs", "")) and denies(differs):
        tell(f"Note: {differs[:200]!r} says that nothing differs; no counterfeit is alleged by it", err=True)
    stamp_now(settings)


def _read(files: tuple[Path, ...], kind: str) -> dict[str, bytes]:
    """The files to be sealed, by their names in the package. Raises ConfigurationError for one that cannot be."""
    from monitor.cli._added_pictures import is_picture
    from monitor.packages import read_attachment

    found: dict[str, bytes] = {}
    for path in files:
        name, content = read_attachment(path)
        if f"files/{name}" in found:
            raise ConfigurationError(f"{path}: another file is named {name} too; rename one")
        if kind == "photo" and not is_picture(name, content):
            raise ConfigurationError(
                f"{path}: is no picture that opens; add other files with --kind note or certificate"
            )
        found[f"files/{name}"] = content
    return found


@command.command(
    epilog="""\b
Examples:
  monitor evidence capture 17 18
  monitor evidence capture --waiting     from a schedule; see [captures]"""
)
@click.argument("cases", nargs=-1, type=NUMBER, metavar="[CASE]...")
@click.option("--waiting", is_flag=True, help="Capture the open cases that wait for it, within the bounds set.")
@NEW_FOLDER
@click.option("--by", default="", help="Who captures; by default $MONITOR_USER, else the user of this machine.")
@workspace_option
def capture(cases: tuple[int, ...], waiting: bool, new_folder: str, by: str, workspace: Path) -> None:
    """Open each case's page in Chromium and keep what a person sees: picture, page, HTTP exchanges, record, flags."""
    from monitor.cli._known_evidence import must_be_new, must_be_there
    from monitor.records.parse import clean_text
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    if bool(cases) == waiting:
        raise click.UsageError("name cases, or give --waiting")
    if waiting and new_folder:
        raise click.UsageError("--new-folder is for cases that a person names")
    settings, why = load_workspace(workspace), clean_text(new_folder, 500)
    with open_store(settings) as store:
        (must_be_new if why else must_be_there)(settings, store)
        try:
            if cases:
                _capture(settings, store, cases, person(by), {"new_folder": why} if why else {})
            else:
                _capture_waiting(settings, store)
        finally:  # what was sealed before one failed is stamped, too
            stamp_now(settings)


def _capture(settings: "Workspace", store: "Store", cases: tuple[int, ...], by: str, facts: Mapping[str, str]) -> None:
    import asyncio

    from monitor.cli._capturing import Capturing

    async def each() -> list[MonitorError]:
        failures: list[MonitorError] = []
        async with Capturing(settings, store, by, facts) as capturing:
            for case in dict.fromkeys(cases):
                try:
                    done = await capturing.capture(case)
                except MonitorError as failure:
                    failures.append(failure)
                    if len(cases) > 1:
                        tell(str(failure), err=True)
                    continue
                tell(f"Capture for case {case}: {done.package} (status {done.status}, {done.exchanges} exchanges)")
                tell(f"What it shows: {done.words}.")
        return failures

    for case in cases:
        store.case(case)
    failures = asyncio.run(each())
    if len(cases) == 1 and failures:
        raise failures[0]
    if failures:
        raise WorkFailedError(f"{len(failures)} of {len(cases)} cases were not captured; see above")


def _capture_waiting(settings: "Workspace", store: "Store") -> None:
    from monitor.cli._waiting_captures import capture_waiting

    if not settings.captures.least:
        raise ConfigurationError(
            f"{settings.path / 'monitor.toml'}: says of no case that it is captured by itself; "
            "add a table [captures] with a severity: from = 60"
        )
    ended = capture_waiting(settings, store)
    tell(f"Captures: {ended}.")
    if ended["failed"]:
        raise WorkFailedError(f"{ended['failed']} captures failed; see above, or: monitor evidence waiting")


@command.command(epilog="\b\nExample:\n  monitor evidence waiting")
@workspace_option
def waiting(workspace: Path) -> None:
    """List the open cases that wait to be captured by themselves, with what failed how often."""
    from monitor.cli import _waiting_captures
    from monitor.cli._columns import Narrow, show_rows
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    with open_store(settings) as store:
        found = _waiting_captures.waiting(settings, store)
    if not found:
        tell("No case waits to be captured.")
        return
    rows = [
        (str(one.case), str(one.severity), str(one.tries), "given up" if one.given_up else
         f"{one.due:%Y-%m-%d %H:%M}" if one.due else "now", one.why) for one in found
    ]  # fmt: skip
    show_rows(WAITING, rows, Narrow(lines={"why it failed": 20}))


@command.command(epilog="\b\nExample:\n  monitor evidence stamp")
@workspace_option
def stamp(workspace: Path) -> None:
    """Have the log stamped by the timestamp authority of monitor.toml; for a schedule, where it was away before."""
    from monitor.cli._known_evidence import must_be_there
    from monitor.evidence.stamps import stamp as ask
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    if settings.timestamp_authority is None:
        raise ConfigurationError(f"{settings.path / 'monitor.toml'}: names no timestamp authority; see [timestamps]")
    with open_store(settings) as store:
        must_be_there(settings, store)
    found = ask(settings.evidence, settings.timestamp_url, settings.timestamp_authority)
    if found:
        compare_clocks(found.at)
    tell(f"The log's {found.lines} lines were there at {found.at:%Y-%m-%d %H:%M:%S} UTC."
               if found else "Nothing is on the log since the last timestamp.")  # fmt: skip


@command.command(epilog="\b\nExample:\n  monitor evidence mend")
@workspace_option
def mend(workspace: Path) -> None:
    """Bring to its end what a killed process left: put a whole package on the log, clear beginnings away."""
    from monitor.cli._known_evidence import must_be_there
    from monitor.evidence.seal import mend as bring_to_its_end
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    with open_store(settings) as store:
        must_be_there(settings, store)
    if not settings.evidence.exists():
        tell("No evidence is kept yet.")
        return
    bring_to_its_end(settings.evidence)
    tell("Nothing is left half done; look whether all is as it was sealed: monitor evidence verify")


command.add_command(verify)
