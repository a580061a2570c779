"""Taobao and Tmall: addresses of items and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["taobao.com", "tmall.com", "tmall.hk"],
    fields={
        "title": ("[class*='mainTitle--']", ".tb-main-title", ".tb-detail-hd h1"),
        "images": ("[class*='mainPic--']@src", "#J_ImgBooth@src"),
    },
    address="/item.htm?id={number}",
    search="//s.taobao.com/search?q={query}&s={skip}",
    shop="//{seller}.taobao.com/search.htm?pageNo={page}",
    page_size=44,
    state=("g_page_config",),
    entries=("mods.itemlist.data.auctions", "itemsArray"),
    entry_fields={
        "sku": ("nid", "item_id"),
        "title": ("raw_title", "title"),
        "url": ("detail_url", "auctionURL"),
        "price": ("view_price", "price"),
        "shipping": ("view_fee",),
        "seller_name": ("nick", "shopInfo.title"),
        "images": ("pic_url", "pic_path"),
    },
    number=r"/item\.htm\?(?:[^#]{0,1500}&)?id=(\d{6,20})|/i(\d{6,20})\.htm",
    seller=r"^https?://(?!(?:www|s|item|detail|store|shop|list|world|login|cart)\.)([\w-]{2,60})\.(?:m\.)?"
    r"(?:taobao\.com|tmall\.com|tmall\.hk)(?:/(?:shop|search|category|\?|$)|$)",
    photo={r"(\.(?:jpg|jpeg|png|webp))_[\w.,-]{3,60}$": r"\1"},
    countries={"taobao.com": "CN", "tmall.com": "CN"},
)
