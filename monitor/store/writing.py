"""One observation into the tables, within the transaction of its batch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import Status, reopens, severity_of
from monitor.inspection import Inspector, Looked
from monitor.records import Finding, Flag, Observation
from monitor.store.codec import digest_of, evidence_to_json, flag_of, record_of
from monitor.store.history import history_before
from monitor.store.schema import case, case_event, flag, image, listing, observation, photo, price_point

BY_THE_MONITOR = "monitor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of one observation: its number, what was found, the cases it belongs to, and which are new.

    `repeated` is true where the same observation was stored before, and nothing was added.
    """

    observation_id: int
    findings: tuple[Finding, ...]
    case_ids: tuple[int, ...] = ()
    new_cases: tuple[int, ...] = ()
    repeated: bool = False

    @property
    def severity(self) -> int:
        """The highest severity of the findings, each with its flags together."""
        return max((severity_of(finding.flags) for finding in self.findings), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step in the history of a case."""

    at: datetime
    by: str
    before: str
    after: str
    why: str


def write_one(connection: Connection, looked: Looked, inspector: Inspector, run: int | None) -> Stored:
    """Store an observation, judge it with what was stored before it, and store price points, flags and cases."""
    seen = looked.subject.observation
    listing_key = _listing_key(connection, seen)
    record = record_of(seen.listing)
    values = {"listing_id": listing_key, "observed_at": seen.observed_at, "digest": digest_of(record)}
    known = connection.execute(sa.select(observation.c.id).filter_by(**values)).scalar()
    if known is not None:
        return _repeated(connection, known)
    findings = inspector.judge(looked, lambda brand, sku: history_before(connection, seen, brand, sku))
    number = _insert(connection, observation, run_id=run, record=record, **values)
    _write_photos(connection, number, seen)
    for point in inspector.price_points(looked):
        connection.execute(
            price_point.insert().values(
                observation_id=number,
                listing_id=listing_key,
                brand=point.brand,
                sku=point.sku,
                seller_id=point.seller_id,
                seller_name=point.seller_name,
                territory=point.territory,
                observed_at=point.observed_at,
                unit_price=point.unit_price,
                currency=point.currency,
            )
        )
    cases = [_write_case(connection, listing_key, number, seen, finding) for finding in findings]
    return Stored(
        observation_id=number,
        findings=findings,
        case_ids=tuple(key for key, _ in cases),
        new_cases=tuple(key for key, is_new in cases if is_new),
    )


def _insert(connection: Connection, table: sa.Table, **values: Any) -> int:
    key = connection.execute(table.insert().values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _listing_key(connection: Connection, seen: Observation) -> int:
    marketplace, listing_id = seen.listing.key
    values = {"marketplace": marketplace, "listing_id": listing_id}
    known = connection.execute(sa.select(listing.c.id).filter_by(**values)).scalar()
    return _insert(connection, listing, **values) if known is None else int(known)


def _write_photos(connection: Connection, number: int, seen: Observation) -> None:
    for position, one in enumerate(seen.photos):
        print_ = one.fingerprint
        connection.execute(
            photo.insert().values(
                observation_id=number,
                position=position,
                url=one.url,
                sha256=one.sha256,
                version=print_.version if print_ else None,
                problem=one.problem,
            )
        )
        if print_ is None:
            continue
        key = {"sha256": one.sha256, "version": print_.version}
        if connection.execute(sa.select(image.c.width).filter_by(**key)).first() is None:
            sizes = {"width": print_.width, "height": print_.height}
            connection.execute(
                image.insert().values(**key, **sizes, hashes=dict(print_.hashes), features=print_.features)
            )


def _write_case(
    connection: Connection, listing_key: int, number: int, seen: Observation, finding: Finding
) -> tuple[int, bool]:
    """Open the case of a brand and listing or add to it; its key, and whether it is new."""
    figures = {
        "sku": finding.sku,
        "unit_price": finding.unit_price,
        "currency": finding.currency,
        "floor_price": finding.floor_price,
        "last_observation_id": number,
    }
    found = connection.execute(sa.select(case).filter_by(brand=finding.brand, listing_id=listing_key)).first()
    if found is None:
        key = _insert(
            connection,
            case,
            listing_id=listing_key,
            brand=finding.brand,
            status=Status.CANDIDATE,
            severity=severity_of(finding.flags),
            first_seen=seen.observed_at,
            last_seen=seen.observed_at,
            sightings=1,
            **figures,
        )
        opened = Event(at=seen.observed_at, by=BY_THE_MONITOR, before="", after=Status.CANDIDATE, why="found")
        add_event(connection, key, opened)
        _write_flags(connection, key, number, finding.flags)
        return key, True
    known = latest_flags(connection, found.id, finding.brand)
    why = reopens(Status(found.status), known, finding.flags)
    _write_flags(connection, found.id, number, finding.flags)
    newest = {(one.kind, one.rule): one for one in (*known, *finding.flags)}
    connection.execute(
        case.update()
        .where(case.c.id == found.id)
        .values(
            severity=severity_of(newest.values()),
            first_seen=min(found.first_seen, seen.observed_at),
            last_seen=max(found.last_seen, seen.observed_at),
            sightings=found.sightings + 1,
            **figures,
        )
    )
    if why:
        reopened = Event(
            at=datetime.now(UTC),
            by=BY_THE_MONITOR,
            before=found.status,
            after=Status.CANDIDATE,
            why=f"reopened: {why}",
        )
        move(connection, found.id, reopened)
    return found.id, False


def _write_flags(connection: Connection, key: int, number: int, flags: Sequence[Flag]) -> None:
    for one in flags:
        connection.execute(
            flag.insert().values(
                case_id=key,
                observation_id=number,
                kind=one.kind,
                rule=one.rule,
                severity=one.severity,
                sentence=one.sentence,
                evidence=evidence_to_json(one.evidence),
            )
        )


def latest_flags(connection: Connection, key: int, brand: str) -> tuple[Flag, ...]:
    """The newest flag of each kind and rule of a case, the most severe first."""
    newest = sa.select(sa.func.max(flag.c.id)).where(flag.c.case_id == key).group_by(flag.c.kind, flag.c.rule)
    rows = connection.execute(sa.select(flag).where(flag.c.id.in_(newest))).all()
    return tuple(sorted((flag_of(brand, row) for row in rows), key=lambda one: (-one.severity, one.kind, one.rule)))


def move(connection: Connection, key: int, event: Event) -> None:
    """Change the status of a case, and keep who did it and why."""
    connection.execute(case.update().where(case.c.id == key).values(status=event.after))
    add_event(connection, key, event)


def add_event(connection: Connection, key: int, event: Event) -> None:
    """Keep one step of a case's history."""
    values = {"at": event.at, "by": event.by, "from_status": event.before, "to_status": event.after, "why": event.why}
    connection.execute(case_event.insert().values(case_id=key, **values))


def _repeated(connection: Connection, number: int) -> Stored:
    """What was stored of an observation before."""
    return Stored(
        observation_id=number,
        findings=findings_of(connection, number),
        case_ids=tuple(
            connection.execute(
                sa.select(flag.c.case_id).where(flag.c.observation_id == number).distinct().order_by(flag.c.case_id)
            ).scalars()
        ),
        repeated=True,
    )


def findings_of(connection: Connection, number: int) -> tuple[Finding, ...]:
    """The flags of one observation by brand; the figures are those of the case as it stands."""
    rows = connection.execute(
        sa.select(flag, case.c.brand, case.c.sku, case.c.unit_price, case.c.currency, case.c.floor_price)
        .join(case, flag.c.case_id == case.c.id)
        .where(flag.c.observation_id == number)
        .order_by(case.c.brand, flag.c.id)
    ).all()
    found: dict[str, Finding] = {}
    for row in rows:
        finding = found.setdefault(
            row.brand,
            Finding(
                brand=row.brand,
                flags=(),
                sku=row.sku,
                unit_price=row.unit_price,
                currency=row.currency,
                floor_price=row.floor_price,
            ),
        )
        found[row.brand] = replace(finding, flags=(*finding.flags, flag_of(row.brand, row)))
    return tuple(found.values())
