"""What was seen before, from the table of price points: the same rule as `monitor.ledger.Ledger.before`."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.records import HISTORY_DAYS, History, Observation, PricePoint
from monitor.store.schema import listing, price_point

REACH = timedelta(days=HISTORY_DAYS)
Product = tuple[str, str]


class Histories:
    """Price points within one transaction that holds the write lock, so that what was read once stays true.

    Of the other listings only the newest points are read, once for a product, as long as none of them was seen later
    than the observation that is judged: which is the rule. Else the points that count are looked up among all.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._newest: dict[Product, dict[int, PricePoint]] = {}
        self._read_since: dict[Product, datetime] = {}

    def before(self, listing_key: int, seen: Observation, brand: str, sku: str) -> History:
        """The points stored so far of the last `HISTORY_DAYS` days, not later than the observation."""
        now = seen.observed_at
        earliest = now - REACH
        points = points_of(brand, sku).where(price_point.c.observed_at.between(earliest, now))
        mine = points.where(price_point.c.listing_id == listing_key)
        own = self._connection.execute(mine.order_by(price_point.c.observed_at, price_point.c.id)).all()
        others = [
            point
            for key, point in self._newest_since(earliest, brand, sku).items()
            if key != listing_key and point.observed_at >= earliest
        ]
        if any(point.observed_at > now for point in others):
            others = self._latest_among(points.where(price_point.c.listing_id != listing_key))
        others.sort(key=lambda point: (point.marketplace, point.listing_id))

        def all_others() -> tuple[PricePoint, ...]:
            theirs = points.where(price_point.c.listing_id != listing_key)
            found = self._connection.execute(theirs.order_by(price_point.c.observed_at, price_point.c.id))
            return tuple(point_of(row) for row in found)

        return History(own=tuple(point_of(row) for row in own), peers=tuple(others), others=all_others)

    def add(self, observation_key: int, listing_key: int, points: Iterable[PricePoint]) -> None:
        """Store price points; of points of one moment the first counts as the newest."""
        for point in points:
            self._add(observation_key, listing_key, point)

    def _newest_since(self, earliest: datetime, brand: str, sku: str) -> dict[int, PricePoint]:
        """The newest point of each listing of a product, by the listing's key."""
        product = brand, sku
        if product not in self._newest or earliest < self._read_since[product]:
            rows = self._connection.execute(
                points_of(brand, sku).where(price_point.c.newest, price_point.c.observed_at >= earliest)
            )
            self._newest[product] = {row.listing_id: point_of(row) for row in rows}
            self._read_since[product] = earliest
        return self._newest[product]

    def _latest_among(self, points: sa.Select[Any]) -> list[PricePoint]:
        rank = sa.func.row_number().over(
            partition_by=price_point.c.listing_id, order_by=(price_point.c.observed_at.desc(), price_point.c.id)
        )
        ranked = points.add_columns(rank.label("rank")).subquery()
        rows: Sequence[Any] = self._connection.execute(sa.select(ranked).where(ranked.c.rank == 1)).all()
        return [point_of(row) for row in rows]

    def _add(self, observation_key: int, listing_key: int, point: PricePoint) -> None:
        table = price_point
        of_listing = sa.and_(
            table.c.brand == point.brand, table.c.sku == point.sku, table.c.listing_id == listing_key, table.c.newest
        )
        last = self._connection.execute(sa.select(table.c.id, table.c.observed_at).where(of_listing)).first()
        is_newest = last is None or point.observed_at > last.observed_at
        if last is not None and is_newest:
            self._connection.execute(table.update().where(table.c.id == last.id).values(newest=False))
        self._connection.execute(
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
                site=point.site,
                newest=is_newest,
            )
        )
        product = point.brand, point.sku
        if is_newest and product in self._newest:
            self._newest[product][listing_key] = point


def points_of(brand: str, sku: str) -> sa.Select[Any]:
    """The rows of a product's price points, with the marketplace and id of their listings."""
    return (
        sa.select(*price_point.c, listing.c.marketplace, listing.c.listing_id.label("listing_name"))
        .join(listing, price_point.c.listing_id == listing.c.id)
        .where(price_point.c.brand == brand, price_point.c.sku == sku)
    )


def point_of(row: Any) -> PricePoint:
    """The price point of such a row."""
    return PricePoint(
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
        site=row.site,
    )
