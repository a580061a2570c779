"""`monitor evidence verify`: whether all is as it was sealed, for the workspace and for whoever has a copy."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._evidence_chain import README
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, MonitorError, WorkFailedError

if TYPE_CHECKING:
    from monitor.evidence.stamps import Stamp
    from monitor.workspace import Workspace

SHOWN = 50
DIGITS = 64


@click.command(
    epilog="""\b
Examples:
  monitor evidence verify
  monitor evidence verify --folder /media/stick/evidence --key 3f0c…"""
)
@click.option(
    "--folder", type=click.Path(path_type=Path, file_okay=False), help="An evidence folder; no workspace needed."
)
@click.option("--head", default="", help="A digest of the log's head that was noted before: is it on the log still?")
@click.option("--key", default="", help="The fingerprint that the key must have, as its owner told you.")
@workspace_option
def verify(folder: Path | None, head: str, key: str, workspace: Path) -> None:
    """Find any byte or file that was changed, removed or added, and any break of the log; exit 1 and name it.

    In a workspace, also what the database remembers of it and is not there; --folder asks no database.
    """
    from monitor.evidence import check, keys, log, stamps
    from monitor.workspace import load_workspace

    head, key = _digest("--head", head), _digest("--key", key)
    settings = load_workspace(workspace) if folder is None else None
    place = folder or (settings.evidence if settings else workspace)
    if folder is not None:
        _must_be_whole(folder)
    count, wrong, waiting = check.verify(place, own=folder is None)
    if settings and not wrong:
        wrong = _compare(settings)
    if not count and not wrong and not log.heads(place):
        if folder is not None or head or key:
            raise WorkFailedError(f"{place}: holds no evidence, where some is expected")
        click.echo(f"No evidence is kept in {place} yet; add some with: monitor evidence add")
        return
    stamped, also, left = stamps.check(place)
    wrong, waiting, heads = wrong + also, waiting + left, log.heads(place)
    if head and head not in {one.digest for one in heads}:
        wrong.append(f"{log.NAME}: has no line with the digest {head}: what was there when it was noted is gone")
    if key and key != keys.fingerprint(place):
        wrong.append(f"{keys.PUBLIC}: is another key than {key}: it is {keys.fingerprint(place)}")
    for line in waiting:
        click.echo(f"{line}; an interruption, which `monitor evidence mend` or the next package mends", err=True)
    for line in wrong[:SHOWN]:
        click.echo(line, err=True)
    if wrong:
        raise WorkFailedError(f"{place}: {len(wrong)} things are not as they were")
    click.echo(f"{count} packages verified, all as they were sealed.")
    click.echo(f"Head of the log: {heads[-1].digest if heads else 'none, nothing is logged'}")
    click.echo(f"Fingerprint of the key: {keys.fingerprint(place)}" + ("" if key else "; compare it with its owner's"))
    if stamped:
        _tell(place, stamped[-1])
    if settings and settings.timestamp_url and (late := stamps.waiting(place)):
        click.echo(f"{late} packages wait for a timestamp; run: monitor evidence stamp")


def _must_be_whole(folder: Path) -> None:
    """Raise ConfigurationError for what is no folder, or only the part of one that went along with a complaint."""
    from monitor.evidence import log

    if not folder.is_dir():
        raise ConfigurationError(f"{folder}: is no folder; name the evidence folder")
    if (folder / README).is_file() and not (folder / log.NAME).exists():
        raise ConfigurationError(
            f"{folder}: is a part of an evidence folder that went along with a complaint, and no whole one; "
            f"check it with the commands of its {README}"
        )


def _compare(settings: "Workspace") -> list[str]:
    """What the database remembers and the folder, sound by itself, lacks; then it learns what it does not know yet."""
    from monitor.cli._known_evidence import known, remember
    from monitor.store import open_store

    try:
        with open_store(settings) as store:
            found = known(settings.evidence, store.remembered())
            if not found.missing:
                remember(settings, store)
    except MonitorError as failure:
        click.echo(f"The database cannot be asked what was sealed: {failure}", err=True)
        return []
    if found.elsewhere:
        last = found.elsewhere[-1]
        click.echo(
            f"{len(found.elsewhere)} packages that another key signed lie in another folder, or are lost; the last is "
            f"{last.name}, of the key {last.key}",
            err=True,
        )
    return found.problems


def _tell(place: Path, last: "Stamp") -> None:
    """What the last timestamp says, and whether packages say otherwise."""
    from monitor.evidence import check, stamps

    by = place / check.STAMPS
    click.echo(f"Its first {last.lines} lines were there at {last.at:%Y-%m-%d %H:%M:%S} UTC, say the answers in {by}.")
    if later := stamps.contradicted(place, last):
        click.echo(
            f"{len(later)} of these packages say of themselves that they are younger ({later[0]}): "
            "this machine's clock or the authority's was wrong then",
            err=True,
        )


def _digest(option: str, said: str) -> str:
    """A digest as it is compared, in small letters; empty for none. Raises ConfigurationError."""
    found = said.strip().lower().replace(":", "")
    if found and (len(found) != DIGITS or set(found) - set("0123456789abcdef")):
        raise ConfigurationError(f"{option} {said}: is no SHA-256; give the {DIGITS} digits that verify prints")
    return found
