"""Walmart: searches, marketplace sellers and items, from the state that its pages bring along."""

from spiders.marketplace import MarketplaceSpider


class WalmartSpider(MarketplaceSpider):
    """`-a seller=` is the number of a marketplace seller."""

    name = "walmart"
    home = "https://www.walmart.com/"
