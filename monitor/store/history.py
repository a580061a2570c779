"""What was seen before, from the table of price points: the same rule as `monitor.ledger.Ledger.before`."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.records import HISTORY_DAYS, History, Observation, PricePoint
from monitor.store.schema import listing, price_point


def history_before(connection: Connection, listing_key: int, seen: Observation, brand: str, sku: str) -> History:
    """The points stored so far of the last `HISTORY_DAYS` days, not later than the observation.

    Where no other listing was seen later than the observation, which is the rule, `newest` says which points of theirs
    count; else these are looked up among all.
    """
    now = seen.observed_at
    earliest = now - timedelta(days=HISTORY_DAYS)
    points = _points_of(brand, sku).where(price_point.c.observed_at >= earliest)
    mine = price_point.c.listing_id == listing_key
    own = connection.execute(
        points.where(mine, price_point.c.observed_at <= now).order_by(price_point.c.observed_at, price_point.c.id)
    ).all()
    peers = connection.execute(points.where(~mine, price_point.c.newest)).all()
    if any(row.observed_at > now for row in peers):
        rank = sa.func.row_number().over(
            partition_by=price_point.c.listing_id, order_by=(price_point.c.observed_at.desc(), price_point.c.id)
        )
        ranked = points.where(~mine, price_point.c.observed_at <= now).add_columns(rank.label("rank")).subquery()
        peers = connection.execute(sa.select(ranked).where(ranked.c.rank == 1)).all()
    return History(own=_read(own), peers=tuple(sorted(_read(peers), key=lambda p: (p.marketplace, p.listing_id))))


def add_point(connection: Connection, observation_key: int, listing_key: int, point: PricePoint) -> None:
    """Store a price point; of points of one moment the first counts as the newest."""
    table = price_point
    newest = connection.execute(
        sa.select(table.c.id, table.c.observed_at).where(
            table.c.brand == point.brand, table.c.sku == point.sku, table.c.listing_id == listing_key, table.c.newest
        )
    ).first()
    is_newest = newest is None or point.observed_at > newest.observed_at
    if newest is not None and is_newest:
        connection.execute(table.update().where(table.c.id == newest.id).values(newest=False))
    connection.execute(
        table.insert().values(
            observation_id=observation_key,
            listing_id=listing_key,
            brand=point.brand,
            sku=point.sku,
            seller_id=point.seller_id,
            seller_name=point.seller_name,
            territory=point.territory,
            observed_at=point.observed_at,
            unit_price=point.unit_price,
            currency=point.currency,
            newest=is_newest,
        )
    )


def _points_of(brand: str, sku: str) -> sa.Select[Any]:
    return (
        sa.select(*price_point.c, listing.c.marketplace, listing.c.listing_id.label("listing_name"))
        .join(listing, price_point.c.listing_id == listing.c.id)
        .where(price_point.c.brand == brand, price_point.c.sku == sku)
    )


def _read(rows: Sequence[Any]) -> tuple[PricePoint, ...]:
    return tuple(
        PricePoint(
            brand=row.brand,
            sku=row.sku,
            marketplace=row.marketplace,
            listing_id=row.listing_name,
            seller_id=row.seller_id,
            seller_name=row.seller_name,
            territory=row.territory,
            observed_at=row.observed_at,
            unit_price=row.unit_price,
            currency=row.currency,
        )
        for row in rows
    )
