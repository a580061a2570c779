"""`monitor cases`: the review queue from the terminal."""

import getpass
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from monitor.cli._groups import Group
from monitor.cli._lines import room, tell
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError

if TYPE_CHECKING:
    from monitor.store import CaseFilter, Store
    from monitor.store.deciding import Decided

F = TypeVar("F", bound=Callable[..., Any])
STATUSES = ("candidate", "confirmed", "dismissed", "submitted", "upheld", "rejected", "withdrawn")
NUMBER = click.IntRange(1, 2**63 - 1)


def filters(command: F) -> F:
    """The options that say which cases are meant."""
    for option in (
        click.option("--min-severity", type=click.IntRange(0, 100), default=0, help="Only cases at least so severe."),
        click.option("--marketplace", default="", help="Only cases of this marketplace (for a shop, its host name)."),
        click.option("--flag", default="", help="Only cases with this flag, such as low_price."),
        click.option("--status", type=click.Choice(STATUSES), help="Only cases that stand here."),
        click.option("--brand", default="", help="Only cases of this brand (a folder name in brands/)."),
    ):
        command = option(command)
    return command


@click.group(
    cls=Group,
    epilog="""\b
Examples:
  monitor cases list --status candidate --min-severity 60
  monitor cases show 17
  monitor cases decide 17 18 confirmed --why "test purchase 2026-05-04"
  monitor cases export -o cases.csv""",
)
def command() -> None:
    """Review candidate cases: list them, look at one, decide, export them as CSV."""


@command.command(
    "list",
    epilog="""\b
Example:
  monitor cases list --brand aurelia --flag low_price --status candidate""",
)
@filters
@click.option("--all", "everything", is_flag=True, help="Those that were dismissed or have ended, too.")
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="At most so many; 0 for all.")
@workspace_option
def list_(limit: int, everything: bool, workspace: Path, **wanted: Any) -> None:
    """The open cases, most severe first; with --all or a closed --status those that have ended, too."""
    from monitor.cli._case_list import HEAD, cells
    from monitor.cli._case_list import show as case_list
    from monitor.cli._columns import aligned

    with _store(workspace) as store:
        every = _filter(wanted, limit or None)
        asked = replace(every, only_open=not (everything or wanted["status"]))
        found, total = store.cases(asked), store.count_cases(asked)
        ended = store.count_cases(every) - total
        if not found:
            _check_names(store, wanted, workspace)
    if not found:
        first = "No case yet; crawl first, with: monitor crawl; or keep what a file shows: monitor check FILE --save"
        nothing = "No case matches." if any(wanted.values()) else first
        tell(f"No open case; {ended} have ended, see them with --all" if ended else nothing)
        return
    if columns := room():
        case_list(found, columns)
    else:
        for line in aligned(HEAD, [cells(case) for case in found]):
            tell(line)
    if ended:
        tell(f"{ended} more have ended; see them with --all", err=True)
    if len(found) < total:
        tell(f"{len(found)} of {total} cases; see more with --limit 0, or fewer with --status, --flag ...", err=True)


@command.command(
    epilog="""\b
Examples:
  monitor cases show 17
  monitor cases show 17 --timeline > case-17.txt
  monitor cases show 17 --pictures finds"""
)
@click.argument("case", type=NUMBER)
@click.option("--pictures", type=click.Path(path_type=Path, file_okay=False), help="Draw each find in a photo into it.")
@click.option("--timeline", is_flag=True, help="Only its way from the first sighting to the result, on one page.")
@workspace_option
def show(case: int, pictures: Path | None, timeline: bool, workspace: Path) -> None:
    """All that is known of a case: the listing, each flag with its evidence, prices, and its way to the result.

    With --pictures each logo, photo or word that was found is drawn into that folder: the listing's photo with the
    place marked, beside the brand's own picture.
    """
    from monitor.cli._case_pictures import write_finds
    from monitor.cli._case_text import INDENT, describe, timeline_page
    from monitor.cli._case_timeline import WIDTH
    from monitor.cli._known_evidence import lost
    from monitor.cli._sealed_evidence import verified
    from monitor.cli._shown_products import shown_products
    from monitor.store import open_store
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    with open_store(settings) as store:
        found, photos = store.case(case), store.photos(case)
        sealed, wrong = verified(settings.evidence, case)
        gone, missing = lost(settings, store, case, (entry["name"] for entry in sealed))
    with open_complaints(settings) as complaints:
        filed = complaints.of_case(case)
    width = min(WIDTH, (room() or WIDTH + INDENT) - INDENT)
    told = filed, [*sealed, *gone], [*wrong, *missing], width
    if timeline:
        lines = timeline_page(found, *told)
    else:
        finding = found.case.finding
        lines = describe(found, *told, shown_products(settings.path / "brands" / finding.brand, finding.flags))
    for line in lines:
        tell(line)
    if pictures:
        written = write_finds(pictures, found.case, photos, settings)
        for file in written:
            tell(f"Drawn: {file}")
        if not written:
            tell("Nothing to draw: nothing was found in a photo, or the listing's photo is no longer kept.")


@command.command(
    epilog="""\b
Examples:
  monitor cases decide 17 confirmed --why "the test buy is a counterfeit"
  monitor cases decide 21 22 23 dismissed \\
      --why "parallel import, allowed in the EU" --by "J. Weber" """
)
@click.argument("cases", nargs=-1, type=NUMBER, required=True, metavar="CASE...")
@click.argument("status", type=click.Choice(STATUSES))
@click.option("--why", required=True, help="The reason, which is kept with the case.")
@click.option("--by", default="", help="Who decides; by default $MONITOR_USER, else the user of this machine.")
@workspace_option
def decide(cases: tuple[int, ...], status: str, why: str, by: str, workspace: Path) -> None:
    """Move cases to a status, all of them or none.

    candidate becomes confirmed or dismissed; confirmed becomes submitted, or dismissed after all; submitted becomes
    upheld, rejected or withdrawn; and what is dismissed or ended becomes candidate again. Who, when and why are kept.
    While a complaint about a case waits for its answer, that answer ends the case: monitor complaint answer.
    """
    from monitor.cases import Status
    from monitor.records.parse import clean_text

    reason, person = clean_text(why, 2_000), clean_text(by or _user(), 200)
    if not reason:
        raise click.UsageError('--why is empty; say why, such as --why "test purchase 2026-05-04"')
    if not person:
        raise click.UsageError("nobody is named; say who decides with --by")
    with _store(workspace) as store:
        decided = store.decide(cases, Status(status), person, reason)
    numbers = list(dict.fromkeys(cases))
    tell(f"{'Cases' if len(numbers) > 1 else 'Case'} {', '.join(map(str, numbers))}: {status}, by {person}.")
    for one in decided:
        _tell(one)


@command.command(
    epilog="""\b
Example:
  monitor cases export --status confirmed -o confirmed.csv"""
)
@filters
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The CSV to write; else printed.")
@workspace_option
def export(output: Path | None, workspace: Path, **wanted: Any) -> None:
    """The flagged-listings CSV: one row a case, most severe first."""
    from monitor.cases import COLUMNS
    from monitor.cli._case_rows import case_row, packages_by_case
    from monitor.spreadsheets import write_table
    from monitor.workspace import load_workspace

    with _store(workspace) as store:
        found = store.cases(_filter(wanted, None))
        if not found:
            _check_names(store, wanted, workspace)
    sealed = packages_by_case(load_workspace(workspace).evidence)
    write_table(COLUMNS, (case_row(case, sealed) for case in found), output or sys.stdout.buffer)
    if output:
        tell(f"Wrote {len(found)} case{'s' if len(found) != 1 else ''} to {output}", err=True)


def _tell(decided: "Decided") -> None:
    """What a person who decided may not know: what another one had decided, and drafts that are not to be filed now."""
    from monitor.cli._text import plain

    if before := decided.before:
        said = f"{before.after} by {before.by} on {before.at:%Y-%m-%d %H:%M} UTC: {before.why}"
        tell(f"Note: case {decided.case} was {plain(said)}", err=True)
    if decided.unfiled:
        tell(
            f"Note: no complaint about case {decided.case} is recorded here, so no answer is waited for; one that the "
            f"monitor follows: monitor complaint draft CHANNEL {decided.case}, then monitor complaint submit",
            err=True,
        )
    for number in decided.drafts:
        tell(
            f"Note: complaint {number}, a draft, is about case {decided.case} and cannot be filed now; give it up: "
            f"monitor complaint abandon {number} --why ...",
            err=True,
        )
    for number in decided.upheld:
        tell(
            f"Note: complaint {number} about case {decided.case} gave you right; where that was wrong, withdraw it "
            f"there, then: monitor complaint correct {number} withdrawn --case {decided.case} --why ...",
            err=True,
        )


def _store(workspace: Path) -> "Store":
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    return open_store(load_workspace(workspace))


def _filter(wanted: dict[str, Any], limit: int | None) -> "CaseFilter":
    from monitor.store import CaseFilter

    return CaseFilter(**{**wanted, "status": wanted["status"] or ""}, limit=limit)


def _check_names(store: "Store", wanted: Mapping[str, Any], workspace: Path) -> None:
    """Raise ConfigurationError where a flag, a brand or a marketplace is asked for that there is not."""
    from monitor.cli._known_names import check_brand, check_marketplace
    from monitor.store import CaseFilter

    _check_flag(wanted["flag"])
    if wanted["brand"] or wanted["marketplace"]:
        every = store.cases(CaseFilter())
        check_brand(workspace, wanted["brand"], (case.finding.brand for case in every))
        check_marketplace(wanted["marketplace"], (case.listing.marketplace for case in every))


def _check_flag(kind: str) -> None:
    """Raise ConfigurationError for a flag that no detector raises."""
    from detectors.base import discover

    known = sorted(detector.kind for detector in discover())
    if kind and kind not in known:
        raise ConfigurationError(f"--flag {kind}: there is no such flag; known are: {', '.join(known)}")


def _user() -> str:
    if named := os.environ.get("MONITOR_USER"):
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return ""
