"""What people and programs ask of the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.records import Finding, Fingerprint, Flag, Listing, Observation, Photo
from monitor.store.codec import flag_of, listing_of
from monitor.store.schema import case, case_event, flag, image, listing, observation, photo, price_point
from monitor.store.writing import Event, latest_flags

PAGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are asked for; empty means all. `limit` is their number at most, None for no limit."""

    ids: Sequence[int] = ()
    brand: str = ""
    status: str = ""
    flag: str = ""
    marketplace: str = ""
    min_severity: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as it stands: `listing` as it was flagged last, in `finding` the newest flag of each kind and rule."""

    id: int
    status: str
    severity: int
    listing: Listing
    finding: Finding
    first_seen: datetime
    last_seen: datetime
    sightings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A stored observation with its number."""

    number: int
    observation: Observation


def _condition(wanted: CaseFilter) -> sa.ColumnElement[bool]:
    parts: list[sa.ColumnElement[bool]] = [case.c.severity >= wanted.min_severity]
    if wanted.ids:
        parts.append(case.c.id.in_(wanted.ids))
    if wanted.brand:
        parts.append(case.c.brand == wanted.brand)
    if wanted.status:
        parts.append(case.c.status == wanted.status)
    if wanted.marketplace:
        parts.append(listing.c.marketplace == wanted.marketplace)
    if wanted.flag:
        parts.append(sa.exists().where(flag.c.case_id == case.c.id, flag.c.kind == wanted.flag))
    return sa.and_(*parts)


def count_cases(connection: Connection, wanted: CaseFilter) -> int:
    """How many cases there are, whatever the limit."""
    joined = case.join(listing, case.c.listing_id == listing.c.id)
    return int(
        connection.execute(sa.select(sa.func.count()).select_from(joined).where(_condition(wanted))).scalar_one()
    )


def find_cases(connection: Connection, wanted: CaseFilter) -> list[Case]:
    """The cases, most severe first, then the newest."""
    rows = connection.execute(
        sa.select(case, observation.c.record, observation.c.observed_at)
        .join(listing, case.c.listing_id == listing.c.id)
        .join(observation, case.c.last_observation_id == observation.c.id)
        .where(_condition(wanted))
        .order_by(case.c.severity.desc(), case.c.last_seen.desc(), case.c.id)
        .limit(wanted.limit)
    ).all()
    return [_case(connection, row) for row in rows]


def _case(connection: Connection, row: Any) -> Case:
    return Case(
        id=row.id,
        status=row.status,
        severity=row.severity,
        listing=listing_of(row.record, row.observed_at),
        finding=Finding(
            brand=row.brand,
            flags=latest_flags(connection, row.id, row.brand),
            sku=row.sku,
            unit_price=row.unit_price,
            currency=row.currency,
            floor_price=row.floor_price,
        ),
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        sightings=row.sightings,
    )


def events_of(connection: Connection, key: int) -> list[Event]:
    """The history of a case, oldest first."""
    rows = connection.execute(sa.select(case_event).filter_by(case_id=key).order_by(case_event.c.id)).all()
    return [Event(at=r.at, by=r.by, before=r.from_status, after=r.to_status, why=r.why) for r in rows]


def prices_of(connection: Connection, key: int) -> list[Any]:
    """The net unit prices of a case's listing for its brand: rows of (observed_at, unit_price, currency, sku)."""
    return list(
        connection.execute(
            sa.select(price_point.c.observed_at, price_point.c.unit_price, price_point.c.currency, price_point.c.sku)
            .join(case, sa.and_(case.c.listing_id == price_point.c.listing_id, case.c.brand == price_point.c.brand))
            .where(case.c.id == key)
            .order_by(price_point.c.observed_at, price_point.c.id)
        ).all()
    )


def observations_after(connection: Connection, after: int) -> list[Seen]:
    """The next observations by number, with photos and fingerprints; at most `PAGE`, empty at the end."""
    rows = connection.execute(
        sa.select(observation).where(observation.c.id > after).order_by(observation.c.id).limit(PAGE)
    ).all()
    if not rows:
        return []
    same = sa.and_(photo.c.sha256 == image.c.sha256, photo.c.version == image.c.version)
    pictures: dict[int, list[Photo]] = {}
    for row in connection.execute(
        sa.select(photo, image.c.width, image.c.height, image.c.hashes, image.c.features)
        .outerjoin(image, same)
        .where(photo.c.observation_id.between(rows[0].id, rows[-1].id))
        .order_by(photo.c.observation_id, photo.c.position)
    ):
        print_ = None if row.version is None else _fingerprint(row)
        one = Photo(url=row.url, sha256=row.sha256, fingerprint=print_, problem=row.problem)
        pictures.setdefault(row.observation_id, []).append(one)
    return [
        Seen(
            number=row.id,
            observation=Observation(
                listing=listing_of(row.record, row.observed_at),
                observed_at=row.observed_at,
                photos=tuple(pictures.get(row.id, ())),
            ),
        )
        for row in rows
    ]


def find_fingerprint(connection: Connection, sha256: str, version: int) -> Fingerprint | None:
    """The fingerprint of a picture's content, if this version of the method was run on it."""
    row = connection.execute(sa.select(image).filter_by(sha256=sha256, version=version)).first()
    return None if row is None else _fingerprint(row)


def _fingerprint(row: Any) -> Fingerprint:
    return Fingerprint(
        version=row.version, width=row.width, height=row.height, hashes=row.hashes, features=bytes(row.features)
    )


def flags_of(connection: Connection, number: int) -> tuple[Flag, ...]:
    """The flags of one observation."""
    rows = connection.execute(
        sa.select(flag, case.c.brand).join(case).where(flag.c.observation_id == number).order_by(flag.c.id)
    ).all()
    return tuple(flag_of(row.brand, row) for row in rows)
