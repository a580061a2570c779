"""What was seen before, from the table of price points: the same rule as `monitor.ledger.Ledger.before`."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.records import HISTORY_DAYS, History, Observation, PricePoint
from monitor.store.schema import listing, price_point


def history_before(connection: Connection, seen: Observation, brand: str, sku: str) -> History:
    """The points stored so far of the last `HISTORY_DAYS` days, not later than the observation."""
    now = seen.observed_at
    earliest = now - timedelta(days=HISTORY_DAYS)
    marketplace, listing_id = seen.listing.key
    mine = sa.and_(listing.c.marketplace == marketplace, listing.c.listing_id == listing_id)
    columns = (*price_point.c, listing.c.marketplace, listing.c.listing_id.label("listing_key"))
    within = (
        sa.select(*columns)
        .join(listing, price_point.c.listing_id == listing.c.id)
        .where(price_point.c.brand == brand, price_point.c.sku == sku)
        .where(price_point.c.observed_at.between(earliest, now))
    )
    own = connection.execute(within.where(mine).order_by(price_point.c.observed_at, price_point.c.id)).all()
    rank = sa.func.row_number().over(
        partition_by=price_point.c.listing_id, order_by=(price_point.c.observed_at.desc(), price_point.c.id)
    )
    ranked = within.where(~mine).add_columns(rank.label("rank")).subquery()
    peers = connection.execute(sa.select(ranked).where(ranked.c.rank == 1)).all()
    return History(own=_points(own), peers=tuple(sorted(_points(peers), key=lambda p: (p.marketplace, p.listing_id))))


def _points(rows: Sequence[Any]) -> tuple[PricePoint, ...]:
    return tuple(
        PricePoint(
            brand=row.brand,
            sku=row.sku,
            marketplace=row.marketplace,
            listing_id=row.listing_key,
            seller_id=row.seller_id,
            seller_name=row.seller_name,
            territory=row.territory,
            observed_at=row.observed_at,
            unit_price=row.unit_price,
            currency=row.currency,
        )
        for row in rows
    )
