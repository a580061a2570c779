"""Mercado Libre's API: results of a search, and the offers of a product of its catalogue."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

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

_sites = """
    com.ar MLA AR|com.mx MLM MX|com.br MLB BR|cl MLC CL|com.co MCO CO|com.uy MLU UY|com.pe MPE PE|com.ec MEC EC
    |com.ve MLV VE|com.bo MBO BO|com.py MPY PY|co.cr MCR CR|com.do MRD DO|com.pa MPA PA|com.gt MGT GT|com.hn MHN HN
    |com.ni MNI NI|com.sv MSV SV
"""
CONDITIONS = {"new": Condition.NEW, "used": Condition.USED, "refurbished": Condition.REFURBISHED}
RENEWED = re.compile(r"re-?a?condicionad|renovad|refurbish", re.IGNORECASE)
ITEM = re.compile(r"M[A-Z]{2}[0-9]{4,16}")
SMALL = re.compile(r"-[A-Z](?=\.(?:jpg|webp)$)")


class Country(NamedTuple):
    """A country's site: its name in the API, and the country (ISO 3166)."""

    code: str
    country: str


COUNTRIES = {end: Country(code, country) for end, code, country in (each.split() for each in _sites.split("|"))}
"""By the end of the site's host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product of the catalogue, which several sellers offer; `record` is what their listings share."""

    number: str
    record: Mapping[str, Any]


def country_of(site: str) -> Country | None:
    """The country of a site such as `mercadolibre.com.ar`."""
    name, _, end = site.partition(".")
    return COUNTRIES.get(end) if name in ("mercadolibre", "mercadolivre") else None


def read_search(answer: object, site: str) -> Answer | None:
    """The results of a search; None where it is no answer."""
    results, total = at(answer, "results"), decimal(at(answer, "paging", "total"))
    if not isinstance(results, list) or total is None:
        return None
    read = tuple(read_each(results, partial(_item, site=site)))
    return Answer(results=read, entries=len(results), total=int(total))


def read_products(answer: object, site: str) -> tuple[list[Product], int] | None:
    """The products of a search in the catalogue, and how many there are in all."""
    results, total = at(answer, "results"), decimal(at(answer, "paging", "total"))
    if not isinstance(results, list) or total is None:
        return None
    found = []
    for place, product in enumerate(results):
        number = text(at(product, "id"))
        if isinstance(product, Mapping) and ITEM.fullmatch(number):
            record = _shared(product, site) | {"title": text(product.get("name"))}
            record["attributes"]["position"] = str(place + 1)
            found.append(Product(number=number, record=record))
    return found, int(total)


def read_offers(answer: object, product: Product, site: str) -> Answer | None:
    """The offers of a product, each of its seller; none where nobody offers it now, which the API calls not found."""
    results = at(answer, "results")
    if not isinstance(results, list):
        return Answer() if decimal(at(answer, "status")) == 404 else None
    read = tuple(read_each(results, partial(_offer, product=product, site=site)))
    return Answer(results=read, entries=len(results))


def read_names(answer: object) -> Mapping[str, str] | None:
    """The names of sellers by their numbers, as `/users?ids=` gives them."""
    if not isinstance(answer, list):
        return None
    people = (at(each, "body") for each in answer)
    return {text(at(one, "id")): text(at(one, "nickname")) for one in people if text(at(one, "id"))}


def _item(item: Mapping[str, Any], place: int, *, site: str) -> Iterator[Result]:
    number = text(item.get("id"))
    if not ITEM.fullmatch(number):
        raise RecordError("listing_id", "names no item")
    record = _shared(item, site)
    record["attributes"]["position"] = str(place + 1)
    yield listing_from_record(
        {
            **record,
            **_asks(item),
            "listing_id": number,
            "sku": number,
            "url": _address(item.get("permalink"), site) or f"https://articulo.{site}/{number[:3]}-{number[3:]}",
            "title": text(item.get("title")),
            "seller_id": text(at(item, "seller", "id")) or text(item.get("seller_id")),
            "seller_name": text(item.get("official_store_name")) or text(at(item, "seller", "nickname")),
        }
    )


def _offer(offer: Mapping[str, Any], _: int, *, product: Product, site: str) -> Iterator[Result]:
    number = text(offer.get("item_id")) or text(offer.get("id"))
    if not ITEM.fullmatch(number):
        raise RecordError("listing_id", "names no item")
    yield listing_from_record(
        {
            **product.record,
            **_asks(offer),
            "listing_id": number,
            "sku": number,
            "url": f"https://www.{site}/p/{product.number}?pdp_filters=item_id:{number}",
            "seller_id": text(offer.get("seller_id")),
        }
    )


def _asks(item: Mapping[str, Any]) -> dict[str, Any]:
    """Price, shipping and state of one offer."""
    now, regular = at(item, "sale_price", "amount"), at(item, "sale_price", "regular_amount")
    price = amount(item.get("price") if now is None else now, "price")
    before = decimal(item.get("original_price")) or decimal(regular)
    left = decimal(item.get("available_quantity"))
    named = {text(at(each, "id")): text(at(each, "value_name")) for each in entries(item.get("attributes"))}
    renewed = RENEWED.search(named.get("ITEM_CONDITION", ""))
    return {
        "price": price,
        "currency": text(item.get("currency_id")),
        "list_price": before if before is not None and price is not None and before > price else None,
        "shipping": "0" if at(item, "shipping", "free_shipping") is True else None,
        "condition": Condition.REFURBISHED
        if renewed
        else CONDITIONS.get(text(item.get("condition")).lower(), Condition.NEW),
        "availability": Availability.OUT_OF_STOCK if left == 0 else Availability.IN_STOCK,
    }


def _shared(item: Mapping[str, Any], site: str) -> dict[str, Any]:
    """What an item and a product of the catalogue say in the same way."""
    listed = entries(item.get("attributes"))
    named = {text(at(each, "id")): text(at(each, "value_name")) for each in listed}
    shown = {plain(at(each, "name")).lower(): plain(at(each, "value_name")) for each in listed}
    pictures = [
        text(at(picture, "secure_url")) or text(at(picture, "url")) for picture in entries(item.get("pictures"))
    ]
    images = [
        SMALL.sub("-F", image.replace("http://", "https://", 1)) for image in pictures or [text(item.get("thumbnail"))]
    ]
    country = country_of(site)
    return {
        "marketplace": site,
        "brand": named.get("BRAND", ""),
        "mpn": named.get("MPN", "") or named.get("PART_NUMBER", ""),
        "gtin": next((trade_number(named.get(name)) for name in ("GTIN", "EAN", "UPC") if named.get(name)), ""),
        "description": plain(at(item, "short_description", "content")),
        "territory": country.country if country else "",
        "images": addresses(images),
        "attributes": {name: value for name, value in shown.items() if name and value},
    }


def _address(value: object, site: str) -> str:
    """An address of the site's own, without its query; empty for any other."""
    try:
        parts = urlsplit(text(value)[:2_000])
    except ValueError:
        return ""
    own = parts.hostname == site or (parts.hostname or "").endswith(f".{site}")
    return f"https://{parts.hostname}{parts.path}" if own and parts.scheme in ("http", "https") else ""
