"""Stored observations as they were seen, with their photos."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.records import Finding, Fingerprint, Listing, Observation, Photo, Words
from monitor.store.codec import digest_of, finding_of, listing_digest, listing_of, record_of, words_of
from monitor.store.schema import case, flag, image, image_words, listing, observation, photo, sighting

PAGE, AT_ONCE = 200, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A stored observation with its number, the brands it was judged for, what was found, and the cases by brand."""

    number: int
    observation: Observation
    brands: tuple[str, ...]
    findings: tuple[Finding, ...]
    cases: Mapping[str, int]


def observations_after(connection: Connection, after: int, since: datetime | None) -> list[Seen]:
    """The next observations by number; at most `PAGE`, empty at the end."""
    wanted = sa.select(observation).where(observation.c.id > after)
    if since is not None:
        wanted = wanted.where(observation.c.observed_at >= since)
    return _seen(connection, connection.execute(wanted.order_by(observation.c.id).limit(PAGE)).all())


def observations_with(connection: Connection, key: int) -> list[Seen]:
    """The observations that raised the flags that stand in a case, the newest first."""
    standing = sa.select(flag.c.observation_id).where(flag.c.case_id == key, flag.c.newest)
    wanted = sa.select(observation).where(observation.c.id.in_(standing))
    return _seen(connection, connection.execute(wanted.order_by(observation.c.observed_at.desc())).all())


def last_seen_saying(connection: Connection, listings: Sequence[Listing]) -> list[datetime | None]:
    """When each listing was last seen, where that sighting is the same in all but its time; else None."""
    keys = [listing_digest(one.marketplace, one.listing_id) for one in listings]
    said: dict[str, dict[str, datetime]] = defaultdict(dict)
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        seen = observation.alias()
        last = sa.select(sa.func.max(seen.c.observed_at)).where(seen.c.listing_id == observation.c.listing_id)
        wanted = (
            sa.select(listing.c.digest, observation.c.observed_at, observation.c.digest)
            .join(observation, observation.c.listing_id == listing.c.id)
            .where(listing.c.digest.in_(some), observation.c.observed_at == last.scalar_subquery())
        )
        for key, when, digest in connection.execute(wanted):
            said[key][digest] = when
    return [said[key].get(digest_of(record_of(one))) for key, one in zip(keys, listings, strict=True)]


def newest_listings(connection: Connection, after: int) -> list[tuple[int, Listing]]:
    """The next listings by their row's number, each with it, as they were last seen; at most `AT_ONCE`."""
    seen = observation.alias()
    last = (
        sa.select(seen.c.id)
        .where(seen.c.listing_id == listing.c.id)
        .order_by(seen.c.observed_at.desc(), seen.c.id.desc())
        .limit(1)
        .correlate(listing)
        .scalar_subquery()
    )
    rows = connection.execute(
        sa.select(listing.c.id, observation.c.record, observation.c.observed_at)
        .select_from(listing)
        .join(observation, observation.c.id == last)
        .where(listing.c.id > after)
        .order_by(listing.c.id)
        .limit(AT_ONCE)
    )
    return [(row.id, listing_of(row.record, row.observed_at)) for row in rows]


def _seen(connection: Connection, rows: Sequence[Any]) -> list[Seen]:
    if not rows:
        return []
    numbers = [row.id for row in rows]
    photos, found = _photos(connection, numbers), sightings_of(connection, numbers)
    return [
        Seen(
            number=row.id,
            observation=Observation(
                listing=listing_of(row.record, row.observed_at),
                observed_at=row.observed_at,
                photos=tuple(photos.get(row.id, ())),
            ),
            brands=tuple(row.brands),
            findings=tuple(finding for _, finding in found.get(row.id, ())),
            cases={finding.brand: key for key, finding in found.get(row.id, ())},
        )
        for row in rows
    ]


def sightings_of(connection: Connection, numbers: Sequence[int]) -> dict[int, list[tuple[int, Finding]]]:
    """All that was found in observations as it was found, each with its case, by brand."""
    flags: dict[tuple[int, int], list[Any]] = {}
    for one in connection.execute(sa.select(flag).where(flag.c.observation_id.in_(numbers)).order_by(flag.c.id)):
        flags.setdefault((one.observation_id, one.case_id), []).append(one)
    found: dict[int, list[tuple[int, Finding]]] = {}
    for row in connection.execute(
        sa.select(sighting, case.c.brand)
        .join(case)
        .where(sighting.c.observation_id.in_(numbers))
        .order_by(sighting.c.observation_id, case.c.brand)
    ):
        finding = finding_of(row.brand, row, flags.get((row.observation_id, row.case_id), ()))
        found.setdefault(row.observation_id, []).append((row.case_id, finding))
    return found


def find_fingerprint(connection: Connection, sha256: str, version: int) -> Fingerprint | None:
    """The fingerprint of a picture's content, if this version of the method was run on it."""
    row = connection.execute(sa.select(image).filter_by(sha256=sha256, version=version)).first()
    return None if row is None else _fingerprint(row)


def find_words(connection: Connection, sha256: str, version: int) -> Words | None:
    """What this version of the reader read in a picture's content, if it was run on it."""
    row = connection.execute(sa.select(image_words).filter_by(sha256=sha256, version=version)).first()
    return None if row is None else words_of(row)


def _photos(connection: Connection, numbers: Sequence[int]) -> dict[int, list[Photo]]:
    same = sa.and_(photo.c.sha256 == image.c.sha256, photo.c.version == image.c.version)
    read = _words(connection, numbers)
    found: dict[int, list[Photo]] = {}
    for row in connection.execute(
        sa.select(photo, image.c.width, image.c.height, image.c.hashes, image.c.features)
        .outerjoin(image, same)
        .where(photo.c.observation_id.in_(numbers))
        .order_by(photo.c.observation_id, photo.c.position)
    ):
        print_ = None if row.version is None else _fingerprint(row)
        words = read.get((row.sha256, row.words_version))
        one = Photo(url=row.url, sha256=row.sha256, fingerprint=print_, words=words, problem=row.problem)
        found.setdefault(row.observation_id, []).append(one)
    return found


def _words(connection: Connection, numbers: Sequence[int]) -> dict[tuple[str, int], Words]:
    """What was read in the photos of observations, by content and reader."""
    same = sa.and_(photo.c.sha256 == image_words.c.sha256, photo.c.words_version == image_words.c.version)
    wanted = sa.select(image_words).join(photo, same).where(photo.c.observation_id.in_(numbers))
    return {(row.sha256, row.version): words_of(row) for row in connection.execute(wanted)}


def _fingerprint(row: Any) -> Fingerprint:
    return Fingerprint(
        version=row.version, width=row.width, height=row.height, hashes=row.hashes, features=bytes(row.features)
    )
