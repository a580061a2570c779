"""Lazada: addresses of goods and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=[f"lazada.{end}" for end in ["sg", "com.my", "com.ph", "co.th", "vn", "co.id"]],
    address="/products/-i{number}.html",
    search="/catalog/?q={query}&page={page}",
    shop="/shop/{seller}/?q=All-Products&page={page}",
    state=("window.pageData",),
    entries=("mods.listItems",),
    entry_fields={
        "sku": ("itemId", "nid"),
        "title": ("name",),
        "url": ("itemUrl", "productUrl"),
        "price": ("price", "priceShow"),
        "list_price": ("originalPrice", "originalPriceShow"),
        "currency": ("currency",),
        "availability": ("inStock",),
        "brand": ("brandName",),
        "seller_name": ("sellerName",),
        "images": ("image",),
    },
    number=r"/products/[^/?#]{0,300}-i(\d{4,20})(?:-s\d{4,20})?\.html",
    seller=r"/shop/([\w-]{2,80})(?:[/?#]|$)",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
)
