"""Alibaba.com: addresses of goods and suppliers, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["alibaba.com"],
    address="/product-detail/_{number}.html",
    search="/trade/search?SearchText={query}&page={page}",
    shop="//{seller}.alibaba.com/productlist-{page}.html",
    card=".fy23-search-card,.J-offer-wrapper,.organic-list .item-main",
    card_fields={
        "title": ("h2", ".search-card-e-title", "h4"),
        "url": ("h2 a@href", ".search-card-e-slider__link@href", "a@href"),
        "price": (".search-card-e-price-main", ".elements-offer-price-normal", ".price"),
        "seller_name": (".search-card-e-company", ".seb-supplier-information__name", ".stitle a"),
        "seller_url": (".search-card-e-company@href", ".stitle a@href"),
        "images": ("img@src",),
    },
    state=("window.detailData",),
    state_fields={
        "title": ("globalData.product.subject",),
        "sku": ("globalData.product.productId",),
        "tiers": ("globalData.product.price.productLadderPrices",),
        "min_quantity": ("globalData.product.moq",),
        "seller_name": ("globalData.seller.companyName",),
    },
    number=r"/product-detail/[^/?#]{0,300}_(\d{6,20})\.html|/product/(\d{6,20})/",
    seller=r"^https?://([\w-]{2,60}\.(?:en|trustpass|m\.en))\.alibaba\.com",
    signs="US",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
)
