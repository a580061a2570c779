"""Drafts of complaints: begun before their packages are written, and drafts once these are there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import Status
from monitor.errors import ConfigurationError
from monitor.store.complaint_rows import (
    ABANDONED,
    BEGUN,
    DRAFT,
    OPEN,
    get_row,
    must_be,
    must_stand,
    note_step,
    open_about,
    steps_of,
)
from monitor.store.schema import case, complaint, complaint_case, observation

Alleged = tuple[str, str, str]
"""Kind, rule and mark of a flag."""


class Lot(NamedTuple):
    """What becomes one complaint: ground, cases, the package's name, and the countries whose holidays count for it.

    `alleged` holds kind, rule and mark of what it says of each case.
    """

    ground: str
    cases: Sequence[int]
    package: str
    calendar: str | None = None
    alleged: Mapping[int, Collection[Alleged]] = {}
    warnings: Sequence[str] = ()
    """What a person should look at before it is filed."""
    basis: Mapping[str, Any] | None = None
    """The rights, countries and typed values that it is drafted with, as JSON holds them."""


def begin(connection: Connection, channel: str, brand: str, lots: Iterable[Lot], now: datetime) -> list[int]:
    """Keep that packages are about to be written; the complaints' numbers."""
    numbers = []
    for ground, cases, package, calendar, alleged, warnings, basis in lots:
        may_add(connection, channel, cases)
        values: dict[str, Any] = {"channel": channel, "brand": brand, "ground": ground, "package": package}
        values |= {"digest": "", "calendar": calendar, "warnings": list(warnings)}
        values |= {"basis": sa.null() if basis is None else dict(basis)}
        added = connection.execute(
            complaint.insert().values(**values, status=BEGUN, reference="", drafted_at=now)
        ).inserted_primary_key
        assert added is not None
        number = int(added[0])
        seen = sa.select(case.c.id, case.c.last_observation_id).where(case.c.id.in_(list(cases)))
        rows = [
            {
                "complaint_id": number,
                "case_id": row.id,
                "result": "",
                "observation_id": row.last_observation_id,
                "alleged": sorted(alleged[row.id]) if row.id in alleged else sa.null(),
            }
            for row in connection.execute(seen)
        ]
        connection.execute(complaint_case.insert(), rows)
        numbers.append(number)
    return numbers


def finish(connection: Connection, written: Iterable[tuple[int, str, str]], now: datetime, by: str) -> None:
    """The packages are there: number, digest and what is told of each."""
    for number, digest, text in written:
        must_stand(connection, number, [BEGUN], None, "becomes a draft")
        connection.execute(complaint.update().filter_by(id=number).values(status=DRAFT, digest=digest))
        note_step(connection, number, now, by, DRAFT, text)


def drop(connection: Connection, numbers: Iterable[int]) -> None:
    """Take back what was begun and could not be written; one that somebody gave up meanwhile stays in the history."""
    for number in numbers:
        if get_row(connection, number).status == ABANDONED:
            continue
        must_stand(connection, number, [BEGUN], None, "is taken back")
        connection.execute(complaint_case.delete().filter_by(complaint_id=number))
        connection.execute(complaint.delete().filter_by(id=number))


def sellers(connection: Connection, number: int) -> dict[int, tuple[str, str]]:
    """Id and name of each case's seller as the listing was when the complaint was drafted, where that was kept."""
    wanted = (
        sa.select(complaint_case.c.case_id, observation.c.record)
        .join(observation, observation.c.id == complaint_case.c.observation_id)
        .where(complaint_case.c.complaint_id == number)
    )
    return {
        row.case_id: (row.record.get("seller_id", ""), row.record.get("seller_name", ""))
        for row in connection.execute(wanted)
    }


def alleged_of(connection: Connection, number: int) -> dict[int, frozenset[Alleged]]:
    """What a complaint alleges of each case, where that was kept."""
    wanted = sa.select(complaint_case.c.case_id, complaint_case.c.alleged).filter_by(complaint_id=number)
    return {
        row.case_id: frozenset((kind, rule, mark) for kind, rule, mark in row.alleged)
        for row in connection.execute(wanted)
        if row.alleged is not None
    }


def may_add(connection: Connection, channel: str, cases: Sequence[int]) -> None:
    """Raise ConfigurationError for a case that is not confirmed, or about which the channel was asked already."""
    for key in cases:
        must_be(connection, key, {Status.CONFIRMED, Status.SUBMITTED})
        if already := open_about(connection, key, OPEN, channel):
            raise ConfigurationError(
                f"case {key}: complaint {already[0]} through {channel} is open{_last(connection, already[0])}; "
                f"{_instead(connection, already[0])}"
            )


def _instead(connection: Connection, number: int) -> str:
    """What to do about an open complaint before another one is made."""
    status = get_row(connection, number).status
    if status == DRAFT:
        return (
            f"file it (monitor complaint submit {number} --reference ...), or give it up: monitor complaint abandon "
            f"{number} --why ..."
        )
    if status == BEGUN:
        return f"give it up: monitor complaint abandon {number} --why ..."
    return f"wait for its answer (monitor complaint answer {number} ...)"


def _last(connection: Connection, number: int) -> str:
    steps = steps_of(connection, number)
    return f" ({steps[-1].line})" if steps else " (its package is being written, or its draft was interrupted)"
