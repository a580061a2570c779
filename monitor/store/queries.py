"""What people ask of the store: cases, and all that is known of one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import CLOSED, could_show
from monitor.records import Finding, Listing
from monitor.store.casework import Event, events_of, newest_flags
from monitor.store.codec import evidence_from_json, finding_of, listing_of
from monitor.store.schema import case, flag, listing, observation, photo, price_point, sighting

AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """Which cases are asked for; empty means all. `only_open` leaves out those that ended.

    `limit` is their number at most, None for no limit.
    """

    ids: Sequence[int] = ()
    shown_in: Sequence[int] = ()
    """Numbers of observations: the cases of the listings that they show."""
    brand: str = ""
    status: str = ""
    only_open: bool = False
    flag: str = ""
    marketplace: str = ""
    min_severity: int = 0
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as it stands: `listing` as it was flagged last, in `finding` the newest flags of each kind and rule."""

    id: int
    status: str
    severity: int
    listing: Listing
    finding: Finding
    first_seen: datetime
    last_seen: datetime
    sightings: int
    removed_at: datetime | None = None
    """When the listing was found gone, unless it was seen again since."""
    clean_at: datetime | None = None
    """When the listing was last read without a flag of the brand, if that was after the last sighting with one."""
    faded: Mapping[tuple[str, str], datetime] = field(default_factory=dict)
    """When the flags were seen, by kind and rule, that the last read, which held what they rest on, raised no more."""
    shown_at: datetime | None = None
    """When the other flags were there, all of them; None where there are none."""
    last_read: Listing
    """The listing as it was read last for the brand, with flags or without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """The net price of one unit that a listing asked at one moment."""

    observed_at: datetime
    sku: str
    unit_price: Decimal
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One observation that showed flags: its number, its time, and the kinds."""

    observation_id: int
    observed_at: datetime
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """All that is known of a case; everything dated is oldest first."""

    case: Case
    events: Sequence[Event]
    prices: Sequence[Price]
    sightings: Sequence[Sighting]
    clean: Sequence[datetime] = ()
    """When the listing was read for the brand after the first sighting, and nothing was flagged."""


def _condition(wanted: CaseFilter) -> sa.ColumnElement[bool]:
    parts: list[sa.ColumnElement[bool]] = [case.c.severity >= wanted.min_severity]
    if wanted.ids:
        parts.append(case.c.id.in_(wanted.ids))
    if wanted.shown_in:
        same = sa.select(observation.c.listing_id).where(observation.c.id.in_(wanted.shown_in))
        parts.append(case.c.listing_id.in_(same))
    if wanted.brand:
        parts.append(case.c.brand == wanted.brand)
    if wanted.status:
        parts.append(case.c.status == wanted.status)
    if wanted.only_open:
        parts.append(case.c.status.not_in(CLOSED))
    if wanted.marketplace:
        parts.append(listing.c.marketplace == wanted.marketplace)
    if wanted.flag:
        parts.append(sa.exists().where(flag.c.case_id == case.c.id, flag.c.newest, flag.c.kind == wanted.flag))
    return sa.and_(*parts)


def count_cases(connection: Connection, wanted: CaseFilter) -> int:
    """How many cases there are, whatever the limit."""
    joined = case.join(listing, case.c.listing_id == listing.c.id)
    return int(
        connection.execute(sa.select(sa.func.count()).select_from(joined).where(_condition(wanted))).scalar_one()
    )


def find_cases(connection: Connection, wanted: CaseFilter) -> list[Case]:
    """The cases, most severe first, then the newest."""
    last = sa.and_(sighting.c.case_id == case.c.id, sighting.c.observation_id == case.c.last_observation_id)
    figures = (sighting.c.sku, sighting.c.unit_price, sighting.c.currency, sighting.c.floor_price)
    rows = connection.execute(
        sa.select(case, observation.c.record, observation.c.observed_at, listing.c.removed_at, _clean_at(), *figures)
        .join(listing, case.c.listing_id == listing.c.id)
        .join(observation, case.c.last_observation_id == observation.c.id)
        .join(sighting, last)
        .where(_condition(wanted))
        .order_by(case.c.severity.desc(), case.c.last_seen.desc(), case.c.id)
        .limit(wanted.limit)
    ).all()
    found = []
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        flags = newest_flags(connection, [row.id for row in some])
        clean = _clean_records(connection, some)
        found += [_case(row, flags.get(row.id, ()), clean.get(row.id)) for row in some]
    return found


def _clean_at() -> sa.Label[datetime | None]:
    """The newest observation of a case's listing that was judged for its brand, if newer than the last sighting."""
    later = observation.alias()
    newest = sa.select(sa.func.max(later.c.observed_at)).where(
        later.c.listing_id == case.c.listing_id, later.c.observed_at > case.c.last_seen, _is_judged(later)
    )
    return newest.scalar_subquery().label("clean_at")


def _is_judged(seen: sa.FromClause) -> sa.ColumnElement[bool]:
    """Whether an observation was judged for the brand of a case."""
    return sa.cast(seen.c.brands, sa.Text).contains(sa.literal('"') + case.c.brand + sa.literal('"'))


def _clean_records(connection: Connection, rows: Sequence[Any]) -> dict[int, Any]:
    """The records of the newest reads without a flag of those cases that have one."""
    clean = [one for one in rows if one.clean_at]
    if not clean:
        return {}
    newest = (
        sa.select(observation.c.listing_id, observation.c.observed_at, observation.c.record)
        .where(observation.c.listing_id.in_({one.listing_id for one in clean}))
        .where(observation.c.observed_at.in_({one.clean_at for one in clean}))
        .order_by(observation.c.id)
    )
    found = {(one.listing_id, one.observed_at): one.record for one in connection.execute(newest)}
    return {one.id: found[one.listing_id, one.clean_at] for one in clean}


def _case(row: Any, flags: Sequence[Any], clean: Mapping[str, Any] | None = None) -> Case:
    last, listing = row.last_observation_id, listing_of(row.record, row.observed_at)
    last_read = listing_of(clean, row.clean_at) if clean is not None else listing
    faded = [
        one
        for one in flags
        if (row.clean_at or one.observation_id != last)
        and could_show(evidence_from_json(one.evidence), clean or row.record)
    ]
    return Case(
        id=row.id,
        status=row.status,
        severity=row.severity,
        listing=listing,
        finding=finding_of(row.brand, row, flags),
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        sightings=row.sightings,
        removed_at=row.removed_at,
        clean_at=row.clean_at,
        faded={(one.kind, one.rule): one.observed_at for one in faded},
        shown_at=min((one.observed_at for one in flags if one not in faded), default=None),
        last_read=last_read,
    )


def find_file(connection: Connection, key: int) -> CaseFile | None:
    """All that is known of a case, or None for a number that no case has."""
    found = find_cases(connection, CaseFilter(ids=(key,)))
    if not found:
        return None
    return CaseFile(
        case=found[0],
        events=events_of(connection, key),
        prices=_prices(connection, key),
        sightings=_sightings(connection, key),
        clean=_clean(connection, key),
    )


def _prices(connection: Connection, key: int) -> list[Price]:
    rows = connection.execute(
        sa.select(price_point.c.observed_at, price_point.c.sku, price_point.c.unit_price, price_point.c.currency)
        .join(case, sa.and_(case.c.listing_id == price_point.c.listing_id, case.c.brand == price_point.c.brand))
        .where(case.c.id == key)
        .order_by(price_point.c.observed_at, price_point.c.id)
    )
    return [Price(**row) for row in rows.mappings()]


def _sightings(connection: Connection, key: int) -> list[Sighting]:
    rows = connection.execute(
        sa.select(observation.c.id, observation.c.observed_at, flag.c.kind)
        .join(flag, flag.c.observation_id == observation.c.id)
        .where(flag.c.case_id == key)
        .order_by(observation.c.observed_at, observation.c.id, flag.c.id)
    )
    kinds: dict[tuple[int, datetime], list[str]] = {}
    for row in rows:
        kinds.setdefault((row.id, row.observed_at), []).append(row.kind)
    return [
        Sighting(observation_id=number, observed_at=moment, kinds=tuple(dict.fromkeys(found)))
        for (number, moment), found in kinds.items()
    ]


def _clean(connection: Connection, key: int) -> list[datetime]:
    flagged = sa.exists().where(sighting.c.case_id == case.c.id, sighting.c.observation_id == observation.c.id)
    rows = connection.execute(
        sa.select(observation.c.observed_at)
        .join(case, case.c.listing_id == observation.c.listing_id)
        .where(case.c.id == key, observation.c.observed_at > case.c.first_seen, _is_judged(observation), ~flagged)
        .order_by(observation.c.observed_at, observation.c.id)
    )
    return list(rows.scalars())


def photos_of(connection: Connection, key: int) -> dict[str, str]:
    """The digests of the photos of a case's listing by their addresses; those of the last sighting come last."""
    rows = connection.execute(
        sa.select(photo.c.url, photo.c.sha256)
        .join(observation, photo.c.observation_id == observation.c.id)
        .join(case, case.c.listing_id == observation.c.listing_id)
        .where(case.c.id == key, photo.c.sha256 != "")
        .order_by(observation.c.observed_at, observation.c.id, photo.c.position)
    )
    found: dict[str, str] = {}
    for row in rows:
        found.pop(row.url, None)
        found[row.url] = row.sha256
    return found
