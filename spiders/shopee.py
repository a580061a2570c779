"""Shopee in its countries: searches, shops and items, which need a browser."""

from spiders.marketplace import MarketplaceSpider


class ShopeeSpider(MarketplaceSpider):
    """`-a seller=` is the number of a shop; `-a url=https://shopee.vn/` chooses the country."""

    name = "shopee"
    home = "https://shopee.sg/"
