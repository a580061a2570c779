"""What must be done about complaints, in lines for a terminal or a mail."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from monitor.cli._complaints import calendar_of, other_side, owed
from monitor.cli._text import plain

if TYPE_CHECKING:
    from monitor.store import Case
    from monitor.store.complaint_rows import Complaint

READY = ("confirmed", "submitted")
"""How a case stands that a complaint may be about."""
MOST_AHEAD = 200
"""No deadline that a right clock counted is more days ahead."""
MOST_SAID, MOST_NAMED = 400, 10
THEIRS = 3
"""The working days before its day on which we ask a channel."""


def agenda(
    complaints: Iterable["Complaint"],
    today: date,
    days: int,
    changed: Mapping[int, Sequence[str]] | None = None,
    off: Mapping[int, Sequence[str]] | None = None,
    taken: Mapping[int, Mapping[int, str]] | None = None,
    wrongly: Mapping[int, str] | None = None,
    recanted: Mapping[int, Mapping[int, str]] | None = None,
    sealed: Mapping[int, Sequence[str]] | None = None,
    after: Iterable[str] = (),
) -> Iterator[str]:
    """Drafts to file or give up; what we or the channels must do, late or soon; takedowns to confirm.

    `changed` is what became of the listings of drafts, by their numbers, `off` why they may not be filed any more, and
    `taken` which cases of filed ones our own evidence or seller list has taken back since, and why; `wrongly` are
    those that were filed and should not have been, with what was said of it; `recanted` are the cases of upheld and
    settled ones that a person opened again since, with who did what. `sealed` is what was sealed about cases that are
    accused since they were drafted, and nobody looked at; of drafts it stands among `changed`. `after` is what is to be
    done after letters that nobody decided about.

    Soon is, of what we must do, within so many working days of the channel; of what a channel must, within `THEIRS`.
    """
    from monitor.complaints.workdays import add_working_days

    found = list(complaints)
    for one in found:
        yield from _unfiled(one, (changed or {}).get(one.id, ()), (off or {}).get(one.id, ()))
    due = sorted(((task, one) for one in found for task in one.open_deadlines), key=lambda it: (it[0].due_on, it[0].id))
    for task, one in due:
        if (task.due_on - today).days > MOST_AHEAD:
            yield (
                f"complaint {one.id}: {owed(one, task)} by {task.due_on}, and no deadline is so far off; was this "
                f"machine's clock wrong when it was recorded? look when it is: monitor complaint show {one.id}"
            )
            continue
        if task.due_on > add_working_days(today, days if task.who == "we" else min(days, THEIRS), calendar_of(one)):
            continue
        late = "late since" if task.due_on < today else "due on"
        if task.who == "we":
            reply = f"reply {one.id} --to {task.id} --text ..."
            then = reply if task.met_by_reply else f"done {one.id} {task.id} --how ..."
            yield (
                f"complaint {one.id} ({one.channel}): {owed(one, task)}, {late} {task.due_on}; then: "
                f"monitor complaint {then}"
            )
        else:
            _, ends = other_side(one.channel)
            yield (
                f"complaint {one.id}: {owed(one, task)}, {late} {task.due_on}; ask there, and record what comes: "
                f"monitor complaint answer {one.id} {'|'.join(ends)}"
            )
    for one in found:
        yield from _filed(one, (taken or {}).get(one.id, {}), (wrongly or {}).get(one.id, ""))
        since = (sealed or {}).get(one.id, ())
        wrong = list(_upheld(one, (taken or {}).get(one.id, {}), (recanted or {}).get(one.id, {}), since))
        yield from wrong
        for words in since if one.status != "draft" and not wrong else ():
            yield f"complaint {one.id} ({plain(one.status)}): {words}; {look_at(one)}"
    yield from after


def unasked(confirmed: Iterable["Case"], complaints: Iterable["Complaint"]) -> Iterator[str]:
    """For each brand the confirmed cases of which no complaint was ever made, while their listings are as they were.

    A draft that was given up is none.
    """
    from monitor.store.complaint_rows import ABANDONED

    asked = {key for one in complaints if one.status != ABANDONED for key in one.cases}
    left: dict[str, list[int]] = {}
    for case in confirmed:
        if case.id not in asked and not case.removed_at and not case.clean_at:
            left.setdefault(case.finding.brand, []).append(case.id)
    for brand, cases in sorted(left.items()):
        first, *more = sorted(cases)
        named = ", ".join(map(str, [first, *more][:MOST_NAMED])) + (" and more" if len(cases) > MOST_NAMED else "")
        has = f"{len(cases)} confirmed cases have" if more else "a confirmed case has"
        yield (
            f"{plain(brand)}: {has} no complaint yet ({named}); make one: monitor complaint draft CHANNEL {first}, or "
            f"decide otherwise: monitor cases decide {first} dismissed --why ..."
        )


def _unfiled(one: "Complaint", changed: Sequence[str], stale: Sequence[str]) -> Iterator[str]:
    from monitor.complaints import channel

    if one.status == "begun":
        yield (
            f"complaint {one.id}: its draft was interrupted, and its package is not to be filed: "
            f'monitor complaint abandon {one.id} --why "interrupted"'
        )
    if one.status != "draft":
        return
    if off := _off(one):
        yield f"complaint {one.id}: do not file it, {off}; withdraw it: monitor complaint abandon {one.id} --why ..."
        return
    if stale:
        yield (
            f"complaint {one.id}: do not file it, {'; '.join(stale)}; give it up and draft it anew: "
            f"monitor complaint abandon {one.id} --why ...; where it was filed already: monitor complaint submit "
            f"{one.id} --on DAY --although ..."
        )
        return
    if changed:
        yield (
            f"complaint {one.id}: look again before you file it, {'; '.join(changed)}; then file it and say so with "
            f"--looked, or give it up: monitor complaint abandon {one.id} --why ..."
        )
        return
    ready = channel(one.channel).rights_ready(one.drafted_at.date())
    review = f"; proof of rights handed in then is looked at by {ready[0]} to {ready[1]}" if ready else ""
    yield f"complaint {one.id}: file it through {one.channel}, drafted on {one.drafted_at:%Y-%m-%d}{review}"


def _filed(one: "Complaint", taken: Mapping[int, str], although: str) -> Iterator[str]:
    if one.status != "submitted":
        return
    who, ends = other_side(one.channel)
    waits = [key for key, result in one.results.items() if not result]
    dropped = [key for key in waits if one.standing[key] in ("dismissed", "withdrawn")]
    if dropped:
        which = " ".join(f"--case {key}" for key in dropped)
        yield (
            f"complaint {one.id}: case {', '.join(map(str, dropped))} was given up here; withdraw it at {one.channel}, "
            f"then: monitor complaint answer {one.id} withdrawn {which}"
        )
    if although:
        yield (
            f"complaint {one.id} was filed and should not have been ({plain(although[:MOST_SAID])}); withdraw it at "
            f"{who}, then: monitor complaint answer {one.id} withdrawn"
        )
    for key, why in taken.items():
        yield (
            f"complaint {one.id}: {why}; put that right here, or withdraw it at {who}, then: monitor complaint answer "
            f"{one.id} withdrawn --case {key}"
        )
    if waits and set(waits) <= set(one.gone):
        yield (
            f"complaint {one.id}: all its listings are gone since it was filed; if {who} says so too: "
            f"monitor complaint answer {one.id} {ends[0]}"
        )


def _upheld(
    one: "Complaint", taken: Mapping[int, str], recanted: Mapping[int, str], sealed: Sequence[str]
) -> Iterator[str]:
    """What to take back of a complaint that gave us right: a wrongful notice stays one after it was upheld.

    With what was sealed since; nothing where that is all.
    """
    if one.status in ("draft", "submitted"):
        return
    who, _ = other_side(one.channel)
    said = {key: [f"case {key} is {plain(words)}"] for key, words in recanted.items()}
    for key, why in taken.items():
        said.setdefault(key, []).append(why)
    for words in list(said.values())[:1]:
        words.extend(sealed)
    for key, words in said.items():
        yield (
            f"complaint {one.id} ({one.channel}) was {one.results[key]}, and {'; '.join(words)}; where it was wrong, "
            f"withdraw it at {who}, as a wrongful notice is actionable, then: monitor complaint correct {one.id} "
            f"withdrawn --case {key} --why ..."
        )


def look_at(one: "Complaint") -> str:
    """What to do about what was sealed since a complaint was filed, in words."""
    who, _ = other_side(one.channel)
    back = "answer {} withdrawn" if one.status == "submitted" else "correct {} withdrawn --why ..."
    return (
        f"where it clears the seller, withdraw the complaint at {who}, then: monitor complaint {back.format(one.id)}; "
        f"where it does not: monitor complaint looked {one.id} --why ..."
    )


def _off(one: "Complaint") -> str:
    """Why a draft is not to be filed any more; empty where it is."""
    found = [f"case {key} is {status}" for key, status in one.standing.items() if status not in READY]
    return ", ".join(found)
