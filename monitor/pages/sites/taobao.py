"""Taobao and Tmall: addresses of items and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["taobao.com", "tmall.com", "tmall.hk"],
    address="/item.htm?id={number}",
    number=r"/item\.htm\?(?:[^#]{0,1500}&)?id=(\d{6,20})|/i(\d{6,20})\.htm",
    seller=r"^https?://((?:shop\d{3,20}|[\w-]{2,60}))\.(?:m\.)?(?:taobao\.com|tmall\.com|tmall\.hk)/(?:shop|search|category|\?|$)"
    r"|[?&](?:user_number_id|seller_id)=(\d{3,20})",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
    countries={"item.taobao.com": "CN", "detail.tmall.com": "CN", "world.taobao.com": "CN"},
)
