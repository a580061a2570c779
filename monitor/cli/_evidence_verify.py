"""`monitor evidence verify`: whether all is as it was sealed, for the workspace and for whoever has a copy."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, MonitorError, WorkFailedError

if TYPE_CHECKING:
    from monitor.evidence.stamps import Stamp
    from monitor.workspace import Workspace

SHOWN = 50
DIGITS = 64
STAMPS = "timestamps"


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
@click.option("--archives", is_flag=True, help="Open each web archive, too, and look whether it keeps to its format.")
@workspace_option
def verify(folder: Path | None, head: str, key: str, archives: bool, workspace: Path) -> None:
    """Find any byte or file that was changed, removed or added, and any break of the log; exit 1 and name it.

    In a workspace, also what the database remembers of it and is not there; --folder asks no database, and takes the
    part that went along with a complaint, too (an unpacked evidence.zip).
    """
    from monitor.evidence import keys, part
    from monitor.workspace import load_workspace

    head, key = _digest("--head", head), _digest("--key", key)
    settings = load_workspace(workspace) if folder is None else None
    place = folder or (settings.evidence if settings else workspace)
    if folder is not None and not folder.is_dir():
        raise ConfigurationError(f"{folder}: is no folder; name the evidence folder")
    found = _part(place) if folder is not None and part.is_part(place) else _whole(place, settings)
    if found is None:
        if folder is not None or head or key:
            raise WorkFailedError(f"{place}: holds no evidence, where some is expected")
        tell(f"No evidence is kept in {place} yet; add some with: monitor evidence add")
        return
    wrong, said = found.wrong, found.said
    if archives:
        opened, broken = _opened(place)
        wrong, said = wrong + broken, [*said, f"{opened} web archives opened, each as WACZ asks."]
    wrong = wrong + _noted(place, found.heads, head, key)
    for line in found.waiting:
        tell(f"{line}; an interruption, which `monitor evidence mend` or the next package mends", err=True)
    for line in wrong[:SHOWN]:
        tell(line, err=True)
    if wrong:
        raise WorkFailedError(f"{place}: {len(wrong)} things are not as they were")
    for line in said:
        tell(line)
    tell(f"Fingerprint of the key: {keys.fingerprint(place)}" + ("" if key else "; compare it with its owner's"))
    if found.stamped and not found.part:
        _tell(place, found.stamped[-1])
    if settings and (why := keys.exposed(place)):
        tell(f"Warning: {why}", err=True)
    if settings and settings.timestamp_url:
        _tell_waiting(place)


def _noted(place: Path, heads: list[str], head: str, key: str) -> list[str]:
    """What is not as it was noted elsewhere: a head of the log, the fingerprint of the key."""
    from monitor.evidence import keys

    wrong = []
    if head and head not in heads:
        wrong.append(f"no line of the log has the digest {head}: what was there when it was noted is gone, or not here")
    if key and key != keys.fingerprint(place):
        wrong.append(f"{keys.PUBLIC}: is another key than {key}: it is {keys.fingerprint(place)}")
    return wrong


class _Found(NamedTuple):
    """What is wrong, what waits, what is said where nothing is wrong, the heads of the log, and its timestamps."""

    wrong: list[str]
    waiting: list[str]
    said: list[str]
    heads: list[str]
    stamped: "list[Stamp]"
    part: bool = False


def _whole(place: Path, settings: "Workspace | None") -> _Found | None:
    """A whole evidence folder, `settings` where it is a workspace's own; None where nothing is kept yet."""
    from monitor.evidence import check, log, stamps

    count, wrong, waiting = check.verify(place, own=settings is not None)
    if settings and not wrong:
        wrong = _compare(settings)
    heads = [one.digest for one in log.heads(place)]
    if not count and not wrong and not heads:
        return None
    stamped, also, left = stamps.check(place)
    said = [
        f"{count} packages verified, all as they were sealed.",
        f"Head of the log: {heads[-1] if heads else 'none, nothing is logged'}",
    ]
    return _Found(wrong + also, waiting + left, said, heads, stamped)


def _part(place: Path) -> _Found:
    """The part of an evidence folder that went along with a complaint."""
    from monitor.evidence.part import verify_part

    found = verify_part(place)
    said = [
        f"{found.packages} packages of a part verified: what is here is as it was sealed"
        + (f"; {found.away} of their files stayed with their owner." if found.away else ", and whole.")
    ]
    said += [
        f"Line {one.lines} of the owner's log was there at {one.at:%Y-%m-%d %H:%M:%S} UTC, by the answer in {STAMPS}."
        for one in found.stamped
    ]
    heads = [one.digest for one in found.heads.values()]
    return _Found(list(found.wrong), [], said, heads, list(found.stamped), part=True)


def _tell_waiting(place: Path) -> None:
    from monitor.evidence import stamps

    if late := stamps.waiting(place):
        tell(f"{late} packages wait for a timestamp; run: monitor evidence stamp")


def _opened(place: Path) -> tuple[int, list[str]]:
    """How many web archives there are, and what breaks their format: what was sealed so stays so."""
    from monitor.evidence.archive_check import MOST_BYTES, problems
    from monitor.evidence.check import PACKAGES
    from monitor.plain_files import StrangeFileError, read_file

    found, wrong = sorted((place / PACKAGES).glob("*/page.wacz")), list[str]()
    for path in found:
        try:
            said = problems(read_file(path, MOST_BYTES))
        except (OSError, StrangeFileError) as failure:
            said = [str(failure)]
        wrong += [f"{path.parent.name}: {path.name}: breaks its format: {what}" for what in said]
    return len(found), wrong


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
        tell(f"The database cannot be asked what was sealed: {failure}", err=True)
        return []
    if found.elsewhere:
        last = found.elsewhere[-1]
        tell(
            f"{len(found.elsewhere)} packages that another key signed lie in another folder, or are lost; the last is "
            f"{last.name}, of the key {last.key}",
            err=True,
        )
    return found.problems


def _tell(place: Path, last: "Stamp") -> None:
    """What the last timestamp says, and whether packages say otherwise."""
    from monitor.evidence import check, stamps

    by = place / check.STAMPS
    tell(f"Its first {last.lines} lines were there at {last.at:%Y-%m-%d %H:%M:%S} UTC, say the answers in {by}.")
    if later := stamps.contradicted(place, last):
        tell(
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
