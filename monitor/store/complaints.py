"""Complaints: what was drafted, filed and answered; the cases move along, by a person's word alone."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import AFTER, UNDECIDED, Status
from monitor.errors import ConfigurationError
from monitor.store import complaint_answers as answers
from monitor.store import complaint_deadlines as deadlines
from monitor.store import complaint_drafts as drafts
from monitor.store.casework import EASTERNMOST, Event, move
from monitor.store.complaint_deadlines import Task
from monitor.store.complaint_drafts import Lot
from monitor.store.complaint_rows import (
    ABANDONED,
    BEGUN,
    CORRECTION,
    DRAFT,
    PARTLY,
    Complaint,
    Step,
    get_row,
    gone_since,
    looked_at,
    must_be,
    must_stand,
    note_step,
    recanted_ones,
    relisted_ones,
    results_of,
    steps_of,
    undone_ones,
    wrongly_filed,
)
from monitor.store.connection import open_engine, reading, writing
from monitor.store.migrate import migrate
from monitor.store.schema import complaint, complaint_case
from monitor.workspace import Workspace

AFTER_ALL = (str(Status.SUBMITTED), str(Status.UPHELD), PARTLY, "settled", "answered", "no_answer")
"""A seller objects after a listing was taken down, and writes after he answered, too."""


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

    def begin(self, channel: str, brand: str, lots: Iterable[Lot]) -> list[int]:
        """Keep that packages are about to be written; the complaints' numbers. All or none.

        Raises ConfigurationError as `may_add` does.
        """
        with writing(self._engine) as connection:
            return drafts.begin(connection, channel, brand, lots, datetime.now(UTC))

    def finish(self, written: Iterable[tuple[int, str, str]], by: str) -> None:
        """The packages are there: number, digest and what is told of each. All or none become drafts."""
        with writing(self._engine) as connection:
            drafts.finish(connection, written, datetime.now(UTC), by)

    def drop(self, numbers: Iterable[int]) -> None:
        """Take back what was begun and could not be written."""
        with writing(self._engine) as connection:
            drafts.drop(connection, numbers)

    def sellers(self, number: int) -> dict[int, tuple[str, str]]:
        """Id and name of each case's seller when the complaint was drafted, where that was kept."""
        with reading(self._engine) as connection:
            return drafts.sellers(connection, number)

    def alleged(self, number: int) -> dict[int, frozenset[drafts.Alleged]]:
        """Kind, rule and mark of what a complaint alleges of each case, where that was kept."""
        with reading(self._engine) as connection:
            return drafts.alleged_of(connection, number)

    def may_add(self, channel: str, cases: Sequence[int]) -> None:
        """Raise ConfigurationError for a case that is not confirmed, or about which the channel was asked already."""
        with reading(self._engine) as connection:
            drafts.may_add(connection, channel, cases)

    def submit(
        self,
        number: int,
        reference: str,
        filed_on: date,
        due_on: date,
        by: str,
        *,
        looked: str = "",
        although: str = "",
        earlier: str = "",
        seen: int | None = None,
        evidence: Iterable[str] = (),
    ) -> None:
        """A person filed a draft: its confirmed cases become submitted. `seen` is how many steps it had when seen.

        `looked` is what the person said of what had changed since the draft, `evidence` names what of that was sealed.
        `although` is why one was filed that should not have been: then the filing is recorded of a draft that was given
        up, too, and a case that is not confirmed any more stays as it is. `earlier` is how it came to be filed on a day
        before its draft.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            allowed = [DRAFT, ABANDONED] if although else [DRAFT]
            found = must_stand(connection, number, allowed, seen, "can be submitted")
            drafted = found.drafted_at.date()
            before = filed_on < min(drafted, found.drafted_at.astimezone().date())  # west of Greenwich it is yesterday
            if before and not earlier:
                raise ConfigurationError(
                    f"complaint {number} was drafted on {drafted}; it cannot be filed on {filed_on}: is this "
                    "machine's clock right? give the day with --on; where it was filed by other means before it was "
                    "drafted here, say how with --earlier"
                )
            if earlier and not before:
                raise ConfigurationError(
                    f"complaint {number} was drafted on {drafted}, not after {filed_on}; --earlier is for what was "
                    "filed before its draft"
                )
            how = f", before this draft: {earlier}" if earlier else ""
            text = f"filed on {filed_on}{how}, reference {reference}, answer due on {due_on}"
            text += f"; {looked}" if looked else ""
            text += f"; although it should not have been: {although}" if although else ""
            for key in results_of(connection, number)[0]:
                every = set(Status) if although else {Status.CONFIRMED, Status.SUBMITTED}
                status = must_be(connection, key, every)
                if status not in (Status.CONFIRMED, Status.SUBMITTED):
                    text += f"; case {key} stays {status}"
                if status is Status.CONFIRMED:
                    why = f"complaint {number} filed through {found.channel}, reference {reference}"
                    move(connection, key, Event(at=now, by=by, before=status, after=Status.SUBMITTED, why=why))
            values = {"status": Status.SUBMITTED, "reference": reference, "filed_on": filed_on}
            connection.execute(complaint.update().filter_by(id=number).values(**values))
            deadlines.decide_by(connection, number, due_on, now, by, "")
            note_step(connection, number, now, by, "submitted", text, although=although or None, looked=evidence)

    def looked(self, number: int, why: str, evidence: Iterable[str], by: str, *, seen: int | None = None) -> None:
        """A person looked at evidence sealed since the draft, by its names, and leaves the complaint as it is."""
        with writing(self._engine) as connection:
            must_stand(
                connection, number, answers.FILED, seen, "is looked at again; of a draft say it as you submit it"
            )
            note_step(connection, number, datetime.now(UTC), by, "looked", why, looked=evidence)

    def abandon(self, number: int, why: str, by: str, *, seen: int | None = None) -> None:
        """A draft that nobody will file; its cases stay confirmed, and its package stays."""
        with writing(self._engine) as connection:
            what = "can be abandoned; one that was filed is answered withdrawn"
            must_stand(connection, number, [DRAFT, BEGUN], seen, what)
            connection.execute(complaint.update().filter_by(id=number).values(status=ABANDONED))
            note_step(connection, number, datetime.now(UTC), by, ABANDONED, why)

    def reply(
        self, number: int, text: str, due_on: date, by: str, *, to: int | None = None, seen: int | None = None
    ) -> None:
        """A person replied to the channel, which does what was asked of us (`to` names the deadline of several).

        The channel's answer is due again; what no reply does stays to be done.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            found = must_stand(connection, number, AFTER_ALL, seen, "is replied to")
            deadlines.met_by_reply(connection, number, to, now, by, f"replied: {text}")
            if found.status == Status.SUBMITTED:
                deadlines.decide_by(connection, number, due_on, now, by, "set anew by a reply")
                text = f"{text}; answer due on {due_on}"
            note_step(connection, number, now, by, "reply", text)

    def done(self, number: int, deadline: int, how: str, by: str, *, seen: int | None = None) -> str:
        """What was to be done by a deadline is done, or need not be, as `how` says; what it was."""
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            must_stand(connection, number, answers.FILED, seen, "has deadlines")
            found = deadlines.find_open(connection, number, deadline)
            deadlines.close(connection, [found], now, by, how)
            note_step(connection, number, now, by, "done", f"{found.what}: {how}")
        return found.what

    def answer(
        self,
        number: int,
        kind: str,
        text: str,
        on: date,
        task: Task | None,
        by: str,
        *,
        cases: Sequence[int] = (),
        seen: int | None = None,
        source: str | None = None,
    ) -> bool:
        """An answer came: the result of all links or of some cases', or a question that sets us a task.

        What comes later counts where nobody decided (`UNDECIDED`).

        False, and nothing changes, where the row of a file that it came from (`source`, its digest) was taken before.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            now_is = get_row(connection, number).status
            if answers.is_recorded(connection, number, source):
                return False
            every = results_of(connection, number)[0]
            still = str(Status.SUBMITTED) if set(every.values()).isdisjoint(UNDECIDED) else now_is
            statuses = AFTER_ALL if kind == "counter_notice" else [still]
            found = must_stand(connection, number, statuses, seen, "is answered")
            if _precedes(on, found.filed_on, now):
                raise ConfigurationError(
                    f"complaint {number} was filed on {found.filed_on}; an answer of {on} is before that"
                )
            if kind not in AFTER:
                answers.must_be_of(number, cases, every)
                assert task is not None
                meant = answers.about(cases or list(every), every)
                deadlines.add_deadline(connection, number, task)
                note_step(
                    connection, number, now, by, kind, f"{text}{meant}; {task.what} by {task.due_on}", source=source
                )
                return True
            keys = answers.answered_about(connection, number, cases, kind)
            note_step(connection, number, now, by, kind, f"{text}{answers.about(keys, every)}", source=source)
            self._ended(connection, number, answers.set_results(connection, number, keys, kind), on, now, by)
            came = "" if AFTER[kind] == kind else f"{kind.replace('_', ' ')}, "
            why = f"complaint {number} through {found.channel}: {came}{text}"
            answers.settle(connection, number, keys, kind, Event(at=now, by=by, before="", after="", why=why))
        return True

    def correct(
        self,
        number: int,
        kind: str,
        why: str,
        on: date,
        due_on: date,
        by: str,
        *,
        cases: Sequence[int] = (),
        seen: int | None = None,
    ) -> None:
        """What was recorded as the result was wrong: it is `kind`, or `submitted`, which waits for an answer again.

        The wrong answer stays in the history, with who corrected it, when and why.
        """
        now = datetime.now(UTC)
        with writing(self._engine) as connection:
            found = must_stand(connection, number, answers.FILED, seen, "is corrected")
            if _precedes(on, found.filed_on, now):
                raise ConfigurationError(f"complaint {number} was filed on {found.filed_on}; {on} is before that")
            every = results_of(connection, number)[0]
            keys = answers.corrected_about(connection, number, cases)
            before = ", ".join(dict.fromkeys(every[key] for key in keys))
            if not keys or before == kind:
                raise ConfigurationError(f"complaint {number} is recorded as {before or found.status} already")
            meant = answers.about(keys, every)
            note_step(connection, number, now, by, CORRECTION, f"{before} → {kind}{meant}: {why}")
            status = answers.set_results(connection, number, keys, "" if kind == Status.SUBMITTED else kind)
            deadlines.reopen(connection, number)
            self._ended(connection, number, status, on, now, by)
            if status == Status.SUBMITTED:
                deadlines.decide_by(connection, number, due_on, now, by, "set anew by a correction")
            event = Event(at=now, by=by, before="", after="", why=f"complaint {number}, corrected: {why}")
            answers.settle(connection, number, keys, kind, event)

    @staticmethod
    def _ended(connection: Connection, number: int, status: str, on: date, now: datetime, by: str) -> None:
        """Keep where a complaint stands after its results changed; of one that ended we alone have things to do."""
        ended = status != Status.SUBMITTED
        values = {"status": status, "ended_on": on if ended else None}
        connection.execute(complaint.update().filter_by(id=number).values(**values))
        if ended:
            deadlines.close_at_end(connection, number, now, by, status)

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

    def wrongly_filed(self) -> dict[int, str]:
        """Of the complaints that wait for an answer those that should not have been filed, and why they were."""
        with reading(self._engine) as connection:
            return wrongly_filed(connection)

    def relisted(self) -> frozenset[int]:
        """The upheld complaints and settled letters after whose end a case was opened again, as its listing is back."""
        with reading(self._engine) as connection:
            return relisted_ones(connection)

    def recanted(self) -> dict[int, dict[int, str]]:
        """Of upheld complaints and settled letters the cases that a person opened again, and who did what last."""
        with reading(self._engine) as connection:
            return recanted_ones(connection)

    def undone(self) -> frozenset[int]:
        """The complaints that were upheld or settled and that somebody corrected to withdrawn, in whole or in part."""
        with reading(self._engine) as connection:
            return undone_ones(connection)

    def of_case(self, key: int) -> "Sequence[Complaint]":
        """The complaints about a case with their steps, oldest first."""
        wanted = sa.select(complaint_case.c.complaint_id).filter_by(case_id=key).order_by(complaint_case.c.complaint_id)
        with reading(self._engine) as connection:
            numbers = connection.execute(wanted).scalars().all()
        return [self.get(number) for number in numbers]


def _precedes(on: date, filed_on: date | None, now: datetime) -> bool:
    """Whether a day is before that of the filing; a filing of a day to come was recorded by a clock that was wrong."""
    return filed_on is not None and on < filed_on <= (now + EASTERNMOST).date()


def _whole(connection: Connection, row: sa.Row[Any], steps: tuple[Step, ...] = ()) -> Complaint:
    values = dict(zip(row._fields, row, strict=True)) | {"warnings": tuple(row.warnings or ())}
    results, standing = results_of(connection, row.id)
    return Complaint(
        **values,
        cases=tuple(results),
        gone=gone_since(connection, row.id, row.filed_on),
        results=results,
        standing=standing,
        deadlines=deadlines.deadlines_of(connection, row.id),
        steps=steps,
        looked=looked_at(connection, row.id),
    )
