"""AliExpress: addresses of items and stores, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["aliexpress.com", "aliexpress.us", "aliexpress.ru"],
    address="/item/{number}.html",
    number=r"/(?:item|i)/(?:[^/?#]{1,300}/)?(\d{6,20})\.html|[?&]productIds?=(\d{6,20})",
    seller=r"/store/(\d{3,20})",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
)
