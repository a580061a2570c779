"""Etsy: addresses of listings and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["etsy.com"],
    address="/listing/{number}",
    number=r"/listing/(\d{6,14})(?:[/?#]|$)",
    seller=r"/shop/([\w-]{2,60})(?:[/?#]|$)",
    photo={r"/il_\d{2,4}x(?:\d{2,4}|N)\.": "/il_fullxfull."},
    countries={"etsy.com": "US"},
)
