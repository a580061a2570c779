"""Shopify's public list of products: each variant is a listing of its own. Other answers name shop and currency."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from monitor.marketplaces.answer import Answer, Result, addresses, at, decimal, entries, plain, read_each, text
from monitor.marketplaces.answer import trade_number as gtin_of
from monitor.records import Availability, Listing, RecordError, listing_from_record
from monitor.records.currency import CODES
from monitor.records.parse import clean_text

ONLY_VARIANT = "Default Title"
SOLD = {True: Availability.IN_STOCK, False: Availability.OUT_OF_STOCK}
OPTIONS = ("option1", "option2", "option3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """Whose list it is: `root` is the shop's address without a slash at its end, `host` the marketplace's name.

    The shop is the seller of all that it lists, known by its host. `currency` is empty where it is not beyond doubt.
    """

    root: str = ""
    host: str = ""
    name: str = ""
    country: str = ""
    currency: str = ""


def read_shop(answer: object) -> Shop | None:
    """What `/meta.json` says of a shop."""
    if not isinstance(answer, Mapping) or not text(answer.get("name")):
        return None
    country, currency = text(answer.get("country")).upper(), text(answer.get("currency")).upper()
    return Shop(
        name=clean_text(text(answer.get("name")), 300),
        country=country if len(country) == 2 and country.isalpha() else "",
        currency=currency if currency in CODES else "",
    )


def read_prices(answer: object) -> Mapping[str, tuple[Decimal | None, str]] | None:
    """Price and currency of each variant by its number, as `/products/<handle>.json` names them."""
    variants = at(answer, "product", "variants")
    if not isinstance(variants, list):
        return None
    return {
        text(at(variant, "id")): (decimal(at(variant, "price")), text(at(variant, "price_currency")).upper())
        for variant in variants
    }


def currency_of(shop: Shop, listed: Iterable[Listing], prices: Mapping[str, tuple[Decimal | None, str]] | None) -> str:
    """The currency of listed prices: that of a product's own answer where its amounts are those of the list.

    Shops show visitors prices in their own currency, so the shop's currency alone is right only where no product says
    otherwise. Where a product's amounts are not those of the list, nobody knows, and it is empty.
    """
    named = {currency for _, currency in (prices or {}).values() if currency in CODES}
    if not prices or not named:
        return shop.currency
    same = [prices[listing.listing_id][0] == listing.price for listing in listed if listing.listing_id in prices]
    return named.pop() if len(named) == 1 and same and all(same) else ""


def of_shop(answer: Answer, shop: Shop) -> Answer:
    """The same with what is known of the shop: it sells all that it lists."""
    name = shop.name or shop.host
    results = (
        replace(one, seller_name=name, seller_country=shop.country, currency=shop.currency)
        if isinstance(one, Listing)
        else one
        for one in answer.results
    )
    return replace(answer, results=tuple(results))


def read_products(answer: object, shop: Shop, query: str = "") -> Answer | None:
    """The listings of an answer of `/products.json`; None where it is none.

    The list has no search of its own: with a `query`, products that do not hold all of its words are left out.
    """
    products = answer.get("products") if isinstance(answer, Mapping) else None
    if not isinstance(products, list):
        return None
    words = query.casefold().split()

    def read(product: Mapping[str, Any], place: int) -> Iterator[Result]:
        if all(word in _searched(product) for word in words):
            yield from _product(product, place, shop)

    return Answer(results=tuple(read_each(products, read)), entries=len(products))


def _searched(product: Mapping[str, Any]) -> str:
    variants = entries(product.get("variants"))
    named = [product.get(name) for name in ("title", "vendor", "product_type", "body_html")]
    more = [at(variant, name) for variant in variants for name in ("sku", "title")]
    return " ".join(text(value)[:20_000] for value in (*named, *more, *entries(product.get("tags")))).casefold()


def _product(product: Mapping[str, Any], place: int, shop: Shop) -> Iterator[Result]:
    variants = product.get("variants")
    if not isinstance(variants, list):
        raise RecordError("variants", "expected a product with a list of variants")
    description = plain(product.get("body_html"))

    def read(variant: Mapping[str, Any], _: int) -> Iterator[Result]:
        yield listing_from_record(_record(product, variant, place, shop) | {"description": description})

    yield from read_each(variants, read)


def _record(product: Mapping[str, Any], variant: Mapping[str, Any], place: int, shop: Shop) -> dict[str, Any]:
    number, name = text(variant.get("id")), text(variant.get("title"))
    price, before = variant.get("price"), decimal(variant.get("compare_at_price"))
    now = decimal(price)
    available = variant.get("available")
    titles = (text(product.get("title")), name if name != ONLY_VARIANT else "")
    return {
        "marketplace": shop.host,
        "listing_id": number,
        "url": f"{shop.root}/products/{quote(text(product.get('handle'))[:300], safe='')}?variant={number}",
        "title": " - ".join(part for part in titles if part) if titles[0] else "",
        "brand": text(product.get("vendor")),
        "sku": text(variant.get("sku")),
        "gtin": gtin_of(variant.get("barcode")),
        "price": price,
        "list_price": before if before is not None and now is not None and before > now else None,
        "availability": SOLD[available] if isinstance(available, bool) else None,
        "seller_id": shop.host,
        "images": _images(product, variant),
        "attributes": _attributes(product, variant) | {"position": str(place + 1)},
        "sources": {"currency": "the shop's own answers", "seller_id": "the shop itself"},
    }


def _images(product: Mapping[str, Any], variant: Mapping[str, Any]) -> list[str]:
    """The variant's own photos, then those of the product that belong to no variant."""
    own, common = [at(variant, "featured_image", "src")], []
    for image in entries(product.get("images")):
        owners = entries(at(image, "variant_ids"))
        if not owners:
            common.append(at(image, "src"))
        elif variant.get("id") in owners:
            own.append(at(image, "src"))
    found = addresses([*own, *common])
    return found or addresses(at(image, "src") for image in entries(product.get("images")))


def _attributes(product: Mapping[str, Any], variant: Mapping[str, Any]) -> dict[str, str]:
    found = {"category": text(product.get("product_type"))}
    for place, name in enumerate(OPTIONS):
        value = text(variant.get(name))
        if value and value != ONLY_VARIANT:
            found[text(at(product, "options", place, "name")).lower() or name] = value
    return {name: value for name, value in found.items() if value}
