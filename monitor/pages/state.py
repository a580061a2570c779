"""State that a page brings for its own scripts: products found in it by their shape.

`<script id="__NEXT_DATA__">`, other JSON scripts, and `window.__INITIAL_STATE__ = {…}`. The names differ from shop to
shop, so a product is what has a name, a price, and something that only goods have. It is read only where the other
sources leave the price or the title open: state is long, and holds much besides the goods.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from monitor.pages.document import Document
from monitor.pages.draft import Draft
from monitor.pages.flat_state import FLAT, flattened
from monitor.pages.markup import Script
from monitor.pages.tiers import put_tiers, tiers_in

MAX_STATE = 3_000_000
MAX_SCRIPTS = 30
MAX_NODES = 60_000
MAX_DEPTH = 40
MAX_PRODUCTS = 200
AMOUNT_IN = ("current", "sale", "now", "final", "selling", "value", "amount", "price", "raw", "min")
BEFORE_IN = ("list", "regular", "original", "was", "old", "before", "msrp", "rrp")
"""What an object of prices calls the one that is asked, and the one of before."""
TEXT_IN = ("name", "value", "title")
NOT_A_LETTER = re.compile(r"[^a-z0-9]")
VARIABLES = (
    b"__INITIAL_STATE__", b"__PRELOADED_STATE__", b"__APOLLO_STATE__", b"__NUXT__", b"__INITIAL_DATA__", b"__STATE__",
    b"__INIT_DATA__", b"__DATA__", b"__data", b"initialState", b"initialData", b"pageData", b"productData", b"itemData",
    b"runParams", b"rawData", b"skuData", b"productInfo", b"window.product", b"var product", b"window.__",
)  # fmt: skip
"""What shops call the variable that holds their state."""
ASSIGNED = re.compile(rb"\w{0,60}(?:['\"]\])?\s{0,5}[=:]\s{0,5}(?=[{\[])")
MAX_VALUES = 10
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("name", "title", "productname", "displayname", "producttitle", "itemname"),
    "price": (
        "saleprice", "specialprice", "currentprice", "finalprice", "offerprice", "sellingprice", "price", "unitprice",
        "amount", "priceamount",
    ),
    "list_price": ("listprice", "regularprice", "originalprice", "wasprice", "compareatprice", "oldprice", "rrp"),
    "currency": ("currency", "currencycode", "pricecurrency", "currencyiso", "currencyisocode", "iso4217"),
    "sku": ("sku", "productid", "itemid", "productcode", "articlenumber", "itemnumber", "code", "id", "asin"),
    "gtin": ("gtin", "gtin13", "ean", "ean13", "upc", "barcode", "isbn"),
    "mpn": ("mpn", "manufacturerpartnumber", "modelnumber"),
    "brand": ("brand", "brandname", "manufacturer", "marca"),
    "description": ("description", "shortdescription", "longdescription"),
    "availability": ("availability", "stockstatus", "instock", "isinstock", "isavailable", "available"),
    "condition": ("condition", "itemcondition"),
    "url": ("url", "producturl", "canonicalurl", "href", "link", "path"),
    "seller_name": ("sellername", "seller", "merchant", "vendor", "shopname", "storename", "merchantname"),
    "seller_url": ("sellerurl", "shopurl", "storeurl", "merchanturl"),
    "seller_id": ("sellerid", "merchantid", "shopid", "vendorid", "storeid"),
}  # fmt: skip
IMAGES = ("images", "image", "imageurl", "imageurls", "photos", "media", "mainimage", "gallery", "picture", "pictures")
GOODS = frozenset(
    [
        *NAMES["brand"],
        *NAMES["gtin"],
        *NAMES["mpn"],
        *NAMES["availability"],
        *IMAGES,
        *NAMES["list_price"],
        "sku",
        "productid",
    ]
)
"""What tells goods from a subscription plan, a shipping option or a filter."""


def read_state(document: Document) -> list[Draft]:
    """Drafts of all that looks like goods in the page's state, in its order."""
    found: list[Draft] = []
    for name, value in values_of(document):
        for node, path in walk(value, name):
            draft = _product(node, path)
            if draft is not None:
                found.append(draft)
                if len(found) >= MAX_PRODUCTS:
                    return found
    return found


def values_of(document: Document, named: Sequence[str] = ()) -> Iterator[tuple[str, object]]:
    """The name and value of each piece of state, the plainest first; `named` are variables to look for besides."""
    scripts = [script for script in document.scripts if script.size <= MAX_STATE]
    plain = [s for s in scripts if s.type == "application/json" or s.id == "__NEXT_DATA__"]
    for script in plain[:MAX_SCRIPTS]:
        value = flattened(script.text) if script.id == FLAT else whole_value(script.text.strip())
        if value is not None:
            yield script.id or "json", value
    for script in [s for s in scripts if s.type in ("", "text/javascript", "module", "application/javascript")]:
        yield from _assigned(script, named)


def _assigned(script: Script, named: Sequence[str]) -> Iterator[tuple[str, object]]:
    read: set[int] = set()
    raw = script.raw
    for variable in (*(name.encode() for name in named), *VARIABLES):
        place = raw.find(variable)
        while place >= 0 and len(read) < MAX_VALUES:
            assigned = ASSIGNED.match(raw, place + len(variable))
            if assigned is not None and assigned.end() not in read:
                read.add(assigned.end())
                value = first_value(raw[assigned.end() :].decode("utf-8", "replace"))
                if value is not None:
                    yield variable.decode(), value
            place = raw.find(variable, place + len(variable) if assigned is None else assigned.end())


DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, strict=False)


def first_value(text: str) -> object:
    """The value that a text begins with, numbers as they are written; None where it begins with none."""
    try:
        return DECODER.raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None


def whole_value(text: str) -> object:
    """The value that a text is, numbers as they are written; None where it is none."""
    try:
        return DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def walk(value: object, name: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every object in a value with its path, the outer before the inner, without recursion."""
    stack: list[tuple[object, str, int]] = [(value, name, 0)]
    seen = 0
    while stack and seen < MAX_NODES:
        node, path, depth = stack.pop()
        seen += 1
        if depth > MAX_DEPTH:
            continue
        if isinstance(node, dict):
            yield node, path
            inner = [(child, f"{path}.{key}"[-120:], depth + 1) for key, child in node.items()]
        elif isinstance(node, list):
            inner = [(child, path, depth + 1) for child in node[:1_000]]
        else:
            continue
        stack.extend(entry for entry in reversed(inner) if isinstance(entry[0], (dict, list)))


def _product(node: Mapping[str, Any], path: str) -> Draft | None:
    """A draft where the object has a name, a price and a trait of goods."""
    named = _named(node)
    if not GOODS & named.keys():
        return None
    draft = Draft("state")
    for field, names in NAMES.items():
        for name in names:
            text = _text(named.get(name), money=field in ("price", "list_price"))
            if text:
                draft.put(field, text, f"{path}.{name}")
                break
    if not draft.get("title"):
        return None
    for name in ("price", "prices", "offers", "offer"):
        inner = named.get(name)
        if isinstance(inner, list) and inner:
            inner = inner[0]
        if isinstance(inner, dict):
            _offer(draft, inner, f"{path}.{name}")
    _tiers(draft, named, path)
    _seller(draft, named, path)
    if not any(c.isdigit() for c in draft.get("price")):
        return None
    for name in IMAGES:
        draft.images.extend(_images(named.get(name)))
    return draft


def _tiers(draft: Draft, named: Mapping[str, Any], path: str) -> None:
    """Prices by quantity, under whatever name that speaks of prices."""
    for name, value in named.items():
        if ("price" in name or "ladder" in name) and (tiers := tiers_in(value)):
            put_tiers(draft, tiers, f"{path}.{name}")
            return


def _offer(draft: Draft, node: Mapping[str, Any], path: str) -> None:
    """What an object within the product says of its price."""
    named = _named(node)
    for field in ("price", "list_price", "currency", "availability"):
        for name in NAMES[field]:
            draft.put(field, _text(named.get(name), money=field in ("price", "list_price")), f"{path}.{name}")
    for field, names in (("price", AMOUNT_IN), ("list_price", BEFORE_IN)):
        for name in names:
            draft.put(field, _text(named.get(name), money=True), f"{path}.{name}")
            if field == "price" and draft.get("price") and isinstance(inner := named.get(name), dict):
                inner = _named(inner)
                for key in NAMES["currency"]:
                    draft.put("currency", _text(inner.get(key)), f"{path}.{name}.{key}")
    _seller(draft, named, path)


def _seller(draft: Draft, named: Mapping[str, Any], path: str) -> None:
    for name in ("seller", "merchant", "vendor", "shop", "store"):
        seller = named.get(name)
        if isinstance(seller, dict):
            inner = _named(seller)
            for field, keys in (
                ("seller_name", ("name", "title")),
                ("seller_url", ("url", "href")),
                ("seller_id", ("id",)),
            ):
                for key in keys:
                    draft.put(field, _text(inner.get(key)), f"{path}.{name}.{key}")


def _named(node: Mapping[str, Any]) -> dict[str, Any]:
    """The object's entries by name in lower case without signs."""
    return {NOT_A_LETTER.sub("", str(key).lower()): value for key, value in list(node.items())[:200]}


def _text(value: object, *, money: bool = False, depth: int = 0) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return value.strip()[:20_000]
    if isinstance(value, dict) and depth < 3:
        if money and (cents := _of_minor_units(value)):
            return cents
        for key in AMOUNT_IN if money else TEXT_IN:
            if text := _text(value.get(key), money=money, depth=depth + 1):
                return text
    return ""


def _of_minor_units(node: Mapping[str, Any]) -> str:
    """The amount of an object that counts in cents and says how many digits they are (`centAmount`); or empty."""
    cents, digits = node.get("centAmount"), node.get("fractionDigits")
    if not (isinstance(cents, str) and isinstance(digits, str) and cents.isdecimal() and digits in "0123" and digits):
        return ""
    return format(Decimal(cents[:15]).scaleb(-int(digits)), "f")


def _images(value: object, depth: int = 0) -> list[str]:
    if isinstance(value, str):
        return [value] if re.match(r"(?:https?:)?//|/", value) else []
    if isinstance(value, list) and depth < 3:
        return [url for entry in value[:50] for url in _images(entry, depth + 1)]
    if isinstance(value, dict) and depth < 3:
        for key in ("url", "src", "large", "original", "href"):
            if found := _images(value.get(key), depth + 1):
                return found
    return []
