"""Which crawls ran when, and which process holds a target right now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.store.schema import Moment, claim, run

HOLD = timedelta(minutes=5)
"""How long a claim lasts that is not renewed: its process died."""
RUNNING = "running"
SILENCE = timedelta(minutes=5)
"""A run that gives no sign of life for so long was killed. It gives one every minute."""
KILLED = "stopped before its end: it was killed, or the machine was"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One crawl of a target: when it ran, how it ended (`running` until then), and what it counted."""

    number: int
    target: str
    spider: str
    args: Mapping[str, Any]
    started_at: datetime
    finished_at: datetime | None
    outcome: str
    stats: Mapping[str, Any]


def start_run(connection: Connection, target: str, spider: str, args: Mapping[str, Any], at: datetime) -> int:
    """Note that a crawl runs; its number. Runs that were killed are noted as such."""
    end_killed(connection, at)
    values = {"target": target, "spider": spider, "args": dict(args), "started_at": at, "seen_at": at}
    key = connection.execute(run.insert().values(**values, outcome=RUNNING, stats={})).inserted_primary_key
    assert key is not None
    return int(key[0])


def finish_run(connection: Connection, number: int, at: datetime, outcome: str, stats: Mapping[str, Any]) -> None:
    """Note how a crawl ended."""
    connection.execute(
        run.update().where(run.c.id == number).values(finished_at=at, outcome=outcome, stats=dict(stats))
    )


def beat(connection: Connection, number: int, now: datetime) -> None:
    """Note that a run is alive."""
    connection.execute(run.update().where(run.c.id == number, run.c.outcome == RUNNING).values(seen_at=now))


def end_killed(connection: Connection, now: datetime) -> int:
    """Note as ended what gives no sign of life any more; how many these are.

    One that lives all the same, on a machine that slept, says at its end how it really ended.
    """
    seen = sa.func.coalesce(run.c.seen_at, run.c.started_at)
    dead = run.update().where(run.c.outcome == RUNNING, seen < sa.literal(now - SILENCE, Moment()))
    return int(connection.execute(dead.values(outcome=KILLED, finished_at=seen)).rowcount)


def last_runs(connection: Connection) -> dict[str, Run]:
    """The latest run of each target."""
    newest = sa.select(sa.func.max(run.c.id)).group_by(run.c.target)
    rows = connection.execute(sa.select(run).where(run.c.id.in_(newest)))
    return {row.target: run_of(row) for row in rows}


def run_of(row: sa.Row[Any]) -> Run:
    """A row as a run."""
    return Run(
        number=row.id,
        target=row.target,
        spider=row.spider,
        args=row.args,
        started_at=row.started_at,
        finished_at=row.finished_at,
        outcome=row.outcome,
        stats=row.stats,
    )


def last_starts(connection: Connection) -> dict[str, datetime]:
    """When `monitor crawl` started each target last."""
    return {row.target: row.started_at for row in connection.execute(sa.select(claim))}


def take(connection: Connection, target: str, place: str, before: datetime | None, now: datetime) -> str:
    """Claim a target that was last started at `before`; empty when it is claimed, else why it cannot be.

    It cannot while another process holds it or another target of the same place, or when one has started it since.
    """
    row = connection.execute(sa.select(claim).filter_by(target=target)).first()
    if row is not None and row.held_until is not None and row.held_until > now:
        return "another process runs it"
    if row is not None and row.started_at != before:
        return "another process has just run it"
    busy = sa.select(claim.c.target).where(claim.c.place == place, claim.c.target != target, claim.c.held_until > now)
    other = connection.execute(busy).scalar()
    if other is not None:
        return f"another process crawls {place} for {other}"
    values = {"place": place, "started_at": now, "held_until": now + HOLD}
    if row is None:
        connection.execute(claim.insert().values(target=target, **values))
    else:
        connection.execute(claim.update().filter_by(target=target).values(**values))
    return ""


def hold(connection: Connection, target: str, now: datetime) -> None:
    """Renew a claim, now and then while the crawl runs."""
    connection.execute(claim.update().filter_by(target=target).values(held_until=now + HOLD))


def release(connection: Connection, target: str) -> None:
    """Give a target back."""
    connection.execute(claim.update().filter_by(target=target).values(held_until=None))
