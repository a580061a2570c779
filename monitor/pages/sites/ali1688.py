"""1688.com: addresses of offers and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["1688.com"],
    address="//detail.1688.com/offer/{number}.html",
    search="//s.1688.com/selloffer/offer_search.htm?keywords={query}&beginPage={page}",
    shop="//{seller}.1688.com/page/offerlist.htm?pageNum={page}",
    encoding="gbk",
    state=("offerresultData", "__INIT_DATA"),
    entries=("data.offerList", "offerList"),
    entry_fields={
        "sku": ("id", "offerId"),
        "title": ("information.subject", "simpleSubject", "subject"),
        "url": ("information.detailUrl", "odUrl"),
        "price": ("tradePrice.offerPrice.valueString", "tradePrice.offerPrice.priceInfo.price", "price"),
        "tiers": ("tradePrice.offerPrice.quantityPrices",),
        "seller_name": ("company.name", "companyName"),
        "seller_url": ("company.url", "shopUrl"),
        "images": ("image.imgUrl", "offerPicUrl"),
    },
    state_fields={
        "title": ("tempModel.offerTitle", "offerTitle"),
        "sku": ("tempModel.offerId",),
        "seller_name": ("tempModel.companyName", "companyName"),
        "tiers": ("priceModel.currentPrices", "currentPrices", "skuRangePrices"),
        "price": ("priceModel.price", "displayPrice"),
        "images": ("images",),
    },
    number=r"/offer/(\d{6,20})\.html|[?&]offerId=(\d{6,20})",
    seller=r"^https?://(?:(shop\w{2,60})\.1688\.com|(?!(?:www|detail|s|m|login|sale|show|cart|trade|work|page|member|re|go|club"
    r"|dj|air|p4p)\.)([\w-]{2,60})\.1688\.com(?:/page/|/?(?:[?#]|$)))",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1", r"\.\d{2,4}x\d{2,4}(?=\.(?:jpg|png)$)": ""},
    countries={"1688.com": "CN"},
)
