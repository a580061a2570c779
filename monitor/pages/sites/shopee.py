"""Shopee: addresses of goods and shops, photos in full size."""

from monitor.pages.rules import Rules

ENDS = "sg com.my ph co.th vn co.id tw com.br com.mx com.co cl"

RULES = Rules(
    hosts=[f"shopee.{end}" for end in ENDS.split()],
    search="/search?keyword={query}&page={before}",
    shop="/shop/{seller}/search?page={before}",
    address="/-i.{number}",
    number=r"-i\.(\d{2,20})\.(\d{4,20})(?:[?#]|$)|/product/(\d{2,20})/(\d{4,20})(?:[/?#]|$)",
    card=".shopee-search-item-result__item,[data-sqe=item]",
    card_fields={
        "title": ("img@alt", "[data-sqe=name]"),
        "url": ("a@href",),
        "price": (".truncate.flex", "[data-sqe=name] ~ div"),
        "images": ("img@src",),
    },
    item_seller=r"-i\.(\d{2,20})\.\d{4,20}(?:[?#]|$)|/product/(\d{2,20})/\d{4,20}(?:[/?#]|$)",
    seller=r"/shop/(\d{3,20})(?:[/?#]|$)",
    photo={r"(?<=/file/)([\w-]{10,80})_tn(?:\.webp)?$": r"\1", r"@resize_[\w]{2,40}(?:@crop_\w{2,40})?$": ""},
)
