"""Whether an amount of 0 or 1 is no price: goods are given away, swapped or open to offers, and a form wants a number.

The words that say so are data, in `given_away.toml`.
"""

from decimal import Decimal

from monitor.products.phrases import tables
from monitor.products.wear import is_denied
from monitor.products.words import fold
from monitor.records import Listing

SAYS = tables("given_away.toml")
MEANINGS = {
    "given_away": "says that the goods are given away",
    "swapped": "offers the goods for a swap",
    "open": "leaves the price to an offer",
}
MOST = Decimal(1)
"""What people write into a field that must not be empty."""
MOST_READ = 2000


def placeholder(listing: Listing) -> str:
    """Why the amount is none that anybody asks, by words of the title or the description; "" if it may be a price."""
    if listing.price is None or listing.price > MOST:
        return ""
    for field, text in (("title", listing.title), ("description", listing.description[:MOST_READ])):
        folded = fold(text)
        for kind, meaning in MEANINGS.items():
            for found in SAYS[kind].finditer(folded):
                if not is_denied(found):
                    return f'"{found[0].strip(" ,;")}" in the {field} {meaning}, so {listing.price} is no price'
    return ""
