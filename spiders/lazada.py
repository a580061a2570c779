"""Lazada in its countries: searches, shops and items."""

from spiders.marketplace import MarketplaceSpider


class LazadaSpider(MarketplaceSpider):
    """`-a seller=` is a shop's name in its address; `-a url=https://www.lazada.vn/` chooses the country."""

    name = "lazada"
    home = "https://www.lazada.sg/"
