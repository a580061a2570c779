"""What runs read of marketplaces, and what of it is not as usual."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.health import Alarm, Coverage, alarms
from monitor.store.runs import Run, run_of
from monitor.store.schema import coverage, run

COMPARED = 10
"""So many earlier runs say what is usual."""
LOOKED_AT = 500
NOT_SCOPE = frozenset({"render"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """A run's coverage of one marketplace, the runs before that it is compared with, newest first, and the alarms."""

    run: int
    spider: str
    scope: str
    started_at: datetime
    outcome: str
    now: Coverage
    before: Sequence[Coverage]
    alarms: Sequence[Alarm]


def note_coverage(connection: Connection, number: int, found: Sequence[Coverage]) -> list[Alarm]:
    """Keep what a run read of each marketplace, and what of it is not as usual.

    A marketplace that the run before of the same scope read is noted as silent where this one brought nothing of it.
    """
    scope = scope_of(connection.execute(sa.select(run).filter_by(id=number)).one())
    last = sa.select(sa.func.max(coverage.c.run_id)).where(coverage.c.scope == scope).scalar_subquery()
    known = connection.execute(sa.select(coverage.c.marketplace).where(coverage.c.run_id == last)).scalars()
    silent = sorted(set(known) - {one.marketplace for one in found})
    found = [*found, *(Coverage(marketplace=name) for name in silent)]
    for one in found:
        connection.execute(
            coverage.insert().values(
                run_id=number,
                marketplace=one.marketplace,
                scope=scope,
                listings=one.listings,
                fields=dict(one.fields),
                pages=dict(one.pages),
                examples=dict(one.examples),
            )
        )
    return [alarm for one in found for alarm in alarms(one, _before(connection, one.marketplace, scope, number))]


def checkups(connection: Connection, marketplace: str = "") -> list[Checkup]:
    """The newest run of each scope on each marketplace, with what it is compared with."""
    newest = sa.select(sa.func.max(coverage.c.id)).group_by(coverage.c.marketplace, coverage.c.scope)
    if marketplace:
        newest = newest.where(coverage.c.marketplace == marketplace)
    rows = connection.execute(
        sa.select(coverage, run.c.spider, run.c.started_at, run.c.outcome)
        .join(run, coverage.c.run_id == run.c.id)
        .where(coverage.c.id.in_(newest))
        .order_by(coverage.c.marketplace, coverage.c.id)
    ).all()
    found = []
    for row in rows:
        now, before = _coverage(row), _before(connection, row.marketplace, row.scope, row.run_id)
        found.append(
            Checkup(
                run=row.run_id,
                spider=row.spider,
                scope=row.scope,
                started_at=row.started_at,
                outcome=row.outcome,
                now=now,
                before=before,
                alarms=tuple(alarms(now, before)),
            )
        )
    return found


def unread(connection: Connection) -> list[Run]:
    """Of the newest runs of each scope, those that were stopped before they could be compared."""
    newest: dict[str, sa.Row[Any]] = {}
    for row in connection.execute(sa.select(run).where(run.c.spider != "").order_by(run.c.id.desc()).limit(LOOKED_AT)):
        newest.setdefault(scope_of(row), row)
    compared = sa.select(coverage.c.run_id).where(coverage.c.run_id.in_([row.id for row in newest.values()]))
    known = set(connection.execute(compared).scalars())
    return [run_of(row) for row in newest.values() if row.id not in known and row.outcome.startswith("stopped")]


def scope_of(row: sa.Row[tuple[object, ...]]) -> str:
    """The target of a run, or its spider with the arguments that say what and how much is read."""
    if row.target:
        return str(row.target)
    said = {name: value for name, value in sorted(row.args.items()) if name not in NOT_SCOPE}
    return f"{row.spider} {json.dumps(said, ensure_ascii=False)}"


def _before(connection: Connection, marketplace: str, scope: str, number: int) -> list[Coverage]:
    rows = connection.execute(
        sa.select(coverage)
        .where(coverage.c.marketplace == marketplace, coverage.c.scope == scope, coverage.c.run_id < number)
        .order_by(coverage.c.run_id.desc())
        .limit(COMPARED)
    )
    return [_coverage(row) for row in rows]


def _coverage(row: sa.Row[tuple[object, ...]]) -> Coverage:
    return Coverage(
        marketplace=row.marketplace, listings=row.listings, fields=row.fields, pages=row.pages, examples=row.examples
    )
