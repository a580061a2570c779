"""Listings of open cases that were not seen lately, to be looked at again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.cases import Status
from monitor.store.schema import case, listing, observation

ORDER = (Status.SUBMITTED, Status.UPHELD, Status.CONFIRMED, Status.CANDIDATE)
"""The cases that matter, those first whose listing should have gone; what was dismissed or lost is left alone."""
MAY_RETURN = timedelta(days=90)
"""So long a listing that is gone is looked for: some are put back when nobody looks any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Revisit:
    """A listing, and the address under which it was seen last."""

    marketplace: str
    listing_id: str
    url: str

    @property
    def key(self) -> tuple[str, str]:
        """What the listing is known by, as `Listing.key`."""
        return self.marketplace, self.listing_id


def to_revisit(connection: Connection, before: datetime, brands: Collection[str]) -> list[Revisit]:
    """The listings with a case of the brands that were last seen, and not found gone, before a moment."""
    rank = sa.case({status: place for place, status in enumerate(ORDER)}, value=case.c.status)
    latest = (
        sa.select(observation.c.listing_id, sa.func.max(observation.c.id).label("id"))
        .group_by(observation.c.listing_id)
        .subquery()
    )
    rows = connection.execute(
        sa.select(listing.c.marketplace, listing.c.listing_id, observation.c.record)
        .join(case, case.c.listing_id == listing.c.id)
        .join(latest, latest.c.listing_id == listing.c.id)
        .join(observation, observation.c.id == latest.c.id)
        .where(
            case.c.status.in_(ORDER),
            case.c.brand.in_(brands),
            observation.c.observed_at < before,
            sa.or_(
                listing.c.removed_at.is_(None),
                sa.and_(listing.c.removed_at < before, listing.c.removed_at > before - MAY_RETURN),
            ),
        )
        .order_by(rank, case.c.severity.desc(), case.c.id)
    )
    found = {
        (row.marketplace, row.listing_id): Revisit(
            marketplace=row.marketplace, listing_id=row.listing_id, url=row.record["url"]
        )
        for row in rows
    }
    return list(found.values())
