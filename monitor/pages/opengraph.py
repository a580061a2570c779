"""Open Graph and other meta elements that name a product."""

from collections.abc import Mapping, Sequence

from monitor.pages.draft import Draft

FIELDS: Sequence[tuple[str, Sequence[str]]] = (
    ("title", ("og:title", "twitter:title")),
    ("description", ("og:description", "description", "twitter:description")),
    (
        "price",
        (
            "product:sale_price:amount", "product:price:amount", "og:price:amount", "og:price:standard_amount",
            "product:price", "og:price", "price",
        ),
    ),
    (
        "currency",
        (
            "product:sale_price:currency", "product:price:currency", "og:price:currency", "pricecurrency",
            "product:currency", "currency",
        ),
    ),
    ("list_price", ("product:original_price:amount", "og:price:original_amount", "og:price:standard_amount")),
    ("availability", ("product:availability", "og:availability", "availability")),
    ("condition", ("product:condition", "og:condition", "itemcondition")),
    ("brand", ("product:brand", "og:brand", "brand")),
    ("sku", ("product:retailer_item_id", "product:retailer_part_no", "sku", "productid")),
    ("mpn", ("product:mfr_part_no", "mpn")),
    ("gtin", ("product:ean", "product:gtin", "product:upc", "product:isbn", "gtin13", "gtin", "isbn")),
    ("seller_name", ("product:seller", "og:seller")),
)  # fmt: skip
MARKS_A_PRODUCT = frozenset(
    ["product:price:amount", "og:price:amount", "product:sale_price:amount", "product:retailer_item_id"]
)


def read_meta(meta: Mapping[str, Sequence[str]]) -> Draft:
    """What the meta elements (by name in lower case) say of a product."""
    draft = Draft("meta")
    for field, names in FIELDS:
        for name in names:
            if meta.get(name):
                draft.put(field, meta[name][0], name)
                break
    for name in ("og:image:secure_url", "og:image", "og:image:url", "twitter:image"):
        if meta.get(name):
            draft.images.extend(meta[name])
            break
    for label, data in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if meta.get(label, [""])[0].lower() == "price" and meta.get(data):
            draft.put("price", meta[data][0], data)
    return draft


def is_product(meta: Mapping[str, Sequence[str]]) -> bool:
    """Whether the meta elements say that the page is about one product."""
    kinds = " ".join(meta.get("og:type", ())).lower()
    return ("product" in kinds and "group" not in kinds) or any(name in meta for name in MARKS_A_PRODUCT)
