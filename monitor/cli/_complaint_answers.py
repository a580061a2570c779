"""Answers to complaints: recorded one by one or from a service's file, and put right where they were wrong."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cases import AFTER
from monitor.cli._complaints import (
    NUMBER,
    by_option,
    calendar_of,
    other_side,
    past,
    person,
    read,
    seen_option,
    tell_others,
    unsure_about,
)
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.complaints.third_party import Answer
    from monitor.store.complaint_rows import Complaint
    from monitor.store.complaints import Complaints

NOT_MOVED = ("candidate", "confirmed", "dismissed")
"""How cases stand that no answer moves: a person looks at them anew."""
SERVICE = "third_party"
"""The channel whose answers come in files."""
ASKING = ("question", "evidence_request", "counter_notice")


@click.command(
    epilog="""\b
Examples:
  monitor complaint answer 3 upheld --text "links removed"
  monitor complaint answer 3 rejected --case 17 18 --text "other goods"
  monitor complaint answer 4 no_answer
  monitor complaint answer --import answers.csv"""
)
@click.argument("number", type=NUMBER, required=False)
@click.argument("kind", type=click.Choice((*AFTER, *ASKING)), required=False)
@click.argument("more", nargs=-1, type=NUMBER, metavar="[CASE]...")
@click.option("--text", default="", help="What was answered.")
@click.option("--case", "cases", type=NUMBER, multiple=True, help="Only of this case's link, and of those behind it.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of the answer; by default today.")
@click.option(
    "--import", "file", type=click.Path(path_type=Path), help="A CSV or JSON with complaint, answer, text, case, on."
)
@click.option("--service", default="", help="Whose file it is, where complaints went to several services.")
@seen_option
@by_option
@workspace_option
def answer(
    number: int | None,
    kind: str | None,
    more: tuple[int, ...],
    text: str,
    cases: tuple[int, ...],
    on: datetime | None,
    file: Path | None,
    service: str,
    seen: int | None,
    by: str,
    workspace: Path,
) -> None:
    """Record an answer, of all links or of some cases', or a service's file of answers.

    A channel upholds, rejects, or lets us withdraw; a letter is settled, answered, without an answer, or withdrawn.
    What must be replied to is due by the channel's own time. A row of a file that was taken before is left alone; a
    file is of one service, and about complaints through that service alone.
    """
    from monitor.complaints.third_party import Answer, read_answers
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    cases = tuple(dict.fromkeys((*cases, *more)))
    if (file is None) == (number is None or kind is None):
        raise click.UsageError("give the complaint's number and its answer, or --import FILE alone")
    if service and file is None:
        raise click.UsageError("--service says whose file it is; give it with --import FILE")
    if file is not None and (seen is not None or cases):
        raise click.UsageError("--seen and --case are about one complaint; leave them out with --import")
    who, day = person(by), past(on)
    with open_complaints(load_workspace(workspace)) as complaints:
        if file is None:
            assert number is not None
            assert kind is not None
            before, one = complaints.get(number), Answer(complaint=number, answer=kind, text=text, cases=cases)
            tell(_taken(complaints, one, day, who, seen=seen or len(before.steps)))
            tell_others(before, who, seen)
            return
        said, failed = list(read_answers(read(file), str(file))), list[str]()
        _must_be_theirs(complaints, [one.complaint for one in said], service, str(file))
        for one in said:
            try:
                tell(_taken(complaints, one, one.on or day, who))
            except ConfigurationError as wrong:
                failed.append(str(wrong))
    if failed:
        raise WorkFailedError(f"{file}: {len(failed)} of {len(said)} answers were not taken: {'; '.join(failed[:20])}")


def _must_be_theirs(complaints: "Complaints", numbers: Iterable[int], service: str, file: str) -> None:
    """Raise ConfigurationError where a service's file is about complaints that were not through that service.

    `service` may be left out where all complaints went through one. A number that no complaint has is told later.
    """
    known = {one.id: (one.channel, _service(one)) for one in complaints.find()}
    asked = {number: known[number] for number in numbers if number in known}
    if other := sorted(number for number, (channel, _) in asked.items() if channel != SERVICE):
        raise ConfigurationError(
            f"{file}: nothing was taken, as complaint {', '.join(map(str, other[:20]))} went to no service; what "
            f"{known[other[0]][0]} says of it is recorded by itself: monitor complaint answer {other[0]} ..."
        )
    services = {of for channel, of in known.values() if channel == SERVICE}
    wanted = service.strip()
    if not wanted and len({one.casefold() for one in services}) > 1:
        went = ", ".join(sorted(one or "one unknown" for one in services))
        raise ConfigurationError(
            f"{file}: nothing was taken, as complaints went to {went}; say with --service whose file it is"
        )
    theirs = sorted(number for number, (_, of) in asked.items() if wanted and of.casefold() != wanted.casefold())
    if theirs:
        raise ConfigurationError(
            f"{file}: nothing was taken, as complaint {', '.join(map(str, theirs[:20]))} did not go to {wanted} but to "
            f"{known[theirs[0]][1] or 'one that nobody kept'}; look whose answers these are"
        )


def _service(one: "Complaint") -> str:
    """The service that a complaint went to; empty where nobody kept it."""
    return str((one.basis or {}).get("given", {}).get("service", "")).strip()


def _taken(complaints: "Complaints", one: "Answer", day: date, by: str, *, seen: int | None = None) -> str:
    """Record one answer; what became of it, in words."""
    from monitor.complaints import channel
    from monitor.records.parse import clean_text
    from monitor.store.complaint_deadlines import WE, Task

    about = complaints.get(one.complaint)
    _must_fit(about, one.answer)
    calendar = calendar_of(about)
    duty = channel(about.channel).duty(one.answer, day, calendar)
    task = Task(who=WE, what=duty.what, due_on=duty.by, met_by_reply=duty.met_by_reply) if duty else None
    words = clean_text(one.text, 2_000) or "no words"
    taken = complaints.answer(
        one.complaint, one.answer, words, day, task, by, cases=one.cases, seen=seen, source=one.source
    )
    of = f", case {', '.join(map(str, one.cases))}" if one.cases else ""
    if not taken:
        return f"Complaint {one.complaint}{of}: {one.answer}, recorded before; left as it is."
    if task is None:
        after = complaints.get(one.complaint)
        given = [key for key in one.cases or after.cases if after.results[key] == one.answer]
        stay = [f"Case {key} is {after.standing[key]}" for key in given if after.standing[key] in NOT_MOVED]
        then = "is for a person to go on with" if AFTER[one.answer] == "confirmed" else "stays so"
        stays = f" {', '.join(stay)}, and {then}." if stay else ""
        return f"Complaint {one.complaint}{of}: {one.answer}.{stays}"
    unsure_about(task.due_on, calendar)
    return f"Complaint {one.complaint}{of}: {one.answer}; we must {task.what} by {task.due_on}."


def _must_fit(about: "Complaint", answer: str) -> None:
    """Raise ConfigurationError for an end that a complaint through such a channel cannot come to."""
    _, ends = other_side(about.channel)
    if answer in AFTER and answer not in ends:
        raise ConfigurationError(
            f"complaint {about.id} through {about.channel} is never {answer.replace('_', ' ')}; say which it is: "
            f"{', '.join(ends)}"
        )


@click.command(
    epilog="""\b
Examples:
  monitor complaint correct 3 rejected --why "the mail was about complaint 2"
  monitor complaint correct 3 submitted --case 17 --why "no answer came yet\""""
)
@click.argument("number", type=NUMBER)
@click.argument("kind", type=click.Choice((*AFTER, "submitted")))
@click.option("--why", required=True, help="What was wrong, which is kept.")
@click.option("--case", "cases", type=NUMBER, multiple=True, help="Only of this case's link; can be given again.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of the answer; by default today.")
@seen_option
@by_option
@workspace_option
def correct(
    number: int,
    kind: str,
    why: str,
    cases: tuple[int, ...],
    on: datetime | None,
    seen: int | None,
    by: str,
    workspace: Path,
) -> None:
    """Put right a result that was recorded wrongly; `submitted` waits for an answer again. Nothing is erased."""
    from monitor.complaints import channel
    from monitor.complaints.workdays import add_working_days
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    words, who = clean_text(why, 2_000), person(by)
    if not words:
        raise click.UsageError("--why is empty; say what was wrong")
    with open_complaints(load_workspace(workspace)) as complaints:
        one = complaints.get(number)
        _must_fit(one, kind)
        way = channel(one.channel)
        due_on = add_working_days(datetime.now(UTC).date(), way.review_days, calendar_of(one))
        complaints.correct(number, kind, words, past(on), due_on, who, cases=cases, seen=seen or len(one.steps))
        status = complaints.get(number).status
    tell(f"Complaint {number}: corrected to {kind}; it is {status.replace('_', ' ')} now.")
    tell_others(one, who, seen)
