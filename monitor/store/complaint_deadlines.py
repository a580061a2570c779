"""What must be done about complaints by a day: by us or by the channel, each done for itself."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.errors import ConfigurationError
from monitor.store.schema import complaint_deadline

WE, CHANNEL = "we", "channel"
DECIDE = "decide"
ENDED = "the complaint ended: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to be done by a day: `who` is WE or CHANNEL; `met_by_reply` says whether a reply does it."""

    who: str
    what: str
    due_on: date
    met_by_reply: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Task):
    """A task of a complaint with its number; open while `done_at` is None, and then `how` says what was done."""

    id: int
    done_at: datetime | None
    done_by: str
    how: str


def deadlines_of(connection: Connection, number: int) -> tuple[Deadline, ...]:
    """Those of a complaint, open or done, in the order in which they came up."""
    wanted = sa.select(complaint_deadline).filter_by(complaint_id=number).order_by(complaint_deadline.c.id)
    return tuple(
        Deadline(**{name: value for name, value in row.items() if name != "complaint_id"})
        for row in connection.execute(wanted).mappings()
    )


def add_deadline(connection: Connection, number: int, task: Task) -> None:
    """A task more."""
    values = {"who": task.who, "what": task.what, "due_on": task.due_on, "met_by_reply": task.met_by_reply}
    connection.execute(complaint_deadline.insert().values(complaint_id=number, **values, done_by="", how=""))


def decide_by(connection: Connection, number: int, due_on: date, at: datetime, by: str, why: str) -> None:
    """The channel is to decide by a day; another day that was set for it before counts no more."""
    close(connection, [one for one in _open(connection, number) if one.who == CHANNEL], at, by, why)
    add_deadline(connection, number, Task(who=CHANNEL, what=DECIDE, due_on=due_on))


def met_by_reply(connection: Connection, number: int, only: int | None, at: datetime, by: str, how: str) -> None:
    """A reply does what was asked of us. Raises ConfigurationError where it is not plain what of several it does."""
    asked = [one for one in _open(connection, number) if one.who == WE and one.met_by_reply]
    if only is not None:
        asked = [one for one in asked if one.id == only]
        if not asked:
            raise ConfigurationError(f"complaint {number} has no open deadline {only} that a reply meets")
    if len(asked) > 1:
        listed = "; ".join(f"{one.id}: {one.what}, by {one.due_on}" for one in asked)
        raise ConfigurationError(
            f"complaint {number} has several things to be replied to; say which with --to: {listed}"
        )
    close(connection, asked, at, by, how)


def find_open(connection: Connection, number: int, deadline: int) -> Deadline:
    """An open deadline of a complaint by its number. Raises ConfigurationError."""
    for one in _open(connection, number):
        if one.id == deadline:
            return one
    raise ConfigurationError(
        f"complaint {number} has no open deadline {deadline}; see: monitor complaint show {number}"
    )


def close(connection: Connection, deadlines: list[Deadline], at: datetime, by: str, how: str) -> None:
    """They are done, or count no more, as `how` says."""
    for one in deadlines:
        done = complaint_deadline.update().filter_by(id=one.id)
        connection.execute(done.values(done_at=at, done_by=by, how=how))


def close_at_end(connection: Connection, number: int, at: datetime, by: str, how: str) -> None:
    """What an end of the complaint does away with: all but what we must do and no reply does, such as a suit.

    That stays until a person says that it was done, or need not be: a rejection is no reason to miss its day.
    """
    over = [one for one in _open(connection, number) if one.who != WE or one.met_by_reply]
    close(connection, over, at, by, f"{ENDED}{how}")


def reopen(connection: Connection, number: int) -> None:
    """What an end did away with that was recorded wrongly is ours to do again."""
    for one in deadlines_of(connection, number):
        if one.who == WE and one.done_at is not None and one.how.startswith(ENDED):
            undone = complaint_deadline.update().filter_by(id=one.id)
            connection.execute(undone.values(done_at=None, done_by="", how=""))


def _open(connection: Connection, number: int) -> list[Deadline]:
    return [one for one in deadlines_of(connection, number) if one.done_at is None]
