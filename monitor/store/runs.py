"""Which crawls ran when, and which process holds a target right now."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.store.schema import claim, run

HOLD = timedelta(hours=12)


def start_run(connection: Connection, target: str, spider: str, args: Mapping[str, Any], at: datetime) -> int:
    """Note that a crawl runs; its number."""
    values = {"target": target, "spider": spider, "args": dict(args), "started_at": at}
    key = connection.execute(run.insert().values(**values, outcome="running", stats={})).inserted_primary_key
    assert key is not None
    return int(key[0])


def finish_run(connection: Connection, number: int, at: datetime, outcome: str, stats: Mapping[str, Any]) -> None:
    """Note how a crawl ended."""
    connection.execute(
        run.update().where(run.c.id == number).values(finished_at=at, outcome=outcome, stats=dict(stats))
    )


def last_starts(connection: Connection) -> dict[str, datetime]:
    """When each target was started last."""
    return {row.target: row.started_at for row in connection.execute(sa.select(claim))}


def take(connection: Connection, target: str, before: datetime | None, now: datetime) -> bool:
    """Claim a target, if nobody started it since `before`; the claim of a process that died ends by itself."""
    row = connection.execute(sa.select(claim).filter_by(target=target)).first()
    if row is None:
        connection.execute(claim.insert().values(target=target, started_at=now, held_until=now + HOLD))
        return True
    if row.started_at != before or (row.held_until is not None and row.held_until > now):
        return False
    connection.execute(claim.update().filter_by(target=target).values(started_at=now, held_until=now + HOLD))
    return True


def release(connection: Connection, target: str) -> None:
    """Give a target back."""
    connection.execute(claim.update().filter_by(target=target).values(held_until=None))
