"""All stored price points of one product, for its price history."""

from sqlalchemy.engine import Connection

from monitor.records import PricePoint
from monitor.store.history import point_of, points_of
from monitor.store.schema import price_point


def price_points_of(connection: Connection, brand: str, sku: str) -> list[PricePoint]:
    """The price points of a brand's SKU, oldest first."""
    rows = connection.execute(points_of(brand, sku).order_by(price_point.c.observed_at, price_point.c.id))
    return [point_of(row) for row in rows]
