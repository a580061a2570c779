"""Amazon, in all its countries: searches, bestsellers, products and their other sellers."""

from spiders.marketplace import MarketplaceSpider


class AmazonSpider(MarketplaceSpider):
    """`-a seller=` is the id in the address of a seller's page, such as A1B2C3D4E5F6G7."""

    name = "amazon"
    home = "https://www.amazon.com/"
