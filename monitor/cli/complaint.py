"""`monitor complaint`: drafts through channels, what was filed, what came back, what is due."""

from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cases import AFTER
from monitor.cli._columns import Narrow, show_rows
from monitor.cli._complaint_answers import answer, correct
from monitor.cli._complaint_draft import draft
from monitor.cli._complaint_looked import looked
from monitor.cli._complaint_steps import abandon, done, reply, submit
from monitor.cli._complaints import FOLDER, NUMBER, calendar_of, other_side, owed, whole
from monitor.cli._complaints import day as shown
from monitor.cli._groups import Group
from monitor.cli._lines import fitted, tell
from monitor.cli._options import workspace_option

if TYPE_CHECKING:
    from monitor.complaints import Channel

STATUSES = ("begun", "draft", "submitted", "partly_upheld", *AFTER, "abandoned")
HEAD = ("complaint", "channel", "status", "brand", "filed", "due", "reference", "cases")
NARROW = Narrow(cut={"reference": 12, "cases": 5}, without=("brand", "filed"), lines={"reference": 9, "cases": 5})
WAITS = {"submitted": "still open"}


@click.group(
    cls=Group,
    epilog="""\b
Examples:
  monitor complaint draft alibaba_ipp 17 --set complaint_reason="Mark misuse"
  monitor complaint submit 3 --reference IPP-2026-0815
  monitor complaint answer 3 upheld --text "links removed"
  monitor complaint due""",
)
def command() -> None:
    """Turn confirmed cases into complaints, and follow them to the result. Nothing is sent: a person files."""


@command.command(epilog="\b\nExamples:\n  monitor complaint channels\n  monitor complaint channels letter")
@click.argument("name", required=False)
def channels(name: str | None) -> None:
    """The channels, or one of a NAME: limits, sites, grounds with the flags that carry them, fields, where read."""
    from monitor.complaints import channel
    from monitor.complaints import channels as known
    from monitor.complaints.grounds import carriers

    for one in [channel(name)] if name else known().values():
        days = f"{one.review_days} working days of {_whose(one)}"
        _hung(f"{one.name}: {one.title}; {one.most_links} links at most, answer in {days}", 2)
        if one.hosts:
            _hung(f"  for {', '.join(one.hosts)}", 4)
        for ground in sorted(one.grounds):
            _hung(f"  on the ground {ground}, which is carried by {carriers(ground)}", 4)
        for asked in one.fields:
            read = f"{asked.requirement}, read {asked.read}" if asked.read else asked.requirement
            _hung(f"  {asked.name:<22}{'' if asked.required else 'optional; '}{asked.source}  [{read}]", 24)
    if not name:
        tell(f"{len(known())} channels; one alone: monitor complaint channels {'|'.join(known())}", err=True)


def _hung(line: str, hang: int) -> None:
    """Print a line that goes on, where it is too long for a terminal, behind so many columns."""
    for part in fitted(line, hang=hang):
        click.echo(part)


def _whose(channel: "Channel") -> str:
    """Whose working days a channel's deadlines run in."""
    return "the country of the listings" if channel.local else channel.country or "its own country, or else yours"


@command.command("list", epilog="\b\nExample:\n  monitor complaint list --status submitted")
@click.option("--status", type=click.Choice(STATUSES), metavar="STATUS", help=f"One of {', '.join(STATUSES)}.")
@click.option("--channel", default="")
@workspace_option
def list_(status: str | None, channel: str, workspace: Path) -> None:
    """The complaints, oldest first, and the figures of each channel."""
    from monitor.cli._text import plain
    from monitor.complaints.figures import Outcome, figures
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    with open_complaints(load_workspace(workspace)) as complaints:
        found = complaints.find(status or "", channel)
        again, back, undone = complaints.relisted(), complaints.recanted(), complaints.undone()
    if not found:
        tell("No complaint; make one with: monitor complaint draft CHANNEL CASE")
        return
    rows = [
        (str(one.id), one.channel, one.status, one.brand, shown(one.filed_on), shown(one.due_on), plain(one.reference),
         " ".join(map(str, one.cases)))
        for one in found
    ]  # fmt: skip
    show_rows(HEAD, rows, NARROW)
    outcomes = [
        Outcome(
            channel=o.channel,
            status=o.status,
            filed_on=o.filed_on,
            ended_on=o.ended_on,
            gone=o.gone == o.cases,
            relisted=o.id in again,
            recanted=o.id in back,
            undone=o.id in undone,
            rejected=sum(result == "rejected" for result in o.results.values()) / max(len(o.results), 1),
        )
        for o in found
    ]
    for one in figures(outcomes):
        days = "no end yet" if one.days is None else f"median {one.days:g} days"
        told = [*other_side(one.channel)[1], *sorted(one.results)]
        ends = ", ".join(
            f"{one.results.get(end, 0)} {WAITS.get(end) or end.replace('_', ' ')}" for end in dict.fromkeys(told)
        )
        back_here = f"{one.recanted} taken back here, " if one.recanted else ""
        back_here += f"{one.undone} withdrawn after it was upheld or settled, " if one.undone else ""
        tell(
            f"{one.channel}: {one.filed} filed, {ends}, {one.gone} found taken down, {one.relisted} relisted, "
            f"{back_here}{days}"
        )
        for warning in one.warnings:
            tell(f"Warning: {warning}", err=True)


@command.command(epilog="\b\nExample:\n  monitor complaint show 3")
@click.argument("number", type=NUMBER)
@workspace_option
def show(number: int, workspace: Path) -> None:
    """One complaint with its history; checks its package, and exits 1 where that is not whole."""
    from monitor.cli._complaint_now import against
    from monitor.cli._evidence_shelf import read_once
    from monitor.cli._text import plain
    from monitor.store import open_store
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    with open_store(settings) as store, open_complaints(settings) as complaints, read_once():
        one = complaints.get(number)
        now = list(against(settings, store, complaints, one))
    alleged = "no allegation" if one.ground == "none" else f"ground {one.ground}"
    tell(f"Complaint {one.id} through {one.channel}: {plain(one.status)}, brand {one.brand}, {alleged}")
    tell(f"  cases      {' '.join(map(str, one.cases))}")
    tell(f"  package    {settings.path / FOLDER / one.package}")
    for name, value in (
        ("reference", plain(one.reference)),
        ("calendar", f"working days of {calendar_of(one) or 'no known country: weekends alone are left out'}"),
        ("filed", shown(one.filed_on)),
        ("gone", f"the listings of {len(one.gone)} of {len(one.cases)} cases" if one.filed_on else ""),
        ("steps", f"{len(one.steps)}; with --seen {len(one.steps)} the next one is refused if somebody was faster"),
    ):
        if value:
            tell(f"  {name:<10} {value}")
    for words in one.warnings:
        tell(f"  warning    {plain(words)}")
    for words in now:
        tell(f"  now        {words}")
    for key, result in one.results.items():
        if result or one.standing[key] not in ("confirmed", "submitted"):
            tell(f"  case {key}: {result or 'no answer yet'}; the case itself is {one.standing[key]}")
    for task in one.deadlines:
        state = f"done {task.done_at:%Y-%m-%d} by {plain(task.done_by)}: {plain(task.how)}" if task.done_at else "open"
        tell(f"  deadline {task.id}: {owed(one, task)} by {task.due_on}, {state}")
    for step in one.steps:
        tell(f"  {step.at:%Y-%m-%d %H:%M} UTC  {plain(step.words)}, by {plain(step.by)}: {plain(step.text)}")
    if one.digest:  # one that was only begun has none
        whole(settings, one)


@command.command(epilog="\b\nExample:\n  monitor complaint due --days 20")
@click.option(
    "--days",
    type=click.IntRange(0, 250),
    default=15,
    show_default=True,
    help="Working days to look ahead at what we owe.",
)
@workspace_option
def due(days: int, workspace: Path) -> None:
    """What must be done and by whom: cases to complain of, drafts to file, deadlines late or near, rights that end.

    Where nothing is to be done it prints nothing, so that cron mails only where something is.
    """
    from monitor.cases import Status
    from monitor.cli._complaint_aftermath import aftermath
    from monitor.cli._complaint_agenda import agenda, unasked
    from monitor.cli._complaint_changes import changes, cleared, stale
    from monitor.cli._complaint_proof import taken_back
    from monitor.cli._dossiers import tell_broken
    from monitor.cli._evidence_shelf import read_once
    from monitor.cli._judged_today import Today
    from monitor.cli._sealed_words import sealed_since
    from monitor.errors import ConfigurationError
    from monitor.store import CaseFilter, open_store
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings, today = load_workspace(workspace), datetime.now(UTC).date()
    with open_store(settings) as store, open_complaints(settings) as complaints, read_once():
        found, judged = complaints.find(), Today(settings, store)
        file_of = cache(store.case)  # each is asked for by several questions
        case_of = cache(lambda key: file_of(key).case)
        changed, off = dict[int, list[str]](), dict[int, list[str]]()
        taken = {one.id: taken_back(settings.evidence, case_of, complaints, one) for one in found}
        for one in (one for one in found if one.brand not in judged.dossiers.broken):
            taken[one.id] = cleared(case_of, judged, complaints, one) | taken[one.id]
        sealed = {one.id: [each.words for each in sealed_since(settings.evidence, one)] for one in found}
        for one in (one for one in found if one.status == "draft"):
            changed[one.id] = (
                [f"the dossier of {one.brand} cannot be read, so it was not judged again"]
                if one.brand in judged.dossiers.broken
                else list(changes(settings, case_of, complaints, one))
            )
            changed[one.id] += sealed[one.id]
            with suppress(ConfigurationError):  # a dossier that cannot be read is told below
                off[one.id] = stale(case_of, one, judged.dossiers.register)
            off.setdefault(one.id, []).extend(taken[one.id].values())
        wrongly, recanted = complaints.wrongly_filed(), complaints.recanted()
        after = list(aftermath(settings.evidence, file_of, found, found, today))
        after += unasked(store.cases(CaseFilter(status=Status.CONFIRMED)), found)
    for line in agenda(found, today, days, changed, off, taken, wrongly, recanted, sealed, after):
        tell(line)
    for brand in judged.dossiers.brands:
        try:
            rights = judged.dossiers.register(brand.slug)
        except ConfigurationError as failure:
            tell_broken({brand.slug: str(failure)})
            continue
        for warning in rights.expiring(today):
            tell(f"{brand.slug}: {warning}")


for step in (draft, submit, answer, correct, reply, done, looked, abandon):
    command.add_command(step)
