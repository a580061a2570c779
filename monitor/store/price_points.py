"""All stored price points of one product, for its price history."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from monitor.records import PricePoint
from monitor.store.schema import listing, price_point


def price_points_of(connection: Connection, brand: str, sku: str) -> list[PricePoint]:
    """The price points of a brand's SKU, oldest first."""
    rows = connection.execute(
        sa.select(*price_point.c, listing.c.marketplace, listing.c.listing_id.label("listing_name"))
        .join(listing, price_point.c.listing_id == listing.c.id)
        .where(price_point.c.brand == brand, price_point.c.sku == sku)
        .order_by(price_point.c.observed_at, price_point.c.id)
    )
    return [
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
    ]
