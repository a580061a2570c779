"""WooCommerce's Store API: the products of a shop and their variations, with amounts in minor units."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from monitor.marketplaces.answer import (
    Answer,
    Result,
    addresses,
    at,
    decimal,
    entries,
    minor_units,
    plain,
    read_each,
    text,
)
from monitor.records import Availability, Listing, RecordError, listing_from_record

BRAND = frozenset(["brand", "brands", "marke", "marca", "marque", "merk", "manufacturer", "hersteller", "fabricante"])
WITH_VARIATIONS = "variable"
PARTS = re.compile(r", ?(?=[^,:]{1,60}: )")
"""Between the parts of `Size: 1,5 l, Color: Blue`."""


@dataclass(frozen=True, slots=True)
class Goods:
    """What the API gives of one product: its own result, and its number where its variations are to be asked for."""

    result: Result
    number: str = ""


def read_goods(answer: object, host: str) -> tuple[Goods, ...] | None:
    """The products of an answer, or the variations; None where it is none. `host` is the shop, which is the seller."""
    if not isinstance(answer, list):
        return None
    found = []
    for place, product in enumerate(answer):
        (result,) = read_each([product], partial(_product, host=host, place=place))
        varies = text(at(product, "type")) == WITH_VARIATIONS or bool(entries(at(product, "variations")))
        found.append(Goods(result, text(at(product, "id")) if varies else ""))
    return tuple(found)


def read_variations(answer: object, host: str) -> tuple[tuple[str, Result], ...] | None:
    """The variations of an answer, each with its parent's number."""
    found = read_goods(answer, host)
    if found is None or not isinstance(answer, list):
        return None
    return tuple((text(at(entry, "parent")), goods.result) for entry, goods in zip(answer, found, strict=True))


def answer_of(goods: tuple[Goods, ...], variations: tuple[tuple[str, Result], ...]) -> Answer:
    """Products with variations give way to these, in their place; where none came, the product stands for itself."""
    by_parent: dict[str, list[Result]] = {}
    for parent, variation in variations:
        by_parent.setdefault(parent, []).append(variation)
    results: list[Result] = []
    for each in goods:
        own = by_parent.get(each.number, []) if each.number else []
        results += [_with(variation, each.result) for variation in own] or [each.result]
    return Answer(results=tuple(results), entries=len(goods))


def _with(variation: Result, product: Result) -> Result:
    """A variation with what only its product says."""
    if not isinstance(variation, Listing) or not isinstance(product, Listing):
        return variation
    inherited = {name: value for name, value in product.attributes.items() if name in ("category", "position")}
    return replace(
        variation,
        description=variation.description or product.description,
        brand=variation.brand or product.brand,
        images=variation.images or product.images,
        attributes={**variation.attributes, **inherited},
    )


def _product(product: Mapping[str, Any], _: int, *, host: str, place: int) -> Iterator[Result]:
    prices = at(product, "prices")
    if not isinstance(prices, Mapping):
        raise RecordError("prices", "expected names and values")
    digits = prices.get("currency_minor_unit")
    low, high = (minor_units(at(prices, "price_range", end), digits, "price") for end in ("min_amount", "max_amount"))
    price = minor_units(prices.get("price"), digits, "price")
    if low is not None and high is not None and low < high:
        price = low
    before = minor_units(prices.get("regular_price"), digits, "list_price")
    attributes = _attributes(product)
    if high is not None and price is not None and high > price:
        attributes["price_to"] = f"{high:f}"
    yield listing_from_record(
        {
            "marketplace": host,
            "listing_id": text(product.get("id")),
            "url": text(product.get("permalink")),
            "title": _title(product),
            "description": plain(product.get("description")) or plain(product.get("short_description")),
            "brand": text(at(product, "brands", 0, "name"))
            or next((value for name, value in attributes.items() if name in BRAND), ""),
            "sku": text(product.get("sku")),
            "price": price,
            "list_price": before if before is not None and price is not None and before > price else None,
            "currency": text(prices.get("currency_code")),
            "availability": _availability(product),
            "seller_id": host,
            "seller_name": host,
            "images": addresses(at(image, "src") for image in entries(product.get("images"))),
            "attributes": {**attributes, "position": str(place + 1)},
            "sources": {"seller_id": "the shop itself"},
        }
    )


def _title(product: Mapping[str, Any]) -> str:
    """The product's name, with what a variation is: `Color: Blue, Size: M` is Blue, M."""
    name, variation = plain(product.get("name")), plain(product.get("variation"))
    values = ", ".join(
        part.partition(":")[2].strip() or part.strip() for part in PARTS.split(variation) if part.strip()
    )
    return f"{name} - {values}" if name and values else name


def _availability(product: Mapping[str, Any]) -> Availability | None:
    if product.get("is_on_backorder") is True:
        return Availability.PREORDER
    known = {True: Availability.IN_STOCK, False: Availability.OUT_OF_STOCK}
    stock = product.get("is_in_stock")
    return known[stock] if isinstance(stock, bool) else None


def _attributes(product: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for attribute in entries(product.get("attributes")):
        name = plain(at(attribute, "name")).lower()
        terms = [plain(at(term, "name")) for term in entries(at(attribute, "terms"))]
        value = ", ".join(term for term in terms if term) or plain(at(attribute, "value"))
        if name and value:
            found[name] = value
    for part in PARTS.split(plain(product.get("variation"))):
        name, colon, value = part.partition(":")
        if colon and name.strip() and value.strip():
            found[name.strip().lower()] = value.strip()
    least = decimal(at(product, "add_to_cart", "minimum"))
    if least is not None and least > 1:
        found["min_quantity"] = f"{least:f}"
    if category := plain(at(product, "categories", 0, "name")):
        found["category"] = category
    return found
