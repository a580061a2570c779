"""1688.com: addresses of offers and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["1688.com"],
    address="/offer/{number}.html",
    number=r"/offer/(\d{6,20})\.html|[?&]offerId=(\d{6,20})",
    seller=r"^https?://((?:shop\w{2,60}|[\w-]{2,60})(?<!detail)(?<!www)(?<!s)(?<!m)(?<!login))\.1688\.com",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1", r"\.\d{2,4}x\d{2,4}(?=\.(?:jpg|png)$)": ""},
    countries={"1688.com": "CN", "detail.1688.com": "CN"},
)
