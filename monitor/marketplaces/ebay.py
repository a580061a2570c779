"""eBay's Browse API: results of a search, an item, and the variants of an item that come as a group."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlsplit

from monitor.marketplaces.answer import (
    Answer,
    Result,
    addresses,
    amount,
    at,
    decimal,
    entries,
    plain,
    read_each,
    text,
    trade_number,
)
from monitor.records import Availability, Condition, RecordError, listing_from_record

COUNTRIES = {
    "com": "US", "de": "DE", "co.uk": "GB", "fr": "FR", "it": "IT", "es": "ES", "ie": "IE", "ca": "CA",
    "com.au": "AU", "at": "AT", "ch": "CH", "be": "BE", "nl": "NL", "pl": "PL", "com.my": "MY", "com.sg": "SG",
    "ph": "PH", "com.hk": "HK",
}  # fmt: skip
"""The country of each site that the API knows, by the end of its host; the API calls it `EBAY_` and the country."""
CONDITIONS = {
    "1750": Condition.DAMAGED, "2000": Condition.REFURBISHED, "2010": Condition.REFURBISHED,
    "2020": Condition.REFURBISHED, "2030": Condition.REFURBISHED, "2500": Condition.REFURBISHED,
    "2750": Condition.USED, "2990": Condition.USED, "3000": Condition.USED, "3010": Condition.USED,
    "4000": Condition.USED, "5000": Condition.USED, "6000": Condition.USED, "7000": Condition.DAMAGED,
}  # fmt: skip
"""By eBay's number of the condition; 1000 is new, and 1500 new without its packing or tags."""
STOCK = {
    "IN_STOCK": Availability.IN_STOCK,
    "LIMITED_STOCK": Availability.IN_STOCK,
    "OUT_OF_STOCK": Availability.OUT_OF_STOCK,
}
ITEM = re.compile(r"v1\|([0-9]{1,20})\|([0-9]{1,20})")
NUMBER = re.compile(r"[0-9]{6,20}")
SMALL = re.compile(r"/thumbs(?=/images/)|(?<=/)s-l[0-9]{2,4}(?=\.)")


def country_of(site: str) -> str:
    """The country of a site such as `ebay.de`; empty where the API does not know it."""
    return COUNTRIES.get(site.partition("ebay.")[2], "")


def read_search(answer: object, site: str) -> Answer | None:
    """The results of a search, whose variants come in `more` as numbers of groups; None where it is no answer."""
    total = decimal(at(answer, "total"))
    if total is None:
        return None
    found = entries(at(answer, "itemSummaries"))
    single = [item for item in found if not group_of(item)]
    results = []
    for place, item in enumerate(found):
        results += list(read_each([item], partial(_item, site=site, place=place)))
    more = tuple(dict.fromkeys(group_of(item) for item in found if item not in single))
    return Answer(results=tuple(results), entries=len(found), total=int(total), more=more)


def read_item(answer: object, site: str) -> Answer | None:
    """One item; None where it is none."""
    if not text(at(answer, "itemId")):
        return None
    group = group_of(answer)
    return Answer(
        results=tuple(read_each([answer], partial(_item, site=site))), entries=1, more=(group,) if group else ()
    )


def read_group(answer: object, site: str) -> Answer | None:
    """The variants of an item, each of them a listing."""
    items = at(answer, "items")
    if not isinstance(items, list):
        return None
    shared = {
        text(number): at(each, "description")
        for each in entries(at(answer, "commonDescriptions"))
        for number in entries(at(each, "itemIds"))
    }
    described = [
        {**item, "description": item.get("description") or shared.get(text(item.get("itemId")))}
        if isinstance(item, Mapping)
        else item
        for item in items
    ]
    return Answer(results=tuple(read_each(described, partial(_item, site=site))), entries=len(items))


def group_of(item: object) -> str:
    """The number of the group that an item with variants belongs to; empty where it has none."""
    group = at(item, "primaryItemGroup")
    number = text(at(group, "itemGroupId"))
    kind = text(at(group, "itemGroupType")) or text(at(item, "itemGroupType"))
    if not number:
        try:
            number = "".join(parse_qs(urlsplit(text(at(item, "itemGroupHref"))).query).get("item_group_id", [])[:1])
        except ValueError:
            number = ""
    return number if NUMBER.fullmatch(number) and kind in ("", "SELLER_DEFINED_VARIATIONS") else ""


def _item(item: Mapping[str, Any], _: int, *, site: str, place: int | None = None) -> Iterator[Result]:
    known = ITEM.fullmatch(text(item.get("itemId")))
    number = text(item.get("legacyItemId")) or (known[1] if known else "")
    if not NUMBER.fullmatch(number):
        raise RecordError("listing_id", "names no item")
    variant = known[2] if known and known[2] != "0" else ""
    currency = text(at(item, "price", "currency"))
    attributes = _attributes(item)
    price = amount(at(item, "price", "value"), "price")
    bid = amount(at(item, "currentBidPrice", "value"), "price")
    if "AUCTION" in entries(item.get("buyingOptions")) and "FIXED_PRICE" not in entries(item.get("buyingOptions")):
        # What has been bid so far is no price that a seller asks.
        attributes["bid"], price = f"{bid if bid is not None else price or 0:f}", None
    before = amount(at(item, "marketingPrice", "originalPrice", "value"), "list_price")
    seller = text(at(item, "seller", "username"))
    lot = decimal(item.get("lotSize"))
    yield listing_from_record(
        {
            "marketplace": site,
            "listing_id": f"{number}#{variant}" if variant else number,
            "url": f"https://www.{site}/itm/{number}" + (f"?var={variant}" if variant else ""),
            "title": text(item.get("title")),
            "description": plain(item.get("description")) or plain(item.get("shortDescription")),
            "brand": text(item.get("brand")),
            "mpn": text(item.get("mpn")),
            "gtin": trade_number(item.get("gtin")),
            "sku": number,
            "price": price,
            "currency": currency,
            "list_price": before if before is not None and price is not None and before > price else None,
            "shipping": _shipping(item, currency),
            "coupon": _coupon(item, currency, price),
            "pack_count": int(lot) if lot is not None and 1 < lot <= 100_000 and lot == int(lot) else None,
            "condition": CONDITIONS.get(text(item.get("conditionId")), Condition.NEW),
            "availability": _availability(item, price),
            "seller_id": seller,
            "seller_name": seller,
            "seller_country": _country(at(item, "seller", "sellerLegalInfo", "sellerProvidedLegalAddress", "country")),
            "territory": country_of(site),
            "images": _images(item),
            "attributes": attributes | ({} if place is None else {"position": str(place + 1)}),
        }
    )


def _shipping(item: Mapping[str, Any], currency: str) -> Decimal | None:
    """The least that a delivery costs of those with a known price."""
    costs = [
        amount(at(option, "shippingCost", "value"), "shipping")
        for option in entries(item.get("shippingOptions"))
        if text(at(option, "shippingCost", "currency")) == currency
    ]
    return min((cost for cost in costs if cost is not None), default=None)


def _coupon(item: Mapping[str, Any], currency: str, price: Decimal | None) -> Decimal | None:
    """The most that one coupon takes off; what would take all of it is no coupon for this item alone."""
    worth = [
        amount(at(coupon, "discountAmount", "value"), "coupon")
        for coupon in entries(item.get("availableCoupons"))
        if text(at(coupon, "discountAmount", "currency")) == currency
    ]
    return max((each for each in worth if each and price is not None and each < price), default=None)


def _availability(item: Mapping[str, Any], price: Decimal | None) -> Availability | None:
    said = text(at(item, "estimatedAvailabilities", 0, "estimatedAvailabilityStatus"))
    return STOCK.get(said) or (Availability.IN_STOCK if price is not None and not said else None)


def _country(value: object) -> str:
    code = text(value).upper()
    return code if len(code) == 2 and code.isalpha() else ""


def _images(item: Mapping[str, Any]) -> list[str]:
    named = [item.get("image"), *entries(item.get("thumbnailImages"))[:1], *entries(item.get("additionalImages"))]
    return addresses(SMALL.sub(_large, text(at(image, "imageUrl"))[:2_000]) for image in named)


def _large(found: re.Match[str]) -> str:
    return "" if found[0].startswith("/thumbs") else "s-l1600"


def _attributes(item: Mapping[str, Any]) -> dict[str, str]:
    found = {
        plain(at(each, "name")).lower(): plain(at(each, "value")) for each in entries(item.get("localizedAspects"))
    }
    legal = at(item, "seller", "sellerLegalInfo")
    address = at(legal, "sellerProvidedLegalAddress")
    lines = ("addressLine1", "addressLine2", "postalCode", "city", "stateOrProvince", "country")
    found |= {
        "color": text(item.get("color")),
        "size": text(item.get("size")),
        "condition": text(item.get("condition")),
        "ships_from": text(at(item, "itemLocation", "country")),
        "legal_name": text(at(legal, "name")),
        "licence": text(at(legal, "registrationNumber")),
        "vat_id": text(at(legal, "vatDetails", 0, "vatId")),
        "email": text(at(legal, "email")),
        "phone": text(at(legal, "phone")),
        "address": ", ".join(line for line in (text(at(address, name)) for name in lines) if line),
        "coupon": "available" if item.get("availableCoupons") else "",
    }
    return {name: value for name, value in found.items() if name and value}
