"""Rows of a seller list that name a seller whom they miss, so that nobody takes a stranger for what is a slip."""

from monitor.brands.ids import placed
from monitor.brands.model import Brand
from monitor.brands.roster import roster
from monitor.records import Listing


def missed(brand: Brand, listing: Listing) -> str:
    """How a row names a listing's seller and misses him, with what to write, in words; empty where it does not.

    It has his very id, and his host at another port, or the end of his id and no marketplace.
    """
    if not brand.sellers or not listing.seller_id.strip() or roster(brand).rows_of(listing):
        return ""
    seen = f"{listing.seller_id.strip()} on {placed(listing.marketplace)}"
    for row in roster(brand).at_other_ports(listing):
        return f"{row.seller_id} on {row.marketplace} is not {seen}: name the host alone, or that port"
    for row in roster(brand).cut_short(listing):
        return f"{row.seller_id} without a marketplace is not {seen}: name the marketplace"
    return ""
