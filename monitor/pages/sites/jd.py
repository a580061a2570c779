"""JD.com: addresses of goods and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["jd.com", "jd.hk"],
    address="/{number}.html",
    number=r"^https?://(?:item|npcitem|item\.m)\.(?:m\.)?jd\.(?:com|hk)/(?:product/)?(\d{4,20})\.html",
    seller=r"mall\.jd\.(?:com|hk)/index-(\d{2,20})",
    photo={r"/n\d{1,2}/(?:s\d{2,4}x\d{2,4}_)?": "/n0/"},
    countries={"item.jd.com": "CN", "item.m.jd.com": "CN"},
)
