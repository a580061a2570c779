"""The steps of a complaint that a person records: filed, replied to, done, given up."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli._complaints import (
    NUMBER,
    by_option,
    calendar_of,
    past,
    person,
    register,
    seen_option,
    tell_others,
    unsure_about,
    whole,
)
from monitor.cli._lines import tell
from monitor.cli._options import workspace_option
from monitor.cli._reasons import reason
from monitor.errors import ConfigurationError, WorkFailedError

if TYPE_CHECKING:
    from monitor.cli._sealed_words import News
    from monitor.store import Store
    from monitor.store.complaint_rows import Complaint
    from monitor.store.complaints import Complaints
    from monitor.workspace import Workspace


@click.command(epilog="\b\nExample:\n  monitor complaint submit 3 --reference IPP-2026-0815 --on 2026-05-04")
@click.argument("number", type=NUMBER)
@click.option("--reference", default="", help="The number that the channel gave; a letter has none.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The day of filing; by default today.")
@click.option(
    "--looked", default="", help="What you saw when you looked again, where a listing changed since the draft."
)
@click.option(
    "--although",
    default="",
    help="Why it was filed all the same, where it was really filed and should not have been; the truth is recorded.",
)
@click.option("--earlier", default="", help="How it came to be filed before it was drafted here, with its day as --on.")
@click.option(
    "--about",
    default="",
    help="What it was filed about, with --earlier, where that was before a listing was first seen.",
)
@click.option(
    "--sent", multiple=True, type=click.Path(path_type=Path), help="What was really sent, where you edited the draft."
)
@seen_option
@by_option
@workspace_option
def submit(
    number: int,
    reference: str,
    on: datetime | None,
    looked: str,
    although: str,
    earlier: str,
    about: str,
    sent: tuple[Path, ...],
    seen: int | None,
    by: str,
    workspace: Path,
) -> None:
    """Record that a person filed a draft: its cases become submitted, and the answer's deadline runs.

    A draft whose rights or countries are not so any more, or whose seller was authorised since, is refused; of one that
    was filed all the same, --although says why, and the filing is recorded with what stands against it.

    Where a listing changed since the draft, it asks for --looked: what you saw when you looked again. What was filed
    by other means before it was drafted here is recorded with --on and --earlier, how that was; before the listing was
    first seen only with --about: another listing, or who saw this one then. Each file that was --sent is sealed with
    the evidence of its cases, and its digest stands in the history.
    """
    from monitor.cli._correspondence import read_sent, seal_sent
    from monitor.cli._sealed_words import sealed_since
    from monitor.cli._text import plain
    from monitor.complaints import channel
    from monitor.complaints.workdays import add_working_days
    from monitor.records.parse import clean_text
    from monitor.store import open_store
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    settings, given = load_workspace(workspace), clean_text(reference, 200)
    day, who = past(on), person(by)
    words, why = reason("--looked", looked, 2_000), reason("--although", although, 500)
    how, what = reason("--earlier", earlier, 500), reason("--about", about, 500)
    letters = read_sent(sent)
    with open_store(settings) as store, open_complaints(settings) as complaints:
        one = complaints.get(number)
        against = list[str]()
        _must_be_seen(store, one, day, earlier=how, about=what)
        try:
            whole(settings, one)
        except WorkFailedError as failure:
            if not why:
                raise
            against.append(str(failure))
        if off := _off(settings, store, complaints, one, day):
            if not why:
                raise ConfigurationError(
                    f"complaint {number} may not be filed as it was drafted: {'; '.join(off)}; give it up and draft it "
                    f"anew: monitor complaint abandon {number} --why ...; where it was filed already, say so with "
                    f"--on DAY --although ..., and ask yourself whether to withdraw it"
                )
            against += off
        news = list(sealed_since(settings.evidence, one)) if one.status == "draft" else []
        changed = list(_changed(settings, store, complaints, one, news))
        against += changed if why and not words else []
        if changed and not (words or why):
            raise ConfigurationError(
                f"complaint {number}: {'; '.join(changed)}; look again before you file it, and say what you saw with "
                f"--looked, or give it up: monitor complaint abandon {number} --why ..."
            )
        way = channel(one.channel)
        if not given and way.gives_reference:
            raise click.UsageError("--reference is missing or empty; give the number that the channel gave")
        due_on = add_working_days(day, way.review_days, calendar_of(one))
        for warned in one.warnings:
            tell(f"Warning of the draft: {plain(warned)}", err=True)
        for words_against in against:
            tell(f"Warning: it was filed although {plain(words_against)}", err=True)
        complaints.submit(
            number,
            given or "none",
            day,
            due_on,
            who,
            looked=letters.told(words),
            although="; ".join([why, *against]) if why else "",
            earlier="; about: ".join(filter(None, [how, what])),
            seen=seen or len(one.steps),
            evidence=[each.package for each in news] if words else (),
        )
        seal_sent(settings, store, one, letters, who)
    tell(f"Complaint {number}: submitted on {day}, an answer is due on {due_on}.")
    unsure_about(due_on, calendar_of(one))
    tell_others(one, who, seen)


def _must_be_seen(store: "Store", one: "Complaint", day: date, *, earlier: str, about: str) -> None:
    """Raise ConfigurationError for an earlier filing about a case of which nothing was seen then, and UsageError."""
    if about and not earlier:
        raise click.UsageError("--about goes with --earlier alone")
    if not earlier or about:
        return
    for key in one.cases:
        first = store.case(key).case.first_seen
        if day < min(first.date(), first.astimezone().date()):  # west of Greenwich it is yesterday
            raise ConfigurationError(
                f"complaint {one.id}: the listing of case {key} was first seen on {first:%Y-%m-%d}, after {day}: was "
                "another listing complained of? Give the day with --on, or say what it was about, or who saw this one "
                "before, with --about"
            )


def _off(settings: "Workspace", store: "Store", complaints: "Complaints", one: "Complaint", day: date) -> list[str]:
    """Why a draft may not be filed on a day, in words."""
    from monitor.cli._complaint_changes import cleared, stale
    from monitor.cli._complaint_proof import taken_back
    from monitor.cli._judged_today import Today

    if one.status != "draft":
        return []
    case_of = cache(lambda key: store.case(key).case)
    lapsed = stale(case_of, one, lambda slug: register(settings, slug)[0], day)
    lapsed += cleared(case_of, Today(settings, store), complaints, one).values()
    return [*lapsed, *taken_back(settings.evidence, case_of, complaints, one, day).values()]


def _changed(
    settings: "Workspace", store: "Store", complaints: "Complaints", one: "Complaint", news: Iterable["News"]
) -> Iterator[str]:
    """What whoever files a draft should look at again, in words; `news` is what was sealed since."""
    from monitor.cli._complaint_changes import changes
    from monitor.cli._complaint_evidence import uncaptured
    from monitor.cli._sealed_evidence import sealed_of
    from monitor.complaints import Ground

    if one.status != "draft":
        return
    yield from changes(settings, lambda key: store.case(key).case, complaints, one)
    yield from (each.words for each in news)
    if one.ground != Ground.NONE:
        for key in uncaptured(dict(sealed_of(settings.evidence, *one.cases, kind="capture")), one.cases):
            yield f"NO SEALED CAPTURE shows the page of case {key} (monitor evidence capture {key})"


@click.command(epilog='\b\nExample:\n  monitor complaint reply 3 --text "sent the invoice of the test buy"')
@click.argument("number", type=NUMBER)
@click.option("--text", required=True, help="What was replied.")
@click.option("--to", type=NUMBER, default=None, help="The deadline that it meets, where there are several; see: show.")
@seen_option
@by_option
@workspace_option
def reply(number: int, text: str, to: int | None, seen: int | None, by: str, workspace: Path) -> None:
    """Record that a person replied to what the channel asked; its answer is due again."""
    from monitor.complaints import channel
    from monitor.complaints.workdays import add_working_days
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    words, who = clean_text(text, 2_000), person(by)
    if not words:
        raise click.UsageError("--text is empty; say what was replied")
    with open_complaints(load_workspace(workspace)) as complaints:
        one = complaints.get(number)
        way = channel(one.channel)
        due_on = add_working_days(datetime.now(UTC).date(), way.review_days, calendar_of(one))
        complaints.reply(number, words, due_on, who, to=to, seen=seen or len(one.steps))
        left = [task for task in complaints.get(number).open_deadlines if task.who == "we"]
    tell(f"Complaint {number}: replied, an answer is due on {due_on}.")
    unsure_about(due_on, calendar_of(one))
    for task in left:
        tell(f"  still to be done by us, by {task.due_on}: {task.what} (deadline {task.id})")
    tell_others(one, who, seen)


@click.command(epilog='\b\nExample:\n  monitor complaint done 3 7 --how "sued on 2026-05-11, file no. 1 O 23/26"')
@click.argument("number", type=NUMBER)
@click.argument("deadline", type=NUMBER)
@click.option("--how", required=True, help="What was done, or why it need not be.")
@seen_option
@by_option
@workspace_option
def done(number: int, deadline: int, how: str, seen: int | None, by: str, workspace: Path) -> None:
    """Record that what a deadline asks of us was done, such as to sue; a question is replied to instead."""
    from monitor.records.parse import clean_text
    from monitor.store.complaints import open_complaints
    from monitor.workspace import load_workspace

    words, who = clean_text(how, 2_000), person(by)
    if not words:
        raise click.UsageError("--how is empty; say what was done")
    with open_complaints(load_workspace(workspace)) as complaints:
        one = complaints.get(number)
        what = complaints.done(number, deadline, words, who, seen=seen or len(one.steps))
    tell(f"Complaint {number}: done: {what}.")
    tell_others(one, who, seen)


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

    words, who = clean_text(why, 2_000), person(by)
    if not words:
        raise click.UsageError("--why is empty; say why")
    with open_complaints(load_workspace(workspace)) as complaints:
        one = complaints.get(number)
        complaints.abandon(number, words, who, seen=seen or len(one.steps))
    tell(f"Complaint {number}: abandoned.")
    tell_others(one, who, seen)
