"""`monitor evidence`: add what was found about a case, and verify that nothing changed."""

from datetime import UTC, datetime
from pathlib import Path

import click

from monitor.cli._complaints import person
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

KINDS = ("photo", "purchase", "certificate", "note")
NUMBER = click.IntRange(1, 2**63 - 1)
SHOWN = 50


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


@command.command(epilog="\b\nExample:\n  monitor evidence capture 17")
@click.argument("case", type=NUMBER)
@click.option("--by", default="", help="Who captures; by default $MONITOR_USER, else the user of this machine.")
@workspace_option
def capture(case: int, by: str, workspace: Path) -> None:
    """Open a case's page in Chromium and keep what a person sees: screenshot, page, HTTP exchanges, record, flags."""
    from monitor import __version__
    from monitor.chromium import find_chromium
    from monitor.cli._case_text import describe
    from monitor.crawling.browser_proxy import BrowserProxy
    from monitor.evidence.capture import capture as look
    from monitor.evidence.seal import seal
    from monitor.net import UrlPolicy
    from monitor.store import open_store
    from monitor.workspace import load_workspace

    settings, who = load_workspace(workspace), person(by)
    with open_store(settings) as store:
        file = store.case(case)
    url = file.case.listing.url
    named = [value for target in settings.targets for value in target.args.values() if value.startswith("http")]
    policy = UrlPolicy.of(named, settings.private_hosts)
    if refusal := policy.refusal(url):
        raise ConfigurationError(f"case {case}: {url} {refusal}; a capture does not go there")
    refused: list[int] = []
    found = look(url, find_chromium(), BrowserProxy(policy, lambda: refused.append(1)))
    files = {**found.files(), "case.txt": ("\n".join(describe(file)) + "\n").encode()}
    note = f"captured by monitor {__version__}; {len(refused)} connections to private addresses refused"
    package = seal(settings.evidence, files, case=case, kind="capture", by=who, at=found.at, note=note)
    click.echo(f"Capture for case {case}: {package} (status {found.status}, {len(found.exchanges)} exchanges)")


@command.command(epilog="\b\nExample:\n  monitor evidence verify --folder /media/stick/evidence")
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), help="An evidence folder; no workspace needed."
)
@workspace_option
def verify(folder: Path | None, workspace: Path) -> None:
    """Find any byte or file that was changed, removed or added, and any break of the log; exit 1 and name it."""
    from monitor.evidence import seal
    from monitor.workspace import load_workspace

    place = folder or load_workspace(workspace).evidence
    if folder is not None and not place.is_dir():
        raise ConfigurationError(f"{place}: is no folder; name the evidence folder")
    count, wrong, waiting = seal.verify(place)
    for name in waiting:
        click.echo(f"{name}: is whole and waits for the log; the next `monitor evidence add` logs it", err=True)
    for line in wrong[:SHOWN]:
        click.echo(line, err=True)
    if wrong:
        raise WorkFailedError(f"{place}: {len(wrong)} things are not as they were")
    click.echo(f"{count} packages verified, all as they were sealed.")
