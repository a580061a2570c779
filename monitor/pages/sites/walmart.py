"""Walmart: addresses of items and sellers, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["walmart.com", "walmart.ca", "walmart.com.mx"],
    address="/ip/{number}",
    search="/search?q={query}&page={page}",
    shop="/global/seller/{seller}/items?page={page}",
    entries=("searchResult.itemStacks.0.items",),
    entry_fields={
        "sku": ("usItemId",),
        "title": ("name",),
        "url": ("canonicalUrl",),
        "price": ("priceInfo.linePrice", "priceInfo.currentPrice.price", "price"),
        "list_price": ("priceInfo.wasPrice.price", "priceInfo.wasPrice"),
        "currency": ("priceInfo.currentPrice.currencyUnit",),
        "availability": ("availabilityStatusV2.value", "availabilityStatus"),
        "brand": ("brand",),
        "seller_name": ("sellerName",),
        "seller_id": ("catalogSellerId",),
        "images": ("imageInfo.thumbnailUrl", "image"),
    },
    state_fields={
        "title": ("initialData.data.product.name",),
        "sku": ("initialData.data.product.usItemId",),
        "brand": ("initialData.data.product.brand",),
        "gtin": ("initialData.data.product.upc",),
        "mpn": ("initialData.data.product.model",),
        "price": (
            "initialData.data.product.priceInfo.currentPrice.priceString",  # it says "From" where variants cost more
            "initialData.data.product.priceInfo.currentPrice.price",
        ),
        "currency": ("initialData.data.product.priceInfo.currentPrice.currencyUnit",),
        "list_price": ("initialData.data.product.priceInfo.wasPrice.price",),
        "availability": ("initialData.data.product.availabilityStatus",),
        "condition": ("initialData.data.product.conditionType",),
        "seller_name": ("initialData.data.product.sellerDisplayName", "initialData.data.product.sellerName"),
        "seller_id": ("initialData.data.product.catalogSellerId",),
        "description": ("initialData.data.product.shortDescription",),
        "images": ("initialData.data.product.imageInfo.allImages",),
    },
    number=r"/ip/(?:[^/?#]{1,300}/)?(\w{5,14})(?:[/?#]|$)",
    seller=r"/(?:global/)?seller/(\d{2,20})|[?&]sellerId=(\d{2,20})(?:&|$)",
    photo={r"(?<=i5\.walmartimages\.com)(/[^?]{1,500})\?.{0,500}$": r"\1"},
    auctions=False,
    countries={"walmart.com": "US"},
)
