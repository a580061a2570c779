"""JD.com: searches, shops and items."""

from spiders.marketplace import MarketplaceSpider


class JdSpider(MarketplaceSpider):
    """`-a seller=` is the number of a shop."""

    name = "jd"
    home = "https://www.jd.com/"
