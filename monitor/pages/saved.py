"""A saved page as a test: what is read of it, field by field."""

from monitor.pages.page import Page

FIELDS = (
    "title", "price", "currency", "list_price", "shipping", "availability", "condition", "brand", "mpn", "gtin", "sku",
    "listing_id", "seller_name", "seller_id", "images",
)  # fmt: skip


def what_is_read(page: Page) -> dict[str, str | None]:
    """The values of the page's first listing as text, None for what was not read; of photos the number."""
    listing = page.listings[0] if page.listings else None
    read: dict[str, str | None] = {}
    for name in FIELDS:
        value = getattr(listing, name) if listing is not None else None
        if name == "images":
            value = len(value) if value else None
        read[name] = str(value) if value not in (None, "") else None
    return read
