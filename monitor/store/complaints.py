"""Complaints: what was drafted, filed and answered; the cases move along, by a person's word alone."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import Status
from monitor.errors import ConfigurationError
from monitor.store.casework import Event, move
from monitor.store.complaint_rows import (
    ABANDONED,
    DRAFT,
    OPEN,
    Complaint,
    Step,
    cases_of,
    get_row,
    gone_since,
    must_be,
    must_stand,
    note_step,
    open_about,
    relisted_ones,
    status_of,
    steps_of,
)
from monitor.store.connection import open_engine, reading, writing
from monitor.store.migrate import migrate
from monitor.store.schema import complaint, complaint_case
from monitor.workspace import Workspace

ENDS = (Status.UPHELD, Status.REJECTED, Status.WITHDRAWN)
ONE_DAY = timedelta(days=1)


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
        """Keep a draft whose package is written; its number. Raises ConfigurationError as `may_add` does."""
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            _may_add(connection, channel, cases)
            values = {"channel": channel, "brand": brand, "ground": ground, "package": package, "digest": digest}
            added = connection.execute(
                complaint.insert().values(**values, status=DRAFT, reference="", drafted_at=now)
            ).inserted_primary_key
            assert added is not None
            number = int(added[0])
            connection.execute(
                complaint_case.insert(), [{"complaint_id": number, "case_id": key} for key in dict.fromkeys(cases)]
            )
            note_step(connection, number, now, by, DRAFT, f"drafted on the ground {ground}")
        return number

    def may_add(self, channel: str, cases: Sequence[int]) -> None:
        """Raise ConfigurationError for a case that is not confirmed, or about which the channel was asked already."""
        with reading(self._engine) as connection:
            _may_add(connection, channel, cases)

    def submit(
        self, number: int, reference: str, filed_on: date, due_on: date, by: str, *, seen: int | None = None
    ) -> None:
        """A person filed a draft: its confirmed cases become submitted. `seen` is how many steps it had when seen."""
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            found = must_stand(connection, number, DRAFT, seen, "can be submitted")
            drafted = found.drafted_at.date()
            if filed_on < drafted - ONE_DAY:  # a day for those who live west of Greenwich
                raise ConfigurationError(
                    f"complaint {number} was drafted on {drafted}; it cannot be filed on {filed_on}: is this "
                    "machine's clock right? give the day with --on"
                )
            for key in cases_of(connection, number):
                status = must_be(connection, key, {Status.CONFIRMED, Status.SUBMITTED})
                if status is Status.CONFIRMED:
                    why = f"complaint {number} filed through {found.channel}, reference {reference}"
                    move(connection, key, Event(at=now, by=by, before=status, after=Status.SUBMITTED, why=why))
            values = {"status": Status.SUBMITTED, "reference": reference, "filed_on": filed_on, "due_on": due_on}
            connection.execute(complaint.update().filter_by(id=number).values(**values))
            text = f"filed on {filed_on}, reference {reference}, answer due on {due_on}"
            note_step(connection, number, now, by, "submitted", text)

    def abandon(self, number: int, why: str, by: str, *, seen: int | None = None) -> None:
        """A draft that nobody will file; its cases stay confirmed, and its package stays."""
        with writing(self._engine) as connection:
            must_stand(connection, number, DRAFT, seen, "can be abandoned; one that was filed is answered withdrawn")
            connection.execute(complaint.update().filter_by(id=number).values(status=ABANDONED))
            note_step(connection, number, datetime.now(UTC), by, ABANDONED, why)

    def reply(self, number: int, text: str, due_on: date, by: str, *, seen: int | None = None) -> None:
        """A person replied to the channel; its answer is due again."""
        with writing(self._engine) as connection:
            must_stand(connection, number, Status.SUBMITTED, seen, "is replied to")
            connection.execute(complaint.update().filter_by(id=number).values(due_on=due_on))
            note_step(connection, number, datetime.now(UTC), by, "reply", f"{text}; answer due on {due_on}")

    def answer(
        self, number: int, kind: str, text: str, on: date, due_on: date | None, by: str, *, seen: int | None = None
    ) -> None:
        """An answer came: an end of the complaint, or a question that is due to be answered by a day.

        A case moves to upheld at once; to rejected or withdrawn when no other complaint about it is still open.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            found = must_stand(connection, number, Status.SUBMITTED, seen, "is answered")
            if found.filed_on is not None and on < found.filed_on:
                raise ConfigurationError(
                    f"complaint {number} was filed on {found.filed_on}; an answer of {on} is before that"
                )
            if kind not in set(ENDS):
                note_step(connection, number, now, by, kind, f"{text}; reply due on {due_on}")
                connection.execute(complaint.update().filter_by(id=number).values(due_on=due_on))
                return
            note_step(connection, number, now, by, kind, text)
            then = Status(kind)
            connection.execute(complaint.update().filter_by(id=number).values(status=then, due_on=None, ended_on=on))
            for key in cases_of(connection, number):
                waits = then is not Status.UPHELD and open_about(connection, key, [Status.SUBMITTED])
                if status_of(connection, key) is Status.SUBMITTED and not waits:
                    why = f"complaint {number} through {found.channel}: {text}"
                    move(connection, key, Event(at=now, by=by, before=Status.SUBMITTED, after=then, why=why))

    def get(self, number: int) -> Complaint:
        """A complaint with its cases and steps. Raises ConfigurationError for a number that none has."""
        with reading(self._engine) as connection:
            return _whole(connection, get_row(connection, number), steps_of(connection, number))

    def find(self, status: str = "", channel: str = "") -> "Sequence[Complaint]":
        """The complaints, oldest first, without their steps."""
        wanted = sa.select(complaint).order_by(complaint.c.id)
        if status:
            wanted = wanted.where(complaint.c.status == status)
        if channel:
            wanted = wanted.where(complaint.c.channel == channel)
        with reading(self._engine) as connection:
            return [_whole(connection, row) for row in connection.execute(wanted).all()]

    def relisted(self) -> frozenset[int]:
        """The upheld complaints after whose end a case was opened again, as its listing was there again."""
        with reading(self._engine) as connection:
            return relisted_ones(connection)

    def of_case(self, key: int) -> "Sequence[Complaint]":
        """The complaints about a case with their steps, oldest first."""
        wanted = sa.select(complaint_case.c.complaint_id).filter_by(case_id=key).order_by(complaint_case.c.complaint_id)
        with reading(self._engine) as connection:
            numbers = connection.execute(wanted).scalars().all()
        return [self.get(number) for number in numbers]


def _whole(connection: Connection, row: sa.Row[Any], steps: tuple[Step, ...] = ()) -> Complaint:
    values = dict(zip(row._fields, row, strict=True))
    gone = gone_since(connection, row.id, row.filed_on)
    return Complaint(**values, cases=cases_of(connection, row.id), gone=gone, steps=steps)


def _may_add(connection: Connection, channel: str, cases: Sequence[int]) -> None:
    for key in cases:
        must_be(connection, key, {Status.CONFIRMED, Status.SUBMITTED})
        if already := open_about(connection, key, OPEN, channel):
            raise ConfigurationError(
                f"case {key}: complaint {already[0]} through {channel} is open; wait for its answer, or give it up: "
                f"monitor complaint abandon {already[0]} --why ..."
            )
