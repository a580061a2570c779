"""Rakuten's Ichiba Item Search API, version 2 of its format; the older one is read too."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from monitor.marketplaces.answer import Answer, Result, addresses, amount, at, decimal, entries, plain, read_each, text
from monitor.records import Availability, RecordError, listing_from_record

STOCK = {"1": Availability.IN_STOCK, "0": Availability.OUT_OF_STOCK}
SHOP = re.compile(r"[\w-]{1,80}")
TAX_EXTRA = "1"
SHIPPING_INCLUDED = "0"


def read_items(answer: object) -> Answer | None:
    """The goods of a page of results; None where it is no answer."""
    found = at(answer, "Items")
    if not isinstance(found, list):
        # A search without results is answered with an error of this name.
        return Answer(total=0) if text(at(answer, "error")) == "not_found" else None
    items = [at(item, "Item") if isinstance(at(item, "Item"), Mapping) else item for item in found]
    total = decimal(at(answer, "count"))
    return Answer(
        results=tuple(read_each(items, _item)), entries=len(items), total=int(total) if total is not None else None
    )


def _item(item: Mapping[str, Any], place: int) -> Iterator[Result]:
    shop = text(item.get("shopCode"))
    attributes = {
        "position": str(place + 1),
        "item_code": text(item.get("itemCode")),
        "catchcopy": plain(item.get("catchcopy")),
        "category": text(item.get("genreId")),
        "points": text(item.get("pointRate")),
    }
    address = _address(item.get("itemUrl"), shop)
    price = amount(item.get("itemPrice"), "price")
    highest = decimal(item.get("itemPriceMax1"))
    if price is not None and highest is not None and highest > price:
        attributes["price_to"] = f"{highest:f}"
    if text(item.get("taxFlag")) == TAX_EXTRA and price is not None:
        # What others pay with tax cannot be compared with what this one asks without.
        attributes["price_without_tax"], price = f"{price:f}", None
    yield listing_from_record(
        {
            "marketplace": "rakuten.co.jp",
            "listing_id": urlsplit(address).path.strip("/"),
            "url": address,
            "title": plain(item.get("itemName")),
            "description": plain(item.get("itemCaption")),
            "price": price,
            "currency": "JPY",
            "shipping": "0" if text(item.get("postageFlag")) == SHIPPING_INCLUDED else None,
            "availability": STOCK.get(text(item.get("availability"))),
            "seller_id": shop,
            "seller_name": plain(item.get("shopName")),
            "territory": "JP",
            "images": addresses(_large(image) for image in entries(item.get("mediumImageUrls"))),
            "attributes": {name: value for name, value in attributes.items() if value},
        }
    )


def _address(value: object, shop: str) -> str:
    """The item's address without its query, in which the API writes whose key was used."""
    try:
        parts = urlsplit(text(value)[:2_000])
    except ValueError:
        parts = urlsplit("")
    steps = [step for step in parts.path.split("/") if step]
    if parts.hostname != "item.rakuten.co.jp" or len(steps) < 2 or not SHOP.fullmatch(shop):
        raise RecordError("url", "is no address of goods")
    return f"https://item.rakuten.co.jp/{steps[0]}/{steps[1]}/"


def _large(image: object) -> str:
    """The photo in full size: what asks for a small one stands in its query."""
    return text(at(image, "imageUrl") if isinstance(image, Mapping) else image).partition("?")[0]
