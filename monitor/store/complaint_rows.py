"""Rows of complaints: what one is, and what each change of one looks at and notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import AFTER, Status
from monitor.errors import ConfigurationError
from monitor.store.casework import BY_THE_MONITOR
from monitor.store.complaint_deadlines import Deadline
from monitor.store.schema import case, case_event, complaint, complaint_case, complaint_event, listing

BEGUN = "begun"
"""Its package is being written; where the process ended meanwhile, it stays so until it is abandoned."""
DRAFT = "draft"
ABANDONED = "abandoned"
PARTLY = "partly_upheld"
OPEN = (BEGUN, DRAFT, str(Status.SUBMITTED))
GOOD = (str(Status.UPHELD), "settled")
"""The results that gave us right."""
CORRECTION = "correction"
NO_GROUND = "none"
"""The ground of a letter that alleges nothing."""
MOST_TOLD = 200
"""So much of the words of a step is told beside something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened with a complaint."""

    at: datetime
    by: str
    kind: str
    text: str

    @property
    def words(self) -> str:
        """What happened, as a person says it."""
        return self.kind.replace("_", " ")

    @property
    def line(self) -> str:
        """Who did what when, in one line."""
        return f"{self.words}, by {self.by} on {self.at:%Y-%m-%d %H:%M} UTC: {self.text[:MOST_TOLD]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One filing; `status` is begun, draft, submitted, partly_upheld, a result (`AFTER`) or abandoned.

    `gone` are the cases whose listing was found removed since the filing, `results` what became of each case's link
    (empty while it is open), and `standing` the cases' own statuses. `calendar` are the countries whose holidays count
    for its deadlines, empty for weekends alone, None where nobody kept it.
    """

    id: int
    channel: str
    brand: str
    status: str
    ground: str
    package: str
    digest: str
    reference: str
    drafted_at: datetime
    calendar: str | None = None
    warnings: tuple[str, ...] = ()
    """What the monitor warned of when it was drafted."""
    basis: Mapping[str, Any] | None = None
    """The rights, countries and typed values that it was drafted with; None where nobody kept them."""
    filed_on: date | None = None
    ended_on: date | None = None
    cases: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    results: Mapping[int, str] = field(default_factory=dict)
    standing: Mapping[int, str] = field(default_factory=dict)
    deadlines: tuple[Deadline, ...] = ()
    steps: tuple[Step, ...] = ()
    looked: frozenset[str] = frozenset()
    """The names of the evidence sealed since the draft that somebody said to have looked at."""

    @property
    def accused(self) -> tuple[int, ...]:
        """The cases of which it still says what it says: their link waits for a result, or gave us right."""
        found = () if self.status in (BEGUN, ABANDONED) else self.results.items()
        return tuple(key for key, result in found if result in ("", *GOOD))

    @property
    def open_deadlines(self) -> tuple[Deadline, ...]:
        """What is still to be done, the first to be due first."""
        return tuple(sorted((one for one in self.deadlines if one.done_at is None), key=lambda one: one.due_on))

    @property
    def due_on(self) -> date | None:
        """The first day by which anything is to be done."""
        return next((one.due_on for one in self.open_deadlines), None)


def get_row(connection: Connection, number: int) -> sa.Row[Any]:
    """A complaint's row. Raises ConfigurationError for a number that none has."""
    found = connection.execute(sa.select(complaint).filter_by(id=number)).first()
    if found is None:
        raise ConfigurationError(f"there is no complaint {number}; see: monitor complaint list")
    return found


def must_stand(
    connection: Connection, number: int, statuses: Iterable[str], seen: int | None, what: str
) -> sa.Row[Any]:
    """The row of a complaint with one of the statuses that nobody changed since it was seen with so many steps.

    Raises ConfigurationError that tells who did what last, as that is whom to talk to.
    """
    found, allowed = get_row(connection, number), list(statuses)
    steps = steps_of(connection, number)
    last = f"; the last step is {steps[-1].line}" if steps else ""
    if found.status not in allowed:
        raise ConfigurationError(
            f"complaint {number} is {found.status}; only a {' or '.join(allowed)} one {what}{last}"
        )
    if seen is not None and len(steps) != seen:
        raise ConfigurationError(
            f"complaint {number} has {len(steps)} steps, not {seen}: somebody changed it since, and nothing was "
            f"recorded; look at it again: monitor complaint show {number}{last}"
        )
    return found


def results_of(connection: Connection, number: int) -> tuple[dict[int, str], dict[int, str]]:
    """What became of each case's link, and how each case itself stands."""
    rows = connection.execute(
        sa.select(complaint_case.c.case_id, complaint_case.c.result, case.c.status)
        .join(case, case.c.id == complaint_case.c.case_id)
        .where(complaint_case.c.complaint_id == number)
        .order_by(complaint_case.c.case_id)
    ).all()
    return {row.case_id: row.result for row in rows}, {row.case_id: row.status for row in rows}


def steps_of(connection: Connection, number: int) -> tuple[Step, ...]:
    """What happened with a complaint, in its order."""
    rows = connection.execute(sa.select(complaint_event).filter_by(complaint_id=number).order_by(complaint_event.c.id))
    return tuple(Step(at=row.at, by=row.by, kind=row.kind, text=row.text) for row in rows)


def looked_at(connection: Connection, number: int) -> frozenset[str]:
    """The names of the sealed evidence that those who took a complaint's steps said to have looked at."""
    wanted = sa.select(complaint_event.c.looked).filter_by(complaint_id=number)
    return frozenset(name for names in connection.execute(wanted).scalars() for name in names or ())


def wrongly_filed(connection: Connection) -> dict[int, str]:
    """Of the complaints that wait for an answer those that should not have been filed, and why they were."""
    wanted = (
        sa.select(complaint_event.c.complaint_id, complaint_event.c.although)
        .join(complaint, complaint.c.id == complaint_event.c.complaint_id)
        .where(complaint.c.status == Status.SUBMITTED, complaint_event.c.although.is_not(None))
    )
    return {row.complaint_id: row.although for row in connection.execute(wanted)}


def gone_since(connection: Connection, number: int, filed_on: date | None) -> tuple[int, ...]:
    """The cases of a complaint whose listing was found gone on the day of filing or later, and did not return."""
    if filed_on is None:
        return ()
    rows = connection.execute(
        sa.select(case.c.id, listing.c.removed_at)
        .join(complaint_case, complaint_case.c.case_id == case.c.id)
        .join(listing, listing.c.id == case.c.listing_id)
        .where(complaint_case.c.complaint_id == number, listing.c.removed_at.is_not(None))
        .order_by(case.c.id)
    )
    return tuple(row.id for row in rows if row.removed_at.date() >= filed_on)


def open_about(connection: Connection, key: int, statuses: Iterable[str], channel: str = "") -> list[int]:
    """The complaints that have one of the statuses and wait for a case's result; through one channel, or any."""
    wanted = (
        sa.select(complaint.c.id)
        .join(complaint_case)
        .where(complaint_case.c.case_id == key, complaint_case.c.result == "")
        .where(complaint.c.status.in_(list(statuses)))
        .order_by(complaint.c.id)
    )
    if channel:
        wanted = wanted.where(complaint.c.channel == channel)
    return list(connection.execute(wanted).scalars())


def relisted_ones(connection: Connection) -> frozenset[int]:
    """The upheld complaints and settled letters after whose end the monitor itself opened a case of theirs again."""
    upheld = (
        sa.select(complaint_event.c.complaint_id, sa.func.max(complaint_event.c.at).label("at"))
        .join(complaint, complaint.c.id == complaint_event.c.complaint_id)
        .where(complaint_event.c.kind.in_(GOOD), complaint.c.status.in_((*GOOD, PARTLY)))
        .group_by(complaint_event.c.complaint_id)
        .subquery()
    )
    wanted = (
        sa.select(upheld.c.complaint_id)
        .join(complaint_case, complaint_case.c.complaint_id == upheld.c.complaint_id)
        .join(case_event, case_event.c.case_id == complaint_case.c.case_id)
        .where(
            complaint_case.c.result.in_(GOOD),
            case_event.c.from_status.in_([AFTER[one] for one in GOOD]),
            case_event.c.to_status == Status.CANDIDATE,
            case_event.c.by == BY_THE_MONITOR,
            case_event.c.at >= upheld.c.at,
        )
    )
    return frozenset(connection.execute(wanted).scalars())


def recanted_ones(connection: Connection, key: int | None = None) -> dict[int, dict[int, str]]:
    """Of upheld complaints and settled letters the cases that a person opened again since, and who did what last.

    Those that are confirmed again are not told, nor those that the monitor opened again, as a new sighting is judged.
    With a `key` only those of that case.
    """
    wanted = (
        sa.select(complaint_case.c.complaint_id, complaint_case.c.case_id, complaint_case.c.result)
        .join(complaint, complaint.c.id == complaint_case.c.complaint_id)
        .join(case, case.c.id == complaint_case.c.case_id)
        .where(complaint_case.c.result.in_(GOOD), complaint.c.ground != NO_GROUND)
        .where(case.c.status.in_([Status.CANDIDATE, Status.DISMISSED]))
        .order_by(complaint_case.c.complaint_id, complaint_case.c.case_id)
    )
    if key is not None:
        wanted = wanted.where(complaint_case.c.case_id == key)
    found: dict[int, dict[int, str]] = {}
    for row in connection.execute(wanted).all():
        events = connection.execute(
            sa.select(case_event).filter_by(case_id=row.case_id).order_by(case_event.c.id)
        ).all()
        left = [one for one in events if (one.from_status, one.to_status) == (AFTER[row.result], Status.CANDIDATE)]
        if left and left[-1].by != BY_THE_MONITOR:
            last = [one for one in events if one.from_status != one.to_status][-1]
            words = f"{last.to_status} again" if last.to_status == Status.CANDIDATE else last.to_status
            found.setdefault(row.complaint_id, {})[row.case_id] = (
                f"{words} by {last.by} on {last.at:%Y-%m-%d}: {last.why[:MOST_TOLD]}"
            )
    return found


def undone_ones(connection: Connection) -> frozenset[int]:
    """The complaints that gave us right and were corrected to withdrawn, and stand so still."""
    wanted = sa.select(complaint_case.c.complaint_id).where(complaint_case.c.undone)
    return frozenset(connection.execute(wanted).scalars())


def status_of(connection: Connection, key: int) -> Status | None:
    """A case's status, None for a number that none has."""
    found = connection.execute(sa.select(case.c.status).filter_by(id=key)).scalar()
    return None if found is None else Status(found)


def must_be(connection: Connection, key: int, allowed: Iterable[Status]) -> Status:
    """A case's status, which is one of those allowed. Raises ConfigurationError."""
    status = status_of(connection, key)
    if status is None:
        raise ConfigurationError(f"there is no case {key}; see: monitor cases list")
    if status not in set(allowed):
        raise ConfigurationError(
            f"case {key} is {status}; a complaint needs a confirmed one, or one that is submitted already: "
            f"monitor cases decide {key} confirmed --why ..."
        )
    return status


def note_step(
    connection: Connection,
    number: int,
    at: datetime,
    by: str,
    kind: str,
    text: str,
    *,
    source: str | None = None,
    although: str | None = None,
    looked: Iterable[str] = (),
) -> None:
    """Add a step; where the clock jumped back, it stands at the time of the step before, and says so.

    `although` is why a filing was made that should not have been, `looked` names the evidence that was looked at.
    """
    last = sa.select(sa.func.max(complaint_event.c.at)).filter_by(complaint_id=number)
    before = connection.execute(last).scalar()
    if before is not None and at < before:
        text = f"{text} (this machine's clock showed {at:%Y-%m-%d %H:%M} UTC, before the step before)"
        at = before
    values = {"at": at, "by": by, "kind": kind, "text": text, "source": source, "although": although}
    values["looked"] = sorted(looked) or sa.null()
    connection.execute(complaint_event.insert().values(complaint_id=number, **values))
