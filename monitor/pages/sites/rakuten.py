"""Rakuten Ichiba: addresses of goods and shops, photos in full size."""

from monitor.pages.rules import Rules

RULES = Rules(
    hosts=["rakuten.co.jp"],
    search="//search.rakuten.co.jp/search/mall/{query}/?p={page}",
    shop="//www.rakuten.co.jp/{seller}/",
    card=".searchresultitem",
    card_fields={
        "title": (".title-link--3Yuev", "h2 a", "[class*=title-link]"),
        "url": ("h2 a@href", "a@href"),
        "price": ("[class*=price--]", ".price"),
        "seller_name": (".merchant a", "[class*=merchant] a"),
        "seller_url": (".merchant a@href", "[class*=merchant] a@href"),
        "images": ("img@src",),
    },
    address="//item.rakuten.co.jp/{number}/",
    number=r"^https?://item\.rakuten\.co\.jp/([\w-]{2,60}/[^/?#]{1,100})",
    seller=r"^https?://(?:www\.rakuten\.co\.jp/(?:gold/)?(?!(?:gold|category|event|campaign|ranking|search|myrakuten|info"
    r"|com|doc|guide)(?:[/?#]|$))([\w-]{2,60})/|item\.rakuten\.co\.jp/([\w-]{2,60})/?(?:[?#]|$))",
    item_seller=r"^https?://item\.rakuten\.co\.jp/([\w-]{2,60})/[^/?#]",
    photo={r"\?(?:_ex|fitin|downsize)=[^#]{1,100}$": ""},
)
