"""Walmart: addresses of items and sellers, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["walmart.com", "walmart.ca", "walmart.com.mx"],
    address="/ip/{number}",
    number=r"/ip/(?:[^/?#]{1,300}/)?(\w{5,14})(?:[/?#]|$)",
    seller=r"/(?:global/)?seller/(\d{2,20})|[?&]sellerId=(\w{4,40})",
    photo={r"(?<=i5\.walmartimages\.com)(/[^?]{1,500})\?.{0,500}$": r"\1"},
    countries={"walmart.com": "US"},
)
