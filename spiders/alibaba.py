"""Alibaba.com and 1688.com, with prices by quantity."""

from spiders.marketplace import MarketplaceSpider


class AlibabaSpider(MarketplaceSpider):
    """`-a seller=` is the first name of a shop's own host; `-a url=https://www.1688.com/` chooses 1688."""

    name = "alibaba"
    home = "https://www.alibaba.com/"
    sites = ("1688.com",)
