"""Shopify's public list of products: each variant is a listing of its own. It names no currency."""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from monitor.records import Availability, Listing, RecordError, listing_from_record
from monitor.records.parse import clean_text

TAG = re.compile(r"<[^<>]{0,2000}>")
ONLY_VARIANT = "Default Title"


def read_products(answer: object, root: str, marketplace: str) -> Iterator[Listing | RecordError]:
    """The listings of an answer of `/products.json`; a variant that is no listing comes as the error that says why.

    `root` is the shop's address without a slash at its end.
    """
    products = answer.get("products") if isinstance(answer, Mapping) else None
    for product in products if isinstance(products, list) else ():
        variants = product.get("variants") if isinstance(product, Mapping) else None
        if not isinstance(variants, list):
            yield RecordError("variants", "expected a product with a list of variants")
            continue
        for variant in variants:
            if isinstance(variant, Mapping):
                try:
                    yield _listing(product, variant, root, marketplace)
                except RecordError as wrong:
                    yield wrong
            else:
                yield RecordError("variant", "expected names and values")


def _listing(product: Mapping[str, Any], variant: Mapping[str, Any], root: str, marketplace: str) -> Listing:
    number, name = variant.get("id"), str(variant.get("title") or "")
    images = product.get("images")
    sold = {True: Availability.IN_STOCK, False: Availability.OUT_OF_STOCK}
    available = variant.get("available")
    return listing_from_record(
        {
            "marketplace": marketplace,
            "listing_id": number,
            "url": f"{root}/products/{quote(str(product.get('handle') or ''), safe='')}?variant={number}",
            "title": " - ".join(
                part for part in (str(product.get("title") or ""), name) if part and part != ONLY_VARIANT
            ),
            "description": clean_text(TAG.sub(" ", str(product.get("body_html") or "")[:100_000])),
            "brand": product.get("vendor"),
            "sku": variant.get("sku"),
            "price": variant.get("price"),
            "list_price": variant.get("compare_at_price"),
            "availability": sold[available] if isinstance(available, bool) else None,
            "images": [i["src"] for i in images if isinstance(i, Mapping) and isinstance(i.get("src"), str)]
            if isinstance(images, list)
            else [],
        }
    )
