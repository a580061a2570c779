"""Taobao and Tmall: searches, shops and items."""

from spiders.marketplace import MarketplaceSpider


class TaobaoSpider(MarketplaceSpider):
    """`-a seller=` is the first name of a shop's own host, such as shop12345."""

    name = "taobao"
    home = "https://www.taobao.com/"
