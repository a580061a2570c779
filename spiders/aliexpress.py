"""AliExpress: searches, stores and items, from the state that its pages bring along."""

from spiders.marketplace import MarketplaceSpider


class AliexpressSpider(MarketplaceSpider):
    """`-a seller=` is the number of a store."""

    name = "aliexpress"
    home = "https://www.aliexpress.com/"
