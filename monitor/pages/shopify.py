"""The product that a theme of Shopify leaves in the page for its scripts, in full or as its counter of visits has it.

Both count in cents, whatever the currency. The variant is the one that the address names, else the first that can be
bought, as the page shows it.
"""

from collections.abc import Iterator, Mapping
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
    drafts = [_draft(product, chosen) for product in _products(document) if product.get("handle") in (handle, None)]
    if not drafts:
        return None
    first, *others = drafts
    for other in others:
        for name, found in other.fields.items():
            first.fields.setdefault(name, found)
        first.images = first.images or other.images
    return first


def _products(document: Document) -> Iterator[Mapping[str, Any]]:
    """The objects of products, the fullest first."""
    scripts = [script for script in document.scripts if script.size <= MAX_SCRIPT]
    whole = (script for script in scripts if script.type == "application/json")
    for script in [script for script in whole if all(word in script.raw for word in OF_A_PRODUCT)][:MAX_SCRIPTS]:
        value = whole_value(script.text.strip())
        product = value.get("product", value) if isinstance(value, dict) else None
        if isinstance(product, dict) and product.get("handle") and _variants(product):
            yield product
    for script in scripts:
        place = script.raw.find(COUNTED)
        if place >= 0:
            value = first_value(script.raw[place + COUNTED.index(b"{") :].decode("utf-8", "replace"))
            product = value.get("product") if isinstance(value, dict) else None
            if isinstance(product, dict) and _variants(product):
                yield {name: product[name] for name in ("vendor", "variants") if name in product}
            return


def _draft(product: Mapping[str, Any], chosen: str) -> Draft:
    draft = Draft("state")
    variants = _variants(product)
    draft.put("title", product.get("title"), "product.title")
    draft.put("brand", product.get("vendor"), "product.vendor")
    named = [variant for variant in variants if str(variant.get("id")) == chosen]
    there = [variant for variant in variants if variant.get("available") is True]
    variant = [*named, *there, *variants][0]
    for field, name in (("price", "price"), ("list_price", "compare_at_price")):
        draft.put(field, _amount(variant.get(name)), f"product.variants.{name}")
    for field, name in (("sku", "sku"), ("gtin", "barcode")):
        draft.put(field, variant.get(name), f"product.variants.{name}")
    if isinstance(there_is := variant.get("available"), bool):
        draft.put("availability", str(there_is).lower(), "product.variants.available")
    images = product.get("images")
    if isinstance(images, list):
        draft.images.extend(one for one in images[:MAX_IMAGES] if isinstance(one, str))
    return draft


def _variants(product: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The variants of a product, each an object with a price."""
    variants = product.get("variants")
    return [one for one in variants if isinstance(one, dict) and "price" in one] if isinstance(variants, list) else []


def _amount(cents: object) -> str:
    """Cents as an amount; what has a point already is one, and anything else none."""
    if not isinstance(cents, str) or not cents.replace(".", "", 1).isdecimal() or len(cents) > MAX_DIGITS:
        return ""
    return cents if "." in cents else format(Decimal(cents).scaleb(-2), "f")
