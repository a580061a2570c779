"""Alibaba.com: addresses of goods and suppliers, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["alibaba.com"],
    address="/product-detail/_{number}.html",
    number=r"/product-detail/[^/?#]{0,300}_(\d{6,20})\.html|/product/(\d{6,20})/",
    seller=r"^https?://([\w-]{2,60}\.(?:en|trustpass|m\.en))\.alibaba\.com",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
)
