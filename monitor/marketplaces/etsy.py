"""Etsy's Open API, version 3: listings with shop, photos and what is in stock of each variant."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from monitor.marketplaces.answer import Answer, Result, addresses, at, decimal, divided, entries, plain, read_each, text
from monitor.records import Availability, Condition, RecordError, listing_from_record

NUMBER = re.compile(r"[0-9]{4,20}")
RECENT = re.compile(r"made_to_order|20[12][0-9]_20[0-9]{2}|200[7-9]_20[0-9]{2}")
"""When a thing was made that is not vintage; what is older has been in use, or may have been."""


def read_numbers(answer: object) -> Answer | None:
    """A page of a search: which listings there are, in `more`; it says neither who sells nor shows a photo."""
    results, total = at(answer, "results"), decimal(at(answer, "count"))
    if not isinstance(results, list) or total is None:
        return None
    numbers = (text(at(entry, "listing_id")) for entry in results)
    more = tuple(dict.fromkeys(number for number in numbers if NUMBER.fullmatch(number)))
    return Answer(entries=len(results), total=int(total), more=more)


def read_listings(answer: object, order: tuple[str, ...] = (), before: int = 0) -> Answer | None:
    """Listings in full. `order` is that of the search, `before` how many came on its earlier pages."""
    results = at(answer, "results")
    if not isinstance(results, list):
        return None
    places = {number: before + place + 1 for place, number in enumerate(order)}
    return Answer(results=tuple(read_each(results, partial(_listing, places=places))), entries=len(results))


def read_shop_number(answer: object, name: str) -> str | None:
    """The number of the shop of this very name, empty where there is none."""
    results = at(answer, "results")
    if not isinstance(results, list):
        return None
    same = (shop for shop in results if text(at(shop, "shop_name")).casefold() == name.casefold())
    return next((number for shop in same if NUMBER.fullmatch(number := text(at(shop, "shop_id")))), "")


def _listing(listing: Mapping[str, Any], _: int, *, places: Mapping[str, int]) -> Iterator[Result]:
    number = text(listing.get("listing_id"))
    if not NUMBER.fullmatch(number):
        raise RecordError("listing_id", "names no listing")
    record = _record(listing, number)
    if number in places:
        record["attributes"]["position"] = str(places[number])
    variants = [
        variant
        for variant in entries(at(listing, "inventory", "products"))
        if isinstance(variant, Mapping) and variant.get("is_deleted") is not True
    ]
    if len(variants) < 2:
        yield listing_from_record(record | _asks(listing.get("price")))
        return
    yield from read_each(variants, partial(_variant, record=record))


def _variant(variant: Mapping[str, Any], _: int, *, record: Mapping[str, Any]) -> Iterator[Result]:
    chosen = {
        plain(at(value, "property_name")).lower(): ", ".join(plain(each) for each in entries(at(value, "values")))
        for value in entries(variant.get("property_values"))
    }
    chosen = {name: value for name, value in chosen.items() if name and value}
    for offering in entries(variant.get("offerings"))[:1]:
        left = decimal(at(offering, "quantity"))
        sold = at(offering, "is_enabled") is False or at(offering, "is_deleted") is True or left == 0
        yield listing_from_record(
            {
                **record,
                "listing_id": f"{record['listing_id']}#{text(variant.get('product_id'))}",
                "title": " - ".join(part for part in (record["title"], ", ".join(chosen.values())) if part),
                "sku": text(variant.get("sku")) or record["sku"],
                "availability": Availability.OUT_OF_STOCK if sold else Availability.IN_STOCK,
                "attributes": record["attributes"] | chosen,
                **_asks(at(offering, "price")),
            }
        )


def _asks(price: object) -> dict[str, Any]:
    amount = divided(at(price, "amount"), at(price, "divisor"), "price")
    return {"price": amount, "currency": text(at(price, "currency_code"))}


def _record(listing: Mapping[str, Any], number: str) -> dict[str, Any]:
    """What the variants of a listing share."""
    shop = at(listing, "shop")
    seller = text(at(shop, "shop_name"))
    left, state = decimal(listing.get("quantity")), text(listing.get("state"))
    gone = left == 0 or (state and state != "active")
    made = text(listing.get("when_made"))
    images = sorted(
        (image for image in entries(listing.get("images")) if isinstance(image, Mapping)),
        key=lambda image: decimal(image.get("rank")) or 0,
    )
    known = {
        "made": made,
        "made_by": text(listing.get("who_made")),
        "ships_from": text(at(shop, "shipping_from_country_iso")),
        "state": state,
    }
    return {
        "marketplace": "etsy.com",
        "listing_id": number,
        "url": f"https://www.etsy.com/listing/{number}",
        "title": plain(listing.get("title")),
        "description": plain(listing.get("description")),
        "sku": text(at(listing, "skus", 0)) or text(at(listing, "inventory", "products", 0, "sku")),
        "condition": Condition.NEW if not made or RECENT.fullmatch(made) else Condition.USED,
        "availability": Availability.OUT_OF_STOCK if gone else Availability.IN_STOCK,
        # Pages of Etsy know a seller by the shop's name.
        "seller_id": seller or text(listing.get("shop_id")),
        "seller_name": seller,
        "seller_country": text(at(shop, "shop_location_country_iso")),
        "images": addresses(image.get("url_fullxfull") for image in images),
        "attributes": {name: value for name, value in known.items() if value},
    }
