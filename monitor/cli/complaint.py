"""`monitor complaint`: drafts through channels, what was filed, what came back, what is due."""

from datetime import UTC, date, datetime
from pathlib import Path

import click

from monitor.cli._complaints import FOLDER, bought, pair, past, person, read, whole
from monitor.cli._complaints import day as shown
from monitor.cli._complaints import matters as matters_of
from monitor.cli._complaints import register as register_of
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

NUMBER = click.IntRange(1, 2**63 - 1)
ANSWERS = ("upheld", "rejected", "withdrawn", "question", "counter_notice")
STATUSES = ("draft", "submitted", "upheld", "rejected", "withdrawn")
DAYS_TO_REPLY = 3
by_option = click.option("--by", default="", help="Who acts; by default $MONITOR_USER, else the user of this machine.")


@click.group(
    epilog="""\b
Examples:
  monitor complaint draft alibaba_ipp 17 18 --set complaint_reason="Mark misuse"
  monitor complaint submit 3 --reference IPP-2026-0815
  monitor complaint answer 3 upheld --text "links removed"
  monitor complaint due"""
)
def command() -> None:
    """Turn confirmed cases into complaints, and follow them to the result. Nothing is sent: a person files."""


@command.command(epilog="\b\nExample:\n  monitor complaint channels")
def channels() -> None:
    """The channels, what each asks for, and where that was read."""
    from monitor.complaints import channels as known

    for name, one in known().items():
        click.echo(f"{name}: {one.title}; {one.most_links} links at most, answer in {one.review_days} working days")
        for asked in one.fields:
            read = f"{asked.requirement}, read {asked.read}" if asked.read else asked.requirement
            click.echo(f"  {asked.name:<22}{'' if asked.required else 'optional; '}{asked.source}  [{read}]")


@command.command(
    epilog="""\b
Example:
  monitor complaint draft third_party 17 18 --set service="Example Ltd" --attach parcel.jpg"""
)
@click.argument("channel")
@click.argument("cases", nargs=-1, type=NUMBER, required=True, metavar="CASE...")
@click.option("--ground", default="", type=click.Choice(["", "trademark", "copyright", "counterfeit"]))
@click.option("--set", "given", multiple=True, metavar="FIELD=TEXT", help="A field's value; see: complaint channels.")
@click.option("--attach", multiple=True, type=click.Path(path_type=Path), help="A file to go along.")
@click.option("--test-buy", multiple=True, metavar="CASE:ORDER:WHAT-DIFFERS", help="A test purchase of a case.")
@by_option
@workspace_option
def draft(
    channel: str,
    cases: tuple[int, ...],
    ground: str,
    given: tuple[str, ...],
    attach: tuple[Path, ...],
    test_buy: tuple[str, ...],
    by: str,
    workspace: Path,
) -> None:
    """Make a complete package from confirmed cases, or say what is missing and make none."""
    from monitor.complaints import channel as named
    from monitor.complaints.drafting import compose, write
    from monitor.store import open_store
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings, chosen = load_workspace(workspace), named(channel)
    with open_store(settings) as store:
        matters, slug = matters_of(store, dict.fromkeys(cases))
    register, owner = register_of(settings, slug)
    made = compose(
        chosen,
        matters,
        register,
        brand=owner,
        today=datetime.now(UTC).date(),
        wanted=ground,
        values=dict(pair(text) for text in given),
        test_buys=[bought(text) for text in test_buy],
    )
    name, digest = write(chosen, made, register, attach, settings.path / FOLDER)
    with open_complaints(settings) as complaints:
        number = complaints.add(channel, slug, made.ground, cases, name, digest, person(by))
    for warning in register.expiring(made.today):
        click.echo(f"Warning: {warning}", err=True)
    click.echo(f"Complaint {number}: {settings.path / FOLDER / name}, on the ground {made.ground}.")
    click.echo(f"File it, then say so: monitor complaint submit {number} --reference ...")


@command.command("list", epilog="\b\nExample:\n  monitor complaint list --status submitted")
@click.option("--status", type=click.Choice(STATUSES), default=None)
@click.option("--channel", default="")
@workspace_option
def list_(status: str | None, channel: str, workspace: Path) -> None:
    """The complaints, oldest first, and the figures of each channel."""
    from monitor.cli._columns import aligned
    from monitor.cli._text import plain
    from monitor.complaints.figures import Outcome, figures
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    with open_complaints(load_workspace(workspace)) as complaints:
        found = complaints.find(status or "", channel)
        again = complaints.relisted()
    if not found:
        click.echo("No complaint; make one with: monitor complaint draft CHANNEL CASE")
        return
    rows = [
        (str(one.id), one.channel, one.status, one.brand, shown(one.filed_on), shown(one.due_on), plain(one.reference),
         " ".join(map(str, one.cases)))
        for one in found
    ]  # fmt: skip
    for line in aligned(("complaint", "channel", "status", "brand", "filed", "due", "reference", "cases"), rows):
        click.echo(line)
    outcomes = [
        Outcome(channel=o.channel, status=o.status, filed_on=o.filed_on, ended_on=o.ended_on, relisted=o.id in again)
        for o in found
    ]
    for one in figures(outcomes):
        days = "no end yet" if one.days is None else f"median {one.days:g} days"
        click.echo(
            f"{one.channel}: {one.filed} filed, {one.upheld} upheld, {one.rejected} rejected, "
            f"{one.withdrawn} withdrawn, {one.relisted} relisted, {days}"
        )
        if one.warning:
            click.echo(f"Warning: {one.warning}", err=True)


@command.command(epilog="\b\nExample:\n  monitor complaint show 3")
@click.argument("number", type=NUMBER)
@workspace_option
def show(number: int, workspace: Path) -> None:
    """One complaint with its history; checks its package, and exits 1 where that is not whole."""
    from monitor.cli._text import plain
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings = load_workspace(workspace)
    with open_complaints(settings) as complaints:
        one = complaints.get(number)
    click.echo(f"Complaint {one.id} through {one.channel}: {one.status}, brand {one.brand}, ground {one.ground}")
    click.echo(f"  cases      {' '.join(map(str, one.cases))}")
    click.echo(f"  package    {settings.path / FOLDER / one.package}")
    for name, value in (
        ("reference", plain(one.reference)),
        ("filed", shown(one.filed_on)),
        ("due", shown(one.due_on)),
    ):
        if value:
            click.echo(f"  {name:<10} {value}")
    for step in one.steps:
        click.echo(f"  {step.at:%Y-%m-%d %H:%M} UTC  {plain(step.kind)}, by {plain(step.by)}: {plain(step.text)}")
    whole(settings, one)


@command.command(epilog="\b\nExample:\n  monitor complaint submit 3 --reference IPP-2026-0815 --on 2026-05-04")
@click.argument("number", type=NUMBER)
@click.option("--reference", required=True, help="The number that the channel gave.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of filing; by default today.")
@by_option
@workspace_option
def submit(number: int, reference: str, on: datetime | None, by: str, workspace: Path) -> None:
    """Record that a person filed a draft: its cases become submitted, and the answer's deadline runs."""
    from monitor.complaints import channel
    from monitor.complaints.workdays import add_working_days
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings, given = load_workspace(workspace), clean_text(reference, 200)
    if not given:
        raise click.UsageError("--reference is empty; give the number that the channel gave")
    day = past(on)
    with open_complaints(settings) as complaints:
        one = complaints.get(number)
        whole(settings, one)
        way = channel(one.channel)
        due_on = add_working_days(day, way.review_days, way.country)
        complaints.submit(number, given, day, due_on, person(by))
    click.echo(f"Complaint {number}: submitted on {day}, an answer is due on {due_on}.")


@command.command(
    epilog="""\b
Examples:
  monitor complaint answer 3 upheld --text "links removed"
  monitor complaint answer --import answers.csv"""
)
@click.argument("number", type=NUMBER, required=False)
@click.argument("kind", type=click.Choice(ANSWERS), required=False)
@click.option("--text", default="", help="What was answered.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of the answer; by default today.")
@click.option("--import", "file", type=click.Path(path_type=Path), help="A CSV with complaint,answer,text.")
@by_option
@workspace_option
def answer(
    number: int | None, kind: str | None, text: str, on: datetime | None, file: Path | None, by: str, workspace: Path
) -> None:
    """Record an answer, or a service's file of answers. A question or counter-notice is due in three working days."""
    from monitor.complaints import channel
    from monitor.complaints.third_party import read_answers
    from monitor.complaints.workdays import add_working_days
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    if (file is None) == (number is None or kind is None):
        raise click.UsageError("give the complaint's number and its answer, or --import FILE alone")
    said = [(number, kind, text)] if file is None else list(read_answers(read(file), str(file)))
    day, failed = past(on), []
    with open_complaints(load_workspace(workspace)) as complaints:
        for key, what, words in said:
            assert key is not None
            assert what is not None
            try:
                due_on = add_working_days(day, DAYS_TO_REPLY, channel(complaints.get(key).channel).country)
                complaints.answer(key, what, clean_text(words, 2_000) or "no words", day, due_on, person(by))
            except ConfigurationError as wrong:
                if file is None:
                    raise
                failed.append(str(wrong))
                continue
            click.echo(f"Complaint {key}: {what}.")
    if failed:
        raise WorkFailedError(f"{file}: {len(failed)} of {len(said)} answers were not taken: {'; '.join(failed[:20])}")


@command.command(epilog="\b\nExample:\n  monitor complaint due && echo nothing to do")
@click.option("--days", type=click.IntRange(0, 365), default=3, show_default=True, help="How far to look ahead.")
@workspace_option
def due(days: int, workspace: Path) -> None:
    """What must be done: drafts to file, answers that are late or near, rights that end. For a cron mail too."""
    from datetime import timedelta

    from monitor.brands.loader import load_brands
    from monitor.complaints import read_register
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings, today = load_workspace(workspace), datetime.now(UTC).date()
    with open_complaints(settings) as complaints:
        found = complaints.find()
    said = [f"complaint {o.id}: file it through {o.channel}, drafted on {o.drafted_at:%Y-%m-%d}" for o in found
            if o.status == "draft"]  # fmt: skip
    for one in sorted(found, key=lambda o: o.due_on or date.max):
        if one.status == "submitted" and one.due_on and one.due_on <= today + timedelta(days=days):
            late = "is late since" if one.due_on < today else "is due on"
            said.append(f"complaint {one.id}: the answer or reply through {one.channel} {late} {one.due_on}")
    for brand in load_brands(workspace):
        said += [
            f"{brand.slug}: {w}" for w in read_register(brand, settings.path / "brands" / brand.slug).expiring(today)
        ]
    for line in said:
        click.echo(line)
