"""Listings that were found removed, and those that came back."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.records import canonical_url
from monitor.store.casework import is_answered_later, note
from monitor.store.schema import case, listing, observation

AT_ONCE = 500
GONE = "the listing was gone"


def address_of(url: str) -> str:
    """What a listing is looked up by: the digest of its URL in normal form."""
    return hashlib.sha256(canonical_url(url).encode("utf-8", "replace")).hexdigest()


def mark_removed(connection: Connection, urls: Iterable[str], at: datetime, now: datetime) -> int:
    """Note that the listings at these addresses were gone at a moment; how many are newly known to be.

    One that was seen later than that is there; one that was seen since it was gone before is gone again. An open case
    and a closed one keep their status: it is noted.
    """
    addresses = sorted({address_of(url) for url in urls})
    removed = 0
    for start in range(0, len(addresses), AT_ONCE):
        some = addresses[start : start + AT_ONCE]
        seen = sa.select(sa.func.max(observation.c.observed_at)).where(observation.c.listing_id == listing.c.id)
        latest = seen.scalar_subquery()
        is_news = sa.or_(listing.c.removed_at.is_(None), listing.c.removed_at < latest)
        gone = connection.execute(
            sa.select(listing.c.id).where(listing.c.address.in_(some), latest <= at, is_news)
        ).scalars()
        for key in gone.all():
            connection.execute(listing.update().where(listing.c.id == key).values(removed_at=at))
            _note_cases(connection, key, now, f"{GONE} on {at:%Y-%m-%d}")
            removed += 1
    return removed


def came_back(connection: Connection, row: Any, moment: datetime, now: datetime) -> bool:
    """Whether a listing (its row) that was gone is there again at this moment, which is noted.

    Until the day after an answer that gave us right it stays gone, so that it is a return where it is seen then.
    """
    if row.removed_at is None or moment <= row.removed_at:
        return False
    if not is_answered_later(connection, row.id, moment, now):
        connection.execute(listing.update().where(listing.c.id == row.id).values(removed_at=None))
    return True


def _note_cases(connection: Connection, key: int, now: datetime, why: str) -> None:
    for row in connection.execute(sa.select(case).where(case.c.listing_id == key)).all():
        note(connection, row, now, why)
