"""Complaints: what was drafted, filed and answered; the cases move along, by a person's word alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import Status
from monitor.errors import ConfigurationError
from monitor.store.casework import Event, move
from monitor.store.connection import open_engine, reading, writing
from monitor.store.migrate import migrate
from monitor.store.schema import case, complaint, complaint_case, complaint_event
from monitor.workspace import Workspace

DRAFT = "draft"
ENDS = (Status.UPHELD, Status.REJECTED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened with a complaint."""

    at: datetime
    by: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One filing; `status` is draft, submitted, upheld, rejected or withdrawn."""

    id: int
    channel: str
    brand: str
    status: str
    ground: str
    package: str
    digest: str
    reference: str
    drafted_at: datetime
    filed_on: date | None
    due_on: date | None
    ended_on: date | None
    cases: tuple[int, ...] = ()
    steps: tuple[Step, ...] = ()


def open_complaints(workspace: Workspace) -> "Complaints":
    """The complaints of a workspace. Raises MonitorError."""
    return Complaints(workspace.database)


class Complaints:
    """All reading and writing of complaints; each change is one transaction, under the store's write lock."""

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url)
        try:
            migrate(self._engine)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(
        self, channel: str, brand: str, ground: str, cases: Sequence[int], package: str, digest: str, by: str
    ) -> int:
        """Keep a draft whose package is written; its number. Raises ConfigurationError for a case not confirmed."""
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            for key in cases:
                _must_be(connection, key, {Status.CONFIRMED, Status.SUBMITTED})
            values = {"channel": channel, "brand": brand, "ground": ground, "package": package, "digest": digest}
            added = connection.execute(
                complaint.insert().values(**values, status=DRAFT, reference="", drafted_at=now)
            ).inserted_primary_key
            assert added is not None
            number = int(added[0])
            connection.execute(
                complaint_case.insert(), [{"complaint_id": number, "case_id": key} for key in dict.fromkeys(cases)]
            )
            _note(connection, number, now, by, DRAFT, f"drafted on the ground {ground}")
        return number

    def submit(self, number: int, reference: str, filed_on: date, due_on: date, by: str) -> None:
        """A person filed a draft: its confirmed cases become submitted."""
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            found = _get(connection, number)
            if found.status != DRAFT:
                raise ConfigurationError(f"complaint {number} is {found.status}; only a draft can be submitted")
            for key in _cases(connection, number):
                status = _must_be(connection, key, {Status.CONFIRMED, Status.SUBMITTED})
                if status is Status.CONFIRMED:
                    why = f"complaint {number} filed through {found.channel}, reference {reference}"
                    move(connection, key, Event(at=now, by=by, before=status, after=Status.SUBMITTED, why=why))
            values = {"status": Status.SUBMITTED, "reference": reference, "filed_on": filed_on, "due_on": due_on}
            connection.execute(complaint.update().filter_by(id=number).values(**values))
            _note(connection, number, now, by, "submitted", f"reference {reference}, answer due on {due_on}")

    def answer(self, number: int, kind: str, text: str, on: date, due_on: date | None, by: str) -> None:
        """An answer came: an end of the complaint, or a question that is due to be answered by a day.

        A case moves to upheld at once; to rejected or withdrawn when no other complaint about it is still open.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            found = _get(connection, number)
            if found.status != Status.SUBMITTED:
                raise ConfigurationError(f"complaint {number} is {found.status}; only a submitted one is answered")
            if found.filed_on is not None and on < found.filed_on:
                raise ConfigurationError(
                    f"complaint {number} was filed on {found.filed_on}; an answer of {on} is before that"
                )
            _note(connection, number, now, by, kind, text)
            if kind not in set(ENDS):
                connection.execute(complaint.update().filter_by(id=number).values(due_on=due_on))
                return
            then = Status(kind)
            connection.execute(complaint.update().filter_by(id=number).values(status=then, due_on=None, ended_on=on))
            for key in _cases(connection, number):
                open_ones = set() if then is Status.UPHELD else _open(connection, key)
                if _status(connection, key) is Status.SUBMITTED and not open_ones:
                    why = f"complaint {number} through {found.channel}: {text}"
                    move(connection, key, Event(at=now, by=by, before=Status.SUBMITTED, after=then, why=why))

    def get(self, number: int) -> Complaint:
        """A complaint with its cases and steps. Raises ConfigurationError for a number that none has."""
        with reading(self._engine) as connection:
            found = _get(connection, number)
            rows = connection.execute(
                sa.select(complaint_event).filter_by(complaint_id=number).order_by(complaint_event.c.id)
            )
            steps = tuple(Step(at=row.at, by=row.by, kind=row.kind, text=row.text) for row in rows)
            return Complaint(
                **dict(zip(found._fields, found, strict=True)), cases=_cases(connection, number), steps=steps
            )

    def find(self, status: str = "", channel: str = "") -> "Sequence[Complaint]":
        """The complaints, oldest first, without their steps."""
        wanted = sa.select(complaint).order_by(complaint.c.id)
        if status:
            wanted = wanted.where(complaint.c.status == status)
        if channel:
            wanted = wanted.where(complaint.c.channel == channel)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted).all()
            return [
                Complaint(**dict(zip(row._fields, row, strict=True)), cases=_cases(connection, row.id)) for row in rows
            ]

    def relisted(self) -> frozenset[int]:
        """The upheld complaints of which a case was opened again."""
        wanted = (
            sa.select(complaint.c.id)
            .join(complaint_case, complaint_case.c.complaint_id == complaint.c.id)
            .join(case, case.c.id == complaint_case.c.case_id)
            .where(complaint.c.status == Status.UPHELD, case.c.status.not_in([Status.UPHELD]))
        )
        with reading(self._engine) as connection:
            return frozenset(connection.execute(wanted).scalars())

    def of_case(self, key: int) -> "Sequence[Complaint]":
        """The complaints about a case, oldest first."""
        wanted = sa.select(complaint_case.c.complaint_id).filter_by(case_id=key).order_by(complaint_case.c.complaint_id)
        with reading(self._engine) as connection:
            numbers = connection.execute(wanted).scalars().all()
        return [self.get(number) for number in numbers]


def _get(connection: Connection, number: int) -> sa.Row[Any]:
    found = connection.execute(sa.select(complaint).filter_by(id=number)).first()
    if found is None:
        raise ConfigurationError(f"there is no complaint {number}; see: monitor complaint list")
    return found


def _cases(connection: Connection, number: int) -> tuple[int, ...]:
    wanted = sa.select(complaint_case.c.case_id).filter_by(complaint_id=number).order_by(complaint_case.c.case_id)
    return tuple(connection.execute(wanted).scalars())


def _open(connection: Connection, key: int) -> set[int]:
    wanted = (
        sa.select(complaint.c.id)
        .join(complaint_case)
        .where(complaint_case.c.case_id == key, complaint.c.status == Status.SUBMITTED)
    )
    return set(connection.execute(wanted).scalars())


def _status(connection: Connection, key: int) -> Status | None:
    found = connection.execute(sa.select(case.c.status).filter_by(id=key)).scalar()
    return None if found is None else Status(found)


def _must_be(connection: Connection, key: int, allowed: set[Status]) -> Status:
    status = _status(connection, key)
    if status is None:
        raise ConfigurationError(f"there is no case {key}; see: monitor cases list")
    if status not in allowed:
        raise ConfigurationError(
            f"case {key} is {status}; a complaint needs a confirmed one: monitor cases decide {key} confirmed --why ..."
        )
    return status


def _note(connection: Connection, number: int, at: datetime, by: str, kind: str, text: str) -> None:
    connection.execute(complaint_event.insert().values(complaint_id=number, at=at, by=by, kind=kind, text=text))
