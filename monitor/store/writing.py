"""One observation into the tables, within the transaction of its batch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import severity_of
from monitor.records import Finding, History, Observation, Photo, Words
from monitor.store.casework import write_case
from monitor.store.codec import digest_of, lines_to_json, listing_digest, record_of
from monitor.store.history import Histories
from monitor.store.reading import sightings_of
from monitor.store.removal import address_of, came_back
from monitor.store.schema import image, image_words, listing, observation, photo

if TYPE_CHECKING:  # detectors take longer to load than all that most commands ask of the store
    from monitor.inspection import Inspector, Looked


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of one observation: its number, what was found, the cases it belongs to, and which are new.

    `repeated` is true where the same observation was stored before, and nothing was added: then `findings` are those of
    then, and `today` what the detectors say of it now, which is not stored.
    """

    observation_id: int
    findings: tuple[Finding, ...]
    case_ids: tuple[int, ...] = ()
    new_cases: tuple[int, ...] = ()
    repeated: bool = False
    today: tuple[Finding, ...] = ()

    @property
    def severity(self) -> int:
        """The highest severity of the findings, each with its flags together."""
        return max((severity_of(finding.flags) for finding in self.findings), default=0)


def write_all(
    connection: Connection, items: "Sequence[Looked]", inspector: "Inspector", *, run: int | None, now: datetime
) -> list[Stored]:
    """Store and judge observations in their order."""
    histories = Histories(connection)
    return [_write_one(connection, histories, looked, inspector, run, now) for looked in items]


def _write_one(
    connection: Connection,
    histories: Histories,
    looked: "Looked",
    inspector: "Inspector",
    run: int | None,
    now: datetime,
) -> Stored:
    """Store an observation, judge it with what was stored before it, and store price points, flags and cases."""
    seen = looked.subject.observation
    listing_row = _listing_row(connection, seen)
    listing_key = listing_row.id
    record = record_of(seen.listing)
    values: dict[str, Any] = {"listing_id": listing_key, "observed_at": seen.observed_at, "digest": digest_of(record)}
    known = connection.execute(sa.select(observation.c.id).filter_by(**values)).scalar()
    if known is not None:
        today = inspector.judge(looked, partial(_earlier, histories, listing_key, seen))
        return replace(_repeated(connection, known), today=today)
    findings = inspector.judge(looked, partial(histories.before, listing_key, seen))
    brands = [brand.slug for brand in inspector.portfolio.brands]
    number = _insert(connection, observation, run_id=run, record=record, brands=brands, **values)
    _write_photos(connection, number, seen.photos)
    histories.add(number, listing_key, inspector.price_points(looked))
    is_back = came_back(connection, listing_row, seen.observed_at, now)
    cases = [write_case(connection, listing_key, number, seen, finding, now, is_back=is_back) for finding in findings]
    return Stored(
        observation_id=number,
        findings=findings,
        case_ids=tuple(key for key, _ in cases),
        new_cases=tuple(key for key, is_new in cases if is_new),
    )


def _earlier(histories: Histories, listing_key: int, seen: Observation, brand: str, sku: str) -> History:
    """What was seen before an observation that is stored itself, and is no history of its own."""
    found = histories.before(listing_key, seen, brand, sku)
    return replace(found, own=tuple(point for point in found.own if point.observed_at < seen.observed_at))


def _insert(connection: Connection, table: sa.Table, **values: Any) -> int:
    key = connection.execute(table.insert().values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _listing_row(connection: Connection, seen: Observation) -> Any:
    """The row of the listing, written where it is new, with the address at which it was stored last."""
    marketplace, listing_id = seen.listing.key
    digest, address = listing_digest(marketplace, listing_id), address_of(seen.listing.url)
    known = connection.execute(sa.select(listing).filter_by(digest=digest)).first()
    if known is None:
        _insert(connection, listing, marketplace=marketplace, listing_id=listing_id, digest=digest, address=address)
        return connection.execute(sa.select(listing).filter_by(digest=digest)).one()
    if known.address != address:
        connection.execute(listing.update().where(listing.c.id == known.id).values(address=address))
    return known


def _write_photos(connection: Connection, number: int, photos: Sequence[Photo]) -> None:
    if not photos:
        return
    rows = []
    for position, one in enumerate(photos):
        version = one.fingerprint.version if one.fingerprint else None
        row = {"position": position, "url": one.url, "sha256": one.sha256, "version": version, "problem": one.problem}
        rows.append({"observation_id": number, **row, "words_version": one.words.version if one.words else None})
        if one.fingerprint:
            _write_image(connection, one)
        if one.words:
            _write_words(connection, one.sha256, one.words)
    connection.execute(photo.insert(), rows)


def _write_image(connection: Connection, one: Photo) -> None:
    print_ = one.fingerprint
    assert print_ is not None
    key = {"sha256": one.sha256, "version": print_.version}
    if connection.execute(sa.select(image.c.width).filter_by(**key)).first() is None:
        sizes = {"width": print_.width, "height": print_.height}
        connection.execute(image.insert().values(**key, **sizes, hashes=dict(print_.hashes), features=print_.features))


def _write_words(connection: Connection, sha256: str, words: Words) -> None:
    key = {"sha256": sha256, "version": words.version}
    if connection.execute(sa.select(image_words.c.version).filter_by(**key)).first() is None:
        rows = {"lines": lines_to_json(words), "unread": words.unread}
        connection.execute(image_words.insert().values(**key, **rows))


def _repeated(connection: Connection, number: int) -> Stored:
    """What was stored of an observation before."""
    found = sightings_of(connection, [number]).get(number, [])
    return Stored(
        observation_id=number,
        findings=tuple(finding for _, finding in found),
        case_ids=tuple(key for key, _ in found),
        repeated=True,
    )
