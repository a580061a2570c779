"""What happened with a case from its first sighting to its result, in one order: for a lawyer to read."""

import re
import textwrap
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from monitor.cli._text import plain
from monitor.store import CaseFile, Event
from monitor.store.casework import BY_THE_MONITOR
from monitor.store.removal import GONE

if TYPE_CHECKING:
    from monitor.store.complaint_rows import Complaint

WIDTH = 112
HANG = " " * 18
MOST_LINES = 60
MOST_TEXT = 600
OF_COMPLAINT = re.compile(r"complaint [0-9]{1,19}\b", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened; `seen` are the flags of a sighting, and sightings in a row that agree are told once."""

    at: datetime
    text: str
    seen: str = ""


def timeline(
    file: CaseFile, complaints: Sequence["Complaint"] = (), evidence: Sequence[Mapping[str, str]] = ()
) -> Iterator[str]:
    """Sightings, decisions, evidence (entries of its log) and complaints of a case, oldest first."""
    told = {step.at for one in complaints for step in one.steps}
    found = [
        *(Moment(at=one.observed_at, text="", seen=", ".join(one.kinds)) for one in file.sightings),
        *(Moment(at=one.at, text=_event(one, told) + _after(one, complaints)) for one in file.events),
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
    lines = [line for moment in _told(sorted(found, key=lambda one: one.at)) for line in moment]
    if len(lines) > MOST_LINES:
        yield from lines[: MOST_LINES // 2]
        yield f"... {len(lines) - MOST_LINES} lines left out ..."
    yield from lines[-(MOST_LINES // 2) :] if len(lines) > MOST_LINES else lines


def _told(moments: Iterable[Moment]) -> Iterator[list[str]]:
    first = True
    for seen, group in groupby(moments, key=lambda one: one.seen):
        some = list(group)
        if not seen:
            yield from (_wrapped(f"{_time(one.at)}  {one.text}") for one in some)
            continue
        if first:
            yield _wrapped(f"{_time(some[0].at)}  first seen, with {seen}")
            some, first = some[1:], False
        if len(some) == 1:
            yield _wrapped(f"{_time(some[0].at)}  seen again, with {seen}")
        elif some:
            times = f"seen {len(some)} times until {_time(some[-1].at)}, with {seen}"
            yield _wrapped(f"{_time(some[0].at)}  {times}")


def _event(event: Event, told: Collection[datetime]) -> str:
    move = event.after if event.before == "" else f"{event.before} → {event.after}"
    if event.before == event.after:
        move = "noted"
    filed = OF_COMPLAINT.match(event.why)
    if filed and event.at in told:  # the complaint's own step, of the same moment, says the rest
        return f"{move}, by {filed[0]}"
    return f"{move}, by {event.by}: {event.why}"


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
    note = f": {entry['note']}" if entry.get("note") else ""
    text = (
        f"evidence sealed, {entry.get('kind', '')}, by {entry.get('by', '')}{note} "
        f"(package {entry.get('name', '')}, SHA-256 {entry.get('digest', '')})"
    )
    return Moment(at=at if at.tzinfo else at.replace(tzinfo=UTC), text=text)


def _time(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"


def _wrapped(text: str) -> list[str]:
    shown = plain(text)
    if len(shown) > MOST_TEXT:
        shown = f"{shown[:MOST_TEXT]}… ({len(shown)} characters)"
    return textwrap.wrap(shown, WIDTH, subsequent_indent=HANG, break_on_hyphens=False) or [""]
