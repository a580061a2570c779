"""The product that a theme of Shopify leaves in the page for its scripts, in full or as its counter of visits has it.

Both count in cents, whatever the currency. The variant is the one that the address names, else the first that can be
bought, as the page shows it. Where neither says which, only what all variants have in common is read.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.state import first_value, whole_value

PATH = "/products/"
MAX_SCRIPT = 1_000_000
MAX_SCRIPTS = 10
OF_A_PRODUCT = (b'"variants"', b'"vendor"')
COUNTED = b'var meta = {"product"'
MAX_DIGITS = 15
MAX_IMAGES = 50


def read_shopify(document: Document) -> Draft | None:
    """What the page's own product says, None on a page without it."""
    parts = urlsplit(document.url)
    if PATH not in parts.path:
        return None
    handle = unquote(parts.path).rpartition(PATH)[2].strip("/")
    chosen = parse_qs(parts.query[:2_000]).get("variant", [""])[0]
    products = [product for product in _products(document) if product.get("handle") in (handle, None)]
    if not products:
        return None
    shown = _shown(products, chosen)
    first, *others = [_draft(product, _variants_like(shown, product)) for product in products]
    for other in others:
        for name, found in other.fields.items():
            first.fields.setdefault(name, found)
        first.images = first.images or other.images
    return first


def _products(document: Document) -> Iterator[Mapping[str, Any]]:
    """The objects of products, the fullest first."""
    scripts = [script for script in document.scripts if script.size <= MAX_SCRIPT]
    whole = (script for script in scripts if script.type == "application/json")
    for script in [script for script in whole if all(map(script.holds, OF_A_PRODUCT))][:MAX_SCRIPTS]:
        value = whole_value(script.text.strip())
        product = value.get("product", value) if isinstance(value, dict) else None
        if isinstance(product, dict) and product.get("handle") and _variants(product):
            yield product
    for script in scripts:
        if script.holds(COUNTED):
            begin = script.raw.find(COUNTED) + COUNTED.index(b"{")
            value = first_value(script.raw[begin:].decode("utf-8", "replace"))
            product = value.get("product") if isinstance(value, dict) else None
            if isinstance(product, dict) and _variants(product):
                yield {name: product[name] for name in ("vendor", "variants") if name in product}
            return


def _shown(products: Sequence[Mapping[str, Any]], chosen: str) -> Mapping[str, Any] | None:
    """The variant that the page shows: the one in its address, the first to be bought, or the only one; else None."""
    lists = [_variants(product) for product in products]
    named = [one for variants in lists for one in variants if chosen and _id(one) == chosen]
    there = [one for variants in lists for one in variants if one.get("available") is True]
    told = [variants[0] for variants in lists if all("available" in one for one in variants)]
    only = [variants[0] for variants in lists if len(variants) == 1]
    return next(iter([*named, *there, *told, *only]), None)


def _variants_like(shown: Mapping[str, Any] | None, product: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What a product says of the variant that is shown, told by its id; all its variants where none is known to be."""
    variants = _variants(product)
    if shown is None:
        return variants
    if any(one is shown for one in variants):
        return [shown]
    alone = len(variants) == 1 and not (_id(shown) and _id(variants[0]))
    return [one for one in variants if alone or (_id(one) and _id(one) == _id(shown))]


def _id(variant: Mapping[str, Any]) -> str:
    return str(variant.get("id") or "")


def _draft(product: Mapping[str, Any], variants: Sequence[Mapping[str, Any]]) -> Draft:
    draft = Draft("state")
    draft.put("title", product.get("title"), "product.title")
    draft.put("brand", product.get("vendor"), "product.vendor")
    for field, name in (("price", "price"), ("list_price", "compare_at_price")):
        draft.put(field, _amount(_common(variants, name)), f"product.variants.{name}")
    for field, name in (("sku", "sku"), ("gtin", "barcode")):
        draft.put(field, _common(variants, name), f"product.variants.{name}")
    if isinstance(there_is := _common(variants, "available"), bool):
        draft.put("availability", str(there_is).lower(), "product.variants.available")
    images = product.get("images")
    if isinstance(images, list):
        draft.images.extend(one for one in images[:MAX_IMAGES] if isinstance(one, str))
    return draft


def _common(variants: Sequence[Mapping[str, Any]], name: str) -> object:
    """What all variants say alike, else None."""
    said = [variant.get(name) for variant in variants]
    return said[0] if said and all(one == said[0] for one in said) else None


def _variants(product: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The variants of a product, each an object with a price."""
    variants = product.get("variants")
    return [one for one in variants if isinstance(one, dict) and "price" in one] if isinstance(variants, list) else []


def _amount(cents: object) -> str:
    """Cents as an amount; what has a point already is one, and anything else none."""
    if not isinstance(cents, str) or not cents.replace(".", "", 1).isdecimal() or len(cents) > MAX_DIGITS:
        return ""
    return cents if "." in cents else format(Decimal(cents).scaleb(-2), "f")
