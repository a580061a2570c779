"""The steps of a complaint that a person records: filed, answered, replied to, given up."""

from datetime import UTC, datetime
from pathlib import Path

import click

from monitor.cli._complaints import NUMBER, by_option, past, person, read, whole
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

ANSWERS = ("upheld", "rejected", "withdrawn", "question", "evidence_request", "counter_notice")
seen_option = click.option(
    "--seen",
    type=click.IntRange(1),
    default=None,
    help="How many steps it had when you looked; refused if it has more.",
)


@click.command(epilog="\b\nExample:\n  monitor complaint submit 3 --reference IPP-2026-0815 --on 2026-05-04")
@click.argument("number", type=NUMBER)
@click.option("--reference", required=True, help="The number that the channel gave.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of filing; by default today.")
@seen_option
@by_option
@workspace_option
def submit(number: int, reference: str, on: datetime | None, seen: int | None, by: str, workspace: Path) -> None:
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
        complaints.submit(number, given, day, due_on, person(by), seen=seen or len(one.steps))
    click.echo(f"Complaint {number}: submitted on {day}, an answer is due on {due_on}.")


@click.command(
    epilog="""\b
Examples:
  monitor complaint answer 3 upheld --text "links removed"
  monitor complaint answer --import answers.csv"""
)
@click.argument("number", type=NUMBER, required=False)
@click.argument("kind", type=click.Choice(ANSWERS), required=False)
@click.option("--text", default="", help="What was answered.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of the answer; by default today.")
@click.option("--import", "file", type=click.Path(path_type=Path), help="A CSV or JSON with complaint, answer, text.")
@seen_option
@by_option
@workspace_option
def answer(
    number: int | None,
    kind: str | None,
    text: str,
    on: datetime | None,
    file: Path | None,
    seen: int | None,
    by: str,
    workspace: Path,
) -> None:
    """Record an answer, or a service's file of answers. What must be replied to is due by the channel's own time."""
    from monitor.complaints import channel
    from monitor.complaints.third_party import read_answers
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    if (file is None) == (number is None or kind is None):
        raise click.UsageError("give the complaint's number and its answer, or --import FILE alone")
    if file is not None and seen is not None:
        raise click.UsageError("--seen is about one complaint; leave it out with --import")
    said = [(number, kind, text)] if file is None else list(read_answers(read(file), str(file)))
    day, failed = past(on), []
    with open_complaints(load_workspace(workspace)) as complaints:
        for key, what, words in said:
            assert key is not None
            assert what is not None
            try:
                due_on = channel(complaints.get(key).channel).reply_by(what, day)
                said_so = clean_text(words, 2_000) or "no words"
                complaints.answer(key, what, said_so, day, due_on, person(by), seen=seen)
            except ConfigurationError as wrong:
                if file is None:
                    raise
                failed.append(str(wrong))
                continue
            click.echo(f"Complaint {key}: {what}.")
    if failed:
        raise WorkFailedError(f"{file}: {len(failed)} of {len(said)} answers were not taken: {'; '.join(failed[:20])}")


@click.command(epilog='\b\nExample:\n  monitor complaint reply 3 --text "sent the invoice of the test buy"')
@click.argument("number", type=NUMBER)
@click.option("--text", required=True, help="What was replied.")
@seen_option
@by_option
@workspace_option
def reply(number: int, text: str, seen: int | None, by: str, workspace: Path) -> None:
    """Record that a person replied to what the channel asked; its answer is due again."""
    from monitor.complaints import channel
    from monitor.complaints.workdays import add_working_days
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    words = clean_text(text, 2_000)
    if not words:
        raise click.UsageError("--text is empty; say what was replied")
    with open_complaints(load_workspace(workspace)) as complaints:
        one = complaints.get(number)
        way = channel(one.channel)
        due_on = add_working_days(datetime.now(UTC).date(), way.review_days, way.country)
        complaints.reply(number, words, due_on, person(by), seen=seen or len(one.steps))
    click.echo(f"Complaint {number}: replied, an answer is due on {due_on}.")


@click.command(epilog='\b\nExample:\n  monitor complaint abandon 3 --why "the listing is gone"')
@click.argument("number", type=NUMBER)
@click.option("--why", required=True, help="The reason, which is kept.")
@seen_option
@by_option
@workspace_option
def abandon(number: int, why: str, seen: int | None, by: str, workspace: Path) -> None:
    """Give up a draft: its cases stay confirmed, and its package stays where it is."""
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    words = clean_text(why, 2_000)
    if not words:
        raise click.UsageError("--why is empty; say why")
    with open_complaints(load_workspace(workspace)) as complaints:
        complaints.abandon(number, words, person(by), seen=seen)
    click.echo(f"Complaint {number}: abandoned.")
