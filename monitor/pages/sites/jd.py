"""JD.com: addresses of goods and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["jd.com", "jd.hk"],
    fields={
        "title": (".itemInfo-wrap .sku-name", ".sku-name"),
        "price": (".summary-price .p-price", ".itemInfo-wrap .p-price"),
        "images": ("#spec-img@data-origin", "#spec-img@src"),
    },
    address="//item.jd.com/{number}.html",
    search="//search.jd.com/Search?keyword={query}&enc=utf-8&page={odd}",
    shop="//mall.jd.com/index-{seller}.html",
    card="li.gl-item[data-sku],[data-sku][class*=goodsCardWrapper]",
    card_fields={
        "sku": (":self@data-sku",),
        "title": (".p-name em", ".p-name", "[class*=goods_title] [title]@title"),
        "url": (".p-name a@href", ".p-img a@href"),
        "price": (".p-price i", "[class*=_price_]"),
        "seller_name": (".p-shop a", ".p-shop", "[class*=_shopName] span"),
        "seller_url": (".p-shop a@href",),
        "images": (".p-img img@data-lazy-img", ".p-img img@src"),
    },
    number=r"^https?://(?:item|npcitem|item\.m)\.(?:m\.)?jd\.(?:com|hk)/(?:product/)?(\d{4,20})\.html",
    seller=r"mall\.jd\.(?:com|hk)/index-(\d{2,20})",
    photo={r"/n\d{1,2}/(?:s\d{2,4}x\d{2,4}_)?": "/n0/"},
    countries={"jd.com": "CN"},
)
