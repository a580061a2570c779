"""Findings into cases, and the history of a case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import CLOSED, Status, reopens, severity_of
from monitor.records import Finding, Flag, Observation, is_said_anew, same_seller
from monitor.store.codec import evidence_to_json, flag_of
from monitor.store.schema import case, case_event, complaint, complaint_case, flag, observation, sighting

BY_THE_MONITOR = "monitor"
CLOSED_BY = {Status.UPHELD: "upheld", Status.WITHDRAWN: "settled"}
"""The result that gave us right and closed a case so."""
EASTERNMOST = timedelta(hours=14)
"""Where it is tomorrow first."""
BACK = "the listing, which was gone, is back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step in the history of a case: who moved it, when, from and to which status, and why."""

    at: datetime
    by: str
    before: str
    after: str
    why: str


def write_case(
    connection: Connection,
    listing_key: int,
    number: int,
    seen: Observation,
    finding: Finding,
    now: datetime,
    *,
    is_back: bool = False,
) -> tuple[int, bool]:
    """Open the case of a brand and listing or add to it; its key, and whether it is new.

    `is_back` says that the listing was found removed before.
    """
    moment = seen.observed_at
    row = connection.execute(sa.select(case).filter_by(brand=finding.brand, listing_id=listing_key)).first()
    if row is None:
        values = {"listing_id": listing_key, "brand": finding.brand, "status": Status.CANDIDATE}
        times = {"first_seen": moment, "last_seen": moment, "sightings": 1, "last_observation_id": number}
        added = connection.execute(case.insert().values(**values, **times, severity=severity_of(finding.flags)))
        assert added.inserted_primary_key is not None
        key = int(added.inserted_primary_key[0])
        _write_sighting(connection, key, number, finding)
        _write_flags(connection, key, number, finding.flags, outdated=())
        why = f"found in the listing as seen on {moment:%Y-%m-%d}"
        _add_event(
            connection, key, number, Event(at=now, by=BY_THE_MONITOR, before="", after=Status.CANDIDATE, why=why)
        )
        return key, True
    answered = _answered_on(connection, row, now)
    why = _why_reopened(connection, row, moment, finding.flags, answered)
    if is_back:
        if not _is_after(moment, answered):
            note(connection, row, now, f"{BACK}, as seen on {moment:%Y-%m-%d}, not after the answer of {answered}")
        elif Status(row.status) in CLOSED or came_to_nothing(connection, row):
            why = BACK
        else:
            note(connection, row, now, BACK)
    current = _add_to(connection, row, number, seen, finding)
    values = {
        "severity": severity_of(current),
        "first_seen": min(row.first_seen, moment),
        "last_seen": max(row.last_seen, moment),
        "sightings": row.sightings + 1,
        "last_observation_id": number if moment >= row.last_seen else row.last_observation_id,
    }
    connection.execute(case.update().where(case.c.id == row.id).values(**values))
    if why:
        event = Event(at=now, by=BY_THE_MONITOR, before=row.status, after=Status.CANDIDATE, why=f"reopened: {why}")
        move(connection, row.id, event)
    return row.id, False


def is_answered_later(connection: Connection, listing_key: int, moment: datetime, now: datetime) -> bool:
    """Whether an answer in our favour about a listing is of the day of a sighting or later: only then may it return."""
    closed = sa.select(case).where(case.c.listing_id == listing_key, case.c.status.in_(CLOSED_BY))
    return any(not _is_after(moment, _answered_on(connection, row, now)) for row in connection.execute(closed).all())


def came_to_nothing(connection: Connection, row: Any) -> bool:
    """Whether a case (its row) is confirmed since a complaint ended that nobody decided, and no other is begun."""
    if row.status != Status.CONFIRMED:
        return False
    begun = (
        sa.select(complaint.c.id)
        .join(complaint_case)
        .where(complaint_case.c.case_id == row.id, complaint.c.status.in_(["begun", "draft", Status.SUBMITTED]))
        .where(complaint_case.c.result == "")
    )
    last = last_move(connection, row.id)
    return last.from_status == Status.SUBMITTED and connection.execute(begun.limit(1)).first() is None


def last_move(connection: Connection, key: int) -> Any:
    """The row of the last event that changed a case's status; notes of what was seen change none."""
    moves = sa.select(case_event).where(case_event.c.case_id == key, case_event.c.from_status != case_event.c.to_status)
    return connection.execute(moves.order_by(case_event.c.id.desc()).limit(1)).one()


def newest_flags(connection: Connection, keys: Iterable[int]) -> dict[int, list[Any]]:
    """The rows of the newest flags of each kind and rule, by case; the most severe first."""
    rows = connection.execute(
        sa.select(flag, observation.c.observed_at, observation.c.record)
        .join(observation)
        .where(flag.c.case_id.in_(list(keys)), flag.c.newest)
        .order_by(flag.c.severity.desc(), flag.c.kind, flag.c.rule, flag.c.id)
    )
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append(row)
    return found


def move(connection: Connection, key: int, event: Event) -> None:
    """Change the status of a case, and keep who did it and why."""
    last = sa.select(sa.func.max(sighting.c.observation_id)).where(sighting.c.case_id == key)
    number = connection.execute(last).scalar_one()
    connection.execute(case.update().where(case.c.id == key).values(status=event.after))
    _add_event(connection, key, number, event)


def note(connection: Connection, row: Any, now: datetime, why: str) -> None:
    """Write into the history of a case (its row) what the monitor saw, without a change of its status.

    Nothing where the last step says the same: each further read of a day sees it again.
    """
    last = sa.select(case_event.c.why).where(case_event.c.case_id == row.id).order_by(case_event.c.id.desc()).limit(1)
    if connection.execute(last).scalar() == why:
        return
    event = Event(at=now, by=BY_THE_MONITOR, before=row.status, after=row.status, why=why)
    _add_event(connection, row.id, row.last_observation_id, event)


def events_of(connection: Connection, key: int) -> list[Event]:
    """The history of a case, oldest first."""
    rows = connection.execute(sa.select(case_event).filter_by(case_id=key).order_by(case_event.c.id)).all()
    return [Event(at=r.at, by=r.by, before=r.from_status, after=r.to_status, why=r.why) for r in rows]


def _add_to(connection: Connection, row: Any, number: int, seen: Observation, finding: Finding) -> list[Flag]:
    """Add a sighting to a case; the flags that now stand: of each kind and rule those of the latest sighting.

    Where the seller changed, the flags about the other one no longer stand.
    """
    moment = seen.observed_at
    known = newest_flags(connection, [row.id]).get(row.id, [])
    found = {(one.kind, one.rule) for one in finding.flags}
    others = [one for one in known if not _of_seller(one, seen)]
    newer = {(one.kind, one.rule) for one in known if one.observed_at > moment}
    outdated = {(kind, rule) for kind, rule in found if is_said_anew(kind, rule, newer)}
    if any(one.observed_at > moment for one in others):
        outdated = found
    retired = [one.id for one in known if is_said_anew(one.kind, one.rule, found - outdated)]
    retired += [one.id for one in others if one.observed_at <= moment and one.id not in retired]
    if retired:
        connection.execute(flag.update().where(flag.c.id.in_(retired)).values(newest=False))
    _write_sighting(connection, row.id, number, finding)
    _write_flags(connection, row.id, number, finding.flags, outdated)
    kept = [flag_of(finding.brand, one) for one in known if one.id not in retired]
    return [*kept, *(one for one in finding.flags if (one.kind, one.rule) not in outdated)]


def _of_seller(row: Any, seen: Observation) -> bool:
    """Whether a flag, read with the record of its observation, is about the seller that is seen now."""
    before = (row.record.get("seller_id", ""), row.record.get("seller_name", ""))
    return same_seller(before, (seen.listing.seller_id, seen.listing.seller_name))


def _answered_on(connection: Connection, row: Any, now: datetime) -> date | None:
    """The day of the newest answer that closed a case (its row) in our favour; of filing while others wait for theirs.

    None where no complaint closed it. A day to come was written by a clock that was wrong, and counts for nothing.
    """
    if row.status not in CLOSED_BY:
        return None
    wanted = (
        sa.select(complaint.c.ended_on, complaint.c.filed_on)
        .join(complaint_case)
        .where(complaint_case.c.case_id == row.id, complaint_case.c.result == CLOSED_BY[row.status])
    )
    days = (ended or filed for ended, filed in connection.execute(wanted).all())
    return max((day for day in days if day and day <= (now + EASTERNMOST).date()), default=None)


def _is_after(moment: datetime, answered: date | None) -> bool:
    """Whether a sighting is of a day after an answer: only then did the listing return."""
    return answered is None or moment.date() > answered


def _why_reopened(
    connection: Connection, row: Any, moment: datetime, found: Iterable[Flag], answered: date | None
) -> str:
    """Why a closed case is opened again, judged by what it showed when it was closed; empty where it is not.

    What was seen before the answer that gave us right says nothing of what became of the listing since.
    """
    status = Status(row.status)
    if status not in CLOSED:
        return ""
    closed = connection.execute(
        sa.select(case_event.c.observation_id, observation.c.observed_at)
        .join(observation)
        .where(case_event.c.case_id == row.id)
        .order_by(case_event.c.id.desc())
        .limit(1)
    ).one()
    if moment <= closed.observed_at or not _is_after(moment, answered):  # who decided knew of later sightings
        return ""
    known = connection.execute(
        sa.select(flag).where(flag.c.case_id == row.id, flag.c.observation_id <= closed.observation_id)
    )
    flags = [flag_of(row.brand, one) for one in known]
    if answered is None or answered <= closed.observed_at.date():
        return reopens(status, flags, found, days=(moment - closed.observed_at).days)
    return reopens(status, flags, found, days=(moment.date() - answered).days, since=f"the answer of {answered}")


def _write_sighting(connection: Connection, key: int, number: int, finding: Finding) -> None:
    figures = {"sku": finding.sku, "currency": finding.currency}
    prices = {"unit_price": finding.unit_price, "floor_price": finding.floor_price}
    connection.execute(sighting.insert().values(case_id=key, observation_id=number, **figures, **prices))


def _write_flags(
    connection: Connection, key: int, number: int, flags: Iterable[Flag], outdated: Iterable[tuple[str, str]]
) -> None:
    rows = [
        {
            "case_id": key,
            "observation_id": number,
            "kind": one.kind,
            "rule": one.rule,
            "severity": one.severity,
            "sentence": one.sentence,
            "evidence": evidence_to_json(one.evidence),
            "newest": (one.kind, one.rule) not in outdated,
        }
        for one in flags
    ]
    connection.execute(flag.insert(), rows)


def _add_event(connection: Connection, key: int, number: int, event: Event) -> None:
    values = {"at": event.at, "by": event.by, "from_status": event.before, "to_status": event.after, "why": event.why}
    connection.execute(case_event.insert().values(case_id=key, observation_id=number, **values))
