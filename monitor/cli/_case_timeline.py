"""What happened with a case from its first sighting to its result, in one order: for a lawyer to read.

Sightings between two steps are told in one line, and what the monitor noted again and again in another. A step is never
left out: where there are too many for a page, their words are cut, and after that the page is longer.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from monitor.cli._lines import in_lines
from monitor.cli._text import plain
from monitor.store import CaseFile, Event
from monitor.store.casework import BY_THE_MONITOR
from monitor.store.removal import GONE

if TYPE_CHECKING:
    from monitor.store.complaint_rows import Complaint

WIDTH = 112
HANG = len("2026-10-05 03:00  ")
MOST_LINES = 60
BUDGETS = (600, 300, 160, 90)
"""How long the words of a step may be: the first of these by which all is on a page, else the last."""
MOST_NOTES = 3
MOST_NOTE = 250
"""So much of each of the words of a piece of evidence is told, so that its package is, too."""
SHOWS = {
    "low_price": "a price below the floor",
    "unstable_price": "an unstable price",
    "unauthorized_seller": "a seller who is not authorised",
    "text_match": "the mark in the text",
    "logo_match": "the logo in a photo",
    "photo_match": "the brand's own photo",
}
"""What a sighting showed by the kinds of its flags, for who does not know them."""
OF_COMPLAINT = re.compile(r"complaint [0-9]{1,19}\b", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened; `seen` are the flags of a sighting, `noted` says that the monitor only noted it."""

    at: datetime
    text: str = ""
    seen: tuple[str, ...] = ()
    noted: bool = False

    @property
    def is_step(self) -> bool:
        """Whether somebody did something, or something came of it."""
        return not (self.seen or self.noted)


def timeline(
    file: CaseFile,
    complaints: Sequence["Complaint"] = (),
    evidence: Sequence[Mapping[str, str]] = (),
    unverified: Sequence[str] = (),
    width: int = WIDTH,
) -> Iterator[str]:
    """Sightings, decisions, evidence and complaints of a case, oldest first.

    `evidence` are the verified entries of its log, and what was sealed besides and is `lost`, in words.

    `unverified` is what is wrong with the evidence, which then is not told as such. The lines are so many columns wide;
    how much of the words is told does not depend on that.
    """
    stepped = {step.at for one in complaints for step in one.steps}
    found = [
        *(Moment(at=one.observed_at, seen=_seen(one.kinds)) for one in file.sightings),
        *(Moment(at=at, seen=_seen(())) for at in file.clean),
        *_events(file.events, stepped, complaints),
        *(_evidence(one) for one in evidence),
        *(
            Moment(
                at=step.at, text=f"complaint {one.id} through {one.channel}: {step.words}, by {step.by}: {step.text}"
            )
            for one in complaints
            for step in one.steps
        ),
    ]
    # Sorting is stable: what has one time stays in the order of the sources above.
    texts = list(_told(sorted(found, key=lambda one: one.at)))
    warning = _warning(unverified)
    for most in BUDGETS:
        told = [(text, BUDGETS[0]) for text in warning] + [(text, most) for text in texts]
        if sum(len(_wrapped(*one, WIDTH)) for one in told) <= MOST_LINES:
            break
    for one in told:
        yield from _wrapped(*one, width)


def _seen(kinds: Iterable[str]) -> tuple[str, ...]:
    return tuple(SHOWS.get(kind, kind) for kind in kinds) or ("no flag",)


def _warning(unverified: Sequence[str]) -> list[str]:
    if not unverified:
        return []
    more = f" (and {len(unverified) - 3} more)" if len(unverified) > 3 else ""
    said = (
        "THE EVIDENCE DOES NOT VERIFY, and what does not is not told below; see: monitor evidence verify. "
        f"{'; '.join(unverified[:3])}{more}"
    )
    return [said]


def _told(moments: Iterable[Moment]) -> Iterator[str]:
    first = True
    for is_step, group in groupby(moments, key=lambda one: one.is_step):
        some = list(group)
        if is_step:
            yield from (f"{_time(one.at)}  {one.text}" for one in some)
            continue
        seen = [one for one in some if one.seen]
        told = [*_sightings(seen, first=first), *_notes([one for one in some if one.noted])]
        yield from (moment.text for moment in sorted(told, key=lambda one: one.at))
        first = first and not seen


def _notes(some: Sequence[Moment]) -> Iterator[Moment]:
    """What the monitor noted between two steps; of many the first and the last, and how many there are."""
    if len(some) > MOST_NOTES:
        between = f"the monitor noted {len(some) - 2} times more that the listing was gone or back"
        some = [some[0], Moment(at=some[1].at, text=between), some[-1]]
    yield from (Moment(at=one.at, text=f"{_time(one.at)}  {one.text}") for one in some)


def _sightings(some: Sequence[Moment], *, first: bool) -> Iterator[Moment]:
    """Sightings between two steps in one line, the first one of all in a line of its own."""
    if first and some:
        text = f"{_time(some[0].at)}  first seen, with {', '.join(some[0].seen)}"
        yield Moment(at=some[0].at, text=text)
        some = some[1:]
    if not some:
        return
    counted = Counter(kind for one in some for kind in dict.fromkeys(one.seen))
    kinds = ", ".join(kind if count == len(some) else f"{kind} ({count} times)" for kind, count in counted.items())
    when = f"seen {len(some)} times until {_time(some[-1].at)}" if len(some) > 1 else "seen again"
    yield Moment(at=some[0].at, text=f"{_time(some[0].at)}  {when}, with {kinds}")


def _events(events: Iterable[Event], told: Collection[datetime], complaints: Sequence["Complaint"]) -> Iterator[Moment]:
    known: set[str] = set()
    for event in events:
        move = event.after if event.before == "" else f"{event.before} → {event.after}"
        if event.before == event.after:
            move = "noted"
        filed = OF_COMPLAINT.match(event.why)
        if filed and event.at in told:  # the complaint's own step, of the same moment, says the rest
            yield Moment(at=event.at, text=f"{move}, by {filed[0]}")
            continue
        after = _after(event, complaints)
        noted = move == "noted" and event.by == BY_THE_MONITOR and (not after or after in known)
        known.add(after)  # the first takedown after a complaint is a step, what flaps later is noted
        yield Moment(at=event.at, text=f"{move}, by {event.by}: {event.why}{after}", noted=noted)


def _after(event: Event, complaints: Sequence["Complaint"]) -> str:
    """Which complaints a takedown follows."""
    if not (event.by == BY_THE_MONITOR and event.why.startswith(GONE)):
        return ""
    filed = [
        f"complaint {one.id} of {one.filed_on}"
        for one in complaints
        if one.filed_on and one.filed_on <= event.at.date()
    ]
    return f", after {', '.join(filed)}" if filed else ""


def _evidence(entry: Mapping[str, str]) -> Moment:
    try:
        at = datetime.fromisoformat(entry.get("at", ""))
    except ValueError:
        at = datetime.min.replace(tzinfo=UTC)
    words = [entry.get("differs", ""), entry.get("note", "")]
    told = "; ".join(f"{one[:MOST_NOTE]}{'…' * (len(one) > MOST_NOTE)}" for one in words if one)
    kind = f"{entry.get('kind', '')}{f' of order {order}' if (order := entry.get('order', '')) else ''}"
    said = f": {told}" if told else ""
    said += f", {lost.upper()}" if (lost := entry.get("lost", "")) else ""
    text = (
        f"evidence sealed, {kind}, by {entry.get('by', '')}{said} "
        f"(package {entry.get('name', '')}, SHA-256 {entry.get('digest', '')})"
    )
    return Moment(at=at if at.tzinfo else at.replace(tzinfo=UTC), text=text)


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"


def _wrapped(text: str, most: int, width: int) -> list[str]:
    shown = plain(text)
    if len(shown) > most:
        shown = f"{shown[:most]}… ({len(shown)} characters)"
    return in_lines(shown, width, hang=HANG)
